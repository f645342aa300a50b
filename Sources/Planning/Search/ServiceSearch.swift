import CostSolver
import Foundations
import Placement

/// What is already known about the workloads a service calls, in the region under study.
struct CalleeState {
  var path: PathNode
  var availability: Double
}

/// Where a workload is being tried.
struct RegionContext {
  let market: any Market
  let problem: Problem
  let parameters: ModelParameters
  let provider: String
  let region: String
  let offers: [MachineOffer]
  let isExhaustive: Bool
  let reliability = ReliabilityFigures()

  func meter(_ meter: ServiceMeter) -> UnitPrice { market.price(meter, provider: provider, region: region) }
}

/// The best placement of one workload for one form and topology, or the reason there is none.
struct FormOutcome {
  var placed: PlacedWorkload?
  /// The path of its answers, for its callers.
  var path: PathNode?
  /// The nearest miss when nothing was feasible.
  var miss: PlacedWorkload?
  var search = SearchFigures()
}

/// Searches machines and counts for a service in one region.
struct ServiceSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  let callees: [String: CalleeState]

  /// The exact optimum over the region's offers for one form, topology and its allowed purchases.
  func best(form: PlacementForm, topology: Topology) -> FormOutcome {
    var outcome = FormOutcome()
    let zones = topology == .multiZone ? 2 : 1
    let availability = availabilityBound(topology: topology)
    var options: [(offer: MachineOffer, purchase: Purchase)] = []
    for offer in context.offers where fits(offer, form: form) {
      for purchase in purchases where context.problem.price(of: offer, purchase) != nil {
        options.append((offer, purchase))
      }
    }
    outcome.search.candidates += options.count
    var cache: [SizingKey: Sizing?] = [:]
    var nearest: (offer: MachineOffer, purchase: Purchase, rejection: Rejection)?
    var seen: [Int: PlacedWorkload] = [:]
    let fixed = fixedCost(form: form, zones: zones)
    if let target = workload.target("availability"), availability < target {
      // Not even machines that never fail reach it here.
      if let first = options.first {
        nearest = (
          first.offer, first.purchase,
          Rejection(
            constraint: "availability", value: availability, limit: target, unit: "ratio",
            by: "\(topology.rawValue), with machines that never fail")
        )
      }
      outcome.search.pruned += options.count
    } else if let unknown = fixed.unknown {
      if let first = options.first {
        nearest = (first.offer, first.purchase, Rejection(constraint: "price-unknown", by: unknown))
      }
      outcome.search.priceUnknown += options.count
    } else if let rejection = networkMiss() {
      // No machine can help: the round trips alone exceed the objective.
      if let first = options.first { nearest = (first.offer, first.purchase, rejection) }
      outcome.search.pruned += options.count
    } else {
      let bounds = options.map {
        lowerBound($0.offer, purchase: $0.purchase, form: form, zones: zones, fixed: fixed.total)
      }
      let (winner, _, evaluated) = LowerBoundOrder.cheapest(bounds: bounds, isExhaustive: context.isExhaustive) {
        index in
        let (offer, purchase) = options[index]
        let key = SizingKey(speed: offer.speed, workers: workers(offer, form: form), zones: zones)
        let sizing: Sizing?
        if let known = cache[key] {
          sizing = known
        } else {
          sizing = size(key)
          cache[key] = .some(sizing)
        }
        guard let sizing else {
          if nearest == nil {
            nearest = (offer, purchase, latencyMiss(key))
          }
          return nil
        }
        guard let placed = price(offer, purchase: purchase, form: form, topology: topology, zones: zones, sizing)
        else { return nil }
        if let target = workload.target("availability"), (placed.availability ?? 0) < target {
          if nearest == nil {
            nearest = (
              offer, purchase,
              Rejection(
                constraint: "availability", value: placed.availability, limit: target, unit: "ratio",
                by: topology.rawValue)
            )
          }
          return nil
        }
        seen[index] = placed
        return placed.perMonth.double
      }
      outcome.search.evaluated += evaluated
      outcome.search.pruned += options.count - evaluated
      if let winner, var placed = seen[winner] {
        let (offer, _) = options[winner]
        let key = SizingKey(speed: offer.speed, workers: workers(offer, form: form), zones: zones)
        if var sizing = size(key) {
          sizing.instances = placed.sites.first?.count ?? sizing.instances
          placed.latency = PathModel.latency(userPath(sizing, key: key))
          outcome.path = servicePath(sizing, key: key)
          outcome.placed = placed
          return outcome
        }
      }
    }
    if let nearest {
      var miss = PlacedWorkload(
        model: .cloud, form: form, topology: topology,
        sites: [
          Site(
            provider: context.provider, region: context.region, zones: zones, machine: nearest.offer.machine,
            count: 0, purchase: nearest.purchase)
        ], lines: [])
      miss.availability = availability
      miss.rejected = nearest.rejection
      outcome.miss = miss
    }
    return outcome
  }

  // MARK: Candidates

  private var purchases: [Purchase] {
    if let pinned = workload.place.pinnedPurchase { return [pinned] }
    // Spot machines may all leave at once; a service with users is not put on them.
    return context.problem.money.purchases.filter { $0 != .spot }
  }

  private func fits(_ offer: MachineOffer, form: PlacementForm) -> Bool {
    if let pinned = workload.place.pinnedMachine {
      return pinned == offer.machine || pinned == "\(offer.provider):\(offer.machine)"
    }
    guard !offer.hasGPU, !Burstable.contains(provider: offer.provider, machine: offer.machine) else { return false }
    let overhead = form == .containers ? context.parameters.nodeOverheadBytes : 0
    return offer.memoryBytes - overhead >= service.memoryBytes && workers(offer, form: form) >= 1 && offer.speed > 0
  }

  private func workers(_ offer: MachineOffer, form: PlacementForm) -> Int {
    let usable = offer.vcpus - (form == .containers ? context.parameters.nodeOverheadCPUs : 0)
    return max(0, Int(usable.rounded(.down)))
  }

  /// Never above the true cost: the instances that utilisation alone demands, with what any fleet pays besides.
  private func lowerBound(
    _ offer: MachineOffer, purchase: Purchase, form: PlacementForm, zones: Int, fixed: Double
  ) -> Double {
    let workers = Double(workers(offer, form: form))
    let needed = (load.peak * service.cpuSeconds / offer.speed / (context.parameters.utilizationLimit * workers))
      .rounded(.up)
    let count = max(Double(zones), needed, workload.place.pinnedCount.map(Double.init) ?? 1)
    let hourly = context.problem.price(of: offer, purchase)?.double ?? .infinity
    let hours =
      form == .containers
      ? context.parameters.containerHours.perInstance : context.parameters.vmHours.perInstance
    let labour = hours * context.problem.hourlyLabour(context.parameters).double
    return (count * (hourly * CostBook.hoursPerMonth + labour) + fixed) * (1 - 1e-9)
  }

  // MARK: Sizing

  struct SizingKey: Hashable {
    var speed: Double
    var workers: Int
    var zones: Int
  }

  struct Sizing: Hashable {
    var instances: Int
    /// Instances that must be up for the load to be served at all.
    var needed: Int
    var utilization: Double
  }

  private func size(_ key: SizingKey) -> Sizing? {
    let demand = load.peak * service.cpuSeconds / key.speed
    let perInstance = Double(key.workers)
    let minimum = max(
      key.zones, Int((demand / (context.parameters.utilizationLimit * perInstance)).rounded(.up)), 1)
    let limits = latencyLimits
    func meets(_ count: Int) -> Bool {
      let sizing = Sizing(instances: count, needed: 1, utilization: demand / (perInstance * Double(count)))
      return PathModel.meets(limits, userPath(sizing, key: key))
    }
    let count: Int?
    if let pinned = workload.place.pinnedCount {
      count = pinned >= minimum && (limits.isEmpty || meets(pinned)) ? pinned : nil
    } else if limits.isEmpty {
      count = minimum
    } else {
      count = FleetSizing.smallest(from: minimum, through: minimum * 8 + 64, isFeasible: meets)
    }
    guard let count else { return nil }
    let needed = max(1, Int((demand / (0.99 * perInstance)).rounded(.up)))
    // One machine more wherever the objective could not be met with one down.
    return Sizing(
      instances: count, needed: min(needed, count), utilization: demand / (perInstance * Double(count)))
  }

  private var latencyLimits: [(percentile: Double, seconds: Double)] {
    workload.objectives.compactMap { objective in
      objective.percentile.map { ($0, objective.target.double) }
    }
  }

  // MARK: Latency

  private func queueHop(_ sizing: Sizing, key: SizingKey) -> PathNode {
    // Random splitting over instances: each is a queue of its own at its share of the load.
    .hop(
      "\(workload.name) queue and service",
      .queue(
        arrivalPerSecond: load.peak / Double(sizing.instances), serviceSeconds: service.cpuSeconds / key.speed,
        servers: key.workers, ca2: 1 + (service.ca2 - 1) / Double(sizing.instances), cs2: service.cs2))
  }

  /// From the request's arrival at the service to its answer, calls included.
  private func servicePath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    var hops: [PathNode] = [queueHop(sizing, key: key)]
    if service.offCPUSeconds > 0 { hops.append(.hop("off CPU", .constant(service.offCPUSeconds))) }
    for call in workload.calls where !call.isAsynchronous && !call.isOptional {
      guard let callee = callees[call.to] else { continue }
      let one = PathNode.series([
        .hop("to \(call.to)", .constant(context.parameters.crossZoneSeconds)), callee.path,
      ])
      let times = max(1, Int(call.times.rounded(.up)))
      let all: PathNode =
        times == 1
        ? one
        : call.isParallel
          ? .parallel(Array(repeating: one, count: times))
          : .series(Array(repeating: one, count: times))
      hops.append(
        call.cachedShare > 0
          ? .mixture([
            (call.cachedShare, .hop("cached \(call.to)", .constant(0.0002))), (1 - call.cachedShare, all),
          ]) : all)
    }
    return .series(hops)
  }

  /// From the user's device and back, over all groups.
  private func userPath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    let inside = servicePath(sizing, key: key)
    guard workload.isLatencyFromUsers, !workload.users.isEmpty else { return inside }
    let branches: [(Double, PathNode)] = workload.users.map { group in
      let path = context.market.roundTrip(
        from: group.place, provider: context.provider, region: context.region)
      let bytesSeconds =
        service.requestBytes / group.access.upBytesPerSecond
        + service.responseBytes / group.access.downBytesPerSecond
      return (
        group.share,
        .series([
          .hop(
            "network \(group.name)",
            .lognormal(mean: (path?.seconds ?? 0) + 1e-6, scv: 0.0025)),
          .hop("access \(group.access.name)", .lognormal(mean: group.access.meanSeconds, scv: group.access.scv)),
          .hop("transfer", .constant(bytesSeconds)),
        ])
      )
    }
    let network: PathNode = branches.count == 1 ? branches[0].1 : .mixture(branches)
    return .series([network, inside])
  }

  /// The objective that even an idle, infinite fleet of the fastest machine misses.
  private func networkMiss() -> Rejection? {
    guard let fastest = context.offers.map(\.speed).max(), fastest > 0 else { return nil }
    let limits = latencyLimits
    guard !limits.isEmpty else { return nil }
    let ideal = Sizing(instances: 1_000_000, needed: 1, utilization: 0)
    let path = userPath(ideal, key: SizingKey(speed: fastest, workers: 1, zones: 1))
    for limit in limits {
      let value = PathModel.percentile(limit.percentile, path)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: "\(context.provider):\(context.region), even on idle machines")
      }
    }
    return nil
  }

  private func latencyMiss(_ key: SizingKey) -> Rejection {
    let ideal = Sizing(instances: 1_000_000, needed: 1, utilization: 0)
    let path = userPath(ideal, key: key)
    for limit in latencyLimits {
      let value = PathModel.percentile(limit.percentile, path)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: "the machine's speed")
      }
    }
    return Rejection(constraint: "capacity", by: "no fleet of this machine meets the latency objectives")
  }

  // MARK: Availability and price

  private func availabilityBound(topology: Topology) -> Double {
    let figures = context.reliability
    return (topology == .multiZone ? figures.region : figures.zone) * figures.loadBalancer * dependencies
  }

  /// Product over the synchronous, required dependencies.
  private var dependencies: Double {
    var product = 1.0
    for call in workload.calls where !call.isAsynchronous && !call.isOptional {
      product *= callees[call.to]?.availability ?? 1
    }
    return product
  }

  private func price(
    _ offer: MachineOffer, purchase: Purchase, form: PlacementForm, topology: Topology, zones: Int, _ sizing: Sizing
  ) -> PlacedWorkload? {
    let parameters = context.parameters
    var sizing = sizing
    let figures = context.reliability
    var own = figures.fleet(needed: sizing.needed, count: sizing.instances, zones: zones) * figures.loadBalancer
    if let target = workload.target("availability"), workload.place.pinnedCount == nil {
      var extra = 0
      while own * dependencies < target, extra < max(4, sizing.needed) {
        extra += 1
        sizing.instances += 1
        own = figures.fleet(needed: sizing.needed, count: sizing.instances, zones: zones) * figures.loadBalancer
      }
      sizing.utilization =
        load.peak * service.cpuSeconds / offer.speed
        / (Double(workers(offer, form: form)) * Double(sizing.instances))
    }
    var book = CostBook(problem: context.problem, parameters: parameters)
    let meanShare = load.peak > 0 ? min(1, sizing.utilization * load.mean / load.peak) : 0
    book.machines(offer, purchase: purchase, count: sizing.instances, busyShare: meanShare)
    book.add(
      "storage", "boot disks", quantity: parameters.bootDiskGB * Double(sizing.instances),
      meter: context.meter(.blockStorageGBMonth))
    addFixed(to: &book, form: form, zones: zones)
    switch form {
    case .containers:
      book.labour(
        "running the cluster",
        hours: parameters.containerHours.fixed + parameters.containerHours.perInstance * Double(sizing.instances))
    default:
      book.labour(
        "running the machines",
        hours: parameters.vmHours.fixed + parameters.vmHours.perInstance * Double(sizing.instances))
    }
    guard book.unknown == nil else { return nil }
    var placed = PlacedWorkload(
      model: .cloud, form: form, topology: topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: zones, machine: offer.machine,
          count: sizing.instances, purchase: purchase)
      ],
      lines: book.lines, utilization: sizing.utilization, headroom: 1 - sizing.utilization,
      availability: own * dependencies, ownAvailability: own, rto: zones > 1 ? 30 : parameters.bootSeconds, rpo: 0)
    if let intensity = context.market.carbonIntensity(provider: context.provider, region: context.region) {
      placed.carbonKilograms =
        offer.vcpus * Double(sizing.instances) * parameters.wattsPerVCPU * 0.73 * intensity
    }
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    return placed
  }

  /// What a fleet pays whatever its machines: balancer, traffic, control plane.
  private func addFixed(to book: inout CostBook, form: PlacementForm, zones: Int) {
    book.add("requests", "load balancer", quantity: CostBook.hoursPerMonth, meter: context.meter(.loadBalancerHour))
    let seconds = 730.0 * 3600
    let bytesPerSecond = load.mean * (service.requestBytes + service.responseBytes)
    let capacityUnits = max(load.peak / 25, bytesPerSecond * 3600 / 1e9)
    book.add(
      "requests", "load balancer capacity", quantity: capacityUnits * 730,
      meter: context.meter(.loadBalancerCapacityHour))
    let external = service.ownRate > 0 ? service.ownRate : 0
    let outGB = external * service.responseBytes * seconds / 1e9
    if outGB > 0 {
      if let traffic = context.market.internetTraffic(
        provider: context.provider, region: context.region, gigabytes: outGB)
      {
        book.add(
          "traffic", "to the internet", quantity: outGB, unit: "GB",
          price: Money(traffic.total.double / outGB), source: traffic.source)
      } else {
        book.add("traffic", "to the internet", quantity: outGB, unit: "GB", price: nil, source: "")
      }
    }
    if zones > 1 {
      let crossing = bytesPerSecond * seconds / 1e9 * Double(zones - 1) / Double(zones)
      book.add("traffic", "between zones", quantity: crossing, meter: context.meter(.crossZoneGB))
    }
    if form == .containers {
      book.add("compute", "cluster control plane", quantity: 730, meter: context.meter(.controlPlaneHour))
    }
  }

  private func fixedCost(form: PlacementForm, zones: Int) -> (total: Double, unknown: String?) {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    addFixed(to: &book, form: form, zones: zones)
    let hours = form == .containers ? context.parameters.containerHours.fixed : context.parameters.vmHours.fixed
    return (book.total + hours * context.problem.hourlyLabour(context.parameters).double, book.unknown)
  }
}
