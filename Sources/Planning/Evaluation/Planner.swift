import Catalog
import Foundations
import Placement
import Spec

/// Answers a spec: the plan with totals, budgets, horizon and what breaks when.
package struct Planner {
  /// What the caller may choose.
  package struct Options: Sendable {
    /// Month that is sized and priced.
    package var month = 0
    /// Turns every pruning of the search off.
    package var isExhaustive = false
    /// Leaves out what only explains: alternatives and reasons, later months, the bill, what drives the ranges.
    package var isBrief = false
    /// Whether alternatives get percentiles as well; JSON and the roadmap show them, text does not.
    package var measuresAlternatives = true
    /// Whether the next nine, a nine less and less redundancy are priced, each by a search of its own.
    package var pricesNines = false
    /// Draws over the ranges of the inputs, and the seed of their sequence.
    package var draws = 1024
    package var seed: UInt64 = 1
    /// Changes every problem before it is solved: how restricted plans are made; `nil` for the spec as it is.
    package var adjust: (@Sendable (Problem) -> Problem)?

    /// The defaults.
    package init() {}
  }

  let spec: Spec
  let source: SourceText
  let catalog: Catalog
  let options: Options
  let parameters = ModelParameters()
  /// Specs up to this size stand in the result.
  static let keptSpecBytes = 1 << 20

  /// Creates a planner; `catalog` must hold ``providers(for:)``.
  package init(spec: Spec, source: SourceText, catalog: Catalog, options: Options = Options()) {
    self.spec = spec
    self.source = source
    self.catalog = catalog
    self.options = options
  }

  /// The providers whose machines an answer needs, sorted.
  package static func providers(for spec: Spec) -> [String] {
    var named: Set<String> = []
    var isOpen = false
    let current = spec.current.map(\.provider).filter { !$0.isEmpty }
    for workload in spec.workloads {
      let place = workload.place.filled(from: spec.place)
      var mine = place.providers ?? current
      if let provider = place.pin?.provider { mine = [provider] }
      for word in [place.pin?.region, place.pin?.machine] {
        if let word, let colon = word.firstIndex(of: ":") { mine = [String(word[..<colon])] }
      }
      if mine.isEmpty { isOpen = true }
      named.formUnion(mine)
    }
    named.formUnion(current)
    if named.contains("any") { return Catalog.allProviders }
    if isOpen { named.formUnion(["aws", "azure", "gcp"]) }
    return Catalog.allProviders.filter { named.contains($0) }
  }

  /// The plan, or why there can be none.
  package func plan() -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var builder = ProblemBuilder(spec: spec, catalog: catalog)
    builder.adjust = options.adjust
    guard let problem = builder.problem(month: options.month) else { return (nil, builder.diagnostics) }
    var findings = builder.diagnostics
    let market = CatalogMarket(catalog: catalog, named: namedRegions)
    let study = RangeStudy(planner: self, market: market, ranges: spec.ranges)
    let isRanged = !spec.ranges.isEmpty
    var decision = RangeStudy.Decision(results: [], search: SearchFigures(), outcomes: [])
    if isRanged {
      guard let found = study.decide(&builder, confidence: problem.confidence) else {
        return (nil, builder.diagnostics)
      }
      decision = found
    } else {
      (decision.results, decision.search) = solve(problem, market)
    }
    decision.results = UnpricedMachines(problem: problem, market: market).described(decision.results)
    let mixes = CommitmentStudy(planner: self, problem: problem, market: market).mixes(decision.results, builder)
    for index in decision.outcomes.indices { decision.outcomes[index].pay(mixes) }
    var results = options.isBrief ? decision.results : withBinding(decision.results, problem, market)
    var ranges: RangeFigures?
    let outcomes = decision.outcomes
    if !outcomes.isEmpty {
      ranges = RangeFigures(
        draws: outcomes.count, confidence: problem.confidence,
        perMonth: RangeStudy.spread(outcomes.compactMap { $0.perMonth?.double }),
        perTransaction: RangeStudy.spread(outcomes.compactMap(\.perTransaction)),
        drivers: options.isBrief ? [] : study.drivers(&builder, results),
        overloadedRatio: Double(outcomes.filter { $0.perMonth == nil }.count) / Double(outcomes.count))
      if !options.isBrief { ranges?.regret = study.regret(builder, decision) }
      ranges?.outcomes = outcomes.map {
        DrawFigures(perMonth: $0.perMonth?.double, perTransaction: $0.perTransaction, latency: $0.latency)
      }
      results = study.described(results, problem, outcomes, confidence: problem.confidence)
    }
    if !options.isBrief {
      results = ResidencyPrice(planner: self, problem: problem, market: market).described(results)
      results = BreakEvenStudy(problem: problem, market: market, parameters: parameters).described(results)
      results = CentralTraining(planner: self, problem: problem, market: market).described(results)
      results = BuildTargets(market: market).described(results)
      results = OperatingStudy(planner: self, problem: problem, market: market).described(results)
      if options.adjust == nil {
        results = GrowthStudy(planner: self, market: market).described(results, &builder)
      }
    }
    results = CacheFigures.described(results, problem)
    results = BudgetStudy(planner: self, problem: problem, market: market).described(results)
    if options.pricesNines {
      let spare = NineStudy(planner: self, problem: problem, market: market).spare(results)
      for index in results.indices {
        if let sentence = spare[results[index].name] { results[index].why.append(sentence) }
      }
    }
    let unsplit = results
    results = results.map { $0.paid(mixes) }
    if let finding = CommitmentStudy(planner: self, problem: problem, market: market).finding(results) {
      findings.append(finding)
    }
    if decision.search.unprovenGroups > 0 {
      findings.append(
        Diagnostic(
          .warning, code: "search/unproven",
          "the joint search of \(decision.search.unprovenGroups) group(s) of workloads that call each other ended "
            + "before its choice was proven to be the cheapest",
          help: "give --exhaustive time to prove it, or pin what is decided anyway"))
    }
    var plan = assemble(problem, results, builder.assumptions.list)
    plan.ranges = ranges
    plan.search = decision.search
    if options.pricesNines { plan.gains = GainStudy(problem: problem).gains(results, perMonth: plan.perMonth) }
    if !options.isBrief {
      let sharing = PoolingStudy(problem: problem, market: market, parameters: parameters)
      (plan.pools, plan.fills) = (sharing.pools(results), sharing.fills(results))
      plan.packings = PackingStudy(problem: problem, market: market, parameters: parameters).packings(unsplit)
      (plan.horizon, plan.breaks) = outlook(unsplit, market, &builder)
      for index in plan.horizon.indices where plan.horizon[index].month == options.month {
        if plan.horizon[index].cost != nil { plan.horizon[index].cost = plan.perMonth }
      }
      plan.bill = billComparison(problem, market)
      plan.split = SplitStudy(planner: self, problem: problem, market: market).figures(
        unsplit, perMonth: plan.perMonth)
    }
    judge(&plan)
    return (plan, findings)
  }

  func solve(_ problem: Problem, _ market: CatalogMarket) -> (results: [WorkloadResult], search: SearchFigures) {
    if options.isBrief {
      let found = Evaluator(problem: problem, market: market, parameters: parameters, isBrief: true).workloads()
      // Where nothing runs, the nearest misses are wanted.
      if found.results.allSatisfy({ $0.chosen != nil }) {
        return (zip(found.results, problem.workloads).map(measured), found.search)
      }
    }
    return full(problem, market)
  }

  /// With the percentiles of what is chosen, and the objectives held against them.
  private func measured(_ result: WorkloadResult, _ workload: WorkloadProblem) -> WorkloadResult {
    var result = result
    result.chosen = result.chosen?.measured(isChosen: true, limits: workload.latencyLimits.map(\.seconds))
    result.slo = ObjectiveModel.results(workload, chosen: result.chosen, load: result.load)
    return result
  }

  private func full(_ problem: Problem, _ market: CatalogMarket) -> (results: [WorkloadResult], search: SearchFigures) {
    Evaluator(
      problem: problem, market: market, parameters: parameters, isExhaustive: options.isExhaustive,
      measuresAlternatives: options.measuresAlternatives
    ).workloads()
  }

  /// Adds what binds: the constraint that a fleet one machine smaller would miss.
  private func withBinding(
    _ results: [WorkloadResult], _ problem: Problem, _ market: CatalogMarket
  ) -> [WorkloadResult] {
    let groups = LoadModel.groups(problem)
    var groupOf: [String: Int] = [:]
    for (index, group) in groups.enumerated() { for workload in group { groupOf[workload.name] = index } }
    let byName = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
    let (membership, problem) = (groupOf, problem)
    return Parallel.map(results.count) { index in
      var result = results[index]
      guard let chosen = result.chosen, !chosen.isPaired, let site = chosen.sites.first, site.machine != nil,
        site.count > 1
      else {
        return result
      }
      // The workloads it calls or is called by; others cannot matter.
      guard let group = membership[result.name] else { return result }
      var part = problem
      part.workloads = groups[group]
      var smaller = part.held(to: groups[group].compactMap { byName[$0.name] }, isFleetFixed: true)
      guard let index = smaller.workloads.firstIndex(where: { $0.name == result.name }) else { return result }
      if case .store = smaller.workloads[index].kind { return result }
      smaller.workloads[index].place.pinnedCount = site.count - 1
      let missed = brief(smaller, market).first { $0.name == result.name }
      guard missed?.chosen == nil, let miss = missed?.alternatives.first(where: { $0.form == chosen.form }),
        let rejection = miss.rejected
      else { return result }
      var placed = miss
      placed.sites = chosen.sites
      placed.sites[0].count = site.count - 1
      placed.rejected = rejection
      result.alternatives = Array(result.alternatives.prefix(WorkloadAnswer.alternativesLimit - 1)) + [placed]
      result.why.insert(Reasons.binding(rejection), at: min(1, result.why.count))
      return result
    }
  }

  /// Regions that the spec names in full; they take part even when they are off by default.
  var namedRegions: Set<String> {
    var names: Set<String> = []
    let places = [spec.place] + spec.workloads.map(\.place)
    for place in places {
      names.formUnion((place.regions ?? []) + [place.pin?.region].compactMap { $0 })
    }
    names.formUnion(spec.current.map { "\($0.provider):\($0.region)" })
    return Set(catalog.allRegions.filter { names.contains($0.id) || names.contains($0.name) }.map(\.id))
  }

  // MARK: The plan

  private func assemble(_ problem: Problem, _ results: [WorkloadResult], _ assumptions: [AssumedInput]) -> Plan {
    let transactions = transactionsPerMonth(problem, results)
    let isPaired = results.contains { $0.chosen?.isPaired == true }
    let common = parameters.assumptions + (isPaired ? FailoverFigures().assumptions(problem.recovery) : [])
    var plan = Plan(
      specName: problem.name, specPath: source.name, specSHA256: SHA256.hex(source.bytes), catalogDate: Catalog.date,
      catalogSHA256: Catalog.sha256, currency: spec.currency, month: options.month,
      assumptions: assumptions + common, inputCount: problem.inputCount + common.count,
      workloads: results.map(withLines), sharedLines: sharedLines(problem), transactionName: problem.transactionName,
      transactionsPerMonth: transactions, oldestPrice: oldestPrice(results))
    if source.bytes.count <= Planner.keptSpecBytes { plan.specText = String(decoding: source.bytes, as: UTF8.self) }
    if let customers = problem.money.customers, customers > 0 {
      plan.perCustomer = Money(plan.perMonth.double / customers)
    }
    plan.revenue = problem.money.revenuePerMonth
    plan.start = spec.start.map { ($0.year, $0.month) }
    plan.credits = credits(plan)
    plan.budgets = budgets(problem, plan)
    return plan
  }

  /// Holds the finished plan against every limit of the spec; where inputs are ranges, with the confidence due.
  private func judge(_ plan: inout Plan) {
    if let ranges = plan.ranges, plan.verdict != .infeasible {
      for index in plan.budgets.indices {
        let limit = plan.budgets[index].limit.double
        let share: Double
        switch plan.budgets[index].id {
        case "monthly": share = ranges.share(atMost: limit, \.perMonth)
        case "cost_per_transaction" where plan.budgets[index].value != nil:
          share = ranges.share(atMost: limit, \.perTransaction)
        default: continue
        }
        plan.budgets[index].probability = share
        plan.budgets[index].met = share >= ranges.confidence
      }
    }
    if plan.verdict == .pass, plan.budgets.contains(where: { $0.met == false }) { plan.verdict = .fail }
    plan.limits = SpecLimits(plan: plan, spec: spec, source: source).all
    plan.gates = plan.limits.compactMap(\.gate)
  }

  /// Offsets of the source become lines.
  private func withLines(_ result: WorkloadResult) -> WorkloadResult {
    var result = result
    for index in result.slo.indices { result.slo[index].line = result.slo[index].line.map(line) }
    return result
  }

  private func line(_ offset: Int) -> Int { source.position(of: offset).line }

  func transactionsPerMonth(_ problem: Problem, _ results: [WorkloadResult]) -> Double {
    guard let name = problem.transactionWorkload, let workload = problem.workloads.first(where: { $0.name == name }),
      problem.requestsPerTransaction > 0
    else { return 0 }
    if case .batch(let batch) = workload.kind {
      return batch.jobs * batch.lotsPerMonth / problem.requestsPerTransaction
    }
    if case .training(let training) = workload.kind {
      return training.runsPerMonth / problem.requestsPerTransaction
    }
    let load = results.first { $0.name == name }?.load
    return (load?.mean ?? 0) * CostBook.hoursPerMonth * 3600 / problem.requestsPerTransaction
  }

  /// Lines that no single workload owns: the people an on-call rota lacks.
  func sharedLines(_ problem: Problem) -> [CostLine] {
    let floor = 5.0
    let missing = floor - problem.money.engineerCount
    let caches = CacheFigures.lines(problem)
    guard problem.money.isOnCall, problem.money.engineerCount > 0, missing > 0 else { return caches }
    return caches + [
      CostLine(
        category: "labour", item: "people missing for an on-call rota of 5", quantity: missing, unit: "engineer-month",
        unitPrice: Money(problem.money.engineerPerYear.double / 12),
        source: "team.engineer / 12; avoid by managed services or business hours only")
    ]
  }

  /// The date of the oldest price among the lines.
  private func oldestPrice(_ results: [WorkloadResult]) -> String {
    let dates = results.flatMap { $0.chosen?.lines ?? [] }.compactMap { line -> String? in
      let tail = String(line.source.suffix(10))
      return tail.count == 10 && tail.split(separator: "-").count == 3 && Int(tail.prefix(4)) != nil ? tail : nil
    }
    return dates.min() ?? Catalog.date
  }

  /// How long each credit lasts at this month's spending with its provider.
  private func credits(_ plan: Plan) -> [CreditFigures] {
    spec.prices.credits.map { credit in
      let chosen = plan.workloads.compactMap(\.chosen).filter { $0.sites.first?.provider == credit.provider }
      let spending = chosen.flatMap(\.lines).filter { $0.category != "labour" }.reduce(Money.zero) { $0 + $1.perMonth }
      var months = spending > .zero ? credit.amount.decimal.double / spending.double : 0
      if let until = credit.until, let start = spec.start {
        months = min(months, Double(max(0, (until.year - start.year) * 12 + until.month - start.month + 1)))
      }
      months = min(months, Double(max(plan.horizon.map(\.month).max() ?? 1200, 1)))
      let saves = min(credit.amount.decimal, spending.times(months))
      return CreditFigures(provider: credit.provider, amount: credit.amount.decimal, coversMonths: months, saves: saves)
    }
  }

  private func budgets(_ problem: Problem, _ plan: Plan) -> [SpendingBudget] {
    var result: [SpendingBudget] = []
    let isPlaced = plan.verdict != .infeasible
    func add(_ id: String, _ stated: (limit: Money, line: Int?)?, _ value: Money?, _ unit: String) {
      guard let stated else { return }
      let value = isPlaced ? value : nil
      result.append(
        SpendingBudget(
          id: id, limit: stated.limit, value: value, unit: unit, met: value.map { $0 <= stated.limit },
          line: stated.line.map(line)))
    }
    add("monthly", problem.money.monthlyBudget, plan.perMonth, "\(spec.currency)/month")
    add("cost_per_transaction", problem.money.perTransactionBudget, plan.perTransaction, spec.currency)
    if let carbon = problem.money.carbonBudget {
      let chosen = plan.workloads.compactMap(\.chosen).filter { $0.form != .external }
      let known = chosen.compactMap(\.carbonKilograms)
      let sum = known.count == chosen.count ? Money(known.reduce(0, +)) : nil
      add("carbon", (carbon.kilograms, carbon.line), sum, "kg/month")
    }
    return result
  }

  // MARK: Outlook

  /// Cost over the horizon with the fleet resized in place, and the month in which today's fleet breaks.
  private func outlook(
    _ results: [WorkloadResult], _ market: CatalogMarket, _ builder: inout ProblemBuilder
  ) -> ([HorizonPoint], [Breach]) {
    let last = builder.horizonMonths
    let isPlaced = results.allSatisfy { $0.chosen != nil }
    let months = Array(Set([0, 6, 12, 24, last])).filter { $0 <= last }.sorted()
    guard isPlaced else { return (months.map { HorizonPoint(month: $0, cost: nil, firstBreach: nil) }, []) }
    let shared =
      builder.problem(month: options.month).map { sharedLines($0).reduce(Money.zero) { $0 + $1.perMonth } } ?? .zero
    let breaks = breaches(results, market, &builder, until: last)
    let points = months.map { month -> HorizonPoint in
      var cost: Money?
      if month == options.month {
        cost = results.reduce(shared) { $0 + ($1.chosen?.perMonth ?? .zero) }
      } else if let problem = builder.problem(month: month) {
        let found = brief(problem.held(to: results, isFleetFixed: false), market)
        if found.allSatisfy({ $0.chosen != nil }) {
          cost = found.reduce(shared) { $0 + ($1.chosen?.perMonth ?? .zero) }
        }
      }
      let first = breaks.filter { $0.month <= month }.min { ($0.month, $0.workload) < ($1.month, $1.workload) }
      return HorizonPoint(month: month, cost: cost, firstBreach: first.map { "\($0.workload).\($0.constraint)" })
    }
    return (points, breaks)
  }

  func brief(_ problem: Problem, _ market: CatalogMarket) -> [WorkloadResult] {
    Evaluator(problem: problem, market: market, parameters: parameters, isBrief: true).workloads().results
  }

  /// The first month in which each workload's fleet of today misses a constraint.
  private func breaches(
    _ results: [WorkloadResult], _ market: CatalogMarket, _ builder: inout ProblemBuilder, until last: Int
  ) -> [Breach] {
    var breaks: [Breach] = []
    var open = Set(results.map(\.name))
    var month = options.month + 1
    // Nothing to look for month by month when even the last one holds.
    if month > last || breaksAt(last, results, market, &builder, open).isEmpty { return [] }
    while month <= last, !open.isEmpty {
      for breach in breaksAt(month, results, market, &builder, open) {
        breaks.append(breach)
        open.remove(breach.workload)
      }
      month += last > 120 ? max(1, last / 120) : 1
    }
    return breaks
  }

  private func breaksAt(
    _ month: Int, _ results: [WorkloadResult], _ market: CatalogMarket, _ builder: inout ProblemBuilder,
    _ open: Set<String>
  ) -> [Breach] {
    guard let problem = builder.problem(month: month) else { return [] }
    let found = brief(problem.held(to: results, isFleetFixed: true), market)
    return found.filter { open.contains($0.name) && $0.chosen == nil }.map { result in
      let rejection = result.alternatives.compactMap(\.rejected).first
      return Breach(
        month: month, workload: result.name, constraint: rejection?.constraint ?? "capacity", value: rejection?.value,
        limit: rejection?.limit)
    }
  }

  // MARK: Today

  /// What runs today priced by the same code, held against the stated bill; labour is on no bill.
  private func billComparison(_ problem: Problem, _ market: CatalogMarket) -> BillComparison? {
    guard let stated = problem.money.currentBill, !spec.current.isEmpty else { return nil }
    var today = problem
    for index in today.workloads.indices {
      guard let current = spec.current.first(where: { $0.name == today.workloads[index].name }) else { continue }
      var place = PlaceProblem()
      place.providers = [current.provider]
      place.regions = ["\(current.provider):\(current.region)"]
      var usual = PlacementForm.vm
      if case .inference = today.workloads[index].kind { usual = .gpuServing }
      place.forms = [current.form.flatMap { PlacementForm(rawValue: $0) } ?? usual]
      place.topologies = current.topology.flatMap { Topology(rawValue: $0) }.map { [$0] }
      place.pinnedMachine = current.machine
      place.pinnedCount = current.count
      place.pinnedPurchase = current.purchase.flatMap { Purchase(rawValue: $0) } ?? .onDemand
      today.workloads[index].place = place
      // What runs is priced whether or not it meets its objectives.
      today.workloads[index].objectives = []
    }
    let names = Set(spec.current.map(\.name))
    let lines = brief(today, market).filter { names.contains($0.name) }.flatMap { $0.chosen?.lines ?? [] }
    guard !lines.isEmpty else { return nil }
    let modelled = lines.filter { $0.category != "labour" }.reduce(Money.zero) { $0 + $1.perMonth }
    return BillComparison(stated: stated, modelled: modelled)
  }
}
