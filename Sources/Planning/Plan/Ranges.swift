import Foundations

/// How a value spreads over the draws of the ranges.
package struct RangeSpread: Sendable, Hashable {
  package var p10: Double
  package var p50: Double
  package var p90: Double
  /// Mean over the draws.
  package var expected: Double
}

/// What one range does to the monthly cost when all others stay at their medians.
package struct RangeDriver: Sendable, Hashable {
  /// Path of the input in the spec.
  package var path: String
  /// Cost a month at its P5.
  package var low: Money
  /// Cost a month at its P95.
  package var high: Money

  /// Distance between the ends.
  package var swing: Money { high < low ? low - high : high - low }
}

/// What the ranges of a spec do to its plan.
package struct RangeFigures: Sendable, Hashable {
  package var draws: Int
  package var confidence: Double
  package var perMonth: RangeSpread?
  package var perTransaction: RangeSpread?
  /// Widest first.
  package var drivers: [RangeDriver]
  /// Share of the draws in which a fleet is overloaded.
  package var overloadedRatio: Double
}
