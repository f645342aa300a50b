import CostSolver
import Formulas
import Foundations
import Placement

/// Lots released at once: machines that end them within their deadline.
extension BatchSearch {
  /// One job on a machine of this offer, with what stops it.
  func run(_ offer: MachineOffer, _ purchase: Purchase) -> JobRun {
    let parameters = context.parameters
    let mtbf: Double
    if purchase == .spot {
      // Hazard from the upper end of the published monthly band; 35 % above the last band.
      mtbf = Spot.meanTimeBetween(interruptionPerMonth: min(offer.interruptionPerMonth ?? 0.35, 0.6))
    } else {
      mtbf = parameters.machineMTBFSeconds
    }
    return JobRun(
      plainSeconds: batch.runtimeSeconds / offer.speed, mtbfSeconds: mtbf,
      checkpointSeconds: batch.isRestartable ? batch.checkpointSeconds : nil,
      restartSeconds: parameters.jobRestartSeconds, tries: batch.isRestartable ? parameters.jobTries : 1)
  }

  /// The quantile at which the deadline must hold: spot machines at the higher one.
  func deadlineQuantile(_ purchase: Purchase) -> Double {
    purchase == .spot ? context.parameters.spotDeadlineQuantile : context.parameters.deadlineQuantile
  }

  func placeLot(_ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm) -> Outcome {
    let parameters = context.parameters
    let perMachine = slots(offer)
    let run = run(offer, purchase)
    let start = form == .reservedCluster ? parameters.dispatchSeconds : parameters.bootSeconds
    let quantile = deadlineQuantile(purchase)
    // The lot owns its cluster: nothing else is queued before it.
    func lotRun(_ count: Int) -> LotRun {
      LotRun(
        jobs: batch.jobs, scv: batch.scv, run: run, slots: Double(count) * perMachine, startSeconds: start,
        isSpot: purchase == .spot)
    }
    func makespan(_ count: Int) -> Double { lotRun(count).makespan(quantile: quantile) }
    let useful = Int(clamped: (batch.jobs / perMachine).rounded(.up))
    let most = max(1, min(useful, 200_000))
    let limit = min(batch.deadlineSeconds ?? .infinity, lotSeconds)
    let pinned = workload.place.pinnedCount
    let count =
      pinned.map { makespan($0) <= limit ? $0 : nil }
      ?? FleetSizing.smallest(from: 1, through: most) { makespan($0) <= limit }
    guard let count else {
      return .failure(
        Rejection(
          constraint: "deadline", value: makespan(pinned ?? most), limit: limit, unit: "s",
          by: "\(offer.machine) in \(context.region)"))
    }
    let finished = makespan(count)
    let work = batch.jobs * run.expectedSeconds / perMachine / 3600 * batch.lotsPerMonth
    let hours = form == .reservedCluster ? CostBook.hoursPerMonth : finished / 3600 * batch.lotsPerMonth
    let utilization = min(1, work / (Double(count) * hours))
    let fleet = BatchFleet(
      offer: offer, purchase: purchase, form: form, count: count, hours: hours, work: work, utilization: utilization,
      finish: finished)
    let lot = lotRun(count)
    return priced(fleet, run, lot) { placed in lotDetails(placed, run, fleet) { lot.makespan(quantile: $0) } }
  }
}
