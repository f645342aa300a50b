/// The uniform asymptotic expansion of 1/B for many servers: constant time at any size.
///
/// 1/B(c, a) = 1 + Γ*(c)·√c·Φ(α)/φ(α) + Σ Gₖ(η) c⁻ᵏ with h = a/c − 1 − ln(a/c), η = ∓√(2h),
/// α = −η√c and Stirling's Γ*(c) = 1 + 1/(12c) + …; the Gₖ follow from the expansion of the
/// incomplete gamma function by Temme (1979). Any real c ≥ 64; relative error below 5e-13.
enum ErlangExpansion {
  /// 1/B − 1 for `servers` ≥ 64 and `load`/`servers` ≤ 1.5.
  ///
  /// - Complexity: O(1): one exponential, one erfc, one square root.
  static func inverseLossMinusOne(load a: Double, servers c: Double) -> Double {
    let d = (c - a) / c
    let h = entropy(d)
    let root = (2 * h).squareRoot()
    let eta = d >= 0 ? -root : root
    let exponent = c * h
    let alpha = (2 * exponent).squareRoot()
    let ratio: Double
    if d >= 0 {
      ratio = 1.2533141373155003 * Elementary.exp(exponent) * Elementary.erfc(-0.7071067811865476 * alpha)
    } else {
      ratio = Normal.mills(alpha)
    }
    return stirling(c) * c.squareRoot() * ratio + correction(eta, 1 / c)
  }

  /// −d − ln(1 − d) ≥ 0, by series near 0.
  static func entropy(_ d: Double) -> Double {
    if abs(d) > 0.1 { return -d - Elementary.log1p(-d) }
    var power = d * d
    var sum = 0.0
    var k = 2.0
    while k < 20 {
      sum += power / k
      power *= d
      k += 1
    }
    return sum
  }

  /// Γ(c)/(√(2π/c)(c/e)^c).
  private static func stirling(_ c: Double) -> Double { Elementary.exp(GammaFunctions.stirlingTail(c)) }

  private static func correction(_ eta: Double, _ u: Double) -> Double {
    var total = 0.0
    for row in coefficients.reversed() {
      var sum = 0.0
      for value in row.reversed() { sum = sum * eta + value }
      total = total * u + sum
    }
    return total
  }

  /// Gₖ as power series in η, k = 0…5; computed exactly in rationals from Temme's recursion.
  private static let coefficients: [[Double]] = [
    [
      -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
      0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-05, -2.185448510679992e-06,
      -1.85406221071516e-06, 8.296711340953087e-07, -1.7665952736826078e-07, 6.707853543401498e-09,
      1.0261809784240309e-08, -4.382036018453353e-09, 9.14769958223679e-10, -2.5514193994946248e-11,
      -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13,
      3.371763262400985e-13, -1.392388722418162e-13,
    ],
    [
      -0.02962962962962963, 0.003472222222222222, 0.0014109347442680777, -0.000893775720164609,
      0.00023515579071134627, -1.5298139574759944e-05, -1.483249768572128e-05, 7.467040206857778e-06,
      -1.766595273682608e-06, 7.378638897741648e-08, 1.231417174108837e-07, -5.696646823989359e-08,
      1.2806779415131507e-08, -3.8271290992419376e-10, -9.32923541208068e-10, 4.141531163513461e-10,
    ],
    [
      0.0028218694885361554, -0.0026813271604938273, 0.0009406231628453851, -7.649069787379973e-05,
      -8.899498611432768e-05, 5.226928144800444e-05, -1.4132762189460864e-05, 6.640775007967483e-07,
      1.231417174108837e-06, -6.266311506388295e-07, 1.536813529815781e-07, -4.975267829014519e-09,
    ],
    [
      0.0018812463256907702, -0.00022947209362139917, -0.0003559799444573107, 0.0002613464072400222,
      -8.479657313676519e-05, 4.6485425055772385e-06, 9.851337392870696e-06, -5.639680355749465e-06,
      1.5368135298157807e-06,
    ],
    [
      -0.0007119598889146215, 0.0007840392217200666, -0.00033918629254706074, 2.3242712527886193e-05,
      5.9108024357224175e-05, -3.947776249024626e-05,
    ],
    [
      -0.0006783725850941215, 6.972813758365857e-05, 0.0002364320974288967, -0.0001973888124512313,
    ],
  ]
}
