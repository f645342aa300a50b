/// Availability of a stack that stands in two regions, and what of it moves how when one is lost.
package struct PairedAvailability: Sendable, Hashable {
  /// What neither region can do without, such as names and somebody else's services.
  package var shared: Availability
  /// The stack in either region by itself.
  package var home: Availability
  package var other: Availability
  /// Share of the unavailability that takes both regions down at once; an input to print.
  package var beta: Double
  /// Mean seconds until a region works again.
  package var repairSeconds: Double

  /// Creates the parts of a pair.
  package init(
    shared: Availability, home: Availability, other: Availability, beta: Double, repairSeconds: Double
  ) {
    self.shared = shared
    self.home = home
    self.other = other
    self.beta = beta
    self.repairSeconds = repairSeconds
  }

  /// Both down: common cause, and each by itself: β·min(u₁,u₂) + (1−β)²·u₁·u₂. With β = 1 both fail together
  /// whenever the better one does, which is the most that two channels can share.
  private var both: Double {
    let (u, v) = (home.unavailability, other.unavailability)
    return beta * min(u, v) + (1 - beta) * (1 - beta) * u * v
  }

  /// One region serves, the other takes over: besides both down, the time lost in failovers.
  ///
  /// A region that is down a share u of the time for repairs of R fails u/R times a second; each failure costs the
  /// failover where it works and the repair where it does not: u·(c·F/R + 1 − c).
  ///
  /// - Parameters:
  ///   - failoverSeconds: from the failure until the other region serves.
  ///   - coverage: share of failovers that work.
  package func passive(failoverSeconds: Double, coverage: Double) -> Availability {
    let lost = home.unavailability * lost(failoverSeconds, coverage)
    return .series([shared, Availability(unavailability: min(home.unavailability, both + lost))])
  }

  /// Both regions serve: users of the one that fails are sent to the other.
  ///
  /// - Parameters:
  ///   - homeShare: share of the users that home serves.
  ///   - redirectSeconds: until a failed region's users reach the other; always exercised, so it always works.
  ///   - promotionSeconds: until what only home may do, such as taking writes, goes on; `nil` where both do all.
  ///   - coverage: share of promotions that work.
  package func active(
    homeShare: Double, redirectSeconds: Double, promotionSeconds: Double? = nil, coverage: Double = 1
  ) -> Availability {
    let atHome =
      promotionSeconds.map { home.unavailability * lost($0, coverage) }
      ?? home.unavailability * homeShare * lost(redirectSeconds, 1)
    let elsewhere = other.unavailability * (1 - homeShare) * lost(redirectSeconds, 1)
    return .series([shared, Availability(unavailability: both + atHome + elsewhere)])
  }

  /// Share of an outage that is still felt.
  private func lost(_ seconds: Double, _ coverage: Double) -> Double {
    guard repairSeconds > 0 else { return 1 }
    return coverage * min(1, seconds / repairSeconds) + 1 - coverage
  }
}
