import Formulas
import Spec

/// One point of the ranges of a spec: which value each uncertain input takes.
package struct InputPoint: Sendable {
  /// Quantile of every range that is not named, in (0,1); `nil` for the stated medians.
  var quantile: Double?
  /// Quantiles by path.
  var quantiles: [String: Double] = [:]

  /// Every range at its median.
  package static let median = InputPoint()

  /// Every range at one quantile.
  package static func all(at quantile: Double) -> InputPoint { InputPoint(quantile: quantile) }

  /// The value of an input in SI.
  func value(_ amount: Amount) -> Double {
    guard amount.isRange, let p = quantiles[amount.path] ?? quantile else { return amount.mid }
    guard let range = SplitRange(low: amount.low, mid: amount.mid, high: amount.high) else { return amount.mid }
    return max(0, range.quantile(p))
  }
}
