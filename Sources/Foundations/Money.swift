/// An exact decimal with twelve places: money, ratios and other targets that must not be rounded.
///
/// Stored as an integer number of 10⁻¹² units. Sums and comparisons are exact; products with a
/// `Double` round once, half to even. Values beyond ±1.7·10²⁶ saturate.
package struct Money: Sendable, Hashable, Comparable {
  /// The value in units of 10⁻¹².
  package let scaled: Int128

  /// Digits behind the point.
  package static let places = 12
  /// Units in one.
  package static let unit: Int128 = 1_000_000_000_000
  /// Nothing.
  package static let zero = Money(scaled: 0)

  /// Creates a value of `scaled` units of 10⁻¹².
  package init(scaled: Int128) { self.scaled = scaled }

  /// The decimal nearest to a double; not-a-number becomes zero, infinities saturate.
  package init(_ value: Double) {
    let wanted = value * 1e12
    if wanted.isNaN {
      scaled = 0
    } else if abs(wanted) >= 1.7e38 {
      scaled = wanted < 0 ? .min : .max
    } else {
      // Whole and fraction apart, so that large amounts keep their cents.
      let whole = value.rounded(.towardZero)
      let fraction = ((value - whole) * 1e12).rounded(.toNearestOrEven)
      if abs(whole) < 9e6 {
        scaled = Int128(Int64(whole) * 1_000_000_000_000 + Int64(fraction))
      } else {
        scaled = abs(whole) < 1e26 ? Int128(whole) * Money.unit + Int128(fraction) : Int128(wanted)
      }
    }
  }

  /// Reads a plain decimal such as `-12.5`, `.5`, `1_000` is refused; an exponent is allowed.
  ///
  /// Returns `nil` when the text is not a number, does not fit, or has digits below 10⁻¹² that are not 0.
  package init?(parsing text: some StringProtocol) {
    var digits: Int128 = 0
    var fractionDigits = 0
    var exponent = 0
    var seenPoint = false
    var seenDigit = false
    var isNegative = false
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.first {
      bytes = bytes.dropFirst()
      if byte >= 0x30, byte <= 0x39 {
        seenDigit = true
        let (scaledUp, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = scaledUp.addingReportingOverflow(Int128(byte - 0x30))
        guard !overflow, !carry else { return nil }
        digits = sum
        if seenPoint { fractionDigits += 1 }
      } else if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else if byte == 0x65 || byte == 0x45, seenDigit {
        guard let parsed = Int(String(decoding: bytes, as: UTF8.self)), abs(parsed) < 100 else { return nil }
        exponent = parsed
        bytes = []
      } else {
        return nil
      }
    }
    guard seenDigit else { return nil }
    var shift = Money.places - fractionDigits + exponent
    while shift > 0 {
      let (next, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = next
      shift -= 1
    }
    while shift < 0, digits != 0 {
      guard digits % 10 == 0 else { return nil }
      digits /= 10
      shift += 1
    }
    scaled = isNegative ? -digits : digits
  }

  /// The exact sum; saturates at the ends.
  package static func + (a: Money, b: Money) -> Money {
    let (sum, overflow) = a.scaled.addingReportingOverflow(b.scaled)
    return Money(scaled: overflow ? (a.scaled < 0 ? .min : .max) : sum)
  }

  /// The exact difference; saturates at the ends.
  package static func - (a: Money, b: Money) -> Money {
    let (difference, overflow) = a.scaled.subtractingReportingOverflow(b.scaled)
    return Money(scaled: overflow ? (a.scaled < 0 ? .min : .max) : difference)
  }

  /// The negated value.
  package static prefix func - (a: Money) -> Money { .zero - a }

  package static func < (a: Money, b: Money) -> Bool { a.scaled < b.scaled }

  /// The product with a number, rounded once to 10⁻¹², half to even.
  ///
  /// Whole factors below 2⁵³ are exact.
  package func times(_ factor: Double) -> Money {
    if factor == factor.rounded(), abs(factor) < 9e15 {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: Int128(Int64(factor)))
      if !overflow { return Money(scaled: product) }
    }
    return Money(double * factor)
  }

  /// The nearest double.
  package var double: Double {
    // Amounts below nine million take the machine's own division.
    if let small = Int64(exactly: scaled) {
      let (whole, rest) = small.quotientAndRemainder(dividingBy: 1_000_000_000_000)
      return Double(whole) + Double(rest) / 1e12
    }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Money.unit)
    return Double(whole) + Double(Int64(truncatingIfNeeded: rest)) / 1e12
  }

  /// The value rounded half to even to `places` digits behind the point, which are always shown.
  package func formatted(places: Int) -> String {
    let places = min(max(places, 0), Money.places)
    var divisor: Int128 = 1
    for _ in places..<Money.places { divisor *= 10 }
    var (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt128(divisor))
    if rest * 2 > UInt128(divisor) || (rest * 2 == UInt128(divisor) && whole % 2 == 1) { whole += 1 }
    rest = 0
    var digits = String(whole)
    if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -places)
    let sign = scaled < 0 && whole != 0 ? "-" : ""
    return sign + digits[..<point] + (places > 0 ? "." + digits[point...] : "")
  }
}

extension Money: CustomStringConvertible {
  /// Plain decimal without exponent or trailing zeros, such as `12.34`.
  package var description: String {
    var text = formatted(places: Money.places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
