import Foundations
import Placement

/// One workload with every way of running it in one region, prepared but not yet sized.
struct WorkloadTrial {
  /// The search that fits the kind, with the forms and topologies it may use.
  enum Ways {
    case service(ServiceSearch, [Prepared])
    case store(StoreSearch, [Prepared])
    case batch(BatchSearch, [Prepared])
    case inference(InferenceSearch, [InferenceSearch.Ways])
    case training(TrainingSearch, [TrainingSearch.Ways])
    /// Known without a search: somebody else's service.
    case settled
  }

  let workload: WorkloadProblem
  let ways: Ways
  /// Outcomes that need no search, such as a form that cannot serve this kind.
  var settled: [FormOutcome] = []
  /// Whether a model behind an API may answer.
  var mayCallAPI = false

  private var prepared: [Prepared] {
    switch ways {
    case .service(_, let prepared), .store(_, let prepared), .batch(_, let prepared): prepared
    case .settled, .inference, .training: []
    }
  }

  /// Bounds and counts of the ways that are prepared by accelerator.
  private var accelerated: [(bound: Double, candidates: Int)] {
    switch ways {
    case .inference(let search, let ways):
      ways.map { ($0.bound, $0.options.count) } + (mayCallAPI ? [(search.apiBound, 1)] : [])
    case .training(_, let ways): ways.map { ($0.bound, $0.options.count) }
    default: []
    }
  }

  /// The least the workload can cost in this region; infinite when nothing can run it.
  var bound: Double {
    let own = accelerated.reduce(prepared.reduce(.infinity) { min($0, $1.bound) }) { min($0, $1.bound) }
    return settled.reduce(own) { min($0, $1.placed?.perMonth.double ?? .infinity) }
  }

  /// The candidates on offer.
  var candidates: Int {
    accelerated.reduce(prepared.reduce(0) { $0 + $1.count }) { $0 + $1.candidates }
  }

  /// The exact optimum of every form and topology, given the workloads it calls.
  func outcomes(callees: [String: CalleeState], cutoffs: Cutoffs?) -> [FormOutcome] {
    func limit(_ prepared: Prepared) -> Double { cutoffs?.limit(prepared.form, prepared.topology) ?? .infinity }
    switch ways {
    case .service(let search, let prepared):
      let search = search.with(callees: callees)
      return prepared.map { search.best($0, cutoff: limit($0)) } + settled
    case .store(let search, let prepared): return prepared.map { search.best($0, cutoff: limit($0)) } + settled
    case .batch(let search, let prepared): return prepared.map { search.best($0, cutoff: limit($0)) } + settled
    case .inference(let search, let ways):
      let search = search.with(callees: callees)
      return ways.map {
        search.best($0, cutoff: cutoffs?.limit($0.form, $0.topology, accelerator: $0.name) ?? .infinity)
      }
        + (mayCallAPI ? [search.modelAPI()].compactMap { $0 } : []) + settled
    case .training(let search, let ways):
      return ways.map {
        search.best($0, cutoff: cutoffs?.limit(.gpuTraining, .singleZone, accelerator: $0.name) ?? .infinity)
      } + settled
    case .settled: return settled
    }
  }
}

/// The second-best cost found for each form and topology of a workload that stands alone: in a further region
/// nothing dearer can be its choice, its runner-up or the best of its form.
struct Cutoffs {
  private struct Way: Hashable {
    var form: PlacementForm
    var topology: Topology
    /// Accelerators are compared with each other, each by its best.
    var accelerator: String
  }
  private var costs: [Way: (best: Double, second: Double)] = [:]

  func limit(_ form: PlacementForm, _ topology: Topology, accelerator: String = "") -> Double {
    costs[Way(form: form, topology: topology, accelerator: accelerator)]?.second ?? .infinity
  }

  mutating func note(_ placed: PlacedWorkload) {
    let way = Way(
      form: placed.form, topology: placed.topology,
      accelerator: placed.serving?.gpu ?? placed.training?.gpu ?? "")
    let cost = placed.perMonth.double
    let (best, second) = costs[way] ?? (.infinity, .infinity)
    costs[way] = cost < best ? (cost, best) : (best, min(second, cost))
  }
}

/// The placements of one group of workloads in one region.
struct GroupOutcome {
  var provider: String
  var region: String
  var placed: [String: PlacedWorkload] = [:]
  var misses: [String: [PlacedWorkload]] = [:]
  /// The best of the forms and topologies that were not chosen.
  var others: [String: [PlacedWorkload]] = [:]
  var perMonth = Money.zero
  var search = SearchFigures()
  var isComplete = true
}

/// Searches the joint optimum of workloads that call each other, within one region.
///
/// Depth first, callees before callers: a caller's latency and availability depend on the form and
/// topology taken for each callee, so that a dearer callee may make the whole cheaper or possible. A
/// branch is left when its cost and the bounds of the workloads still open exceed the best found.
struct GroupSearch {
  let context: RegionContext
  /// Callees first.
  let trials: [WorkloadTrial]
  /// A proven lower bound on the group's cost a month in this region.
  let bound: Double
  /// `remaining[i]`: bound on the cost of the trials from `i` on.
  private let remaining: [Double]
  /// Partial choices looked at before the best found so far is taken.
  private static let visitLimit = 4000

