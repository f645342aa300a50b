/// Calls that are repeated after a failure or a timeout.
package enum Retries {
  /// Calls per request with failure probability `p` and at most `attempts` attempts:
  /// (1 − pⁿ)/(1 − p).
  package static func load(failure p: Double, attempts n: Double) -> Double {
    if p >= 1 { return n }
    if p <= 0 { return 1 }
    return -Elementary.expm1(n * Elementary.log(p)) / (1 - p)
  }

  /// Probability that one of `attempts` independent attempts succeeds, 1 − pⁿ. An outage that hits all
  /// attempts gains nothing.
  package static func success(failure p: Double, attempts n: Double) -> Double {
    p <= 0 ? 1 : p >= 1 ? 0 : -Elementary.expm1(n * Elementary.log(p))
  }
}

/// An M/M/c queue whose clients give up after a timeout and try again, while the abandoned work is
/// still done.
///
/// λₑ = λ(1 − fⁿ⁺¹)/(1 − f), f = P(T > τ; λₑ), iterated from λ: it reaches the lower fixed point or
/// grows beyond the capacity, a retry storm.
package struct RetryQueue: Sendable {
  /// The queue at the fixed point; unstable when there is none.
  package let queue: MMcQueue
  /// Timeout of the client, seconds.
  package let timeout: Double
  /// Retries after the first attempt.
  package let retries: Int
  /// Calls per second that reach the servers; infinite without a fixed point.
  package let arrivalPerSecond: Double
  /// Share of attempts that time out.
  package let failure: Double
  /// Whether an overloaded state exists too, in which retries keep the queue full: λ(n+1) ≥ cμ.
  package let isMetastable: Bool

  /// - Parameters:
  ///   - arrivalPerSecond: requests per second.
  ///   - serviceSeconds: mean service time.
  ///   - servers: number of servers.
  ///   - timeout: seconds.
  ///   - retries: after the first attempt, ≥ 0.
  /// - Complexity: up to 20 000 Erlang C near the edge, usually 20.
  package init(arrivalPerSecond rate: Double, serviceSeconds: Double, servers: Double, timeout: Double, retries: Int) {
    let n = Double(max(0, min(retries, 1_000_000)))
    let capacity = servers / serviceSeconds
    isMetastable = rate * (n + 1) >= capacity
    self.timeout = timeout
    self.retries = Int(n)
    var effective = rate
    for _ in 0..<20_000 where effective < capacity {
      let f = MMcQueue(arrivalPerSecond: effective, serviceSeconds: serviceSeconds, servers: servers)
        .responseTail(timeout)
      let next = rate * Retries.load(failure: f, attempts: n + 1)
      let done = abs(next - effective) <= 1e-15 * effective
      effective = next
      if done { break }
    }
    queue = MMcQueue(arrivalPerSecond: effective, serviceSeconds: serviceSeconds, servers: servers)
    arrivalPerSecond = effective < capacity ? effective : .infinity
    failure = effective < capacity ? queue.responseTail(timeout) : 1
  }

  /// Whether a steady state is reached from an idle start.
  package var isStable: Bool { arrivalPerSecond.isFinite }

  /// Share of requests answered within one of the attempts.
  package var success: Double { Retries.success(failure: failure, attempts: Double(retries + 1)) }

  /// P(client's latency > t): fᵏ·P(T > t − kτ), attempt k running at t.
  package func tail(_ t: Double) -> Double {
    guard isStable, timeout > 0 else { return isStable ? queue.responseTail(t) : 1 }
    let k = min(Double(retries), (t / timeout).rounded(.down))
    return Elementary.pow(failure, k) * queue.responseTail(t - k * timeout)
  }

  /// The t with P(latency ≤ t) = `p`.
  package func percentile(_ p: Double) -> Double {
    guard isStable, p < 1 else { return .infinity }
    return Root.decreasing(from: 0, scale: queue.serviceSeconds) { tail($0) - (1 - p) }
  }
}

/// An M/M/c queue whose clients send a second copy after a delay and take the first answer; the
/// other copy is not cancelled.
package struct HedgedQueue: Sendable {
  /// The queue at the fixed point λₑ = λ(1 + P(T > d; λₑ)).
  package let queue: MMcQueue
  /// Delay before the second copy, seconds.
  package let delay: Double
  /// Calls per second that reach the servers; infinite without a fixed point.
  package let arrivalPerSecond: Double

  /// - Parameters:
  ///   - arrivalPerSecond: requests per second.
  ///   - serviceSeconds: mean service time.
  ///   - servers: number of servers.
  ///   - delay: seconds; at or above p95 of the response is a good rule.
  package init(arrivalPerSecond rate: Double, serviceSeconds: Double, servers: Double, delay: Double) {
    self.delay = delay
    let capacity = servers / serviceSeconds
    var effective = rate
    for _ in 0..<20_000 where effective < capacity {
      let copies = MMcQueue(arrivalPerSecond: effective, serviceSeconds: serviceSeconds, servers: servers)
        .responseTail(delay)
      let next = rate * (1 + copies)
      let done = abs(next - effective) <= 1e-15 * effective
      effective = next
      if done { break }
    }
    queue = MMcQueue(arrivalPerSecond: effective, serviceSeconds: serviceSeconds, servers: servers)
    arrivalPerSecond = effective < capacity ? effective : .infinity
  }

  /// Whether a steady state is reached from an idle start.
  package var isStable: Bool { arrivalPerSecond.isFinite }

  /// P(latency > t) = P(T > t)·P(T > t − d), copies taken as independent.
  package func tail(_ t: Double) -> Double {
    guard isStable else { return 1 }
    return queue.responseTail(t) * (t > delay ? queue.responseTail(t - delay) : 1)
  }

  /// The t with P(latency ≤ t) = `p`.
  package func percentile(_ p: Double) -> Double {
    guard isStable, p < 1 else { return .infinity }
    return Root.decreasing(from: 0, scale: queue.serviceSeconds) { tail($0) - (1 - p) }
  }
}
