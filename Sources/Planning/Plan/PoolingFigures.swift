import Formulas
import Foundations

/// Capacity that several teams could share, against a silo for each: Erlang's C at the same chance to wait.
package struct PoolingFigures: Sendable, Hashable {
  /// One of those who would share.
  package struct Member: Sendable, Hashable {
    package var name: String
    /// Servers' worth of work in its busy hour, erlang.
    package var load: Double
    /// Servers that it needs alone.
    package var silo: Int
    /// Servers that it may take at most, so that the others still wait no more often than promised.
    package var quota: Int

    /// Creates a member.
    package init(name: String, load: Double, silo: Int, quota: Int) {
      self.name = name
      self.load = load
      self.silo = silo
      self.quota = quota
    }
  }

  /// What is shared, such as `cores of aws:eu-west-1`.
  package var what: String
  package var members: [Member]
  /// Servers of all silos, and of the pool.
  package var silos: Int
  package var pool: Int
  /// Share of arrivals that may wait.
  package var waitProbability: Double
  /// A server a month.
  package var unitPrice: Money
  /// People who run the shared platform, a month.
  package var platform: Money

  /// Sizes silos and pool; `nil` where fewer than two would share.
  ///
  /// All are at their busy hour at once: peaks that fall apart save more.
  package init?(
    what: String, loads: [(name: String, load: Double)], waitProbability: Double = 0.2, unitPrice: Money,
    platform: Money
  ) {
    let loads = loads.filter { $0.load > 0 }
    let sum = loads.reduce(0) { $0 + $1.load }
    guard loads.count > 1, let pool = Staffing.servers(load: sum, waitProbability: waitProbability) else { return nil }
    self.what = what
    self.pool = pool
    self.waitProbability = waitProbability
    self.unitPrice = unitPrice
    self.platform = platform
    members = []
    for (name, load) in loads {
      guard let silo = Staffing.servers(load: load, waitProbability: waitProbability),
        let others = Staffing.servers(load: sum - load, waitProbability: waitProbability)
      else { return nil }
      members.append(Member(name: name, load: load, silo: silo, quota: max(pool - others, 0)))
    }
    silos = members.reduce(0) { $0 + $1.silo }
  }

  /// Saved servers a month, less the platform (B10); negative where silos are cheaper.
  package var margin: Money {
    Money(
      BreakEven.pooling(
        siloUnits: Double(silos), pooledUnits: Double(pool), unitPrice: unitPrice.double, platform: platform.double))
  }
  /// Three years of silos, and of the pool with its platform.
  package var threeYears: (silos: Money, pool: Money) {
    (unitPrice.times(36 * Double(silos)), unitPrice.times(36 * Double(pool)) + platform.times(36))
  }
  package var pays: Bool { margin > .zero }
}

/// Jobs in the hours when a fleet that is always on has little to do.
package struct FillFigures: Sendable, Hashable {
  /// The service whose machines stand idle, and the jobs that would run on them.
  package var host: String
  package var filler: String
  /// Reference core-hours a month that stay free below the busy hour's utilisation.
  package var free: Double
  /// Reference core-hours a month of the jobs.
  package var needed: Double
  /// What the jobs' machines cost a month.
  package var price: Money

  /// Creates the figures.
  package init(host: String, filler: String, free: Double, needed: Double, price: Money) {
    self.host = host
    self.filler = filler
    self.free = free
    self.needed = needed
    self.price = price
  }

  /// Share of the jobs that fits; the service is never busier than in its busy hour, so its percentiles hold.
  package var share: Double { needed > 0 ? min(1, free / needed) : 0 }
  package var saving: Money { price.times(share) }
}
