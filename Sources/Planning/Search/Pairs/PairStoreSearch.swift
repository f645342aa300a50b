import CostSolver
import Formulas
import Foundations
import Placement

/// A store in two regions: a primary with a copy, or copies that both answer.
///
/// Every kind but caches of one's own and objects has one authority, the home region, to which all writes go; the
/// copy follows at once (a write waits for it) or behind (the last writes may be lost).
final class PairStoreSearch {
  /// When a write counts as done.
  enum Replication: String, CaseIterable {
    /// When the authority has it; the copy follows.
    case asynchronous
    /// When both regions have it.
    case synchronous
  }

  let pair: RegionPair
  let workload: WorkloadProblem
  let store: StoreProblem
  let load: LoadFigures
  /// Share of the operations that come from the home region while both serve.
  let homeShare: Double
  let replication: Replication
  private let memo: PairMemo
  let home: StoreSearch
  let other: StoreSearch

  init(
    pair: RegionPair, workload: WorkloadProblem, store: StoreProblem, load: LoadFigures, homeShare: Double,
    replication: Replication, memo: PairMemo
  ) {
    self.memo = memo
    self.pair = pair
    self.workload = workload
    self.store = store
    self.load = load
    self.homeShare = homeShare
    self.replication = replication
    home = StoreSearch(context: pair.home, workload: workload, store: store, load: load)
    var elsewhere = workload
    if workload.place.pair != nil {
      elsewhere.place.pinnedMachine = workload.place.pair?.site?.machine
      elsewhere.place.pinnedPurchase = workload.place.pair?.site?.purchase
    }
    other = StoreSearch(context: pair.other, workload: elsewhere, store: store, load: load)
  }

  private var isActive: Bool { pair.topology == .activeActive }

  /// Whether both regions take writes: objects, and what may be read late without being relational.
  var isMultiWriter: Bool {
    guard isActive, replication == .asynchronous else { return false }
    return store.storeClass == .object || store.isStrong == false && store.storeClass != .relational
  }

  /// Ways of replication that a class of data knows.
  static func ways(_ store: StoreProblem, _ topology: Topology) -> [Replication] {
    // Objects are copied behind by the provider; nobody offers to wait for it.
    store.storeClass == .object ? [.asynchronous] : Replication.allCases
  }

  // MARK: Bound

  private func half(_ search: StoreSearch, _ form: PlacementForm, _ zones: Int, _ path: PathNode? = nil) -> PairMemo.Half {
    PairMemo.Half(
      workload: workload.name, region: search.context.region, form: form, zones: zones,
      share: 1, duty: search === other ? .waiting : .serving, path: path)
  }

  private static func topology(_ zones: Int) -> Topology { zones > 1 ? .multiZone : .singleZone }

  func prepare(form: PlacementForm, zones: Int) -> Prepared {
    if form == .objectStorage {
      let (here, there) = (home.objectStore(), other.objectStore())
      let bound = (here.placed.perMonth + there.placed.perMonth).double
      return Prepared(
        form: form, topology: .multiZone, least: (zones > 1 ? bound : .infinity, zones > 1 ? 1 : 0), fixed: 0,
        unknown: here.unknown ?? there.unknown)
    }
    let here = memo.bound(half(home, form, zones)) { home.prepare(form: form, topology: PairStoreSearch.topology(zones)) }
    // The copy is one machine.
    let there = memo.bound(half(other, form, 1)) { other.prepare(form: form, topology: .singleZone) }
    return Prepared(
      form: form, topology: PairStoreSearch.topology(zones), least: (here.bound + there.bound, here.count + there.count),
      fixed: here.fixed + there.fixed, unknown: here.unknown ?? there.unknown)
  }

  // MARK: Replication

  private var writes: Double { store.writesPerSecond }
  /// Writes a second at the busiest.
  private var peakWrites: Double { load.mean > 0 ? writes * load.peak / load.mean : writes }
  private var writeShare: Double { load.mean > 0 ? min(1, writes / load.mean) : 0 }

