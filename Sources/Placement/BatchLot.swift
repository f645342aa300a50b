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
    let z = Normal.quantile(p)
    let work = runtimeSeconds * (jobs + z * (jobs * scv).squareRoot())
    let inFlight = min(slots, jobs)
    // Longest of the jobs in flight: quantile p^(1/inFlight) of a lognormal run time.
    let variance = Elementary.log(1 + scv)
    let perJob = Elementary.exp(Elementary.log(p) / inFlight)
    let longest =
      runtimeSeconds * Elementary.exp(Normal.quantile(perJob) * variance.squareRoot() - variance / 2)
    return max(work / slots + (1 - 1 / slots) * longest, longest)
  }
}
