/// Interruptible capacity: hazard, expected time, waste.
package enum Spot {
  /// Hours of a month in provider statistics.
  package static let hoursPerMonth = 730.0

  /// Mean time between interruptions in seconds, from the share of instances interrupted a month:
  /// −730 h/ln(1 − p). 0 gives infinity, 1 gives 0.
  package static func meanTimeBetween(interruptionPerMonth p: Double) -> Double {
    if p <= 0 { return .infinity }
    if p >= 1 { return 0 }
    return -hoursPerMonth * 3600 / Elementary.log1p(-p)
  }

  /// Expected seconds for `work` seconds with checkpoints at the optimal interval, or from the start
  /// again after every interruption where that is quicker; with `checkpoint` nil, always the latter.
  package static func expectedTime(
    work: Double, interruptionPerMonth: Double, checkpoint: Double?, restart: Double
  ) -> Double {
    let mtbf = meanTimeBetween(interruptionPerMonth: interruptionPerMonth)
    if mtbf == .infinity { return work }
    guard mtbf > 0 else { return .infinity }
    let plain = Checkpoint.expectedTimeWithout(work: work, mtbf: mtbf, restart: restart)
    guard let cost = checkpoint, cost > 0 else {
      return checkpoint == nil ? plain : work * Elementary.exp(restart / mtbf)
    }
    let interval = min(work, Checkpoint.optimum(cost: cost, mtbf: mtbf))
    let saved = Checkpoint.expectedTime(work: work, interval: interval, cost: cost, mtbf: mtbf, restart: restart)
    return min(plain, saved)
  }

  /// Share of paid time that is lost, √(2δλ) + λR (first order).
  package static func waste(interruptionPerMonth: Double, checkpoint: Double, restart: Double) -> Double {
    let mtbf = meanTimeBetween(interruptionPerMonth: interruptionPerMonth)
    return mtbf > 0 ? Checkpoint.waste(cost: checkpoint, mtbf: mtbf, restart: restart) : 1
  }
}
