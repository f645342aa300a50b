import Foundations

/// A quantity of a spec, which may be a range: what is known of it, with its place.
package struct Amount: Sendable, Hashable {
  /// 5th percentile, SI.
  package var low: Double
  /// Median, SI; of a stated quantity its value.
  package var mid: Double
  /// 95th percentile, SI.
  package var high: Double
  /// The value as an exact decimal; of a range its median.
  package var decimal: Money
  package var dimension: Dimension
  package var span: SourceSpan
  /// Where in the spec, such as `workloads.api.demand.rate`.
  package var path: String

  /// Whether it is a range.
  package var isRange: Bool { low < high }

  /// Creates a quantity or, with different ends, a range.
  package init(
    low: Double, mid: Double, high: Double, decimal: Money, dimension: Dimension, span: SourceSpan, path: String
  ) {
    self.low = low
    self.mid = mid
    self.high = high
    self.decimal = decimal
    self.dimension = dimension
    self.span = span
    self.path = path
  }
}

/// A number as a function of the month.
package struct Growth: Sendable, Hashable {
  /// How it is stated.
  package enum Form: Sendable, Hashable {
    /// Factor of one month.
    case monthly(Double)
    /// Months with factors relative to month 0 (or absolute values), log-linear between them, level beyond.
    case table([Point])
  }

  /// A value at a month.
  package struct Point: Sendable, Hashable {
    package var month: Double
    package var value: Double
  }

  package var form: Form
  package var path: String

  /// Creates a growth.
  package init(form: Form, path: String) {
    self.form = form
    self.path = path
  }

  /// The value at a month: a factor, or what the table states.
  package func value(month: Double) -> Double {
    switch form {
    case .monthly(let factor): return power(factor, month)
    case .table(let points):
      guard let first = points.first, let last = points.last else { return 1 }
      if month <= first.month { return first.value }
      for (a, b) in zip(points, points.dropFirst()) where month < b.month {
        let part = (month - a.month) / (b.month - a.month)
        guard a.value > 0, b.value > 0 else { return a.value + (b.value - a.value) * part }
        return a.value * power(b.value / a.value, part)
      }
      return last.value
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double { SpecMath.power(base, exponent) }
}

/// How requests differ from each other, not what is unknown of them.
package struct Spread: Sendable, Hashable {
  /// Percentiles as ratios with their values, rising; or upper ends of histogram cells with cumulative shares.
  package var points: [Point]
  package var span: SourceSpan
  package var path: String

  /// `share` of the requests stay at or below `value`.
  package struct Point: Sendable, Hashable {
    package var share: Double
    package var value: Double
  }
}

/// Where something is.
package enum PlaceName: Sendable, Hashable {
  /// `aws:us-east-1`.
  case region(String)
  /// A city of the built-in list, or a group of users.
  case city(String)
  case users(String)
  case coordinates(latitude: Double, longitude: Double)
}
