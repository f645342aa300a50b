import Formulas
import Foundations
import Placement

/// A service as functions at points of presence near its users; what it calls stays in the region.
struct EdgeFunctionSearch: FormSearch {
  /// The same service on machines.
  let base: ServiceSearch
  let platform: EdgeFunctionPlatform
  /// Prices of the platform, which hold everywhere.
  let facts: RegionFacts

  private var context: RegionContext { base.context }
  private var workload: WorkloadProblem { base.workload }
  private var service: ServiceProblem { base.service }
  private var load: LoadFigures { base.load }

  /// The platforms that a workload may use from a hub in this region.
  static func platforms(_ workload: WorkloadProblem, _ context: RegionContext) -> [EdgeFunctionPlatform] {
    let named = workload.place.providers
    return EdgeFunctionPlatform.all.filter { platform in
      platform.provider == context.provider || named.contains(platform.provider) || named.contains("any")
    }
  }

  var candidates: Int { 1 }

  var bound: Double {
    guard misfit == nil else { return .infinity }
    let book = book(seconds: workSeconds, hasLines: false)
    return book.unknown == nil ? book.total * (1 - 1e-9) : .infinity
  }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    let site = Site(
      provider: platform.provider, region: "edge", zones: 1, machine: nil, count: 1, purchase: .onDemand)
    var placed = PlacedWorkload(
      model: .edge, form: .edgeFunctions, topology: .hubAndSpoke, sites: [site], lines: [])
    if let misfit { return .missed(placed, misfit) }
    let calls = workload.callHops(callees) { name, _ in toHub(name) }
    let seconds = workSeconds + PathModel.cumulants(.series(calls)).mean
    let book = book(seconds: seconds)
    guard book.unknown == nil else {
      return .missed(placed, Rejection(constraint: "price-unknown", by: book.unknown ?? ""))
    }
    if seconds > platform.durationLimit / 50 {
      let run = PathNode.series([.hop("work", .time(mean: workSeconds, scv: service.cs2))] + calls)
      let longest = PathModel.percentile(0.999, run)
      if longest > platform.durationLimit {
        return .missed(
          placed,
          Rejection(
            constraint: "duration", value: longest, limit: platform.durationLimit, unit: "s",
            by: "\(platform.name), p99.9 of a run"))
      }
    }
    let cold = ColdStarts.share(
      arrivalPerSecond: load.mean / platform.pools, serviceSeconds: seconds, keepSeconds: platform.keepSeconds)
    let path = PathNode.series([access, start(cold)] + [work] + calls)
    placed = PlacedWorkload(
      model: .edge, form: .edgeFunctions, topology: .hubAndSpoke, sites: [site], lines: book.lines,
      availability: platform.availability * workload.dependencies(callees), ownAvailability: platform.availability,
      rto: 0, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.path = path
    placed.details = [
      PlacementDetail("platform", nil, "", "functions at points of presence", text: platform.name),
      PlacementDetail(
        "pop_distance", platform.distanceKm, "km", "to the nearest of \(JSON.text(of: platform.sites)) sites, mean"),
      PlacementDetail("pop_round_trip", platform.roundTripSeconds, "s", "to it, without the last mile"),
      PlacementDetail("cold_starts", cold, "ratio", "of the requests, at the mean rate"),
      PlacementDetail("cpu", workSeconds, "s", "of a request; the limit is \(JSON.text(of: platform.cpuLimit)) s"),
    ]
    let completion = workload.edgeCompletion([start(cold), work], callees) { name, _ in toHub(name) }
    if !workload.completionLimits.isEmpty { placed.completion = completion }
    let rejection = Rejection.furthest(
      workload.missedThroughput(nil, by: "\(platform.name) publishes no rate that it carries"),
      workload.missedCompletion(completion, by: platform.name),
      workload.missedAvailability(placed.availability ?? 0, by: platform.name),
      workload.missedLatency(path, by: "\(platform.name), calls to \(context.provider):\(context.region)"))
    if let rejection { return .missed(placed, rejection) }
    return .found(
      placed, path: .series([start(cold), work] + calls),
      completion: workload.hasWorkAfterAnswer(callees) ? completion : nil)
  }

  // MARK: Limits

  private var misfit: Rejection? {
    if !workload.place.residency.isEmpty {
      // A point of presence near the user may lie outside; no platform here promises otherwise.
      return Rejection(
        constraint: "residency",
        by: "points of presence are not limited to \(workload.place.residency.joined(separator: ", "))")
    }
    if platform.isScript, let call = workload.calls.first {
      return Rejection(constraint: "calls", by: "\(platform.name) cannot call \(call.to), or anything else")
    }
    if service.memoryBytes > platform.memoryLimit {
      return Rejection(
        constraint: "memory", value: service.memoryBytes, limit: platform.memoryLimit, unit: "B", by: platform.name)
    }
    let longest = workSeconds > 0 ? PathModel.percentile(0.999, work) : 0
    if longest > platform.cpuLimit {
      return Rejection(
        constraint: "cpu", value: longest, limit: platform.cpuLimit, unit: "s",
        by: "\(platform.name), p99.9 of a request")
    }
    let body = max(service.requestBytes, service.responseBytes)
    if body > platform.bodyLimit {
      return Rejection(constraint: "body", value: body, limit: platform.bodyLimit, unit: "B", by: platform.name)
    }
    return nil
  }

