import Foundations

/// Documents as JSON: one value a document, one a line.
package enum YAMLJSON {
  /// The values, and the mistakes found; the text is empty when there is an error.
  ///
  /// Keys become their text; infinities and not-a-number, which JSON lacks, become strings.
  package static func text(
    _ source: SourceText, limits: YAMLLimits = .standard, strict: Bool = false
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let result = YAMLParse.documents(source, limits: limits, strict: strict)
    guard !result.hasErrors else { return ("", result.diagnostics) }
    var out: [UInt8] = []
    for document in result.documents {
      write(document, &out)
      out.append(0x0A)
    }
    return (String(decoding: out, as: UTF8.self), result.diagnostics)
  }

  /// Depth is bounded by the limits, so that recursion is too.
  private static func write(_ node: YAMLNode, _ out: inout [UInt8]) {
    switch node.kind {
    case .sequence:
      out.append(0x5B)
      for (index, item) in node.items.enumerated() {
        if index > 0 { out += ", ".utf8 }
        write(item, &out)
      }
      out.append(0x5D)
    case .mapping:
      out.append(0x7B)
      for (index, entry) in node.entries.enumerated() {
        if index > 0 { out += ", ".utf8 }
        if entry.key.kind == .scalar {
          JSON.quote(entry.key.text, into: &out)
        } else {
          var key: [UInt8] = []
          write(entry.key, &key)
          JSON.quote(String(decoding: key, as: UTF8.self), into: &out)
        }
        out += ": ".utf8
        write(entry.value, &out)
      }
      out.append(0x7D)
    case .scalar:
      switch node.value {
      case .null: out += "null".utf8
      case .bool(let value): out += (value ? "true" : "false").utf8
      case .int(let value): out += String(value).utf8
      case .float(let value):
        if value.isFinite { out += "\(value)".utf8 } else { JSON.quote(node.text, into: &out) }
      case .string(let value): JSON.quote(value, into: &out)
      }
    }
  }
}
