/// The elementary functions that every formula uses, in plain additions and multiplications.
///
/// C libraries choose a variant by the processor they find, with fused multiplications on some, and their last
/// bits differ; a plan must not. These give the same bits on every processor and instruction set. Errors against
/// values of 40 digits: 0.53 units in the last place for `exp` and the logarithms, 2.1 for the other functions,
/// 3.2 for `erfc`. Domain errors give NaN or an infinity as in IEEE 754; nothing traps.
///
/// Method: tables and short polynomials (P. T. P. Tang, "Table-driven implementation of the exponential function
/// in IEEE floating-point arithmetic", ACM TOMS 15 (1989), and of the logarithm, ACM TOMS 16 (1990)).
package enum Elementary {}

// MARK: Exponentials

extension Elementary {
  /// 128 / ln 2.
  private static let perLog = 0x1.71547652b82fep+7
  /// ln 2 / 128 in two parts, the first short enough that its multiples are exact.
  private static let log2High = 0x1.62e42ff000000p-8
  private static let log2Low = -0x1.718432a1b0e26p-42
  /// Added to a number, leaves its nearest integer in the low bits.
  private static let integerShift = 0x1.8p52

  /// x + tail as k·ln 2 + (ln of a table entry) + r: e to that power is 2^k · (high + low) · (1 + growth).
  private struct Reduced {
    var k: Int64
    var high: Double
    var low: Double
    /// e to the power r, less 1.
    var growth: Double

    /// For |x| below 800.
    @inline(__always) init(_ x: Double, _ tail: Double) {
      let shifted = x * perLog + integerShift
      let n = Int64(bitPattern: shifted.bitPattern &- integerShift.bitPattern)
      let multiple = shifted - integerShift
      let r = ((x - multiple * log2High) - multiple * log2Low) + tail
      growth = r + r * r * ((0.5 + r * (1.0 / 6)) + r * r * ((1.0 / 24) + r * (1.0 / 120)))
      k = n >> 7
      let entry = 2 * Int(truncatingIfNeeded: n & 127)
      high = ElementaryTables.powers[entry]
      low = ElementaryTables.powers[entry + 1]
    }

    @inline(__always) var mantissa: Double { high + (low + high * growth) }
  }

  /// 2 to the power `k`, −1022 ≤ k ≤ 1023.
  @inline(__always) private static func power(_ k: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: (k &+ 1023) << 52))
  }

  /// e to the power `x` + `tail`, where `tail` is far below 1.
  @inline(__always) static func exp(_ x: Double, tail: Double) -> Double {
    if x.magnitude < 708 {
      let reduced = Reduced(x, tail)
      return reduced.mantissa * power(reduced.k)
    }
    return extremeExp(x, tail)
  }

  /// Where the result, or 2^k, leaves the normal range.
  @inline(never) private static func extremeExp(_ x: Double, _ tail: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let reduced = Reduced(x, tail)
    let half = reduced.k / 2
    return reduced.mantissa * power(half) * power(reduced.k - half)
  }

  /// e to the power `x`. Overflows to infinity above 709.78, underflows to 0.
  package static func exp(_ x: Double) -> Double { exp(x, tail: 0) }

  /// e to the power `x`, less 1, without cancellation near 0.
  package static func expm1(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    if x > 700 || x.isNaN { return exp(x) - 1 }
    if x < -40 { return -1 }
    let reduced = Reduced(x, 0)
    let scale = power(reduced.k)
    let high = scale * reduced.high
    return (high - 1) + (scale * reduced.low + high * reduced.growth)
  }
}

// MARK: Logarithms

extension Elementary {
  /// A logarithm as a sum, exact to about 2^−68 of itself.
  struct LogarithmParts {
    var high: Double
    var low: Double
  }

  /// ln 2 in two parts, the first a multiple of 2^−42.
  private static let ln2High = 0x1.62e42fefa3800p-1
  private static let ln2Low = 0x1.ef35793c76730p-45

  /// The upper 26 bits of a number; products of two such are exact.
  @inline(__always) static func upper(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
  }

  /// ln of (c + f)·2^k, where |f / c| < 2^−7; the logarithm of c as table has it.
  @inline(__always) private static func logarithm(
    f: Double, centre: Double, inverse: Double, high: Double, low: Double, k: Double
  ) -> LogarithmParts {
    let r = f * inverse
    let r1 = upper(r)
    let r2 = (f - r1 * centre) * inverse
    let whole = k * ln2High + high
    let first = whole + r1
    let firstRest = (whole - first) + r1
    let square = -0.5 * r1 * r1
    let second = first + square
    let secondRest = (first - second) + square
    let odd = (1.0 / 3) + r * r * ((1.0 / 5) + r * r * (1.0 / 7))
    let even = (1.0 / 4) + r * r * (1.0 / 6)
    let rest = (k * ln2Low + low) + (r2 - r1 * r2) + r * r * r * (odd - r * even)
    return LogarithmParts(high: second, low: (firstRest + secondRest) + rest)
  }

