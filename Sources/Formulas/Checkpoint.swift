/// Checkpoint intervals and run times under exponential failures. Any one unit of time.
package enum Checkpoint {
  /// Young 1974: √(2δM). Costs up to 5 % of run time where δ/M = 0.5.
  ///
  /// - Parameters:
  ///   - cost: δ, time to write a checkpoint, ≥ 0.
  ///   - mtbf: M, mean time between failures, > 0.
  package static func young(cost: Double, mtbf: Double) -> Double { (2 * cost * mtbf).squareRoot() }

  /// Daly 2006, higher order: √(2δM)[1 + ⅓√(δ/2M) + δ/18M] − δ for δ < 2M, else M. Within 0.6 % of
  /// the optimum.
  package static func daly(cost: Double, mtbf: Double) -> Double {
    guard cost < 2 * mtbf else { return mtbf }
    let x = cost / (2 * mtbf)
    return (2 * cost * mtbf).squareRoot() * (1 + x.squareRoot() / 3 + x / 9) - cost
  }

  /// The exact optimum M(1 + W₀(−e^(−δ/M−1))), W₀ Lambert's function; cost 0 gives 0.
  ///
  /// - Complexity: about 6 Newton steps on ln(1−y) + y + δ/M = 0, y = τ/M.
  package static func optimum(cost: Double, mtbf: Double) -> Double {
    let d = cost / mtbf
    guard d > 0, d.isFinite else { return d == 0 ? 0 : mtbf }
    var y = min((2 * d).squareRoot(), -Elementary.expm1(-d - (2 * d).squareRoot()))
    for _ in 0..<60 {
      let rest = 1 - y
      guard rest > 0 else { return mtbf }
      let value = -ErlangExpansion.entropy(y) + d  // ln(1−y) + y + d
      let next = y + value * rest / y
      let bounded = next >= 1 ? 0.5 * (y + 1) : next <= 0 ? 0.5 * y : next
      if abs(bounded - y) <= 1e-16 * y { return mtbf * bounded }
      y = bounded
    }
    return mtbf * y
  }

  /// Expected time to finish, checkpoints every `interval` of work, restarts themselves
  /// preemptible: M·e^(R/M)·(e^((τ+δ)/M) − 1)·work/τ (Daly 2006).
  ///
  /// An infinite `mtbf` gives work·(1 + δ/τ).
  package static func expectedTime(
    work: Double, interval: Double, cost: Double, mtbf: Double, restart: Double
  ) -> Double {
    guard work > 0 else { return 0 }
    guard interval > 0 else { return .infinity }
    if mtbf == .infinity { return work * (1 + cost / interval) }
    return mtbf * Elementary.exp(restart / mtbf) * Elementary.expm1((interval + cost) / mtbf) * work / interval
  }

  /// Expected time without checkpoints, starting anew after each failure: (e^(w/M) − 1)(M + R).
  package static func expectedTimeWithout(work: Double, mtbf: Double, restart: Double) -> Double {
    mtbf == .infinity ? work : Elementary.expm1(work / mtbf) * (mtbf + restart)
  }

  /// First-order share of time lost at Young's interval: √(2δ/M) + R/M.
  package static func waste(cost: Double, mtbf: Double, restart: Double) -> Double {
    (2 * cost / mtbf).squareRoot() + restart / mtbf
  }

  /// Mean and variance of one segment of work and checkpoint, restarts not preemptible.
  ///
  /// w = τ + δ; failures geometric with success e^(−w/M), each losing an exponential cut at w and R.
  package static func segment(
    interval: Double, cost: Double, mtbf m: Double, restart: Double
  ) -> (mean: Double, variance: Double) {
    let w = interval + cost
    let survive = Elementary.exp(-w / m)
    let fail = -Elementary.expm1(-w / m)
    guard fail > 0, survive > 0 else { return (survive > 0 ? w : .infinity, survive > 0 ? 0 : .infinity) }
    let m1 = m - w * survive / fail
    let m2 = (2 * m * m - (w * w + 2 * w * m + 2 * m * m) * survive) / fail
    let mean = fail / survive
    let variance = fail / (survive * survive)
    let loss = m1 + restart
    return (w + mean * loss, mean * (m2 - m1 * m1) + variance * loss * loss)
  }

  /// Quantile of the time of `segments` segments: the mean of two gamma laws with the right mean and
  /// variance, one starting at 0 and one at the time without failures. Error ≤ 0.4 %.
  package static func makespan(
    quantile p: Double, segments n: Double, interval: Double, cost: Double, mtbf: Double, restart: Double
  ) -> Double {
    let one = segment(interval: interval, cost: cost, mtbf: mtbf, restart: restart)
    let (mean, variance) = (n * one.mean, n * one.variance)
    guard mean.isFinite, variance > 0 else { return mean }
    func gamma(_ mean: Double) -> Double {
      variance / mean * GammaFunctions.quantile(mean * mean / variance, p)
    }
    let least = n * (interval + cost)
    return 0.5 * (gamma(mean) + (mean > least ? least + gamma(mean - least) : mean))
  }
}
