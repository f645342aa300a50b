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
