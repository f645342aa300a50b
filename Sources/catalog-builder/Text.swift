/// A decimal numeral as a whole number of 10^-places, rounded half up; `nil` unless it is one.
func scaled(_ text: String, places: Int) -> Int64? {
  var digits: Int64 = 0
  var fraction = -1
  var round = false
  var any = false
  for byte in text.utf8 {
    if byte == 0x2E {
      if fraction >= 0 { return nil }
      fraction = 0
      continue
    }
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    any = true
    if fraction >= places {
      if fraction == places { round = byte >= 0x35 }
      fraction += 1
      continue
    }
    let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    digits = product + Int64(byte - 0x30)
    if fraction >= 0 { fraction += 1 }
  }
  guard any else { return nil }
  var have = max(0, min(fraction, places))
  while have < places {
    let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    digits = product
    have += 1
  }
  return digits + (round ? 1 : 0)
}

/// `numerator / denominator`, rounded to the nearest whole number.
func quotient(_ numerator: Int64, _ denominator: Int64) -> Int64 {
  (numerator + denominator / 2) / denominator
}

/// A number with a fixed count of decimal places, trailing zeros removed.
func decimal(_ value: Double, places: Int) -> String {
  var power: Double = 1
  for _ in 0..<places { power *= 10 }
  let rounded = Int64((value * power).rounded())
  let magnitude = rounded.magnitude
  var fraction = String(magnitude % UInt64(power))
  while fraction.utf8.count < places { fraction = "0" + fraction }
  while fraction.hasSuffix("0") { fraction.removeLast() }
  let text = String(magnitude / UInt64(power)) + (fraction.isEmpty || places == 0 ? "" : "." + fraction)
  return rounded < 0 ? "-" + text : text
}

/// The middle of a list; the mean of the two middle ones when their number is even.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

extension String {
  /// The parts between a separator, empty ones kept.
  func parts(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// The part before the first separator, or everything.
  func before(_ separator: Character) -> String {
    guard let index = firstIndex(of: separator) else { return self }
    return String(self[..<index])
  }

  /// The text between two markers, if both are there.
  func between(_ start: String, _ end: String) -> String? {
    guard let low = find(start) else { return nil }
    let rest = String(self[low...].dropFirst(start.count))
    guard let high = rest.find(end) else { return nil }
    return String(rest[..<high])
  }

  /// Where another text starts in this one.
  func find(_ other: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(other) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
