import Formulas
import Foundations
import Planning

/// Error budgets as JSON: what they hold, what uses them, what guards them.
enum BudgetJSON {
  static func value(_ budget: BudgetFigures) -> JSON {
    .object(
      [
        ("ratio", .exact(budget.ratio)), ("minutes", .number(budget.minutes)), ("events", .number(budget.events)),
        ("used_ratio", .number(budget.usedRatio)), ("remaining_ratio", .number(budget.remainingRatio)),
        ("money", .money(budget.money)),
      ] + (budget.detail.map { detail($0, budget) } ?? []),
      unknown: [
        ("events", "the rate is unknown"), ("used_ratio", "nothing is predicted"),
        ("remaining_ratio", "nothing is predicted"),
        (
          "money",
          budget.detail?.counted == "transactions"
            ? "the workload has no transactions" : "the spec states no outage_cost, or nothing fails by it"
        ),
      ])
  }

  private static func detail(_ detail: BudgetDetail, _ budget: BudgetFigures) -> [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("window", .number(detail.windowSeconds)), ("method", .string(detail.method)),
      ("basis", .string(detail.basis)), ("counted", .string(detail.counted)),
      ("uses", .array(detail.uses.map { use($0, detail, budget) })),
      ("required", .array(detail.required.map(required))),
      ("alerts", .array(detail.alerts.map(alert))), ("lints", .array(detail.lints.map { .string($0) })),
    ]
    if let price = detail.nextNine { members.append(("next_nine", nine(price))) }
    if let price = detail.nineLess { members.append(("nine_less", nine(price))) }
    return members
  }

  private static func use(_ use: BudgetUse, _ detail: BudgetDetail, _ budget: BudgetFigures) -> JSON {
    .object([
      ("source", .string(use.source)), ("ratio", .number(use.ratio)),
      ("minutes", .number(use.ratio * detail.windowSeconds / 60)),
      ("budget_share", .number(use.ratio / max(budget.ratio.double, 1e-300))), ("planned", .bool(use.isPlanned)),
      ("why", .string(use.why)),
    ])
  }

  private static func required(_ item: RequiredAvailability) -> JSON {
    .object(
      [
        ("dependency", .string(item.dependency)), ("reached", .number(item.reached)),
        ("required", item.required <= 1 ? .number(item.required) : .null),
        ("even_share", item.evenShare <= 1 ? .number(item.evenShare) : .null),
      ],
      unknown: [
        ("required", "even a perfect dependency is not enough"),
        ("even_share", "the workload by itself misses the target"),
      ])
  }

  private static func alert(_ alert: PlannedAlert) -> JSON {
    .object([
      ("severity", .string(alert.pair.severity)), ("long", .number(alert.pair.longSeconds)),
      ("short", .number(alert.pair.shortSeconds)), ("factor", .number(alert.pair.factor)),
      ("budget_share", .number(alert.pair.budgetShare)),
      (
        "detection",
        .array(
          alert.detection.map {
            .object(
              [("error_ratio", .number($0.errorRatio)), ("seconds", .number($0.seconds))],
              unknown: [("seconds", "it never fires")])
          })
      ),
    ])
  }

  private static func nine(_ price: NinePrice) -> JSON {
    .object(
      [
        ("target", .exact(price.target)), ("extra_per_month", .money(price.extraPerMonth)),
        ("minutes_spared_per_month", .number(price.sparedMinutes)),
      ],
      unknown: [
        ("extra_per_month", "nothing in this region reaches it"),
        ("minutes_spared_per_month", "nothing in this region reaches it"),
      ])
  }

  /// What would make the plan more reliable, the best return first.
  static func gain(_ gain: ReliabilityGain) -> JSON {
    .object(
      [
        ("objective", .string(gain.objective)), ("target", .exact(gain.target)),
        ("extra_per_month", .money(gain.extraPerMonth)), ("minutes_spared_per_month", .number(gain.sparedMinutes)),
        ("worth_per_month", .money(gain.worthPerMonth)), ("return_ratio", .number(gain.returnRatio)),
        ("funded", .bool(gain.isFunded)),
      ],
      unknown: [
        ("worth_per_month", "the spec states no outage_cost"),
        ("return_ratio", gain.worthPerMonth == nil ? "the spec states no outage_cost" : "it costs nothing"),
      ])
  }
}
