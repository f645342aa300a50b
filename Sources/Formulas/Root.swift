/// One-dimensional root finding on monotone functions.
package enum Root {
  /// The x ≥ `start` where a decreasing `f` crosses 0: doubling from `scale`, then the
  /// Illinois method of false position with bisection. Infinite if no sign change is found.
  ///
  /// - Complexity: about 10-20 evaluations; relative accuracy 1e-14.
  package static func decreasing(from start: Double, scale: Double, _ f: (Double) -> Double) -> Double {
    var low = start
    var fLow = f(low)
    if !(fLow > 0) { return start }
    var step = scale
    var high = start + step
    var fHigh = f(high)
    var rounds = 0
    while fHigh > 0 {
      low = high
      fLow = fHigh
      step *= 2
      high += step
      fHigh = f(high)
      rounds += 1
      if rounds > 200 || !high.isFinite { return .infinity }
    }
    return between(low, high, fLow, fHigh, f)
  }

  /// The crossing of `f` between `low` (f > 0) and `high` (f ≤ 0).
  package static func between(
    _ low: Double, _ high: Double, _ fLow: Double, _ fHigh: Double, _ f: (Double) -> Double
  ) -> Double {
    var (a, b, fa, fb) = (low, high, fLow, fHigh)
    var side = 0
    for round in 0..<200 {
      if fb == 0 { return b }
      if b - a <= 1e-15 * max(abs(a), abs(b)) { break }
      var x = (a * fb - b * fa) / (fb - fa)
      if round % 4 == 3 || !(x > a && x < b) { x = 0.5 * (a + b) }
      if !(x > a && x < b) { break }
      let fx = f(x)
      if fx > 0 {
        a = x
        fa = fx
        if side == 1 { fb *= 0.5 }
        side = 1
      } else {
        b = x
        fb = fx
        if side == -1 { fa *= 0.5 }
        side = -1
      }
    }
    return 0.5 * (a + b)
  }
}
