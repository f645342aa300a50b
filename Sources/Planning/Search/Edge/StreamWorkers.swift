import CostSolver
import Formulas
import Foundations
import Placement

/// Machines that process a stream: each partition in order, by one worker at a time.
///
/// A partition is a queue with one server; with fewer cores than partitions a core serves several of
/// them, which is again one queue with one server.
struct StreamWorkers {
  let context: RegionContext
  let workload: WorkloadProblem
  let stream: StreamProblem
  let load: LoadFigures
  let callees: [String: CalleeState]
  /// What an event has behind it when it reaches a worker.
  let before: [PathNode]

  /// Workers that keep up.
  struct Fleet {
    var offer: MachineOffer
    var purchase: Purchase
    var count: Int
    var partitions: Int
    var utilization: Double
    /// Busy share over the month.
    var meanBusyShare: Double
    /// From an event's arrival at its reader to the end of its work.
    var hops: [PathNode]
    /// To catch up after ten minutes without readers.
    var drainSeconds: Double
    /// Events a second with every core that has a partition busy.
    var capacityPerSecond: Double

    func site(zones: Int) -> Site {
      Site(
        provider: offer.provider, region: offer.region, zones: zones, machine: offer.machine, count: count,
        purchase: purchase)
    }
  }

  enum Outcome {
    /// `nil` when the stream itself does no work.
    case success(Fleet?)
    case failure(Rejection)
  }

  /// The cheapest fleet, over machines and ways of paying.
  func cheapest(zones: Int) -> Outcome {
    guard stream.cpuSeconds > 0 else { return .success(nil) }
    let offers = context.offers
    let pinned = workload.place.pinnedWorkers
    let labour =
      context.parameters.vmHours.perInstance * context.problem.hourlyLabour(context.parameters).double
    let purchases = pinned.map { [$0.purchase] } ?? context.problem.money.purchases.filter { $0 != .spot }
    let candidates = context.candidates(
      in: offers, purchases: purchases, cutoff: .infinity,
      fits: { index in
        offers.isSteady[index] && offers.speed[index] > 0 && offers.memoryBytes[index] >= stream.memoryBytes
          && (pinned == nil || pinned?.machine == offers.machine(index))
      },
      bound: { index, hourly in
        let count = Double(least(vcpus: offers.vcpus[index], speed: offers.speed[index], zones: zones))
        return count * (hourly * CostBook.hoursPerMonth + labour) * (1 - 1e-9)
      })
    var found: [Int: Fleet] = [:]
    var nearest: Rejection?
    let (winner, _, _) = LowerBoundOrder.cheapest(
      bounds: candidates.map(\.bound), isExhaustive: context.isExhaustive
    ) { index in
      let offer = offers.offer(candidates[index].index)
      switch size(offer, candidates[index].purchase, zones: zones) {
      case .success(let fleet?):
        guard let hourly = context.problem.price(of: offer, fleet.purchase) else { return nil }
        found[index] = fleet
        return Double(fleet.count) * (hourly.double * CostBook.hoursPerMonth + labour)
      case .failure(let rejection):
        if nearest == nil || (rejection.value ?? .infinity) < (nearest?.value ?? .infinity) { nearest = rejection }
        return nil
      default: return nil
      }
    }
    if let winner, let fleet = found[winner] { return .success(fleet) }
    return .failure(nearest ?? Rejection(constraint: "capacity", by: "no machine for the workers in this region"))
  }

  /// Events a second to be carried: the busy hour, or what the objective on throughput asks for.
  private var rate: Double { max(load.peak, workload.throughputTarget) }

  /// Machines that utilisation alone demands.
  private func least(vcpus: Double, speed: Double, zones: Int) -> Int {
    let busy = rate * stream.cpuSeconds / speed / context.parameters.utilizationLimit
    return max(zones, 1, Int(clamped: (busy / max(vcpus.rounded(.down), 1)).rounded(.up)))
  }

  private func size(_ offer: MachineOffer, _ purchase: Purchase, zones: Int) -> Outcome {
    let cores = max(1, Int(offer.vcpus.rounded(.down)))
    let seconds = stream.cpuSeconds / offer.speed
    let limit = context.parameters.utilizationLimit
    let floor = least(vcpus: offer.vcpus, speed: offer.speed, zones: zones)
    // A partition is one worker's: more cores than partitions do nothing.
    if let partitions = stream.partitions {
      let each = rate * seconds / Double(partitions)
      guard each <= limit else {
        return .failure(
          Rejection(
            constraint: "partitions", value: Double(partitions), limit: (rate * seconds / limit).rounded(.up),
            by: "events that must stay in order on \(offer.machine)"))
      }
    }
    func queues(_ count: Int) -> Int { min(stream.partitions ?? .max, count * cores) }
    func hops(_ count: Int) -> [PathNode] {
      [
        .hop(
          "\(workload.name) work",
          .queue(
            arrivalPerSecond: load.peak / Double(queues(count)), serviceSeconds: seconds, servers: 1, ca2: 1,
            cs2: stream.cs2))
      ]
        + workload.callHops(callees) { _, _ in
          .hop("network in the region", .constant(context.parameters.crossZoneSeconds))
        }
    }
    func meets(_ count: Int) -> Bool {
      let path = PathNode.series(before + hops(count))
      guard PathModel.isStable(path) else { return false }
      let limits = workload.objectives.compactMap { objective in
        objective.completionPercentile.map { ($0, objective.target.double) }
      }
      return limits.isEmpty || PathModel.meets(limits.map { (percentile: $0.0, seconds: $0.1) }, path)
    }
    let count: Int?
    // A machine without a count is a fleet to be sized.
    if let pinned = workload.place.pinnedWorkers, pinned.count > 0 {
      count = pinned.count >= floor && meets(pinned.count) ? pinned.count : nil
    } else {
      let most = stream.partitions.map { max(floor, ($0 + cores - 1) / cores) } ?? floor * 8 + 64
      count = FleetSizing.smallest(from: floor, through: most, isFeasible: meets)
    }
    guard let count else {
      return .failure(
        workload.missedCompletion(.series(before + hops(max(floor, 1) * 8)), by: "workers on \(offer.machine)")
          ?? Rejection(constraint: "utilization", by: "workers on \(offer.machine)"))
    }
    let capacity = Double(queues(count)) / seconds
    let drain = OfflineBuffer.drain(
      rate: load.peak, outage: BrokerFigures().readerOutageSeconds, uplink: capacity)
    guard BrokerFigures().readerOutageSeconds + drain <= stream.retentionSeconds else {
      return .failure(
        Rejection(
          constraint: "retention", value: stream.retentionSeconds,
          limit: BrokerFigures().readerOutageSeconds + drain, unit: "s", by: "catching up after ten minutes"))
    }
    let busy = load.peak * seconds / Double(count * cores)
    return .success(
      Fleet(
        offer: offer, purchase: purchase, count: count, partitions: stream.partitions ?? queues(count),
        utilization: busy, meanBusyShare: load.peak > 0 ? min(1, busy * load.mean / load.peak) : 0, hops: hops(count),
        drainSeconds: drain, capacityPerSecond: capacity))
  }
}
