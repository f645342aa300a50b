import Formulas
import Foundations
import Placement
import Spec

/// Works out what stands behind every error budget of a plan.
struct BudgetStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket
  let workloads: [String: WorkloadProblem]

  init(planner: Planner, problem: Problem, market: CatalogMarket) {
    self.planner = planner
    self.problem = problem
    self.market = market
    workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
  }

  var spec: Spec { planner.spec }

  /// An objective with what its budget is worked out from.
  struct Case {
    var objective: ObjectiveResult
    let stated: ObjectiveProblem
    let result: WorkloadResult
    let workload: WorkloadProblem
    /// Seconds of the window.
    var window: Double { workload.windowSeconds }
    /// The percentile of a time that is limited; `nil` for other objectives.
    var percentile: Double? {
      stated.percentile ?? stated.completionPercentile ?? TokenObjective(stated.objective)?.percentile
    }
  }

  /// The results with their budgets told in full.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    let placed = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
    let nines = planner.options.pricesNines ? NineStudy(planner: planner, problem: problem, market: market) : nil
    let prices = nines?.prices(results) ?? [:]
    return Parallel.map(results.count) { [self] index in
      var result = results[index]
      guard let workload = workloads[result.name] else { return result }
      for index in result.slo.indices {
        guard let stated = workload.objectives.first(where: { $0.objective == result.slo[index].objective }) else {
          continue
        }
        var item = Case(objective: result.slo[index], stated: stated, result: result, workload: workload)
        guard var detail = budget(&item, placed) else { continue }
        if item.objective.objective == "availability" {
          detail.nextNine = prices[item.objective.id]?.tighter
          detail.nineLess = prices[item.objective.id]?.looser
        }
        detail.uses = detail.uses.filter { $0.ratio > 0 }.sorted {
          $0.ratio == $1.ratio ? $0.source < $1.source : $0.ratio > $1.ratio
        }
        if item.percentile != nil {
          let figures = burstDetails(item.objective, detail, result)
          result.chosen?.details += figures
        }
        item.objective.budget?.detail = detail
        result.slo[index] = item.objective
      }
      return result
    }
  }

  /// The budget of an objective into its result; returns what stands behind it, `nil` when it has none.
  private func budget(_ item: inout Case, _ placed: [String: WorkloadResult]) -> BudgetDetail? {
    switch item.stated.objective {
    case "availability": return availability(&item, placed)
    case "deadline": return deadline(&item)
    case "loss": return loss(&item)
    case "rto", "rpo": return recovery(&item)
    case "cost_per_transaction": return cost(&item)
    case "throughput": return throughput(&item)
    default: return item.percentile.map { latency(&item, percentile: $0) }
    }
  }

  /// A budget of a share of events: sizes it, and holds its uses against it when they are known.
  ///
  /// - Parameters:
  ///   - eventsPerSecond: what the share is of; `nil` when the rate is unknown.
  ///   - uses: `nil` when what uses it is not known.
  func size(
    _ item: inout Case, ratio: Money, eventsPerSecond: Double?, uses: [BudgetUse]?
  ) {
    let minutes = ratio.times(item.window / 60).double
    var budget = BudgetFigures(
      ratio: ratio, minutes: minutes, events: eventsPerSecond.map { $0 * item.window * ratio.double }, usedRatio: nil,
      remainingRatio: nil, money: item.workload.outageCostPerMinute.map { $0.times(minutes) })
    if let uses {
      let used = uses.reduce(0) { $0 + $1.ratio }
      let share = ratio > .zero ? used / ratio.double : used > 0 ? Double.infinity : 0
      budget.usedRatio = share
      budget.remainingRatio = 1 - share
    }
    item.objective.budget = budget
  }

  /// The burn-rate alerts of a budget, and what is wrong with them.
  func alerts(_ item: Case, _ detail: inout BudgetDetail, ceiling: Double? = nil) {
    guard let ratio = item.objective.budget?.ratio.double, ratio > 0 else { return }
    let rate = item.result.load?.mean
    detail.alerts = AlertPlan.alerts(windowSeconds: item.window, budget: ratio)
    detail.lints = AlertPlan.lints(
      windowSeconds: item.window, budget: ratio, requestsPerSecond: rate, ceiling: ceiling,
      target: item.objective.target.double)
    if item.stated.objective == "availability" {
      detail.gravest = AlertPlan.gravest(windowSeconds: item.window, budget: ratio, requestsPerSecond: rate)
    }
  }

  /// The share as a share of slices, for an outage of `seconds` at a time.
  func sliced(_ ratio: Double, outage seconds: Double, _ item: Case) -> Double {
    guard let rule = item.stated.slices else { return ratio }
    return min(1, ratio * rule.slices.factor(outageSeconds: seconds))
  }

  /// Slices or events, and in which words.
  func method(_ item: Case) -> (name: String, counted: String) {
    guard item.stated.slices != nil else { return ("occurrences", "requests") }
    return ("timeslices", "slices")
  }

  /// What is counted, per second: slices, or requests as far as their rate is known.
  func eventsPerSecond(_ item: Case) -> Double? {
    item.stated.slices.map { 1 / $0.slices.sliceSeconds } ?? item.result.load?.mean
  }
}