  // MARK: Times

  private var workSeconds: Double { service.cpuSeconds / platform.speed }

  private var work: PathNode { .hop("\(workload.name) function", .time(mean: workSeconds, scv: service.cs2)) }

  private func start(_ cold: Double) -> PathNode {
    .mixture([
      (cold, .hop("cold start", .lognormal(mean: platform.coldSeconds, scv: platform.coldScv))),
      (1 - cold, .hop("warm", .constant(0))),
    ])
  }

  /// From the users to their point of presence.
  private var access: PathNode {
    guard workload.isLatencyFromUsers, !workload.users.isEmpty else { return .hop("gateway", .constant(0)) }
    let branches: [(Double, PathNode)] = workload.users.map { group in
      let bytes =
        service.requestBytes / group.access.upBytesPerSecond + service.responseBytes / group.access.downBytesPerSecond
      return (
        group.share,
        .series([
          .hop("edge \(group.name)", .lognormal(mean: platform.roundTripSeconds, scv: 0.25)),
          .hop("access \(group.access.name)", .lognormal(mean: group.access.meanSeconds, scv: group.access.scv)),
          .hop("transfer", .constant(bytes)),
        ])
      )
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  /// From the points of presence to the region, over all users.
  private func toHub(_ name: String) -> PathNode {
    let branches: [(Double, PathNode)] = workload.users.map { group in
      let trip = context.market.roundTrip(from: group.place, provider: context.provider, region: context.region)
      return (group.share, .hop("edge to \(name)", .lognormal(mean: (trip?.seconds ?? 0) + 1e-6, scv: 0.0025)))
    }
    if branches.isEmpty { return .hop("edge to \(name)", .constant(platform.roundTripSeconds)) }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  // MARK: Price

  private func meter(_ meter: ServiceMeter) -> UnitPrice {
    facts.prices[ServiceMeter.allCases.firstIndex(of: meter) ?? 0]
  }

  private func book(seconds: Double, hasLines: Bool = true) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters, hasLines: hasLines)
    let requests = load.mean * CostBook.hoursPerMonth * 3600
    if platform.isPaidByCPU {
      book.add("requests", "\(platform.name), base fee", quantity: 1, meter: meter(.edgeFunctionBaseMonth))
    }
    book.add(
      "requests", "\(platform.name) requests", quantity: max(0, requests - platform.includedRequests) / 1e6,
      meter: meter(platform.isScript ? .edgeScriptRequestsPerMillion : .edgeFunctionRequestsPerMillion))
    if platform.isPaidByCPU {
      book.add(
        "compute", "CPU time", quantity: max(0, requests * workSeconds * 1000 - platform.includedCPUMilliseconds) / 1e6,
        meter: meter(.edgeFunctionCPUPerMillion))
    } else if !platform.isScript {
      let memory = max(128 * 1_048_576, (service.memoryBytes / 1_048_576).rounded(.up) * 1_048_576)
      book.add(
        "compute", "memory while running", quantity: requests * seconds * memory / 1_073_741_824,
        meter: meter(.edgeFunctionGBSecond))
    }
    let out = max(0, service.ownRate) * service.responseBytes * CostBook.hoursPerMonth * 3600 / 1e9
    book.add("traffic", "to users, from points of presence", quantity: out, meter: meter(.cdnTrafficGB))
    if let calls = callTraffic(requests) {
      book.add("traffic", calls.item, quantity: calls.gigabytes, unit: "GB", price: calls.price, source: calls.source)
    }
    book.labour("looking after the functions", hours: FunctionSearch.labourHours)
    return book
  }

  /// Answers of what is called leave the region for the points of presence.
  private func callTraffic(
    _ requests: Double
  ) -> (item: String, gigabytes: Double, price: Money?, source: String)? {
    let gigabytes = workload.calls.reduce(0.0) { sum, call in
      sum + requests * call.times * (1 - call.cachedShare) * context.index.responseBytes(call.to) / 1e9
    }
    guard gigabytes > 0 else { return nil }
    // Within one provider, answers to its own points of presence are free of charge.
    if platform.provider == context.provider { return nil }
    let known = context.market.internetTraffic(
      provider: context.provider, region: context.region, gigabytes: gigabytes)
    return (
      "from the region to points of presence", gigabytes, known.map { Money($0.total.double / gigabytes) },
      known?.source ?? ""
    )
  }
}
