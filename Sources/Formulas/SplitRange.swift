/// A range given as low, mid and high, with P5, P50 and P95 exactly there.
///
/// Two half-normals joined at the median, of ln X where all three are positive (split lognormal), of
/// X otherwise: a single symmetric shape cannot meet both ends. Quantile mid·e^(σz), σ one for z < 0
/// and another above.
package struct SplitRange: Sendable, Hashable {
  /// P5.
  package let low: Double
  /// P50.
  package let mid: Double
  /// P95.
  package let high: Double
  private let logarithmic: Bool
  private let below: Double
  private let above: Double

  /// Nil unless low ≤ mid ≤ high, all finite.
  package init?(low: Double, mid: Double, high: Double) {
    guard low.isFinite, high.isFinite, low <= mid, mid <= high else { return nil }
    (self.low, self.mid, self.high) = (low, mid, high)
    logarithmic = low > 0
    if logarithmic {
      (below, above) = (Elementary.log(mid / low) / Self.z95, Elementary.log(high / mid) / Self.z95)
    } else {
      (below, above) = ((mid - low) / Self.z95, (high - mid) / Self.z95)
    }
  }

  /// Low and high only, mid their geometric mean (arithmetic where low ≤ 0).
  package init?(low: Double, high: Double) {
    self.init(low: low, mid: low > 0 ? (low * high).squareRoot() : 0.5 * (low + high), high: high)
  }

  /// The value at a quantile 0 < p < 1; the three given values come back exactly.
  package func quantile(_ p: Double) -> Double {
    if p == 0.05 { return low }
    if p == 0.5 { return mid }
    if p == 0.95 { return high }
    return value(z: Normal.quantile(p))
  }

  /// The value at a standard normal deviate.
  package func value(z: Double) -> Double {
    let spread = (z < 0 ? below : above) * z
    return logarithmic ? mid * Elementary.exp(spread) : mid + spread
  }

  /// Mean: m[e^(σ₊²/2)Φ(σ₊) + e^(σ₋²/2)Φ(−σ₋)], or m + (σ₊ − σ₋)/√(2π) without logarithms.
  package var mean: Double {
    if !logarithmic { return mid + (above - below) * 0.3989422804014327 }
    return mid
      * (Elementary.exp(above * above / 2) * Normal.cdf(above)
        + Elementary.exp(below * below / 2) * Normal.tail(below))
  }

  private static let z95 = 1.6448536269514722
}
