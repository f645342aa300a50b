/// The M/M/c queue, exactly: Poisson arrivals, exponential service, c servers, one queue, FIFO.
///
/// With θ = cμ − λ and Erlang's C: P(W > t) = C·e^(−θt), E[W] = C/θ, and the response T = W + S
/// has P(T > t) = e^(−μt) + C·μt·e^(−min(μ,θ)t)·(1 − e^(−x))/x, x = |μ−θ|t, a form without
/// cancellation or overflow, also at θ = μ. At or above full load every time is infinite.
package struct MMcQueue: Sendable, Hashable {
  /// Arrivals per second.
  package let arrivalPerSecond: Double
  /// Mean service time in seconds.
  package let serviceSeconds: Double
  /// Number of servers; any positive real number.
  package let servers: Double
  /// Load per server, λE[S]/c.
  package let utilization: Double
  /// P(W > 0), Erlang C; 1 at or above full load.
  package let waitProbability: Double
  /// θ = cμ − λ, the rate at which the wait's tail falls; 0 at or above full load.
  package let drainPerSecond: Double

  /// - Complexity: that of ``Erlang/c(load:servers:)``.
  package init(arrivalPerSecond: Double, serviceSeconds: Double, servers: Double) {
    self.init(
      arrivalPerSecond: arrivalPerSecond, serviceSeconds: serviceSeconds, servers: servers,
      waitProbability: Erlang.c(load: arrivalPerSecond * serviceSeconds, servers: servers))
  }

  /// The same with a wait probability that the caller has at hand.
  package init(arrivalPerSecond: Double, serviceSeconds: Double, servers: Double, waitProbability: Double) {
    self.arrivalPerSecond = arrivalPerSecond
    self.serviceSeconds = serviceSeconds
    self.servers = servers
    let load = arrivalPerSecond * serviceSeconds
    utilization = load / servers
    self.waitProbability = waitProbability
    drainPerSecond = load < servers ? (servers - load) / serviceSeconds : 0
  }

  /// Whether a steady state exists.
  package var isStable: Bool { drainPerSecond > 0 }

  /// Mean wait in seconds, infinite without a steady state.
  package var meanWait: Double { isStable ? waitProbability / drainPerSecond : .infinity }

  /// Mean response (wait and service) in seconds.
  package var meanResponse: Double { meanWait + serviceSeconds }

  /// P(W > t), t in seconds.
  package func waitTail(_ t: Double) -> Double {
    if t < 0 { return 1 }
    return isStable ? waitProbability * Elementary.exp(-drainPerSecond * t) : 1
  }

  /// The t with P(W ≤ t) = `p`; 0 where that many do not wait at all.
  package func waitPercentile(_ p: Double) -> Double {
    guard p < 1, isStable else { return .infinity }
    return max(0, Elementary.log(waitProbability / (1 - p)) / drainPerSecond)
  }

  /// P(T > t), t in seconds.
  package func responseTail(_ t: Double) -> Double {
    if t <= 0 { return 1 }
    guard isStable else { return 1 }
    let mu = 1 / serviceSeconds
    let x = abs(mu - drainPerSecond) * t
    let shape = x > 1e-5 ? -Elementary.expm1(-x) / x : 1 - 0.5 * x
    return Elementary.exp(-mu * t)
      + waitProbability * mu * t * Elementary.exp(-min(mu, drainPerSecond) * t) * shape
  }

  /// The t with P(T ≤ t) = `p`: Newton's steps on ln P(T > t), from a lower bound.
  ///
  /// Relative error about 1e-14. `p` ≤ 0 gives 0, `p` ≥ 1 infinity.
  ///
  /// - Complexity: O(1), about 5 steps.
  package func responsePercentile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1, isStable else { return .infinity }
    let mu = 1 / serviceSeconds
    let theta = drainPerSecond
    let logQ = Elementary.log1p(-p)
    var t = max(-logQ / mu, (Elementary.log(waitProbability) - logQ) / theta)
    for _ in 0..<30 {
      let tail = responseTail(t)
      // density of T = μ(P(T > t) − P(W > t))
      let density = mu * (tail - waitTail(t))
      guard density > 0 else { break }
      let next = t + tail * (Elementary.log(tail) - logQ) / density
      if !(next > 0) || abs(next - t) <= 2e-16 * t { break }
      t = next
    }
    return t
  }
}
