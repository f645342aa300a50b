import Foundations

/// Documents as an indented tree with the position of every node, for people.
package enum YAMLTree {
  /// The tree, and the mistakes found; the text is empty when there is an error.
  package static func text(
    _ source: SourceText, limits: YAMLLimits = .standard, strict: Bool = false
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let result = YAMLParse.documents(source, limits: limits, strict: strict)
    guard !result.hasErrors else { return ("", result.diagnostics) }
    let places = PositionIndex(source)
    var out = ""
    for (index, document) in result.documents.enumerated() {
      out += "document \(index + 1)\n"
      write(document, label: "", depth: 1, places, &out)
    }
    return (out, result.diagnostics)
  }

  /// Nobody reads deeper: further levels stand below each other.
  private static let deepest = 32

  private static func write(
    _ node: YAMLNode, label: String, depth: Int, _ places: PositionIndex, _ out: inout String
  ) {
    let place = places.position(of: node.span.start)
    out += String(repeating: "  ", count: min(depth, deepest)) + label
    switch node.kind {
    case .scalar: out += "\(describe(node))  \(place.line):\(place.column)\n"
    case .sequence:
      out += "sequence of \(node.items.count)  \(place.line):\(place.column)\n"
      for item in node.items { write(item, label: "- ", depth: depth + 1, places, &out) }
    case .mapping:
      out += "mapping of \(node.entries.count)  \(place.line):\(place.column)\n"
      for entry in node.entries {
        write(entry.value, label: "\(name(entry.key)): ", depth: depth + 1, places, &out)
      }
    }
  }

  private static func name(_ key: YAMLNode) -> String {
    guard key.kind == .scalar else { return "(\(key.kind))" }
    return key.isPlain ? key.text : quoted(key.text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted: [UInt8] = []
    JSON.quote(text, into: &quoted)
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func describe(_ node: YAMLNode) -> String {
    switch node.value {
    case .null: return "null"
    case .bool(let value): return "boolean \(value)"
    case .int(let value): return "integer \(value)"
    case .float(let value): return "number \(value)"
    case .string(let value): return "text \(quoted(value))"
    }
  }
}
