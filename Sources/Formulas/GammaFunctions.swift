/// Gamma function and incomplete gamma function of real arguments.
package enum GammaFunctions {
  /// ln Γ(x) for x > 0, by Stirling's series after shifting x above 10. Absolute error 1e-14·(1+|value|).
  ///
  /// - Complexity: O(1).
  package static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    guard x.isFinite else { return x }
    var shifted = x
    var product = 1.0
    while shifted < 12 {
      product *= shifted
      shifted += 1
    }
    return (shifted - 0.5) * Elementary.log(shifted) - shifted + 0.9189385332046727 + stirlingTail(shifted)
      - Elementary.log(product)
  }

  /// The Stirling series 1/(12x) − 1/(360x³) + …, x ≥ 10.
  static func stirlingTail(_ x: Double) -> Double {
    let u = 1 / x
    let v = u * u
    let tail = -0.0005952380952380953 + v * (0.0008417508417508417 - v * 0.0019175269175269176)
    let inner = 0.0007936507936507937 + v * tail
    return u * (0.08333333333333333 - v * (0.002777777777777778 - v * inner))
  }

  /// Regularised upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a), a > 0, x ≥ 0.
  ///
  /// Power series below a + 1, Lentz's continued fraction above. Relative error about 1e-13 for
  /// a < 1000. Outside the domain NaN.
  ///
  /// - Complexity: O(√a) near x = a, else O(1).
  package static func upper(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    let front = Elementary.exp(a * Elementary.log(x) - x - logGamma(a))
    if x < a + 1 { return max(0, 1 - front * lowerSeries(a, x)) }
    return front * upperFraction(a, x)
  }

  /// Regularised lower incomplete gamma function P(a, x) = 1 − Q(a, x), accurate where it is small.
  package static func lower(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    let front = Elementary.exp(a * Elementary.log(x) - x - logGamma(a))
    if x < a + 1 { return front * lowerSeries(a, x) }
    return max(0, 1 - front * upperFraction(a, x))
  }

  /// The x with P(a, x) = `p`: Wilson-Hilferty start, then Newton steps held inside a bracket.
  ///
  /// - Complexity: O(√a) times at most 60 steps, usually 5.
  package static func quantile(_ a: Double, _ p: Double) -> Double {
    guard a > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let z = Normal.quantile(p)
    let w = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    var x = a * w * w * w
    if !(x > 0) { x = Elementary.exp((Elementary.log(p) + logGamma(a + 1)) / a) }
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<100 {
      let error = p > 0.5 ? (1 - p) - upper(a, x) : lower(a, x) - p
      if error > 0 { high = x } else { low = x }
      let density = Elementary.exp((a - 1) * Elementary.log(x) - x - logGamma(a))
      var next = x - error / density
      if !(next > low) || !(next < high) {
        next = high.isFinite ? 0.5 * (low + high) : 2 * x
      }
      if abs(next - x) <= 1e-15 * x { return next }
      x = next
    }
    return x
  }

  /// Σ x^k Γ(a)/Γ(a+1+k), so that P(a, x) = x^a e^−x/Γ(a) times it.
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var k = a
    for _ in 0..<100_000 {
      k += 1
      term *= x / k
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// Legendre's continued fraction, so that Γ(a, x) = x^a e^−x times it.
  static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (abs(b) < tiny ? tiny : b)
    var h = d
    var i = 1.0
    while i < 100_000 {
      let an = -i * (i - a)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
      i += 1
    }
    return h
  }
}
