import Formulas
import Foundations
import Placement
import Spec

/// Budgets of availabilities: failures by component, and what people do to a service.
extension BudgetStudy {
  func availability(_ item: inout Case, _ placed: [String: WorkloadResult]) -> BudgetDetail? {
    guard item.objective.budget != nil else { return nil }
    let method = method(item)
    var detail = BudgetDetail(
      windowSeconds: item.window, method: method.name, basis: "one less the target", counted: method.counted)
    if item.stated.slices != nil, let ratio = item.objective.budget?.ratio.double {
      let slices = eventsPerSecond(item).map { $0 * item.window * ratio }
      item.objective.budget?.events = slices
    }
    reached(&item, &detail, placed)
    let ceiling = detail.required.reduce(1) { $0 * $1.reached }
    alerts(item, &detail, ceiling: detail.required.isEmpty ? nil : ceiling)
    return detail
  }

  private func reached(_ item: inout Case, _ detail: inout BudgetDetail, _ placed: [String: WorkloadResult]) {
    guard let chosen = item.result.chosen, let reached = item.objective.predicted,
      let ratio = item.objective.budget?.ratio.double, ratio > 0
    else { return }
    let model = AvailabilityParts(parameters: planner.parameters)
    var parts = model.own(chosen, item.workload)
    let own = chosen.ownAvailability ?? chosen.availability ?? reached
    let needed = self.needed(by: item.workload)
    for name in needed {
      guard let other = placed[name]?.chosen else { continue }
      parts.append(("the dependency \(name)", other.ownAvailability ?? other.availability ?? 1))
    }
    let why =
      item.stated.slices == nil
      ? "published availabilities of the parts" : "published availabilities of the parts, in whole slices"
    detail.uses = AvailabilityParts.charges(parts, of: 1 - reached).map {
      BudgetUse(source: $0.name, ratio: $0.ratio, isPlanned: false, why: why)
    }
    detail.uses += planned(chosen, item)
    let used = detail.uses.reduce(0) { $0 + ($1.isPlanned ? $1.ratio : 0) } + (1 - reached)
    item.objective.budget?.usedRatio = used / ratio
    item.objective.budget?.remainingRatio = 1 - used / ratio
    // Dependencies are judged by the time that they work.
    let whole = chosen.availability ?? reached
    let target = item.workload.target("availability") ?? item.objective.target.double
    let count = Double(needed.count)
    detail.required = needed.compactMap { name in
      guard let other = placed[name]?.chosen, let a = other.ownAvailability ?? other.availability, a > 0, whole > 0
      else { return nil }
      let even = own > 0 ? Elementary.exp(Elementary.log(target / own) / count) : .infinity
      return RequiredAvailability(dependency: name, reached: a, required: target / (whole / a), evenShare: even)
    }
  }

  /// Everything that an answer waits for and fails with, each once, sorted.
  private func needed(by workload: WorkloadProblem) -> [String] {
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
  private func planned(_ placed: PlacedWorkload, _ item: Case) -> [BudgetUse] {
    // Somebody else's service is not deployed here.
    guard placed.form != .external else { return [] }
    var uses: [BudgetUse] = []
    if let deploys = deploys(item) { uses.append(deploys) }
    if let drills = spec.practices.failoverDrills?.mid, placed.topology != .singleZone, let back = placed.rto {
      uses.append(
        BudgetUse(
          source: "failover drills", ratio: sliced(min(1, drills * back), outage: back, item), isPlanned: true,
          why: "practices.failover_drills × the time to recover"))
    }
    return uses
  }

  /// Failed deploys, softened by a canary.
  private func deploys(_ item: Case) -> BudgetUse? {
    let operations = spec.operations
    // What is deployed is code; a store runs on.
    if case .store = item.workload.kind { return nil }
    guard let deploys = operations.deploys?.mid, let failing = operations.changeFailure?.mid,
      let restore = operations.restore?.mid
    else { return nil }
    let detect = operations.detect?.mid ?? 0
    let outage = detect + restore
    var rollout = CanaryRollout.none
    var why = "operations: deploys × change_failure × (detect + restore), each for every request"
    if let share = operations.canaryShare?.mid, let watch = operations.canaryWatch?.mid,
      let canary = CanaryRollout(share: share, watchSeconds: watch)
    {
      rollout = canary
      let seen = canary.detection(detectSeconds: detect)
      why =
        "operations: deploys × change_failure; a canary of \(Figures.share(share)) sees \(Figures.share(seen)) of "
        + "the faults in time"
      if seen < 0.95 {
        let due = CanaryRollout.watch(detectSeconds: detect, probability: 0.95)
        why += ", 95 % if watched for \(Figures.duration(due))"
      }
    }
    let seen = rollout.detection(detectSeconds: detect)
    let each: Double
    if let rule = item.stated.slices {
      // A slice does not see how many fail, only whether too many do.
      let isFelt = rollout.share > 1 - rule.slices.sliceTarget
      let whole = rule.slices.badSlices(outageSeconds: outage) * rule.slices.sliceSeconds
      each = (1 - seen) * whole + (isFelt ? seen * whole : 0)
    } else {
      each = rollout.spoiledSeconds(detectSeconds: detect, restoreSeconds: restore)
    }
    return BudgetUse(
      source: "failed deploys", ratio: min(1, deploys * failing * each), isPlanned: true, why: why)
  }
}
