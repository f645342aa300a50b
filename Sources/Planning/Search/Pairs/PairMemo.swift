import Formulas
import Placement

/// What one region contributes to many pairs, found once; for one search on one core.
final class PairMemo {
  /// One half of a pair: a workload's search in a region, for a share of its load.
  struct Half: Hashable {
    var workload: String
    var region: String
    var form: PlacementForm
    var zones: Int
    var share: Double
    var duty: FleetLadder.Duty
    /// The path that no fleet changes, where latency is looked at.
    var path: PathNode?
  }

  private var ladders: [Half: FleetLadder] = [:]
  private var bounds: [Half: Prepared] = [:]
  private var misses: [Path: Rejection?] = [:]
  private var nodes: [Half: PairStoreSearch.Node?] = [:]

  private struct Path: Hashable {
    var workload: String
    var answer: PathNode
    var done: PathNode
  }

  func ladder(_ half: Half, _ make: () -> FleetLadder) -> FleetLadder {
    if let known = ladders[half] { return known }
    let made = make()
    ladders[half] = made
    return made
  }

  func bound(_ half: Half, _ make: () -> Prepared) -> Prepared {
    if let known = bounds[half] { return known }
    let made = make()
    bounds[half] = made
    return made
  }

  func miss(_ workload: String, _ answer: PathNode, _ done: PathNode, _ make: () -> Rejection?) -> Rejection? {
    let key = Path(workload: workload, answer: answer, done: done)
    if let known = misses[key] { return known }
    let made = make()
    misses[key] = .some(made)
    return made
  }

  func node(_ half: Half, _ make: () -> PairStoreSearch.Node?) -> PairStoreSearch.Node? {
    if let known = nodes[half] { return known }
    let made = make()
    nodes[half] = .some(made)
    return made
  }
}