  /// ln `x` for finite x above 0.
  @inline(__always) static func logarithmParts(_ x: Double) -> LogarithmParts {
    var bits = x.bitPattern
    var k: Int64 = -1023
    if bits < 0x0010_0000_0000_0000 {
      bits = (x * 0x1p54).bitPattern
      k -= 54
    }
    k += Int64(bits >> 52)
    let fraction = bits & 0x000f_ffff_ffff_ffff
    let entry = Int(((fraction >> 44) + 1) >> 1)
    // From the square root of 2 on, the next power of 2 is nearer: ln is 0 at 1 from both sides.
    let isUpper = entry >= 53
    let mantissa = Double(bitPattern: fraction | (isUpper ? 0x3fe0_0000_0000_0000 : 0x3ff0_0000_0000_0000))
    let table = 4 * entry
    let centre = ElementaryTables.logarithms[table]
    return logarithm(
      f: mantissa - centre, centre: centre, inverse: ElementaryTables.logarithms[table + 1],
      high: ElementaryTables.logarithms[table + 2], low: ElementaryTables.logarithms[table + 3],
      k: Double(isUpper ? k + 1 : k))
  }

  /// What a logarithm is where it is no number above 0 that is finite.
  @inline(never) private static func extremeLog(_ x: Double) -> Double {
    x == 0 ? -.infinity : x < 0 ? .nan : x
  }

  /// Natural logarithm; −infinity at 0, NaN below.
  package static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return extremeLog(x) }
    let parts = logarithmParts(x)
    return parts.high + parts.low
  }

  /// Natural logarithm of 1 + `x`, without cancellation near 0.
  package static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-8 {
      if x.magnitude < 0x1p-54 { return x }
      let parts = logarithm(f: x, centre: 1, inverse: 1, high: 0, low: 0, k: 0)
      return parts.high + parts.low
    }
    guard x > -1, x < .infinity else { return extremeLog(1 + x) }
    let sum = 1 + x
    // What rounding the sum lost.
    let lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
    let parts = logarithmParts(sum)
    return parts.high + (parts.low + lost / sum)
  }

  /// Logarithm to base 10; exact for powers of 10.
  package static func log10(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return extremeLog(x) }
    let parts = logarithmParts(x)
    // 1 / ln 10 in two parts.
    let product = Product(parts, 0x1.bcb7b1526e50ep-2)
    return product.high + (product.low + (parts.high + parts.low) * 0x1.95355baaafad3p-57)
  }
}

// MARK: Powers

extension Elementary {
  /// A logarithm times a number, to about 2^−66 of itself.
  private struct Product {
    var high: Double
    var low: Double

    @inline(__always) init(_ parts: LogarithmParts, _ factor: Double) {
      let sum = parts.high + parts.low
      let rest = (parts.high - sum) + parts.low
      let (a, b) = (upper(sum), upper(factor))
      let (c, d) = (sum - a, factor - b)
      high = sum * factor
      low = (((a * b - high) + a * d) + c * b) + (c * d + rest * factor)
    }
  }

  /// `x` to the power `y`; a negative `x` has whole powers only.
  package static func pow(_ x: Double, _ y: Double) -> Double {
    guard x > 0, x < .infinity, y.magnitude < 0x1p60 else { return extremePow(x, y) }
    let product = Product(logarithmParts(x), y)
    if product.high > 710 { return .infinity }
    if product.high < -746 { return 0 }
    return exp(product.high, tail: product.low)
  }

  @inline(never) private static func extremePow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    if y.isInfinite {
      if x == -1 { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let isWhole = y.rounded(.towardZero) == y
    let isOdd = isWhole && y.magnitude < 0x1p53 && (y / 2).rounded(.towardZero) != y / 2
    if x == 0 || x.isInfinite {
      let size = (x == 0) == (y > 0) ? 0.0 : Double.infinity
      return isOdd && x.sign == .minus ? -size : size
    }
    if x < 0 {
      guard isWhole else { return .nan }
      let size = pow(-x, y)
      return isOdd ? -size : size
    }
    // Finite x above 0 and a huge y.
    return (x > 1) == (y > 0) ? .infinity : 0
  }
}
