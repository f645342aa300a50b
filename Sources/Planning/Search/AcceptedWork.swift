import Foundations
import Placement

/// Objectives on work that goes on after the answer, and on the rate that a placement carries.
extension WorkloadProblem {
  /// Percentiles, as ratios, and seconds of the objectives on completion.
  var completionLimits: [(percentile: Double, seconds: Double)] {
    objectives.compactMap { objective in objective.completionPercentile.map { ($0, objective.target.double) } }
  }

  /// The least rate that the placement must carry, per second; 0 when none is stated.
  var throughputTarget: Double { target("throughput") ?? 0 }

  /// From accepted to done: the answer itself, then whatever it set off and does not wait for.
  ///
  /// What is set off runs side by side, so the last counts; each waits in its queue first.
  ///
  /// - Parameter deliverySeconds: mean until a queue has taken work in and handed it out.
  func completion(
    of answer: PathNode, _ callees: [String: CalleeState], deliverySeconds: Double,
    link: (String, CalleeState) -> PathNode
  ) -> PathNode {
    let ends = calls.compactMap { call -> PathNode? in
      guard call.isAsynchronous, call.times > 0, let callee = callees[call.to] else { return nil }
      let one = PathNode.series([
        link(call.to, callee), .hop("queue to \(call.to)", .time(mean: deliverySeconds, scv: 1)),
        callee.completion ?? callee.path,
      ])
      let whole = Int(clamped: min(call.times, 64).rounded(.down))
      let part = min(call.times, 64) - Double(whole)
      func repeated(_ times: Int) -> PathNode {
        times == 0
          ? .hop("no \(call.to)", .constant(0))
          : times == 1 ? one : .parallel(Array(repeating: one, count: times))
      }
      return part < 1e-9 ? repeated(whole) : .mixture([(part, repeated(whole + 1)), (1 - part, repeated(whole))])
    }
    guard !ends.isEmpty else { return answer }
    return .series([answer, ends.count == 1 ? ends[0] : .parallel(ends)])
  }

  /// The same at the edge, from the hops of its own work.
  func edgeCompletion(
    _ own: [PathNode], _ callees: [String: CalleeState], link: (String, CalleeState) -> PathNode
  ) -> PathNode {
    let broker = BrokerFigures()
    return completion(
      of: .series(own + callHops(done(callees), link: link)), callees,
      deliverySeconds: broker.acknowledgeSeconds + broker.fetchSeconds, link: link)
  }

  /// Whether anything goes on after its answer.
  func hasWorkAfterAnswer(_ callees: [String: CalleeState]) -> Bool {
    calls.contains { call in callees[call.to].map { call.isAsynchronous || $0.completion != nil } ?? false }
  }

  /// Callees as they are when their own asynchronous work is done too: never sooner than their answer.
  func done(_ callees: [String: CalleeState]) -> [String: CalleeState] {
    callees.mapValues { state in
      var state = state
      if let completion = state.completion { state.path = completion }
      return state
    }
  }

  /// The objective on throughput, missed; `value` is what is carried, `nil` where nobody publishes it.
  func missedThroughput(_ value: Double?, by reason: String) -> Rejection? {
    let target = throughputTarget
    guard target > 0, value ?? 0 < target * (1 - 1e-9) else { return nil }
    return Rejection(constraint: "throughput", value: value, limit: target, unit: "1/s", by: reason)
  }
}
