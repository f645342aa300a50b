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

extension QuantityError {
  /// What to tell a person: the fact, the way out, what is allowed.
  package struct Explanation: Sendable, Hashable {
    /// `unit`, `quantity`, `currency` or `range`.
    package var code: String
    package var message: String
    package var help: String
    package var notes: [String]
  }

  /// The explanation of this error in `text`, where a quantity of `dimension` is due.
  package func explanation(of text: String, as dimension: Dimension, currency: String = "USD") -> Explanation {
    let symbols = dimension.units.compactMap { $0.symbols.first }
    let units = symbols.map { dimension.isMoney ? currency + $0 : $0 }
    let notes = units.isEmpty ? [] : ["units of \(dimension.article): \(units.joined(separator: ", "))"]
    let example = dimension.example.replacing("USD", with: currency)
    let number = QuantityText.split(text).number
    switch self {
    case .notANumber:
      let proposal = QuantityText.repaired(text, as: dimension, currency: currency)
      return Explanation(
        code: "quantity", message: "expected \(dimension.article), read '\(QuantityText.clipped(text))'",
        help: proposal.map { "did you mean '\($0)'?" } ?? "such as \(example)", notes: notes)
    case .missingUnit(let number):
      let whole = dimension.written(number, currency: currency)
      guard dimension != .ratio else {
        return Explanation(
          code: "unit", message: "'\(number)' is not a ratio", help: "did you mean '\(whole)'?", notes: notes)
      }
      return Explanation(
        code: "unit", message: "'\(number)' lacks a unit", help: "such as '\(whole)'", notes: notes)
    case .unknownUnit(let found, let nearest):
      let whole = QuantityText.magnified(number, found, dimension) ?? nearest.map { QuantityText.written(number, $0) }
      return Explanation(
        code: "unit", message: "'\(QuantityText.clipped(found))' is not a unit of \(dimension.article)",
        help: whole.map { "did you mean '\($0)'?" } ?? "such as \(example)",
        notes: units.isEmpty ? ["\(dimension.article) has no unit"] : notes)
    case .wrongCurrency(let found):
      return Explanation(
        code: "currency", message: "the currency here is \(currency), not \(found)",
        help: "write \(currency), or state 'currency: \(found)'", notes: [])
    case .outOfRange:
      return Explanation(
        code: "range", message: "\(dimension.article) cannot be '\(QuantityText.clipped(text))'",
        help: number.hasPrefix("-") ? "write a number from 0 on" : "write a smaller number", notes: [])
    }
  }
}
