import Formulas

/// Jobs that arrive one by one at slots which are kept for them.
///
/// Jobs of one width wait as in M/G/c: Erlang's C, Kimura's or the light-heavy mean, an exponential wait for
/// those that wait (±10 % of the p90 for variations up to 1, conservative below). Jobs of unlike width wait as
/// in the replayed trace of ``BatchWait``, whose mean run of 1.35 h is scaled to theirs: ±50 %, indicative.
package struct JobQueue: Sendable, Hashable {
  /// Jobs a second.
  package var arrivalPerSecond: Double
  /// Mean seconds of one on a slot.
  package var runtimeSeconds: Double
  /// Squared variation of the run time.
  package var scv: Double
  /// Slots.
  package var slots: Double
  /// How jobs of unlike width are started; `nil` for jobs of one width.
  package var mixed: BatchWait.Policy?

  /// Mean run time of the replayed trace, in seconds.
  package static let traceRunSeconds = 1.35 * 3600

  /// Creates a queue.
  package init(
    arrivalPerSecond: Double, runtimeSeconds: Double, scv: Double, slots: Double, mixed: BatchWait.Policy?
  ) {
    self.arrivalPerSecond = arrivalPerSecond
    self.runtimeSeconds = runtimeSeconds
    self.scv = scv
    self.slots = slots
    self.mixed = mixed
  }

  /// Busy share of the slots.
  package var load: Double { slots > 0 ? arrivalPerSecond * runtimeSeconds / slots : .infinity }

  /// Whether jobs pile up: at 1 for one width, at 0.65 and 0.95 for FCFS and EASY with unlike ones.
  package var isSaturated: Bool {
    switch mixed {
    case .fcfs?: load > 0.65
    case .easy?: load > 0.95
    case nil: load >= 1
    }
  }

  /// Quantile of the wait, in seconds; infinite when jobs pile up.
  package func wait(quantile p: Double) -> Double {
    guard !isSaturated else { return .infinity }
    if let mixed {
      guard let table = BatchWait(load: load, policy: mixed) else { return .infinity }
      // Between the quantiles of the table, by the logarithm of the share that waits longer.
      let known = [(0.5, table.p50), (0.9, table.p90), (0.99, table.p99)]
      var before = (0.0, 0.0)
      for point in known {
        if p <= point.0 {
          let span = Elementary.log((1 - before.0) / (1 - point.0))
          let part = span > 0 ? Elementary.log((1 - before.0) / (1 - p)) / span : 1
          return (before.1 + part * (point.1 - before.1)) * runtimeSeconds / Self.traceRunSeconds
        }
        before = point
      }
      return table.p99 * Elementary.log(1 - p) / Elementary.log(0.01) * runtimeSeconds / Self.traceRunSeconds
    }
    let means = self.means
    guard means.waitProbability > 1 - p else { return 0 }
    return means.meanWait / means.waitProbability * Elementary.log(means.waitProbability / (1 - p))
  }

  /// Chance of waiting, and the mean wait in seconds, of jobs of one width.
  package var means: (waitProbability: Double, meanWait: Double) {
    let means = QueueSystem.means(
      QueueInputs(arrivalPerSecond: arrivalPerSecond, serviceSeconds: runtimeSeconds, servers: slots, cs2: scv))
    return (means.waitProbability, means.meanWait)
  }

  /// An upper bound on the `p` quantile of waiting and running: quantiles whose probabilities multiply to `p`.
  package func finish(quantile p: Double) -> Double {
    guard !isSaturated else { return .infinity }
    func run(_ q: Double) -> Double { BatchLot.runtime(mean: runtimeSeconds, scv: scv, quantile: q) }
    if mixed != nil { return wait(quantile: p) + run(p) }
    let idle = 1 - means.waitProbability
    let split = p.squareRoot()
    let even = wait(quantile: split) + run(split)
    return idle > p ? min(even, run(p / idle)) : even
  }
}
