/// A server that takes everything that waits, up to a limit, as one batch: service a + b·m seconds for m items.
///
/// Poisson arrivals. The number present when a batch ends is a Markov chain, because arrivals during a batch of
/// m are Poisson with mean λ(a + b·m); its stationary law is found by iteration. Exact mean latency (Little);
/// quantiles exact where one batch clears the queue, otherwise the size of the own batch behind full ones is
/// taken at its mean, about 1 % of the quantile.
package struct BatchServer: Sendable {
  /// Seconds of a batch whatever its size, and of each item.
  package let base: Double
  package let perItem: Double
  /// Largest batch.
  package let limit: Int

  /// Creates a server; times ≥ 0 with a positive sum, `limit` ≥ 1.
  package init(base: Double, perItem: Double, limit: Int) {
    self.base = base
    self.perItem = perItem
    self.limit = max(1, limit)
  }

  /// Seconds of a batch of that many items.
  package func seconds(_ items: Int) -> Double { base + perItem * Double(items) }

  /// Most items a second: M/(a + b·M).
  package var saturation: Double { Double(limit) / seconds(limit) }

  /// The steady state under `rate` items a second; `nil` at or above saturation.
  ///
  /// - Complexity: O(states · width) an iteration, some dozens of iterations; states about the largest batch.
  package func state(rate: Double) -> BatchState? {
    guard rate > 0, rate < saturation * (1 - 1e-9) else { return nil }
    let present = stationary(rate: rate)
    return BatchState(server: self, rate: rate, present: present)
  }

  private func stationary(rate: Double) -> [Double] {
    // Where the queue settles: an uncapped server holds λa/(1 − λb) on average.
    let load = rate / saturation
    let fluid = min(Double(limit), rate * base / max(1e-9, 1 - rate * perItem)) + 1
    let beyond = load > 0.5 ? 20 * (1 + rate * seconds(limit)).squareRoot() / max(0.02, 1 - load) : 0
    let states = Int(min(60_000, fluid + 20 * fluid.squareRoot() + 40 + (fluid >= Double(limit) * 0.3 ? beyond : 0)))
    let kernels = (1...max(1, min(limit, states))).map { Poisson(rate * seconds($0)) }
    var law = [Double](repeating: 0, count: states + 1)
    law[Int(min(Double(states), fluid))] = 1
    var next = law
    for _ in 0..<20_000 {
      for index in next.indices { next[index] = 0 }
      for (count, mass) in law.enumerated() where mass > 1e-18 {
        // From an empty system the next batch is the first arrival alone.
        let size = min(max(count, 1), limit)
        let kernel = kernels[min(size, kernels.count) - 1]
        let rest = max(0, count - limit)
        for (offset, share) in kernel.shares.enumerated() {
          next[min(states, rest + kernel.first + offset)] += mass * share
        }
      }
      var change = 0.0
      for index in law.indices { change += abs(next[index] - law[index]) }
      swap(&law, &next)
      if change < 1e-12 { break }
    }
    return law
  }
}

/// The masses of a Poisson law that matter: all but 1e-14.
struct Poisson {
  let first: Int
  let shares: [Double]

  init(_ mean: Double) {
    let spread = 8.5 * mean.squareRoot() + 12
    first = max(0, Int(mean - spread))
    let last = Int(mean + spread)
    let mode = Int(mean)
    var masses = [Double](repeating: 0, count: last - first + 1)
    masses[mode - first] = 1
    var value = 1.0
    var count = mode
    while count > first {
      value *= Double(count) / mean
      count -= 1
      masses[count - first] = value
    }
    value = 1
    count = mode
    while count < last {
      count += 1
      value *= mean / Double(count)
      masses[count - first] = value
    }
    let total = masses.reduce(0, +)
    shares = masses.map { $0 / total }
  }
}
