import Foundations

/// A time after which an answer is worthless, and the share of requests that may miss it.
package struct HardDeadline: Sendable {
  /// What it is for, when a class was named instead of numbers.
  package var className: String?
  /// Seconds.
  package var within: Money
  /// Share of requests, above 0.
  package var misses: Money
  package var span: SourceSpan
  package var path: String

  /// Least share that the composed distribution of a path resolves.
  package static let leastMisses = Money(scaled: Money.unit / 1_000_000)

  /// Deadlines by what misses them: numbers to start from, [A]; whoever knows better states their own.
  package static let classes: [(name: String, milliseconds: Int128, missesPerMillion: Int128)] = [
    ("trading", 1, 100), ("driving", 100, 10), ("live-streaming", 2000, 1000),
  ]

  /// The numbers of a class; `nil` for another word.
  static func named(_ name: String, span: SourceSpan, path: String) -> HardDeadline? {
    classes.first { $0.name == name }.map {
      HardDeadline(
        className: name, within: Money(scaled: Money.unit / 1000 * $0.milliseconds),
        misses: Money(scaled: Money.unit / 1_000_000 * $0.missesPerMillion), span: span, path: path)
    }
  }

  /// The objective it amounts to: `latency.p99999` for one miss in 100,000.
  package var objective: String {
    let digits = (Money(scaled: Money.unit) - misses).description.dropFirst(2)
    return "latency.p\(digits)\(digits.count == 1 ? "0" : "")"
  }
}
