import Placement

/// How a lot of jobs runs on its slots.
struct LotRun: Sendable, Hashable {
  var lot: BatchLot
  /// The same lot on machines that nobody takes back.
  var undisturbed: BatchLot
  var slots: Double
  /// Seconds until the first job starts.
  var startSeconds: Double

  /// Seconds from release to the end of the lot at a quantile.
  func makespan(_ p: Double) -> Double { startSeconds + lot.makespan(slots: slots, quantile: p) }

  /// Probability that the lot ends after `seconds`: one less the quantile that the makespan reaches there.
  func lateRatio(_ seconds: Double) -> Double { late(lot, seconds) }

  /// The part of it that interruptions bring.
  func lateByInterruptions(_ seconds: Double) -> Double {
    lot == undisturbed ? 0 : max(0, late(lot, seconds) - late(undisturbed, seconds))
  }

  private func late(_ lot: BatchLot, _ seconds: Double) -> Double {
    func isLate(_ p: Double) -> Bool { startSeconds + lot.makespan(slots: slots, quantile: p) > seconds }
    var (low, high) = (1e-9, 1 - 1e-9)
    if isLate(low) { return 1 }
    if !isLate(high) { return 0 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if isLate(middle) { high = middle } else { low = middle }
    }
    return 1 - low
  }
}
