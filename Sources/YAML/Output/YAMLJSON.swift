import Foundations

/// Documents as JSON: one value a document, one a line.
package enum YAMLJSON {
  /// The values, and the mistakes found; the text is empty when there is an error.
  ///
  /// A scalar as a key becomes its text, a collection its JSON; infinities and not-a-number, which JSON
  /// lacks, become strings.
  package static func text(
    _ source: SourceText, limits: YAMLLimits = .standard, strict: Bool = false
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let result = YAMLParse.documents(source, limits: limits, strict: strict)
    guard !result.hasErrors else { return ("", result.diagnostics) }
    var out: [UInt8] = []
    out.reserveCapacity(source.bytes.count + 64)
    for document in result.documents {
      write(document, isInKey: false, &out)
      out.append(0x0A)
    }
    return (String(decoding: out, as: UTF8.self), result.diagnostics)
  }

  /// Depth is bounded by the limits, aliases written out, so that recursion is too.
  ///
  /// - Parameter isInKey: within a key that will be quoted as a whole; collections that are keys of that key are
  ///   not quoted once more, or the text would double with each level.
  private static func write(_ node: YAMLNode, isInKey: Bool, _ out: inout [UInt8]) {
    switch node.kind {
    case .sequence:
      out.append(0x5B)
      for (index, item) in node.items.enumerated() {
        if index > 0 { separate(&out, 0x2C) }
        write(item, isInKey: isInKey, &out)
      }
      out.append(0x5D)
    case .mapping:
      out.append(0x7B)
      for (index, entry) in node.entries.enumerated() {
        if index > 0 { separate(&out, 0x2C) }
        writeKey(entry.key, isInKey: isInKey, &out)
        separate(&out, 0x3A)
        write(entry.value, isInKey: isInKey, &out)
      }
      out.append(0x7D)
    case .scalar: writeScalar(node, &out)
    }
  }

  private static func separate(_ out: inout [UInt8], _ mark: UInt8) {
    out.append(mark)
    out.append(0x20)
  }

  private static func writeKey(_ key: YAMLNode, isInKey: Bool, _ out: inout [UInt8]) {
    if key.kind == .scalar { return JSON.quote(key.text, into: &out) }
    if isInKey { return write(key, isInKey: true, &out) }
    var text: [UInt8] = []
    write(key, isInKey: true, &text)
    JSON.quote(String(decoding: text, as: UTF8.self), into: &out)
  }

  private static func writeScalar(_ node: YAMLNode, _ out: inout [UInt8]) {
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
