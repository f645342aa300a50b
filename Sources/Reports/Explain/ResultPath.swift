import Foundations

/// Looks values up in a JSON result by path.
enum ResultPath {
  /// The value at a path such as `workloads.api.chosen.cost`; array elements by number, objectives by name.
  static func value(_ json: JSON, _ parts: ArraySlice<String>) -> JSON? {
    guard let first = parts.first else { return json }
    let rest = parts.dropFirst()
    switch json {
    case .object(let members):
      if let found = members.first(where: { $0.0 == first }) { return value(found.1, rest) }
      // `chosen` may be left out.
      if let chosen = members.first(where: { $0.0 == "chosen" }), case .object = chosen.1 {
        return value(chosen.1, parts)
      }
      return nil
    case .array(let items):
      if let index = Int(first) { return items.indices.contains(index) ? value(items[index], rest) : nil }
      for item in items {
        guard case .object(let members) = item else { continue }
        let name = members.first { $0.0 == "objective" } ?? members.first { $0.0 == "id" }
        if case .string(let word)? = name?.1, word == first { return value(item, rest) }
      }
      return nil
    default: return nil
    }
  }

  /// Paths of the values below, at most `limit`.
  static func below(_ json: JSON, _ path: String, limit: Int = 40) -> [String] {
    var found: [String] = []
    var open: [(JSON, String)] = [(json, path)]
    while !open.isEmpty, found.count < limit {
      let (next, name) = open.removeFirst()
      switch next {
      case .object(let members): open = members.map { ($0.1, name.isEmpty ? $0.0 : "\(name).\($0.0)") } + open
      case .array(let items): open = items.enumerated().map { ($0.element, "\(name)[\($0.offset)]") } + open
      case .number, .int: found.append(name)
      case .string(let text) where Money(parsing: text) != nil: found.append(name)
      default: break
      }
    }
    return found
  }

  /// A number, also where it is a decimal string.
  static func number(_ json: JSON) -> (value: Double, exact: Money?)? {
    switch json {
    case .number(let value): (value, nil)
    case .int(let value): (Double(value), nil)
    case .string(let text): Money(parsing: text).map { ($0.double, $0) }
    default: nil
    }
  }
}
