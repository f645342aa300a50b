import CostSolver
import Formulas
import Foundations
import Placement

/// What is already known about the workloads a service calls, in the region under study.
struct CalleeState {
  var path: PathNode
  /// Own availability of it and of everything it needs, by name, so that what is shared counts once.
  var parts: [String: Double]
  /// From accepted to done, where work goes on after the answer.
  var completion: PathNode?
  /// Whether it runs on the devices' own site, so that calls to it cross no wide-area link.
  var isLocal = false
}

/// Where a workload is being tried; one object, as every search of the region holds it.
final class RegionContext: Sendable {
  let market: any Market
  let problem: Problem
  let parameters: ModelParameters
  let provider: String
  let region: String
  let offers: OfferColumns
  let facts: RegionFacts
  let isExhaustive: Bool
  let screens: ScreenCache
  let reliability = ReliabilityFigures()

  init(
    market: any Market, problem: Problem, parameters: ModelParameters, provider: String, region: String,
    isExhaustive: Bool, screens: ScreenCache
  ) {
    self.market = market
    self.problem = problem
    self.parameters = parameters
    self.provider = provider
    self.region = region
    offers = market.offers(provider: provider, region: region)
    facts = market.facts(provider: provider, region: region)
    self.isExhaustive = isExhaustive
    self.screens = screens
  }

  func meter(_ meter: ServiceMeter) -> UnitPrice {
    facts.prices[ServiceMeter.allCases.firstIndex(of: meter) ?? 0]
  }
}

/// One form and topology in one region with its bound; candidates are made when it is solved.
struct Prepared {
  var form: PlacementForm
  var topology: Topology
  /// The least any candidate can cost a month; infinite when there is none.
  var bound: Double
  /// Number of candidates.
  var count: Int
  /// What every candidate pays besides its machines, in the currency a month.
  var fixed: Double
  /// An item without a price that every candidate needs.
  var unknown: String?

  init(
    form: PlacementForm, topology: Topology, least: (perMonth: Double, candidates: Int), fixed: Double,
    unknown: String?
  ) {
    self.form = form
    self.topology = topology
    bound = unknown == nil ? least.perMonth : .infinity
    count = least.candidates
    self.fixed = fixed
    self.unknown = unknown
  }

  /// The same from candidates at hand.
  init(form: PlacementForm, topology: Topology, candidates: [Candidate], fixed: Double, unknown: String?) {
    let least = candidates.reduce(.infinity) { min($0, $1.bound) }
    self.init(form: form, topology: topology, least: (least, candidates.count), fixed: fixed, unknown: unknown)
  }
}

/// The best placement of one workload for one form and topology, or the reason there is none.
struct FormOutcome {
  var placed: PlacedWorkload?
  /// The path of its answers, for its callers.
  var path: PathNode?
  /// From accepted to done, where that takes longer than the answer.
  var completion: PathNode?
  /// The nearest miss when nothing was feasible.
  var miss: PlacedWorkload?
  var search = SearchFigures()
}

