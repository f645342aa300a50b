/// Caches of one size near the callers before a larger one in the region, all LRU with a time to live.
///
/// Che's fixed point for each level; the regional cache sees the misses of the others as Poisson streams, but for
/// a miss of one cache its own last fetch lies at least that cache's characteristic time back (Martina, Garetto
/// and Leonardi, INFOCOM 2014). A copy leaves with the first gap of its requests that is longer than the
/// characteristic time, or at its time to live, which the levels share evenly: nothing is older than that in all.
/// Within 1 % absolute of simulation without, 2 % with a time to live.
package struct CacheTree: Sendable, Hashable {
  /// What the caches are and what is asked of them.
  package struct Inputs: Sendable, Hashable {
    /// Objects, and how their popularity falls with their rank.
    package var objects: Double
    package var zipf: Double
    /// Objects that fit into each cache near the callers, and how many of these there are.
    package var edge: Double
    package var caches: Double
    /// Objects that fit into the regional cache; 0 without one.
    package var regional: Double
    /// Requests of all callers, 1/s.
    package var perSecond: Double
    /// Writes to all objects, 1/s, spread like the reads.
    package var writesPerSecond: Double
    /// Seconds after which a copy is fetched again; infinite without a limit.
    package var ttl: Double

    /// Creates the inputs.
    package init(
      objects: Double, zipf: Double, edge: Double, caches: Double, regional: Double, perSecond: Double,
      writesPerSecond: Double, ttl: Double
    ) {
      self.objects = objects
      self.zipf = zipf
      self.edge = edge
      self.caches = caches
      self.regional = regional
      self.perSecond = perSecond
      self.writesPerSecond = writesPerSecond
      self.ttl = ttl
    }
  }

  /// Share of all requests that the caches near the callers answer.
  package let edgeHits: Double
  /// Share of all requests that the regional cache answers.
  package let regionalHits: Double
  /// Share of all requests that a copy answers which a write has overtaken: at most, with copies kept to their limit.
  package let staleShare: Double

  /// Nil when a number is out of its domain.
  ///
  /// - Complexity: O(1) in the objects: 2048 ranks one by one and some hundred for the rest, for each step of a root.
  package init?(_ x: Inputs) {
    guard x.objects >= 1, x.objects < 1e15, x.zipf >= 0, x.zipf.isFinite, x.edge >= 0, x.regional >= 0, x.caches >= 1,
      x.perSecond > 0, x.perSecond.isFinite, x.writesPerSecond >= 0, x.ttl > 0
    else { return nil }
    let ranks = RankSum(objects: x.objects.rounded(.down))
    let weights = ranks.logRanks.map { Elementary.exp(-x.zipf * $0) }
    let total = ranks.sum(weights)
    let p = weights.map { $0 / total }
    // Time in seconds; every cache near the callers sees its part of the requests.
    let own = p.map { $0 * x.perSecond / x.caches }
    let isTwo = x.regional > 0 && x.edge > 0
    let life = isTwo ? x.ttl / 2 : x.ttl
    let (first, edgeTime) = CacheTree.level(ranks, own, size: x.edge, life: life)
    edgeHits = ranks.sum(zip(p, first).map { $0 * $1 })
    var held = first
    var further = 0.0
    if x.regional > 0 {
      let misses = zip(own, first).map { $0 * (1 - $1) }
      let (second, time) = CacheTree.level(ranks, misses.map { $0 * x.caches }, size: x.regional, life: life)
      let since = min(edgeTime, life)
      let until = min(time, life)
      // The part of the stream that may have fetched the object: all of the others', the own one only before.
      let fresh = until > 0 ? max(0, 1 - since / until) : 0
      let share = (x.caches - 1 + (until.isInfinite && since.isFinite ? 1 : fresh)) / x.caches
      let seen = second.map { $0 >= 1 ? 1 : -Elementary.expm1(share * Elementary.log1p(-$0)) }
      further = ranks.sum(zip(p, zip(first, seen)).map { $0 * (1 - $1.0) * $1.1 })
      held = zip(first, seen).map { $0 + (1 - $0) * $1 }
    }
    regionalHits = further
    let late = ranks.sum(
      zip(p, held).map { $0 * $1 * CacheTree.stale(writesPerSecond: x.writesPerSecond * $0, ttl: x.ttl) })
    staleShare = min(1, max(0, late))
  }

  /// Share of the answers that are stale when an object is written at a rate and fetched again after `ttl`:
  /// 1 − (1 − e^(−wT))/(wT), the mean over all ages of the copy.
  package static func stale(writesPerSecond w: Double, ttl: Double) -> Double {
    let x = w * ttl
    guard x > 0 else { return 0 }
    guard x.isFinite else { return 1 }
    return x < 1e-4 ? x / 2 - x * x / 6 : 1 + Elementary.expm1(-x) / x
  }

  /// The longest time to live with which no more than a share of the requests gets a stale answer, were all objects cached.
  ///
  /// - Returns: seconds; infinite where nothing is written.
  package static func longestLife(_ x: Inputs, staleShare: Double) -> Double {
    guard x.writesPerSecond > 0, staleShare < 1 else { return .infinity }
    guard staleShare > 0, x.objects >= 1, x.objects < 1e15 else { return 0 }
    let ranks = RankSum(objects: x.objects.rounded(.down))
    let weights = ranks.logRanks.map { Elementary.exp(-x.zipf * $0) }
    let total = ranks.sum(weights)
    let p = weights.map { $0 / total }
    return Root.decreasing(from: 0, scale: staleShare * x.objects / x.writesPerSecond) { ttl in
      staleShare - ranks.sum(p.map { $0 * stale(writesPerSecond: x.writesPerSecond * $0, ttl: ttl) })
    }
  }

  /// Share of the time for which each object is held, which is the share of its requests that find it, and the
  /// characteristic time in seconds.
  private static func level(
    _ ranks: RankSum, _ rates: [Double], size: Double, life: Double
  ) -> (held: [Double], time: Double) {
    func held(_ time: Double) -> [Double] { rates.map { share(rate: $0, time: time, life: life) } }
    guard size > 0 else { return (rates.map { _ in 0 }, 0) }
    let all = held(.infinity)
    guard ranks.sum(all) > size else { return (all, .infinity) }
    let rate = max(ranks.sum(rates), 1e-300)
    let time = Root.decreasing(from: 0, scale: size / rate) { size - ranks.sum(held($0)) }
    return (held(time), time)
  }

  /// λE[L]/(1 + λE[L]) with E[L] = min(T, life) + (1 − e^(−θ(life − T)))/θ, 1/θ = (e^(λT) − 1)/λ − T: exact without
  /// a limit (1 − e^(−λT)) and where nothing is pushed out.
  private static func share(rate: Double, time: Double, life: Double) -> Double {
    guard rate > 0 else { return 0 }
    if life == .infinity { return time == .infinity ? 1 : -Elementary.expm1(-rate * time) }
    var mean = min(time, life)
    if life > time {
      let x = rate * time
      let further = x > 700 ? .infinity : (x < 1e-3 ? x * x / 2 : Elementary.expm1(x) - x) / rate
      if further == .infinity {
        mean = life
      } else if further > 0 {
        mean += -further * Elementary.expm1(-(life - time) / further)
      }
    }
    return rate * mean / (1 + rate * mean)
  }
}
