import Foundations
import Planning

/// Objectives with their error budgets as JSON.
enum ObjectiveJSON {
  /// An objective held against its prediction.
  static func value(_ result: ObjectiveResult, isPlaced: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(result.id)), ("objective", .string(result.objective)), ("target", .exact(result.target)),
      ("predicted", .number(result.predicted)), ("expected", .number(result.expected)), ("unit", .string(result.unit)),
      ("met", result.met.map { .bool($0) } ?? .null),
    ]
    if let probability = result.probability { members.append(("probability", .number(probability))) }
    if let budget = result.budget { members.append(("budget", BudgetJSON.value(budget))) }
    if let line = result.line { members.append(("line", .int(line))) }
    let why = isPlaced ? "this placement has no prediction of it" : "nothing was placed"
    return .object(members, unknown: [("predicted", why), ("expected", why), ("met", "its prediction is unknown")])
  }
}

extension JSON {
  /// Money as a decimal string; null when unknown.
  static func money(_ value: Money?) -> JSON { value.map { .string($0.description) } ?? .null }

  /// A number that may be unknown.
  static func number(_ value: Double?) -> JSON { value.map { JSON.number($0) } ?? .null }

  /// The number nearest to an exact decimal, which is written with the decimal's own digits.
  static func exact(_ value: Money) -> JSON { .number(Double(value.description) ?? value.double) }

  private var isNull: Bool {
    switch self {
    case .null: true
    case .number(let value): !value.isFinite
    default: false
    }
  }

  /// An object that says why its unknown members are null.
  ///
  /// - Parameter unknown: keys with the reason that counts when they are null.
  static func object(_ members: [(String, JSON)], unknown: [(String, String)]) -> JSON {
    var order: [String] = []
    var keys: [String: [String]] = [:]
    for (key, reason) in unknown where members.contains(where: { $0.0 == key && $0.1.isNull }) {
      if keys[reason] == nil { order.append(reason) }
      keys[reason, default: []].append(key)
    }
    guard !order.isEmpty else { return .object(members) }
    let text = order.map { "\((keys[$0] ?? []).joined(separator: ", ")): \($0)" }.joined(separator: "; ")
    return .object(members + [("reason", .string(text))])
  }
}
