import Foundations
import Gates
import Planning

/// A check as JSON: the whole result with every limit and what became of it.
package enum CheckJSON {
  /// The result of the plan, then `check`.
  ///
  /// - Parameters:
  ///   - exitCode: with which the program ends.
  ///   - file: the spec's path as others should show it.
  package static func value(_ check: GateCheck, exitCode: Int, version: String, seconds: Double? = nil) -> JSON {
    guard case .object(let members) = PlanJSON.value(check.plan, version: version, seconds: seconds) else {
      return .null
    }
    let part = JSON.object([
      ("holds", .bool(check.holds)), ("exit_code", .int(exitCode)), ("strict", .bool(check.isStrict)),
      ("against", check.base.map(against) ?? .null), ("limits", .array(check.plan.limits.map(limit))),
    ])
    return .object(members + [("check", part)])
  }

  private static func against(_ base: Plan) -> JSON {
    .object(
      [
        ("path", .string(base.specPath)), ("name", .string(base.specName)), ("sha256", .string(base.specSHA256)),
        ("catalog_date", .string(base.catalogDate)),
        ("per_month", base.verdict == .infeasible ? .null : .money(base.perMonth)),
      ], unknown: [("per_month", "a workload of the base has no placement")])
  }

  private static func limit(_ check: LimitCheck) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(check.id)), ("rule", .string(check.rule.rawValue)),
      ("workload", check.workload.map { .string($0) } ?? .null), ("outcome", .string(check.outcome.rawValue)),
      ("level", check.isFinding ? .string(check.shownLevel.rawValue) : .null),
      ("message", .string(check.message)), ("value", .number(check.value)), ("limit", .number(check.limit)),
      ("unit", .string(check.unit)), ("path", .string(check.path)), ("line", check.line.map { .int($0) } ?? .null),
    ]
    if let probability = check.probability { members.append(("probability", .number(probability))) }
    if let confidence = check.confidence { members.append(("confidence", .number(confidence))) }
    if let forgiven = check.forgiven { members.append(("forgiven", .string(forgiven))) }
    return .object(members, unknown: [("value", check.detail ?? "it has no figure")])
  }
}
