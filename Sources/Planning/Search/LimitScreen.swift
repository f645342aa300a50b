import Formulas
import Synchronization

/// Decides for many fleets whether a path keeps its latency limits; the hops that stay are composed once.
///
/// Shares are read off a lattice of 512 cells at 1 % above and below each limit. Only where the two
/// disagree is the path composed as accurately as what is printed, so that search and print agree.
struct LimitScreen {
  let limits: [(percentile: Double, seconds: Double)]
  private let lattice: LazyScreen
  private let fixed: Cumulants
  /// A path whose quick estimate is beyond this multiple of a limit is not composed at all.
  private static let hopeless = 3.0

  /// Prepares the fixed hops; `limits` must not be empty.
  init(_ limits: [(percentile: Double, seconds: Double)], fixed: PathNode, known: ScreenCache? = nil) {
    self.limits = limits
    let points = limits.flatMap { [$0.seconds * (1 - PathModel.band), $0.seconds * (1 + PathModel.band)] }
    lattice = LazyScreen(path: fixed, points: points, known: known)
    self.fixed = PathModel.cumulants(fixed)
  }

  private var screen: PathScreen { lattice.screen }

  /// Shares at the points of the limits for the fixed hops alone.
  var fixedShares: [Double] { screen.withinFixed() }

  /// Whether the path with this queue added keeps every limit; `path` is composed when it is close.
  func meets(queue: QueueInputs, path: () -> PathNode) -> Bool {
    guard queue.utilization < 1 else { return false }
    let whole = fixed + QueueBound(queue).response
    if isFarBelow(whole) { return true }
    let quick = ShiftedLognormal(whole)
    for limit in limits where quick.percentile(limit.percentile) > limit.seconds * LimitScreen.hopeless { return false }
    return decide(screen.within(queue: queue), path: path)
  }

  /// Whether Cantelli's inequality alone keeps every limit: P(T ≥ mean + t) ≤ variance / (variance + t²).
  ///
  /// The variance of a queue is that of its fitted law; half as much again covers the fit.
  private func isFarBelow(_ whole: Cumulants) -> Bool {
    let variance = 1.5 * whole.variance
    return limits.allSatisfy { limit in
      let t = limit.seconds - whole.mean
      return t > 0 && variance / (variance + t * t) <= 1 - limit.percentile
    }
  }

  /// Whether the path with a service but no queue could keep every limit.
  func meets(service: ServiceDistribution) -> Bool {
    if isFarBelow(fixed + service.cumulants) { return true }
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

/// The lattice of a screen, made when it is first needed: most fleets are settled without it.
private final class LazyScreen {
  private let path: PathNode
  private let points: [Double]
  private let known: ScreenCache?
  private var made: PathScreen?

  init(path: PathNode, points: [Double], known: ScreenCache?) {
    self.path = path
    self.points = points
    self.known = known
  }

  var screen: PathScreen {
    if let made { return made }
    let screen = known?.screen(path, points) ?? ScreenCache.make(path, points)
    made = screen
    return screen
  }
}

/// Screens by the hops and limits they were made for: many workloads have the same users and objectives.
final class ScreenCache: Sendable {
  private struct Key: Hashable {
    var path: PathNode
    var points: [Double]
  }

  private let screens = Mutex<[Key: PathScreen]>([:])
  /// About 50 KB each.
  private static let most = 2000

  func screen(_ path: PathNode, _ points: [Double]) -> PathScreen {
    let key = Key(path: path, points: points)
    if let found = screens.withLock({ $0[key] }) { return found }
    let screen = ScreenCache.make(path, points)
    screens.withLock { if $0.count < ScreenCache.most { $0[key] = screen } }
    return screen
  }

  static func make(_ path: PathNode, _ points: [Double]) -> PathScreen {
    PathScreen(fixed: PathModel.hops(path, cells: PathModel.searchCells), limits: points, cells: PathModel.searchCells)
  }
}
