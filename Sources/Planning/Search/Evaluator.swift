import Foundations
import Placement
import Synchronization

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
  private let isSerial: Bool
  private let measuresAlternatives: Bool
  private let visitLimit: Int
  /// Workloads whose answers a caller waits for.
  private let awaited: Set<String>
  private let screens = ScreenCache()
  private let contexts = ContextCache()
  private let index: ProblemIndex
  /// Served models prepared once for all regions.
  private let copies = ServedCopies()

  /// Creates an evaluator.
  ///
  /// - Parameters:
  ///   - isExhaustive: turns every pruning off; must not change the answer.
  ///   - isBrief: leaves out percentiles to print, alternatives and words.
  ///   - visitLimit: partial choices of a group after which its joint search ends unproven.
  ///   - measuresAlternatives: whether alternatives get percentiles to print.
  ///   - isSerial: stays on one core, for callers that have spread their work already.
  package init(
    problem: Problem, market: any Market, parameters: ModelParameters = ModelParameters(), isExhaustive: Bool = false,
    isBrief: Bool = false, isSerial: Bool = false, measuresAlternatives: Bool = true,
    visitLimit: Int = GroupSearch.usualVisits
  ) {
    self.visitLimit = visitLimit
    self.measuresAlternatives = measuresAlternatives
    self.isSerial = isSerial
    awaited = Set(
      problem.workloads.flatMap(\.calls).filter { !$0.isAsynchronous && !$0.isOptional && $0.times > 0 }.map(\.to))
    index = ProblemIndex(problem)
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
    // First the best region of each; the runner-up matters only for the provider that is taken.
    let solved = each(searches.count) { index in
      let (group, provider) = searches[index]
      return solve(groups[group], provider: provider, loads: loads, runnerUp: .none)
    }
    var collected = [[GroupOutcome]](repeating: [], count: groups.count)
    var unproven: Set<Int> = []
    for ((group, _), (found, figures)) in zip(searches, solved) {
      search.add(figures)
      if figures.unprovenGroups > 0 { unproven.insert(group) }
      collected[group] += found
    }
    // Two regions only where they are asked for or one will not do.
    let paired = pairs(groups, collected, loads: loads, &search)
    let singles = collected
    let firsts = groups.indices.map { singles[$0] + paired[$0] }
    let provider = jointProvider(firsts, groups: groups)
    let answers = each(groups.count) { index -> ([WorkloadResult], SearchFigures) in
      var all = firsts[index]
      let isFree = groups[index].contains { !$0.place.providers.isEmpty }
      func choose() -> GroupOutcome? { Evaluator.cheapest(isFree ? all : all.filter { $0.provider == provider }) }
      var best = choose()
      var figures = SearchFigures()
      let isPair = best?.placed.values.contains(where: \.isPaired) ?? false
      if !isExhaustive, !isBrief, !isPair, let taken = best?.provider {
        let (found, further) = runnersUp(groups[index], singles[index], best: best, provider: taken, loads: loads)
        all = found + paired[index]
        figures.evaluated = further.evaluated
        figures.unprovenGroups = further.unprovenGroups
        best = choose()
      }
      let results = groups[index].map { workload in
        isBrief
          ? WorkloadAnswer.brief(workload, best: best, load: loads[workload.name])
          : WorkloadAnswer.result(
            workload, best: best, all: all, load: loads[workload.name], measuresAlternatives: measuresAlternatives)
      }
      return (results, figures)
    }
    for (group, (_, figures)) in answers.enumerated() {
      if figures.unprovenGroups > 0 { unproven.insert(group) }
      search.evaluated += figures.evaluated
      search.pruned = max(0, search.pruned - figures.evaluated)
    }
    search.unprovenGroups = unproven.count
    let results = Dictionary(answers.flatMap(\.0).map { ($0.name, $0) }) { first, _ in first }
    let ordered = problem.workloads.compactMap { results[$0.name] }
    return (FleetShares(problem: problem, parameters: parameters).settled(ordered), search)
  }

  /// The outcomes of a group in the regions of a provider that can matter, and what the search did.
  ///
  /// - Parameter chosen: the choice whose runner-up is wanted as well; `nil` for the best alone.
  private func solve(
    _ group: [WorkloadProblem], provider: String, loads: [String: LoadFigures], runnerUp chosen: GroupOutcome?
  ) -> (found: [GroupOutcome], search: SearchFigures) {
    let trials = trials(group, provider: provider, loads: loads)
    let found =
      group.count == 1
      ? LoneSearch(trials: trials, isExhaustive: isExhaustive).outcomes(runnerUp: chosen?.placed[group[0].name])
      : optima(of: trials, isBestOnly: chosen == nil)
    var figures = SearchFigures()
    figures.candidates = trials.reduce(0) { $0 + $1.trials.reduce(0) { $0 + $1.candidates } }
    figures.evaluated = found.reduce(0) { $0 + $1.search.evaluated }
    figures.pruned = max(0, figures.candidates - figures.evaluated)
    let unpriced = trials.reduce(0) { $0 + $1.trials.reduce(0) { $0 + $1.ways.reduce(0) { $0 + $1.unpriced } } }
    figures.priceUnknown = max(unpriced, found.reduce(0) { $0 + $1.search.priceUnknown })
    figures.unprovenGroups = found.contains { $0.search.unprovenGroups > 0 } ? 1 : 0
    return (found, figures)
  }

  /// The outcomes with the runner-up of the choice among them.
  ///
  /// A service by itself on machines needs only its own way looked at again: the others keep what they have.
  private func runnersUp(
    _ group: [WorkloadProblem], _ all: [GroupOutcome], best: GroupOutcome?, provider: String,
    loads: [String: LoadFigures]
  ) -> (all: [GroupOutcome], search: SearchFigures) {
    guard group.count == 1, case .service = group[0].kind, let chosen = best?.placed[group[0].name],
      chosen.form == .vm || chosen.form == .containers
    else {
      let (found, figures) = solve(group, provider: provider, loads: loads, runnerUp: best)
      return (all.filter { $0.provider != provider } + found, figures)
    }
    var workload = group[0]
    workload.place.forms = [chosen.form]
    workload.place.topologies = [chosen.topology]
    let (found, figures) = solve([workload], provider: provider, loads: loads, runnerUp: best)
    // In the place of those they replace: the order decides among equals.
    let name = workload.name
    var mine: [GroupOutcome] = []
    var misses: [String: [PlacedWorkload]] = [:]
    var isReplaced = false
    for var outcome in all where outcome.provider == provider {
      if !outcome.misses.isEmpty { misses = outcome.misses }
      outcome.misses = [:]
      if outcome.placed[name]?.form != chosen.form || outcome.placed[name]?.topology != chosen.topology {
        mine.append(outcome)
      } else if !isReplaced {
        isReplaced = true
        mine += found
      }
    }
    let cheapest = mine.indices.min { mine[$0].perMonth < mine[$1].perMonth } ?? 0
    mine[cheapest].misses = misses
    return (all.filter { $0.provider != provider } + mine, figures)
  }

  func each<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
    isSerial ? (0..<count).map(body) : Parallel.map(count, body)
  }

  // MARK: Scope

  func providers(for group: [WorkloadProblem]) -> [String] {
    let named = Set(group.flatMap(\.place.providers))
    return market.providers.filter { named.isEmpty ? $0 != "lambda" : named.contains($0) || named.contains("any") }
  }

  func allows(_ workload: WorkloadProblem, _ provider: String, _ region: String) -> Bool {
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
    // Whoever has a budget for carbon must know it: regions without a grid figure only when they are named.
    if problem.money.carbonBudget != nil, place.regions.isEmpty,
      market.facts(provider: provider, region: region).carbonIntensity == nil
    {
      return false
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
    let regions = market.regions(of: provider).filter { region in
      group.allSatisfy { allows($0, provider, region) }
    }
    return regions.map { region in
      let context = context(provider, region)
      let isFirst = region == regions.first
      return GroupSearch(
        context: context,
        trials: order.map { trial($0, context, loads, isFirst: isFirst, isGroup: group.count > 1) },
        visitLimit: visitLimit)
    }
  }

  /// A region of this evaluation, made once for all workloads.
  func context(_ provider: String, _ region: String) -> RegionContext {
    contexts.value("\(provider):\(region)") {
      RegionContext(
        market: market, problem: problem, parameters: parameters, provider: provider, region: region,
        isExhaustive: isExhaustive, screens: screens, index: index)
    }
  }

  /// Solves regions by rising bound until no other can be the best or, unless only that is asked for, the runner-up.
  private func optima(of trials: [GroupSearch], isBestOnly: Bool) -> [GroupOutcome] {
    let order = trials.indices.sorted { a, b in
      trials[a].bound == trials[b].bound
        ? trials[a].context.region < trials[b].context.region : trials[a].bound < trials[b].bound
    }
    var found: [GroupOutcome] = []
    var best = Double.infinity
    var second = Double.infinity
    for index in order {
      if !isExhaustive, trials[index].bound > (isBestOnly ? best : second) { break }
      // Nothing fits there at all: worth a look only while nothing is known to fit anywhere.
      if !isExhaustive, trials[index].bound == .infinity, best < .infinity { break }
      // What is dearer as a whole is not searched through, but may hold the best of some form for one workload.
      let limit = isExhaustive ? .infinity : isBestOnly ? best : second
      let outcome = trials[index].solve(limit: limit, like: isBrief ? nil : Evaluator.cheapest(found)?.placed ?? [:])
      guard outcome.isComplete || best == .infinity || !isBrief || isExhaustive else {
        found[0].search.add(outcome.search)
        continue
      }
      found.append(outcome)
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

  /// - Parameters:
  ///   - isFirst: whether the region is the provider's first: what no region changes is tried there only.
  ///   - isGroup: whether other workloads must share the region.
  func trial(
    _ workload: WorkloadProblem, _ context: RegionContext, _ loads: [String: LoadFigures], isFirst: Bool, isGroup: Bool
  ) -> WorkloadTrial {
    let load = loads[workload.name] ?? LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
    let topologies = [Topology.singleZone, .multiZone].filter { workload.place.topologies?.contains($0) ?? true }
    func each(_ forms: [PlacementForm], _ make: (PlacementForm, Topology) -> TrialWay) -> [TrialWay] {
      forms.filter { allows($0, .cloud, workload) }.flatMap { form in topologies.map { make(form, $0) } }
    }
    var trial = WorkloadTrial(workload: workload)
    switch workload.kind {
    case .external(let external):
      var outcome = FormOutcome()
      outcome.placed = ExternalService.place(workload, external, load: load)
      outcome.path = ExternalService.path(workload, external)
      trial.settled = [outcome]
    case .service(let service):
      let search = ServiceSearch(context: context, workload: workload, service: service, load: load)
      trial.ways = each([.vm, .containers]) { form, topology in
        let prepared = search.prepare(form: form, topology: topology)
        var way = TrialWay(prepared) { callees, cutoff in
          search.with(callees: callees).best(prepared, cutoff: cutoff)
        }
        if awaited.contains(workload.name) {
          way.variants = { search.with(callees: $0).variants(prepared) }
        }
        return way
      }
      if isFirst || isGroup { trial.settled = onGrid(workload, context) }
      trial.ways += others(
        workload, service, search, context, load, topologies, isFirst: isFirst || !workload.calls.isEmpty)
    case .device(let device):
      trial.ways = DeviceSearch.topologies(device, workload).map { topology in
        TrialWay(
          topology == .fog ? .fogGateways : .onDevice, topology,
          DeviceSearch(context: context, workload: workload, device: device, load: load, topology: topology))
      }
    case .stream(let stream):
      trial.ways = each(StreamSearch.forms) { form, topology in
        TrialWay(
          form, topology,
          StreamSearch(
            context: context, workload: workload, stream: stream, load: load, form: form, topology: topology))
      }
    case .store(let store):
      let search = StoreSearch(context: context, workload: workload, store: store, load: load)
      trial.ways = each(search.forms) { form, topology in
        let prepared = search.prepare(form: form, topology: topology)
        return TrialWay(prepared) { _, cutoff in search.best(prepared, cutoff: cutoff) }
      }
    case .batch(let batch):
      let search = BatchSearch(context: context, workload: workload, batch: batch)
      let forms = BatchSearch.forms.filter { allows($0, $0 == .vm ? .cloud : .grid, workload) }
      trial.ways = forms.map { form in
        let prepared = search.prepare(form: form)
        return TrialWay(prepared) { _, cutoff in search.best(prepared, cutoff: cutoff) }
      }
      // Machines of one's own cost the same whatever the region.
      if isFirst, !batch.pool.isEmpty, allows(.reservedCluster, .grid, workload) {
        let pool = PoolSearch(context: context, workload: workload, batch: batch)
        trial.ways.append(TrialWay(.reservedCluster, .singleZone, pool, variant: "own machines"))
      }
    case .inference(let inference):
      let search = InferenceSearch(
        context: context, workload: workload, inference: inference, load: load, copies: copies)
      trial.ways = search.prepare(topologies: topologies) { allows($0, $1, workload) }.map { ways in
        TrialWay(
          ways.form, ways.topology, ways.name + (ways.isForCallers ? " for callers" : ""), bound: ways.bound,
          candidates: ways.options.count
        ) { callees, cutoff in search.with(callees: callees).best(ways, cutoff: cutoff) }
      }
      if allows(.modelAPI, .gpu, workload), inference.api != nil {
        trial.ways.append(
          TrialWay(.modelAPI, .singleZone, bound: search.apiBound, candidates: 1) { callees, _ in
            search.with(callees: callees).modelAPI() ?? FormOutcome()
          })
      }
      if let fleet = workload.fleet, allows(FleetServiceSearch.form(fleet), .edge, workload) {
        trial.ways.append(
          TrialWay(
            FleetServiceSearch.form(fleet), FleetServiceSearch.topology(fleet),
            FleetInferenceSearch(
              context: context, workload: workload, inference: inference, load: load, fleet: fleet)))
      }
      trial.settled = search.qualityMisses() + onGrid(workload, context)
    case .training(let training):
      let search = TrainingSearch(context: context, workload: workload, training: training)
      trial.ways = (allows(.gpuTraining, .gpu, workload) ? search.prepare() : []).map { ways in
        TrialWay(
          .gpuTraining, .singleZone, ways.name, bound: ways.bound, candidates: ways.options.count
        ) { _, cutoff in search.best(ways, cutoff: cutoff) }
      }
    }
    return trial
  }

  /// Why what users wait for is never put on a batch queue, where the grid is allowed.
  private func onGrid(_ workload: WorkloadProblem, _ context: RegionContext) -> [FormOutcome] {
    guard allows(.reservedCluster, .grid, workload) else { return [] }
    return [FormOutcome(placed: nil, path: nil, miss: interactiveOnGrid(workload, context))]
  }

  /// Ways of a service that rent no machines of the region.
  private func others(
    _ workload: WorkloadProblem, _ service: ServiceProblem, _ search: ServiceSearch, _ context: RegionContext,
    _ load: LoadFigures, _ topologies: [Topology], isFirst: Bool
  ) -> [TrialWay] {
    var ways: [TrialWay] = []
    if allows(.functions, .cloud, workload), topologies.contains(.multiZone), workload.place.pinnedMachine == nil,
      FunctionPlatform.of(context.provider) != nil
    {
      ways.append(
        TrialWay(
          .functions, .multiZone,
          FunctionSearch(base: search)))
    }
    let spoke = workload.place.topologies?.contains(.hubAndSpoke) ?? true
    if spoke, allows(.edgeFunctions, .edge, workload), !workload.users.isEmpty {
      for platform in EdgeFunctionSearch.platforms(workload, context) {
        let facts =
          platform.provider == context.provider
          ? context.facts : context.market.facts(provider: platform.provider, region: "edge")
        ways.append(
          TrialWay(
            .edgeFunctions, .hubAndSpoke,
            EdgeFunctionSearch(base: search, platform: platform, facts: facts),
            variant: platform.name))
      }
    }
    // Nodes of one's own cost the same whatever the region: only calls to it tell regions apart.
    if spoke, isFirst, allows(.edgeNodes, .edge, workload), !workload.users.isEmpty {
      ways.append(
        TrialWay(
          .edgeNodes, .hubAndSpoke,
          EdgeNodeSearch(context: context, workload: workload, service: service, load: load)))
    }
    if let fleet = workload.fleet, allows(FleetServiceSearch.form(fleet), .edge, workload),
      workload.place.topologies?.contains(FleetServiceSearch.topology(fleet)) ?? true
    {
      ways.append(
        TrialWay(
          FleetServiceSearch.form(fleet), FleetServiceSearch.topology(fleet),
          FleetServiceSearch(context: context, workload: workload, service: service, load: load, fleet: fleet)))
    }
    return ways
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

/// The regions of one evaluation, each made once for all workloads.
private final class ContextCache: Sendable {
  private let known = Mutex<[String: RegionContext]>([:])

  func value(_ region: String, _ make: () -> RegionContext) -> RegionContext {
    if let found = known.withLock({ $0[region] }) { return found }
    let context = make()
    return known.withLock { table in
      if let found = table[region] { return found }
      table[region] = context
      return context
    }
  }
}
