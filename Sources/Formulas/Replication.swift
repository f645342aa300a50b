/// What keeping one set of data in two places does: how far the copy lags, and which writes collide.
package enum Replication {
  /// Seconds by which an asynchronous copy lags behind, at a quantile; infinite when it cannot keep up.
  ///
  /// Half a round trip on the way, the interval at which writes are shipped, and the response of the one thread
  /// that applies them in their order: M/M/1, ln(1/(1−q))·s/(1−ρ). The shipping interval counts in full.
  ///
  /// - Parameters:
  ///   - roundTripSeconds: between the two places.
  ///   - shipSeconds: longest time a write waits to be shipped.
  ///   - writesPerSecond: at the busiest.
  ///   - applySeconds: to apply one write.
  ///   - quantile: in [0,1).
  package static func lag(
    roundTripSeconds: Double, shipSeconds: Double, writesPerSecond: Double, applySeconds: Double, quantile: Double = 0.99
  ) -> Double {
    let busy = writesPerSecond * applySeconds
    guard busy < 1 else { return .infinity }
    let applied = writesPerSecond > 0 ? -Elementary.log1p(-quantile) * applySeconds / (1 - busy) : 0
    return roundTripSeconds / 2 + shipSeconds + applied
  }

  /// Writes a day at the first place that meet a write to the same key at the second within the lag.
  ///
  /// Poisson writers over equally likely keys: a write collides when the other place wrote its key in the window
  /// from one lag before to one lag after, 1 − e^(−2·lag·w₂/keys).
  ///
  /// - Parameters:
  ///   - first: writes a second there.
  ///   - second: writes a second at the other.
  ///   - keys: entities that are written.
  ///   - lagSeconds: until the other place knows of a write.
  package static func conflictsPerDay(first: Double, second: Double, keys: Double, lagSeconds: Double) -> Double {
    guard first > 0, second > 0, keys > 0, lagSeconds > 0 else { return 0 }
    return 86_400 * first * -Elementary.expm1(-2 * lagSeconds * second / keys)
  }
}
