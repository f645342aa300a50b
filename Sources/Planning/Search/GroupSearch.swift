import Foundations
import Placement

/// One way of running a workload in a region: a form and topology, prepared but not yet sized.
struct TrialWay {
  /// What tells ways apart; the same way has the same key in every region.
  struct Key: Hashable {
    var form: PlacementForm
    var topology: Topology
    /// Such as the accelerator; empty when there is only one.
    var variant: String
  }

  var key: Key
  /// The least it can cost a month; infinite when nothing can run it.
  var bound: Double
  /// Candidates on offer.
  var candidates: Int
  /// Those of them that something without a price rules out.
  var unpriced = 0
  /// The exact optimum, given the workloads it calls; nothing above a cost a month.
  var best: (_ callees: [String: CalleeState], _ cutoff: Double) -> FormOutcome
  /// For what others call: besides the optimum, dearer fleets that answer sooner or more often; `nil` where a
  /// caller cannot gain by them.
  var variants: ((_ callees: [String: CalleeState]) -> [FormOutcome])?

  /// Creates a way.
  init(
    _ form: PlacementForm, _ topology: Topology, _ variant: String = "", bound: Double, candidates: Int,
    best: @escaping ([String: CalleeState], Double) -> FormOutcome
  ) {
    key = Key(form: form, topology: topology, variant: variant)
    self.bound = bound
    self.candidates = candidates
    self.best = best
  }

  /// A way over the machines of a region.
  init(_ prepared: Prepared, best: @escaping ([String: CalleeState], Double) -> FormOutcome) {
    self.init(
      prepared.form, prepared.topology, bound: prepared.bound, candidates: prepared.count, best: best)
    unpriced = prepared.unknown == nil ? 0 : prepared.count
  }
}

extension TrialWay {
  /// A way that rents no machines of the region, with a search of its own.
  init(_ form: PlacementForm, _ topology: Topology, _ search: any FormSearch, variant: String = "") {
    let bound = search.bound
    self.init(form, topology, variant, bound: bound, candidates: search.candidates) { callees, cutoff in
      bound <= cutoff ? search.outcome(callees: callees) : FormOutcome()
    }
  }
}

/// One workload with every way of running it in one region.
struct WorkloadTrial {
  let workload: WorkloadProblem
  var ways: [TrialWay] = []
  /// Outcomes that need no search, such as a form that cannot serve this kind.
  var settled: [FormOutcome] = []

  /// The least the workload can cost in this region; infinite when nothing can run it.
  var bound: Double {
    settled.reduce(ways.reduce(.infinity) { min($0, $1.bound) }) {
      min($0, $1.placed?.perMonth.double ?? .infinity)
    }
  }

  /// The candidates on offer.
  var candidates: Int { ways.reduce(0) { $0 + $1.candidates } }

