import Formulas
import Placement

/// How long answers of a service take, and which limit they miss.
extension ServiceSearch {
  /// The queue that a request meets: its instance's own under random or round-robin balancing, one for all
  /// when it is shared. Least-loaded balancing is bounded from above by random.
  func law(_ sizing: Sizing, key: SizingKey) -> HopLaw {
    let instances = Double(sizing.instances)
    let seconds = service.cpuSeconds / key.speed
    let split = load.peak / instances
    switch service.balancer {
    case .shared:
      return .queue(
        arrivalPerSecond: load.peak, serviceSeconds: seconds, servers: key.workers * sizing.instances, ca2: service.ca2,
        cs2: service.cs2)
    case .roundRobin:
      return .queue(
        arrivalPerSecond: split, serviceSeconds: seconds, servers: key.workers, ca2: service.ca2 / instances,
        cs2: service.cs2)
    case .random, .leastLoaded:
      return .queue(
        arrivalPerSecond: split, serviceSeconds: seconds, servers: key.workers, ca2: 1 + (service.ca2 - 1) / instances,
        cs2: service.cs2)
    }
  }

  func queue(_ sizing: Sizing, key: SizingKey) -> QueueInputs {
    guard case .queue(let arrival, let seconds, let servers, let ca2, let cs2) = law(sizing, key: key) else {
      return PathModel.inputs(0, service.cpuSeconds, 1, 1, 1)
    }
    return PathModel.inputs(arrival, seconds, servers, ca2, cs2)
  }

  func queueHop(_ sizing: Sizing, key: SizingKey) -> PathNode {
    .hop("\(workload.name) queue and service", law(sizing, key: key))
  }

