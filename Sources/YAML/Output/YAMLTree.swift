import Foundations

/// Documents as an indented tree with the position of every node, for people.
package enum YAMLTree {
  /// The tree, and the mistakes found; the text is empty when there is an error.
  package static func text(
    _ source: SourceText, limits: YAMLLimits = .standard, strict: Bool = false
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let result = YAMLParse.documents(source, limits: limits, strict: strict)
    guard !result.hasErrors else { return ("", result.diagnostics) }
    var out = ""
    for (index, document) in result.documents.enumerated() {
      out += "document \(index + 1)\n"
      write(document, label: "", depth: 1, source, &out)
    }
    return (out, result.diagnostics)
  }

  private static func write(_ node: YAMLNode, label: String, depth: Int, _ source: SourceText, _ out: inout String) {
    let place = source.position(of: node.span.start)
    out += String(repeating: "  ", count: depth) + label
    switch node.kind {
    case .scalar: out += "\(describe(node))  \(place.line):\(place.column)\n"
    case .sequence:
      out += "sequence of \(node.items.count)  \(place.line):\(place.column)\n"
      for item in node.items { write(item, label: "- ", depth: depth + 1, source, &out) }
    case .mapping:
      out += "mapping of \(node.entries.count)  \(place.line):\(place.column)\n"
      for entry in node.entries {
        let key = entry.key.kind == .scalar ? entry.key.text : "(\(entry.key.kind))"
        write(entry.value, label: "\(key): ", depth: depth + 1, source, &out)
      }
    }
  }

  private static func describe(_ node: YAMLNode) -> String {
    switch node.value {
    case .null: return "null"
    case .bool(let value): return "boolean \(value)"
    case .int(let value): return "integer \(value)"
    case .float(let value): return "number \(value)"
    case .string(let value):
      var quoted: [UInt8] = []
      JSON.quote(value, into: &quoted)
      return "text \(String(decoding: quoted, as: UTF8.self))"
    }
  }
}
