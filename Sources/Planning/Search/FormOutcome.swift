import Formulas
import Placement

/// What is already known about the workloads a service calls, in the region under study.
struct CalleeState {
  var path: PathNode
  /// Own availability of it and of everything it needs, by name, so that what is shared counts once.
  var parts: [String: Double]
  /// From accepted to done, where work goes on after the answer.
  var completion: PathNode?
  /// Whether it runs on the devices' own site, so that calls to it cross no wide-area link.
  var isLocal = false
  /// What of it stands in two regions, where the search is over pairs of them.
  var pair: PairState?
  /// Parts of it and of everything it needs, by name, over a pair of regions.
  var pairParts: [String: PairPart] = [:]
}

/// One form and topology in one region with its bound; candidates are made when it is solved.
struct Prepared {
  var form: PlacementForm
  var topology: Topology
  /// The least any candidate can cost a month; infinite when there is none.
  var bound: Double
  /// Number of candidates.
  var count: Int
  /// What every candidate pays besides its machines, in the currency a month.
  var fixed: Double
  /// An item without a price that every candidate needs.
  var unknown: String?

  init(
    form: PlacementForm, topology: Topology, least: (perMonth: Double, candidates: Int), fixed: Double,
    unknown: String?
  ) {
    self.form = form
    self.topology = topology
    bound = unknown == nil ? least.perMonth : .infinity
    count = least.candidates
    self.fixed = fixed
    self.unknown = unknown
  }

  /// The same from candidates at hand.
  init(form: PlacementForm, topology: Topology, candidates: [Candidate], fixed: Double, unknown: String?) {
    let least = candidates.reduce(.infinity) { min($0, $1.bound) }
    self.init(form: form, topology: topology, least: (least, candidates.count), fixed: fixed, unknown: unknown)
  }
}

/// The best placement of one workload for one form and topology, or the reason there is none.
struct FormOutcome {
  var placed: PlacedWorkload?
  /// The path of its answers, for its callers.
  var path: PathNode?
  /// From accepted to done, where that takes longer than the answer.
  var completion: PathNode?
  /// The nearest miss when nothing was feasible.
  var miss: PlacedWorkload?
  /// What it is over a pair of regions; `nil` in a single one.
  var pair: PairState?
  var search = SearchFigures()
}
