/// The first three cumulants of a time: mean, variance and third central moment. Cumulants of
/// independent times add, so a path of n hops is 3n additions.
package struct Cumulants: Sendable, Hashable {
  /// Mean, seconds.
  package var mean: Double
  /// Variance, seconds².
  package var variance: Double
  /// Third central moment, seconds³.
  package var third: Double

  @inlinable package init(mean: Double, variance: Double = 0, third: Double = 0) {
    self.mean = mean
    self.variance = variance
    self.third = third
  }

  /// The sum of independent times.
  @inlinable package static func + (a: Cumulants, b: Cumulants) -> Cumulants {
    Cumulants(mean: a.mean + b.mean, variance: a.variance + b.variance, third: a.third + b.third)
  }

  /// From raw moments E[X], E[X²], E[X³].
  @inlinable package init(moments m1: Double, _ m2: Double, _ m3: Double) {
    self.init(mean: m1, variance: max(0, m2 - m1 * m1), third: m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1)
  }

  /// This with probability `p`, the other otherwise.
  package func mixed(_ p: Double, _ other: Cumulants) -> Cumulants {
    let (a, b) = (raw, other.raw)
    return Cumulants(
      moments: p * a.0 + (1 - p) * b.0, p * a.1 + (1 - p) * b.1, p * a.2 + (1 - p) * b.2)
  }

  /// E[X], E[X²], E[X³].
  package var raw: (Double, Double, Double) {
    let second = variance + mean * mean
    return (mean, second, third + 3 * mean * second - 2 * mean * mean * mean)
  }
}

extension ServiceDistribution {
  /// Mean, variance and third central moment; an infinite third moment is capped at 1000 times
  /// that of the lognormal law.
  package var cumulants: Cumulants {
    let w = 1 + scv
    let third = min(thirdMomentRatio, 1e3 * w * w * w)
    return Cumulants(moments: mean, w * mean * mean, third * mean * mean * mean)
  }
}
