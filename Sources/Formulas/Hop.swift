/// One part of a request's way.
package indirect enum Hop: Sendable {
  /// A fixed time, seconds.
  case constant(Double)
  /// A random time.
  case time(ServiceDistribution)
  /// Wait and service of a queue already solved.
  case queue(QueueResult)
  /// With this probability the first way, else the second: a cache, an optional call.
  case either(Double, [Hop], [Hop])
  /// All ways at once; the slowest counts.
  case slowest([[Hop]])

  /// A lognormal time of that mean (seconds) and squared variation.
  package static func lognormal(mean: Double, scv: Double) -> Hop {
    scv > 0 && mean > 0
      ? .time(ServiceDistribution(law: .lognormal, mean: mean, scv: scv)) : .constant(max(0, mean))
  }

  /// Wait and service of a queue.
  package static func queue(_ inputs: QueueInputs) -> Hop { .queue(QueueSystem.solve(inputs)) }

  /// Whether it ever ends: false with a queue at or above full load.
  package var isStable: Bool {
    switch self {
    case .constant(let t): t.isFinite && t >= 0
    case .time(let time): time.mean.isFinite
    case .queue(let queue): queue.isStable
    case .either(let p, let a, let b): p >= 0 && p <= 1 && (a + b).allSatisfy(\.isStable)
    case .slowest(let ways): ways.joined().allSatisfy(\.isStable)
    }
  }

  /// A time that is exceeded with probability about `q` at most: percentiles of sums are bounded
  /// by the sums of percentiles well enough to choose a grid.
  func reach(_ q: Double) -> Double {
    switch self {
    case .constant(let t): t
    case .time(let time): time.percentile(1 - q)
    case .queue(let queue): queue.responsePercentile(1 - q)
    case .either(_, let a, let b): max(Hop.reach(a, q), Hop.reach(b, q))
    case .slowest(let ways): ways.map { Hop.reach($0, q) }.max() ?? 0
    }
  }

  static func reach(_ hops: [Hop], _ q: Double) -> Double { hops.reduce(0) { $0 + $1.reach(q) } }
}
