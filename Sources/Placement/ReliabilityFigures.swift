/// Availabilities and recovery times of building blocks, as the providers publish them.
///
/// Service-level agreements are refund rules, not forecasts; they are the only public figures, so
/// they are inputs that the reader can see and overrule, never proofs.
package struct ReliabilityFigures: Sendable, Hashable {
  /// One virtual machine (EC2 instance-level SLA, 2024).
  package var instance = 0.995
  /// Two or more machines in one zone share its power and network; half the region's target [A].
  package var zone = 0.9995
  /// A region used over several zones (EC2 region-level SLA, 2024).
  package var region = 0.9999
  /// A managed load balancer (ELB SLA, 2024).
  package var loadBalancer = 0.9999
  /// A managed relational database over several zones (RDS Multi-AZ SLA, 2024).
  package var managedDatabaseMultiZone = 0.9995
  /// A managed relational database in one zone (RDS single-instance SLA, 2024).
  package var managedDatabaseSingleZone = 0.995
  /// An object store (S3 Standard SLA, 2024).
  package var objectStorage = 0.999
  /// Seconds until a failed standby takes over (managed databases: 60 to 120 s, vendor documentation).
  package var failoverSeconds = 120.0
  /// Seconds to restore a single-zone store from its backup [A].
  package var restoreSeconds = 4.0 * 3600

  /// The published figures.
  package init() {}

  /// Probability that at least `needed` of `count` machines are up, spread over `zones`.
  ///
  /// Exact over the zones that are up (each independently with ``zone``) and the machines in them
  /// (independently with ``instance``); the region's own failures take all down.
  ///
  /// - Complexity: O(2^zones · count²) with at most 6 zones.
  package func fleet(needed: Int, count: Int, zones: Int) -> Double {
    guard count >= needed, needed > 0, zones > 0 else { return 0 }
    if zones == 1 { return zone * atLeast(needed, of: count) }
    var up = 0.0
    for mask in 1..<(1 << min(zones, 6)) {
      var machines = 0
      var probability = 1.0
      for z in 0..<min(zones, 6) {
        let share = count / zones + (z < count % zones ? 1 : 0)
        if mask >> z & 1 == 1 {
          machines += share
          probability *= zone
        } else {
          probability *= 1 - zone
        }
      }
      if machines >= needed { up += probability * atLeast(needed, of: machines) }
    }
    return region * up
  }

  /// P(at least `needed` of `count` independent machines are up), summed from the unlikely side.
  private func atLeast(_ needed: Int, of count: Int) -> Double {
    let down = 1 - instance
    // P(exactly j down) for j = 0…count-needed, by the ratio of neighbouring terms.
    var term = 1.0
    for _ in 0..<count { term *= instance }
    var sum = term
    var j = 0
    while j < count - needed {
      term *= Double(count - j) / Double(j + 1) * down / instance
      sum += term
      j += 1
    }
    return min(1, sum)
  }
}
