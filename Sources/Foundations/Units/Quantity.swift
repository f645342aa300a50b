/// A quantity as written: an exact decimal where there is one, in SI.
package struct Quantity: Sendable, Hashable {
  /// SI value: seconds, bytes, 1/s, a ratio; money in its currency.
  package var value: Double
  /// The same exactly; `nil` where a unit such as `/min` leaves no finite decimal.
  package var exact: Money?

  /// Creates a quantity.
  package init(value: Double, exact: Money?) {
    self.value = value
    self.exact = exact
  }

  /// The exact decimal, or the one nearest to the value.
  package var decimal: Money { exact ?? Money(value) }
}

/// Why a text is not the quantity that is due.
package enum QuantityError: Error, Sendable, Hashable {
  /// No number at its start.
  case notANumber
  /// A number without the unit it needs.
  case missingUnit(number: String)
  /// A unit of something else, or none at all; with the nearest right one.
  case unknownUnit(found: String, nearest: String?)
  /// Another currency than the spec's.
  case wrongCurrency(found: String)
  /// Below zero, or too large to hold.
  case outOfRange
}

/// Reads quantities such as `12 ms`, `99.95%`, `210k USD/month`, `3x`.
package enum QuantityText {
  /// The quantity in `text`.
  ///
  /// - Parameters:
  ///   - dimension: what is measured.
  ///   - currency: the currency that amounts of money must be in.
  ///   - allowsBare: whether a number alone is taken as SI, as the calculator does.
  package static func parse(
    _ text: String, as dimension: Dimension, currency: String = "USD", allowsBare: Bool = false
  ) throws(QuantityError) -> Quantity {
    let (digits, rest) = split(text)
    guard !digits.isEmpty, let number = Money(parsing: digits) ?? Double(digits).map({ Money($0) }),
      Double(digits) != nil
    else { throw .notANumber }
    let plain = Double(digits) ?? number.double
    if dimension.isMoney { return try money(number, plain, rest, dimension, currency, allowsBare) }
    if rest.isEmpty {
      if dimension == .ratio, plain >= 0, plain <= 1 { return Quantity(value: plain, exact: number) }
      guard allowsBare || dimension.allowsBare else { throw .missingUnit(number: digits) }
      return Quantity(value: plain, exact: number)
    }
    return try scaled(number, plain, rest, dimension)
  }

  /// The number at the start of a text and what follows it, blanks between them dropped.
  package static func split(_ text: String) -> (number: String, unit: String) {
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    let start = i
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B { i += 1 }
    var hasDigit = false
    var hasPoint = false
    while i < bytes.count {
      let byte = bytes[i]
      if byte >= 0x30, byte <= 0x39 {
        hasDigit = true
      } else if byte == 0x2E, !hasPoint, i + 1 < bytes.count, bytes[i + 1] != 0x2E {
        hasPoint = true
      } else if byte == 0x65 || byte == 0x45, hasDigit, isExponent(bytes, i) {
        i += 1
        while i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B || (bytes[i] >= 0x30 && bytes[i] <= 0x39) { i += 1 }
        break
      } else {
        break
      }
      i += 1
    }
    guard hasDigit else { return ("", text) }
    let number = String(decoding: bytes[start..<i], as: UTF8.self)
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    var end = bytes.count
    while end > i, bytes[end - 1] == 0x20 { end -= 1 }
    return (number, String(decoding: bytes[i..<max(i, end)], as: UTF8.self))
  }

  private static func isExponent(_ bytes: [UInt8], _ at: Int) -> Bool {
    var i = at + 1
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B { i += 1 }
    return i < bytes.count && bytes[i] >= 0x30 && bytes[i] <= 0x39
  }

  private static func scaled(
    _ number: Money, _ plain: Double, _ rest: String, _ dimension: Dimension
  ) throws(QuantityError) -> Quantity {
    let symbol = normalized(rest)
    guard let unit = dimension.units.first(where: { $0.symbols.contains(symbol) }) else {
      let known = dimension.units.flatMap(\.symbols).filter { !$0.isEmpty }
      let folded = known.first { $0.lowercased() == symbol.lowercased() }
      // A unit of something else is no slip of the pen.
      let isElsewhere = Dimension.allCases.contains { $0.units.contains { $0.symbols.contains(symbol) } }
      throw .unknownUnit(found: rest, nearest: folded ?? (isElsewhere ? nil : Suggestion.nearest(symbol, in: known)))
    }
    return try quantity(number, plain, unit)
  }

  private static func quantity(_ number: Money, _ plain: Double, _ unit: Dimension.Unit) throws(QuantityError)
    -> Quantity
  {
    let (product, overflow) = number.scaled.multipliedReportingOverflow(by: Int128(unit.numerator))
    let value = plain * Double(unit.numerator) / Double(unit.denominator)
    guard value.isFinite else { throw .outOfRange }
    guard !overflow, product % Int128(unit.denominator) == 0 else { return Quantity(value: value, exact: nil) }
    let exact = Money(scaled: product / Int128(unit.denominator))
    return Quantity(value: exact.double, exact: exact)
  }

  /// `day` and `days`, `/ s` and `/s` are the same.
  private static func normalized(_ unit: String) -> String {
    String(unit.split(separator: " ").joined())
  }

  private static func money(
    _ number: Money, _ plain: Double, _ rest: String, _ dimension: Dimension, _ currency: String, _ allowsBare: Bool
  ) throws(QuantityError) -> Quantity {
    var number = number
    var plain = plain
    var rest = Substring(rest)
    for (suffix, factor) in [("k", 1e3), ("M", 1e6), ("bn", 1e9)] where rest.hasPrefix(suffix) {
      let next = rest.dropFirst(suffix.count)
      guard next.isEmpty || next.first == " " || next.hasPrefix(currency) || next.first == "/" else { continue }
      number = number.times(factor)
      plain *= factor
      rest = next.drop { $0 == " " }
      break
    }
    if rest.isEmpty {
      guard allowsBare else { throw .missingUnit(number: "\(number)") }
      return Quantity(value: plain, exact: number)
    }
    let word = rest.prefix { $0.isLetter }
    guard word == currency else {
      if word.count == 3, word.allSatisfy(\.isUppercase) { throw .wrongCurrency(found: String(word)) }
      let isCase = word.uppercased() == currency
      throw .unknownUnit(
        found: String(rest), nearest: isCase || word.isEmpty ? currency + rest.dropFirst(word.count) : nil)
    }
    let unitText = normalized(String(rest.dropFirst(word.count)))
    guard let unit = dimension.units.first(where: { $0.symbols.contains(unitText) }) else {
      throw .unknownUnit(found: String(rest), nearest: currency + (dimension.units.first?.symbols.first ?? ""))
    }
    return try quantity(number, plain, unit)
  }
}
