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

  /// Where local work begins to pay for a fleet on sites (B1), in devices a site.
  struct Site {
    var workload: String
    var fleet: String
    /// GB a device and month before filtering.
    var perDevice: Double
    /// Share kept away by local work.
    var reduction: Double
    /// USD a node and month.
    var node: Money
    /// USD for a GB kept away.
    var avoided: Double
    /// Devices a site from which it pays.
    var devices: Double
    /// Devices a site that the spec states.
    var stated: Double
  }

  /// Assumed figures of a node that the spec does not state.
  static let assumptions = [
    AssumedInput(
      path: "roadmap.edge.node", value: "500", unit: "USD",
      why: "hardware where none is stated; 36 months, 8 % interest, 10 % maintenance and 5 % failures a year"),
    AssumedInput(
      path: "roadmap.edge.avoided", value: "0.0315", unit: "USD/GB",
      why: "uplink, intake and a month's storage of a GB that is not sent; ingress itself is free"),
  ]

  /// The plan's own figure for gateways that the spec states (B1c), by workload.
  func gateways() -> [(workload: String, figure: BreakEvenFigure)] {
    context.whole.workloads.compactMap { result in
      result.breakEvens.first { $0.rule == "B1c" }.map { (result.name, $0) }
    }
  }

  func sites() -> [Site] {
    let known = Set(gateways().map(\.workload))
    return context.spec.workloads.compactMap { workload -> Site? in
      guard !known.contains(workload.name) else { return nil }
      guard case .other(.device(let device)) = workload.kind, let rate = device.rate?.mid, let size = device.size?.mid,
        let fleet = context.spec.devices.first(where: { $0.name == device.fleet })
      else { return nil }
      let reduction = EdgeBreakEven.reduction(device, rate: rate, size: size)
      let gateway = context.spec.devices.first { $0.serves == fleet.name || $0.serves == workload.name } ?? fleet
      let hardware = gateway.hardware
      let price = hardware?.isOwned == true ? 0 : hardware?.price?.mid ?? 500
      let node = EdgeNodeCost(
        capex: price, months: 36, interestPerYear: context.spec.finance.discountRate?.mid ?? 0.08,
        maintenancePerYear: 0.1, watts: hardware?.power?.mid ?? 15, energyPrice: 0.2, failuresPerYear: 0.05, roll: 250,
        labourPerMonth: context.labour.double * 160, nodesPerPerson: 800, agent: 0)
      let avoided = 0.0315
      let perDevice = rate * size * 2_628_000 / 1e9
      guard perDevice > 0,
        let volume = BreakEven.edgeVolume(node: node.perMonth, reduction: reduction, avoided: avoided)
      else { return nil }
      let count = fleet.count?.mid ?? (fleet.sites?.mid ?? 0) * (fleet.perSite?.mid ?? 1)
      let sites = gateway.sites?.mid ?? fleet.sites?.mid ?? count
      return Site(
        workload: workload.name, fleet: fleet.name, perDevice: perDevice, reduction: reduction,
        node: Money(node.perMonth), avoided: avoided, devices: volume / perDevice, stated: count / max(sites, 1))
    }
  }

  /// Share of the bytes that local work keeps away: computed from events and clips, else as stated.
  static func reduction(_ device: Workload.Device, rate: Double, size: Double) -> Double {
    if let filter = device.filter {
      let alarms = filter.events.mid * (1 + (filter.falseAlarms?.mid ?? 0))
      let sent = alarms * (filter.clip?.mid ?? size)
      return max(0, 1 - sent / max(rate * size, 1e-12))
    }
    return max(0, 1 - (device.passes?.mid ?? 1))
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