  /// The exact optimum of every form and topology, given the workloads it calls.
  func outcomes(callees: [String: CalleeState], cutoff: Double = .infinity) -> [FormOutcome] {
    ways.flatMap { $0.variants?(callees) ?? [$0.best(callees, cutoff)] } + settled
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
  /// Whether the group is tried in two regions at once.
  let isPaired: Bool
  /// Partial choices looked at before the best found so far is taken unproven; an exhaustive search has no limit.
  private let visitLimit: Int
  /// The usual limit.
  static let usualVisits = 4000

  /// Prepares a search; `trials` come callees first.
  init(
    context: RegionContext, trials: [WorkloadTrial], isPaired: Bool = false, visitLimit: Int = GroupSearch.usualVisits
  ) {
    self.context = context
    self.isPaired = isPaired
    self.trials = trials
    self.visitLimit = context.isExhaustive ? .max : visitLimit
    bound = trials.reduce(0) { $0 + $1.bound }
  }

  private struct CacheKey: Hashable {
    var trial: Int
    var calleeChoices: [Int]
  }

  private struct State {
    /// Cost above which nothing is of interest.
    var limit = Double.infinity
    /// Outcomes with the cost above which they were not looked for.
    var cache: [CacheKey: (cutoff: Double, outcomes: [FormOutcome])] = [:]
    var best: (cost: Double, choices: [Int], options: [[FormOutcome]])?
    var visits = 0
    var search = SearchFigures()
    /// The least each trial can cost whatever is chosen for the others.
    var least: [Double]
    /// Sums of ``least`` from each trial on, a little lower: sums are rounded.
    var remaining: [Double] = []

    init(least: [Double]) {
      self.least = least
      sum()
    }

    mutating func sum() {
      var sums = [0.0]
      for one in least.reversed() { sums.append((sums.last ?? 0) + one) }
      remaining = sums.reversed().map { $0 * (1 - 1e-12) }
    }
  }

  /// The cheapest feasible combination, or the furthest one with what stopped it.
  ///
  /// - Parameters:
  ///   - limit: cost above which no combination is of interest.
  ///   - like: placements found elsewhere; where nothing is found below the limit, the ways of each workload are
  ///     told with callees placed as there. `nil` when they are of no interest.
  func solve(limit: Double = .infinity, like: [String: PlacedWorkload]? = nil) -> GroupOutcome {
    var state = State(least: trials.map(\.bound))
    // Sums of rounded amounts may differ in their last digit.
    state.limit = limit * (1 + 1e-12)
    if !context.isExhaustive, trials.count > 1 { tighten(&state) }
    descend(0, choices: [], options: [], cost: 0, &state)
    if limit < .infinity, state.best == nil, like == nil {
      var outcome = GroupOutcome(provider: context.provider, region: context.region, isComplete: false)
      outcome.search.evaluated = state.search.evaluated
      return outcome
    }
    let (choices, options) =
      state.best.map { ($0.choices, full($0, &state)) }
      ?? greedy(&state) { GroupSearch.byLikeness($1, to: like?[trials[$0].workload.name]) }
    // What stops a caller is told with callees that are up as often as any, not with the cheapest ones.
    let isStuck = state.best == nil && limit == .infinity
    let reasons = isStuck ? greedy(&state) { GroupSearch.byAvailability($1) }.options : options
    var outcome = GroupOutcome(provider: context.provider, region: context.region)
    outcome.search = state.search
    outcome.search.candidates = trials.reduce(0) { $0 + $1.candidates }
    outcome.search.pruned = max(0, outcome.search.candidates - outcome.search.evaluated)
    for (index, trial) in trials.enumerated() {
      let name = trial.workload.name
      outcome.misses[name] = reasons[index].compactMap(\.miss)
      guard choices[index] >= 0, let placed = options[index][choices[index]].placed else {
        outcome.isComplete = false
        continue
      }
      outcome.placed[name] = placed.with(hub: context)
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
    guard state.visits <= visitLimit || state.best == nil && state.visits / 10 <= visitLimit else {
      state.search.unprovenGroups = 1
      return
    }
    if cost + state.remaining[index] > state.limit { return }
    // What is dearer than this leads to nothing better.
    let room = min(state.limit, state.best?.cost ?? .infinity) - cost - state.remaining[index + 1]
    let cutoff = context.isExhaustive || room == .infinity ? .infinity : room + 1e-9 * abs(room) + 1e-9
    let outcomes = outcomes(index, choices: choices, options: options, cutoff: cutoff, &state)
    for option in GroupSearch.byCost(outcomes) {
      let total = cost + (outcomes[option].placed?.perMonth.double ?? .infinity)
      if total + state.remaining[index + 1] > state.limit { break }
      if let best = state.best, total + state.remaining[index + 1] >= best.cost { break }
      descend(index + 1, choices: choices + [option], options: options + [outcomes], cost: total, &state)
    }
  }

  /// Bounds from what each workload costs with the best callees there could be: answers at once, never down.
  ///
  /// What calls nothing has its real optimum for a bound. Others than services keep their first bound: what
  /// they cost need not fall with better callees.
  private func tighten(_ state: inout State) {
    for (index, trial) in trials.enumerated() {
      var ideal: [String: CalleeState] = [:]
      if !trial.workload.calls.isEmpty {
        guard !isPaired, case .service = trial.workload.kind else { continue }
        for call in trial.workload.calls {
          ideal[call.to] = CalleeState(path: .hop("ideal", .constant(0)), parts: [:], isLocal: true)
        }
      }
      // The others cost at least their bounds: what leaves them no room need not be told apart.
      let others = state.remaining[0] - state.least[index]
      let room = state.limit.isFinite ? state.limit - others : .infinity
      var least = Double.infinity
      for way in trial.ways.sorted(by: { $0.bound < $1.bound }) where way.bound <= min(least, room) {
        let outcome = way.best(ideal, min(least, room.isFinite ? room + 1e-9 * abs(room) + 1e-9 : .infinity))
        state.search.evaluated += outcome.search.evaluated
        least = min(least, outcome.placed?.perMonth.double ?? .infinity)
      }
      for outcome in trial.settled { least = min(least, outcome.placed?.perMonth.double ?? .infinity) }
      // Without a limit, what has no placement is left to the search to tell why.
      if least == .infinity, !state.limit.isFinite { continue }
      state.least[index] = max(state.least[index], least * (1 - 1e-9))
      state.sum()
      if state.remaining[0] > state.limit { return }
    }
  }

  /// The options of the choices made, with those that were too dear to be looked for.
  private func full(
    _ best: (cost: Double, choices: [Int], options: [[FormOutcome]]), _ state: inout State
  ) -> [[FormOutcome]] {
    // Over pairs of regions they would take as long as the search itself.
    guard !isPaired else { return best.options }
    var options: [[FormOutcome]] = []
    for index in trials.indices {
      options.append(
        outcomes(index, choices: Array(best.choices.prefix(index)), options: options, cutoff: .infinity, &state))
    }
    return options
  }

  /// The first of each in turn, past those that nothing can run.
  private func greedy(
    _ state: inout State, _ order: (_ trial: Int, _ outcomes: [FormOutcome]) -> [Int]
  ) -> (choices: [Int], options: [[FormOutcome]]) {
    var choices: [Int] = []
    var options: [[FormOutcome]] = []
    for index in trials.indices {
      let outcomes = outcomes(index, choices: choices, options: options, cutoff: .infinity, &state)
      choices.append(order(index, outcomes).first ?? -1)
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

  /// Feasible options, those of the same fleet first, then those of the same form and topology; ties by cost.
  private static func byLikeness(_ outcomes: [FormOutcome], to other: PlacedWorkload?) -> [Int] {
    let ranks = byCost(outcomes)
    guard let other, let fleet = other.sites.first else { return ranks }
    func distance(_ index: Int) -> Int {
      guard let placed = outcomes[index].placed, placed.form == other.form, placed.topology == other.topology else {
        return 2
      }
      let site = placed.sites.first
      return site?.machine == fleet.machine && site?.count == fleet.count ? 0 : 1
    }
    return ranks.indices.sorted { a, b in
      let (x, y) = (distance(ranks[a]), distance(ranks[b]))
      return x == y ? a < b : x < y
    }.map { ranks[$0] }
  }

  /// Feasible options by availability, the highest first; ties by cost.
  private static func byAvailability(_ outcomes: [FormOutcome]) -> [Int] {
    func availability(_ index: Int) -> Double { outcomes[index].placed?.availability ?? 0 }
    let ranks = byCost(outcomes)
    return ranks.indices.sorted { a, b in
      let (x, y) = (availability(ranks[a]), availability(ranks[b]))
      return x == y ? a < b : x > y
    }.map { ranks[$0] }
  }

  /// Everything that a workload calls, directly or not, in order.
  private func below(_ index: Int) -> [Int] {
    var called = Set(trials[index].workload.calls.map(\.to))
    var found: [Int] = []
    for callee in (0..<index).reversed() where called.contains(trials[callee].workload.name) {
      found.append(callee)
      called.formUnion(trials[callee].workload.calls.map(\.to))
    }
    return found.reversed()
  }

  /// Own availabilities of a workload and of everything it needs, by name.
  private func parts(_ index: Int, _ choices: [Int], _ options: [[FormOutcome]]) -> [String: Double] {
    var needed: Set<String> = [trials[index].workload.name]
    var parts: [String: Double] = [:]
    for other in (0...index).reversed() where needed.contains(trials[other].workload.name) {
      let workload = trials[other].workload
      guard choices[other] >= 0, let placed = options[other][choices[other]].placed else { continue }
      parts[workload.name] = placed.ownAvailability ?? placed.availability ?? 1
      needed.formUnion(workload.calls.filter(\.isNeeded).map(\.to))
    }
    return parts
  }

  /// The same over a pair of regions; what stands in one of them stands at home.
  private func pairParts(_ index: Int, _ choices: [Int], _ options: [[FormOutcome]]) -> [String: PairPart] {
    var needed: Set<String> = [trials[index].workload.name]
    var parts: [String: PairPart] = [:]
    for other in (0...index).reversed() where needed.contains(trials[other].workload.name) {
      let workload = trials[other].workload
      guard choices[other] >= 0, let placed = options[other][choices[other]].placed else { continue }
      let own = placed.ownAvailability ?? placed.availability ?? 1
      parts[workload.name] =
        options[other][choices[other]].pair?.part
        ?? PairPart(span: placed.form == .external ? .shared : .home, home: own, other: own, rpo: placed.rpo ?? 0)
      needed.formUnion(workload.calls.filter(\.isNeeded).map(\.to))
    }
    return parts
  }

  /// Every form's optimum, given the choices made for the callees; each is searched once.
  ///
  /// - Parameter cutoff: cost a month above which none is of interest.
  private func outcomes(
    _ index: Int, choices: [Int], options: [[FormOutcome]], cutoff: Double, _ state: inout State
  ) -> [FormOutcome] {
    let called = Set(trials[index].workload.calls.map(\.to))
    let callees = (0..<index).filter { called.contains(trials[$0].workload.name) }
    // What a callee offers depends on what it calls in turn.
    let key = CacheKey(trial: index, calleeChoices: below(index).map { choices[$0] })
    if let known = state.cache[key], known.cutoff >= cutoff { return known.outcomes }
    var states: [String: CalleeState] = [:]
    for callee in callees where choices[callee] >= 0 {
      let outcome = options[callee][choices[callee]]
      guard let path = outcome.path else { continue }
      states[trials[callee].workload.name] = CalleeState(
        path: path, parts: parts(callee, choices, options), completion: outcome.completion,
        isLocal: outcome.placed?.form.isLocal ?? false, pair: outcome.pair,
        pairParts: isPaired ? pairParts(callee, choices, options) : [:])
    }
    let found = trials[index].outcomes(callees: states, cutoff: cutoff)
    for outcome in found {
      state.search.evaluated += outcome.search.evaluated
      state.search.priceUnknown += outcome.search.priceUnknown
    }
    state.cache[key] = (cutoff, found)
    return found
  }
}
