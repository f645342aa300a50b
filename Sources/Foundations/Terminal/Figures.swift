/// Numbers for people: few digits, thousands apart, units that fit.
package enum Figures {
  /// `1,234.50`: what is paid a month.
  package static func money(_ value: Money) -> String { grouped(value.formatted(places: 2)) }

  /// `1,234.50`, `0.0723`, `0.000006021`: the price of one; four digits where it is small.
  package static func price(_ value: Money) -> String {
    let double = value.double
    return double == 0 || abs(double) >= 1 ? money(value) : significant(double, 4)
  }

  /// `0.28 ms`, `12.3 ms`, `1.24 s`, `5.2 min`, `6.1 h`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "never" }
    if seconds == 0 { return "0 s" }
    if seconds < 1e-6 { return "\(significant(seconds * 1e9, 2)) ns" }
    if seconds < 1e-4 { return "\(significant(seconds * 1e6, 2)) µs" }
    if seconds < 0.9995 { return "\(significant(seconds * 1000, 3)) ms" }
    if seconds < 119.5 { return "\(significant(seconds, 3)) s" }
    if seconds < 7170 { return "\(significant(seconds / 60, 3)) min" }
    if seconds < 172_800 { return "\(significant(seconds / 3600, 3)) h" }
    return "\(grouped(significant(seconds / 86_400, 3))) d"
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
    return trimmed(grouped(Money(value * 100).formatted(places: places))) + " %"
  }

  /// `59.5 %`: a share of a whole.
  package static func share(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    return grouped(Money(value * 100).formatted(places: 1)) + " %"
  }

  /// A rate: `240/s`, `0.3/s`, `12/h`.
  package static func rate(_ perSecond: Double) -> String {
    guard perSecond.isFinite else { return "unknown" }
    if perSecond >= 0.1 || perSecond == 0 { return "\(grouped(significant(perSecond, 3)))/s" }
    if perSecond * 3600 >= 1 { return "\(significant(perSecond * 3600, 3))/h" }
    return "\(significant(perSecond * 2_628_000, 3))/month"
  }

  /// A size: `34.4 GB`.
  package static func size(_ bytes: Double) -> String {
    for (unit, factor) in [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3)] where bytes >= factor {
      return "\(grouped(significant(bytes / factor, 4))) \(unit)"
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
    case "": count(value)
    default: "\(abs(value) < 1 ? significant(value, 3) : count(value)) \(unit)"
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
    return trimmed(Money(value).formatted(places: max(0, min(places, 12))))
  }

  /// The text without zeros at the end of its fraction.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
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
