import Formulas
import Foundations
import Placement

/// A service on the hardware of a fleet: on the devices themselves, or on gateways that serve them.
///
/// The load spreads evenly over the fleet; each device is a queue of its own.
struct FleetServiceSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  let fleet: FleetProblem
  let figures = EdgeFigures()

  /// The form that this fleet is.
  static func form(_ fleet: FleetProblem) -> PlacementForm { fleet.isGateway ? .fogGateways : .onDevice }

  /// Its topology.
  static func topology(_ fleet: FleetProblem) -> Topology { fleet.isGateway ? .fog : .hubAndSpoke }

  var candidates: Int { 1 }
  var bound: Double { misfit == nil ? book.total * (1 - 1e-9) : .infinity }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    var placed = PlacedWorkload(
      model: .edge, form: Self.form(fleet), topology: Self.topology(fleet), sites: [fleet.site],
      lines: [])
    if let misfit { return .missed(placed, misfit) }
    let book = book
    guard book.unknown == nil else {
      return .missed(placed, Rejection(constraint: "price-unknown", by: book.unknown ?? ""))
    }
    func link(_ name: String, _ callee: CalleeState) -> PathNode {
      callee.isLocal
        ? .hop("site network", .constant(figures.localSeconds))
        : fleet.wideArea(context, up: service.requestBytes, down: context.index.responseBytes(name))
    }
    let calls = workload.callHops(callees, link: link)
    let path = PathNode.series([queue] + calls)
    let leaves = workload.calls.contains {
      !$0.isAsynchronous && !$0.isOptional && !(callees[$0.to]?.isLocal ?? false)
    }
    let own = availability * (leaves ? fleet.online : 1)
    placed = PlacedWorkload(
      model: .edge, form: placed.form, topology: placed.topology, sites: [fleet.site], lines: book.lines,
      utilization: utilization, headroom: 1 - utilization, availability: own * workload.dependencies(callees),
      ownAvailability: own, rto: figures.repairSeconds, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.path = path
    placed.details =
      [
        PlacementDetail("runtime", nil, "", "what fits the memory and the links", text: runtime.rawValue),
        PlacementDetail("load_each", load.peak / fleet.count, "1/s", "busy hour of one of \(fleet.name)"),
      ] + book.cash(of: [fleet], figures) + power.details + client(path)
      + DeviceUpkeep(fleet: fleet, figures: figures).details
    let completion = workload.edgeCompletion([queue], callees, link: link)
    if !workload.completionLimits.isEmpty { placed.completion = completion }
    if service.cpuSeconds > 0 {
      placed.throughput = figures.utilizationLimit * fleet.count * fleet.coreSpeed * fleet.cores / service.cpuSeconds
    }
    let rejection = Rejection.furthest(
      workload.missedThroughput(placed.throughput, by: "cores of \(fleet.machine)"),
      workload.missedCompletion(completion, by: "cores of \(fleet.machine) and what is called"),
      workload.missedAvailability(placed.availability ?? 0, by: "\(fleet.name): device\(leaves ? " and link" : "")"),
      workload.missedLatency(path, by: "cores of \(fleet.machine)"))
    if let rejection { return .missed(placed, rejection) }
    return .found(placed, path: path, completion: workload.hasWorkAfterAnswer(callees) ? completion : nil)
  }

  private var utilization: Double {
    load.peak / fleet.count * service.cpuSeconds / (fleet.coreSpeed * fleet.cores)
  }

  private var power: DevicePower {
    var power = DevicePower(fleet: fleet, figures: figures, busyShare: utilization)
    if !fleet.isGateway { power.eventSeconds = service.cpuSeconds / fleet.coreSpeed }
    return power
  }

  /// What moving the work to the client spares, and how slow clients bear it.
  private func client(_ path: PathNode) -> [PlacementDetail] {
    guard !fleet.isGateway, service.cpuSeconds > 0 else { return [] }
    var slow = queue
    if case .hop(let name, .queue(let arrival, let seconds, let servers, let ca2, let cs2)) = queue {
      slow = .hop(
        name,
        .queue(arrivalPerSecond: arrival, serviceSeconds: 2 * seconds, servers: servers, ca2: ca2, cs2: cs2))
    }
    let p99 = PathModel.isStable(slow) ? PathModel.estimate(0.99, slow) : nil
    return [
      PlacementDetail(
        "cores_saved", load.peak * service.cpuSeconds / context.parameters.utilizationLimit, "cores",
        "reference cores that no server needs in the busy hour"),
      PlacementDetail("slow_device_p99", p99, "s", "of the work alone on a device half as fast"),
    ]
  }

  private var runtime: EdgeRuntime {
    EdgeRuntime.fitting(
      memoryBytes: fleet.memoryBytes, online: fleet.online, nodes: fleet.count, limit: figures.overheadLimit)
  }

  private var misfit: Rejection? {
    if let outside = fleet.outside(workload.place.residency, context.market) { return outside }
    let room = fleet.memoryBytes - runtime.memoryBytes
    if service.memoryBytes > room {
      return Rejection(
        constraint: "memory", value: service.memoryBytes, limit: room, unit: "B",
        by: "\(fleet.machine) with \(runtime.rawValue)")
    }
    if utilization > figures.utilizationLimit {
      return Rejection(
        constraint: "utilization", value: utilization, limit: figures.utilizationLimit, unit: "ratio",
        by: "\(JSON.text(of: fleet.cores)) cores of each of \(fleet.name)")
    }
    return nil
  }

  /// A device, or as many gateways of a site as its load needs.
  private var availability: Double {
    let one = FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: figures.repairSeconds) * power.duty
    let count = max(1, Int(clamped: fleet.isGateway ? fleet.perSite.rounded() : 1))
    let needed = max(1, Int(clamped: (utilization * Double(count) / figures.utilizationLimit).rounded(.up)))
    return Availability.atLeast(min(needed, count), of: count, Availability(one)).availability
  }

  private var queue: PathNode {
    .hop(
      "\(workload.name) on \(fleet.name)",
      .queue(
        arrivalPerSecond: load.peak / fleet.count, serviceSeconds: service.cpuSeconds / fleet.coreSpeed,
        servers: max(1, Int(clamped: fleet.cores)), ca2: service.ca2, cs2: service.cs2))
  }

  private var book: CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    book.fleet(fleet, count: fleet.count, share: 1 / Double(fleet.users), figures: figures)
    let bytes = workload.calls.reduce(0.0) { sum, call in
      sum + load.mean * call.times * (1 - call.cachedShare) * service.requestBytes
    }
    book.uplink(fleet, bytesPerSecond: bytes)
    book.updates(fleet, share: 1 / Double(fleet.users), context)
    return book
  }
}
