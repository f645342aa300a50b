/// The steady state of one queue: means, probabilities and percentiles, seconds throughout.
package struct QueueResult: Sendable {
  /// Load per server; at or above 1 there is no steady state and times are infinite.
  package let utilization: Double
  /// P(W > 0), the share of requests that wait.
  package let waitProbability: Double
  /// Mean wait.
  package let meanWait: Double
  /// Mean wait plus mean service.
  package let meanResponse: Double
  /// Formula used, for the reader.
  package let method: String
  /// What error to expect of the percentiles, for the reader.
  package let errorBand: String
  /// The law of the service time that the percentiles assume.
  package let law: ServiceLaw
  let shape: Shape

  /// How the distributions are held.
  enum Shape: Sendable {
    case unstable
    case exponential(MMcQueue)
    case deterministic(MDcQueue)
    case tabulated(wait: TabulatedTail, response: TabulatedTail)
  }

  /// Whether a steady state exists.
  package var isStable: Bool {
    if case .unstable = shape { return false }
    return true
  }

  /// P(W > t).
  package func waitTail(_ t: Double) -> Double {
    switch shape {
    case .unstable: 1
    case .exponential(let queue): queue.waitTail(t)
    case .deterministic(let queue): queue.waitTail(t)
    case .tabulated(let wait, _): wait.tail(t)
    }
  }

  /// The t with P(W ≤ t) = `p`, 0 where fewer than 1 − `p` wait.
  package func waitPercentile(_ p: Double) -> Double {
    switch shape {
    case .unstable: .infinity
    case .exponential(let queue): queue.waitPercentile(p)
    case .deterministic(let queue): queue.waitPercentile(p)
    case .tabulated(let wait, _): wait.percentile(p)
    }
  }

  /// P(response > t).
  package func responseTail(_ t: Double) -> Double {
    switch shape {
    case .unstable: 1
    case .exponential(let queue): queue.responseTail(t)
    case .deterministic(let queue): t < queue.serviceSeconds ? 1 : queue.waitTail(t - queue.serviceSeconds)
    case .tabulated(_, let response): response.tail(t)
    }
  }

  /// The t with P(response ≤ t) = `p`.
  package func responsePercentile(_ p: Double) -> Double {
    switch shape {
    case .unstable: .infinity
    case .exponential(let queue): queue.responsePercentile(p)
    case .deterministic(let queue): queue.serviceSeconds + queue.waitPercentile(p)
    case .tabulated(_, let response): response.percentile(p)
    }
  }
}
