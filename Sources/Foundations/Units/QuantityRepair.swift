/// What a person meant who wrote something else.
extension QuantityText {
  static func unit(_ symbol: String, of dimension: Dimension) -> Dimension.Unit? {
    dimension.units.first { $0.symbols.contains(symbol) }
  }

  /// `/ s` and `/s` are the same.
  static func normalized(_ unit: String) -> String {
    guard unit.utf8.contains(0x2F) else { return unit }
    return unit.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in
        var part = part.drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return String(part)
      }.joined(separator: "/")
  }

  /// The unit that was meant: another case, a habit from elsewhere, or a slip of the pen.
  static func nearest(_ symbol: String, _ dimension: Dimension) -> String? {
    guard symbol.utf8.count <= 24 else { return nil }
    let known = dimension.units.flatMap(\.symbols).filter { !$0.isEmpty }
    for slip in Dimension.slips where slip.written == symbol && known.contains(slip.meant) { return slip.meant }
    if let folded = known.first(where: { $0.lowercased() == symbol.lowercased() }) { return folded }
    // A unit of something else is no slip of the pen.
    let isElsewhere = Dimension.allCases.contains { $0.units.contains { $0.symbols.contains(symbol) } }
    return isElsewhere ? nil : Suggestion.nearest(symbol, in: known)
  }

  /// Whether digits go on behind a separator of thousands or a decimal comma.
  static func isSeparated(_ rest: String) -> Bool {
    let bytes = Array(rest.utf8.prefix(2))
    return bytes.count == 2 && [0x2C, 0x5F, 0x27].contains(bytes[0]) && bytes[1] >= 0x30 && bytes[1] <= 0x39
  }

  /// A right way to write a text that does not start with a plain number: `$20`, `1,000/s`, `USD 5`.
  static func repaired(_ text: String, as dimension: Dimension, currency: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    var rest = Substring(text)
    var isMoney = false
    for sign in ["$", "€", "£", currency] where dimension.isMoney && rest.hasPrefix(sign) {
      rest = rest.dropFirst(sign.count).drop { $0 == " " }
      isMoney = true
      break
    }
    for sign in ["<=", ">=", "<", ">", "~", "="] where rest.hasPrefix(sign) {
      rest = rest.dropFirst(sign.count)
      break
    }
    // A comma before three digits separates thousands, before others it is a decimal one.
    let parts = split(String(rest.drop { $0 == " " }).replacing("_", with: "").replacing("'", with: ""))
    guard !parts.number.isEmpty else { return nil }
    var number = parts.number
    var unit = parts.unit
    while unit.hasPrefix(",") {
      let digits = unit.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return nil }
      let isDecimal = digits.count != 3
      number += (isDecimal ? "." : "") + digits
      unit = String(unit.dropFirst(digits.count + 1).drop { $0 == " " })
      if isDecimal { break }
    }
    let candidate = isMoney && !unit.contains(currency) ? "\(number) \(currency)\(unit)" : written(number, unit)
    guard candidate != text, (try? parse(candidate, as: dimension, currency: currency)) != nil else { return nil }
    return candidate
  }

  /// A number with its unit as the language shows it: `900/s`, `99.9%`, `12 ms`.
  static func written(_ number: String, _ unit: String) -> String {
    let isClose =
      unit.isEmpty || unit == "%" || unit == "x" || ["/", "k ", "M ", "bn "].contains { unit.hasPrefix($0) }
    return isClose ? number + unit : "\(number) \(unit)"
  }

  /// The number in full where thousands or millions stand before a unit that does not take them: `10k/s`.
  static func magnified(_ number: String, _ unit: String, _ dimension: Dimension) -> String? {
    for (suffix, factor) in [("k", 1e3), ("K", 1e3), ("M", 1e6), ("bn", 1e9)] where unit.hasPrefix(suffix) {
      let rest = String(unit.dropFirst(suffix.count).drop { $0 == " " })
      guard let value = Money(parsing: number),
        rest.isEmpty ? dimension.allowsBare : self.unit(rest, of: dimension) != nil
      else { continue }
      return written(value.times(factor).description, rest)
    }
    return nil
  }

  /// A text short enough to be shown.
  package static func clipped(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(57))) + "…"
  }
}
