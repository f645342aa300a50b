import Foundations
import Placement

/// Chooses a placement for every workload of a problem.
///
/// Workloads that call each other share a region; each such group takes the region in which the
/// sum of its workloads is least. One provider serves the whole spec unless a workload names its
/// own; the provider is chosen jointly, by the sum over all groups.
package struct Evaluator {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters
  let isExhaustive: Bool

  /// Creates an evaluator.
  package init(
    problem: Problem, market: any Market, parameters: ModelParameters = ModelParameters(), isExhaustive: Bool = false
  ) {
    self.problem = problem
    self.market = market
    self.parameters = parameters
    self.isExhaustive = isExhaustive
  }

  /// The placements of one group of workloads in one region.
  struct GroupOutcome {
    var provider: String
    var region: String
    var placed: [String: PlacedWorkload] = [:]
    var misses: [String: [PlacedWorkload]] = [:]
    var others: [String: [PlacedWorkload]] = [:]
    var perMonth = Money.zero
    var search = SearchFigures()
    var isComplete = true
  }

  /// The answer with its totals, alternatives and reasons for month `month`.
  package func workloads(month: Int) -> (results: [WorkloadResult], search: SearchFigures) {
    let loads = LoadModel.loads(problem, month: month)
    let groups = LoadModel.groups(problem)
    var search = SearchFigures()
    // Every group in every allowed region of every allowed provider.
    var outcomes: [[GroupOutcome]] = []
    for group in groups {
      var all: [GroupOutcome] = []
      for provider in providers(for: group) {
        for region in market.regions(of: provider) where group.allSatisfy({ allows($0, provider, region) }) {
          let outcome = evaluate(group, loads: loads, provider: provider, region: region)
          search.add(outcome.search)
          all.append(outcome)
        }
      }
      outcomes.append(all)
    }
    let provider = jointProvider(outcomes, groups: groups)
    var results: [String: WorkloadResult] = [:]
    for (group, all) in zip(groups, outcomes) {
      let mine = group.contains { !$0.place.providers.isEmpty } ? all : all.filter { $0.provider == provider }
      let best = cheapest(mine)
      for workload in group {
        results[workload.name] = result(workload, best: best, all: all, load: loads[workload.name])
      }
    }
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
        let mine = cheapest(all.filter { $0.provider == provider })
        sum += mine.map { $0.isComplete ? $0.perMonth.double : 1e15 } ?? 1e15
      }
      if sum < (best?.cost ?? .infinity) { best = (provider, sum) }
    }
    return best?.provider
  }

  private func cheapest(_ outcomes: [GroupOutcome]) -> GroupOutcome? {
    outcomes.min { a, b in
      if a.isComplete != b.isComplete { return a.isComplete }
      if a.placed.count != b.placed.count { return a.placed.count > b.placed.count }
      if a.perMonth != b.perMonth { return a.perMonth < b.perMonth }
      return (a.provider, a.region) < (b.provider, b.region)
    }
  }

  // MARK: One group in one region

  private func evaluate(
    _ group: [WorkloadProblem], loads: [String: LoadFigures], provider: String, region: String
  ) -> GroupOutcome {
    var outcome = GroupOutcome(provider: provider, region: region)
    let context = RegionContext(
      market: market, problem: problem, parameters: parameters, provider: provider, region: region,
      offers: market.offers(provider: provider, region: region), isExhaustive: isExhaustive)
    var states: [String: CalleeState] = [:]
    for workload in LoadModel.calleesFirst(group) {
      let load = loads[workload.name] ?? LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
      var candidates: [FormOutcome] = []
      switch workload.kind {
      case .external(let external):
        let placed = ExternalService.place(workload, external, load: load)
        outcome.placed[workload.name] = placed
        outcome.perMonth = outcome.perMonth + placed.perMonth
        states[workload.name] = CalleeState(
          path: ExternalService.path(workload, external), availability: external.availability)
        continue
      case .service(let service):
        let search = ServiceSearch(
          context: context, workload: workload, service: service, load: load, callees: states)
        for form in [PlacementForm.vm, .containers] where allows(form, .cloud, workload) {
          for topology in [Topology.singleZone, .multiZone] where allows(topology, workload) {
            candidates.append(search.best(form: form, topology: topology))
          }
        }
        if allows(.reservedCluster, .grid, workload) {
          candidates.append(FormOutcome(placed: nil, path: nil, miss: interactiveOnGrid(workload, context)))
        }
      case .store(let store):
        let search = StoreSearch(
          context: context, workload: workload, store: store,
          calledRate: max(0, load.mean - store.readsPerSecond - store.writesPerSecond))
        for form in search.forms where allows(form, .cloud, workload) {
          for topology in [Topology.singleZone, .multiZone] where allows(topology, workload) {
            candidates.append(search.best(form: form, topology: topology))
          }
        }
      case .batch(let batch):
        let search = BatchSearch(context: context, workload: workload, batch: batch)
        for form in BatchSearch.forms where allows(form, form == .vm ? .cloud : .grid, workload) {
          candidates.append(search.best(form: form))
        }
      }
      for candidate in candidates { outcome.search.add(candidate.search) }
      let feasible = candidates.filter { $0.placed != nil }
      let winner = feasible.min { a, b in
        guard let x = a.placed, let y = b.placed else { return false }
        return x.perMonth == y.perMonth
          ? (x.form.rawValue, x.topology.rawValue) < (y.form.rawValue, y.topology.rawValue) : x.perMonth < y.perMonth
      }
      outcome.misses[workload.name] = candidates.compactMap(\.miss)
      guard let winner, let placed = winner.placed else {
        outcome.isComplete = false
        continue
      }
      outcome.others[workload.name] = feasible.compactMap(\.placed).filter { $0 != placed }
      outcome.placed[workload.name] = placed
      outcome.perMonth = outcome.perMonth + placed.perMonth
      if let path = winner.path {
        states[workload.name] = CalleeState(path: path, availability: placed.availability ?? 1)
      }
    }
    return outcome
  }

  private func allows(_ form: PlacementForm, _ model: PlacementModel, _ workload: WorkloadProblem) -> Bool {
    (workload.place.models?.contains(model) ?? true) && (workload.place.forms?.contains(form) ?? true)
  }

  private func allows(_ topology: Topology, _ workload: WorkloadProblem) -> Bool {
    workload.place.topologies?.contains(topology) ?? true
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

  // MARK: The answer for one workload

  private func result(
    _ workload: WorkloadProblem, best: GroupOutcome?, all: [GroupOutcome], load: LoadFigures?
  ) -> WorkloadResult {
    let chosen = best?.placed[workload.name]
    var alternatives: [PlacedWorkload] = []
    if let chosen {
      // The best of every form, topology and provider, then the runner-up region.
      var seen: Set<String> = []
      var others: [PlacedWorkload] = []
      for outcome in all {
        if let placed = outcome.placed[workload.name], placed != chosen { others.append(placed) }
        others += outcome.others[workload.name] ?? []
      }
      others.sort { a, b in
        a.perMonth == b.perMonth ? a.label < b.label : a.perMonth < b.perMonth
      }
      for var other in others {
        let key = "\(other.form.rawValue) \(other.topology.rawValue) \(other.sites.first?.provider ?? "")"
        let isRunnerUp = alternatives.isEmpty && other.perMonth >= chosen.perMonth
        guard seen.insert(key).inserted || isRunnerUp else { continue }
        let extra = other.perMonth - chosen.perMonth
        // Cheaper alone, but the group as a whole is dearer there.
        other.rejected =
          extra < .zero
          ? Rejection(constraint: "joint-cost", by: "the workloads it shares a region or provider with")
          : Rejection(constraint: "cost", by: other.label, extraPerMonth: extra)
        alternatives.append(other)
        if alternatives.count >= 14 { break }
      }
      alternatives.sort { a, b in
        let x = a.rejected?.extraPerMonth ?? .zero
        let y = b.rejected?.extraPerMonth ?? .zero
        return x == y ? a.label < b.label : x < y
      }
    }
    var misses = best?.misses[workload.name] ?? []
    if chosen == nil {
      let everywhere = all.flatMap { $0.misses[workload.name] ?? [] }
      misses = nearestMisses(everywhere)
    }
    alternatives += misses.prefix(20 - min(20, alternatives.count))
    return WorkloadResult(
      name: workload.name, kind: workload.kindName, load: load, chosen: chosen, alternatives: alternatives,
      slo: ObjectiveModel.results(workload, chosen: chosen, load: load),
      why: Reasons.sentences(workload, chosen: chosen, alternatives: alternatives))
  }

  /// The nearest miss for each constraint.
  private func nearestMisses(_ all: [PlacedWorkload]) -> [PlacedWorkload] {
    var best: [String: PlacedWorkload] = [:]
    for miss in all {
      guard let rejection = miss.rejected else { continue }
      let key = "\(rejection.constraint) \(miss.form.rawValue)"
      guard let known = best[key]?.rejected else {
        best[key] = miss
        continue
      }
      if distance(rejection) < distance(known) { best[key] = miss }
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
  }

  private func distance(_ rejection: Rejection) -> Double {
    guard let value = rejection.value, let limit = rejection.limit else { return .infinity }
    return abs(value - limit)
  }
}

extension SearchFigures {
  mutating func add(_ other: SearchFigures) {
    candidates += other.candidates
    evaluated += other.evaluated
    pruned += other.pruned
    priceUnknown += other.priceUnknown
  }
}

extension PlacedWorkload {
  /// `vm multi-zone 4 × m7g.large, aws:us-east-1, on-demand`.
  package var label: String {
    guard let site = sites.first else { return form.rawValue }
    let machine = site.machine.map { site.count > 0 ? " \(site.count) × \($0)," : " \($0)," } ?? ""
    return "\(form.rawValue) \(topology.rawValue)\(machine) \(site.provider):\(site.region), \(site.purchase.rawValue)"
  }
}
