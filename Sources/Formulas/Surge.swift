/// A step in load while new servers take time to start, as a fluid.
///
/// The rate goes from `before` to `after` at time 0; servers from c₀ to c₁ at `lag`. Peak
/// N = c₀ + (λ₁ − c₀μ)(L − t_f), t_f = E[S]·ln((λ₁−λ₀)/(λ₁−c₀μ)). Against exact integration: peak
/// −0.1…−2 %, late share −1…−9 %, slightly optimistic.
package struct Surge: Sendable, Hashable {
  /// Largest number of requests in the system.
  package let peak: Double
  /// Seconds after the new servers are there until nobody waits; infinite if they do not suffice.
  package let drain: Double
  /// Requests that wait longer than the limit.
  package let late: Double
  /// Those over all requests from the step until the queue is gone.
  package let lateRatio: Double

  /// Nil when a number is out of its domain.
  ///
  /// - Parameters:
  ///   - before: requests per second before the step; must be less than the capacity.
  ///   - after: requests per second after it.
  ///   - serviceSeconds: mean service time.
  ///   - serversBefore: servers until the lag is over.
  ///   - serversAfter: servers from then on.
  ///   - lag: seconds until the new servers work.
  ///   - limit: longest wait in seconds that is not late.
  /// - Complexity: O(1).
  package init?(
    before: Double, after: Double, serviceSeconds: Double, serversBefore: Double, serversAfter: Double,
    lag: Double, limit: Double
  ) {
    guard before >= 0, after >= 0, serviceSeconds > 0, serversBefore > 0, serversAfter > 0, lag >= 0, limit >= 0,
      before * serviceSeconds <= serversBefore, after.isFinite, lag.isFinite
    else { return nil }
    let mu = 1 / serviceSeconds
    let (old, new) = (serversBefore * mu, serversAfter * mu)
    let fill =
      after > old
      ? serviceSeconds * Elementary.log(max(1, (after - before) / (after - old))) : Double.infinity
    guard fill < lag else {
      let relaxed =
        after * serviceSeconds
        + (before - after) * serviceSeconds * Elementary.exp(-lag * mu)
      peak = min(serversBefore, max(before * serviceSeconds, relaxed))
      drain = after > new ? .infinity : 0
      (late, lateRatio) = after > new ? (.infinity, 1) : (0, 0)
      return
    }
    let growth = after - old
    let backlog = growth * (lag - fill)
    peak = serversBefore + backlog
    let left = peak - serversAfter
    drain = left <= 0 ? 0 : new > after ? left / (new - after) : .infinity
    guard drain.isFinite else {
      (late, lateRatio) = (.infinity, 1)
      return
    }
    /// Wait of a request that arrives at time t.
    func wait(_ t: Double) -> Double {
      if t < fill { return 0 }
      if t >= lag { return max(0, left - (new - after) * (t - lag)) / new }
      let ahead = growth * (t - fill)
      let within = ahead / old
      if within <= lag - t { return within }
      let rest = ahead - old * (lag - t) - (serversAfter - serversBefore)
      return lag - t + max(0, rest) / new
    }
    let end = lag + drain
    let steps = 4096
    var duration = 0.0
    var previous = wait(0)
    for i in 1...steps {
      let next = wait(end * Double(i) / Double(steps))
      let (a, b) = (previous - limit, next - limit)
      if a > 0 && b > 0 { duration += 1 } else if a > 0 || b > 0 { duration += max(a, b) / abs(a - b) }
      previous = next
    }
    late = after * duration * end / Double(steps)
    lateRatio = end > 0 ? late / (after * end) : 0
  }
}
