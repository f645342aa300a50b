import Foundations

/// Numbers for people: few digits, thousands apart, units that fit.
package enum Figures {
  /// `1,234.50`; very small amounts keep three significant digits.
  package static func money(_ value: Money) -> String {
    let double = value.double
    if double != 0, abs(double) < 0.01 { return significant(double, 3) }
    return grouped(value.formatted(places: 2))
  }

  /// `12.3 ms`, `1.24 s`, `5.2 min`, `6.1 h`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "never" }
    if seconds == 0 { return "0 s" }
    if seconds < 0.001 { return "\(significant(seconds * 1e6, 3)) µs" }
    if seconds < 1 { return "\(significant(seconds * 1000, 3)) ms" }
    if seconds < 120 { return "\(significant(seconds, 3)) s" }
    if seconds < 7200 { return "\(significant(seconds / 60, 3)) min" }
    if seconds < 172_800 { return "\(significant(seconds / 3600, 3)) h" }
    return "\(significant(seconds / 86_400, 3)) d"
  }

  /// `99.95 %`; as many nines as there are, and two digits more.
  package static func ratio(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    let rest = abs(1 - value)
    var places = 2
    if value > 0.9, rest > 0 {
      var scale = 0.01
      while rest < scale, places < 8 {
        scale /= 10
        places += 1
      }
    }
    var text = Money(value * 100).formatted(places: places)
    while text.contains("."), text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text + " %"
  }

  /// A rate: `240/s`, `0.3/s`, `12/h`.
  package static func rate(_ perSecond: Double) -> String {
    if perSecond >= 0.1 || perSecond == 0 { return "\(grouped(significant(perSecond, 3)))/s" }
    if perSecond * 3600 >= 1 { return "\(significant(perSecond * 3600, 3))/h" }
    return "\(significant(perSecond * 2_628_000, 3))/month"
  }

  /// A size: `34.4 GB`.
  package static func size(_ bytes: Double) -> String {
    for (unit, factor) in [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3)] where bytes >= factor {
      return "\(significant(bytes / factor, 4)) \(unit)"
    }
    return "\(significant(bytes, 4)) B"
  }

  /// A count such as `1,430,280` or `8.83`.
  package static func count(_ value: Double) -> String { grouped(significant(value, 4)) }

  /// A value in the unit of a constraint.
  package static func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "s": duration(value)
    case "ratio": ratio(value)
    case "1/s": rate(value)
    case "B": size(value)
    default: unit.isEmpty ? count(value) : "\(count(value)) \(unit)"
    }
  }

  /// A value rounded to `digits` significant digits, whole numbers kept whole.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "unknown" }
    guard value != 0 else { return "0" }
    var places = digits - 1
    var size = abs(value)
    while size >= 10 {
      size /= 10
      places -= 1
    }
    while size < 1, places < 12 {
      size *= 10
      places += 1
    }
    var text = Money(value).formatted(places: max(0, min(places, 12)))
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  /// Thousands apart by commas.
  package static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : Substring(text)
    let whole = body.prefix { $0 != "." }
    let rest = body.dropFirst(whole.count)
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (isNegative ? "-" : "") + result + rest
  }
}
