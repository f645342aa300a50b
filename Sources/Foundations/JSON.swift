/// A JSON value whose objects keep the order of their keys.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Written in the shortest form that reads back equal; not-a-number and infinities become null.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The value as text: indented by two spaces, or on one line.
  package func text(pretty: Bool = true) -> String {
    var out: [UInt8] = []
    write(into: &out, indent: pretty ? 0 : nil)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(into out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .number(let value): out += JSON.text(of: value).utf8
    case .string(let value): JSON.quote(value, into: &out)
    case .array(let items):
      JSON.group(items, open: 0x5B, close: 0x5D, into: &out, indent: indent) { item, out, inner in
        item.write(into: &out, indent: inner)
      }
    case .object(let members):
      JSON.group(members, open: 0x7B, close: 0x7D, into: &out, indent: indent) { member, out, inner in
        JSON.quote(member.0, into: &out)
        out += (indent == nil ? ":" : ": ").utf8
        member.1.write(into: &out, indent: inner)
      }
    }
  }

  private static func group<T>(
    _ items: [T], open: UInt8, close: UInt8, into out: inout [UInt8], indent: Int?,
    _ body: (T, inout [UInt8], Int?) -> Void
  ) {
    out.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(0x2C) }
      if let indent {
        out.append(0x0A)
        out.append(contentsOf: repeatElement(0x20, count: 2 * (indent + 1)))
      }
      body(item, &out, indent.map { $0 + 1 })
    }
    if let indent, !items.isEmpty {
      out.append(0x0A)
      out.append(contentsOf: repeatElement(0x20, count: 2 * indent))
    }
    out.append(close)
  }

  /// The shortest decimal that reads back equal; whole numbers without a fraction.
  package static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  /// Appends a quoted and escaped string.
  package static func quote(_ text: String, into out: inout [UInt8]) {
    out.append(0x22)
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      out.append(contentsOf: text.utf8)
      out.append(0x22)
      return
    }
    let hex = Array("0123456789abcdef".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x22: out += [0x5C, 0x22]
      case 0x5C: out += [0x5C, 0x5C]
      case 0x0A: out += [0x5C, 0x6E]
      case 0x0D: out += [0x5C, 0x72]
      case 0x09: out += [0x5C, 0x74]
      case 0..<0x20: out += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }
}
