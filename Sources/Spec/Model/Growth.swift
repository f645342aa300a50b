import Foundations

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
  /// The monthly factor where it is a range; ``form`` holds its median.
  package var range: Amount?
  /// What a table of absolute values starts from; ``form`` is relative to it.
  package var base: Amount?
  package var span: SourceSpan
  package var path: String

  /// Creates a growth.
  package init(
    form: Form, path: String, span: SourceSpan = SourceSpan(0, 0), range: Amount? = nil, base: Amount? = nil
  ) {
    self.form = form
    self.path = path
    self.span = span
    self.range = range
    self.base = base
  }

  /// Growth by the same factor every month, such as one drawn from ``range``.
  package func with(monthly factor: Double) -> Growth {
    var growth = self
    growth.form = .monthly(factor)
    return growth
  }

  /// The factor at a month; the same as ``value(month:)``.
  package func factor(month: Double) -> Double { value(month: month) }

  /// The value at a month: a factor, or what the table states.
  package func value(month: Double) -> Double {
    switch form {
    case .monthly(let factor): return SpecMath.power(factor, month)
    case .table(let points):
      guard let first = points.first, let last = points.last else { return 1 }
      if month <= first.month { return first.value }
      for (a, b) in zip(points, points.dropFirst()) where month < b.month {
        let part = (month - a.month) / (b.month - a.month)
        guard a.value > 0, b.value > 0 else { return a.value + (b.value - a.value) * part }
        return a.value * SpecMath.power(b.value / a.value, part)
      }
      return last.value
    }
  }
}