  /// Prepares a search; `trials` come callees first.
  init(context: RegionContext, trials: [WorkloadTrial]) {
    self.context = context
    self.trials = trials
    var sums = [0.0]
    for trial in trials.reversed() { sums.append((sums.last ?? 0) + trial.bound) }
    remaining = sums.reversed()
    bound = remaining.first ?? 0
  }

  private struct CacheKey: Hashable {
    var trial: Int
    var calleeChoices: [Int]
  }

  private struct State {
    var cache: [CacheKey: [FormOutcome]] = [:]
    var best: (cost: Double, choices: [Int], options: [[FormOutcome]])?
    var visits = 0
    var search = SearchFigures()
    var cutoffs: Cutoffs?
  }

  /// The cheapest feasible combination, or the furthest one with what stopped it.
  ///
  /// - Parameter cutoffs: for a group of one, what earlier regions have shown.
  func solve(cutoffs: Cutoffs? = nil) -> GroupOutcome {
    var state = State()
    state.cutoffs = trials.count == 1 ? cutoffs : nil
    descend(0, choices: [], options: [], cost: 0, &state)
    let (choices, options) = state.best.map { ($0.choices, $0.options) } ?? greedy(&state)
    var outcome = GroupOutcome(provider: context.provider, region: context.region)
    outcome.search = state.search
    outcome.search.candidates = trials.reduce(0) { $0 + $1.candidates }
    outcome.search.pruned = max(0, outcome.search.candidates - outcome.search.evaluated)
    for (index, trial) in trials.enumerated() {
      let name = trial.workload.name
      outcome.misses[name] = options[index].compactMap(\.miss)
      guard choices[index] >= 0, let placed = options[index][choices[index]].placed else {
        outcome.isComplete = false
        continue
      }
      outcome.placed[name] = placed
      outcome.others[name] = options[index].indices.filter { $0 != choices[index] }.compactMap {
        options[index][$0].placed
      }
      outcome.perMonth = outcome.perMonth + placed.perMonth
    }
    return outcome
  }

  private func descend(_ index: Int, choices: [Int], options: [[FormOutcome]], cost: Double, _ state: inout State) {
    guard index < trials.count else {
      if cost < (state.best?.cost ?? .infinity) { state.best = (cost, choices, options) }
      return
    }
    state.visits += 1
    guard state.visits <= GroupSearch.visitLimit || state.best == nil && state.visits <= 10 * GroupSearch.visitLimit
    else { return }
    let outcomes = outcomes(index, choices: choices, options: options, &state)
    for option in GroupSearch.byCost(outcomes) {
      let total = cost + (outcomes[option].placed?.perMonth.double ?? .infinity)
      if let best = state.best, total + remaining[index + 1] >= best.cost { break }
      descend(index + 1, choices: choices + [option], options: options + [outcomes], cost: total, &state)
    }
  }

  /// The cheapest of each in turn, past those that nothing can run.
  private func greedy(_ state: inout State) -> (choices: [Int], options: [[FormOutcome]]) {
    var choices: [Int] = []
    var options: [[FormOutcome]] = []
    for index in trials.indices {
      let outcomes = outcomes(index, choices: choices, options: options, &state)
      choices.append(GroupSearch.byCost(outcomes).first ?? -1)
      options.append(outcomes)
    }
    return (choices, options)
  }

  /// Feasible options by cost; ties by form and topology.
  private static func byCost(_ outcomes: [FormOutcome]) -> [Int] {
    outcomes.indices.filter { outcomes[$0].placed != nil }.sorted { a, b in
      guard let x = outcomes[a].placed, let y = outcomes[b].placed else { return false }
      return x.perMonth == y.perMonth
        ? (x.form.rawValue, x.topology.rawValue) < (y.form.rawValue, y.topology.rawValue) : x.perMonth < y.perMonth
    }
  }

  /// Every form's optimum, given the choices made for the callees; each is searched once.
  private func outcomes(
    _ index: Int, choices: [Int], options: [[FormOutcome]], _ state: inout State
  ) -> [FormOutcome] {
    let called = Set(trials[index].workload.calls.map(\.to))
    let callees = (0..<index).filter { called.contains(trials[$0].workload.name) }
    let key = CacheKey(trial: index, calleeChoices: callees.map { choices[$0] })
    if let known = state.cache[key] { return known }
    var states: [String: CalleeState] = [:]
    for callee in callees where choices[callee] >= 0 {
      let outcome = options[callee][choices[callee]]
      guard let path = outcome.path else { continue }
      states[trials[callee].workload.name] = CalleeState(path: path, availability: outcome.placed?.availability ?? 1)
    }
    let found = trials[index].outcomes(callees: states, cutoffs: state.cutoffs)
    for outcome in found {
      state.search.evaluated += outcome.search.evaluated
      state.search.priceUnknown += outcome.search.priceUnknown
    }
    state.cache[key] = found
    return found
  }
}
