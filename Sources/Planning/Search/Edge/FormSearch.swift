import Foundations
import Placement

/// A way of running that rents no machine of the region: devices, functions, nodes at the edge.
protocol FormSearch {
  /// The least any of its placements can cost a month; infinite when there is none.
  var bound: Double { get }
  /// Placements it chooses from.
  var candidates: Int { get }
  /// Its best placement, or why there is none.
  func outcome(callees: [String: CalleeState]) -> FormOutcome
}

extension WorkloadProblem {
  /// Availability of what its requests cannot do without, each part once however many paths lead to it.
  func dependencies(_ callees: [String: CalleeState]) -> Double {
    var parts: [String: Double] = [:]
    for call in calls where call.isNeeded { parts.merge(callees[call.to]?.parts ?? [:]) { first, _ in first } }
    return parts.sorted { $0.key < $1.key }.reduce(1) { $0 * $1.value }
  }

  /// Limits on latency as pairs of percentile and seconds.
  var latencyLimits: [(percentile: Double, seconds: Double)] {
    objectives.compactMap { objective in objective.percentile.map { ($0, objective.target.double) } }
  }

  /// Whether a path keeps every objective on latency; composed only where its moments do not settle it.
  func meetsLatency(_ path: PathNode) -> Bool {
    let limits = latencyLimits
    guard PathModel.isStable(path), !limits.isEmpty else { return limits.isEmpty }
    let whole = PathModel.cumulants(path)
    // Cantelli: P(T ≥ mean + t) ≤ variance / (variance + t²); half as much variance again covers fitted queues.
    let variance = 1.5 * whole.variance
    let isFarBelow = limits.allSatisfy { limit in
      let t = limit.seconds - whole.mean
      return t > 0 && variance / (variance + t * t) <= 1 - limit.percentile
    }
    return isFarBelow || PathModel.meets(limits, path)
  }

  /// The first objective on latency that a path misses.
  func missedLatency(_ path: PathNode, by reason: String) -> Rejection? {
    let limits = latencyLimits
    guard !limits.isEmpty, !meetsLatency(path) else { return nil }
    for limit in limits {
      let value = PathModel.estimate(limit.percentile, path)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: reason)
      }
    }
    return nil
  }

  /// The first objective on completion that a path misses.
  func missedCompletion(_ path: PathNode, by reason: String) -> Rejection? {
    for objective in objectives {
      guard let percentile = objective.completionPercentile else { continue }
      let value = PathModel.percentile(percentile, path)
      if value > objective.target.double {
        return Rejection(
          constraint: objective.objective, value: value, limit: objective.target.double, unit: "s", by: reason)
      }
    }
    return nil
  }

  /// The objective on availability, missed.
  func missedAvailability(_ value: Double, by reason: String) -> Rejection? {
    guard let target = target("availability"), value < target else { return nil }
    return Rejection(constraint: "availability", value: value, limit: target, unit: "ratio", by: reason)
  }

  /// The calls that an answer waits for, as hops; `link` is the way to what does not run on the same site.
  ///
  /// 2.5 calls are two and, for half of the requests, a third.
  func callHops(_ callees: [String: CalleeState], link: (String, CalleeState) -> PathNode) -> [PathNode] {
    calls.compactMap { call in
      guard !call.isAsynchronous, !call.isOptional, call.times > 0, let callee = callees[call.to] else { return nil }
      let one = PathNode.series([link(call.to, callee), callee.path])
      let whole = Int(clamped: min(call.times, 64).rounded(.down))
      let part = min(call.times, 64) - Double(whole)
      func repeated(_ times: Int) -> PathNode {
        if times == 0 { return .hop("no \(call.to)", .constant(0)) }
        if times == 1 { return one }
        let all = Array(repeating: one, count: times)
        return call.isParallel ? .parallel(all) : .series(all)
      }
      let all: PathNode =
        part < 1e-9 ? repeated(whole) : .mixture([(part, repeated(whole + 1)), (1 - part, repeated(whole))])
      return call.cached(all, link: link(call.to, callee))
    }
  }
}

extension Rejection {
  /// The furthest of several misses: what stands most in the way.
  static func furthest(_ misses: Rejection?...) -> Rejection? {
    misses.compactMap(\.self).max { WorkloadAnswer.distance($0) < WorkloadAnswer.distance($1) }
  }
}

extension PlacedWorkload {
  /// With the region that it reports to, where it stands elsewhere itself.
  func with(hub context: RegionContext) -> PlacedWorkload {
    guard form.isEdge else { return self }
    var placed = self
    placed.hub = "\(context.provider):\(context.region)"
    return placed
  }
}

extension FormOutcome {
  /// A placement that cannot be used, with the constraint it misses.
  static func missed(_ placed: PlacedWorkload, _ rejection: Rejection) -> FormOutcome {
    var outcome = FormOutcome()
    var placed = placed
    placed.rejected = rejection
    outcome.miss = placed
    outcome.search.candidates = 1
    outcome.search.evaluated = 1
    if rejection.constraint == "price-unknown" { outcome.search.priceUnknown = 1 }
    return outcome
  }

  /// A placement that can be used.
  static func found(_ placed: PlacedWorkload, path: PathNode?, completion: PathNode? = nil) -> FormOutcome {
    var outcome = FormOutcome()
    outcome.placed = placed
    outcome.path = path
    outcome.completion = completion
    outcome.search.candidates = 1
    outcome.search.evaluated = 1
    return outcome
  }
}
