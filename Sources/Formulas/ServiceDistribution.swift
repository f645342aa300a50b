/// A positive random time of a given law, mean and squared variation (variance / mean²).
///
/// Parameters are fitted by moments. Hyperexponential has two branches with balanced means;
/// Pareto is Lomax's, shifted to start at 0, with shape 2v/(v−1). A law that cannot have the
/// squared variation asked for (``ServiceLaw/admits(scv:)``) is replaced by the assumed one.
package struct ServiceDistribution: Sendable, Hashable {
  /// The law in use.
  package let law: ServiceLaw
  /// Mean in seconds.
  package let mean: Double
  /// Variance / mean².
  package let scv: Double
  private let first: Double
  private let second: Double

  /// - Parameters:
  ///   - law: nil for the assumed law of that squared variation.
  ///   - mean: seconds, > 0.
  ///   - scv: squared variation, ≥ 0.
  package init(law: ServiceLaw? = nil, mean: Double, scv: Double) {
    var chosen = law ?? .assumed(scv: scv)
    if !chosen.admits(scv: scv) { chosen = .assumed(scv: scv) }
    if chosen == .hyperexponential && scv == 1 { chosen = .exponential }
    self.law = chosen
    self.mean = mean
    self.scv = max(0, scv)
    switch chosen {
    case .exponential, .deterministic:
      (first, second) = (0, 0)
    case .erlang, .gamma:
      (first, second) = (1 / scv, mean * scv)  // shape, scale
    case .lognormal:
      let variance = Elementary.log1p(scv)
      (first, second) = (Elementary.log(mean) - variance / 2, variance.squareRoot())
    case .hyperexponential:
      let p = 0.5 * (1 + ((scv - 1) / (scv + 1)).squareRoot())
      (first, second) = (p, 1 - p)
    case .pareto:
      let shape = 2 * scv / (scv - 1)
      (first, second) = (shape, mean * (shape - 1))
    }
  }

  /// P(S > t), t in seconds.
  package func tail(_ t: Double) -> Double {
    if t < 0 { return 1 }
    switch law {
    case .exponential: return Elementary.exp(-t / mean)
    case .deterministic: return t < mean ? 1 : 0
    case .erlang, .gamma: return GammaFunctions.upper(first, t / second)
    case .lognormal: return t == 0 ? 1 : Normal.tail((Elementary.log(t) - first) / second)
    case .hyperexponential:
      return first * Elementary.exp(-2 * first * t / mean) + second * Elementary.exp(-2 * second * t / mean)
    case .pareto: return Elementary.exp(-first * Elementary.log1p(t / second))
    }
  }

  /// P(residual service > t) = ∫ₜ^∞ P(S > u) du / E[S], the equilibrium law.
  package func residualTail(_ t: Double) -> Double {
    if t <= 0 { return 1 }
    switch law {
    case .exponential: return Elementary.exp(-t / mean)
    case .deterministic: return max(0, 1 - t / mean)
    case .erlang, .gamma:
      let x = t / second
      return max(0, GammaFunctions.upper(first + 1, x) - x / first * GammaFunctions.upper(first, x))
    case .lognormal:
      let z = (Elementary.log(t) - first) / second
      return max(0, Normal.tail(z - second) - t / mean * Normal.tail(z))
    case .hyperexponential:
      return 0.5 * Elementary.exp(-2 * first * t / mean) + 0.5 * Elementary.exp(-2 * second * t / mean)
    case .pareto: return Elementary.exp(-(first - 1) * Elementary.log1p(t / second))
    }
  }

  /// E[S³]/E[S]³; infinite for a Pareto with shape ≤ 3.
  package var thirdMomentRatio: Double {
    switch law {
    case .exponential: return 6
    case .deterministic: return 1
    case .erlang, .gamma: return (1 + scv) * (1 + 2 * scv)
    case .lognormal:
      let w = 1 + scv
      return w * w * w
    case .hyperexponential:
      return 6 * (first / cube(2 * first) + second / cube(2 * second))
    case .pareto:
      if first <= 3 { return .infinity }
      let m = first - 1
      return 6 * m * m / ((first - 2) * (first - 3))
    }
  }

  /// The t with P(S ≤ t) = `p`, seconds.
  ///
  /// - Complexity: O(1) except the gamma and hyperexponential laws, which iterate.
  package func percentile(_ p: Double) -> Double {
    guard p > 0 else { return law == .deterministic ? mean : 0 }
    guard p < 1 else { return law == .deterministic ? mean : .infinity }
    switch law {
    case .exponential: return -mean * Elementary.log1p(-p)
    case .deterministic: return mean
    case .erlang, .gamma: return second * GammaFunctions.quantile(first, p)
    case .lognormal: return Elementary.exp(first + second * Normal.quantile(p))
    case .hyperexponential:
      return Root.decreasing(from: 0, scale: mean) { tail($0) - (1 - p) }
    case .pareto: return second * Elementary.expm1(-Elementary.log1p(-p) / first)
    }
  }

  private func cube(_ x: Double) -> Double { x * x * x }
}
