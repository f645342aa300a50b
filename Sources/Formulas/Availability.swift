/// Availability with its complement, each to full precision: 1 − availability would lose the digits
/// that matter.
package struct Availability: Sendable, Hashable {
  /// Share of time (or of requests) that works, 0…1.
  package let availability: Double
  /// 1 − availability, computed without cancellation.
  package let unavailability: Double

  /// From the unavailability, clamped to 0…1.
  package init(unavailability u: Double) {
    let bounded = min(1, max(0, u))
    unavailability = bounded
    availability = 1 - bounded
  }

  /// From the availability, clamped to 0…1.
  package init(_ availability: Double) {
    self.init(unavailability: 1 - availability)
  }

  /// From mean times between failures and to repair: MTBF/(MTBF + MTTR); any one unit.
  package init(meanTimeBetweenFailures mtbf: Double, meanTimeToRepair mttr: Double) {
    self.init(unavailability: mttr / (mtbf + mttr))
  }

  /// All parts needed: ∏ Aᵢ. Empty gives 1. Count a shared dependency once.
  ///
  /// - Complexity: O(n).
  package static func series(_ parts: [Availability]) -> Availability {
    var sum = 0.0
    for part in parts { sum += Elementary.log1p(-part.unavailability) }
    return Availability(unavailability: -Elementary.expm1(sum))
  }

  /// All parts needed, from plain availabilities.
  package static func series(_ parts: [Double]) -> Availability { series(parts.map { Availability($0) }) }

  /// One part is enough, failures independent: 1 − ∏ (1 − Aᵢ). Empty gives 0.
  package static func parallel(_ parts: [Availability]) -> Availability {
    Availability(unavailability: parts.reduce(1) { $0 * $1.unavailability })
  }

  /// One part is enough, from plain availabilities.
  package static func parallel(_ parts: [Double]) -> Availability { parallel(parts.map { Availability($0) }) }

  /// At least `k` of `n` equal parts needed; exact, with common cause.
  ///
  /// U = β·u + Σ_{j>n−k} C(n,j) v^j (1−v)^(n−j), v = (1−β)u (β-factor model, as in IEC 61508-6).
  /// k ≤ 0 gives 1, k > n gives 0.
  /// - Parameters:
  ///   - part: one part.
  ///   - n: number of parts.
  ///   - k: number that must work.
  ///   - beta: share of a part's unavailability that takes all down at once, 0…1; an assumption to
  ///     print, 0.05-0.1 where nothing is known.
  /// - Complexity: O(k).
  package static func atLeast(_ k: Int, of n: Int, _ part: Availability, beta: Double = 0) -> Availability {
    guard k > 0 else { return Availability(unavailability: 0) }
    guard k <= n else { return Availability(unavailability: 1) }
    let u = part.unavailability
    let v = min(1, max(0, (1 - beta) * u))
    return Availability(unavailability: beta * u + tooMany(failed: v, n: n, k: k))
  }

  /// Regions behind shared parts, active-passive with failover: shared · (1 − (1 − regional)^R), less
  /// the time lost in failovers.
  ///
  /// - Parameters:
  ///   - shared: what all regions need (names, identity, entry).
  ///   - regional: one region.
  ///   - regions: number of regions.
  ///   - beta: common cause of regions.
  ///   - failoversPerYear: failovers that traffic has to go through; 0 for active-active.
  ///   - failoverSeconds: duration of one.
  ///   - coverage: share of failovers that work; the rest waits for the repair.
  ///   - repairSeconds: mean time to repair a region.
  package static func regions(
    shared: Availability, regional: Availability, regions: Int, beta: Double = 0,
    failoversPerYear: Double = 0, failoverSeconds: Double = 0, coverage: Double = 1, repairSeconds: Double = 0
  ) -> Availability {
    let group = atLeast(1, of: regions, regional, beta: beta)
    let year = 365.25 * 86_400.0
    let lost = failoversPerYear * (coverage * failoverSeconds + (1 - coverage) * repairSeconds) / year
    return series([shared, Availability(unavailability: min(1, group.unavailability + max(0, lost)))])
  }

  /// Hours without service saved a year by a second region:
  /// λ[MTTR − c·F − (1−c)·MTTR] = λ·c·(MTTR − F).
  package static func hoursSaved(
    outagesPerYear: Double, repairHours: Double, failoverHours: Double, coverage: Double
  ) -> Double {
    outagesPerYear * coverage * (repairHours - failoverHours)
  }

  /// P(more than n − k of n parts failed), a sum of positive terms from the largest ratio on.
  private static func tooMany(failed v: Double, n: Int, k: Int) -> Double {
    if v <= 0 { return 0 }
    if v >= 1 { return 1 }
    let logs = (Elementary.log(v), Elementary.log1p(-v))
    func term(_ j: Int) -> Double {
      Elementary.exp(binomialLog(n, j) + Double(j) * logs.0 + Double(n - j) * logs.1)
    }
    if n <= 60 {
      // Products of small integers: exact to the last digits.
      var sum = 0.0
      var j = n
      while j > n - k {
        var product = 1.0
        let m = min(j, n - j)
        for i in 0..<m { product *= Double(n - i) / Double(i + 1) }
        sum += product * power(v, j) * Elementary.exp(Double(n - j) * logs.1)
        j -= 1
      }
      return sum
    }
    var sum = 0.0
    var j = n
    while j > n - k {
      sum += term(j)
      j -= 1
    }
    return sum
  }

  private static func power(_ x: Double, _ n: Int) -> Double {
    var (result, base, exponent) = (1.0, x, n)
    while exponent > 0 {
      if exponent & 1 == 1 { result *= base }
      base *= base
      exponent >>= 1
    }
    return result
  }

  private static func binomialLog(_ n: Int, _ k: Int) -> Double {
    GammaFunctions.logGamma(Double(n + 1)) - GammaFunctions.logGamma(Double(k + 1))
      - GammaFunctions.logGamma(Double(n - k + 1))
  }
}
