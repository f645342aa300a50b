import CostSolver
import Formulas
import Foundations
import Placement

/// Jobs that arrive over the period: slots kept for them with a queue before, or a machine for each.
extension BatchSearch {
  /// Jobs a second.
  private var arrivalPerSecond: Double { batch.jobs / lotSeconds }

  func placeSpread(_ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm) -> Outcome {
    let kept = placeKept(offer, purchase, form)
    // A machine for each job would leave the other slots of a large one empty.
    guard form != .reservedCluster, workload.place.pinnedCount == nil else { return kept }
    let hired = placeHired(offer, purchase, form)
    switch (kept, hired) {
    case (.success(let a), .success(let b)): return a.perMonth <= b.perMonth ? kept : hired
    case (.failure, .success): return hired
    default: return kept
    }
  }

  /// Slots kept all month, as few as let a job end in time.
  private func placeKept(_ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm) -> Outcome {
    let parameters = context.parameters
    let perMachine = slots(offer)
    let run = run(offer, purchase)
    let limit = batch.deadlineSeconds ?? .infinity
    let quantile = deadlineQuantile(purchase)
    func queue(_ count: Int) -> JobQueue {
      JobQueue(
        arrivalPerSecond: arrivalPerSecond, runtimeSeconds: run.expectedSeconds, scv: batch.scv,
        slots: Double(count) * perMachine, mixed: batch.mixed)
    }
    func end(_ count: Int) -> Double {
      let queue = queue(count)
      let longest = BatchLot.runtime(mean: run.undisturbedSeconds, scv: batch.scv, quantile: quantile)
      func base(_ q: Double) -> Double { parameters.dispatchSeconds + queue.finish(quantile: q) }
      guard purchase == .spot, !queue.isSaturated else { return base(quantile) }
      return CorrelatedLoss.finish(
        quantile: quantile, events: base(0.999) / run.mtbfSeconds, loss: run.loss(longest: longest), base: base)
    }
    let least = max(1, Int(clamped: (arrivalPerSecond * run.expectedSeconds / perMachine).rounded(.down)))
    func meets(_ count: Int) -> Bool { !queue(count).isSaturated && end(count) <= limit }
    let most = max(least * 3 + 64, 1)
    let pinned = workload.place.pinnedCount
    let count =
      pinned.map { meets($0) ? $0 : nil } ?? FleetSizing.smallest(from: least, through: most, isFeasible: meets)
    guard let count else {
      let tried = pinned ?? most
      return .failure(
        Rejection(
          constraint: queue(tried).isSaturated ? "capacity" : "deadline",
          value: queue(tried).isSaturated ? queue(tried).load : end(tried),
          limit: queue(tried).isSaturated ? 1 : limit, unit: queue(tried).isSaturated ? "ratio" : "s",
          by: "\(offer.machine) in \(context.region), wait and run"))
    }
    let work = arrivalPerSecond * run.expectedSeconds / perMachine * CostBook.hoursPerMonth
    let fleet = BatchFleet(
      offer: offer, purchase: purchase, form: form, count: count, hours: CostBook.hoursPerMonth, work: work,
      utilization: min(1, work / (Double(count) * CostBook.hoursPerMonth)), finish: end(count))
    return priced(fleet, run) { _ in spreadDetails(run, fleet, queue(count)) }
  }

  /// A machine hired for each job: no queue, the start of a machine before every one.
  private func placeHired(_ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm) -> Outcome {
    let parameters = context.parameters
    let run = run(offer, purchase)
    let limit = batch.deadlineSeconds ?? .infinity
    let quantile = deadlineQuantile(purchase)
    func base(_ q: Double) -> Double {
      parameters.bootSeconds
        + BatchLot.runtime(
          mean: purchase == .spot ? run.undisturbedSeconds : run.expectedSeconds, scv: batch.scv, quantile: q)
    }
    let longest = BatchLot.runtime(mean: run.undisturbedSeconds, scv: batch.scv, quantile: quantile)
    let end =
      purchase == .spot
      ? CorrelatedLoss.finish(
        quantile: quantile, events: base(0.999) / run.mtbfSeconds, loss: run.loss(longest: longest), base: base)
      : base(quantile)
    guard end <= limit else {
      return .failure(
        Rejection(
          constraint: "deadline", value: end, limit: limit, unit: "s", by: "\(offer.machine) in \(context.region)"))
    }
    let each = parameters.bootSeconds + run.expectedSeconds
    let together = max(1, Int(clamped: (arrivalPerSecond * each).rounded(.up)))
    let hours = arrivalPerSecond * each * CostBook.hoursPerMonth / Double(together)
    let fleet = BatchFleet(
      offer: offer, purchase: purchase, form: form, count: together, hours: hours,
      work: arrivalPerSecond * run.expectedSeconds * CostBook.hoursPerMonth,
      utilization: run.expectedSeconds / each, finish: end)
    return priced(fleet, run) { _ in spreadDetails(run, fleet, nil) }
  }
}