/// Searches machines and counts for a service in one region.
final class ServiceSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  let callees: [String: CalleeState]
  /// The hops that no fleet changes, composed once; `nil` without latency objectives.
  private lazy var screen: LimitScreen? =
    latencyLimits.isEmpty ? nil : LimitScreen(latencyLimits, fixed: fixedPath, known: context.screens)

  /// Creates a search; the workloads it calls are settled before its first ``best(_:cutoff:)``.
  init(
    context: RegionContext, workload: WorkloadProblem, service: ServiceProblem, load: LoadFigures,
    callees: [String: CalleeState] = [:]
  ) {
    self.context = context
    self.workload = workload
    self.service = service
    self.load = load
    self.callees = callees
  }

  /// The same search with the workloads it calls settled.
  func with(callees: [String: CalleeState]) -> ServiceSearch {
    callees.isEmpty && self.callees.isEmpty
      ? self : ServiceSearch(context: context, workload: workload, service: service, load: load, callees: callees)
  }

  /// What the region's machines can cost at least; needs no callee.
  func prepare(form: PlacementForm, topology: Topology) -> Prepared {
    let zones = topology == .multiZone ? 2 : 1
    let fixed = fixedCost(form: form, zones: zones)
    guard workload.place.pinnedMachine == nil, context.problem.money.overrides.isEmpty else {
      let candidates = candidates(form: form, zones: zones, fixed: fixed.total, cutoff: .infinity)
      return Prepared(
        form: form, topology: topology, candidates: candidates, fixed: fixed.total, unknown: fixed.unknown)
    }
    let bound = bound(form: form, zones: zones, fixed: fixed.total)
    return Prepared(
      form: form, topology: topology, least: context.least(in: context.offers, purchases: purchases, bound.least),
      fixed: fixed.total, unknown: fixed.unknown)
  }

  /// The region's machines that fit, with their bounds.
  private func candidates(form: PlacementForm, zones: Int, fixed: Double, cutoff: Double) -> [Candidate] {
    let bound = bound(form: form, zones: zones, fixed: fixed)
    let offers = context.offers
    return context.candidates(
      in: offers, purchases: purchases, cutoff: cutoff, fits: { fits($0, bound) },
      bound: { bound.bound(vcpus: offers.vcpus[$0], speed: offers.speed[$0], usdPerHour: $1) })
  }

  /// The exact optimum over what was prepared.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard prepared.bound <= cutoff else { return outcome }
    let (form, topology) = (prepared.form, prepared.topology)
    let zones = topology == .multiZone ? 2 : 1
    let options = candidates(
      form: form, zones: zones, fixed: prepared.fixed, cutoff: context.isExhaustive ? .infinity : cutoff)
    let availability = availabilityBound(topology: topology)
    let first = options.first
    outcome.search.candidates += options.count
    var cache: [SizingKey: Sizing?] = [:]
    var nearest = options.isEmpty ? pinnedMisfit(form) : nil
    if let target = workload.target("availability"), availability < target {
      // Not even machines that never fail reach it here.
      if let first {
        let unavailable = Rejection(
          constraint: "availability", value: availability, limit: target, unit: "ratio",
          by: "\(topology.rawValue), with machines that never fail")
        // Mending the nearer of two misses would not be enough.
        nearest = (first, Rejection.furthest(unavailable, networkMiss()) ?? unavailable)
      }
      outcome.search.pruned += options.count
    } else if let unknown = prepared.unknown {
      if let first {
        nearest = (first, Rejection(constraint: "price-unknown", by: unknown))
      }
      outcome.search.priceUnknown += options.count
    } else if let rejection = networkMiss() {
      // No machine can help: the round trips alone exceed the objective.
      if let first { nearest = (first, rejection) }
      outcome.search.pruned += options.count
    } else {
      let perInstance = instanceCost(form: form)
      let (winner, _, evaluated) = LowerBoundOrder.cheapest(
        bounds: options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
      ) { index in
        let option = options[index]
        let (vcpus, speed) = (context.offers.vcpus[option.index], context.offers.speed[option.index])
        let key = SizingKey(speed: speed, workers: workers(vcpus, form: form), zones: zones)
        let sizing: Sizing?
        if let known = cache[key] {
          sizing = known
        } else {
          sizing = size(key).map(available)
          cache[key] = .some(sizing)
        }
        guard let sizing else {
          if nearest == nil { nearest = (option, latencyMiss(key)) }
          return nil
        }
        if let target = workload.target("availability"), sizing.availability * dependencies < target {
          if nearest == nil {
            nearest = (
              option,
              Rejection(
                constraint: "availability", value: sizing.availability * dependencies, limit: target, unit: "ratio",
                by: topology.rawValue)
            )
          }
          return nil
        }
        return Double(sizing.instances) * (option.usdPerHour * CostBook.hoursPerMonth + perInstance) + prepared.fixed
      }
      outcome.search.evaluated += evaluated
      outcome.search.pruned += options.count - evaluated
      if let winner {
        let offer = context.offers.offer(options[winner].index)
        let key = SizingKey(speed: offer.speed, workers: workers(offer, form: form), zones: zones)
        if let sizing = cache[key] ?? nil,
          var placed = price(
            offer, purchase: options[winner].purchase, form: form, topology: topology, zones: zones, sizing)
        {
          placed.burst = burst(sizing, key: key)
          placed.details += burstDetails(sizing, key: key)
          placed.path = userPath(sizing, key: key)
          complete(&placed, &outcome, sizing, key: key)
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
            provider: context.provider, region: context.region, zones: zones,
            machine: context.offers.machine(nearest.option.index), count: 0, purchase: nearest.option.purchase)
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

  private func fits(_ index: Int, _ bound: FleetBound) -> Bool {
    let offers = context.offers
    // A pin may name a burstable machine; it must be large enough all the same.
    guard workload.place.pinnedMachine == nil ? offers.isSteady[index] : isPinned(index) else { return false }
    return bound.fits(vcpus: offers.vcpus[index], memoryBytes: offers.memoryBytes[index], speed: offers.speed[index])
  }

  private func isPinned(_ index: Int) -> Bool {
    let machine = context.offers.machine(index)
    return workload.place.pinnedMachine == machine
      || workload.place.pinnedMachine == "\(context.offers.provider):\(machine)"
  }

  /// Why the machine that is pinned cannot carry an instance; `nil` when none is pinned or it can.
  private func pinnedMisfit(_ form: PlacementForm) -> (option: Candidate, rejection: Rejection)? {
    let offers = context.offers
    guard workload.place.pinnedMachine != nil, let index = (0..<offers.count).first(where: isPinned) else { return nil }
    let overhead = form == .containers ? context.parameters.nodeOverheadBytes : 0
    let room = offers.memoryBytes[index] - overhead
    guard room < service.memoryBytes else { return nil }
    let candidate = Candidate(index: index, purchase: purchases.first ?? .onDemand, usdPerHour: 0, bound: .infinity)
    return (
      candidate,
      Rejection(
        constraint: "memory", value: service.memoryBytes, limit: room, unit: "B",
        by: "an instance on \(offers.machine(index))")
    )
  }

  private func workers(_ offer: MachineOffer, form: PlacementForm) -> Int { workers(offer.vcpus, form: form) }

  private func workers(_ vcpus: Double, form: PlacementForm) -> Int {
    let usable = vcpus - (form == .containers ? context.parameters.nodeOverheadCPUs : 0)
    return max(0, Int(usable.rounded(.down)))
  }

  /// Never above the true cost: the instances that utilisation alone demands, with what any fleet pays besides.
  private func bound(form: PlacementForm, zones: Int, fixed: Double) -> FleetBound {
    let isContainers = form == .containers
    let parameters = context.parameters
    let hours = isContainers ? parameters.containerHours.perInstance : parameters.vmHours.perInstance
    return FleetBound(
      busyCores: max(load.peak, workload.throughputTarget) * service.cpuSeconds,
      utilizationLimit: parameters.utilizationLimit,
      overheadVCPUs: isContainers ? parameters.nodeOverheadCPUs : 0,
      overheadBytes: isContainers ? parameters.nodeOverheadBytes : 0, memoryBytes: service.memoryBytes,
      minimumCount: max(Double(zones), workload.place.pinnedCount.map(Double.init) ?? 1),
      instancePerMonth: hours * context.problem.hourlyLabour(parameters).double, fixedPerMonth: fixed,
      priceFactor: context.priceFactor, hoursPerMonth: CostBook.hoursPerMonth)
  }

  // MARK: Sizing

  struct SizingKey: Hashable {
    var speed: Double
    var workers: Int
    var zones: Int
  }

  struct Sizing: Hashable {
    var zones = 1
    var instances: Int
    /// Instances that must be up for the load to be served at all.
    var needed: Int
    var utilization: Double
    /// Availability of the fleet and its balancer.
    var availability = 0.0
  }

  /// Machines beyond which a fleet is no answer any more.
  private static let largestFleet = 100_000

  private func size(_ key: SizingKey) -> Sizing? {
    let demand = load.peak * service.cpuSeconds / key.speed
    let perInstance = Double(key.workers)
    let carried = max(load.peak, workload.throughputTarget) * service.cpuSeconds / key.speed
    let minimum = max(
      key.zones, Int(clamped: (carried / (context.parameters.utilizationLimit * perInstance)).rounded(.up)), 1)
    guard minimum <= ServiceSearch.largestFleet else { return nil }
    func meets(_ count: Int) -> Bool {
      let sizing = Sizing(instances: count, needed: 1, utilization: demand / (perInstance * Double(count)))
      let limits = workload.completionLimits
      guard limits.isEmpty || PathModel.meets(limits, completionPath(sizing, key: key)) else { return false }
      guard let screen else { return burst(sizing, key: key)?.isDrained ?? true }
      guard carriesBurst(sizing, key: key) else { return false }
      return screen.meets(queue: queue(sizing, key: key)) { userPath(sizing, key: key) }
    }
    let count: Int?
    if let pinned = workload.place.pinnedCount {
      count = pinned >= minimum && meets(pinned) ? pinned : nil
    } else if screen == nil, service.burst == nil, workload.completionLimits.isEmpty {
      count = minimum
    } else {
      count = FleetSizing.smallest(from: minimum, through: largest(minimum), isFeasible: meets)
    }
    guard let count else { return nil }
    let needed = max(1, Int(clamped: (demand / (0.99 * perInstance)).rounded(.up)))
    // One machine more wherever the objective could not be met with one down.
    return Sizing(
      zones: key.zones, instances: count, needed: min(needed, count),
      utilization: demand / (perInstance * Double(count)))
  }

  var latencyLimits: [(percentile: Double, seconds: Double)] {
    workload.objectives.compactMap { objective in
      objective.percentile.map { ($0, objective.target.double) }
    }
  }

  /// With the machines that the availability objective asks for besides.
  private func available(_ sizing: Sizing) -> Sizing {
    let figures = context.reliability
    var result = sizing
    func own(_ count: Int) -> Double {
      figures.fleet(needed: sizing.needed, count: count, zones: sizing.zones) * figures.loadBalancer
    }
    result.availability = own(result.instances)
    guard let target = workload.target("availability"), workload.place.pinnedCount == nil else { return result }
    let most = sizing.instances + max(4, sizing.needed)
    while result.availability * dependencies < target, result.instances < most {
      result.instances += 1
      result.availability = own(result.instances)
    }
    result.utilization *= Double(sizing.instances) / Double(result.instances)
    return result
  }

  // MARK: Latency

  /// The queue that a request meets: its instance's own under random or round-robin balancing, one for all
  /// when it is shared. Least-loaded balancing is bounded from above by random.
  private func law(_ sizing: Sizing, key: SizingKey) -> HopLaw {
    let instances = Double(sizing.instances)
    let seconds = service.cpuSeconds / key.speed
    let split = load.peak / instances
    switch service.balancer {
    case .shared:
      return .queue(
        arrivalPerSecond: load.peak, serviceSeconds: seconds, servers: key.workers * sizing.instances, ca2: service.ca2,
        cs2: service.cs2)
    case .roundRobin:
      return .queue(
        arrivalPerSecond: split, serviceSeconds: seconds, servers: key.workers, ca2: service.ca2 / instances,
        cs2: service.cs2)
    case .random, .leastLoaded:
      return .queue(
        arrivalPerSecond: split, serviceSeconds: seconds, servers: key.workers, ca2: 1 + (service.ca2 - 1) / instances,
        cs2: service.cs2)
    }
  }

  func queue(_ sizing: Sizing, key: SizingKey) -> QueueInputs {
    guard case .queue(let arrival, let seconds, let servers, let ca2, let cs2) = law(sizing, key: key) else {
      return PathModel.inputs(0, service.cpuSeconds, 1, 1, 1)
    }
    return PathModel.inputs(arrival, seconds, servers, ca2, cs2)
  }

  private func queueHop(_ sizing: Sizing, key: SizingKey) -> PathNode {
    .hop("\(workload.name) queue and service", law(sizing, key: key))
  }

  /// From the request's arrival at the service to its answer, calls included.
  private func servicePath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    .series([queueHop(sizing, key: key)] + callHops)
  }

  /// Waiting off the CPU, and the calls on the critical path.
  var callHops: [PathNode] {
    var hops: [PathNode] = []
    if service.offCPUSeconds > 0 { hops.append(.hop("off CPU", .constant(service.offCPUSeconds))) }
    for call in workload.calls where !call.isAsynchronous && !call.isOptional {
      guard let callee = callees[call.to] else { continue }
      let one = PathNode.series([
        .hop("to \(call.to)", .constant(context.parameters.crossZoneSeconds)), callee.path,
      ])
      // 2.5 calls are two and, for half of the requests, a third.
      let whole = Int(clamped: min(call.times, 64).rounded(.down))
      let part = min(call.times, 64) - Double(whole)
      func repeated(_ times: Int) -> PathNode {
        times == 1
          ? one
          : call.isParallel
            ? .parallel(Array(repeating: one, count: times)) : .series(Array(repeating: one, count: times))
      }
      let skipped = PathNode.hop("no \(call.to)", .constant(0))
      let all: PathNode =
        part < 1e-9
        ? repeated(whole)
        : .mixture([(part, repeated(whole + 1)), (1 - part, whole == 0 ? skipped : repeated(whole))])
      guard call.times > 0 else { continue }
      hops.append(
        call.cachedShare > 0
          ? .mixture([
            (call.cachedShare, .hop("cached \(call.to)", .constant(0.0002))), (1 - call.cachedShare, all),
          ]) : all)
    }
    return hops
  }

  /// From the user's device and back, over all groups; `nil` when latency does not count from there.
  var networkPath: PathNode? {
    guard workload.isLatencyFromUsers, !workload.users.isEmpty else { return nil }
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
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  /// From accepted to the end of all that the request sets off; what goes on meanwhile is taken one by one.
  private func completionPath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    let done = callees.contains { $0.value.completion != nil } ? with(callees: workload.done(callees)) : self
    let broker = BrokerFigures()
    return workload.completion(
      of: done.servicePath(sizing, key: key), callees,
      deliverySeconds: broker.acknowledgeSeconds + broker.fetchSeconds
    ) { name, _ in .hop("to \(name)", .constant(context.parameters.crossZoneSeconds)) }
  }

  /// Requests a second that keep the busy share at its limit.
  private func throughput(_ sizing: Sizing, key: SizingKey) -> Double? {
    guard service.cpuSeconds > 0 else { return nil }
    return context.parameters.utilizationLimit * Double(key.workers * sizing.instances) * key.speed / service.cpuSeconds
  }

  /// What goes on after the answer, for the workload's objectives and for its callers.
  private func complete(_ placed: inout PlacedWorkload, _ outcome: inout FormOutcome, _ sizing: Sizing, key: SizingKey)
  {
    placed.throughput = throughput(sizing, key: key)
    guard !workload.completionLimits.isEmpty || workload.hasWorkAfterAnswer(callees) else { return }
    let path = completionPath(sizing, key: key)
    placed.completion = path
    outcome.completion = path
  }

  /// Everything but the own queue.
  private var fixedPath: PathNode { .series((networkPath.map { [$0] } ?? []) + callHops) }

  /// From the user's device and back.
  func userPath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    let inside = servicePath(sizing, key: key)
    return networkPath.map { .series([$0, inside]) } ?? inside
  }

  private static let ideal = Sizing(instances: 1_000_000, needed: 1, utilization: 0)

  /// The objective that even an idle, infinite fleet of the fastest machine misses.
  private func networkMiss() -> Rejection? {
    guard let fastest = context.offers.speed.max(), fastest > 0 else { return nil }
    if !workload.completionLimits.isEmpty {
      let path = completionPath(ServiceSearch.ideal, key: SizingKey(speed: fastest, workers: 1, zones: 1))
      if let missed = workload.missedCompletion(path, by: "the queues and the work behind them") { return missed }
    }
    guard let screen else { return nil }
    let service = ServiceDistribution(mean: service.cpuSeconds / fastest, scv: service.cs2)
    guard !screen.meets(service: service) else { return nil }
    let key = SizingKey(speed: fastest, workers: 1, zones: 1)
    return missedLimit(
      userPath(ServiceSearch.ideal, key: key), by: "\(context.provider):\(context.region), even on idle machines")
  }

  private func latencyMiss(_ key: SizingKey) -> Rejection {
    if let pinned = workload.place.pinnedCount { return pinnedMiss(pinned, key) }
    return missedLimit(userPath(ServiceSearch.ideal, key: key), by: "the machine's speed")
      ?? workload.missedCompletion(
        completionPath(ServiceSearch.ideal, key: key), by: "the queues and the work behind them")
      ?? Rejection(constraint: "capacity", by: "no fleet of this machine meets the latency objectives")
  }

  /// What a fleet that must not change misses.
  private func pinnedMiss(_ count: Int, _ key: SizingKey) -> Rejection {
    guard count >= key.zones else {
      return Rejection(
        constraint: "topology", value: Double(count), limit: Double(key.zones),
        by: "\(key.zones) zones need a machine each")
    }
    let capacity = Double(key.workers * count)
    let utilization = load.peak * service.cpuSeconds / key.speed / max(capacity, 1e-9)
    if utilization < 1, let missed = burstMiss(Sizing(instances: count, needed: 1, utilization: utilization), key: key)
    {
      return missed
    }
    let limit = context.parameters.utilizationLimit
    let sizing = Sizing(instances: count, needed: 1, utilization: utilization)
    if utilization < 1, let missed = missedLimit(userPath(sizing, key: key), by: "the fleet of \(count)") {
      return missed
    }
    if utilization < 1,
      let missed = workload.missedCompletion(completionPath(sizing, key: key), by: "the fleet of \(count)")
    {
      return missed
    }
    if let missed = workload.missedThroughput(throughput(sizing, key: key), by: "the fleet of \(count)") {
      return missed
    }
    return Rejection(
      constraint: "utilization", value: utilization, limit: limit, unit: "ratio", by: "the fleet of \(count)")
  }

  func missedLimit(_ path: PathNode, by reason: String) -> Rejection? {
    for limit in latencyLimits {
      let value = PathModel.estimate(limit.percentile, path)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: reason)
      }
    }
    return nil
  }

  // MARK: Availability and price

  func availabilityBound(topology: Topology) -> Double {
    let figures = context.reliability
    return (topology == .multiZone ? figures.region : figures.zone) * figures.loadBalancer * dependencies
  }

  /// Product over everything that must work for an answer, each once however many paths lead to it.
  var dependencies: Double { workload.dependencies(callees) }

  private func price(
    _ offer: MachineOffer, purchase: Purchase, form: PlacementForm, topology: Topology, zones: Int, _ sizing: Sizing
  ) -> PlacedWorkload? {
    let parameters = context.parameters
    let own = sizing.availability
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
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms =
        offer.vcpus * Double(sizing.instances) * parameters.wattsPerVCPU * 0.73 * intensity
    }
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    return placed
  }

  /// What each instance costs a month besides its machine: its share of labour and its boot disk.
  private func instanceCost(form: PlacementForm) -> Double {
    let parameters = context.parameters
    let hours = form == .containers ? parameters.containerHours.perInstance : parameters.vmHours.perInstance
    return hours * context.problem.hourlyLabour(parameters).double
      + parameters.bootDiskGB * (context.meter(.blockStorageGBMonth).amount?.double ?? 0)
  }

  /// What a fleet pays whatever its machines: balancer, traffic, control plane.
  private func addFixed(to book: inout CostBook, form: PlacementForm, zones: Int) {
    book.add("requests", "load balancer", quantity: CostBook.hoursPerMonth, meter: context.meter(.loadBalancerHour))
    let seconds = CostBook.hoursPerMonth * 3600
    let bytesPerSecond = load.mean * (service.requestBytes + service.responseBytes)
    // Some providers charge for capacity, the others for the bytes that pass.
    let perGB = context.meter(.loadBalancerGB)
    if perGB.amount != nil {
      book.add("requests", "load balancer data", quantity: bytesPerSecond * seconds / 1e9, meter: perGB)
    } else {
      let capacityUnits = max(load.peak / 25, bytesPerSecond * 3600 / 1e9)
      book.add(
        "requests", "load balancer capacity", quantity: capacityUnits * CostBook.hoursPerMonth,
        meter: context.meter(.loadBalancerCapacityHour))
    }
    addTraffic(to: &book)
    if zones > 1 {
      let crossing = bytesPerSecond * seconds / 1e9 * Double(zones - 1) / Double(zones)
      book.add("traffic", "between zones", quantity: crossing, meter: context.meter(.crossZoneGB))
    }
    if form == .containers {
      book.add("compute", "cluster control plane", quantity: 730, meter: context.meter(.controlPlaneHour))
    }
  }

  /// What answers and asynchronous calls cost wherever in the region they come from.
  func addTraffic(to book: inout CostBook) {
    let seconds = CostBook.hoursPerMonth * 3600
    let external = max(0, service.ownRate) + context.problem.rateFromDevices(load)
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
    for call in workload.calls where call.isAsynchronous && !context.problem.isStream(call.to) {
      // One request each to send, receive and delete.
      book.add(
        "requests", "queue to \(call.to)",
        quantity: load.mean * call.times * (1 - call.cachedShare) * seconds * 3 / 1e6,
        meter: context.meter(.queueRequestsPerMillion))
    }
  }

  private func fixedCost(form: PlacementForm, zones: Int) -> (total: Double, unknown: String?) {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    addFixed(to: &book, form: form, zones: zones)
    if context.meter(.blockStorageGBMonth).amount == nil {
      book.add("storage", "boot disks", quantity: 1, meter: context.meter(.blockStorageGBMonth))
    }
    let hours = form == .containers ? context.parameters.containerHours.fixed : context.parameters.vmHours.fixed
    return (book.total + hours * context.problem.hourlyLabour(context.parameters).double, book.unknown)
  }
}

