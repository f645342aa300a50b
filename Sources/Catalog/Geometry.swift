/// Great circles, computed with additions, multiplications, divisions and square roots only, so that
/// distances have the same bits on every machine.
enum Geometry {
  /// Mean radius of the earth, km.
  static let radius = 6371.0088

  /// Great-circle distance in km of two points in degrees, by the haversine formula.
  ///
  /// Error below 1e-9 of the distance; identical points give 0, antipodes half the circumference.
  static func distance(_ lat1: Double, _ lon1: Double, _ lat2: Double, _ lon2: Double) -> Double {
    let toRadians = Double.pi / 180
    let a = sine((lat2 - lat1) * toRadians / 2)
    let b = sine((lon2 - lon1) * toRadians / 2)
    let h = a * a + cosine(lat1 * toRadians) * cosine(lat2 * toRadians) * b * b
    return 2 * radius * arcsine(min(1, max(0, h)).squareRoot())
  }

  /// Sine of an angle in radians, by halving the interval and Taylor's series.
  static func sine(_ angle: Double) -> Double {
    var x = angle.truncatingRemainder(dividingBy: 2 * Double.pi)
    if x > Double.pi { x -= 2 * Double.pi }
    if x < -Double.pi { x += 2 * Double.pi }
    if x > Double.pi / 2 { x = Double.pi - x }
    if x < -Double.pi / 2 { x = -Double.pi - x }
    var term = x
    var sum = x
    for n in 1...11 {
      term *= -x * x / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return sum
  }

  /// Cosine of an angle in radians.
  static func cosine(_ angle: Double) -> Double { sine(angle + Double.pi / 2) }

  /// Arc sine of a value in 0...1: the arc tangent after three halvings of the angle.
  static func arcsine(_ value: Double) -> Double {
    if value >= 1 { return Double.pi / 2 }
    var t = value / (1 + (1 - value * value).squareRoot())
    t /= 1 + (1 + t * t).squareRoot()
    t /= 1 + (1 + t * t).squareRoot()
    var term = t
    var sum = t
    for n in 1...14 {
      term *= -t * t
      sum += term / Double(2 * n + 1)
    }
    return 8 * sum
  }
}
