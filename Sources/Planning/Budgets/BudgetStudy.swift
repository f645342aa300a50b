import Formulas
import Foundations
import Placement
import Spec

/// Works out what stands behind every error budget of a plan.
struct BudgetStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  private var spec: Spec { planner.spec }

  /// The results with their budgets told in full.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    let placed = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
    let nines = planner.options.pricesNines ? NineStudy(planner: planner, problem: problem, market: market) : nil
    let prices = nines?.prices(results) ?? [:]
    let workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
    let methods = Dictionary(spec.workloads.map { ($0.name, $0.slo.method) }) { first, _ in first }
    let study = self
    return Parallel.map(results.count) { index in
      var result = results[index]
      guard let workload = workloads[result.name] else { return result }
      let method = methods[result.name].flatMap { $0 } ?? "occurrences"
      for index in result.slo.indices {
        var objective = result.slo[index]
        var detail = BudgetDetail(windowSeconds: workload.windowSeconds, method: method)
        if objective.objective == "availability" {
          study.availability(&objective, &detail, result, workload, placed, workloads)
          detail.nextNine = prices[objective.id]?.tighter
          detail.nineLess = prices[objective.id]?.looser
        } else if objective.objective.hasPrefix("latency.p") {
          study.latency(&objective, &detail, result, workload)
          let figures = study.burstDetails(objective, detail, result)
          result.chosen?.details += figures
        }
        if let budget = objective.budget {
          let ratio = budget.ratio.double
          detail.alerts = AlertPlan.alerts(windowSeconds: workload.windowSeconds, budget: ratio)
          let ceiling = detail.required.reduce(1) { $0 * $1.reached }
          detail.lints = AlertPlan.lints(
            windowSeconds: workload.windowSeconds, budget: ratio, requestsPerSecond: result.load?.mean,
            ceiling: detail.required.isEmpty ? nil : ceiling, target: objective.target.double)
          objective.budget?.detail = detail
        }
        result.slo[index] = objective
      }
      return result
    }
  }

  // MARK: Availability

  private func availability(
    _ objective: inout ObjectiveResult, _ detail: inout BudgetDetail, _ result: WorkloadResult,
    _ workload: WorkloadProblem, _ placed: [String: WorkloadResult], _ workloads: [String: WorkloadProblem]
  ) {
    guard let chosen = result.chosen, let reached = objective.predicted, let ratio = objective.budget?.ratio.double,
      ratio > 0
    else { return }
    let model = AvailabilityParts(parameters: planner.parameters)
    var parts = model.own(chosen, workload)
    let own = chosen.ownAvailability ?? reached
    let needed = self.needed(by: workload, workloads)
    for name in needed {
      guard let other = placed[name]?.chosen else { continue }
      parts.append(("the dependency \(name)", other.ownAvailability ?? other.availability ?? 1))
    }
    detail.uses = AvailabilityParts.charges(parts, of: 1 - reached).map {
      BudgetUse(source: $0.name, ratio: $0.ratio, isPlanned: false, why: "published availabilities of the parts")
    }
    detail.uses += planned(chosen)
    detail.uses = detail.uses.filter { $0.ratio > 0 }.sorted {
      $0.ratio == $1.ratio ? $0.source < $1.source : $0.ratio > $1.ratio
    }
    let used = detail.uses.reduce(0) { $0 + ($1.isPlanned ? $1.ratio : 0) } + (1 - reached)
    objective.budget?.usedRatio = used / ratio
    objective.budget?.remainingRatio = 1 - used / ratio
    let target = objective.target.double
    let count = Double(needed.count)
    detail.required = needed.compactMap { name in
      guard let other = placed[name]?.chosen, let a = other.ownAvailability ?? other.availability, a > 0, reached > 0
      else { return nil }
      let even = own > 0 ? Elementary.exp(Elementary.log(target / own) / count) : .infinity
      return RequiredAvailability(dependency: name, reached: a, required: target / (reached / a), evenShare: even)
    }
  }

  /// Everything that an answer waits for and fails with, each once, sorted.
  private func needed(by workload: WorkloadProblem, _ workloads: [String: WorkloadProblem]) -> [String] {
    var found: Set<String> = []
    var open = [workload]
    while let next = open.popLast() {
      for call in next.calls where call.isNeeded && call.to != workload.name && found.insert(call.to).inserted {
        if let callee = workloads[call.to] { open.append(callee) }
      }
    }
    return found.sorted()
  }

  /// What people do to the service: deploys that fail, and drills.
  private func planned(_ placed: PlacedWorkload) -> [BudgetUse] {
    var uses: [BudgetUse] = []
    let operations = spec.operations
    // Somebody else's service is not deployed here.
    guard placed.form != .external else { return [] }
    if let deploys = operations.deploys?.mid, let failing = operations.changeFailure?.mid,
      let restore = operations.restore?.mid
    {
      let seconds = restore + (operations.detect?.mid ?? 0)
      uses.append(
        BudgetUse(
          source: "failed deploys", ratio: min(1, deploys * failing * seconds), isPlanned: true,
          why: "operations: deploys × change_failure × (detect + restore)"))
    }
    if let drills = spec.practices.failoverDrills?.mid, placed.topology != .singleZone, let back = placed.rto {
      uses.append(
        BudgetUse(
          source: "failover drills", ratio: min(1, drills * back), isPlanned: true,
          why: "practices.failover_drills × the time to recover"))
    }
    return uses
  }

  // MARK: Latency

  /// A percentile is a budget too: at p99, one request of a hundred may be late.
  private func latency(
    _ objective: inout ObjectiveResult, _ detail: inout BudgetDetail, _ result: WorkloadResult,
    _ workload: WorkloadProblem
  ) {
    guard let stated = workload.objectives.first(where: { $0.objective == objective.objective }),
      let percentile = stated.percentile, percentile < 1
    else { return }
    let ratio = Money(scaled: Money.unit) - (Money(parsing: "\(percentile)") ?? Money(percentile))
    let minutes = ratio.times(workload.windowSeconds / 60).double
    var budget = BudgetFigures(
      ratio: ratio, minutes: minutes,
      events: result.load.map { $0.mean * workload.windowSeconds * ratio.double }, usedRatio: nil, remainingRatio: nil,
      money: nil)
    // With ranges the percentile stands at the confidence due, and the tail of one fleet says less.
    if let path = result.chosen?.path, spec.ranges.isEmpty {
      let limit = objective.target.double
      let late = result.chosen?.lateRatios[limit] ?? PathModel.tail(limit, path)
      detail.uses = [
        BudgetUse(source: "the latency tail", ratio: late, isPlanned: false, why: "requests slower than the objective")
      ]
      let burst = bursts(objective.target.double, result)
      detail.uses += burst.map { [$0] } ?? []
      let used = (late + (burst?.ratio ?? 0)) / ratio.double
      budget.usedRatio = used
      budget.remainingRatio = 1 - used
    }
    objective.budget = budget
  }

  /// What bursts cost an objective, for a reader.
  private func burstDetails(
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
