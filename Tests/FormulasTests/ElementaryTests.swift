import Testing

@testable import Formulas

@Suite struct ElementaryTests {
  /// Function, argument, value of 40 digits rounded once (mpmath 1.3).
  private static let rows: [(name: String, x: Double, value: Double)] = [
    ("exp", 1e-09, 1.000000001),
    ("exp", -0.3, 0.7408182206817179),
    ("exp", 1.0, 2.718281828459045),
    ("exp", -20.5, 1.2501528663867426e-09),
    ("exp", 345.678, 1.3367429901634594e+150),
    ("exp", -708.9, 1.3447506992632944e-308),
    ("exp", 709.7, 1.6549840276802644e+308),
    ("exp", -745.0, 5e-324),
    ("expm1", 1e-17, 1e-17),
    ("expm1", -3.3e-05, -3.2999455505989454e-05),
    ("expm1", 0.01, 0.010050167084168058),
    ("expm1", -0.69, -0.49842393093394444),
    ("expm1", 0.7, 1.0137527074704764),
    ("expm1", 5.5, 243.69193226422038),
    ("expm1", -36.6, -0.9999999999999999),
    ("expm1", 699.0, 3.7311512151407716e+303),
    ("log", 5e-324, -744.4400719213812),
    ("log", 1e-300, -690.7755278982137),
    ("log", 0.70710678, -0.3465735919580042),
    ("log", 0.99999, -1.0000050000287824e-05),
    ("log", 1.0000001, 9.999999505838704e-08),
    ("log", 1.41421356, 0.3465735886019411),
    ("log", 2.0, 0.6931471805599453),
    ("log", 3.5e+88, 203.88025115197138),
    ("log", 1.7e+308, 709.7268368932282),
    ("log1p", -0.999999, -13.815510557935518),
    ("log1p", -0.5, -0.6931471805599453),
    ("log1p", -0.001, -0.0010005003335835335),
    ("log1p", -1e-18, -1e-18),
    ("log1p", 2e-09, 1.9999999980000002e-09),
    ("log1p", 0.0039, 0.0038924147153438387),
    ("log1p", 0.004, 0.003992021269537453),
    ("log1p", 1.0, 0.6931471805599453),
    ("log1p", 7000000000000000.0, 36.484686543966),
    ("log1p", 1e+300, 690.7755278982137),
    ("log10", 1e-22, -22.0),
    ("log10", 1e-05, -5.0),
    ("log10", 0.3, -0.5228787452803376),
    ("log10", 1000.0, 3.0),
    ("log10", 2.5e+18, 18.397940008672037),
    ("log10", 1e+22, 22.0),
    ("erfc", -5.9, 2.0),
    ("erfc", -0.9, 1.7969082124228322),
    ("erfc", -0.1, 1.1124629160182848),
    ("erfc", 0.3, 0.6713732405408726),
    ("erfc", 0.7499, 0.2889086642754142),
    ("erfc", 0.7501, 0.28878007806152156),
    ("erfc", 1.5, 0.033894853524689274),
    ("erfc", 4.0, 1.541725790028002e-08),
    ("erfc", 11.5, 1.793309643576782e-59),
    ("erfc", 26.5, 2.2109076642637343e-307),
    ("sin", 1e-12, 1e-12),
    ("sin", 0.5, 0.479425538604203),
    ("sin", -1.5707963267948966, -1.0),
    ("sin", 3.141592653589793, 1.2246467991473532e-16),
    ("sin", 100.25, -0.2772828564548513),
    ("sin", -500000.0, -0.1778312015182589),
    ("cos", 1e-12, 1.0),
    ("cos", 0.5, 0.8775825618903728),
    ("cos", -1.5707963267948966, 6.123233995736766e-17),
    ("cos", 3.141592653589793, -1.0),
    ("cos", 100.25, 0.9607883312760612),
    ("cos", -500000.0, -0.9840610061203382),
    ("asin", -1.0, -1.5707963267948966),
    ("asin", -0.51, -0.5351847902755998),
    ("asin", 0.49, 0.5120897529341477),
    ("asin", 0.2, 0.2013579207903308),
    ("asin", 0.999999, 1.5693821131146521),
  ]

  private static func unitsApart(_ a: Double, _ b: Double) -> Double {
    a == b ? 0 : (a - b).magnitude / max(a.magnitude, b.magnitude).ulp
  }

