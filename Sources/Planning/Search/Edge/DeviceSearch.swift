import Formulas
import Foundations
import Placement

/// Devices with what they compute and send, by themselves, in a mesh, or behind gateways.
///
/// A device is up for its MTBF over MTBF and repair; its link for the stated share of the time, in
/// exponential outages. What it makes while the link is down waits in a buffer (on-off fluid source).
struct DeviceSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let device: DeviceProblem
  let load: LoadFigures
  let topology: Topology
  let figures = EdgeFigures()

  private var fleet: FleetProblem { device.fleet }

  /// The topologies to compare: the one stated, else hub and spoke and, with gateways, fog.
  static func topologies(_ device: DeviceProblem, _ workload: WorkloadProblem) -> [Topology] {
    if let stated = device.topology { return [stated] }
    let edge: Set<Topology> = [.hubAndSpoke, .mesh, .fog]
    let allowed = workload.place.topologies?.filter { edge.contains($0) } ?? []
    let known: [Topology] = device.gateways == nil ? [.hubAndSpoke] : [.hubAndSpoke, .fog]
    return allowed.isEmpty ? known : allowed
  }

  var candidates: Int { 1 }

  var bound: Double {
    let book = book(topology)
    return book.unknown == nil ? book.total * (1 - 1e-9) : .infinity
  }

  func outcome(callees: [String: CalleeState]) -> FormOutcome { outcome(topology, callees: callees) }

  // MARK: One topology

  /// What stands between a device and the wide area: itself or a gateway.
  private func sender(_ topology: Topology) -> FleetProblem { topology == .fog ? device.gateways ?? fleet : fleet }

  /// Devices whose data go over one uplink.
  private func devicesPerSender(_ topology: Topology) -> Double {
    topology == .fog ? fleet.count / max(sender(topology).count, 1) : 1
  }

  private func outcome(_ topology: Topology, callees: [String: CalleeState]) -> FormOutcome {
    var placed = PlacedWorkload(
      model: .edge, form: topology == .fog ? .fogGateways : .onDevice, topology: topology,
      sites: [fleet.site] + (topology == .fog ? [sender(topology).site] : []), lines: [])
    guard topology != .fog || device.gateways != nil else {
      return .missed(placed, Rejection(constraint: "topology", by: "no fleet of gateways serves \(fleet.name)"))
    }
    if let rejection = misfit(topology) { return .missed(placed, rejection) }
    let link = DeviceLink(device: device, sender: sender(topology), devices: devicesPerSender(topology), figures)
    let isRemote = crossesWideArea(callees)
    if isRemote, let rejection = link.overload { return .missed(placed, rejection) }
    let book = book(topology)
    guard book.unknown == nil else {
      return .missed(placed, Rejection(constraint: "price-unknown", by: book.unknown ?? ""))
    }
    placed = priced(placed, book)
    placed.utilization = utilization(topology)
    placed.headroom = placed.utilization.map { 1 - $0 }
    let reach = reach(topology)
    let waits = workload.calls.contains { !$0.isAsynchronous && !$0.isOptional && callees[$0.to] != nil }
    let own = deviceAvailability(topology) * (topology == .fog ? gatewayAvailability : 1)
    placed.ownAvailability = waits && !device.mustWorkOffline && isRemote ? own * reach : own
    placed.availability =
      (placed.ownAvailability ?? 0) * (device.mustWorkOffline ? 1 : workload.dependencies(callees))
    let loss = isRemote ? link.loss(target: device.lossTarget, perSecond: load.mean) : (0, 0)
    placed.loss = loss.0
    placed.rto = figures.repairSeconds
    placed.rpo = isRemote ? fleet.outageSeconds : 0
    let path = path(topology, callees: callees)
    let completion = completion(topology, link: isRemote ? link : nil, callees: callees)
    placed.path = path
    placed.completion = completion
    placed.details =
      filtering(topology) + (isRemote ? link.details(buffer: loss.1) : []) + reachDetails(topology)
      + exposure(topology, isRemote: isRemote) + power(topology).details + conflicts + upkeep(topology)
      + prototype + book.cash(of: [fleet] + (topology == .fog ? [sender(topology)] : []), figures)
    let stated = workload.target("loss").flatMap { limit in
      loss.0 > limit
        ? Rejection(constraint: "loss", value: loss.0, limit: limit, unit: "ratio", by: "the buffer of a device") : nil
    }
    let rejection = Rejection.furthest(
      workload.missedAvailability(placed.availability ?? 0, by: "\(topology.rawValue): device, link and what it calls"),
      path.flatMap { workload.missedLatency($0, by: "devices of \(fleet.name)") },
      completion.flatMap { workload.missedCompletion($0, by: "links that are away") }, stated)
    if let rejection { return .missed(placed, rejection) }
    return .found(placed, path: path, completion: completion)
  }

  private func priced(_ placed: PlacedWorkload, _ book: CostBook) -> PlacedWorkload {
    var result = PlacedWorkload(
      model: placed.model, form: placed.form, topology: placed.topology, sites: placed.sites, lines: book.lines)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { result.perTransaction = Money(result.perMonth.double / monthly) }
    return result
  }

  private func book(_ topology: Topology) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    book.fleet(fleet, count: fleet.count, share: 1 / Double(fleet.users), figures: figures)
    if topology == .fog, let gateways = device.gateways {
      book.fleet(gateways, count: gateways.count, share: 1 / Double(gateways.users), figures: figures)
    }
    if topology == .mesh {
      // Every node is also a router that somebody has to debug.
      book.labour("debugging the mesh of \(fleet.name)", hours: fleet.count * figures.deviceHours)
    }
    let bytes = fleet.count * device.sentPerSecond * device.sentBytes
    if !workload.calls.isEmpty { book.uplink(sender(topology), bytesPerSecond: bytes) }
    book.updates(fleet, share: 1 / Double(fleet.users), context)
    if topology == .fog, let gateways = device.gateways {
      book.updates(gateways, share: 1 / Double(gateways.users), context)
    }
    return book
  }

  private func crossesWideArea(_ callees: [String: CalleeState]) -> Bool {
    workload.calls.contains { call in callees[call.to].map { !$0.isLocal } ?? true }
  }

  // MARK: Fit

  private func utilization(_ topology: Topology) -> Double? {
    guard device.cpuSeconds > 0 else { return nil }
    let host = topology == .fog ? sender(topology) : fleet
    let events = device.madePerSecond * (topology == .fog ? fleet.count / max(host.count, 1) : 1)
    return events * device.cpuSeconds / (host.coreSpeed * host.cores)
  }

  private func misfit(_ topology: Topology) -> Rejection? {
    for place in topology == .fog ? [fleet, sender(topology)] : [fleet] {
      if let outside = place.outside(workload.place.residency, context.market) { return outside }
    }
    let host = topology == .fog ? sender(topology) : fleet
    let room = host.memoryBytes - runtime(host).memoryBytes
    if device.memoryBytes > room {
      return Rejection(
        constraint: "memory", value: device.memoryBytes, limit: room, unit: "B",
        by: "\(host.machine) with \(runtime(host).rawValue)")
    }
    if let busy = utilization(topology), busy > figures.utilizationLimit {
      return Rejection(
        constraint: "utilization", value: busy, limit: figures.utilizationLimit, unit: "ratio",
        by: "\(JSON.text(of: host.cores)) cores of \(host.machine)")
    }
    return nil
  }

  private func runtime(_ host: FleetProblem) -> EdgeRuntime {
    EdgeRuntime.fitting(
      memoryBytes: host.memoryBytes, online: host.online, nodes: host.count, limit: figures.overheadLimit)
  }

  // MARK: Availability

  private func deviceAvailability(_ topology: Topology) -> Double {
    FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: figures.repairSeconds) * power(topology).duty
  }

  /// What one device draws: its own work unless a gateway does it, and its messages where it sends them itself.
  private func power(_ topology: Topology) -> DevicePower {
    var power = DevicePower(fleet: fleet, figures: figures)
    if topology != .fog, device.cpuSeconds > 0 {
      power.busyShare = utilization(topology) ?? 0
      power.eventSeconds = device.cpuSeconds / fleet.coreSpeed
    }
    if topology == .fog {
      power.messagesPerSecond = device.madePerSecond
      power.messageBytes = device.madeBytes
    } else if !workload.calls.isEmpty {
      power.messagesPerSecond = device.sentPerSecond
      power.messageBytes = device.sentBytes
    }
    return power
  }

  /// At least as many gateways of a site as its load needs.
  private var gatewayAvailability: Double {
    guard let gateways = device.gateways else { return 1 }
    let one = FleetUpkeep.availability(mtbf: gateways.mtbfSeconds, repair: figures.repairSeconds)
    let count = max(1, Int(clamped: gateways.perSite.rounded()))
    let busy = (utilization(.fog) ?? 0) * Double(count) / figures.utilizationLimit
    let needed = min(count, max(1, Int(clamped: busy.rounded(.up))))
    return Availability.atLeast(needed, of: count, Availability(one)).availability
  }

  /// Share of the time in which a device that works reaches the wide area.
  private func reach(_ topology: Topology) -> Double {
    switch topology {
    case .mesh: mesh.share * (1 - Elementary.pow(1 - fleet.online, max(1, mesh.members)))
    case .fog: sender(topology).online
    default: fleet.online
    }
  }

  private var mesh: MeshDesign { device.mesh ?? MeshDesign(degree: 0, share: 1, members: 1, hops: 0) }

  // MARK: Paths

  private func local(_ topology: Topology) -> [PathNode] {
    var hops: [PathNode] = []
    if topology == .fog { hops.append(.hop("site network", .constant(figures.localSeconds))) }
    if topology == .mesh {
      hops.append(
        .mixture([
          (fleet.online, .hop("own link", .constant(0))),
          (1 - fleet.online, .hop("mesh", .constant(mesh.hops * figures.meshHopSeconds))),
        ]))
    }
    guard device.cpuSeconds > 0 else { return hops }
    let host = topology == .fog ? sender(topology) : fleet
    let events = device.madePerSecond * (topology == .fog ? fleet.count / max(host.count, 1) : 1)
    hops.append(
      .hop(
        "\(workload.name) on \(host.name)",
        .queue(
          arrivalPerSecond: events, serviceSeconds: device.cpuSeconds / host.coreSpeed,
          servers: max(1, Int(clamped: host.cores)), ca2: 1, cs2: device.cs2)))
    return hops
  }

  private func link(_ topology: Topology) -> (String, CalleeState) -> PathNode {
    { name, callee in
      callee.isLocal
        ? .hop("site network", .constant(figures.localSeconds))
        : sender(topology).wideArea(context, up: device.sentBytes, down: context.index.responseBytes(name))
    }
  }

  /// Until a device has its answer; `nil` when it neither computes nor waits for one.
  private func path(_ topology: Topology, callees: [String: CalleeState]) -> PathNode? {
    let hops = local(topology) + workload.callHops(callees, link: link(topology))
    return hops.isEmpty ? nil : .series(hops)
  }

  /// Until everything that an event causes is done: outages of the link and asynchronous work included.
  private func completion(
    _ topology: Topology, link wire: DeviceLink?, callees: [String: CalleeState]
  ) -> PathNode? {
    var hops = local(topology)
    if let wire, wire.sender.online < 1 {
      // Who is offline stays so for the mean outage: exponential outages have no memory.
      let waited = PathNode.series([
        .hop("outage", .time(mean: wire.sender.outageSeconds, scv: 1)),
        .hop("drain", .constant(wire.meanDrainSeconds)),
      ])
      hops.append(
        .mixture([(wire.sender.online, .hop("link up", .constant(0))), (1 - wire.sender.online, waited)]))
    }
    let ends = workload.calls.compactMap { call -> PathNode? in
      guard let callee = callees[call.to], !call.isOptional else { return nil }
      return .series([link(topology)(call.to, callee), callee.completion ?? callee.path])
    }
    guard !ends.isEmpty else { return hops.isEmpty ? nil : .series(hops) }
    return .series(hops + [ends.count == 1 ? ends[0] : .parallel(ends)])
  }

  // MARK: Details

  private func filtering(_ topology: Topology) -> [PlacementDetail] {
    let made = fleet.count * device.madePerSecond * device.madeBytes
    let sent = fleet.count * device.sentPerSecond * device.sentBytes
    return [
      PlacementDetail("bytes_made", made, "B/s", "all devices, before filtering"),
      PlacementDetail("bytes_sent", sent, "B/s", "over all uplinks"),
      PlacementDetail("passes", device.passes, "ratio", "share of the bytes that local filtering lets through"),
      PlacementDetail("tier", nil, "", "of edge that these devices are", text: fleet.tier ?? "device"),
      PlacementDetail(
        "runtime", nil, "", "what fits the memory and the links of a device",
        text: runtime(topology == .fog ? sender(topology) : fleet).rawValue),
    ]
  }

  /// Bytes over networks of others, each counted for every such hop, before local work and after it.
  ///
  /// A link crosses two: the access network and the internet; a mesh adds its radio hops for those without one.
  private func exposure(_ topology: Topology, isRemote: Bool) -> [PlacementDetail] {
    let made = fleet.count * device.madePerSecond * device.madeBytes
    guard made > 0 else { return [] }
    let hops = topology == .mesh ? 2 + (1 - fleet.online) * mesh.hops : 2
    let sent = isRemote ? fleet.count * device.sentPerSecond * device.sentBytes : 0
    return [
      PlacementDetail("exposed_before", made * 2, "B/s", "bytes times hops over networks of others, were all sent raw"),
      PlacementDetail("exposed", sent * hops, "B/s", "the same as it is planned"),
      PlacementDetail("exposure", sent * hops / (made * 2), "ratio", "of what was exposed before"),
    ]
  }

  /// A prototype of ten devices on a managed hub, against the hardware of a pilot.
  private var prototype: [PlacementDetail] {
    let units = max(1, (device.sentBytes / figures.hubMessageBytes).rounded(.up))
    let messages = figures.pilotDevices * device.sentPerSecond * CostBook.hoursPerMonth * 3600 * units / 1e6
    let month = messages * figures.hubMessagesPerMillion + figures.pilotDevices * figures.agentPricePerMonth
    var details = [
      PlacementDetail(
        "prototype", month, "USD/month",
        "ten devices on a managed hub: 1 USD a million messages of 5 KB, 0.16 USD an agent, published 2025")
    ]
    if let price = fleet.price?.double ?? device.gateways?.price?.double {
      details.append(
        PlacementDetail("pilot_hardware", price * figures.pilotDevices, "USD", "ten of what would be bought"))
    }
    return details
  }

  /// Patches and trust of the devices; what must run EdgeX is the host of the work.
  private func upkeep(_ topology: Topology) -> [PlacementDetail] {
    let host = DeviceUpkeep(fleet: topology == .fog ? sender(topology) : fleet, figures: figures).framework
    return DeviceUpkeep(fleet: fleet, figures: figures).ofDevices + host
  }

  /// Writes to the same object on both sides of a link that is down.
  private var conflicts: [PlacementDetail] {
    guard let objects = device.sharedObjects, fleet.online < 1, fleet.outageSeconds > 0 else { return [] }
    let each = OfflineConflicts.exponential(
      objects: objects, here: device.madePerSecond, there: device.madePerSecond * max(0, fleet.count - 1),
      mean: fleet.outageSeconds)
    let windows = fleet.count * (1 - fleet.online) / fleet.outageSeconds * 86_400
    return [
      PlacementDetail("conflicts_per_outage", each, "", "objects that a device and the others wrote while it was away"),
      PlacementDetail(
        "conflicts_per_day", each * windows, "1/day",
        each * windows > 0
          ? "of all devices: a rule must decide which write stands, such as the last, or a merge by field"
          : "of all devices"),
    ]
  }

  private func reachDetails(_ topology: Topology) -> [PlacementDetail] {
    guard topology == .mesh else { return [] }
    return [
      PlacementDetail("mesh_degree", mesh.degree, "", "neighbours a device needs on average for 99 % to be joined"),
      PlacementDetail("mesh_share", mesh.share, "ratio", "of the working devices in the largest part"),
      PlacementDetail("mesh_hops", mesh.hops, "", "to the nearest device with a link of its own"),
    ]
  }
}
