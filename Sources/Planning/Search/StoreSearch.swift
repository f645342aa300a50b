import CostSolver
import Foundations
import Placement

/// Searches machines for a store in one region: managed or run on own machines, with or without a standby.
final class StoreSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let store: StoreProblem
  /// Own operations and those of callers.
  let load: LoadFigures

  /// Creates a search.
  init(context: RegionContext, workload: WorkloadProblem, store: StoreProblem, load: LoadFigures) {
    self.context = context
    self.workload = workload
    self.store = store
    self.load = load
  }

  var reads: Double { max(0, load.mean - store.writesPerSecond) }
  /// Reads of objects a second, on average.
  var readsOfObjects: Double { reads }
  var peakOperations: Double { load.peak }

  /// CPU seconds of the mean operation on the reference core.
  var cpuSeconds: Double {
    let cost = store.storeClass == .cache ? context.parameters.cacheCPU : context.parameters.relationalCPU
    let all = reads + store.writesPerSecond
    guard all > 0 else { return cost.read }
    return (reads * cost.read + store.writesPerSecond * cost.write) / all
  }

  /// The forms that can hold this class of data.
  var forms: [PlacementForm] {
    switch store.storeClass {
    case .object: [.objectStorage]
    case .cache: [.managedCache, .vm]
    default: [.managedDatabase, .vm]
    }
  }

  /// What the machines can cost at least.
  func prepare(form: PlacementForm, topology: Topology) -> Prepared {
    if form == .objectStorage {
      let placed = objectStore()
      return Prepared(
        form: form, topology: topology,
        candidates: topology == .multiZone
          ? [Candidate(index: 0, purchase: .onDemand, usdPerHour: 0, bound: placed.placed.perMonth.double)] : [],
        fixed: 0, unknown: placed.unknown)
    }
    let isManaged = form != .vm
    let zones = topology == .multiZone ? 2 : 1
    var fixed = CostBook(problem: context.problem, parameters: context.parameters)
    addFixed(to: &fixed, isManaged: isManaged, zones: zones)
    let besides = fixed.total
    let columns = columns(isManaged: isManaged)
    guard workload.place.pinnedMachine == nil, context.problem.money.overrides.isEmpty else {
      return Prepared(
        form: form, topology: topology, candidates: candidates(form, zones: zones, fixed: besides, cutoff: .infinity),
        fixed: besides,
        unknown: fixed.unknown)
    }
    // A store's machines do not grow in number: the load asks for no more than the zones.
    let bound = FleetBound(
      busyCores: 0, utilizationLimit: 1, memoryBytes: hotBytes, minimumCount: Double(zones), instancePerMonth: 0,
      fixedPerMonth: besides, priceFactor: context.priceFactor, hoursPerMonth: CostBook.hoursPerMonth)
    return Prepared(
      form: form, topology: topology, least: context.least(in: columns, purchases: purchases, bound.least),
      fixed: besides, unknown: fixed.unknown)
  }

  private var purchases: [Purchase] {
    workload.place.pinnedPurchase.map { [$0] } ?? context.problem.money.purchases.filter { $0 != .spot }
  }

  /// The machines that fit, with their bounds.
  func candidates(_ form: PlacementForm, zones: Int, fixed: Double, cutoff: Double) -> [Candidate] {
    let columns = columns(isManaged: form != .vm)
    let pinned = workload.place.pinnedMachine
    return context.candidates(
      in: columns, purchases: purchases, cutoff: cutoff,
      fits: { index in
        columns.isSteady[index] && columns.speed[index] > 0 && columns.vcpus[index] >= 1
          && columns.memoryBytes[index] >= hotBytes && (pinned == nil || pinned == columns.machine(index))
      },
      bound: { _, hourly in (Double(zones) * hourly * CostBook.hoursPerMonth + fixed) * (1 - 1e-9) })
  }

  /// The cheapest feasible machine of what was prepared.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    guard prepared.bound <= cutoff else { return FormOutcome() }
    return prepared.form == .objectStorage ? objectStore(prepared.topology) : nodes(prepared, cutoff)
  }

  func columns(isManaged: Bool) -> OfferColumns {
    guard isManaged else { return context.offers }
    return store.storeClass == .cache ? context.facts.caches : context.facts.databases
  }

  /// Bytes that must fit into memory.
  var hotBytes: Double {
    store.storeClass == .cache ? store.sizeBytes * 1.3 : store.sizeBytes * store.hotShare
  }

  // MARK: Object storage

  private func objectStore(_ topology: Topology) -> FormOutcome {
    var outcome = FormOutcome()
    guard topology == .multiZone else { return outcome }
    outcome.search.candidates = 1
    outcome.search.evaluated = 1
    var (placed, unknown) = objectStore()
    let path = objectPath
    placed.path = path
    finish(&outcome, &placed, path: path, unknown: unknown)
    return outcome
  }

  var objectPath: PathNode {
    .hop("\(workload.name) first byte", .lognormal(mean: context.parameters.objectSeconds, scv: 1))
  }

  func objectStore() -> (placed: PlacedWorkload, unknown: String?) {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    let classes = addObjects(to: &book)
    book.labour("looking after the store", hours: context.parameters.managedStoreHours)
    var placed = PlacedWorkload(
      model: .cloud, form: .objectStorage, topology: .multiZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 3, machine: nil, count: 1, purchase: .onDemand)
      ],
      lines: book.lines, availability: context.reliability.objectStorage,
      ownAvailability: context.reliability.objectStorage, rto: 0, rpo: 0)
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms = store.sizeBytes / 1e12 * context.parameters.wattsPerTB * 0.73 * intensity
    }
    placed.details = classes
    placed.rto = classes.first { $0.name == "brought_back" }?.value ?? 0
    return (placed, book.unknown)
  }

  // MARK: Databases and caches

  private func nodes(_ prepared: Prepared, _ cutoff: Double) -> FormOutcome {
    var outcome = FormOutcome()
    let (form, topology) = (prepared.form, prepared.topology)
    let columns = columns(isManaged: form != .vm)
    let zones = topology == .multiZone ? 2 : 1
    let options = candidates(
      form, zones: zones, fixed: prepared.fixed, cutoff: context.isExhaustive ? .infinity : cutoff)
    outcome.search.candidates = options.count
    var overload: PlacedWorkload?
    var found: [Int: (PlacedWorkload, PathNode)] = [:]
    var nearest: PlacedWorkload?
    guard prepared.unknown == nil else {
      outcome.search.priceUnknown = options.count
      return outcome
    }
    let (winner, _, evaluated) = LowerBoundOrder.cheapest(
      bounds: options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
    ) { index in
      let offer = columns.offer(options[index].index)
      let purchase = options[index].purchase
      let servers = max(1, Int(offer.vcpus.rounded(.down)))
      let utilization = peakOperations * cpuSeconds / offer.speed / Double(servers)
      guard utilization <= context.parameters.utilizationLimit else {
        if utilization < overload?.rejected?.value ?? .infinity {
          overload = miss(
            form, topology, offer,
            Rejection(
              constraint: "utilization", value: utilization, limit: context.parameters.utilizationLimit, unit: "ratio",
              by: offer.machine))
        }
        return nil
      }
      let path = path(offer, servers: servers, hotBytes: hotBytes)
      let limits = workload.objectives.compactMap { o in o.percentile.map { ($0, o.target.double) } }
      guard limits.isEmpty || PathModel.meets(limits.map { (percentile: $0.0, seconds: $0.1) }, path) else {
        return nil
      }
      guard var placed = price(offer, purchase, form, topology, zones, utilization) else { return nil }
      if let target = workload.target("availability"), (placed.availability ?? 0) < target {
        placed.rejected = Rejection(
          constraint: "availability", value: placed.availability, limit: target, unit: "ratio", by: topology.rawValue)
        if nearest == nil { nearest = placed }
        return nil
      }
      for (name, value) in [("rto", placed.rto), ("rpo", placed.rpo)] {
        if let limit = workload.target(name), let value, value > limit {
          placed.rejected = Rejection(constraint: name, value: value, limit: limit, unit: "s", by: topology.rawValue)
          if nearest == nil { nearest = placed }
          return nil
        }
      }
      found[index] = (placed, path)
      return placed.perMonth.double
    }
    outcome.search.evaluated = evaluated
    outcome.search.pruned = options.count - evaluated
    if let winner, let (placed, path) = found[winner] {
      var placed = placed
      placed.path = path
      outcome.placed = placed
      outcome.path = path
    } else {
      outcome.miss = nearest ?? overload ?? memoryMiss(prepared)
    }
    return outcome
  }

  func miss(
    _ form: PlacementForm, _ topology: Topology, _ offer: MachineOffer, _ rejection: Rejection
  ) -> PlacedWorkload {
    var placed = PlacedWorkload(
      model: .cloud, form: form, topology: topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: topology == .multiZone ? 2 : 1,
          machine: offer.machine, count: 0, purchase: .onDemand)
      ], lines: [])
    placed.rejected = rejection
    return placed
  }

  /// No machine is large enough for what must be in memory.
  func memoryMiss(_ prepared: Prepared) -> PlacedWorkload? {
    let columns = columns(isManaged: prepared.form != .vm)
    let pinned = workload.place.pinnedMachine
    let fitting = (0..<columns.count).filter {
      columns.isSteady[$0] && (pinned == nil || pinned == columns.machine($0))
    }
    guard let largest = fitting.max(by: { columns.memoryBytes[$0] < columns.memoryBytes[$1] }),
      columns.memoryBytes[largest] < hotBytes
    else { return nil }
    return miss(
      prepared.form, prepared.topology, columns.offer(largest),
      Rejection(
        constraint: "memory", value: hotBytes, limit: columns.memoryBytes[largest], unit: "B",
        by: "data that is read often must fit into memory"))
  }

  func path(_ offer: MachineOffer, servers: Int, hotBytes: Double) -> PathNode {
    let queue = PathNode.hop(
      "\(workload.name) queue and service",
      .queue(
        arrivalPerSecond: peakOperations, serviceSeconds: cpuSeconds / offer.speed, servers: servers, ca2: 1, cs2: 1))
    guard store.storeClass != .cache else { return queue }
    // Reads that memory does not hold wait for the disk.
    let missShare = store.sizeBytes > 0 ? max(0, 1 - offer.memoryBytes / store.sizeBytes) * 0.2 : 0
    guard missShare > 0 else { return queue }
    return .series([
      queue,
      .mixture([
        (1 - missShare, .hop("memory", .constant(0))),
        (missShare, .hop("disk", .lognormal(mean: context.parameters.diskSeconds, scv: 1))),
      ]),
    ])
  }

  func price(
    _ offer: MachineOffer, _ purchase: Purchase, _ form: PlacementForm, _ topology: Topology, _ zones: Int,
    _ utilization: Double
  ) -> PlacedWorkload? {
    let parameters = context.parameters
    let isManaged = form != .vm
    let figures = context.reliability
    var book = CostBook(problem: context.problem, parameters: parameters)
    book.machines(
      offer, purchase: purchase, count: zones,
      busyShare: load.peak > 0 ? min(1, utilization * load.mean / load.peak / Double(zones)) : 0)
    addFixed(to: &book, isManaged: isManaged, zones: zones)
    guard book.unknown == nil else { return nil }
    let failover = parameters.failoversPerMonth * figures.failoverSeconds / (730 * 3600)
    let own: Double
    if isManaged {
      own = zones > 1 ? figures.managedDatabaseMultiZone : figures.managedDatabaseSingleZone
    } else {
      own =
        zones > 1
        ? figures.fleet(needed: 1, count: 2, zones: 2) - failover
        : figures.fleet(
          needed: 1, count: 1, zones: 1)
    }
    var placed = PlacedWorkload(
      model: .cloud, form: form, topology: topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: zones, machine: offer.machine, count: zones,
          purchase: purchase)
      ],
      lines: book.lines, utilization: utilization, headroom: 1 - utilization, availability: own,
      ownAvailability: own, rto: zones > 1 ? figures.failoverSeconds : figures.restoreSeconds,
      rpo: zones > 1 ? 0 : 24 * 3600)
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms = offer.vcpus * Double(zones) * parameters.wattsPerVCPU * 0.73 * intensity
    }
    let monthly = (reads + store.writesPerSecond) * 730 * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    return placed
  }

  /// What the store pays whatever its machines: data, backup, replication, labour.
  private func addFixed(to book: inout CostBook, isManaged: Bool, zones: Int) {
    let parameters = context.parameters
    let gigabytes = store.sizeBytes / 1e9
    if store.storeClass != .cache {
      book.add(
        "storage", "data, with room for a fifth more", quantity: gigabytes * 1.2 * Double(zones),
        meter: context.meter(.blockStorageGBMonth))
      book.add("storage", "backup", quantity: gigabytes, meter: context.meter(.backupGBMonth))
    }
    if zones > 1 {
      let replicated = store.writesPerSecond * store.itemBytes * 730 * 3600 / 1e9
      book.add("traffic", "replication between zones", quantity: replicated, meter: context.meter(.crossZoneGB))
    }
    book.labour(
      isManaged ? "looking after the store" : "running the store",
      hours: isManaged ? parameters.managedStoreHours : parameters.selfRunStoreHours)
  }

  private func finish(_ outcome: inout FormOutcome, _ placed: inout PlacedWorkload, path: PathNode, unknown: String?) {
    guard unknown == nil else {
      placed.rejected = Rejection(constraint: "price-unknown", by: unknown ?? "")
      outcome.miss = placed
      outcome.search.priceUnknown += 1
      return
    }
    if let target = workload.target("availability"), (placed.availability ?? 0) < target {
      placed.rejected = Rejection(
        constraint: "availability", value: placed.availability, limit: target, unit: "ratio", by: "object storage")
      outcome.miss = placed
      return
    }
    outcome.placed = placed
    outcome.path = path
  }
}
