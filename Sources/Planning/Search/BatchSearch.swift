import CostSolver
import Formulas
import Foundations
import Placement

/// Searches machines for a lot of jobs in one region: rented for the run, a reserved cluster, or spot.
final class BatchSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let batch: BatchProblem

  /// Creates a search.
  init(context: RegionContext, workload: WorkloadProblem, batch: BatchProblem) {
    self.context = context
    self.workload = workload
    self.batch = batch
  }

  /// Forms that can run jobs.
  static let forms: [PlacementForm] = [.vm, .reservedCluster, .spotPool]

  /// What the machines that can hold a job cost at least.
  func prepare(form: PlacementForm) -> Prepared {
    guard workload.place.pinnedMachine == nil, context.problem.money.overrides.isEmpty else {
      return Prepared(
        form: form, topology: .singleZone, candidates: candidates(form, cutoff: .infinity), fixed: 0, unknown: nil)
    }
    return Prepared(
      form: form, topology: .singleZone,
      least: context.least(in: context.offers, purchases: purchases(form), bound(form).least), fixed: 0, unknown: nil)
  }

  private func purchases(_ form: PlacementForm) -> [Purchase] {
    switch form {
    case .spotPool: return batch.isRestartable ? [.spot] : []
    case .reservedCluster:
      let allowed = context.problem.money.purchases.filter { $0 != .spot }
      return allowed.isEmpty ? [.onDemand] : allowed
    default: return [.onDemand]
    }
  }

  /// The machines that can hold a job, with their bounds.
  private func candidates(_ form: PlacementForm, cutoff: Double) -> [Candidate] {
    let bound = bound(form)
    let offers = context.offers
    let pinned = workload.place.pinnedMachine
    func slots(_ index: Int) -> Double {
      bound.slots(vcpus: offers.vcpus[index], memoryBytes: offers.memoryBytes[index])
    }
    return context.candidates(
      in: offers, purchases: purchases(form), cutoff: cutoff,
      fits: { index in
        offers.isSteady[index] && offers.speed[index] > 0 && slots(index) >= 1
          && (pinned == nil || pinned == offers.machine(index))
      },
      bound: { bound.bound(slots: slots($0), speed: offers.speed[$0], usdPerHour: $1) })
  }

  /// Never above the true cost: the hours of the work itself, with labour.
  private func bound(_ form: PlacementForm) -> JobBound {
    let parameters = context.parameters
    let labour = context.problem.hourlyLabour(parameters).double
    let isReserved = form == .reservedCluster
    let fixedHours = form == .vm ? parameters.vmHours.fixed : parameters.gridHours.fixed
    return JobBound(
      workSeconds: batch.jobs * batch.runtimeSeconds, coresPerJob: batch.coresPerJob, bytesPerJob: batch.memoryBytes,
      reservedSeconds: isReserved ? batch.deadlineSeconds ?? 730 * 3600 : nil, lotsPerMonth: batch.lotsPerMonth,
      instancePerMonth: isReserved ? parameters.gridHours.perInstance * labour : 0, fixedPerMonth: fixedHours * labour,
      priceFactor: context.priceFactor, hoursPerMonth: CostBook.hoursPerMonth)
  }

  /// The cheapest fleet that ends the lot within its deadline at the stated quantile.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard prepared.bound <= cutoff || !batch.isRestartable else { return outcome }
    let form = prepared.form
    let options = candidates(form, cutoff: context.isExhaustive ? .infinity : cutoff)
    if form == .spotPool, !batch.isRestartable {
      outcome.miss = miss(form, Rejection(constraint: "restartable", by: "spot machines may leave at any time"))
      return outcome
    }
    outcome.search.candidates = options.count
    guard !options.isEmpty else { return outcome }
    var found: [Int: PlacedWorkload] = [:]
    var nearest: Rejection?
    let (winner, _, evaluated) = LowerBoundOrder.cheapest(
      bounds: options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
    ) { index in
      let offer = context.offers.offer(options[index].index)
      let purchase = options[index].purchase
      switch place(offer, purchase, form) {
      case .success(let placed):
        found[index] = placed
        return placed.perMonth.double
      case .failure(let rejection):
        if nearest == nil || (rejection.value ?? .infinity) < (nearest?.value ?? .infinity) { nearest = rejection }
        return nil
      }
    }
    outcome.search.evaluated = evaluated
    outcome.search.pruned = options.count - evaluated
    if let winner, let placed = found[winner] {
      outcome.placed = placed
    } else if let nearest {
      outcome.miss = miss(form, nearest)
    }
    return outcome
  }

  private enum Outcome {
    case success(PlacedWorkload)
    case failure(Rejection)
  }

  private func slots(_ offer: MachineOffer) -> Double { slots(vcpus: offer.vcpus, memoryBytes: offer.memoryBytes) }

  private func slots(vcpus: Double, memoryBytes: Double) -> Double {
    let byCores = (vcpus / batch.coresPerJob).rounded(.down)
    let byMemory = batch.memoryBytes > 0 ? (memoryBytes / batch.memoryBytes).rounded(.down) : byCores
    return min(byCores, byMemory)
  }

  /// Seconds of one job on this machine, interruptions included.
  private func runtime(_ offer: MachineOffer, _ purchase: Purchase) -> Double {
    let plain = batch.runtimeSeconds / offer.speed
    guard purchase == .spot else { return plain }
    // Hazard from the upper end of the published monthly band; 35 % above the last band.
    let share = min(offer.interruptionPerMonth ?? 0.35, 0.6)
    // From the last checkpoint, else from the beginning; 180 s to come back.
    return Spot.expectedTime(
      work: plain, interruptionPerMonth: share, checkpoint: batch.checkpointSeconds, restart: 180)
  }

  private func place(_ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm) -> Outcome {
    let parameters = context.parameters
    let perMachine = slots(offer)
    let lot = BatchLot(jobs: batch.jobs, runtimeSeconds: runtime(offer, purchase), scv: batch.scv)
    let start = form == .reservedCluster ? 20 : parameters.bootSeconds
    // The lot owns its cluster: nothing else is queued before it.
    func makespan(_ count: Int) -> Double {
      start + lot.makespan(slots: Double(count) * perMachine, quantile: parameters.deadlineQuantile)
    }
    let useful = Int(clamped: (batch.jobs / perMachine).rounded(.up))
    let most = max(1, min(useful, 200_000))
    let lotsApart = 730 * 3600 / max(batch.lotsPerMonth, 1e-9)
    let limit = min(batch.deadlineSeconds ?? .infinity, lotsApart)
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
    var book = CostBook(problem: context.problem, parameters: parameters)
    let utilization: Double
    let work = batch.jobs * lot.runtimeSeconds / perMachine / 3600 * batch.lotsPerMonth
    if form == .reservedCluster {
      utilization = min(1, work / (Double(count) * 730))
      book.machines(offer, purchase: purchase, count: count, busyShare: utilization)
      book.labour(
        "running the cluster", hours: parameters.gridHours.fixed + parameters.gridHours.perInstance * Double(count))
    } else {
      let hours = finished / 3600 * batch.lotsPerMonth
      utilization = min(1, work / (Double(count) * hours))
      book.machines(offer, purchase: purchase, count: count, hours: hours, busyShare: utilization)
      if form == .spotPool {
        book.labour("running the pool", hours: parameters.gridHours.fixed)
      } else {
        book.labour("running the machines", hours: parameters.vmHours.fixed)
      }
    }
    book.add(
      "storage", "boot disks",
      quantity: parameters.bootDiskGB * Double(count)
        * (form == .reservedCluster ? 1 : finished / 3600 * batch.lotsPerMonth / 730),
      meter: context.meter(.blockStorageGBMonth))
    let outputGB = batch.jobs * batch.outputBytes * batch.lotsPerMonth / 1e9
    let inputGB = batch.jobs * batch.inputBytes / 1e9
    book.add(
      "storage", "input and output of a lot", quantity: inputGB + outputGB / max(batch.lotsPerMonth, 1),
      meter: context.meter(.objectStorageGBMonth))
    if let unknown = book.unknown { return .failure(Rejection(constraint: "price-unknown", by: unknown)) }
    var placed = PlacedWorkload(
      model: form == .vm ? .cloud : .grid, form: form, topology: .singleZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 1, machine: offer.machine, count: count,
          purchase: purchase)
      ],
      lines: book.lines, utilization: utilization, headroom: 1 - utilization, makespan: finished,
      availability: context.reliability.zone, ownAvailability: context.reliability.zone,
      rto: parameters.bootSeconds, rpo: batch.isRestartable ? 0 : lot.runtimeSeconds)
    let plain = BatchLot(jobs: batch.jobs, runtimeSeconds: runtime(offer, .onDemand), scv: batch.scv)
    placed.lotRun = LotRun(lot: lot, undisturbed: plain, slots: Double(count) * perMachine, startSeconds: start)
    let monthly = batch.jobs * batch.lotsPerMonth
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms = offer.vcpus * work * parameters.wattsPerVCPU / 1000 * intensity
    }
    return .success(placed)
  }

  private func miss(_ form: PlacementForm, _ rejection: Rejection) -> PlacedWorkload {
    var placed = PlacedWorkload(
      model: form == .vm ? .cloud : .grid, form: form, topology: .singleZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 1, machine: nil, count: 0, purchase: .onDemand)
      ], lines: [])
    placed.rejected = rejection
    return placed
  }
}
