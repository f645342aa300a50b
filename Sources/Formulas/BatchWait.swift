/// Waiting times in the queue of a batch system with jobs of mixed width.
///
/// Interpolated between replays of the public Lublin model trace (10 000 jobs, 256 nodes, exact run
/// times as estimates). No formula is known; report quantiles, never a predicted start. Above a load
/// of 0.65 FCFS is saturated and its waits only say so.
package struct BatchWait: Sendable, Hashable {
  /// How jobs are started.
  package enum Policy: String, Sendable, CaseIterable {
    /// First come, first served.
    case fcfs
    /// Smaller jobs may pass if they do not delay the first (EASY backfill).
    case easy
  }

  /// Mean wait, seconds.
  package let mean: Double
  /// Median wait, seconds.
  package let p50: Double
  /// 90th percentile, seconds.
  package let p90: Double
  /// 99th percentile, seconds.
  package let p99: Double
  /// Whether the load is beyond what the policy can carry: 0.65 for FCFS, 0.95 for EASY.
  package let isSaturated: Bool

  /// Nil for a negative or NaN load.
  ///
  /// - Parameters:
  ///   - load: offered node-hours over available ones.
  ///   - policy: how jobs are started.
  /// - Complexity: O(1).
  package init?(load: Double, policy: Policy) {
    guard load >= 0, load.isFinite else { return nil }
    let table = policy == .easy ? Self.easy : Self.fcfs
    var values = [0.0, 0, 0, 0]
    var previous = [0.0, 0, 0, 0, 0]
    var found = false
    for row in table where !found {
      if load <= row[0] {
        let part = (load - previous[0]) / (row[0] - previous[0])
        for i in 0..<4 {
          let (a, b) = (previous[i + 1], row[i + 1])
          values[i] =
            a > 0 && b > 0
            ? Elementary.exp((1 - part) * Elementary.log(a) + part * Elementary.log(b)) : a + part * (b - a)
        }
        // Exactly the replayed value at a replayed load.
        if part == 1 { values = Array(row.dropFirst()) }
        found = true
      }
      previous = row
    }
    if !found { values = Array(previous.dropFirst()) }
    (mean, p50, p90, p99) = (values[0] * 3600, values[1] * 3600, values[2] * 3600, values[3] * 3600)
    isSaturated = load > (policy == .easy ? 0.95 : 0.65)
  }

  /// Load, then hours: mean, p50, p90, p99. The p90 at 1.061 is interpolated, not replayed.
  private static let easy: [[Double]] = [
    [0.482, 1.87, 0, 6.4, 21], [0.663, 2.82, 0, 8.99, 30], [0.816, 5.22, 1.0, 15.24, 47.03],
    [0.922, 9.92, 3.78, 28.36, 86], [1.061, 27.96, 7.56, 77, 229.32],
  ]
  /// The p99 at 0.482, 0.816, 0.922, the p50 at 0.922 and the p90 at 1.061 are interpolated.
  private static let fcfs: [[Double]] = [
    [0.482, 14.6, 9.78, 34.12, 48], [0.663, 104.33, 97.62, 171.13, 197.11],
    [0.816, 375.94, 384.5, 587.61, 665], [0.922, 513.96, 514, 830, 930],
    [1.061, 669.98, 666.99, 1040, 1164.82],
  ]
}
