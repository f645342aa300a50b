import Formulas
import Foundations
import Placement

/// Two regions of a provider that a group of workloads is tried in together.
struct RegionPair: Sendable {
  /// Where what has one authority is written to; in active-passive the one that serves.
  let home: RegionContext
  let other: RegionContext
  let topology: Topology
  /// Round trip between the two, seconds.
  let roundTripSeconds: Double
  let failover = FailoverFigures()

  /// `nil` where nobody knows how far apart they are.
  init?(home: RegionContext, other: RegionContext, topology: Topology) {
    let place = PlacePoint.region("\(home.provider):\(home.region)")
    guard
      let path = home.market.roundTrip(from: place, provider: other.provider, region: other.region)
    else { return nil }
    self.home = home
    self.other = other
    self.topology = topology
    roundTripSeconds = path.seconds
  }

  private var recovery: RecoveryProblem { home.problem.recovery }

  /// Seconds until the loss of a region is noticed: as stated, else by checks from outside.
  var detectSeconds: Double { recovery.detectSeconds ?? failover.detectSeconds }

  /// Seconds until a lost region's users reach the other.
  var redirectSeconds: Double { detectSeconds + failover.redirectSeconds }

  var isDrilled: Bool { recovery.drillsPerMonth > 0 }

  /// Share of failovers that work.
  var coverage: Double { isDrilled ? failover.drilledCoverage : failover.undrilledCoverage }

  /// What a GB costs on the way; `nil` when unknown.
  func price(fromHome: Bool, gigabytes: Double) -> (price: Money, source: String)? {
    let (a, b) = fromHome ? (home, other) : (other, home)
    guard gigabytes > 0 else { return (.zero, "") }
    return a.market.traffic(
      from: "\(a.provider):\(a.region)", to: "\(b.provider):\(b.region)", gigabytes: gigabytes).map {
      (Money($0.total.double / gigabytes), $0.source)
    }
  }

  /// Adds bytes a second that go to the other region, or come from there.
  func addTraffic(to book: inout CostBook, _ item: String, bytesPerSecond: Double, fromHome: Bool) {
    let gigabytes = bytesPerSecond * CostBook.hoursPerMonth * 3600 / 1e9
    guard gigabytes > 0 else { return }
    let (a, b) = fromHome ? (home.region, other.region) : (other.region, home.region)
    let found = price(fromHome: fromHome, gigabytes: gigabytes)
    book.add(
      "traffic", "\(item), \(a) to \(b)", quantity: gigabytes, unit: "GB", price: found?.price,
      source: found?.source ?? "")
  }

  /// Adds the labour of the drills that the spec states.
  func addDrills(to book: inout CostBook) {
    guard isDrilled else { return }
    book.labour("failover drills", hours: recovery.drillsPerMonth * failover.drillHours)
  }

  /// Share of a workload's users that are nearer to home; `nil` without users.
  func homeShare(_ workload: WorkloadProblem) -> Double? {
    guard !workload.users.isEmpty else { return nil }
    return workload.users.reduce(0) { $0 + (isNearerHome($1) ? $1.share : 0) }
  }

  /// Where a group of users is sent: to the region with the shorter round trip, home among equals.
  func isNearerHome(_ group: UserGroupProblem) -> Bool {
    let here = home.market.roundTrip(from: group.place, provider: home.provider, region: home.region)?.seconds
    let there = other.market.roundTrip(from: group.place, provider: other.provider, region: other.region)?.seconds
    return (here ?? .infinity) <= (there ?? .infinity)
  }

  var label: String { "\(home.provider):\(home.region) with \(other.region)" }
}
