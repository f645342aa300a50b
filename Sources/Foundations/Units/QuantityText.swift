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
    guard !digits.isEmpty, let plain = Double(digits), !isSeparated(rest) else { throw .notANumber }
    let number = Number(plain: plain, exact: Money(parsing: digits))
    guard plain.isFinite else { throw .outOfRange }
    if dimension.isMoney { return try money(number, rest, dimension, currency, allowsBare, digits) }
    if rest.isEmpty {
      if dimension == .ratio, plain >= 0, plain <= 1 { return number.quantity }
      guard allowsBare || dimension.allowsBare else { throw .missingUnit(number: digits) }
      return number.quantity
    }
    let symbol = normalized(rest)
    guard let unit = unit(symbol, of: dimension) else {
      throw .unknownUnit(found: rest, nearest: nearest(symbol, dimension))
    }
    return try number.scaled(by: unit)
  }

  /// The number at the start of a text and what follows it, blanks between them dropped.
  package static func split(_ text: String) -> (number: String, unit: String) {
    let bytes = Array(text.utf8)
    var i = blanks(bytes, 0)
    let start = i
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B { i += 1 }
    var hasDigit = false
    var hasPoint = false
    while i < bytes.count {
      let byte = bytes[i]
      if isDigit(byte) {
        hasDigit = true
      } else if byte == 0x2E, !hasPoint, i + 1 < bytes.count, isDigit(bytes[i + 1]) {
        hasPoint = true
      } else if byte == 0x65 || byte == 0x45, hasDigit, let end = exponent(bytes, i) {
        i = end
        break
      } else {
        break
      }
      i += 1
    }
    guard hasDigit else { return ("", text) }
    let number = String(decoding: bytes[start..<i], as: UTF8.self)
    i = blanks(bytes, i)
    var end = bytes.count
    while end > i, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return (number, String(decoding: bytes[i..<end], as: UTF8.self))
  }

  /// The index behind blanks, the no-break ones of typesetters included.
  private static func blanks(_ bytes: [UInt8], _ from: Int) -> Int {
    var i = from
    while i < bytes.count {
      if bytes[i] == 0x20 || bytes[i] == 0x09 {
        i += 1
      } else if i + 1 < bytes.count, bytes[i] == 0xC2, bytes[i + 1] == 0xA0 {
        i += 2
      } else if i + 2 < bytes.count, bytes[i] == 0xE2, bytes[i + 1] == 0x80, bytes[i + 2] == 0xAF {
        i += 3
      } else {
        break
      }
    }
    return i
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The end of an exponent that starts at `e`; `nil` when it is none.
  private static func exponent(_ bytes: [UInt8], _ at: Int) -> Int? {
    var i = at + 1
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B { i += 1 }
    guard i < bytes.count, isDigit(bytes[i]) else { return nil }
    while i < bytes.count, isDigit(bytes[i]) { i += 1 }
    return i
  }

  /// A number before its unit is known.
  private struct Number {
    var plain: Double
    /// `nil` when the text has more digits than a decimal holds.
    var exact: Money?

    var quantity: Quantity { Quantity(value: plain, exact: exact) }

    func scaled(by unit: Dimension.Unit) throws(QuantityError) -> Quantity {
      let value = plain * Double(unit.numerator) / Double(unit.denominator)
      guard value.isFinite else { throw .outOfRange }
      guard let exact else { return Quantity(value: value, exact: nil) }
      let (product, overflow) = exact.scaled.multipliedReportingOverflow(by: Int128(unit.numerator))
      guard !overflow, product % Int128(unit.denominator) == 0 else { return Quantity(value: value, exact: nil) }
      let decimal = Money(scaled: product / Int128(unit.denominator))
      return Quantity(value: decimal.double, exact: decimal)
    }
  }

  // MARK: Money

  private static func money(
    _ number: Number, _ rest: String, _ dimension: Dimension, _ currency: String, _ allowsBare: Bool, _ digits: String
  ) throws(QuantityError) -> Quantity {
    let (factor, behind) = magnitude(rest, currency)
    let number = Number(plain: number.plain * factor, exact: number.exact.map { $0.times(factor) })
    guard abs(number.plain) < 1e26 else { throw .outOfRange }
    if behind.isEmpty {
      guard allowsBare else { throw .missingUnit(number: digits + rest) }
      return number.quantity
    }
    let word = String(behind.prefix { $0.isLetter })
    let unitText = normalized(String(behind.dropFirst(word.count)))
    guard word == currency else {
      if word.count == 3, word.allSatisfy(\.isUppercase) { throw .wrongCurrency(found: word) }
      // A lower-case currency, or a unit without any.
      let isSlip = word.isEmpty || word.uppercased() == currency
      let hasUnit = unit(unitText, of: dimension) != nil
      throw .unknownUnit(
        found: rest, nearest: isSlip && hasUnit ? magnitudeText(rest, behind) + currency + unitText : nil)
    }
    guard let unit = unit(unitText, of: dimension) else {
      throw .unknownUnit(
        found: rest, nearest: magnitudeText(rest, behind) + currency + (dimension.units.first?.symbols.first ?? ""))
    }
    return try number.scaled(by: unit)
  }

  /// Thousands, millions and billions of money, and the currency behind them.
  private static func magnitude(_ rest: String, _ currency: String) -> (factor: Double, rest: Substring) {
    for (suffix, factor) in [("k", 1e3), ("M", 1e6), ("bn", 1e9)] where rest.hasPrefix(suffix) {
      let next = rest.dropFirst(suffix.count)
      if next.isEmpty || next.first == " " || next.hasPrefix(currency) || next.first == "/" {
        return (factor, next.drop { $0 == " " })
      }
    }
    return (1, Substring(rest))
  }

  private static func magnitudeText(_ rest: String, _ behind: Substring) -> String {
    let prefix = rest.dropLast(behind.count)
    return prefix.isEmpty ? "" : prefix.filter { $0 != " " } + " "
  }
}
