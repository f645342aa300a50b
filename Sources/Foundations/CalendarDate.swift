/// Dates of prices against the clock.
package enum CalendarDate {
  /// Seconds from an ISO 8601 date to now; `nil` when it is no date. `SOURCE_DATE_EPOCH` sets the clock.
  package static func age(of date: String) -> Double? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    return Double(Platform.secondsSinceEpoch) - Double(days(parts[0], parts[1], parts[2])) * 86_400
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years start in March, so that the leap day is the last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
