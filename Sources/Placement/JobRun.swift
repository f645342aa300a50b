import Formulas

/// One job on a machine that may fail or be taken away.
package struct JobRun: Sendable, Hashable {
  /// Seconds of the job undisturbed, without checkpoints.
  package var plainSeconds: Double
  /// Mean seconds between failures (or interruptions) of its machine.
  package var mtbfSeconds: Double
  /// Seconds to write a checkpoint; `nil` for jobs that write none.
  package var checkpointSeconds: Double?
  /// Seconds until it runs again after a failure.
  package var restartSeconds: Double
  /// Runs of one job at most, the first included.
  package var tries: Int

  /// Creates a run.
  package init(
    plainSeconds: Double, mtbfSeconds: Double, checkpointSeconds: Double?, restartSeconds: Double, tries: Int
  ) {
    self.plainSeconds = plainSeconds
    self.mtbfSeconds = mtbfSeconds
    self.checkpointSeconds = checkpointSeconds
    self.restartSeconds = restartSeconds
    self.tries = tries
  }

  /// Seconds of work between checkpoints, the optimum; `nil` where starting anew is quicker on average.
  package var interval: Double? {
    guard let cost = checkpointSeconds, cost > 0, mtbfSeconds.isFinite, mtbfSeconds > 0 else { return nil }
    let interval = Checkpoint.optimum(cost: cost, mtbf: mtbfSeconds)
    guard interval < plainSeconds else { return nil }
    let saved = Checkpoint.expectedTime(
      work: plainSeconds, interval: interval, cost: cost, mtbf: mtbfSeconds, restart: restartSeconds)
    return saved < anew ? interval : nil
  }

  private var anew: Double {
    Checkpoint.expectedTimeWithout(work: plainSeconds, mtbf: mtbfSeconds, restart: restartSeconds)
  }

  /// Seconds without any failure: the work and the checkpoints written.
  package var undisturbedSeconds: Double {
    guard let interval, let cost = checkpointSeconds else { return plainSeconds }
    return plainSeconds * (1 + cost / interval)
  }

  /// Expected seconds with failures: from the last checkpoint, else from the beginning.
  package var expectedSeconds: Double {
    guard mtbfSeconds.isFinite else { return plainSeconds }
    guard mtbfSeconds > 0 else { return .infinity }
    guard let interval, let cost = checkpointSeconds else {
      // A checkpoint that costs nothing loses only the restart.
      return checkpointSeconds == 0 ? plainSeconds * Elementary.exp(restartSeconds / mtbfSeconds) : anew
    }
    return Checkpoint.expectedTime(
      work: plainSeconds, interval: interval, cost: cost, mtbf: mtbfSeconds, restart: restartSeconds)
  }

  /// Share of the paid time that failures and checkpoints take.
  package var waste: Double {
    let expected = expectedSeconds
    return expected > 0 && expected.isFinite ? 1 - plainSeconds / expected : expected.isFinite ? 0 : 1
  }

  /// Chance that a run of the job is stopped by a failure.
  package var failure: Double { mtbfSeconds > 0 ? -Elementary.expm1(-undisturbedSeconds / mtbfSeconds) : 1 }

  /// Share of the jobs that end within ``tries``; with checkpoints each segment is tried that often.
  package var done: Double {
    guard let interval, let cost = checkpointSeconds, mtbfSeconds > 0 else {
      return 1 - Elementary.pow(failure, Double(tries))
    }
    let segment = -Elementary.expm1(-(interval + cost) / mtbfSeconds)
    return Elementary.pow(1 - Elementary.pow(segment, Double(tries)), plainSeconds / interval)
  }

  /// Seconds that one interruption sets a job of `longest` seconds back at most.
  package func loss(longest: Double) -> Double {
    let lost = interval.map { min($0 + (checkpointSeconds ?? 0), longest) } ?? (checkpointSeconds == 0 ? 0 : longest)
    return restartSeconds + lost
  }
}
