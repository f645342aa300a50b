import CostSolver
import Formulas
import Foundations
import Placement

/// Sizes a broker and the workers that process its events, in one region.
///
/// Broker and workers do not share machines and the broker's own times hardly depend on its size, so the
/// cheapest pair is the cheapest of each.
struct StreamSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let stream: StreamProblem
  let load: LoadFigures
  let form: PlacementForm
  let topology: Topology
  let figures = BrokerFigures()
  private var options: [Candidate] = []
  /// An item without a price that every candidate needs.
  private var unknown: String?

  init(
    context: RegionContext, workload: WorkloadProblem, stream: StreamProblem, load: LoadFigures, form: PlacementForm,
    topology: Topology
  ) {
    self.context = context
    self.workload = workload
    self.stream = stream
    self.load = load
    self.form = form
    self.topology = topology
    (options, unknown) = prepare()
  }

  /// Ways of running a broker.
  static let forms: [PlacementForm] = [.managedBroker, .vm]

  var candidates: Int { options.count }

  var bound: Double { unknown == nil ? options.reduce(.infinity) { min($0, $1.bound) } : .infinity }

  /// Several zones: as many as there are copies, three at most.
  private var zones: Int { topology == .multiZone ? min(3, max(stream.replicas, 2)) : 1 }

  // MARK: Candidates

  /// Brokers that the region rents, with bounds; a provider's own stream has no machines to choose.
  private func prepare() -> (options: [Candidate], unknown: String?) {
    // A managed broker stands over several zones.
    if form == .managedBroker, topology != .multiZone { return ([], nil) }
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    if form == .managedBroker, !hasOwnBrokers {
      addProviderStream(to: &book)
      return (
        [Candidate(index: -1, purchase: .onDemand, usdPerHour: 0, bound: book.total * (1 - 1e-9))], book.unknown
      )
    }
    addFixed(to: &book)
    let columns = columns
    let pinned = workload.place.pinnedMachine
    let fixed = book.total
    let labour =
      form == .vm ? figures.selfRunHours.perInstance * context.problem.hourlyLabour(context.parameters).double : 0
    let purchases =
      workload.place.pinnedPurchase.map { [$0] }
      ?? (form == .vm ? context.problem.money.purchases.filter { $0 != .spot } : [.onDemand])
    let zones = zones
    let candidates = context.candidates(
      in: columns, purchases: purchases, cutoff: .infinity,
      fits: { index in
        columns.speed[index] > 0 && columns.isSteady[index] && columns.memoryBytes[index] >= 2e9
          && (pinned == nil || pinned == columns.machine(index))
      },
      bound: { index, hourly in
        let count = Double(self.count(vcpus: columns.vcpus[index], speed: columns.speed[index], zones: zones))
        return (count * (hourly * CostBook.hoursPerMonth + labour) + fixed) * (1 - 1e-9)
      })
    return (candidates, book.unknown)
  }

  /// Whether the provider rents Kafka brokers by machine, and that is what is wanted.
  private var hasOwnBrokers: Bool { stream.broker == .kafka && context.facts.brokers.count > 0 }

  private var columns: OfferColumns {
    form == .managedBroker ? context.facts.brokers : context.offers
  }

  // MARK: Rates

  /// Events a second to be carried: the busy hour, or what the objective on throughput asks for.
  private var rate: Double { max(load.peak, workload.throughputTarget) }
  private var bytesIn: Double { rate * stream.sizeBytes }

  /// Brokers so that one may be away: messages, bytes in with copies and out, partitions, copies.
  func count(vcpus: Double, speed: Double, zones: Int) -> Int {
    let cores = vcpus * speed
    var busy = rate / (figures.eventsPerCore * figures.utilizationLimit * cores)
    if stream.broker == .kafka {
      let copies = Double(stream.replicas) / 3
      busy = max(busy, bytesIn * copies / (figures.kafkaInPerCore * cores))
      busy = max(busy, bytesIn * Double(stream.consumers) / (figures.kafkaOutPerCore * cores))
      busy = max(busy, Double((stream.partitions ?? 1) * stream.replicas) / figures.partitions(vcpus: vcpus))
    }
    let needed = Int(clamped: busy.rounded(.up))
    return max(needed + 1, stream.replicas, zones, 2)
  }

  private func utilization(_ offer: MachineOffer, count: Int) -> Double {
    let cores = offer.vcpus * offer.speed * Double(count)
    var busy = load.peak / (figures.eventsPerCore * cores)
    if stream.broker == .kafka {
      let limit = figures.utilizationLimit
      let bytesIn = load.peak * stream.sizeBytes
      busy = max(busy, limit * bytesIn * Double(stream.replicas) / 3 / (figures.kafkaInPerCore * cores))
      busy = max(busy, limit * bytesIn * Double(stream.consumers) / (figures.kafkaOutPerCore * cores))
    }
    return busy
  }

  // MARK: Price

  private var storedGB: Double {
    load.mean * stream.sizeBytes * stream.retentionSeconds * Double(stream.replicas) * (1 + figures.diskReserve) / 1e9
  }

  private func addFixed(to book: inout CostBook) {
    let seconds = CostBook.hoursPerMonth * 3600
    book.add(
      "storage", "events kept, \(stream.replicas) copies", quantity: storedGB,
      meter: context.meter(form == .managedBroker ? .brokerStorageGBMonth : .blockStorageGBMonth))
    if zones > 1 {
      // Copies leave the zone, and readers find their partition in another one (zones − 1)/zones of the time.
      let away = Double(zones - 1) / Double(zones)
      let copies = form == .managedBroker ? 0 : Double(stream.replicas - 1)
      let crossing = load.mean * stream.sizeBytes * seconds / 1e9 * (copies + Double(stream.consumers + 1) * away)
      book.add("traffic", "between zones", quantity: crossing, meter: context.meter(.crossZoneGB))
    }
    if form == .managedBroker {
      book.labour("looking after the broker", hours: figures.managedHours)
    } else {
      book.labour("running the brokers", hours: figures.selfRunHours.fixed)
    }
  }

  /// A stream of the provider's own, by shard and write, or MQTT by message and connection.
  private func addProviderStream(to book: inout CostBook) {
    let seconds = CostBook.hoursPerMonth * 3600
    if stream.broker == .mqtt {
      let units = (stream.sizeBytes / figures.messageUnitBytes).rounded(.up)
      let messages = load.mean * seconds * max(1, units) * Double(1 + stream.consumers)
      book.add(
        "requests", "MQTT messages, in and out, tiers weighted", quantity: figures.weightedMessages(messages) / 1e6,
        meter: context.meter(.mqttMessagesPerMillion))
      book.add(
        "requests", "MQTT connections", quantity: stream.connections * CostBook.hoursPerMonth * 60 / 1e6,
        meter: context.meter(.mqttConnectionMinutesPerMillion))
    } else {
      book.add(
        "compute", "\(shards) shards", quantity: Double(shards) * CostBook.hoursPerMonth,
        meter: context.meter(.streamShardHour))
      let units = max(1, (stream.sizeBytes / figures.writeUnitBytes).rounded(.up))
      book.add(
        "requests", "writes", quantity: load.mean * seconds * units / 1e6, meter: context.meter(.streamWritesPerMillion)
      )
    }
    book.labour("looking after the stream", hours: figures.managedHours)
  }

  private var shards: Int {
    let limit = figures.utilizationLimit
    let needed = max(
      rate / (figures.shardEvents * limit), bytesIn / (figures.shardIn * limit),
      bytesIn * Double(stream.consumers) / (figures.shardOut * limit))
    return max(1, stream.partitions ?? 1, Int(clamped: needed.rounded(.up)))
  }

  // MARK: Best

  /// The cheapest broker that carries the load, with the cheapest workers that keep up.
  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    guard !options.isEmpty else { return FormOutcome() }
    var base = PlacedWorkload(
      model: .cloud, form: form, topology: topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: zones, machine: nil, count: 0, purchase: .onDemand)
      ], lines: [])
    if let unknown {
      var missed = FormOutcome.missed(base, Rejection(constraint: "price-unknown", by: unknown))
      missed.search.priceUnknown = options.count
      return missed
    }
    let acknowledge = PathNode.hop("\(workload.name) accepted", .time(mean: figures.acknowledgeSeconds, scv: 1))
    let before = [
      acknowledge, .hop("\(workload.name) to its reader", .time(mean: figures.fetchSeconds, scv: 1)),
    ]
    let workers = StreamWorkers(
      context: context, workload: workload, stream: stream, load: load, callees: callees, before: before
    ).cheapest(zones: zones)
    let fleet: StreamWorkers.Fleet?
    switch workers {
    case .failure(let rejection): return .missed(base, rejection)
    case .success(let found): fleet = found
    }
    let columns = columns
    var found: [Int: PlacedWorkload] = [:]
    var rejection: Rejection?
    let (winner, _, evaluated) = LowerBoundOrder.cheapest(
      bounds: options.map(\.bound), isExhaustive: context.isExhaustive
    ) { index in
      let option = options[index]
      let offer = option.index >= 0 ? columns.offer(option.index) : nil
      guard let placed = price(offer, option.purchase, base, fleet) else { return nil }
      if let missed = workload.missedAvailability(placed.availability ?? 0, by: topology.rawValue) {
        if rejection == nil {
          base = placed
          rejection = missed
        }
        return nil
      }
      if let missed = workload.missedThroughput(placed.throughput, by: "the broker and its workers") {
        if rejection == nil { (base, rejection) = (placed, missed) }
        return nil
      }
      found[index] = placed
      return placed.perMonth.double
    }
    guard let winner, var placed = found[winner] else {
      return .missed(base, rejection ?? Rejection(constraint: "capacity", by: "no broker of this region"))
    }
    let lag = PathNode.series(before + (fleet?.hops ?? []))
    placed.path = acknowledge
    placed.completion = lag
    if let missed = workload.missedLatency(acknowledge, by: "the broker's copies")
      ?? workload.missedCompletion(lag, by: "broker, queue of a partition, work and what it calls")
    {
      return .missed(placed, missed)
    }
    placed.details = details(fleet, lag: lag)
    var outcome = FormOutcome.found(placed, path: acknowledge, completion: lag)
    outcome.search.candidates = options.count
    outcome.search.evaluated = evaluated
    outcome.search.pruned = options.count - evaluated
    return outcome
  }

  private func price(
    _ offer: MachineOffer?, _ purchase: Purchase, _ base: PlacedWorkload, _ fleet: StreamWorkers.Fleet?
  ) -> PlacedWorkload? {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    var sites = base.sites
    var busy: Double?
    var own = figures.managed
    if let offer {
      let count = workload.place.pinnedCount ?? count(vcpus: offer.vcpus, speed: offer.speed, zones: zones)
      let share = utilization(offer, count: count)
      guard share <= 1 else { return nil }
      busy = share
      book.machines(
        offer, purchase: purchase, count: count, busyShare: load.peak > 0 ? share * load.mean / load.peak : 0)
      addFixed(to: &book)
      if form == .vm {
        book.labour("looking after \(count) brokers", hours: figures.selfRunHours.perInstance * Double(count))
        own = context.reliability.fleet(needed: max(1, count - 1), count: count, zones: zones)
      }
      sites[0].machine = offer.machine
      sites[0].count = count
      sites[0].purchase = purchase
    } else {
      addProviderStream(to: &book)
      sites[0].count = stream.broker == .kafka ? shards : 1
    }
    if let fleet {
      book.machines(fleet.offer, purchase: fleet.purchase, count: fleet.count, busyShare: fleet.meanBusyShare)
      book.add(
        "storage", "boot disks of workers", quantity: context.parameters.bootDiskGB * Double(fleet.count),
        meter: context.meter(.blockStorageGBMonth))
      book.labour(
        "running the workers",
        hours: context.parameters.vmHours.fixed + context.parameters.vmHours.perInstance * Double(fleet.count))
      sites.append(fleet.site(zones: zones))
    }
    guard book.unknown == nil else { return nil }
    var placed = PlacedWorkload(
      model: .cloud, form: form, topology: topology, sites: sites, lines: book.lines, utilization: busy,
      headroom: busy.map { 1 - $0 }, availability: own, ownAvailability: own, rto: zones > 1 ? 30 : 120, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.throughput = throughput(busy, fleet)
    return placed
  }

  /// Events a second that broker and workers carry within their limits; `nil` where nobody publishes one.
  private func throughput(_ busy: Double?, _ fleet: StreamWorkers.Fleet?) -> Double? {
    var least: Double?
    if let busy, busy > 0 {
      least = load.peak * figures.utilizationLimit / busy
    } else if stream.broker == .kafka {
      let bytes = min(figures.shardIn, figures.shardOut / Double(max(stream.consumers, 1)))
      let each = min(figures.shardEvents, stream.sizeBytes > 0 ? bytes / stream.sizeBytes : .infinity)
      least = Double(shards) * each * figures.utilizationLimit
    }
    guard let fleet else { return least }
    return min(least ?? .infinity, fleet.capacityPerSecond * context.parameters.utilizationLimit)
  }

  private func details(_ fleet: StreamWorkers.Fleet?, lag: PathNode) -> [PlacementDetail] {
    var details = [
      PlacementDetail("bytes_in", load.mean * stream.sizeBytes, "B/s", "mean, before copies"),
      PlacementDetail("stored", storedGB * 1e9, "B", "events of the retention, with copies and free space"),
      PlacementDetail("partitions", Double(fleet?.partitions ?? stream.partitions ?? 1), "", "each kept in order"),
    ]
    if stream.connections > 0 {
      details.append(PlacementDetail("connections", stream.connections, "", "held by devices"))
    }
    let figures = PathModel.figures(lag, cells: PathModel.alternativeCells)
    details.append(PlacementDetail("lag_p50", figures.p50, "s", "from accepted to done"))
    details.append(PlacementDetail("lag_p99", figures.p99, "s", "from accepted to done"))
    if let fleet {
      details.append(
        PlacementDetail("drain", fleet.drainSeconds, "s", "to catch up after ten minutes without readers"))
    }
    return details
  }
}
