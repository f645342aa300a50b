/// A sudden load that a fleet of fixed size carries as a backlog, as a fluid.
///
/// The rate goes from `before` to `during` for a time and back; the fleet keeps its servers. As in
/// ``Surge``, servers fill in E[S]·ln((λ₁−λ₀)/(λ₁−cμ)), then the queue grows by λ₁−cμ and, after the
/// burst, falls by cμ−λ₀; a request waits for the queue before it, Q/cμ.
package struct Burst: Sendable, Hashable {
  package let before: Double
  package let during: Double
  /// Requests per second that the fleet can serve.
  package let capacity: Double
  /// Seconds.
  package let duration: Double
  /// Seconds from one burst to the next.
  package let every: Double
  /// Seconds from the start of the burst until all servers are busy; at most ``duration``.
  package let fill: Double

  /// Nil when a number is out of its domain.
  ///
  /// - Parameters:
  ///   - before: requests per second outside of bursts.
  ///   - during: requests per second in one.
  ///   - serviceSeconds: mean service time.
  ///   - servers: servers of the whole fleet.
  ///   - duration: seconds of one burst.
  ///   - every: seconds from one to the next, at least `duration`.
  package init?(
    before: Double, during: Double, serviceSeconds: Double, servers: Double, duration: Double, every: Double
  ) {
    guard before >= 0, during >= before, during.isFinite, serviceSeconds > 0, servers > 0, duration > 0,
      every >= duration, every.isFinite
    else { return nil }
    (self.before, self.during, self.duration, self.every) = (before, during, duration, every)
    capacity = servers / serviceSeconds
    let isOver = during > capacity && before < capacity
    fill =
      before >= capacity
      ? 0
      : isOver
        ? min(duration, serviceSeconds * Elementary.log((during - before) / (during - capacity))) : duration
  }

  /// Whether the queue of one burst is gone before the next.
  package var isDrained: Bool { capacity > before && duration + drain <= every }

  /// Largest number of waiting requests.
  package var backlog: Double { max(0, during - capacity) * (duration - fill) }

  /// Seconds after the burst until nobody waits; infinite when the fleet carries no more than the load without bursts.
  package var drain: Double { backlog == 0 ? 0 : capacity > before ? backlog / (capacity - before) : .infinity }

  /// Requests of one burst that wait longer than `limit` seconds; infinite when the queue is never gone.
  package func late(limit: Double) -> Double {
    guard isDrained else { return .infinity }
    let longest = backlog / capacity
    guard longest > max(0, limit) else { return 0 }
    return (1 - max(0, limit) / longest) * (during * (duration - fill) + before * drain)
  }

  /// Those over all requests.
  ///
  /// - Parameter mean: requests per second over all time outside of bursts, such as the month's.
  package func lateRatio(limit: Double, mean: Double) -> Double {
    guard isDrained else { return 1 }
    let requests = mean * every + (during - before) * duration
    return requests > 0 ? min(1, late(limit: limit) / requests) : 0
  }
}
