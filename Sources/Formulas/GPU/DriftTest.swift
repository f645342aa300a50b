/// How long a drop of quality stays unseen: a two-sample test of proportions on the requests of a version.
///
/// n = 2(z_a + z_b)²σ²/Δ² requests; over a sampled share s of rate λ that takes n/(s·λ) seconds. Normal
/// approximation, good from some hundred requests.
package struct DriftTest: Sendable, Hashable {
  /// Smallest drop to be seen.
  package var drop = 0.01
  /// Variance of one judgement; at most 1/4 for right or wrong.
  package var variance = 0.25
  /// Share of the requests that are judged, in (0,1].
  package var sampled = 1.0
  /// Probabilities of a false alarm (two-sided) and of missing the drop.
  package var falseAlarm = 0.05
  package var missed = 0.2

  /// A drop of 1 % at 5 % false alarms and 80 % power, every request judged.
  package init() {}

  /// Requests that must be judged.
  package var requests: Double {
    let z = Normal.upperQuantile(falseAlarm / 2) + Normal.upperQuantile(missed)
    return 2 * z * z * variance / (drop * drop)
  }

  /// Seconds until the drop is seen at `rate` requests a second, > 0.
  package func seconds(rate: Double) -> Double { requests / (sampled * rate) }
}
