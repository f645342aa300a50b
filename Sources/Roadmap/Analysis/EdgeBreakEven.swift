import Formulas
import Foundations
import Placement
import Planning
import Spec

/// When the edge begins to pay, or is required: B1, B1b, B8.
struct EdgeBreakEven {
  let context: RoadmapContext

  /// The distance within which a latency objective can be kept from one place (B1b).
  struct Radius {
    var workload: String
    var objective: String
    /// Seconds.
    var limit: Double
    /// Seconds behind the network, at the same percentile of each hop: an upper bound.
    var server: Double
    /// Mean of the last mile, seconds.
    var lastMile: Double
    /// Longest path, km; negative when the servers alone take too long.
    var kilometres: Double
    /// Longest path that users have to go, km; by the path model from the round trip.
    var needed: Double
  }

  func radii() -> [Radius] {
    context.whole.workloads.compactMap { result in
      guard let workload = context.workload(result.name), workload.isLatencyFromUsers, !workload.users.isEmpty,
        let objective = workload.objectives.filter({ $0.percentile != nil }).min(by: { $0.target < $1.target }),
        let latency = result.chosen?.latency, let region = result.chosen.map(PlacementWords.regions)?.first
      else { return nil }
      let server = latency.hops.filter { !$0.name.hasPrefix("network") && !$0.name.hasPrefix("access") }
        .reduce(0) { $0 + (objective.objective == "latency.p95" ? $1.figures.p95 : $1.figures.p99) }
      let lastMile = workload.users.map(\.access.meanSeconds).max() ?? 0
      guard
        let path = BreakEven.edgeDistance(
          limitSeconds: objective.target.double, serverSeconds: server, roundTrips: 1, lastMileSeconds: lastMile)
      else { return nil }
      let farthest = workload.users.compactMap { context.ladder.session.roundTrip(from: $0.place, to: region)?.seconds }
        .max()
      let needed = farthest.map { max(0, ($0 * 1000 - 7.35) / 0.01368) } ?? 0
      return Radius(
        workload: result.name, objective: objective.objective, limit: objective.target.double, server: server,
        lastMile: lastMile, kilometres: path, needed: needed)
    }
  }

  /// Where a node at the site begins to pay for a fleet (B1), in devices a site.
  struct Site {
    var workload: String
    var fleet: String
    /// GB a device and month before filtering.
    var perDevice: Double
    /// Shares of the bytes that local work keeps away: as stated, else the ends of what studies found.
    var reductions: [Double]
    /// Cost of a node and month.
    var node: Money
    /// Cost of a GB that is sent.
    var avoided: Double
    /// Devices a site from which it pays, for each of the shares.
    var devices: [Double]
    /// Devices a site that the spec states; `nil` where it states no sites.
    var stated: Double?
    /// Whether the spec states nodes at the sites, so that the plan has them.
    var hasNodes: Bool

    /// Devices from which it pays in any case, and from which it may.
    var most: Double { devices.max() ?? .infinity }
    var least: Double { devices.min() ?? .infinity }
  }

  /// Shares of the frames that local filters kept away in studies, for fleets that state no filter.
  static let studied = [0.51, 0.97]
  /// Hardware of a node where the spec states none.
  static let nodePrice = 500.0
  static let nodeWatts = 15.0

  /// Assumed figures of a node that the spec does not state.
  static let assumptions = [
    AssumedInput(
      path: "roadmap.edge.node", value: "500", unit: "USD",
      why: "hardware of a node, 15 W, where none is stated; life, interest, visits and labour as of other devices"),
    AssumedInput(
      path: "roadmap.edge.filter", value: "51..97", unit: "%",
      why: "of the bytes that local filters kept away in studies, where no filter is stated"),
  ]

  func sites() -> [Site] {
    context.problem.workloads.compactMap { workload -> Site? in
      guard case .device(let device) = workload.kind, device.madePerSecond * device.madeBytes > 0 else { return nil }
      let perDevice = device.madePerSecond * device.madeBytes * 2_628_000 / 1e9
      let figures = EdgeFigures()
      let reductions = device.passes < 1 ? [1 - device.passes] : EdgeBreakEven.studied
      let result = context.whole.workloads.first { $0.name == workload.name }
      // What a GB costs beyond the site: its uplink, and what those it is sent to pay for it; intake itself is free.
      let sent = device.fleet.count * device.sentPerSecond * device.sentBytes * 2_628_000 / 1e9
      let callees = Set(workload.calls.map(\.to))
      let behind = context.whole.workloads.filter { callees.contains($0.name) }.compactMap(\.chosen)
        .filter { !$0.form.isEdge }
      let processing = behind.flatMap(\.lines).reduce(0.0) { sum, line in
        ["labour", "idle"].contains(line.category) ? sum : sum + line.perMonth.double
      }
      let uplink = device.fleet.uplinkPrice ?? figures.pricePerGB(device.fleet.access) ?? 0
      let avoided = uplink + (sent > 0 ? processing / sent : 0)
      let node = EdgeNodeCost(
        capex: EdgeBreakEven.nodePrice, months: figures.lifeMonths, interestPerYear: figures.interestPerYear,
        maintenancePerYear: figures.maintenancePerYear, watts: EdgeBreakEven.nodeWatts,
        energyPrice: figures.energyPricePerKWh, failuresPerYear: 31_536_000 / figures.mtbfSeconds,
        roll: figures.visitPrice, labourPerMonth: context.labour.double * figures.nodeHours, nodesPerPerson: 1,
        agent: figures.agentPricePerMonth)
      // As evaluate finds it, where it does.
      let known = result?.breakEvens.first { $0.rule == "B1c" }
      let devices: [Double]
      if device.gateways != nil {
        guard let value = known?.value else { return nil }
        devices = [value]
      } else {
        devices = reductions.compactMap {
          BreakEven.edgeVolume(node: node.perMonth, reduction: $0, avoided: avoided).map { $0 / perDevice }
        }
        guard devices.count == reductions.count else { return nil }
      }
      let fleet = device.fleet
      let stated = known?.now ?? fleet.sites.flatMap { $0 > 0 ? fleet.count / $0 : nil }
      return Site(
        workload: workload.name, fleet: fleet.name, perDevice: perDevice, reductions: reductions,
        node: Money(device.gateways == nil ? node.perMonth : (known?.value ?? 0) * perDevice * reductions[0] * avoided),
        avoided: avoided, devices: devices, stated: stated, hasNodes: device.gateways != nil)
    }
  }

  /// What a cache near the users would cost and spare (B8).
  struct Cache {
    var workload: String
    /// GB a month to the internet.
    var volume: Double
    var originPrice: Money
    var cachePrice: Money
    /// Hit ratio above which the cache is cheaper; above 1 never.
    var hitRatio: Double
  }

  func caches() -> [Cache] {
    context.whole.workloads.compactMap { result in
      guard let line = result.chosen?.lines.first(where: { $0.category == "traffic" && $0.item == "to the internet" }),
        let region = result.chosen.map(PlacementWords.regions)?.first,
        let price = context.ladder.session.catalog.servicePrice(.cdnTraffic, region: region).amount
      else { return nil }
      let (origin, cache) = (line.unitPrice.double, price.double)
      // All goes out through the cache; misses are filled from the origin, which costs nothing within a provider.
      let ratio = origin > 0 ? cache / origin : .infinity
      return Cache(
        workload: result.name, volume: line.quantity, originPrice: line.unitPrice, cachePrice: price, hitRatio: ratio)
    }
  }
}
