import Formulas
import Placement

/// How a lot of jobs, released at once, runs on its slots.
struct LotRun: Sendable, Hashable {
  /// Jobs in the lot.
  var jobs: Double
  /// Squared coefficient of variation of a run time.
  var scv: Double
  /// One of them, with what stops it.
  var run: JobRun
  var slots: Double
  /// Seconds until the first job starts.
  var startSeconds: Double
  /// Whether the machines may be taken back, all of one sort together.
  var isSpot: Bool

  private func lot(_ runtimeSeconds: Double) -> BatchLot {
    BatchLot(jobs: jobs, runtimeSeconds: runtimeSeconds, scv: scv)
  }

  /// Seconds from release to the end of the lot at quantile `p`.
  ///
  /// Spot machines of one sort leave together; failures of others meet one machine at a time.
  func makespan(quantile p: Double) -> Double {
    guard isSpot else { return startSeconds + lot(run.expectedSeconds).makespan(slots: slots, quantile: p) }
    let lot = lot(run.undisturbedSeconds)
    func base(_ q: Double) -> Double { startSeconds + lot.makespan(slots: slots, quantile: q) }
    return CorrelatedLoss.finish(
      quantile: p, events: base(0.999) / run.mtbfSeconds,
      loss: run.loss(longest: lot.longest(inFlight: slots, quantile: p)), base: base)
  }

  /// Probability that the lot ends after `seconds`: one less the quantile that the makespan reaches there.
  func lateRatio(_ seconds: Double) -> Double { LotRun.late(seconds, makespan) }

  /// The part of it that interruptions bring.
  func lateByInterruptions(_ seconds: Double) -> Double {
    guard isSpot else { return 0 }
    let lot = lot(run.undisturbedSeconds)
    let undisturbed = LotRun.late(seconds) { startSeconds + lot.makespan(slots: slots, quantile: $0) }
    return max(0, lateRatio(seconds) - undisturbed)
  }

  private static func late(_ seconds: Double, _ makespan: (Double) -> Double) -> Double {
    var (low, high) = (1e-9, 1 - 1e-9)
    if makespan(low) > seconds { return 1 }
    if makespan(high) <= seconds { return 0 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if makespan(middle) > seconds { high = middle } else { low = middle }
    }
    return 1 - low
  }
}
