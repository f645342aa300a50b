import Formulas

/// A lot of equal jobs released together, run on identical slots.
package struct BatchLot: Sendable, Hashable {
  /// Jobs in the lot.
  package var jobs: Double
  /// Mean run time of one job on the slot, in seconds.
  package var runtimeSeconds: Double
  /// Squared coefficient of variation of the run time.
  package var scv: Double

  /// Creates a lot.
  package init(jobs: Double, runtimeSeconds: Double, scv: Double) {
    self.jobs = jobs
    self.runtimeSeconds = runtimeSeconds
    self.scv = scv
  }

  /// An upper bound on the time from release to the end of the last job, at quantile `p`, in seconds.
  ///
  /// Equal run times: exact, ⌈jobs/slots⌉ · runtime. Otherwise Graham's bound for any list
  /// schedule (Graham 1966), work/slots + (1 − 1/slots) · longest, with the work's quantile by the
  /// normal law and the longest of the last wave by the lognormal one; at most 1/slots · longest
  /// above the optimum's own bound.
  ///
  /// - Complexity: O(1).
  package func makespan(slots: Double, quantile p: Double) -> Double {
    guard slots >= 1, jobs > 0 else { return jobs > 0 ? .infinity : 0 }
    if scv == 0 { return (jobs / slots).rounded(.up) * runtimeSeconds }
    let work = workSeconds(quantile: p)
    let longest = longest(inFlight: slots, quantile: p)
    // With a slot for every job all start at once.
    guard slots < jobs else { return longest }
    return max(work / slots + (1 - 1 / slots) * longest, longest)
  }

  /// The same on slots of unlike speed, whose run times are those of the reference core.
  ///
  /// No slot is idle before the last job starts, so that the end is at most
  /// (work − last)/Σspeed + last/slowest, for any order of jobs; Σspeed counts what is there on average.
  package func makespan(pool: SlotPool, quantile p: Double) -> Double {
    guard jobs > 0 else { return 0 }
    let speed = pool.effectiveSlots
    guard speed > 0 else { return .infinity }
    let longest = scv == 0 ? runtimeSeconds : longest(inFlight: max(1, pool.slots), quantile: p)
    let work = scv == 0 ? runtimeSeconds * jobs : workSeconds(quantile: p)
    return max(work / speed + longest * max(0, 1 / pool.slowest - 1 / speed), longest / pool.slowest)
  }

  /// Quantile of the work of all jobs, in seconds, by the normal law.
  package func workSeconds(quantile p: Double) -> Double {
    runtimeSeconds * (jobs + Normal.quantile(p) * (jobs * scv).squareRoot())
  }

  /// Quantile of the longest of the jobs in flight: p^(1/inFlight) of a lognormal run time.
  package func longest(inFlight slots: Double, quantile p: Double) -> Double {
    let inFlight = max(1, min(slots, jobs))
    return Self.runtime(mean: runtimeSeconds, scv: scv, quantile: Elementary.exp(Elementary.log(p) / inFlight))
  }

  /// Quantile of one run time, lognormal; the mean where times do not vary.
  package static func runtime(mean: Double, scv: Double, quantile p: Double) -> Double {
    guard scv > 0 else { return mean }
    let variance = Elementary.log(1 + scv)
    return mean * Elementary.exp(Normal.quantile(p) * variance.squareRoot() - variance / 2)
  }
}
