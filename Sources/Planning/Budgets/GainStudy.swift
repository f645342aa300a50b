import Formulas
import Foundations

/// One way to fail less, with what it costs and returns.
package struct ReliabilityGain: Sendable, Hashable {
  /// The objective whose next nine it is, such as `api.availability`.
  package var objective: String
  package var target: Money
  package var extraPerMonth: Money
  /// Minutes of outage a month that it spares, by the predictions before and after.
  package var sparedMinutes: Double
  /// The same at the stated outage cost; `nil` when none is stated.
  package var worthPerMonth: Money?
  /// Whether it belongs to the choice that returns most within the monthly budget.
  package var isFunded: Bool

  /// What a unit of money spent on it brings back; `nil` when it costs nothing or its worth is unknown.
  package var returnRatio: Double? {
    guard let worth = worthPerMonth, extraPerMonth > .zero else { return nil }
    return worth.double / extraPerMonth.double
  }
}

/// Ranks what would make a plan more reliable by what it returns; each gain is taken by itself.
struct GainStudy {
  let problem: Problem

  /// The gains of a plan, the best first: free ones, then by return, then by minutes spared for the money.
  func gains(_ results: [WorkloadResult], perMonth: Money) -> [ReliabilityGain] {
    var gains: [ReliabilityGain] = []
    for result in results {
      let outage = problem.workloads.first { $0.name == result.name }?.outageCostPerMinute
      for objective in result.slo {
        guard let nine = objective.budget?.detail?.nextNine, let extra = nine.extraPerMonth,
          let spared = nine.sparedMinutes, spared > 0
        else { continue }
        gains.append(
          ReliabilityGain(
            objective: objective.id, target: nine.target, extraPerMonth: extra, sparedMinutes: spared,
            worthPerMonth: outage.map { $0.times(spared) }, isFunded: false))
      }
    }
    fund(&gains, perMonth: perMonth)
    return gains.sorted(by: GainStudy.isBefore)
  }

  private static func isBefore(_ a: ReliabilityGain, _ b: ReliabilityGain) -> Bool {
    let free = (a.extraPerMonth <= .zero, b.extraPerMonth <= .zero)
    if free.0 != free.1 { return free.0 }
    if let x = a.returnRatio, let y = b.returnRatio, x != y { return x > y }
    if (a.worthPerMonth == nil) != (b.worthPerMonth == nil) { return a.worthPerMonth != nil }
    let (x, y) = (a.sparedMinutes * b.extraPerMonth.double, b.sparedMinutes * a.extraPerMonth.double)
    return x == y ? a.objective < b.objective : x > y
  }

  /// The choice of greatest net worth within what the budget leaves; all that returns more than it costs without one.
  private func fund(_ gains: inout [ReliabilityGain], perMonth: Money) {
    let known = gains.indices.filter { index in
      gains[index].worthPerMonth.map { $0 >= gains[index].extraPerMonth } ?? false
    }
    let left = problem.money.monthlyBudget.map { ($0.limit - perMonth).double } ?? .infinity
    let chosen = Knapsack.best(
      costs: known.map { gains[$0].extraPerMonth.double },
      worths: known.map { ((gains[$0].worthPerMonth ?? .zero) - gains[$0].extraPerMonth).double }, cap: max(0, left))
    for index in chosen { gains[known[index]].isFunded = true }
  }
}