// MARK: Fleets for callers

extension ServiceSearch {
  /// Most fleets that are offered to callers.
  private static let variantLimit = 16

  /// The optimum, then dearer fleets, each of which answers sooner or is up more often than all cheaper ones.
  ///
  /// Fleets are compared by the mean and the 99th percentile of their own response and by availability; a
  /// caller's path depends on its callee through nothing else but the shape between.
  func variants(_ prepared: Prepared) -> [FormOutcome] {
    let optimum = best(prepared)
    guard optimum.placed != nil, workload.place.pinnedCount == nil else { return [optimum] }
    struct Fleet {
      var option: Candidate
      var key: SizingKey
      var sizing: Sizing
      var cost: Double
    }
    let form = prepared.form
    let zones = prepared.topology == .multiZone ? 2 : 1
    let perInstance = instanceCost(form: form)
    // The cheapest machine of each speed and size.
    var cheapest: [SizingKey: Candidate] = [:]
    for option in candidates(form: form, zones: zones, fixed: prepared.fixed, cutoff: .infinity) {
      let key = SizingKey(
        speed: context.offers.speed[option.index], workers: workers(context.offers.vcpus[option.index], form: form),
        zones: zones)
      if let known = cheapest[key], known.usdPerHour <= option.usdPerHour { continue }
      cheapest[key] = option
    }
    var fleets: [Fleet] = []
    for (key, option) in cheapest {
      guard let least = size(key).map(available) else { continue }
      for count in Set([0, 1, 2, 3, least.instances / 2, least.instances].map { least.instances + $0 }) {
        let sizing = grown(least, to: count)
        if let target = workload.target("availability"), sizing.availability * dependencies < target { continue }
        let cost = Double(count) * (option.usdPerHour * CostBook.hoursPerMonth + perInstance) + prepared.fixed
        fleets.append(Fleet(option: option, key: key, sizing: sizing, cost: cost))
      }
    }
    fleets.sort { a, b in
      a.cost == b.cost
        ? (a.option.index, a.sizing.instances) < (b.option.index, b.sizing.instances) : a.cost < b.cost
    }
    var (mean, tail, availability) = (Double.infinity, Double.infinity, 0.0)
    var outcomes: [FormOutcome] = [optimum]
    let queues = fleets.map { queue($0.sizing, key: $0.key) }
    let waits = ErlangColumns.waitProbabilities(loads: queues.map(\.load), servers: queues.map(\.servers))
    for (index, fleet) in fleets.enumerated() where outcomes.count <= ServiceSearch.variantLimit {
      let queue = queues[index]
      let isMarkov = queue.isPoisson && queue.service.law == .exponential && queue.utilization < 1
      let response =
        isMarkov
        ? QueueBound(
          queue, waitProbability: waits[index],
          meanWait: waits[index] * queue.serviceSeconds / (queue.servers - queue.load)
        ).response : QueueBound(queue).response
      let late = ShiftedLognormal(response).percentile(0.99)
      let isBetter =
        response.mean < mean * (1 - 1e-9) || late < tail * (1 - 1e-9) || fleet.sizing.availability > availability
      guard isBetter else { continue }
      (mean, tail) = (min(mean, response.mean), min(tail, late))
      availability = max(availability, fleet.sizing.availability)
      let offer = context.offers.offer(fleet.option.index)
      guard
        var placed = price(
          offer, purchase: fleet.option.purchase, form: form, topology: prepared.topology, zones: zones, fleet.sizing),
        placed.sites != optimum.placed?.sites
      else { continue }
      placed.path = userPath(fleet.sizing, key: fleet.key)
      var outcome = FormOutcome()
      complete(&placed, &outcome, fleet.sizing, key: fleet.key)
      complete(&placed, &outcome, fleet.sizing, key: fleet.key)
      outcome.placed = placed
      outcome.path = servicePath(fleet.sizing, key: fleet.key)
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// The same fleet with more instances.
  private func grown(_ sizing: Sizing, to count: Int) -> Sizing {
    guard count > sizing.instances else { return sizing }
    var result = sizing
    result.instances = count
    result.utilization *= Double(sizing.instances) / Double(count)
    result.availability =
      context.reliability.fleet(needed: sizing.needed, count: count, zones: sizing.zones)
      * context.reliability.loadBalancer
    return result
  }
}