  private func applySeconds(_ offer: MachineOffer) -> Double {
    let cost = store.storeClass == .cache ? pair.other.parameters.cacheCPU : pair.other.parameters.relationalCPU
    return cost.write / offer.speed
  }

  /// Seconds by which the copy lags behind, p99.
  private func lag(_ offer: MachineOffer?) -> Double {
    guard let offer else { return pair.failover.objectLagSeconds }
    return Formulas.Replication.lag(
      roundTripSeconds: pair.roundTripSeconds, shipSeconds: pair.failover.shipSeconds, writesPerSecond: peakWrites,
      applySeconds: applySeconds(offer))
  }

  private func part(home: Double, other: Double, lag: Double) -> PairPart {
    PairPart(
      span: !isActive ? .passive : isMultiWriter || store.storeClass == .object ? .active : .activeWriter, home: home,
      other: other,
      takeoverSeconds: isMultiWriter || store.storeClass == .object ? 0 : pair.home.reliability.failoverSeconds,
      rpo: replication == .synchronous ? 0 : lag)
  }

  private func recovery(_ part: PairPart) -> PairRecovery {
    PairRecovery(pair: pair, parts: [workload.name: part], homeShare: homeShare)
  }

  /// The wait of a write for the other region, and for its way home, as seen in either region.
  private func path(_ local: PathNode, _ remote: PathNode, atHome: Bool) -> PathNode {
    let link = PathNode.hop("\(pair.home.region) and back", .constant(pair.roundTripSeconds))
    let quorum = PathNode.hop("write in both regions", .constant(pair.roundTripSeconds))
    func write() -> PathNode {
      if isMultiWriter { return local }
      var hops = atHome ? [local] : [link, remote]
      if replication == .synchronous { hops.append(quorum) }
      return hops.count == 1 ? hops[0] : .series(hops)
    }
    // A copy that is behind may not answer where every read must see the last write.
    let isReadAtHome = !atHome && store.isStrong != false && replication == .asynchronous && store.storeClass != .object
    let read: PathNode = isReadAtHome ? .series([link, remote]) : local
    let written = write()
    guard writeShare > 0, written != read else { return read }
    return writeShare < 1 ? .mixture([(1 - writeShare, read), (writeShare, written)]) : written
  }

  // MARK: Search

