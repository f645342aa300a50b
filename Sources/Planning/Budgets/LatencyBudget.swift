import Formulas
import Foundations
import Placement

/// Budgets of times: at p99, one request of a hundred may be late.
extension BudgetStudy {
  func latency(_ item: inout Case, percentile: Double) -> BudgetDetail {
    let ratio = Money(scaled: Money.unit) - (Money(parsing: "\(percentile)") ?? Money(percentile))
    let method = method(item)
    var detail = BudgetDetail(
      windowSeconds: item.window, method: method.name, basis: "one less the percentile", counted: method.counted)
    let uses = tails(item, percentile: percentile)
    size(&item, ratio: ratio, eventsPerSecond: eventsPerSecond(item), uses: uses)
    detail.uses = uses ?? []
    alerts(item, &detail)
    return detail
  }

  /// The path whose time is limited.
  private func path(_ item: Case) -> PathNode? {
    let chosen = item.result.chosen
    if item.stated.completionPercentile != nil { return chosen?.completion }
    switch TokenObjective(item.stated.objective)?.time {
    case .first?: return chosen?.firstTokenPath
    case .further?: return chosen?.perTokenPath
    case nil: return chosen?.path
    }
  }

  /// What makes requests late; `nil` where the path is unknown.
  private func tails(_ item: Case, percentile: Double) -> [BudgetUse]? {
    guard let path = path(item) else { return nil }
    var limit = item.objective.target.double
    var late = 1.0
    if PathModel.isStable(path) {
      if !spec.ranges.isEmpty {
        // With ranges the percentile stands at the confidence due: the law of one fleet, stretched to reach it.
        limit *= item.objective.predicted.map { PathModel.percentile(percentile, path) / $0 } ?? 0
      }
      // What was read with the percentiles is as good but in the deep tail.
      let isKnown = item.stated.percentile != nil && percentile <= 0.9995
      late =
        (isKnown ? item.result.chosen?.lateRatios[limit] : nil) ?? PathModel.tail(limit, path, near: percentile)
    }
    var use = BudgetUse(
      source: "the latency tail", ratio: late, isPlanned: false, why: "requests slower than the objective")
    if let rule = item.stated.slices {
      let events = (item.result.load?.mean ?? 0) * rule.slices.sliceSeconds
      use.ratio = rule.slices.badRatio(errorRatio: late, events: events)
      use.why = "slices in which more than \(Figures.share(1 - rule.slices.sliceTarget)) of the requests are slower"
    }
    var uses = [use]
    if item.stated.percentile != nil, spec.ranges.isEmpty,
      var burst = bursts(limit, item.result)
    {
      // The late requests of a burst come one after the other, as an outage of that length.
      if let every = item.result.chosen?.burst?.every {
        burst.ratio = sliced(burst.ratio, outage: burst.ratio * every, item)
      }
      uses.append(burst)
    }
    return uses
  }

  /// What bursts cost an objective, for a reader.
  func burstDetails(
    _ objective: ObjectiveResult, _ detail: BudgetDetail, _ result: WorkloadResult
  ) -> [PlacementDetail] {
    guard let use = detail.uses.first(where: { $0.source == "bursts" }), let burst = result.chosen?.burst,
      let ratio = objective.budget?.ratio.double, ratio > 0
    else { return [] }
    let name = objective.objective
    let each = use.ratio * ((result.load?.mean ?? 0) * burst.every + (burst.during - burst.before) * burst.duration)
    return [
      PlacementDetail("burst_late", each, "", "requests of a burst and the time after it later than \(name) allows"),
      PlacementDetail("burst_budget", use.ratio / ratio, "ratio", "of the error budget of \(name) that bursts use"),
    ]
  }

  /// What bursts make later than a limit in seconds, the rest of the path at its mean.
  private func bursts(_ limit: Double, _ result: WorkloadResult) -> BudgetUse? {
    guard let burst = result.chosen?.burst, let path = result.chosen?.path, let mean = result.load?.mean else {
      return nil
    }
    let wait = limit - PathModel.cumulants(path).mean
    let late = burst.lateRatio(limit: wait, mean: mean)
    guard late > 0 else { return nil }
    let each = burst.late(limit: wait)
    return BudgetUse(
      source: "bursts", ratio: late, isPlanned: false,
      why: each.isFinite
        ? "\(Int(clamped: each.rounded())) late requests a burst, the backlog of a fleet of fixed size"
        : "the queue of a burst lasts into the next")
  }
}
