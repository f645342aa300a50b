import Foundations
import Planning

extension PlanDocument {
  /// The first screen: what it costs, when it breaks, how much of it is assumed.
  mutating func summary() {
    let (text, tone): (String, Tone) =
      switch plan.verdict {
      case .pass: passed
      case .fail: ("misses \(misses)", .bad)
      case .infeasible: ("has no placement for \(unplaced.map(\.name).joined(separator: ", "))", .bad)
      }
    document.add(.title(plan.specName, text + (plan.month > 0 ? " (month \(plan.month))" : ""), tone))
    var facts: [ReportFact] = []
    if plan.verdict == .infeasible {
      for workload in unplaced { facts.append(.init(workload.name, workload.why.first ?? "has no placement", .bad)) }
      facts.append(.init("Total a month", "unknown; what has a placement costs \(money(plan.perMonth)) a month"))
    } else {
      facts += costs
    }
    if let first = plan.ranges?.drivers.first {
      let ends = "\(Figures.money(first.low)) to \(money(first.high))"
      facts.append(.init("Decided by", "\(first.path): \(ends) a month over its range"))
    }
    facts += plan.credits.map { credit in
      let months = Figures.significant(credit.coversMonths, 2)
      return .init(
        "Credit", "\(money(credit.amount)) of \(credit.provider) lasts \(months) months, saves \(money(credit.saves))")
    }
    if let bill { facts.append(bill) }
    facts.append(.init("Assumed", assumed))
    document.add(.facts(facts))
  }

  private var unplaced: [WorkloadResult] { plan.workloads.filter { $0.chosen == nil } }

  /// What is unknown does not count as met.
  private var passed: (String, Tone) {
    let unknown =
      plan.workloads.flatMap(\.slo).filter { $0.met == nil }.map(\.id) + plan.budgets.filter { $0.met == nil }.map(\.id)
    guard !unknown.isEmpty else { return ("meets every objective and budget", .good) }
    return ("meets what could be computed; unknown: \(unknown.joined(separator: ", "))", .careful)
  }

  /// `2 of 9 objectives and the monthly budget`.
  private var misses: String {
    let objectives = plan.workloads.flatMap(\.slo)
    let missed = objectives.filter { $0.met == false }
    let budgets = plan.budgets.filter { $0.met == false }.map { "the budget \($0.id)" }
    var parts = budgets
    if missed.count == 1 {
      parts.insert(missed[0].id, at: 0)
    } else if !missed.isEmpty {
      parts.insert("\(missed.count) of \(objectives.count) objectives", at: 0)
    }
    return parts.isEmpty ? "an objective or a budget" : parts.joined(separator: " and ")
  }

  private var costs: [ReportFact] {
    var total = money(plan.perMonth)
    if let spread = plan.ranges?.perMonth {
      total += " expected; \(Figures.money(Money(spread.p10))) to \(money(Money(spread.p90))) (P10 to P90)"
    }
    var facts: [ReportFact] = [.init("Total a month", total)]
    if let each = plan.perTransaction, plan.transactionsPerMonth > 0 {
      let isTiny = each < Money(0.001) && each > .zero
      func scaled(_ value: Double) -> String { Figures.price(Money(isTiny ? value * 1e6 : value)) }
      var notes = isTiny ? ["\(scaled(each.double)) \(plan.currency) a million"] : []
      if let spread = plan.ranges?.perTransaction {
        notes.append("\(scaled(spread.p10)) to \(scaled(spread.p90)), P10 to P90")
      }
      let aside = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
      let text = "\(price(each))\(aside), at \(Figures.count(plan.transactionsPerMonth)) a month"
      facts.append(.init("Per \(plan.transactionName)", text))
    }
    if let each = plan.perCustomer { facts.append(.init("Per customer", "\(price(each)) a month")) }
    if let revenue = plan.revenue, revenue > .zero {
      let margin = 1 - plan.perMonth.double / revenue.double
      facts.append(
        .init(
          "Gross margin", "\(Figures.share(margin)) of \(money(revenue)) revenue a month", margin < 0 ? .bad : .plain))
    }
    if let first = firstBreak { facts.append(.init("Breaks", first.text, first.tone)) }
    return facts
  }

  private var firstBreak: (text: String, tone: Tone)? {
    let first = plan.breaks.min { ($0.month, $0.workload, $0.constraint) < ($1.month, $1.workload, $1.constraint) }
    guard let first else {
      let last = plan.horizon.map(\.month).max() ?? 0
      return last > plan.month ? ("not within \(last) months", .good) : nil
    }
    let figures = comparison(first.value, first.limit, of: first.constraint)
    let when = ValueText(currency: "", start: plan.start).month(first.month)
    let text = "\(when): \(first.workload) breaks \(first.constraint)"
    return (figures.isEmpty ? text : "\(text), \(figures)", .careful)
  }

  private var bill: ReportFact? {
    guard let bill = plan.bill, bill.stated > .zero else { return nil }
    let share = bill.modelled.double / bill.stated.double
    let rest =
      bill.modelled > bill.stated
      ? "\(money(bill.modelled - bill.stated)) more than was paid"
      : "unexplained \(money(bill.stated - bill.modelled))"
    return .init("Bill", "\(Figures.share(share)) of your bill of \(money(bill.stated)); \(rest)")
  }

  private var assumed: String {
    let count = plan.assumptions.count
    guard count > 0 else { return "nothing; all \(plan.inputCount) inputs are stated" }
    let most = plan.assumptions.prefix(2).map { "\($0.path) (\(PlanDocument.value($0)))" }.joined(separator: " and ")
    let lead = count == 1 ? "" : "first "
    return "\(count) of \(max(count, plan.inputCount)) inputs; \(lead)\(most)"
  }

  /// `2.5 x`.
  static func value(_ input: AssumedInput) -> String {
    input.unit.isEmpty ? input.value : "\(input.value) \(input.unit)"
  }
}
