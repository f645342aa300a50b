/// What an availability target allows to go wrong in a window.
package struct ErrorBudget: Sendable, Hashable {
  /// Target share of good events, below 1.
  package let target: Double
  /// Window, seconds.
  package let windowSeconds: Double

  /// Nil for a target outside 0 ≤ T < 1 (100 % leaves no budget) or a window that is not positive.
  package init?(target: Double, windowSeconds: Double) {
    guard target >= 0, target < 1, windowSeconds > 0, windowSeconds.isFinite else { return nil }
    self.target = target
    self.windowSeconds = windowSeconds
  }

  /// B = 1 − T, to the precision of a target written with up to 12 decimals.
  package var ratio: Double {
    ((1 - target) * 1e12).rounded() / 1e12 > 0 ? ((1 - target) * 1e12).rounded() / 1e12 : 1 - target
  }
  /// B·W in seconds of complete outage.
  package var seconds: Double { ratio * windowSeconds }
  /// B·W in minutes of complete outage.
  package var minutes: Double { seconds / 60 }

  /// Failed events allowed in the window at a rate of events per second.
  package func events(ratePerSecond: Double) -> Double { ratio * ratePerSecond * windowSeconds }
}
