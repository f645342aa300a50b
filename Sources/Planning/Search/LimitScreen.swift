import Formulas

/// Decides for many fleets whether a path keeps its latency limits; the hops that stay are composed once.
///
/// Shares are read off a lattice of 512 cells at 1 % above and below each limit. Only where the two
/// disagree is the path composed as accurately as what is printed, so that search and print agree.
struct LimitScreen {
  let limits: [(percentile: Double, seconds: Double)]
  private let screen: PathScreen
  private let fixed: Cumulants
  /// A path whose quick estimate is beyond this multiple of a limit is not composed at all.
  private static let hopeless = 3.0

  /// Prepares the fixed hops; `limits` must not be empty.
  init(_ limits: [(percentile: Double, seconds: Double)], fixed: PathNode) {
    self.limits = limits
    let points = limits.flatMap { [$0.seconds * (1 - PathModel.band), $0.seconds * (1 + PathModel.band)] }
    screen = PathScreen(
      fixed: PathModel.hops(fixed, cells: PathModel.searchCells), limits: points, cells: PathModel.searchCells)
    self.fixed = PathModel.cumulants(fixed)
  }

  /// Shares at the points of the limits for the fixed hops alone.
  var fixedShares: [Double] { screen.withinFixed() }

  /// Whether the path with this queue added keeps every limit; `path` is composed when it is close.
  func meets(queue: QueueInputs, path: () -> PathNode) -> Bool {
    guard queue.utilization < 1 else { return false }
    let quick = ShiftedLognormal(fixed + QueueBound(queue).response)
    for limit in limits where quick.percentile(limit.percentile) > limit.seconds * LimitScreen.hopeless { return false }
    return decide(screen.within(queue: queue), path: path)
  }

  /// Whether the path with a service but no queue could keep every limit.
  func meets(service: ServiceDistribution) -> Bool {
    let shares = screen.within(service: service)
    return limits.indices.allSatisfy { shares[2 * $0 + 1] >= limits[$0].percentile }
  }

  /// Settles shares at the points of each limit.
  func decide(_ shares: [Double], path: () -> PathNode) -> Bool {
    for index in limits.indices {
      let limit = limits[index]
      if shares[2 * index] >= limit.percentile { continue }
      if shares[2 * index + 1] < limit.percentile { return false }
      if PathModel.percentile(limit.percentile, path()) > limit.seconds { return false }
    }
    return true
  }
}
