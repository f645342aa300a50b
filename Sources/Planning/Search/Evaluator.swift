import Foundations
import Placement

/// Chooses a placement for every workload of a problem.
///
/// Workloads that call each other share a region; each such group takes the region in which the
/// sum of its workloads is least. One provider serves the whole spec unless a workload names its
/// own; the provider is chosen jointly, by the sum over all groups. Regions are looked at by rising
/// lower bound and left when even the bound exceeds the second-best found, so that both the optimum
/// and its runner-up are proven.
package struct Evaluator: Sendable {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters
  let isExhaustive: Bool
  let isBrief: Bool
  /// Served models prepared once for all regions.
  private let copies = ServedCopies()

  /// Creates an evaluator.
  ///
  /// - Parameters:
  ///   - isExhaustive: turns every pruning off; must not change the answer.
  ///   - isBrief: leaves out percentiles to print, alternatives and words.
  package init(
    problem: Problem, market: any Market, parameters: ModelParameters = ModelParameters(), isExhaustive: Bool = false,
    isBrief: Bool = false
  ) {
    self.isBrief = isBrief
    self.problem = problem
    self.market = market
    self.parameters = parameters
    self.isExhaustive = isExhaustive
  }

  /// The answer for every workload, in the order of the problem, and what the search did.
  package func workloads() -> (results: [WorkloadResult], search: SearchFigures) {
    let loads = LoadModel.loads(problem)
    let groups = LoadModel.groups(problem)
    var search = SearchFigures()
    // Every group with every provider is a search of its own.
    let searches = groups.indices.flatMap { group in providers(for: groups[group]).map { (group, $0) } }
    let solved = Parallel.map(searches.count) { index in
      let (group, provider) = searches[index]
      let trials = trials(groups[group], provider: provider, loads: loads)
      let candidates = trials.reduce(0) { $0 + $1.trials.reduce(0) { $0 + $1.candidates } }
      return (candidates, optima(of: trials))
    }
    var collected = [[GroupOutcome]](repeating: [], count: groups.count)
    for ((group, _), (candidates, found)) in zip(searches, solved) {
      let evaluated = found.reduce(0) { $0 + $1.search.evaluated }
      search.candidates += candidates
      search.evaluated += evaluated
      search.pruned += max(0, candidates - evaluated)
      search.priceUnknown += found.reduce(0) { $0 + $1.search.priceUnknown }
      collected[group] += found
    }
    let outcomes = collected
    let provider = jointProvider(outcomes, groups: groups)
    let answers = Parallel.map(groups.count) { index -> [WorkloadResult] in
      let all = outcomes[index]
      let mine = groups[index].contains { !$0.place.providers.isEmpty } ? all : all.filter { $0.provider == provider }
      let best = Evaluator.cheapest(mine)
      return groups[index].map { workload in
        isBrief
          ? WorkloadAnswer.brief(workload, best: best, load: loads[workload.name])
          : WorkloadAnswer.result(workload, best: best, all: all, load: loads[workload.name])
      }
    }
    let results = Dictionary(answers.joined().map { ($0.name, $0) }) { first, _ in first }
    return (problem.workloads.compactMap { results[$0.name] }, search)
  }

  // MARK: Scope

  private func providers(for group: [WorkloadProblem]) -> [String] {
    let named = Set(group.flatMap(\.place.providers))
    return market.providers.filter { named.isEmpty ? $0 != "lambda" : named.contains($0) || named.contains("any") }
  }

  private func allows(_ workload: WorkloadProblem, _ provider: String, _ region: String) -> Bool {
    let place = workload.place
    if !place.providers.isEmpty, !place.providers.contains("any"), !place.providers.contains(provider) { return false }
    if !place.regions.isEmpty {
      let full = "\(provider):\(region)"
      guard place.regions.contains(where: { Glob.matches($0, region) || Glob.matches($0, full) }) else { return false }
    }
    if !place.residency.isEmpty {
      let country = market.country(provider: provider, region: region)
      guard place.residency.contains(where: { market.isCountry(country, in: $0) }) else { return false }
    }
    return true
  }

  /// The provider with the least sum over the groups that leave the choice open; ties by name.
  private func jointProvider(_ outcomes: [[GroupOutcome]], groups: [[WorkloadProblem]]) -> String? {
    var best: (provider: String, cost: Double)?
    for provider in market.providers {
      var sum = 0.0
      for (group, all) in zip(groups, outcomes) where group.allSatisfy({ $0.place.providers.isEmpty }) {
        let mine = Evaluator.cheapest(all.filter { $0.provider == provider })
        sum += mine.map { $0.isComplete ? $0.perMonth.double : 1e15 } ?? 1e15
      }
      if sum < (best?.cost ?? .infinity) { best = (provider, sum) }
    }
    return best?.provider
  }

  /// Complete before incomplete, more placed before fewer, then by cost, provider and region.
  static func cheapest(_ outcomes: [GroupOutcome]) -> GroupOutcome? {
    outcomes.min { a, b in
      if a.isComplete != b.isComplete { return a.isComplete }
      if a.placed.count != b.placed.count { return a.placed.count > b.placed.count }
      if a.perMonth != b.perMonth { return a.perMonth < b.perMonth }
      return (a.provider, a.region) < (b.provider, b.region)
    }
  }

  // MARK: Regions by bound

  /// The group prepared in every region of a provider that all its workloads allow.
  private func trials(_ group: [WorkloadProblem], provider: String, loads: [String: LoadFigures]) -> [GroupSearch] {
    let order = LoadModel.calleesFirst(group)
    return market.regions(of: provider).filter { region in
      group.allSatisfy { allows($0, provider, region) }
    }.map { region in
      let context = RegionContext(
        market: market, problem: problem, parameters: parameters, provider: provider, region: region,
        offers: market.offers(provider: provider, region: region),
        facts: market.facts(provider: provider, region: region), isExhaustive: isExhaustive)
      return GroupSearch(context: context, trials: order.map { trial($0, context, loads) })
    }
  }

  /// Solves regions by rising bound until no other can be the best or the runner-up.
  private func optima(of trials: [GroupSearch]) -> [GroupOutcome] {
    let order = trials.indices.sorted { a, b in
      trials[a].bound == trials[b].bound
        ? trials[a].context.region < trials[b].context.region : trials[a].bound < trials[b].bound
    }
    var found: [GroupOutcome] = []
    var best = Double.infinity
    var second = Double.infinity
    var cutoffs = Cutoffs()
    for index in order {
      if !isExhaustive, trials[index].bound > second { break }
      // Nothing fits there at all: worth a look only while nothing is known to fit anywhere.
      if !isExhaustive, trials[index].bound == .infinity, best < .infinity { break }
      let outcome = trials[index].solve(cutoffs: isExhaustive ? nil : cutoffs)
      found.append(outcome)
      for placed in outcome.placed.values { cutoffs.note(placed) }
      for placed in outcome.others.values.joined() { cutoffs.note(placed) }
      guard outcome.isComplete else { continue }
      let cost = outcome.perMonth.double
      if cost < best {
        second = best
        best = cost
      } else {
        second = min(second, cost)
      }
    }
    return found
  }

  // MARK: Ways of running

  private func trial(
    _ workload: WorkloadProblem, _ context: RegionContext, _ loads: [String: LoadFigures]
  ) -> WorkloadTrial {
    let load = loads[workload.name] ?? LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
    let topologies = [Topology.singleZone, .multiZone].filter { workload.place.topologies?.contains($0) ?? true }
    func each(_ forms: [PlacementForm], _ prepare: (PlacementForm, Topology) -> Prepared) -> [Prepared] {
      forms.filter { allows($0, .cloud, workload) }.flatMap { form in topologies.map { prepare(form, $0) } }
    }
    switch workload.kind {
    case .external(let external):
      var outcome = FormOutcome()
      outcome.placed = ExternalService.place(workload, external, load: load)
      outcome.path = ExternalService.path(workload, external)
      return WorkloadTrial(workload: workload, ways: .settled, settled: [outcome])
    case .service(let service):
      let search = ServiceSearch(context: context, workload: workload, service: service, load: load)
      let grid =
        allows(.reservedCluster, .grid, workload)
        ? [FormOutcome(placed: nil, path: nil, miss: interactiveOnGrid(workload, context))] : []
      return WorkloadTrial(
        workload: workload, ways: .service(search, each([.vm, .containers], search.prepare)), settled: grid)
    case .store(let store):
      let search = StoreSearch(context: context, workload: workload, store: store, load: load)
      return WorkloadTrial(workload: workload, ways: .store(search, each(search.forms, search.prepare)))
    case .batch(let batch):
      let search = BatchSearch(context: context, workload: workload, batch: batch)
      let forms = BatchSearch.forms.filter { allows($0, $0 == .vm ? .cloud : .grid, workload) }
      return WorkloadTrial(workload: workload, ways: .batch(search, forms.map { search.prepare(form: $0) }))
    case .inference(let inference):
      let search = InferenceSearch(
        context: context, workload: workload, inference: inference, load: load, copies: copies)
      let ways = search.prepare(topologies: topologies) { allows($0, $1, workload) }
      let grid =
        allows(.reservedCluster, .grid, workload)
        ? [FormOutcome(placed: nil, path: nil, miss: interactiveOnGrid(workload, context))] : []
      return WorkloadTrial(
        workload: workload, ways: .inference(search, ways), settled: search.qualityMisses() + grid,
        mayCallAPI: allows(.modelAPI, .gpu, workload))
    case .training(let training):
      let search = TrainingSearch(context: context, workload: workload, training: training)
      let ways = allows(.gpuTraining, .gpu, workload) ? search.prepare() : []
      return WorkloadTrial(workload: workload, ways: .training(search, ways))
    }
  }

  private func allows(_ form: PlacementForm, _ model: PlacementModel, _ workload: WorkloadProblem) -> Bool {
    (workload.place.models?.contains(model) ?? true) && (workload.place.forms?.contains(form) ?? true)
  }

  /// Why a service is never put on a batch queue: the wait in the queue against its objective.
  private func interactiveOnGrid(_ workload: WorkloadProblem, _ context: RegionContext) -> PlacedWorkload {
    var miss = PlacedWorkload(
      model: .grid, form: .reservedCluster, topology: .singleZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 1, machine: nil, count: 0, purchase: .onDemand)
      ], lines: [])
    let objective = workload.objectives.first { $0.percentile != nil }
    miss.rejected = Rejection(
      constraint: objective?.objective ?? "interactive", value: parameters.gridWaitP90Seconds,
      limit: objective?.target.double, unit: "s", by: "p90 wait in a batch queue at load \(parameters.gridLoad)")
    return miss
  }
}