  /// The cheapest machine of either region that keeps every objective.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    guard prepared.bound <= cutoff else { return FormOutcome() }
    if let unknown = prepared.unknown {
      return missed(prepared, Rejection(constraint: "price-unknown", by: unknown))
    }
    if prepared.form == .objectStorage { return objects(prepared) }
    let zones = prepared.topology == .multiZone ? 2 : 1
    guard let copy = memo.node(half(other, prepared.form, 1), { cheapest(other, prepared.form, zones: 1, isFeasible: { _, _ in true }) })
    else {
      return missed(prepared, misfit(other, prepared))
    }
    let limits = workload.latencyLimits
    let away = other.path(copy.offer, servers: copy.servers, hotBytes: other.hotBytes)
    var slow: Rejection?
    func isFast(_ offer: MachineOffer, _ servers: Int) -> Bool {
      let local = home.path(offer, servers: servers, hotBytes: home.hotBytes)
      let whole = self.path(local, away, atHome: true)
      guard !limits.isEmpty, !workload.meetsLatency(whole) else { return true }
      slow = slow ?? workload.missedLatency(whole, by: "\(pair.label), \(replication.rawValue)")
      return false
    }
    let primary =
      limits.isEmpty
      ? memo.node(half(home, prepared.form, zones)) { cheapest(home, prepared.form, zones: zones) { _, _ in true } }
      : cheapest(home, prepared.form, zones: zones, isFeasible: isFast)
    guard let primary else { return missed(prepared, slow ?? misfit(home, prepared)) }
    let behind = lag(copy.offer)
    guard
      var placed = home.price(
        primary.offer, primary.purchase, prepared.form, PairStoreSearch.topology(zones), zones, primary.utilization),
      let second = other.price(copy.offer, copy.purchase, prepared.form, .singleZone, 1, copy.utilization)
    else { return missed(prepared, Rejection(constraint: "price-unknown", by: "replication")) }
    let part = part(
      home: placed.ownAvailability ?? placed.availability ?? 1,
      other: second.ownAvailability ?? second.availability ?? 1, lag: behind)
    let local = home.path(primary.offer, servers: primary.servers, hotBytes: home.hotBytes)
    let path = path(local, away, atHome: true)
    return finish(
      prepared, &placed, second, part, lag: behind, path: path, otherPath: self.path(away, local, atHome: false))
  }

  struct Node {
    var offer: MachineOffer
    var purchase: Purchase
    var servers: Int
    var utilization: Double
  }

  /// The cheapest machine of a region that carries all of the load.
  private func cheapest(
    _ search: StoreSearch, _ form: PlacementForm, zones: Int, isFeasible: (MachineOffer, Int) -> Bool
  ) -> Node? {
    let columns = search.columns(isManaged: form != .vm)
    let options = search.candidates(form, zones: zones, fixed: 0, cutoff: .infinity)
    var nodes: [Int: Node] = [:]
    let (winner, _, _) = LowerBoundOrder.cheapest(
      bounds: options.map(\.bound), isExhaustive: search.context.isExhaustive
    ) { index in
      let offer = columns.offer(options[index].index)
      let servers = max(1, Int(offer.vcpus.rounded(.down)))
      let utilization = search.peakOperations * search.cpuSeconds / offer.speed / Double(servers)
      guard utilization <= search.context.parameters.utilizationLimit, isFeasible(offer, servers) else { return nil }
      nodes[index] = Node(
        offer: offer, purchase: options[index].purchase, servers: servers, utilization: utilization)
      return Double(zones) * options[index].usdPerHour
    }
    return winner.flatMap { nodes[$0] }
  }

  /// Why no machine of a region carries the store.
  private func misfit(_ search: StoreSearch, _ prepared: Prepared) -> Rejection {
    search.memoryMiss(prepared)?.rejected
      ?? Rejection(constraint: "utilization", by: "no machine of \(search.context.region) carries the operations alone")
  }

  private func missed(_ prepared: Prepared, _ rejection: Rejection) -> FormOutcome {
    let empty = PlacedWorkload(
      model: .cloud, form: prepared.form, topology: pair.topology,
      sites: [pair.home, pair.other].map {
        Site(provider: $0.provider, region: $0.region, zones: 1, machine: nil, count: 0, purchase: .onDemand)
      }, lines: [])
    var outcome = FormOutcome.missed(empty, rejection)
    outcome.search.candidates = prepared.count
    return outcome
  }

  private func objects(_ prepared: Prepared) -> FormOutcome {
    guard prepared.topology == .multiZone, prepared.bound < .infinity else { return FormOutcome() }
    var placed = home.objectStore().placed
    let second = other.objectStore().placed
    let part = part(
      home: placed.ownAvailability ?? 1, other: second.ownAvailability ?? 1, lag: pair.failover.objectLagSeconds)
    return finish(
      prepared, &placed, second, part, lag: pair.failover.objectLagSeconds, path: home.objectPath,
      otherPath: other.objectPath)
  }

  // MARK: Placement

  private func finish(
    _ prepared: Prepared, _ placed: inout PlacedWorkload, _ second: PlacedWorkload, _ part: PairPart, lag: Double,
    path: PathNode, otherPath: PathNode
  ) -> FormOutcome {
    var book = CostBook(problem: pair.home.problem, parameters: pair.home.parameters)
    addTraffic(to: &book)
    pair.addDrills(to: &book)
    if let unknown = book.unknown { return missed(prepared, Rejection(constraint: "price-unknown", by: unknown)) }
    let recovery = recovery(part)
    placed.topology = pair.topology
    placed.sites += second.sites
    // The copy serves no reads of its own but those of its region; both are charged where they are answered.
    placed.lines += second.lines.filter { $0.category != "requests" }.map { $0.within(pair.other.region) } + book.lines
    placed.perMonth = placed.lines.reduce(Money.zero) { $0 + $1.perMonth }
    placed.availability = recovery.availability.availability
    placed.ownAvailability = placed.availability
    placed.rto = recovery.rto
    placed.rpo = recovery.rpo
    if let here = placed.carbonKilograms { placed.carbonKilograms = second.carbonKilograms.map { here + $0 } }
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    placed.perTransaction = monthly > 0 ? Money(placed.perMonth.double / monthly) : nil
    placed.details = details(recovery, lag: lag)
    placed.path = isActive && homeShare < 1 ? .mixture([(homeShare, path), (1 - homeShare, otherPath)]) : path
    if lag == .infinity {
      return missed(
        prepared,
        Rejection(
          constraint: "replication", value: peakWrites, unit: "1/s", by: "one thread applies the writes and cannot keep up"))
    }
    if let rejection = workload.missedRecovery(recovery, by: "\(pair.label), \(replication.rawValue)")
      ?? workload.missedAvailability(recovery.availability.availability, by: pair.label)
    {
      placed.rejected = rejection
      var outcome = FormOutcome()
      outcome.miss = placed
      outcome.search.candidates = prepared.count
      outcome.search.evaluated = 1
      return outcome
    }
    var outcome = FormOutcome.found(placed, path: path)
    outcome.search.candidates = prepared.count
    outcome.search.pruned = max(0, prepared.count - 1)
    outcome.pair = PairState(part: part, otherPath: otherPath)
    return outcome
  }

  /// What goes from region to region: writes to the copy, and operations that only home may answer.
  private func addTraffic(to book: inout CostBook) {
    let share = isActive ? 1 - homeShare : 0
    if isMultiWriter || isActive && store.storeClass == .object {
      pair.addTraffic(
        to: &book, "replication", bytesPerSecond: writes * homeShare * store.itemBytes, fromHome: true)
      pair.addTraffic(
        to: &book, "replication", bytesPerSecond: writes * share * store.itemBytes, fromHome: false)
    } else {
      pair.addTraffic(to: &book, "replication", bytesPerSecond: writes * store.itemBytes, fromHome: true)
      pair.addTraffic(
        to: &book, "writes to their home", bytesPerSecond: writes * share * store.itemBytes, fromHome: false)
    }
    if isActive, store.isStrong != false, replication == .asynchronous, store.storeClass != .object {
      pair.addTraffic(
        to: &book, "reads from their home", bytesPerSecond: home.reads * share * store.itemBytes, fromHome: true)
    }
    if store.storeClass == .object {
      let seconds = CostBook.hoursPerMonth * 3600
      book.add(
        "requests", "copies", quantity: writes * seconds / 1e6, meter: pair.other.meter(.objectWritesPerMillion))
    }
  }

  private func details(_ recovery: PairRecovery, lag: Double) -> [PlacementDetail] {
    var details = pair.details(recovery)
    let words =
      replication == .synchronous ? "a write counts when both regions have it" : "a write counts when its home has it"
    details.append(PlacementDetail("replication", nil, "", words, text: replication.rawValue))
    if isMultiWriter || isActive && store.storeClass == .object {
      details.append(PlacementDetail("writer", nil, "", "every region takes writes", text: "both regions"))
      let keys = max(1, store.sizeBytes * store.hotShare / max(store.itemBytes, 1))
      let conflicts = Formulas.Replication.conflictsPerDay(
        first: writes * homeShare, second: writes * (1 - homeShare), keys: keys, lagSeconds: lag)
      details.append(
        PlacementDetail(
          "conflicts_per_day", conflicts, "", "writes that meet another one to the same key: state which one wins"))
    } else {
      details.append(PlacementDetail("writer", nil, "", "the one authority of every entity", text: pair.home.region))
      if replication == .synchronous {
        details.append(PlacementDetail("quorum", pair.roundTripSeconds, "s", "that every write waits for the other region"))
      }
    }
    if replication == .asynchronous {
      details.append(PlacementDetail("staleness_p99", lag, "s", "by which the copy is behind: half a round trip, shipping, applying"))
    }
    return details
  }
}
