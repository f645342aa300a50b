/// Work on machines that are all taken away at once, such as a spot pool of one type in one zone.
package enum CorrelatedLoss {
  /// An upper bound on the `p` quantile of the end of work that loses `loss` seconds at every interruption.
  ///
  /// Interruptions come as a Poisson process and hit everything, so they are not averaged out by size:
  /// whatever k is, P(end ≤ base(q) + k·loss) ≥ q·P(K ≤ k), hence base(p/P(K ≤ k)) + k·loss bounds the
  /// quantile; the least over k is returned.
  ///
  /// - Parameters:
  ///   - events: interruptions expected until the end, at least.
  ///   - loss: seconds that one sets everything back at most.
  ///   - base: quantile of the end without interruptions, in seconds.
  /// - Returns: seconds; infinite when more than 64 interruptions must be reckoned with.
  /// - Complexity: at most 65 calls of `base`.
  package static func finish(
    quantile p: Double, events: Double, loss: Double, base: (Double) -> Double
  ) -> Double {
    guard events > 0, loss > 0 else { return base(p) }
    guard events.isFinite, loss.isFinite else { return .infinity }
    var term = Elementary.exp(-events)
    var sum = term
    var best = Double.infinity
    for k in 0...64 {
      if sum > p { best = min(best, base(p / sum) + Double(k) * loss) }
      // Further interruptions cost more than the better quantile can win back.
      if sum > p, base(p) + Double(k + 1) * loss >= best { break }
      term *= events / Double(k + 1)
      sum = min(sum + term, 1)
    }
    return best
  }
}
