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

/// What not knowing costs, on average over the draws: the two sides apart, as they do not hurt alike.
package struct RangeRegret: Sendable, Hashable {
  /// Paid a month beyond what each draw would have needed.
  package var over: Money
  /// Missing a month to what each draw would have needed.
  package var under: Money
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
  /// Cost of having sized for the whole range.
  package var regret: RangeRegret?
  /// What each draw gives, for limits that must hold with a probability; in the order of the draws.
  package var outcomes: [DrawFigures] = []
}

/// What the plan gives under one draw of the ranges.
package struct DrawFigures: Sendable, Hashable {
  /// Cost a month; `nil` where a fleet is overloaded.
  package var perMonth: Double?
  /// Cost of a transaction; `nil` where a fleet is overloaded or there are none.
  package var perTransaction: Double?
  /// Percentiles by workload, in seconds.
  package var latency: [String: LatencyFigures]
}

extension RangeFigures {
  /// Share of the draws in which a value is known and stays at or below a limit.
  package func share(atMost limit: Double, _ value: (DrawFigures) -> Double?) -> Double {
    guard !outcomes.isEmpty else { return 0 }
    return Double(outcomes.count { value($0).map { $0 <= limit } ?? false }) / Double(outcomes.count)
  }

  /// The value that the required share of the draws stays at or below; infinite when too many have none.
  package func atConfidence(_ value: (DrawFigures) -> Double?) -> Double {
    let sorted = outcomes.map { value($0) ?? .infinity }.sorted()
    let rank = Int((confidence * Double(sorted.count)).rounded(.up)) - 1
    return sorted.isEmpty ? .infinity : sorted[max(0, min(sorted.count - 1, rank))]
  }
}
