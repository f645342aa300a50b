import Foundations
import Gates
import Planning

/// A comparison of two plans as JSON, version 1.
package enum DiffJSON {
  /// The comparison; `causes` add up to `total_change`.
  package static func value(_ diff: PlanDiff, version: String) -> JSON {
    let isPriced = diff.totalChange != nil
    return .object(
      [
        ("planner", .object([("version", .string(version)), ("diff_version", .int(1))])),
        ("base", side(diff.base)), ("head", side(diff.head)), ("currency", .string(diff.head.currency)),
        ("changed", .bool(!diff.isEmpty)), ("total_change", .money(diff.totalChange)),
        ("causes", .array(diff.causes.map { cause($0, isPriced) })), ("figures", .array(diff.figures.map(figure))),
        ("limits", .array(diff.limits.map(limit))), ("placements", .array(diff.placements.map(placement))),
        ("lines", .array(diff.lines.map(line))),
      ], unknown: [("total_change", "a workload has no placement on one side")])
  }

  private static func side(_ plan: Plan) -> JSON {
    .object(
      [
        ("path", .string(plan.specPath)), ("name", .string(plan.specName)), ("sha256", .string(plan.specSHA256)),
        (
          "catalog",
          .object([("date", .string(plan.catalogDate)), ("sha256", .string(plan.catalogSHA256))])
        ), ("verdict", .string(plan.verdict.rawValue)),
        ("per_month", plan.verdict == .infeasible ? .null : .money(plan.perMonth)),
      ], unknown: [("per_month", "a workload has no placement")])
  }

  private static func limit(_ change: LimitChange) -> JSON {
    .object([
      ("id", .string(change.id)), ("base", text(change.base?.rawValue)), ("head", text(change.head?.rawValue)),
      ("broken", .bool(change.isBroken)), ("mended", .bool(change.isMended)),
    ])
  }

  private static func text(_ words: String?) -> JSON { words.map { .string($0) } ?? .null }

  private static func cause(_ cause: Cause, _ isPriced: Bool) -> JSON {
    .object(
      [
        ("kind", .string(cause.kind.rawValue)), ("path", .string(cause.path)), ("base", text(cause.base)),
        ("head", text(cause.head)), ("per_month", .money(cause.perMonth)),
      ], unknown: [("per_month", "one side has no cost")])
  }

  private static func number(_ figure: PlanFigure?) -> JSON {
    guard let figure else { return .null }
    return figure.money.map { .money($0) } ?? .number(figure.value)
  }

  private static func figure(_ change: PlanDiff.FigureChange) -> JSON {
    let money = change.base?.money.flatMap { a in change.head?.money.map { $0 - a } }
    let base = change.base?.value ?? 0
    let ratio = base != 0 ? change.change.map { $0 / abs(base) } : nil
    return .object(
      [
        ("path", .string(change.path)), ("unit", .string(change.unit)), ("base", number(change.base)),
        ("head", number(change.head)), ("change", money.map { .money($0) } ?? .number(change.change)),
        ("change_ratio", .number(ratio)),
        (
          "causes",
          .array(change.causes.map { .object([("path", .string($0.path)), ("change", .number($0.change))]) })
        ),
      ],
      unknown: [
        ("base", "it is new"), ("head", "it is gone"), ("change", "one side has none"),
        ("change_ratio", "there is nothing to take a share of"),
      ])
  }

  private static func placement(_ change: PlanDiff.PlacementChange) -> JSON {
    let word = !change.isInBase ? "added" : !change.isInHead ? "removed" : "changed"
    return .object(
      [
        ("workload", .string(change.workload)), ("change", .string(word)), ("base", text(change.base)),
        ("head", text(change.head)), ("causes", .array(change.causes.map { .string($0) })),
      ], unknown: [("base", "no placement there"), ("head", "no placement there")])
  }

  private static func line(_ line: PlanDiff.LineChange) -> JSON {
    .object([
      ("workload", line.workload.isEmpty ? .null : .string(line.workload)), ("category", .string(line.category)),
      ("item", .string(line.item)), ("base", .money(line.base)), ("head", .money(line.head)),
      ("change", .money(line.head - line.base)),
    ])
  }
}