  @Test("functions of one number agree with values of 40 digits")
  func values() throws {
    let functions: [String: (Double) -> Double] = [
      "exp": Elementary.exp, "expm1": Elementary.expm1, "log": Elementary.log, "log1p": Elementary.log1p,
      "log10": Elementary.log10, "erfc": Elementary.erfc, "sin": Elementary.sin, "cos": Elementary.cos,
      "asin": Elementary.asin,
    ]
    for row in Self.rows {
      let function = try #require(functions[row.name])
      let value = function(row.x)
      // Rounding a subnormal once more costs half a unit.
      let limit = ["exp", "log", "log1p", "log10"].contains(row.name) ? 1.0 : 3.0
      #expect(Self.unitsApart(value, row.value) <= limit, "\(row.name)(\(row.x)) = \(value), not \(row.value)")
    }
  }

  @Test(
    "powers agree with values of 40 digits",
    arguments: [
      (2.0, 0.5, 1.4142135623730951),
      (10.0, -22.0, 1e-22),
      (1.0000001, 1000000000.0, 2.6881038582144647e+43),
      (3.7e-200, 1.5, 7.117092102818398e-300),
      (0.3, 600.5, 1.0263924744e-314),
      (-2.5, 3.0, -15.625),
    ] as [(Double, Double, Double)])
  func powers(x: Double, y: Double, value: Double) {
    #expect(Self.unitsApart(Elementary.pow(x, y), value) <= 3)
  }

  @Test(
    "angles of points agree with values of 40 digits",
    arguments: [
      (0.0, -1.0, 3.141592653589793),
      (1.0, 0.0, 1.5707963267948966),
      (-1.0, -1.0, -2.356194490192345),
      (3.0, 4.0, 0.6435011087932844),
      (-1e-09, 2.0, -5e-10),
      (5.0, -0.01, 1.5727963241282363),
    ] as [(Double, Double, Double)])
  func angles(y: Double, x: Double, value: Double) {
    #expect(Self.unitsApart(Elementary.atan2(y, x), value) <= 3)
  }

  @Test("what is no finite number above zero is as IEEE 754 has it")
  func edges() {
    let infinite = Double.infinity
    let cases: [(String, Double, Double)] = [
      ("log 0", Elementary.log(0), -infinite), ("log -1", Elementary.log(-1), .nan),
      ("log inf", Elementary.log(infinite), infinite), ("log1p -1", Elementary.log1p(-1), -infinite),
      ("log1p -2", Elementary.log1p(-2), .nan), ("log10 0", Elementary.log10(0), -infinite),
      ("exp -inf", Elementary.exp(-infinite), 0), ("exp inf", Elementary.exp(infinite), infinite),
      ("exp nan", Elementary.exp(.nan), .nan), ("expm1 -inf", Elementary.expm1(-infinite), -1),
      ("expm1 inf", Elementary.expm1(infinite), infinite), ("0^0", Elementary.pow(0, 0), 1),
      ("0^2", Elementary.pow(0, 2), 0), ("0^-1", Elementary.pow(0, -1), infinite),
      ("-8^0.5", Elementary.pow(-8, 0.5), .nan), ("-2^4", Elementary.pow(-2, 4), 16),
      ("inf^-1", Elementary.pow(infinite, -1), 0), ("0.5^inf", Elementary.pow(0.5, infinite), 0),
      ("1.5^huge", Elementary.pow(1.5, 1e300), infinite), ("erfc inf", Elementary.erfc(infinite), 0),
      ("erfc -inf", Elementary.erfc(-infinite), 2), ("erfc nan", Elementary.erfc(.nan), .nan),
      ("asin 1.1", Elementary.asin(1.1), .nan), ("sin inf", Elementary.sin(infinite), .nan),
      ("atan2 0 0", Elementary.atan2(0, 0), 0),
    ]
    for (name, value, expected) in cases {
      let isSame = value == expected || (value.isNaN && expected.isNaN)
      #expect(isSame, "\(name) = \(value)")
    }
  }

  @Test("functions undo each other over their whole range")
  func inverses() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let x = Double.random(in: -700...700, using: &random)
      let back = (Elementary.log(Elementary.exp(x)) - x).magnitude
      #expect(back <= 2e-16 + x.magnitude * 2.3e-16)
      let y = Double.random(in: -0.999...50, using: &random)
      let again = (Elementary.expm1(Elementary.log1p(y)) - y).magnitude
      #expect(again <= 4e-15 * (y.magnitude + 1e-3))
      let z = Double.random(in: -1e6...1e6, using: &random)
      let (sine, cosine) = (Elementary.sin(z), Elementary.cos(z))
      let circle = (sine * sine + cosine * cosine - 1).magnitude
      #expect(circle <= 4e-16)
    }
  }
}
