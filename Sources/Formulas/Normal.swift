/// The standard normal distribution.
package enum Normal {
  /// P(Z ≤ x). Accurate relative to itself in both tails.
  ///
  /// - Complexity: O(1), one `erfc`.
  package static func cdf(_ x: Double) -> Double { 0.5 * Elementary.erfc(-x * 0.7071067811865476) }

  /// P(Z > x). Accurate relative to itself in both tails.
  package static func tail(_ x: Double) -> Double { 0.5 * Elementary.erfc(x * 0.7071067811865476) }

  /// Density at `x`.
  package static func density(_ x: Double) -> Double {
    0.3989422804014327 * Elementary.exp(-0.5 * x * x)
  }

  /// Mills ratio P(Z > x)/density(x): finite for every x ≥ −37.
  ///
  /// Direct below 4, Laplace's continued fraction x+1/(x+2/(x+3/…)) above, where the direct form
  /// would meet 0/0. Relative error 1e-15.
  package static func mills(_ x: Double) -> Double {
    if x < 4 { return 1.2533141373155003 * Elementary.exp(0.5 * x * x) * Elementary.erfc(x * 0.7071067811865476) }
    var fraction = x
    var k = 80.0
    while k >= 1 {
      fraction = x + k / fraction
      k -= 1
    }
    return 1 / fraction
  }

  /// The x with P(Z ≤ x) = `p`.
  ///
  /// Rational start (Acklam 2003, relative error 1e-9) and one Halley step on the smaller tail;
  /// error about 1e-15. `p` ≤ 0 gives −infinity, `p` ≥ 1 infinity.
  ///
  /// - Complexity: O(1).
  package static func quantile(_ p: Double) -> Double {
    guard p > 0 else { return p == p ? -.infinity : .nan }
    guard p < 1 else { return .infinity }
    if p > 0.5 { return -lowerQuantile(1 - p) }
    return lowerQuantile(p)
  }

  /// The x with P(Z > x) = `q`; precise for small `q`.
  package static func upperQuantile(_ q: Double) -> Double { -quantile(q) }

  private static func lowerQuantile(_ p: Double) -> Double {
    let x: Double
    if p < 0.02425 {
      let q = (-2 * Elementary.log(p)).squareRoot()
      let top =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
          - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783
      let bottom =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
          + 3.754408661907416) * q + 1
      x = top / bottom
    } else {
      let q = p - 0.5
      let r = q * q
      let top =
        (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
          + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q
      let bottom =
        ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
          + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
      x = top / bottom
    }
    let step = (cdf(x) - p) / density(x)
    return x - step / (1 + 0.5 * x * step)
  }
}
