import Formulas
import Foundations
import Placement

/// B1 and B1b: where the edge pays, and where nothing else will do.
extension BreakEvenStudy {
  /// B1: the volume of a site from which gateways that filter pay.
  func filtering(_ device: DeviceProblem, _ workload: WorkloadProblem, _ results: [WorkloadResult]) -> BreakEvenFigure?
  {
    guard device.passes < 1, let gateways = device.gateways else { return nil }
    let figures = EdgeFigures()
    var book = CostBook(problem: problem, parameters: parameters)
    book.fleet(gateways, count: gateways.perSite, share: 1, figures: figures)
    // What a gigabyte costs beyond the site: its uplink, and what the callee pays for it; ingress is free.
    let sent = device.fleet.count * device.sentPerSecond * device.sentBytes * CostBook.hoursPerMonth * 3600 / 1e9
    let callees = Set(workload.calls.map(\.to))
    let behind = results.filter { callees.contains($0.name) }.compactMap(\.chosen).filter { !$0.form.isEdge }
    let processing = behind.reduce(0.0) { sum, placed in
      placed.lines.reduce(sum) { ["labour", "idle"].contains($1.category) ? $0 : $0 + $1.perMonth.double }
    }
    let avoided = (figures.pricePerGB(gateways.access) ?? 0) + (sent > 0 ? processing / sent : 0)
    let sites = gateways.sites ?? gateways.count
    let now =
      device.fleet.count * device.madePerSecond * device.madeBytes * CostBook.hoursPerMonth * 3600 / 1e9 / max(sites, 1)
    let value = BreakEven.edgeVolume(node: book.total, reduction: 1 - device.passes, avoided: avoided)
    return BreakEvenFigure(
      rule: "B1", question: "filtering at the edge pays from this many GB a site and month", value: value, now: now,
      unit: "GB", holds: value.map { now >= $0 } ?? false,
      why: "\(text(Money(book.total))) USD a site and month; \(percent(1 - device.passes)) % kept away; "
        + "\(price(avoided)) USD avoided a GB, none of it cloud ingress, which is free")
  }

  /// B1b: the longest way between users and servers that still keeps the objective.
  func radius(_ workload: WorkloadProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    guard workload.isLatencyFromUsers, chosen.model == .cloud, let site = chosen.sites.first,
      let limit = workload.latencyLimits.max(by: { $0.percentile < $1.percentile }),
      case .series(let nodes)? = chosen.path, nodes.count == 2
    else { return nil }
    // The path is the network and what comes after it.
    let inside = PathModel.estimate(limit.percentile, nodes[1])
    guard inside.isFinite else { return nil }
    let lastMile = workload.users.map(\.access.meanSeconds).max() ?? 0
    guard
      let value = BreakEven.edgeDistance(
        limitSeconds: limit.seconds, serverSeconds: inside, roundTrips: 1, lastMileSeconds: lastMile)
    else { return nil }
    let trips = workload.users.compactMap { group in
      market.roundTrip(from: group.place, provider: site.provider, region: site.region)?.seconds
    }
    let now = max(0, ((trips.max() ?? 0) * 1000 - 7.35) / 0.01368)
    return BreakEvenFigure(
      rule: "B1b", question: "the edge is required beyond this length of path", value: max(0, value), now: now,
      unit: "km", holds: now > value,
      why: "p\(PathModel.label(limit.percentile)) of \(duration(limit.seconds)), of which the server takes "
        + "\(duration(inside)) and the last mile \(duration(lastMile)); 13.68 us of round trip a km of cable")
  }

  private func duration(_ seconds: Double) -> String {
    seconds < 1 ? "\(Money(seconds * 1000).formatted(places: 1)) ms" : "\(Money(seconds).formatted(places: 2)) s"
  }
}
