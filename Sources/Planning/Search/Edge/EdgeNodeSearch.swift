import Formulas
import Foundations
import Placement

/// A service on nodes of one's own at sites near its users.
///
/// Sites stand where groups of users are; every subset of the groups is a choice, users go to the
/// nearest, each site has one node more than its busy hour needs. Subsets are taken by rising cost, so
/// the first that keeps every objective is the optimum.
struct EdgeNodeSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  let node = EdgeNodeModel()
  let figures = EdgeFigures()
  private let choices: [Choice]
  private let roundTrips: [[Double]]

  /// Sites with their load and nodes.
  private struct Choice {
    /// Indices of groups.
    var sites: [Int]
    /// For each group, its site's place in `sites`.
    var assigned: [Int]
    /// Nodes of each site.
    var nodes: [Int]
    /// In the currency a month.
    var cost = 0.0
    var total: Double { nodes.reduce(0) { $0 + Double($1) } }
  }

  init(context: RegionContext, workload: WorkloadProblem, service: ServiceProblem, load: LoadFigures) {
    self.context = context
    self.workload = workload
    self.service = service
    self.load = load
    let users = workload.users
    let metro = node.metroSeconds
    let trips = users.map { a in
      users.map { b in
        a.place == b.place ? metro : context.market.roundTrip(from: a.place, to: b.place) ?? .infinity
      }
    }
    roundTrips = trips
    let carried = max(load.peak, workload.throughputTarget)
    let busy = carried * service.cpuSeconds / (node.coreSpeed * node.cores * figures.utilizationLimit)
    let people = Self.people(context)
    let nodeCost = Self.book(context, node, figures, nodes: 1, sites: 0).total - people
    let siteCost = node.sitePrice
    choices = SiteChoice.subsets(of: users.count).map { sites -> Choice in
      let assigned = SiteChoice.nearest(places: users.count, sites: sites) { trips[$0][$1] }
      var shares = [Double](repeating: 0, count: sites.count)
      for (group, site) in zip(users, assigned) { shares[site] += group.share }
      var choice = Choice(
        sites: sites, assigned: assigned,
        nodes: shares.map { max(1, Int(clamped: ($0 * busy).rounded(.up))) + 1 })
      choice.cost = people + choice.total * nodeCost + Double(sites.count) * siteCost
      return choice
    }.sorted { a, b in
      a.cost == b.cost
        ? (a.sites.count == b.sites.count
          ? a.sites.lexicographicallyPrecedes(b.sites) : a.sites.count < b.sites.count) : a.cost < b.cost
    }
  }

  var candidates: Int { choices.count }

  var bound: Double {
    guard misfit == nil, let first = choices.first else { return .infinity }
    return first.cost * (1 - 1e-9)
  }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    guard let first = choices.first else { return FormOutcome() }
    if let misfit { return .missed(base(first), misfit) }
    // The nearest miss is that of the most sites; its latency is worked out once.
    var nearest = first
    for choice in choices {
      if (choice.nodes.max() ?? 0) <= node.siteLimit {
        let own = availability(choice)
        let path = path(choice, callees)
        if workload.missedAvailability(own * workload.dependencies(callees), by: "") == nil,
          workload.meetsLatency(path), missedWork(choice, callees) == nil
        {
          return found(choice, own: own, path: path, callees)
        }
      }
      if choice.sites.count > nearest.sites.count { nearest = choice }
    }
    return .missed(base(nearest), miss(nearest, callees))
  }

  private func miss(_ choice: Choice, _ callees: [String: CalleeState]) -> Rejection {
    let places = names(choice).joined(separator: ", ")
    if let largest = choice.nodes.max(), largest > node.siteLimit {
      return Rejection(
        constraint: "site-cap", value: Double(largest), limit: Double(node.siteLimit), by: "nodes at \(places)")
    }
    let path = path(choice, callees)
    let unavailable = workload.missedAvailability(
      availability(choice) * workload.dependencies(callees), by: "\(choice.sites.count) sites")
    // What is unavailable anyway is composed only where its moments say that it is slow too.
    let isSlow = workload.latencyLimits.contains { limit in
      ShiftedLognormal(PathModel.cumulants(path)).percentile(limit.percentile) > limit.seconds
    }
    if let unavailable, !isSlow { return unavailable }
    return Rejection.furthest(unavailable, workload.missedLatency(path, by: "sites at \(places)"))
      ?? missedWork(choice, callees) ?? Rejection(constraint: "capacity", by: "sites at \(places)")
  }

  /// What goes on after the answer, and the rate that the busiest site lets through.
  private func missedWork(_ choice: Choice, _ callees: [String: CalleeState]) -> Rejection? {
    let places = names(choice).joined(separator: ", ")
    return workload.missedThroughput(throughput(choice), by: "nodes at \(places)")
      ?? (workload.completionLimits.isEmpty
        ? nil : workload.missedCompletion(completion(choice, callees), by: "sites at \(places)"))
  }

  /// Requests a second, spread as now, that keep the busiest site at its limit.
  private func throughput(_ choice: Choice) -> Double? {
    let busy = utilization(choice)
    return busy > 0 ? load.peak * figures.utilizationLimit / busy : nil
  }

  private func completion(_ choice: Choice, _ callees: [String: CalleeState]) -> PathNode {
    let branches: [(Double, PathNode)] = shares(choice).enumerated().map { site, share in
      let place = workload.users[choice.sites[site]].place
      let trip = context.market.roundTrip(from: place, provider: context.provider, region: context.region)
      var own = [queue(choice, site: site)]
      if service.offCPUSeconds > 0 { own.append(.hop("off CPU", .constant(service.offCPUSeconds))) }
      let path = workload.edgeCompletion(own, callees) { name, _ in
        .hop("edge to \(name)", .lognormal(mean: (trip?.seconds ?? 0) + 1e-6, scv: 0.0025))
      }
      return (share, path)
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  // MARK: One choice of sites

  private func names(_ choice: Choice) -> [String] { choice.sites.map { workload.users[$0].name } }

  private func base(_ choice: Choice) -> PlacedWorkload {
    PlacedWorkload(
      model: .edge, form: .edgeNodes, topology: .hubAndSpoke,
      sites: zip(names(choice), choice.nodes).map { name, count in
        Site(provider: "site", region: name, zones: 1, machine: node.name, count: count, purchase: .owned)
      }, lines: [])
  }

  private func found(
    _ choice: Choice, own: Double, path: PathNode, _ callees: [String: CalleeState]
  ) -> FormOutcome {
    let book = Self.book(context, node, figures, nodes: choice.total, sites: Double(choice.sites.count))
    var placed = PlacedWorkload(
      model: .edge, form: .edgeNodes, topology: .hubAndSpoke, sites: base(choice).sites, lines: book.lines,
      utilization: utilization(choice), headroom: 1 - utilization(choice),
      availability: own * workload.dependencies(callees), ownAvailability: own, rto: 30, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.path = path
    let inside = inside(choice, callees)
    placed.throughput = throughput(choice)
    let done =
      workload.completionLimits.isEmpty && !workload.hasWorkAfterAnswer(callees) ? nil : completion(choice, callees)
    placed.completion = done
    placed.details = [
      PlacementDetail(
        "sites", Double(choice.sites.count), "", "of \(workload.users.count) groups of users, by every subset"),
      PlacementDetail("node_month", book.total / max(choice.total, 1), "USD", "all lines over the number of nodes"),
    ]
    return .found(placed, path: inside, completion: workload.hasWorkAfterAnswer(callees) ? done : nil)
  }

  private var misfit: Rejection? {
    let room = node.memoryBytes - EdgeRuntime.k3s.memoryBytes
    if service.memoryBytes > room {
      return Rejection(constraint: "memory", value: service.memoryBytes, limit: room, unit: "B", by: node.name)
    }
    let areas = workload.place.residency
    if !areas.isEmpty, let outside = workload.users.first(where: { !isInside($0, areas) }) {
      return Rejection(
        constraint: "residency", by: "a site at \(outside.name) is not known to lie in \(areas.joined(separator: ", "))"
      )
    }
    return nil
  }

  private func isInside(_ group: UserGroupProblem, _ areas: [String]) -> Bool {
    guard let country = group.country else { return false }
    return areas.contains { context.market.isCountry(country, in: $0) }
  }

  private func shares(_ choice: Choice) -> [Double] {
    var shares = [Double](repeating: 0, count: choice.sites.count)
    for (group, site) in zip(workload.users, choice.assigned) { shares[site] += group.share }
    return shares
  }

  /// Busy share of the busiest site.
  private func utilization(_ choice: Choice) -> Double {
    zip(shares(choice), choice.nodes).map { share, nodes in
      share * load.peak * service.cpuSeconds / (node.coreSpeed * node.cores * Double(nodes))
    }.max() ?? 0
  }

  /// What users see of sites with one node to spare, by share; a site's power and line count once.
  private func availability(_ choice: Choice) -> Double {
    let mtbf = 365 * 86_400 / node.failuresPerYear
    let one = FleetUpkeep.availability(mtbf: mtbf, repair: figures.repairSeconds)
    return zip(shares(choice), choice.nodes).reduce(0) { sum, site in
      let up = Availability.atLeast(max(1, site.1 - 1), of: site.1, Availability(one)).availability
      return sum + site.0 * up * node.siteAvailability
    }
  }

  // MARK: Paths

  private func path(_ choice: Choice, _ callees: [String: CalleeState]) -> PathNode {
    guard workload.isLatencyFromUsers else { return inside(choice, callees) }
    let branches: [(Double, PathNode)] = workload.users.enumerated().map { index, group in
      let bytes =
        service.requestBytes / group.access.upBytesPerSecond + service.responseBytes / group.access.downBytesPerSecond
      let site = choice.assigned[index]
      return (
        group.share,
        .series(
          [
            .hop(
              "network \(group.name)",
              .lognormal(mean: roundTrips[index][choice.sites[site]], scv: 0.0025)),
            .hop("access \(group.access.name)", .lognormal(mean: group.access.meanSeconds, scv: group.access.scv)),
            .hop("transfer", .constant(bytes)), queue(choice, site: site),
          ] + calls(choice, site: site, callees))
      )
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  private func inside(_ choice: Choice, _ callees: [String: CalleeState]) -> PathNode {
    let branches: [(Double, PathNode)] = shares(choice).enumerated().map { site, share in
      (share, .series([queue(choice, site: site)] + calls(choice, site: site, callees)))
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  private func queue(_ choice: Choice, site: Int) -> PathNode {
    .hop(
      "\(workload.name) at \(names(choice)[site])",
      .queue(
        arrivalPerSecond: shares(choice)[site] * load.peak / Double(choice.nodes[site]),
        serviceSeconds: service.cpuSeconds / node.coreSpeed, servers: Int(node.cores), ca2: 1, cs2: service.cs2))
  }

  private func calls(_ choice: Choice, site: Int, _ callees: [String: CalleeState]) -> [PathNode] {
    let place = workload.users[choice.sites[site]].place
    let trip = context.market.roundTrip(from: place, provider: context.provider, region: context.region)
    var hops = workload.callHops(callees) { name, _ in
      .hop("edge to \(name)", .lognormal(mean: (trip?.seconds ?? 0) + 1e-6, scv: 0.0025))
    }
    if service.offCPUSeconds > 0 { hops.insert(.hop("off CPU", .constant(service.offCPUSeconds)), at: 0) }
    return hops
  }

  // MARK: Price

  /// Cost a month of what running machines takes whatever their number, in the currency.
  private static func people(_ context: RegionContext) -> Double {
    context.parameters.vmHours.fixed * context.problem.hourlyLabour(context.parameters).double
  }

  private static func book(
    _ context: RegionContext, _ node: EdgeNodeModel, _ figures: EdgeFigures, nodes: Double, sites: Double
  ) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    let fleet = FleetProblem(
      name: node.name, count: nodes, sites: sites, groups: [], online: 1, outageSeconds: 0,
      mtbfSeconds: 365 * 86_400 / node.failuresPerYear, upBytesPerSecond: 1, downBytesPerSecond: 1,
      hardwareName: node.name, cores: node.cores, memoryBytes: node.memoryBytes, watts: node.watts,
      price: Money(node.price), serves: node.name)
    book.fleet(fleet, count: nodes, share: 1, figures: figures)
    // Whoever runs machines keeps images, patches and alarms, wherever they stand.
    book.labour("running the machines", hours: context.parameters.vmHours.fixed)
    book.add(
      "hardware", "space and a line for each site", quantity: sites, unit: "site-month", price: Money(node.sitePrice),
      source: "assumed")
    return book
  }
}