  /// From the request's arrival at the service to its answer, calls included.
  func servicePath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    .series([queueHop(sizing, key: key)] + callHops)
  }

  /// Waiting off the CPU, and the calls on the critical path.
  var callHops: [PathNode] {
    var hops: [PathNode] = []
    if service.offCPUSeconds > 0 { hops.append(.hop("off CPU", .constant(service.offCPUSeconds))) }
    for call in workload.calls where !call.isAsynchronous && !call.isOptional {
      guard let callee = callees[call.to] else { continue }
      let one = PathNode.series([
        .hop("to \(call.to)", .constant(context.parameters.crossZoneSeconds)), callee.path,
      ])
      // 2.5 calls are two and, for half of the requests, a third.
      let whole = Int(clamped: min(call.times, 64).rounded(.down))
      let part = min(call.times, 64) - Double(whole)
      func repeated(_ times: Int) -> PathNode {
        times == 1
          ? one
          : call.isParallel
            ? .parallel(Array(repeating: one, count: times)) : .series(Array(repeating: one, count: times))
      }
      let skipped = PathNode.hop("no \(call.to)", .constant(0))
      let all: PathNode =
        part < 1e-9
        ? repeated(whole)
        : .mixture([(part, repeated(whole + 1)), (1 - part, whole == 0 ? skipped : repeated(whole))])
      guard call.times > 0 else { continue }
      hops.append(call.cached(all))
    }
    return hops
  }

  func makeNetworkPath() -> PathNode? {
    guard workload.isLatencyFromUsers, !workload.users.isEmpty else { return nil }
    let branches: [(Double, PathNode)] = workload.users.map { group in
      let seconds = context.roundTripSeconds(from: group.place)
      let bytesSeconds =
        service.requestBytes / group.access.upBytesPerSecond
        + service.responseBytes / group.access.downBytesPerSecond
      return (
        group.share,
        .series([
          .hop(
            "network \(group.name)",
            .lognormal(mean: (seconds ?? 0) + 1e-6, scv: 0.0025)),
          .hop("access \(group.access.name)", .lognormal(mean: group.access.meanSeconds, scv: group.access.scv)),
          .hop("transfer", .constant(bytesSeconds)),
        ])
      )
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }

  /// From accepted to the end of all that the request sets off; what goes on meanwhile is taken one by one.
  func completionPath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    let done = callees.contains { $0.value.completion != nil } ? with(callees: workload.done(callees)) : self
    let broker = BrokerFigures()
    return workload.completion(
      of: done.servicePath(sizing, key: key), callees,
      deliverySeconds: broker.acknowledgeSeconds + broker.fetchSeconds
    ) { name, _ in .hop("to \(name)", .constant(context.parameters.crossZoneSeconds)) }
  }

  /// Requests a second that keep the busy share at its limit.
  func throughput(_ sizing: Sizing, key: SizingKey) -> Double? {
    guard service.cpuSeconds > 0 else { return nil }
    return context.parameters.utilizationLimit * Double(key.workers * sizing.instances) * key.speed / service.cpuSeconds
  }

  /// What goes on after the answer, for the workload's objectives and for its callers.
  func complete(_ placed: inout PlacedWorkload, _ outcome: inout FormOutcome, _ sizing: Sizing, key: SizingKey) {
    placed.throughput = throughput(sizing, key: key)
    guard !workload.completionLimits.isEmpty || workload.hasWorkAfterAnswer(callees) else { return }
    let path = completionPath(sizing, key: key)
    placed.completion = path
    outcome.completion = path
  }

  /// Everything but the own queue.
  var fixedPath: PathNode { .series((networkPath.map { [$0] } ?? []) + callHops) }

  /// From the user's device and back.
  func userPath(_ sizing: Sizing, key: SizingKey) -> PathNode {
    let inside = servicePath(sizing, key: key)
    return networkPath.map { .series([$0, inside]) } ?? inside
  }

  static let ideal = Sizing(instances: 1_000_000, needed: 1, utilization: 0)

  /// The objective that even an idle, infinite fleet of the fastest machine misses.
  func networkMiss() -> Rejection? {
    let fastest = context.offers.fastest
    guard fastest > 0 else { return nil }
    if !workload.completionLimits.isEmpty {
      let path = completionPath(ServiceSearch.ideal, key: SizingKey(speed: fastest, workers: 1, zones: 1))
      if let missed = workload.missedCompletion(path, by: "the queues and the work behind them") { return missed }
    }
    guard let screen else { return nil }
    let service = ServiceDistribution(mean: service.cpuSeconds / fastest, scv: service.cs2)
    guard !screen.meets(service: service) else { return nil }
    let key = SizingKey(speed: fastest, workers: 1, zones: 1)
    return missedLimit(
      userPath(ServiceSearch.ideal, key: key), by: "\(context.provider):\(context.region), even on idle machines")
  }

  func latencyMiss(_ key: SizingKey) -> Rejection {
    if let pinned = workload.place.pinnedCount { return pinnedMiss(pinned, key) }
    return missedLimit(userPath(ServiceSearch.ideal, key: key), by: "the machine's speed")
      ?? workload.missedCompletion(
        completionPath(ServiceSearch.ideal, key: key), by: "the queues and the work behind them")
      ?? Rejection(constraint: "capacity", by: "no fleet of this machine meets the latency objectives")
  }

  /// What a fleet that must not change misses.
  func pinnedMiss(_ count: Int, _ key: SizingKey) -> Rejection {
    guard count >= key.zones else {
      return Rejection(
        constraint: "topology", value: Double(count), limit: Double(key.zones),
        by: "\(key.zones) zones need a machine each")
    }
    let capacity = Double(key.workers * count)
    let utilization = load.peak * service.cpuSeconds / key.speed / max(capacity, 1e-9)
    if utilization < 1, let missed = burstMiss(Sizing(instances: count, needed: 1, utilization: utilization), key: key)
    {
      return missed
    }
    let limit = context.parameters.utilizationLimit
    let sizing = Sizing(instances: count, needed: 1, utilization: utilization)
    if utilization < 1, let missed = missedLimit(userPath(sizing, key: key), by: "the fleet of \(count)") {
      return missed
    }
    if utilization < 1,
      let missed = workload.missedCompletion(completionPath(sizing, key: key), by: "the fleet of \(count)")
    {
      return missed
    }
    if let missed = workload.missedThroughput(throughput(sizing, key: key), by: "the fleet of \(count)") {
      return missed
    }
    return Rejection(
      constraint: "utilization", value: utilization, limit: limit, unit: "ratio", by: "the fleet of \(count)")
  }

  func missedLimit(_ path: PathNode, by reason: String) -> Rejection? {
    for limit in latencyLimits {
      let value = PathModel.estimate(limit.percentile, path)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: reason)
      }
    }
    return nil
  }
}
