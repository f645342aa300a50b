import Formulas
import Synchronization

/// Decides for many fleets whether a path keeps its latency limits; the hops that stay are composed once.
///
/// Shares are read off a coarse lattice at 1 % above and below each limit; where the two disagree, off a
/// fine one at 0.1 %. Only what is nearer is composed as accurately as what is printed, so that search and
/// print agree.
struct LimitScreen {
  let limits: [(percentile: Double, seconds: Double)]
  private let coarse: LazyScreen
  private let fine: LazyScreen
  private let fixed: Cumulants
  /// A path whose quick estimate is beyond this multiple of a limit is not composed at all.
  private static let hopeless = 3.0

  /// Prepares the fixed hops; `limits` must not be empty.
  init(_ limits: [(percentile: Double, seconds: Double)], fixed: PathNode, known: ScreenCache? = nil) {
    self.limits = limits
    func points(_ band: Double) -> [Double] { limits.flatMap { [$0.seconds * (1 - band), $0.seconds * (1 + band)] } }
    coarse = LazyScreen(path: fixed, points: points(PathModel.band), cells: PathModel.searchCells, known: known)
    fine = LazyScreen(path: fixed, points: points(PathModel.fineBand), cells: PathModel.fineCells, known: known)
    self.fixed = PathModel.cumulants(fixed)
  }

  /// Whether the fixed hops alone keep every limit.
  func meets(path: () -> PathNode) -> Bool { decide({ $0.withinFixed() }, path: path) }

  /// Whether the path with this queue added keeps every limit; `path` is composed when it is close.
  func meets(queue: QueueInputs, path: () -> PathNode) -> Bool {
    guard queue.utilization < 1 else { return false }
    let whole = fixed + QueueBound(queue).response
    if isFarBelow(whole) { return true }
    let quick = ShiftedLognormal(whole)
    for limit in limits where quick.percentile(limit.percentile) > limit.seconds * LimitScreen.hopeless { return false }
    return decide({ $0.within(queue: queue) }, path: path)
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
    let shares = coarse.screen.within(service: service)
    return limits.indices.allSatisfy { shares[2 * $0 + 1] >= limits[$0].percentile }
  }

  /// The coarse lattice settles most, the fine one most of the rest, the composed path what is left.
  private func decide(_ shares: (PathScreen) -> [Double], path: () -> PathNode) -> Bool {
    var open = Array(limits.indices)
    for lattice in [coarse, fine] {
      let found = shares(lattice.screen)
      for index in open where found[2 * index + 1] < limits[index].percentile { return false }
      open.removeAll { found[2 * $0] >= limits[$0].percentile }
      if open.isEmpty { return true }
    }
    return open.allSatisfy { PathModel.percentile(limits[$0].percentile, path()) <= limits[$0].seconds }
  }
}

/// The lattice of a screen, made when it is first needed: most fleets are settled without it.
private final class LazyScreen {
  private let path: PathNode
  private let points: [Double]
  private let cells: Int
  private let known: ScreenCache?
  private var made: PathScreen?

  init(path: PathNode, points: [Double], cells: Int, known: ScreenCache?) {
    self.path = path
    self.points = points
    self.cells = cells
    self.known = known
  }

  var screen: PathScreen {
    if let made { return made }
    let screen = known?.screen(path, points, cells) ?? ScreenCache.make(path, points, cells)
    made = screen
    return screen
  }
}

/// Screens by the hops and limits they were made for: many workloads have the same users and objectives.
final class ScreenCache: Sendable {
  private struct Key: Hashable {
    var path: PathNode
    var points: [Double]
    var cells: Int
  }

  private let screens = Mutex<[Key: PathScreen]>([:])
  /// About 100 bytes a cell.
  private static let mostCells = 500_000

  func screen(_ path: PathNode, _ points: [Double], _ cells: Int) -> PathScreen {
    let key = Key(path: path, points: points, cells: cells)
    if let found = screens.withLock({ $0[key] }) { return found }
    let screen = ScreenCache.make(path, points, cells)
    screens.withLock { table in
      let kept = cells == PathModel.searchCells ? 1 : cells / PathModel.searchCells
      if (table.count + kept) * PathModel.searchCells <= ScreenCache.mostCells { table[key] = screen }
    }
    return screen
  }

  static func make(_ path: PathNode, _ points: [Double], _ cells: Int) -> PathScreen {
    PathScreen(fixed: PathModel.hops(path, cells: cells), limits: points, cells: cells)
  }
}
