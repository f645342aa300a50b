import Formulas

/// Draws times of one law, its constants worked out once.
struct Sampler: Sendable {
  private let law: ServiceLaw
  private let mean: Double
  private let first: Double
  private let second: Double
  private let distribution: ServiceDistribution

  init(_ time: ServiceDistribution) {
    law = time.law
    mean = time.mean
    distribution = time
    switch time.law {
    case .exponential, .deterministic, .pareto: (first, second) = (0, 0)
    case .erlang, .gamma: (first, second) = (time.scv, 0)
    case .lognormal:
      let variance = Elementary.log1p(time.scv)
      (first, second) = (time.mean * Elementary.exp(-variance / 2), variance.squareRoot())
    case .hyperexponential:
      let p = 0.5 * (1 + ((time.scv - 1) / (time.scv + 1)).squareRoot())
      (first, second) = (p, time.mean / 2)
    }
  }

  /// A time, seconds.
  @inline(__always) func draw(_ random: inout RandomSource) -> Double {
    switch law {
    case .deterministic: return mean
    case .exponential: return mean * random.exponential()
    case .erlang, .gamma: return mean * random.gamma(scv: first)
    case .lognormal: return first * Elementary.exp(second * random.normal())
    case .hyperexponential:
      let share = random.uniform() < first ? first : 1 - first
      return second / share * random.exponential()
    case .pareto: return distribution.percentile(random.uniform())
    }
  }
}
