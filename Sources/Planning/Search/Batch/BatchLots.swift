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

  /// Quantile of the end of a lot on `slots` slots, from its release, in seconds.
  ///
  /// Spot machines of one sort leave together; failures of others meet one machine at a time.
  func finish(_ run: JobRun, slots: Double, start: Double, purchase: Purchase, quantile p: Double) -> Double {
    let isSpot = purchase == .spot
    let lot = BatchLot(
      jobs: batch.jobs, runtimeSeconds: isSpot ? run.undisturbedSeconds : run.expectedSeconds, scv: batch.scv)
    func base(_ q: Double) -> Double { start + lot.makespan(slots: slots, quantile: q) }
    guard isSpot else { return base(p) }
    let longest = lot.longest(inFlight: slots, quantile: p)
    return CorrelatedLoss.finish(
      quantile: p, events: base(0.999) / run.mtbfSeconds, loss: run.loss(longest: longest), base: base)
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
    func makespan(_ count: Int) -> Double {
      finish(run, slots: Double(count) * perMachine, start: start, purchase: purchase, quantile: quantile)
    }
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
    return priced(fleet, run) { placed in
      lotDetails(placed, run, fleet) { q in
        finish(run, slots: Double(count) * perMachine, start: start, purchase: purchase, quantile: q)
      }
    }
  }
}
