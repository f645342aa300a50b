import Foundations
import Gates
import Planning

/// Error budgets in a check: how much is left, what uses them, what another nine costs, what guards them.
extension CheckDocument {
  private var budgeted: [(objective: ObjectiveResult, budget: BudgetFigures)] {
    check.plan.workloads.flatMap(\.slo).compactMap { slo in slo.budget.map { (slo, $0) } }
  }

  /// One row a budget.
  mutating func budgets() {
    guard !budgeted.isEmpty else { return }
    document.heading("Error budgets")
    var table = ReportTable([
      .sentence("Objective"), .number("Budget"), .number("Used"), .number("Left"), .sentence("Most of it by"),
    ])
    for (objective, budget) in budgeted {
      let left = budget.remainingRatio
      let tone: Tone = left.map { $0 < 0 ? .bad : $0 < 0.1 ? .careful : .plain } ?? .careful
      let most = budget.detail?.uses.first
      let size = budget.ratio.double > 0 ? budget.ratio.double : 1
      table.add(
        [
          CheckDocument.name(objective.id), part(1, of: budget, objective),
          budget.usedRatio.map { Figures.share($0) } ?? "unknown",
          left.map { part($0, of: budget, objective) } ?? "",
          most.map { "\($0.source), \(Figures.share($0.ratio / size))" } ?? "",
        ], tones: [.plain, .plain, tone, tone])
    }
    document.table(table)
  }

  private static func name(_ id: String) -> String {
    guard let dot = id.firstIndex(of: ".") else { return id }
    return "\(id[..<dot]) \(id[id.index(after: dot)...])"
  }

  /// A share of a budget in the measure that fits it: money, a rate, or minutes.
  private func part(_ share: Double, of budget: BudgetFigures, _ objective: ObjectiveResult) -> String {
    switch objective.objective {
    case "cost_per_transaction":
      budget.money.map { "\(Figures.money($0.times(share))) \(check.plan.currency)" } ?? "unknown"
    case "throughput": objective.predicted.map { Figures.value($0 * share, unit: objective.unit) } ?? "unknown"
    default: CheckDocument.minutes(share * budget.minutes)
    }
  }

  private static func minutes(_ value: Double) -> String { "\(Figures.significant(value, 4)) min" }

  /// Everything about each budget.
  mutating func budgetDetails() {
    for (objective, budget) in budgeted {
      guard let detail = budget.detail else { continue }
      document.heading("Budget of \(objective.id), \(Figures.duration(detail.windowSeconds))", level: 3)
      document.add(.facts(facts(budget, detail)))
      uses(budget, detail)
      required(detail)
      alerts(detail)
      if !detail.lints.isEmpty { document.add(.items(detail.lints)) }
    }
  }

  private func facts(_ budget: BudgetFigures, _ detail: BudgetDetail) -> [ReportFact] {
    var size = "\(Figures.significant(budget.ratio.double * 100, 6)) % or \(CheckDocument.minutes(budget.minutes))"
    if let events = budget.events { size += " or \(Figures.count(events)) \(detail.counted)" }
    if let money = budget.money { size += ", worth \(Figures.money(money)) \(check.plan.currency)" }
    var facts: [ReportFact] = [.init("Allows", "\(size) (\(detail.method)): \(detail.basis)")]
    for (name, price) in [("Next nine", detail.nextNine), ("A nine less", detail.nineLess)] {
      guard let price else { continue }
      facts.append(.init(name, "\(Figures.ratio(price.target.double)): \(words(price.extraPerMonth))"))
    }
    return facts
  }

  private func words(_ extra: Money?) -> String {
    guard let extra else { return "nothing in this region reaches it" }
    if extra == .zero { return "costs the same" }
    let amount = "\(Figures.money(extra < .zero ? -extra : extra)) \(check.plan.currency) a month"
    return extra < .zero ? "saves \(amount)" : "costs \(amount) more"
  }

  private mutating func uses(_ budget: BudgetFigures, _ detail: BudgetDetail) {
    var table = ReportTable([
      .sentence("Used by"), .number("Minutes"), .number("Of the budget"), .sentence("From"),
    ])
    let size = max(budget.ratio.double, 1e-300)
    for use in detail.uses {
      table.add([
        use.source, Figures.significant(use.ratio * detail.windowSeconds / 60, 4), Figures.share(use.ratio / size),
        use.why,
      ])
    }
    document.table(table)
  }

  private mutating func required(_ detail: BudgetDetail) {
    var table = ReportTable([.sentence("Dependency"), .number("Reaches"), .number("Must reach"), .number("Even share")])
    for item in detail.required {
      table.add([
        item.dependency, Figures.ratio(item.reached), item.required <= 1 ? Figures.ratio(item.required) : "impossible",
        item.evenShare <= 1 ? Figures.ratio(item.evenShare) : "impossible",
      ])
    }
    document.table(table)
  }

  private mutating func alerts(_ detail: BudgetDetail) {
    var table = ReportTable([
      .words("Alert"), .words("Windows"), .number("Factor"), .number("Budget"), .number("at 100 %"),
      .number("at 10 %"), .number("at 1 %"),
    ])
    for alert in detail.alerts {
      let pair = alert.pair
      table.add(
        [
          pair.severity, "\(Figures.duration(pair.longSeconds)) / \(Figures.duration(pair.shortSeconds))",
          Figures.significant(pair.factor, 4), Figures.share(pair.budgetShare),
        ] + alert.detection.map { $0.seconds.map { Figures.duration($0) } ?? "never" })
    }
    document.table(table)
  }
}
