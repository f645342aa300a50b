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

  /// Distance of both errors, in standard deviations of the mean.
  private var distance: Double { Normal.upperQuantile(falseAlarm / 2) + Normal.upperQuantile(missed) }

  /// Requests that must be judged.
  package var requests: Double { 2 * distance * distance * variance / (drop * drop) }

  /// Seconds until the drop is seen at `rate` requests a second, > 0.
  package func seconds(rate: Double) -> Double { requests / (sampled * rate) }

  /// The drop that as many requests show with the same errors: (z_a + z_b)·√(2σ²/n).
  package func smallestDrop(requests: Double) -> Double {
    requests > 0 ? distance * (2 * variance / requests).squareRoot() : 1
  }

  /// Checks of one version after another, each on the requests since the last one.
  package struct Watch: Sendable, Hashable {
    /// Seconds between checks: as stated, or as many of them as the requests needed take.
    package let window: Double
    /// Alarms in a month of 730 h while nothing is wrong: half of the two-sided error of each check.
    package let falseAlarmsPerMonth: Double
    /// Mean seconds from a drop to its alarm.
    package let meanDelay: Double
  }

  /// - Parameters:
  ///   - rate: requests a second, > 0.
  ///   - interval: seconds between checks; `nil` for as often as there are requests enough.
  ///
  /// The drop comes at any moment of a window. The rest f of that window sees it with probability
  /// Φ(f·(z_a + z_b)·√(m/n) − z_a), m the requests of a window, each whole window after it with the same at f = 1.
  package func watch(rate: Double, interval: Double? = nil) -> Watch {
    let least = seconds(rate: rate)
    let window = interval.map { $0 > 0 ? $0 * max(1, (least / $0).rounded(.up)) : least } ?? least
    let strength = distance * (window / least).squareRoot()
    let threshold = Normal.upperQuantile(falseAlarm / 2)
    func power(_ share: Double) -> Double { Normal.cdf(share * strength - threshold) }
    // Simpson's rule over the moment of the drop.
    let cells = 64
    var seen = 0.0
    for index in 0...cells {
      let weight = index == 0 || index == cells ? 1.0 : index % 2 == 1 ? 4 : 2
      seen += weight * power(Double(index) / Double(cells))
    }
    seen /= 3 * Double(cells)
    return Watch(
      window: window, falseAlarmsPerMonth: falseAlarm / 2 * 730 * 3600 / window,
      meanDelay: window * (0.5 + (1 - seen) / power(1)))
  }
}
