/// What the spec says of failures and of how they are practised.
package struct RecoveryProblem: Sendable, Hashable {
  /// Failover drills a month; 0 where they are never held.
  package var drillsPerMonth = 0.0
  /// Seconds until a failure is noticed; `nil` when it is not stated.
  package var detectSeconds: Double?

  /// Nothing stated, nothing practised.
  package init() {}
}

/// Two regions that a placement is tied to.
package struct PairPin: Sendable, Hashable {
  /// `provider:region` of the region that is written to, and of the other.
  package var home: String
  package var other: String
  /// Machines in the other region that must be kept; `nil` where they may be chosen anew.
  package var site: Site?
  /// Whether the machines there start only when they are needed; `nil` where that may be chosen.
  package var isPilotLight: Bool?
  /// Zones of the home region; `nil` where they may be chosen.
  package var zones: Int?

  /// Ties a placement to two regions.
  package init(home: String, other: String) {
    self.home = home
    self.other = other
  }
}
