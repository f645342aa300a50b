/// Time counted in slices, each good or bad as a whole, as OpenSLO's budgeting method of that name does.
///
/// A slice is bad when more than 1 − s of its events fail. Against occurrences, an outage spoils whole slices at
/// both of its ends, and errors that are spread thinly spoil none: until they pass 1 − s, when they spoil all.
package struct Timeslices: Sendable, Hashable {
  /// Length of a slice, seconds.
  package let sliceSeconds: Double
  /// Share of its events that must be good for a slice to be good, 0…1.
  package let sliceTarget: Double

  /// Nil for a length that is not positive or a share outside 0…1.
  package init?(sliceSeconds: Double, sliceTarget: Double) {
    guard sliceSeconds > 0, sliceSeconds.isFinite, sliceTarget >= 0, sliceTarget <= 1 else { return nil }
    self.sliceSeconds = sliceSeconds
    self.sliceTarget = sliceTarget
  }

  /// Mean number of slices that a complete outage of `seconds` spoils, at any phase: (D + w − 2a)/w, where a = (1 − s)·w
  /// is what a slice bears; 0 for an outage that no slice feels.
  package func badSlices(outageSeconds seconds: Double) -> Double {
    let borne = (1 - sliceTarget) * sliceSeconds
    guard seconds > borne else { return 0 }
    return max(0, seconds + sliceSeconds - 2 * borne) / sliceSeconds
  }

  /// Share of slices that are bad over the share of time that is, for outages of `seconds` each.
  package func factor(outageSeconds seconds: Double) -> Double {
    seconds > 0 ? badSlices(outageSeconds: seconds) * sliceSeconds / seconds : 0
  }

  /// Probability that more than 1 − s of `events` independent events of a slice fail, each with probability `p`;
  /// for many events a step at p = 1 − s.
  ///
  /// The upper tail of the binomial law, summed from its largest term outwards.
  /// - Complexity: O(√(events)) terms.
  package func badRatio(errorRatio p: Double, events: Double) -> Double {
    let n = max(0, events.rounded())
    guard p > 0, n >= 1 else { return 0 }
    guard p < 1 else { return sliceTarget > 0 ? 1 : 0 }
    // Bad from this many failures on; a hair is taken off so that 1 % of 100 stays 1.
    let first = ((1 - sliceTarget) * n * (1 + 1e-12)).rounded(.down) + 1
    guard first <= n else { return 0 }
    guard n < 1e12 else { return p > 1 - sliceTarget ? 1 : 0 }
    return first > n * p
      ? Timeslices.sum(n, p, from: first, to: n, isUp: true)
      : max(0, 1 - Timeslices.sum(n, p, from: first - 1, to: 0, isUp: false))
  }

  /// Σ P(X = k) away from the mean: each term is smaller than the one before.
  private static func sum(_ n: Double, _ p: Double, from: Double, to: Double, isUp: Bool) -> Double {
    let odds = p / (1 - p)
    let log =
      GammaFunctions.logGamma(n + 1) - GammaFunctions.logGamma(from + 1) - GammaFunctions.logGamma(n - from + 1)
      + from * Elementary.log(p) + (n - from) * Elementary.log1p(-p)
    var term = Elementary.exp(log)
    var sum = term
    var k = from
    while k != to, term > sum * 1e-17 {
      term *= isUp ? (n - k) / (k + 1) * odds : k / (n - k + 1) / odds
      k += isUp ? 1 : -1
      sum += term
    }
    return min(1, sum)
  }
}
