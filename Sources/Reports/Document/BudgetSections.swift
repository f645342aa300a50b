import Foundations
import Planning

/// Error budgets for a reader: how much is left, what uses them, what another nine costs, what guards them.
struct BudgetSections {
  let plan: Plan
  var document: ReportDocument

  /// Adds sections about the budgets of a plan to a document.
  static func add(_ plan: Plan, to document: inout ReportDocument, inFull: Bool) {
    var sections = BudgetSections(plan: plan, document: document)
    sections.budgets()
    if inFull {
      sections.gains()
      sections.details()
    }
    document = sections.document
  }

  private var budgeted: [(objective: ObjectiveResult, budget: BudgetFigures)] {
    plan.workloads.flatMap(\.slo).compactMap { slo in slo.budget.map { (slo, $0) } }
  }

  /// One row a budget.
  private mutating func budgets() {
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
          BudgetSections.name(objective.id), BudgetWords.part(1, of: objective, currency: plan.currency),
          budget.usedRatio.map { Figures.share($0) } ?? "unknown",
          left.map { BudgetWords.part($0, of: objective, currency: plan.currency) } ?? "",
          most.map { "\($0.source), \(Figures.share($0.ratio / size))" } ?? "",
        ], tones: [.plain, .plain, tone, tone])
    }
    document.table(table)
  }

  private static func name(_ id: String) -> String {
    guard let dot = id.firstIndex(of: ".") else { return id }
    return "\(id[..<dot]) \(id[id.index(after: dot)...])"
  }

  private static func minutes(_ value: Double) -> String { "\(Figures.significant(value, 4)) min" }

  /// Everything about each budget.
  private mutating func details() {
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
    var size = "\(Figures.significant(budget.ratio.double * 100, 6)) % or \(BudgetSections.minutes(budget.minutes))"
    if let events = budget.events { size += " or \(Figures.count(events)) \(detail.counted)" }
    if let money = budget.money { size += ", worth \(Figures.money(money)) \(plan.currency)" }
    var facts: [ReportFact] = [.init("Allows", "\(size) (\(detail.method)): \(detail.basis)")]
    for (name, price) in [("Next nine", detail.nextNine), ("A nine less", detail.nineLess)] {
      guard let price else { continue }
      facts.append(.init(name, "\(Figures.ratio(price.target.double)): \(words(price.extraPerMonth))"))
    }
    return facts
  }

  /// What would make it more reliable, ranked by what it returns.
  private mutating func gains() {
    guard !plan.gains.isEmpty else { return }
    document.heading("What another nine returns")
    var table = ReportTable([
      .sentence("Objective"), .number("To"), .number("\(plan.currency)/month"), .number("Spares"), .number("Worth"),
      .number("Return"), .words(""),
    ])
    for gain in plan.gains {
      let ratio = gain.returnRatio
      table.add(
        [
          BudgetSections.name(gain.objective), Figures.ratio(gain.target.double), Figures.money(gain.extraPerMonth),
          BudgetSections.minutes(gain.sparedMinutes), gain.worthPerMonth.map(Figures.money) ?? "no outage_cost",
          ratio.map { "\(Figures.significant($0, 3))x" } ?? (gain.extraPerMonth > .zero ? "" : "free"),
          gain.isFunded ? "pays" : "",
        ], tones: [.plain, .plain, .plain, .plain, .plain, .plain, .good])
    }
    document.table(table)
  }

  private func words(_ extra: Money?) -> String {
    guard let extra else { return "nothing in this region reaches it" }
    if extra == .zero { return "costs the same" }
    let amount = "\(Figures.money(extra < .zero ? -extra : extra)) \(plan.currency) a month"
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
