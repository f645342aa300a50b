import Foundations
import Roadmap

/// Writes the values of a roadmap in words.
struct ValueText {
  let currency: String
  /// Year and month of month 0; without it months carry no date.
  let start: (year: Int, month: Int)?

  /// A value; amounts with their currency where `isBare` is false.
  func text(_ value: ReportValue, isBare: Bool = false) -> String {
    switch value {
    case .text(let words), .code(let words): words
    case .number(let number, let unit): ValueText.number(number, unit: unit)
    case .money(let money): isBare ? Figures.money(money) : "\(Figures.money(money)) \(currency)"
    case .price(let money): isBare ? Figures.price(money) : "\(Figures.price(money)) \(currency)"
    case .month(let month): self.month(month)
    case .unknown(let reason): "unknown (\(reason))"
    case .sentence(let sentence): text(sentence)
    }
  }

  /// A sentence without markup.
  func text(_ sentence: Sentence) -> String { sentence.parts.map { text($0) }.joined() }

  /// `month 7 (2027-05)`; month 0 is now.
  func month(_ month: Int) -> String {
    let name = month == 0 ? "month 0" : "month \(month)"
    return date(month).map { "\(name) (\($0))" } ?? name
  }

  /// `2027-05`; `nil` when the spec has no start.
  func date(_ month: Int) -> String? {
    guard let start else { return nil }
    let index = start.year * 12 + start.month - 1 + month
    let number = index % 12 + 1
    return "\(index / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  private static func number(_ value: Double, unit: String) -> String {
    switch unit {
    case "share": return Figures.share(value)
    case "fine_share": return abs(value) >= 0.01 ? Figures.share(value) : Figures.significant(value * 100, 3) + " %"
    case "x": return "\(Figures.significant(value, 3)) x"
    case "GB": return Figures.size(value * 1e9)
    case "km": return "\(Figures.grouped(Figures.significant(value, 3))) km"
    case "h": return "\(Figures.count(value)) h"
    case "months", "weeks", "days":
      guard value.isFinite else { return "never" }
      let text = Figures.grouped(Figures.significant(value, 2))
      return "\(text) \(text == "1" ? String(unit.dropLast()) : unit)"
    default: return Figures.value(value, unit: unit)
    }
  }
}
