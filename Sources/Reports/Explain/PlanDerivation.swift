import Foundations
import Placement
import Planning
import Spec

/// Derives the figures of a plan: each from the plan's own record, down to what the spec states, the catalog lists
/// or the program assumes.
package struct PlanDerivation {
  let plan: Plan
  let problem: Problem
  let session: PlanSession
  let lines: SpecLines
  let assumed: [String: AssumedInput]
  static let secondsPerMonth = 730.0 * 3600

  /// Prepares the derivation of a plan that a session found.
  package init?(_ plan: Plan, _ session: PlanSession) {
    guard let problem = session.problem(month: plan.month) else { return nil }
    self.init(plan, session, problem: problem)
  }

  /// The same for the load of another month.
  init?(_ plan: Plan, _ session: PlanSession, problem: Problem) {
    self.plan = plan
    self.problem = problem
    self.session = session
    lines = SpecLines(session)
    assumed = Dictionary(plan.assumptions.map { ($0.path, $0) }) { first, _ in first }
  }

  // MARK: Paths

  /// The derivation of a path of the JSON result; `nil` when it has none of its own.
  ///
  /// `chosen` may be left out; lines and objectives are counted from 0, objectives may be named.
  package func derivation(_ path: String) -> Derivation? {
    let parts = PlanDerivation.parts(path)
    switch parts.first {
    case "totals": return totals(Array(parts.dropFirst()))
    case "workloads":
      guard parts.count > 2, let result = plan.workloads.first(where: { $0.name == parts[1] }) else { return nil }
      var rest = Array(parts.dropFirst(2))
      if rest.first == "chosen" { rest.removeFirst() }
      return workload(result, rest)
    case "shared":
      guard parts.count >= 3, parts[1] == "lines", let index = Int(parts[2]), plan.sharedLines.indices.contains(index)
      else { return nil }
      return line(plan.sharedLines[index], "shared.lines[\(index)]", nil, Array(parts.dropFirst(3)))
    case "budgets":
      guard parts.count > 2, let budget = budget(parts[1]), parts[2] == "value", let value = budget.value else {
        return nil
      }
      let inner =
        budget.id == "monthly"
        ? totals(["per_month"]) : budget.id == "cost_per_transaction" ? totals(["per_transaction"]) : carbonTotal
      return inner.map { .rule(.same, path, value.double, budget.unit, "the plan's own figure", [$0], exact: value) }
    case "horizon": return horizon(parts)
    case "search": return search(parts)
    case "revenue": return margin(parts)
    case "bill": return bill(parts)
    default: return nil
    }
  }

  /// `a.b[2].c` as `a`, `b`, `2`, `c`.
  static func parts(_ path: String) -> [String] {
    path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init).reduce(into: [String]()) { parts, part in
      // Objectives such as latency.p99 are one name within slo.
      if let last = parts.last, last == "latency", part.hasPrefix("p"), parts.count >= 2,
        parts[parts.count - 2] == "slo"
      {
        parts[parts.count - 1] = "latency.\(part)"
      } else {
        parts.append(part)
      }
    }
  }

  private func budget(_ word: String) -> SpendingBudget? {
    if let index = Int(word) { return plan.budgets.indices.contains(index) ? plan.budgets[index] : nil }
    return plan.budgets.first { $0.id == word }
  }

  // MARK: Totals

  private func totals(_ parts: [String]) -> Derivation? {
    let currency = plan.currency
    switch parts.first {
    case "per_month":
      return .rule(
        .sum, "totals.per_month", plan.perMonth.double, "\(currency)/month", "every workload, and what they share",
        workloadCosts + sharedLines, exact: plan.perMonth)
    case "per_transaction":
      guard let each = plan.perTransaction, let total = totals(["per_month"]),
        let count = totals(["transactions_per_month"])
      else { return nil }
      return .rule(
        .quotient, "totals.per_transaction", each.double, currency, "total over transactions", [total, count],
        exact: each)
    case "transactions_per_month": return transactions
    case "per_customer":
      guard let each = plan.perCustomer, let customers = problem.money.customers, let total = totals(["per_month"])
      else {
        return nil
      }
      let leaf = Derivation.leaf(
        "customers", customers, "", source: "spec, grown to month \(plan.month)", line: lines.line("customers.count"))
      return .rule(
        .quotient, "totals.per_customer", each.double, currency, "total over customers", [total, leaf], exact: each)
    case "by_category":
      guard parts.count > 1, let item = plan.byCategory.first(where: { $0.0 == parts[1] }) else { return nil }
      let found = plan.workloads.flatMap { result in
        (result.chosen?.lines ?? []).enumerated().filter { $0.element.category == parts[1] }.map { index, line in
          self.amount(
            line, "workloads.\(result.name).chosen.cost.lines[\(index)]", PlacementSubject(chosen: result))
        }
      }
      let shared = plan.sharedLines.enumerated().filter { $0.element.category == parts[1] }.map { index, line in
        self.amount(line, "shared.lines[\(index)]", nil)
      }
      return .rule(
        .sum, "totals.by_category.\(parts[1])", item.1.double, "\(currency)/month", "lines of the category",
        found + shared, exact: item.1)
    case "by_model":
      guard parts.count > 1, let item = plan.byModel.first(where: { $0.0 == parts[1] }) else { return nil }
      let inputs =
        parts[1] == "shared"
        ? sharedLines
        : plan.workloads.filter { $0.chosen?.model.rawValue == parts[1] }.compactMap { PlacementSubject(chosen: $0) }
          .map(cost)
      return .rule(
        .sum, "totals.by_model.\(parts[1])", item.1.double, "\(currency)/month", "workloads of the model", inputs,
        exact: item.1)
    default: return nil
    }
  }

  private var workloadCosts: [Derivation] { plan.workloads.compactMap { PlacementSubject(chosen: $0) }.map(cost) }

  private var sharedLines: [Derivation] {
    plan.sharedLines.enumerated().map { amount($0.element, "shared.lines[\($0.offset)]", nil) }
  }

  private var transactions: Derivation? {
    guard let name = problem.transactionWorkload, let workload = problem.workloads.first(where: { $0.name == name })
    else {
      return nil
    }
    let requests = spec("transaction.requests", problem.requestsPerTransaction, "requests")
    if case .batch(let batch) = workload.kind {
      return .rule(
        .product, "totals.transactions_per_month", plan.transactionsPerMonth, "",
        "jobs of a lot, lots a month, over requests",
        [
          spec("workloads.\(name).jobs.count", batch.jobs, "jobs"), .leaf("lots a month", batch.lotsPerMonth),
          .leaf("1 / requests", 1 / problem.requestsPerTransaction),
        ])
    }
    guard let load = plan.workloads.first(where: { $0.name == name })?.load else { return nil }
    let month = Derivation.rule(
      .product, "requests a month", load.mean * PlanDerivation.secondsPerMonth, "", "mean rate over a month of 730 h",
      [rate(name, load, "mean"), .leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h")])
    return .rule(
      .quotient, "totals.transactions_per_month", plan.transactionsPerMonth, "", "requests over requests a transaction",
      [month, requests])
  }

  private func margin(_ parts: [String]) -> Derivation? {
    guard parts.count > 1, parts[1] == "gross_margin", let revenue = plan.revenue, let total = totals(["per_month"])
    else {
      return nil
    }
    let share = Derivation.rule(
      .quotient, "cost over revenue", plan.perMonth.double / revenue.double, "ratio", "total over revenue",
      [total, spec("finance.revenue", revenue.double, "\(plan.currency)/month")])
    return .rule(
      .complement, "revenue.gross_margin", 1 - plan.perMonth.double / revenue.double, "ratio",
      "one less cost over revenue", [share])
  }

  private func bill(_ parts: [String]) -> Derivation? {
    guard let bill = plan.bill, parts.count > 1, parts[1] == "unexplained" else { return nil }
    return .rule(
      .difference, "bill.unexplained", (bill.stated - bill.modelled).double, plan.currency, "stated less modelled",
      [
        .leaf(
          "bill.stated", bill.stated.double, plan.currency, source: "spec", line: lines.line("current.bill.total"),
          exact: bill.stated),
        .leaf(
          "bill.modelled", bill.modelled.double, plan.currency,
          source: "what runs today, priced line by line without labour", exact: bill.modelled),
      ], exact: bill.stated - bill.modelled)
  }

  private var carbonTotal: Derivation? {
    let parts = plan.workloads.compactMap { result in result.chosen?.carbonKilograms.map { (result.name, $0) } }
    return .rule(
      .sum, "carbon", parts.reduce(0) { $0 + $1.1 }, "kg/month", "every placement",
      parts.map {
        .leaf(
          "workloads.\($0.0).chosen.carbon_kg_per_month", $0.1, "kg",
          source: "vCPUs x 4 W x 0.73 kh x intensity of the region's grid")
      })
  }

  // MARK: Leaves

  /// An input of the spec: stated in a line, or assumed and why.
  func spec(_ path: String, _ value: Double, _ unit: String) -> Derivation {
    if let line = lines.line(path) { return .leaf(path, value, unit, source: "spec", line: line) }
    if let input = assumed[path] { return .leaf(path, value, unit, source: "assumed: \(input.why)") }
    return .leaf(path, value, unit, source: "spec or default")
  }
}
