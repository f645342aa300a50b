extension Elementary {
  /// π / 2 in three parts; multiples of the first two by up to 2^20 are exact.
  private static let quarterTurns = (0x1.921fb54400000p+0, 0x1.0b4611a600000p-34, 0x1.3198a2e037073p-69)

  /// π / 2 and what its double lacks.
  private static let quarterTurn = (0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)

  /// An angle as a multiple of a quarter turn and a rest of at most an eighth, in two parts.
  private struct Turn {
    var quarter: Int
    var rest: Double
    var low: Double

    init(_ angle: Double) {
      let count = (angle * 0x1.45f306dc9c883p-1).rounded(.toNearestOrEven)
      let near = (angle - count * quarterTurns.0) - count * quarterTurns.1
      let last = count * quarterTurns.2
      rest = near - last
      low = (near - rest) - last
      quarter = Int(count) & 3
    }

    var sine: Double {
      let square = rest * rest
      let series = ElementaryTables.sine
      return rest + (low + square * (rest * polynomial(series, square) - 0.5 * low))
    }

    var cosine: Double {
      let square = rest * rest
      let half = 0.5 * square
      let first = 1 - half
      let series = ElementaryTables.cosine
      return first + (((1 - first) - half) + (square * square * polynomial(series, square) - rest * low))
    }
  }

  /// Angles beyond this are taken modulo a turn first, which costs them digits in proportion to their size.
  private static let largestAngle = 1e6

  private static func turn(_ angle: Double) -> Turn {
    Turn(angle.magnitude <= largestAngle ? angle : angle.remainder(dividingBy: 4 * quarterTurn.0))
  }

  /// Sine of an angle in radians.
  package static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let turn = turn(x)
    let size = turn.quarter & 1 == 0 ? turn.sine : turn.cosine
    return turn.quarter & 2 == 0 ? size : -size
  }

  /// Cosine of an angle in radians.
  package static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let turn = turn(x)
    let size = turn.quarter & 1 == 0 ? turn.cosine : turn.sine
    return turn.quarter == 1 || turn.quarter == 2 ? -size : size
  }

  /// Inverse sine in radians; NaN outside −1…1.
  package static func asin(_ x: Double) -> Double {
    let size = x.magnitude
    guard size <= 1 else { return .nan }
    if size <= 0.5 { return x + x * x * x * polynomial(ElementaryTables.arcSine, x * x) }
    let square = (1 - size) / 2
    let half = square.squareRoot()
    let angle =
      quarterTurn.0 - (2 * (half + half * square * polynomial(ElementaryTables.arcSine, square)) - quarterTurn.1)
    return x < 0 ? -angle : angle
  }

  /// Angle of the point (x, y) in radians, −π…π.
  package static func atan2(_ y: Double, _ x: Double) -> Double {
    guard !x.isNaN, !y.isNaN else { return .nan }
    var (across, up) = (x.magnitude, y.magnitude)
    if across.isInfinite, up.isInfinite { (across, up) = (1, 1) }
    var angle = up <= across ? arcTangent(up, across) : (quarterTurn.0 - (arcTangent(across, up) - quarterTurn.1))
    if x.sign == .minus { angle = 2 * quarterTurn.0 - (angle - 2 * quarterTurn.1) }
    return y.sign == .minus ? -angle : angle
  }

  /// Arc tangent of `up` / `across`, 0 ≤ up ≤ across.
  private static func arcTangent(_ up: Double, _ across: Double) -> Double {
    let slope = across == 0 ? 0 : up / across
    let step = (slope * 16).rounded()
    let centre = step / 16
    let u = (slope - centre) / (1 + slope * centre)
    let square = u * u
    let series = u - u * square * polynomial(ElementaryTables.arcTangent, square)
    let entry = 2 * Int(step)
    return ElementaryTables.angles[entry] + (ElementaryTables.angles[entry + 1] + series)
  }
}
