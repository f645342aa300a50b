import Foundations
import Planning

/// One number of a plan, named by its path in the result.
package struct PlanFigure: Sendable, Hashable {
  package var path: String
  /// `USD/month`, `s`, `ratio`, `1/month` …
  package var unit: String
  package var value: Double
  /// Money exactly; `nil` for what is not money.
  package var money: Money?
  /// Whether a larger number is worse, better, or neither.
  package var worse: Direction

  /// Which way is worse.
  package enum Direction: Sendable, Hashable { case up, down, neither }
}

/// The numbers of a plan that are compared, in the order of the result.
enum PlanFigures {
  static func all(_ plan: Plan) -> [PlanFigure] {
    var figures: [PlanFigure] = []
    func add(_ path: String, _ unit: String, _ value: Double?, _ worse: PlanFigure.Direction) {
      guard let value else { return }
      figures.append(PlanFigure(path: path, unit: unit, value: value, money: nil, worse: worse))
    }
    func add(_ path: String, _ unit: String, money: Money?) {
      guard let money else { return }
      figures.append(PlanFigure(path: path, unit: unit, value: money.double, money: money, worse: .up))
    }
    let isPlaced = plan.verdict != .infeasible
    let monthly = "\(plan.currency)/month"
    add("totals.per_month", monthly, money: isPlaced ? plan.perMonth : nil)
    add("totals.per_transaction", plan.currency, money: isPlaced ? plan.perTransaction : nil)
    add("totals.transactions_per_month", "1/month", plan.transactionsPerMonth, .neither)
    for workload in plan.workloads {
      let path = "workloads.\(workload.name)"
      if let placed = workload.chosen {
        add("\(path).cost.per_month", monthly, money: placed.perMonth)
        add("\(path).cost.per_transaction", plan.currency, money: placed.perTransaction)
        for (name, value) in [
          ("p50", placed.latency?.total.p50), ("p95", placed.latency?.total.p95), ("p99", placed.latency?.total.p99),
        ] { add("\(path).latency.\(name)", "s", value, .up) }
        add("\(path).makespan", "s", placed.makespan, .up)
        add("\(path).utilization", "ratio", placed.utilization, .neither)
        add("\(path).availability", "ratio", placed.availability, .down)
        add("\(path).rto", "s", placed.rto, .up)
        add("\(path).rpo", "s", placed.rpo, .up)
        add("\(path).carbon_kg_per_month", "kg/month", placed.carbonKilograms, .up)
      }
      for objective in workload.slo {
        add("\(path).slo.\(objective.objective).target", objective.unit, objective.target.double, .neither)
        add(
          "\(path).slo.\(objective.objective).budget.remaining_ratio", "ratio", objective.budget?.remainingRatio, .down)
        add("\(path).slo.\(objective.objective).budget.minutes", "min", objective.budget?.minutes, .neither)
      }
    }
    if !plan.sharedLines.isEmpty {
      add("shared", monthly, money: plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth })
    }
    for budget in plan.budgets { add("budgets.\(budget.id).limit", budget.unit, money: budget.limit) }
    return figures
  }
}
