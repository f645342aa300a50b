import Formulas
import Foundations
import Placement

/// Budgets of objectives that are no share of requests: deadlines, losses, recoveries, costs and rates.
extension BudgetStudy {
  private func detail(_ item: Case, basis: String, counted: String, watch: String) -> BudgetDetail {
    var detail = BudgetDetail(
      windowSeconds: item.window, method: "occurrences", basis: basis, counted: counted)
    detail.lints = ["no burn-rate alert: \(watch)"]
    return detail
  }

  private static let secondsPerMonth = CostBook.hoursPerMonth * 3600

  /// Lots of jobs, or runs of a training, that may end late: what the quantile leaves.
  func deadline(_ item: inout Case) -> BudgetDetail? {
    // Spot machines leave together, so that more is asked of them.
    let isSpot = item.result.chosen?.lotRun?.isSpot ?? false
    let quantile = isSpot ? planner.parameters.spotDeadlineQuantile : planner.parameters.deadlineQuantile
    let ratio = Money(scaled: Money.unit) - (Money(parsing: "\(quantile)") ?? Money(quantile))
    var uses: [BudgetUse]?
    let deadline = item.objective.target.double
    var perMonth: Double?
    switch item.workload.kind {
    case .batch(let batch):
      perMonth = batch.lotsPerMonth
      if let run = item.result.chosen?.lotRun {
        // With ranges the makespan stands at the confidence due: the law of one lot, stretched to reach it.
        let stretch = spec.ranges.isEmpty ? 1 : item.objective.predicted.map { run.makespan(quantile: quantile) / $0 } ?? 0
        let (deadline, interrupted) = (deadline * stretch, run.lateByInterruptions(deadline * stretch))
        uses = [
          BudgetUse(
            source: "spot loss", ratio: interrupted, isPlanned: false, why: "work repeated after machines are taken back"),
          BudgetUse(
            source: "slow lots", ratio: run.lateRatio(deadline) - interrupted, isPlanned: false,
            why: "Graham's bound on the makespan at the deadline"),
        ]
      }
    case .training(let training):
      perMonth = training.runsPerMonth
      if let wall = item.objective.predicted {
        uses = [
          BudgetUse(
            source: "late runs", ratio: wall > deadline ? 1 : 0, isPlanned: false,
            why: "every run takes as long as predicted")
        ]
      }
    default: break
    }
    let detail = detail(
      item, basis: "lots later than p\(PathModel.label(quantile)), the quantile at which deadlines hold",
      counted: item.workload.kindName == "training" ? "runs" : "lots", watch: "watch the end of each")
    size(&item, ratio: ratio, eventsPerSecond: perMonth.map { $0 / BudgetStudy.secondsPerMonth }, uses: uses)
    return with(detail, uses)
  }

  /// Events that may be lost.
  func loss(_ item: inout Case) -> BudgetDetail? {
    let uses = item.objective.predicted.map {
      [
        BudgetUse(
          source: "broken links", ratio: $0, isPlanned: false, why: "outages longer than the buffer of a device lasts")
      ]
    }
    var detail = detail(item, basis: "the objective itself", counted: "events", watch: "nothing may be lost")
    size(&item, ratio: item.objective.target, eventsPerSecond: item.result.load?.mean, uses: uses)
    if item.objective.target > .zero {
      detail.lints = []
      alerts(item, &detail)
    }
    return with(detail, uses)
  }

  /// Time of recoveries, or of data lost by them: the objective, as often as something fails.
  func recovery(_ item: inout Case) -> BudgetDetail? {
    let perSecond = planner.parameters.failoversPerMonth / BudgetStudy.secondsPerMonth
    let isTime = item.stated.objective == "rto"
    let uses = item.objective.predicted.map {
      [
        BudgetUse(
          source: isTime ? "failover" : "data not yet copied", ratio: perSecond * $0, isPlanned: false,
          why: isTime ? "recoveries × the time of each" : "recoveries × what each loses")
      ]
    }
    let often = Figures.significant(planner.parameters.failoversPerMonth, 2)
    let detail = detail(
      item, basis: "the objective × \(often) recoveries a month, assumed", counted: "requests",
      watch: "measure each recovery")
    let ratio = Money(perSecond * item.objective.target.double)
    size(&item, ratio: ratio, eventsPerSecond: item.result.load?.mean, uses: uses)
    // Both are the same multiple of what is compared; the quotient is that of the objective itself.
    if let value = item.objective.predicted {
      let target = item.objective.target.double
      let used = target > 0 ? value / target : value > 0 ? .infinity : 0
      item.objective.budget?.usedRatio = used
      item.objective.budget?.remainingRatio = 1 - used
    }
    return with(detail, uses)
  }

  /// Money: the objective for every transaction of the window, used by the categories of cost.
  func cost(_ item: inout Case) -> BudgetDetail? {
    let one = Money(scaled: Money.unit)
    var detail = detail(
      item, basis: "the whole objective may be spent", counted: "transactions", watch: "compare with the bill")
    guard let chosen = item.result.chosen, let each = chosen.perTransaction, each > .zero else {
      size(&item, ratio: one, eventsPerSecond: nil, uses: nil)
      item.objective.budget?.money = nil
      return detail
    }
    let perMonth = chosen.perMonth.double / each.double
    let target = item.objective.target.double
    var categories: [String: Money] = [:]
    for line in chosen.lines { categories[line.category] = (categories[line.category] ?? .zero) + line.perMonth }
    detail.uses = categories.sorted { $0.key < $1.key }.map { name, amount in
      BudgetUse(
        source: name, ratio: target > 0 ? amount.double / perMonth / target : .infinity, isPlanned: false,
        why: "lines of that category")
    }
    size(&item, ratio: one, eventsPerSecond: perMonth / BudgetStudy.secondsPerMonth, uses: detail.uses)
    if let value = item.objective.predicted, target > 0 {
      item.objective.budget?.usedRatio = value / target
      item.objective.budget?.remainingRatio = 1 - value / target
    }
    let count = perMonth * item.window / BudgetStudy.secondsPerMonth
    item.objective.budget?.money = item.objective.target.times(count)
    return detail
  }

  /// The rate that the placement carries, of which the objective claims its part.
  func throughput(_ item: inout Case) -> BudgetDetail? {
    let carried = item.objective.predicted
    let claimed = carried.map { $0 > 0 ? item.objective.target.double / $0 : .infinity }
    let uses = claimed.map {
      [BudgetUse(source: "the rate asked for", ratio: $0, isPlanned: false, why: "objective ÷ rate carried")]
    }
    let detail = detail(
      item, basis: "all that the placement carries", counted: "requests", watch: "watch the busy share")
    size(&item, ratio: Money(scaled: Money.unit), eventsPerSecond: carried, uses: uses)
    // Room that is left is no outage.
    item.objective.budget?.money = nil
    return with(detail, uses)
  }

  private func with(_ detail: BudgetDetail, _ uses: [BudgetUse]?) -> BudgetDetail {
    var detail = detail
    detail.uses = uses ?? []
    return detail
  }
}
