import Foundations
import Planning

extension PlanDocument {
  /// Where the money goes.
  mutating func totals() {
    guard plan.verdict != .infeasible, !plan.byCategory.isEmpty else { return }
    document.heading("Total, by category and by model")
    if !plan.sharedLines.isEmpty {
      document.paragraph("Shared by all workloads:")
      costs(plan.sharedLines, total: plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth })
    }
    let sum = plan.perMonth.double
    for (title, parts) in [("Category", plan.byCategory), ("Model", plan.byModel)] {
      var table = ReportTable([.words(title), .number("\(plan.currency)/month"), .number("Share")])
      for (name, value) in parts.sorted(by: { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }) {
        let share = sum > 0 ? value.double / sum : 0
        table.add([name, Figures.money(value), Figures.share(share)], share: share)
      }
      if parts.count > 1 { table.total(["total", Figures.money(plan.perMonth), Figures.share(1)]) }
      document.table(table)
    }
  }

  /// What the ranges of the inputs do to the cost.
  mutating func ranges() {
    guard let ranges = plan.ranges, !ranges.drivers.isEmpty else { return }
    document.heading("What the ranges do")
    document.paragraph(
      "\(Figures.count(Double(ranges.draws))) draws; objectives must hold in \(Figures.share(ranges.confidence)) of "
        + "them. Cost a month when one input goes through its range and fleets are resized:")
    var table = ReportTable([.sentence("Input"), .number("at P5"), .number("at P95"), .number("Swing")])
    let widest = ranges.drivers.map(\.swing.double).max() ?? 0
    for driver in ranges.drivers {
      table.add(
        [driver.path, Figures.money(driver.low), Figures.money(driver.high), Figures.money(driver.swing)],
        share: widest > 0 ? driver.swing.double / widest : 0)
    }
    document.table(table)
    if let regret = ranges.regret {
      document.paragraph(
        "Sized for the whole range: on average \(Figures.money(regret.over)) \(plan.currency) a month more than a draw "
          + "needs, and \(Figures.money(regret.under)) less.")
    }
    if ranges.overloadedRatio > 0 {
      document.paragraph("A fleet is overloaded in \(Figures.share(ranges.overloadedRatio)) of the draws.", .careful)
    }
  }

  /// The cost of later months, and what breaks when.
  mutating func outlook() {
    guard plan.horizon.count > 1, plan.verdict != .infeasible else { return }
    document.heading("Outlook: the cost when fleets grow, and what breaks when they do not")
    var table = ReportTable([
      .number("Month"), .number("\(plan.currency)/month"), .init("Today's fleet", isFlexible: true),
    ])
    let most = plan.horizon.compactMap { $0.cost?.double }.max() ?? 0
    for point in plan.horizon {
      let cost = point.cost
      table.add(
        [
          month(point.month), cost.map { Figures.money($0) } ?? "no placement",
          point.firstBreach.map { "broken: \($0)" } ?? "holds",
        ], tones: [.plain, cost == nil ? .bad : .plain, point.firstBreach == nil ? .good : .careful],
        share: cost.map { most > 0 ? $0.double / most : 0 })
    }
    document.table(table)
    var breaks = ReportTable([
      .number("Month"), .words("Breaks"), .words("Constraint"), .number("Value"), .number("Limit"),
    ])
    for breach in plan.breaks {
      breaks.add([
        month(breach.month), breach.workload, breach.constraint,
        breach.value.map { value($0, of: breach.constraint) } ?? "unknown",
        breach.limit.map { value($0, of: breach.constraint) } ?? "",
      ])
    }
    document.table(breaks)
  }

  /// A month by its number, with its date where the spec states when month 0 is.
  private func month(_ month: Int) -> String {
    ValueText(currency: "", start: plan.start).date(month).map { "\(month) (\($0))" } ?? "\(month)"
  }

  /// Budgets of the spec.
  mutating func budgets() {
    guard !plan.budgets.isEmpty else { return }
    document.heading("Budgets")
    var table = ReportTable([
      .words("Budget"), .number("Limit"), .number("Value"), .words("Unit"), .words(""),
    ])
    for budget in plan.budgets {
      let tone: Tone = budget.met == nil ? .careful : budget.met == true ? .good : .bad
      table.add(
        [
          budget.id, Figures.price(budget.limit), budget.value.map { Figures.price($0) } ?? "unknown", budget.unit,
          budget.met.map { $0 ? "met" : "exceeded" } ?? "unknown",
        ], tones: [.plain, .plain, .plain, .plain, tone])
    }
    document.table(table)
  }

  /// What was assumed, in the order in which it matters.
  mutating func assumptions() {
    guard !plan.assumptions.isEmpty else { return }
    document.heading("Assumed; state them in the spec to overrule")
    var table = ReportTable([.sentence("Input"), .init("Value", isWrapped: true), .sentence("Because")])
    let shown = showsAll ? plan.assumptions[...] : plan.assumptions.prefix(8)
    for input in shown { table.add([input.path, PlanDocument.value(input), input.why]) }
    document.table(table)
    let more = plan.assumptions.count - shown.count
    if more > 0 { document.paragraph("and \(more) more \(PlanDocument.more)", .secondary) }
  }

  /// Where prices come from, and what the search looked at.
  mutating func sources() {
    document.heading("Sources")
    var order: [String] = []
    var sums: [String: Money] = [:]
    for line in plan.workloads.flatMap({ $0.chosen?.lines ?? [] }) + plan.sharedLines {
      if sums[line.source] == nil { order.append(line.source) }
      sums[line.source] = (sums[line.source] ?? .zero) + line.perMonth
    }
    var table = ReportTable([.sentence("Source of prices"), .number("\(plan.currency)/month"), .number("Share")])
    let total = plan.perMonth.double
    let sorted = order.sorted { a, b in
      let (x, y) = (sums[a] ?? .zero, sums[b] ?? .zero)
      return x == y ? a < b : x > y
    }
    for source in showsAll ? sorted[...] : sorted.prefix(8) {
      let sum = sums[source] ?? .zero
      table.add([source, Figures.money(sum), total > 0 ? Figures.share(sum.double / total) : ""])
    }
    document.table(table)
    if !showsAll, sorted.count > 8 {
      document.paragraph("and \(sorted.count - 8) more \(PlanDocument.more)", .secondary)
    }
    let search = plan.search
    document.paragraph(
      "Prices of \(plan.catalogDate), the oldest of \(plan.oldestPrice). \(count(search.candidates)) candidates, "
        + "\(count(search.evaluated)) evaluated, \(count(search.pruned)) proven too dear or impossible"
        + (search.priceUnknown > 0 ? ", \(count(search.priceUnknown)) left out for an unknown price." : "."), .secondary
    )
    if search.unprovenGroups > 0 {
      document.paragraph(
        "Not proven to be the cheapest: the joint search of \(count(search.unprovenGroups)) group(s) of workloads that "
          + "call each other ended early. --exhaustive proves it, however long that takes.", .careful)
    }
  }

  private func count(_ value: Int) -> String { Figures.grouped(String(value)) }
}
