import Foundations
import Planning

/// A plan for people at a terminal: the answer first, then the reasons, then the details.
package struct PlanText {
  let plan: Plan
  let width: Int
  let style: Style
  /// Also the rejected placements beyond the first few, and every assumption.
  let showsAll: Bool
  private(set) var lines: [String] = []

  /// The report, at most `width` columns wide.
  package static func text(_ plan: Plan, width: Int, style: Style, showsAll: Bool = false) -> String {
    var report = PlanText(plan: plan, width: max(60, min(width, 200)), style: style, showsAll: showsAll)
    report.write()
    return report.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    summary()
    overview()
    for workload in plan.workloads { details(workload) }
    totals()
    ranges()
    outlook()
    budgets()
    assumptions()
  }

  // MARK: Building blocks

  private mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  private mutating func heading(_ title: String) {
    blank()
    lines.append(style.bold(DisplayWidth.cut(title, to: width)))
  }

  private mutating func paragraph(_ text: String, indent: Int = 2) {
    let pad = String(repeating: " ", count: indent)
    lines += DisplayWidth.wrap(text, to: width - indent).map { pad + $0 }
  }

  private mutating func item(_ text: String, indent: Int = 2) {
    let pad = String(repeating: " ", count: indent)
    for (index, line) in DisplayWidth.wrap(text, to: width - indent - 2).enumerated() {
      lines.append(pad + (index == 0 ? "- " : "  ") + line)
    }
  }

  private mutating func table(_ table: TextTable, indent: Int = 2) {
    lines += table.lines(width: width, indent: indent, style: style)
  }

  private func money(_ value: Money) -> String { "\(Figures.money(value)) \(plan.currency)" }

  // MARK: The first screen

  private mutating func summary() {
    let verdict =
      switch plan.verdict {
      case .pass: style.green("meets every objective and budget")
      case .fail: style.red("misses an objective or a budget")
      case .infeasible: style.red("has no placement for every workload")
      }
    lines.append("\(style.bold(plan.specName)) \(verdict)\(plan.month > 0 ? " (month \(plan.month))" : "")")
    blank()
    var facts = Facts()
    if plan.verdict != .infeasible {
      var total = money(plan.perMonth)
      if let spread = plan.ranges?.perMonth {
        total += " expected; \(Figures.money(Money(spread.p10))) to \(Figures.money(Money(spread.p90))) (P10 to P90)"
      }
      facts.add(["Total a month", total])
      if let each = plan.perTransaction, plan.transactionsPerMonth > 0 {
        facts.add([
          "Per \(plan.transactionName)",
          "\(money(each)), at \(Figures.count(plan.transactionsPerMonth)) a month",
        ])
      }
      if let each = plan.perCustomer { facts.add(["Per customer", money(each)]) }
      if let revenue = plan.revenue, revenue > .zero {
        let margin = 1 - plan.perMonth.double / revenue.double
        facts.add(["Gross margin", "\(Figures.ratio(margin)) of \(money(revenue)) revenue a month"])
      }
      facts.add(["Breaks", firstBreak])
      if let first = plan.ranges?.drivers.first {
        facts.add([
          "Decided by", "\(first.path): \(Figures.money(first.low)) to \(Figures.money(first.high)) over its range",
        ])
      }
    }
    for credit in plan.credits {
      facts.add([
        "Credit",
        "\(money(credit.amount)) of \(credit.provider) lasts \(Figures.significant(credit.coversMonths, 2)) months at this spending",
      ])
    }
    if let bill = plan.bill, bill.stated > .zero {
      let share = bill.modelled.double / bill.stated.double
      facts.add([
        "Your bill", "\(Figures.ratio(share)) reproduced; unexplained \(money(bill.stated - bill.modelled))",
      ])
    }
    facts.add(["Assumed", assumed])
    lines += facts.lines(width: width)
  }

  /// Labels with texts that wrap beside them.
  private struct Facts {
    private var rows: [(label: String, text: String)] = []

    mutating func add(_ cells: [String]) { rows.append((cells.first ?? "", cells.last ?? "")) }

    func lines(width: Int) -> [String] {
      let first = (rows.map { DisplayWidth.of($0.label) }.max() ?? 0) + 4
      return rows.flatMap { row -> [String] in
        DisplayWidth.wrap(row.text, to: width - first).enumerated().map { index, line in
          let label = index == 0 ? "  " + row.label : ""
          return label + String(repeating: " ", count: max(0, first - DisplayWidth.of(label))) + line
        }
      }
    }
  }

  private var firstBreak: String {
    guard let first = plan.breaks.min(by: { ($0.month, $0.workload) < ($1.month, $1.workload) }) else {
      let last = plan.horizon.map(\.month).max() ?? 0
      return last > plan.month ? "not within \(last) months" : "no horizon"
    }
    var text = "month \(first.month): \(first.workload) \(first.constraint)"
    if let value = first.value, let limit = first.limit {
      let unit = unit(of: first.constraint)
      text += " \(Figures.value(value, unit: unit)) against \(Figures.value(limit, unit: unit))"
    }
    return text
  }

  private func unit(of constraint: String) -> String {
    if constraint.hasPrefix("latency") || ["deadline", "rto", "rpo"].contains(constraint) { return "s" }
    if constraint == "memory" { return "B" }
    return ["availability", "utilization"].contains(constraint) ? "ratio" : ""
  }

  private var assumed: String {
    let stated = max(0, plan.inputCount - plan.assumptions.count)
    let first = plan.assumptions.prefix(2).map(\.path).joined(separator: ", ")
    return "\(plan.assumptions.count) of \(stated + plan.assumptions.count) inputs"
      + (first.isEmpty ? "" : "; first \(first)")
  }

  private mutating func overview() {
    blank()
    // Availability and objectives give way on a narrow screen; they stand below.
    let isNarrow = width < 100
    var columns: [TextTable.Column] = [
      .init("Workload"), .init("Runs as", isFlexible: true), .init("Where"), .init("p99", isRight: true),
    ]
    if !isNarrow { columns += [.init("Availability", isRight: true), .init("SLOs")] }
    var overview = TextTable(columns + [.init("\(plan.currency)/month", isRight: true)])
    func add(_ name: String, _ runs: String, _ place: String, _ p99: String, _ rest: [String], _ cost: String) {
      overview.add([name, runs, place, p99] + (isNarrow ? [] : rest) + [cost])
    }
    for workload in plan.workloads {
      guard let chosen = workload.chosen else {
        add(workload.name, "no placement", "", "", ["", ""], "")
        continue
      }
      let met = workload.slo.filter { $0.met == true }.count
      let time =
        chosen.latency.map { Figures.duration($0.total.p99) } ?? chosen.makespan.map { "end " + Figures.duration($0) }
      add(
        workload.name, runs(chosen), place(chosen), time ?? "",
        [
          chosen.availability.map(Figures.ratio) ?? "",
          workload.slo.isEmpty ? "" : "\(met)/\(workload.slo.count) met",
        ], Figures.money(chosen.perMonth))
    }
    if !plan.sharedLines.isEmpty {
      let sum = plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth }
      add("(shared)", plan.sharedLines.first?.item ?? "", "", "", ["", ""], Figures.money(sum))
    }
    if plan.verdict != .infeasible { add("Total", "", "", "", ["", ""], Figures.money(plan.perMonth)) }
    table(overview)
  }

  private func runs(_ placed: PlacedWorkload) -> String {
    guard let site = placed.sites.first, placed.form != .external else { return placed.form.rawValue }
    // On a narrow screen the machines matter most; form and spread stand below.
    if width < 100, let machine = site.machine { return "\(site.count) × \(machine)" }
    let machine = site.machine.map { "\(site.count) × \($0), \(site.purchase.rawValue)" } ?? ""
    return "\(placed.form.rawValue) \(placed.topology.rawValue)\(machine.isEmpty ? "" : ", " + machine)"
  }

  private func place(_ placed: PlacedWorkload) -> String {
    guard let site = placed.sites.first, placed.form != .external else { return "elsewhere" }
    return "\(site.provider):\(site.region)"
  }

  // MARK: One workload

  private mutating func details(_ workload: WorkloadResult) {
    heading("\(workload.name) (\(workload.kind))")
    if let load = workload.load, load.mean > 0 {
      var text = "Load \(Figures.rate(load.mean))"
      if !load.fromCalls.isEmpty {
        let from = load.fromCalls.map { "\(Figures.rate($0.rate)) from \($0.caller)" }.joined(separator: " + ")
        text += " = \(Figures.rate(load.own)) own + \(from)"
      }
      paragraph("\(text); busy hour \(Figures.rate(load.peak))")
    }
    for sentence in workload.why { paragraph(sentence) }
    if let chosen = workload.chosen {
      objectives(workload)
      costs(chosen)
      hops(chosen)
    }
    alternatives(workload)
  }

  private mutating func objectives(_ workload: WorkloadResult) {
    guard !workload.slo.isEmpty else { return }
    blank()
    var rows = TextTable([
      .init("Objective"), .init("Target", isRight: true), .init("Predicted", isRight: true), .init(""),
      .init("Budget left", isFlexible: true),
    ])
    for slo in workload.slo {
      var met = slo.met.map { $0 ? "met" : "missed" } ?? "unknown"
      if let probability = slo.probability { met += " with \(Figures.ratio(probability))" }
      rows.add([
        slo.objective, Figures.value(slo.target.double, unit: slo.unit == plan.currency ? "" : slo.unit),
        slo.predicted.map { Figures.value($0, unit: slo.unit) } ?? "unknown", met, slo.budget.map(left) ?? "",
      ])
    }
    table(rows)
  }

  private func left(_ budget: BudgetFigures) -> String {
    guard let remaining = budget.remainingRatio else { return "\(Figures.significant(budget.minutes, 4)) min" }
    let minutes = remaining * budget.minutes
    return
      "\(Figures.significant(minutes, 3)) of \(Figures.significant(budget.minutes, 4)) min (\(Figures.ratio(remaining)))"
  }

  private mutating func costs(_ placed: PlacedWorkload) {
    blank()
    var rows = TextTable([
      .init("Cost"), .init("", isFlexible: true), .init("Quantity", isRight: true), .init("Unit"),
      .init("Price", isRight: true), .init("\(plan.currency)/month", isRight: true),
    ])
    for line in placed.lines {
      rows.add([
        line.category, line.item, Figures.count(line.quantity), line.unit,
        Figures.significant(line.unitPrice.double, 4),
        Figures.money(line.perMonth),
      ])
    }
    table(rows)
  }

  private mutating func hops(_ placed: PlacedWorkload) {
    guard let latency = placed.latency else { return }
    blank()
    var rows = TextTable([
      .init("Latency", isFlexible: true), .init("p50", isRight: true), .init("p95", isRight: true),
      .init("p99", isRight: true),
    ])
    for hop in latency.hops {
      rows.add([
        hop.name, Figures.duration(hop.figures.p50), Figures.duration(hop.figures.p95),
        Figures.duration(hop.figures.p99),
      ])
    }
    rows.add([
      "whole path (percentiles do not add up)", Figures.duration(latency.total.p50),
      Figures.duration(latency.total.p95),
      Figures.duration(latency.total.p99),
    ])
    table(rows)
    paragraph(style.dim(DisplayWidth.cut(latency.method, to: width - 2)))
  }

  private mutating func alternatives(_ workload: WorkloadResult) {
    guard !workload.alternatives.isEmpty else { return }
    blank()
    let shown = showsAll ? workload.alternatives[...] : workload.alternatives.prefix(6)
    var rows = TextTable([.init("Instead", isFlexible: true), .init("Lost on", isFlexible: true)])
    for other in shown {
      guard let rejection = other.rejected else { continue }
      rows.add([other.label, reason(rejection)])
    }
    table(rows)
    let more = workload.alternatives.count - shown.count
    if more > 0 { paragraph(style.dim("and \(more) more with --all")) }
  }

  private func reason(_ rejection: Rejection) -> String {
    if let extra = rejection.extraPerMonth { return "cost: \(money(extra)) a month more" }
    guard let value = rejection.value else { return "\(rejection.constraint): \(rejection.by)" }
    let limit = rejection.limit.map { ", limit \(Figures.value($0, unit: rejection.unit))" } ?? ""
    return "\(rejection.constraint): \(Figures.value(value, unit: rejection.unit))\(limit)"
  }

  // MARK: The whole

  private mutating func totals() {
    guard plan.verdict != .infeasible else { return }
    heading("Totals")
    var rows = TextTable([
      .init("By category"), .init("\(plan.currency)/month", isRight: true), .init("Share", isRight: true),
    ])
    let sum = plan.perMonth.double
    for (name, value) in plan.byCategory.sorted(by: { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }) {
      rows.add([name, Figures.money(value), sum > 0 ? Figures.ratio(value.double / sum) : ""])
    }
    rows.add(["total", Figures.money(plan.perMonth), ""])
    table(rows)
    let models = plan.byModel.map { "\($0.0) \(Figures.money($0.1))" }.joined(separator: ", ")
    paragraph("By placement model: \(models)")
  }

  private mutating func ranges() {
    guard let ranges = plan.ranges, !ranges.drivers.isEmpty else { return }
    heading("What the ranges do")
    paragraph(
      "\(ranges.draws) draws; objectives must hold in \(Figures.ratio(ranges.confidence)) of them. Cost a month when one input goes through its range and fleets are resized:"
    )
    var rows = TextTable([
      .init("Input", isFlexible: true), .init("at P5", isRight: true), .init("at P95", isRight: true),
      .init("Swing", isRight: true),
    ])
    for driver in ranges.drivers {
      rows.add([driver.path, Figures.money(driver.low), Figures.money(driver.high), Figures.money(driver.swing)])
    }
    table(rows)
  }

  private mutating func outlook() {
    guard plan.horizon.count > 1, plan.verdict != .infeasible else { return }
    heading("Outlook, fleets resized where they are")
    var rows = TextTable([
      .init("Month", isRight: true), .init("\(plan.currency)/month", isRight: true),
      .init("Today's fleet", isFlexible: true),
    ])
    for point in plan.horizon {
      rows.add([
        "\(point.month)", point.cost.map { Figures.money($0) } ?? "no placement",
        point.firstBreach.map { "broken: \($0)" } ?? "holds",
      ])
    }
    table(rows)
    for breach in plan.breaks {
      var text = "month \(breach.month): \(breach.workload) breaks \(breach.constraint)"
      if let value = breach.value, let limit = breach.limit {
        let unit = unit(of: breach.constraint)
        text += ", \(Figures.value(value, unit: unit)) against \(Figures.value(limit, unit: unit))"
      }
      item(text)
    }
  }

  private mutating func budgets() {
    guard !plan.budgets.isEmpty else { return }
    heading("Budgets")
    var rows = TextTable([
      .init("Budget"), .init("Limit", isRight: true), .init("Value", isRight: true), .init("Unit"), .init(""),
    ])
    for budget in plan.budgets {
      rows.add([
        budget.id, Figures.money(budget.limit), budget.value.map { Figures.money($0) } ?? "unknown", budget.unit,
        budget.met.map { $0 ? "met" : "exceeded" } ?? "unknown",
      ])
    }
    table(rows)
  }

  private mutating func assumptions() {
    guard !plan.assumptions.isEmpty else { return }
    heading("Assumed; state them in the spec to overrule")
    var rows = TextTable([.init("Input", isFlexible: true), .init("Value"), .init("Because", isFlexible: true)])
    let shown = showsAll ? plan.assumptions[...] : plan.assumptions.prefix(8)
    for input in shown {
      rows.add([input.path, input.unit.isEmpty ? input.value : "\(input.value) \(input.unit)", input.why])
    }
    table(rows)
    let more = plan.assumptions.count - shown.count
    if more > 0 { paragraph(style.dim("and \(more) more with --all")) }
    blank()
    paragraph(
      style.dim(
        DisplayWidth.cut(
          "Prices of \(plan.catalogDate), oldest \(plan.oldestPrice); \(plan.search.candidates) candidates, \(plan.search.evaluated) evaluated",
          to: width - 2)))
  }
}
