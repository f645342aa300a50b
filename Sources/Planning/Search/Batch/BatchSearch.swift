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
    let setUp = parameters.gridSetUpHours
    let fixedHours = form == .vm ? parameters.vmHours.fixed : parameters.gridHours.fixed + setUp.fixed / setUp.months
    let perInstance = parameters.gridHours.perInstance + setUp.perInstance / setUp.months
    // Jobs that come one by one must be worked off at the rate they come.
    let span = batch.isSpread ? lotSeconds : batch.deadlineSeconds ?? 730 * 3600
    return JobBound(
      workSeconds: batch.jobs * batch.runtimeSeconds, coresPerJob: batch.coresPerJob, bytesPerJob: batch.memoryBytes,
      reservedSeconds: isReserved ? span : nil, lotsPerMonth: batch.lotsPerMonth,
      instancePerMonth: isReserved ? perInstance * labour : 0, fixedPerMonth: fixedHours * labour,
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
      switch batch.isSpread ? placeSpread(offer, purchase, form) : placeLot(offer, purchase, form) {
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

  enum Outcome {
    case success(PlacedWorkload)
    case failure(Rejection)
  }

  func slots(_ offer: MachineOffer) -> Double { slots(vcpus: offer.vcpus, memoryBytes: offer.memoryBytes) }

  private func slots(vcpus: Double, memoryBytes: Double) -> Double {
    let byCores = (vcpus / batch.coresPerJob).rounded(.down)
    let byMemory = batch.memoryBytes > 0 ? (memoryBytes / batch.memoryBytes).rounded(.down) : byCores
    return min(byCores, byMemory)
  }

  /// Seconds from one lot to the next.
  var lotSeconds: Double { CostBook.hoursPerMonth * 3600 / max(batch.lotsPerMonth, 1e-9) }

  func miss(_ form: PlacementForm, _ rejection: Rejection) -> PlacedWorkload {
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
