import Foundations
import Planning
import Spec

/// What every step draws on: the ladder of plans, the spec in numbers, the people there are.
struct RoadmapContext {
  let ladder: PlanLadder
  let problem: Problem
  let effort: EffortModel
  let team: TeamCapacity
  /// Loaded cost of an engineer's hour.
  let labour: Money
  let scan: TriggerScan

  init?(_ ladder: PlanLadder, scaled: (word: String, factor: Double)? = nil) {
    guard let problem = ladder.session.problem(month: 0) else { return nil }
    self.ladder = ladder
    self.problem = problem
    let spec = ladder.session.spec
    effort = EffortModel(spec, scaled: scaled)
    team = TeamCapacity(
      effort: effort, count: spec.team.count?.mid,
      share: spec.team.infrastructureShare?.mid ?? effort.infrastructureShare,
      isShareStated: spec.team.infrastructureShare != nil)
    labour = ladder.session.labourPerHour(problem)
    scan = TriggerScan(ladder: ladder)
  }

  var spec: Spec { ladder.session.spec }
  var specPath: String { ladder.session.source.name }
  var hasCurrent: Bool { !spec.current.isEmpty }
  var horizon: Int { ladder.session.horizonMonths }
  var currency: String { spec.currency }
  var home: String { ladder.home ?? "no region" }
  /// The plan as `evaluate` finds it.
  var whole: Plan { ladder[.ai] }

  func workload(_ name: String) -> WorkloadProblem? { problem.workloads.first { $0.name == name } }

  /// Workloads that are placed somewhere: not somebody else's.
  var placed: [WorkloadProblem] {
    problem.workloads.filter {
      if case .external = $0.kind { return false }
      return true
    }
  }

  /// A step with the plans on either side, its actions and what they cost.
  func step(_ level: PlanLevel, actions: [StepAction], reason: Sentence) -> RoadmapStep {
    var step = RoadmapStep(level: level, reason: reason)
    step.before = ladder[level.previous].perMonth
    step.after = ladder[level].perMonth
    step.actions = actions
    step.hours = actions.reduce(0) { $0 + $1.hours }
    step.oneOff = labour.times(step.hours)
    let saving = step.before - step.after - step.running
    if saving > .zero { step.paybackMonths = step.oneOff.double / saving.double }
    step.leadMonths = team.months(step.hours)
    step.effects = effects(level)
    step.owner = owner(level)
    return step
  }

  /// Who answers for a step: a role, as the spec names no people.
  private func owner(_ level: PlanLevel) -> String {
    let isSmall = (team.count ?? 1) < 8
    let role =
      switch level {
      case .today, .baseline: "on-call lead"
      case .sizing: "engineering lead, with whoever pays the bill"
      case .reliability: "on-call lead"
      case .regions: "engineering lead"
      case .edge: "edge lead"
      case .ai: "machine-learning lead"
      }
    return isSmall ? "\(role) (one named engineer; a team of \(Int(team.count ?? 1)) has no separate role)" : role
  }

  /// Latest month to start: the trigger's month less lead time less buffer, not before month 0.
  func latestStart(_ month: Int, lead: Double) -> Int {
    max(0, Int((Double(month) - lead - effort.buffer).rounded(.down)))
  }

  /// A step that is due in a month, with its latest start.
  func due(_ step: inout RoadmapStep, month: Int) {
    step.state = month == 0 ? .now : .byMonth(month)
    step.latestStart = latestStart(month, lead: step.leadMonths)
  }

  /// The share of transactions that stop when one of these workloads stops.
  func blastRadius(_ names: [String]) -> Sentence {
    guard let entry = ladder.transactionWorkload else { return "no workload counts transactions" }
    let reach = requiredBy(entry)
    let hit = names.filter { reach.contains($0) }
    let name = PlacementWords.plural(whole.transactionName)
    if names.isEmpty { return "none; nothing that runs is changed" }
    if hit.isEmpty {
      return "0 % of \(name): \(PlacementWords.list(names)) \(names.count == 1 ? "does" : "do") not lie on their path"
    }
    return "100 % of \(name) stop while a change of \(PlacementWords.list(hit)) goes wrong"
  }

  /// A workload with everything that it cannot answer without.
  func requiredBy(_ name: String) -> Set<String> {
    var seen: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let workload = workload(next) else { continue }
      open += workload.calls.filter { !$0.isOptional && !$0.isAsynchronous }.map(\.to)
    }
    return seen
  }

  /// Cost, latency and availability before and after a step.
  private func effects(_ level: PlanLevel) -> [StepEffect] {
    let (a, b) = (ladder[level.previous], ladder[level])
    var effects = [StepEffect(name: "\(currency) a month", before: .money(a.perMonth), after: .money(b.perMonth))]
    if whole.transactionsPerMonth > 0 {
      // The same denominator on both sides: demand does not change with the plan.
      func each(_ plan: Plan) -> ReportValue { .price(Money(plan.perMonth.double / whole.transactionsPerMonth)) }
      effects.append(StepEffect(name: "\(currency) per \(whole.transactionName)", before: each(a), after: each(b)))
    }
    guard let entry = ladder.transactionWorkload else { return effects }
    let before = ladder.workload(entry, level.previous)?.chosen
    let after = ladder.workload(entry, level)?.chosen
    func add(_ name: String, _ unit: String, _ value: (PlacedWorkload) -> Double?) {
      let (x, y) = (before.flatMap(value), after.flatMap(value))
      guard x != nil || y != nil else { return }
      effects.append(StepEffect(name: "\(entry) \(name)", before: number(x, unit), after: number(y, unit)))
    }
    add("p50", "s") { $0.latency?.total.p50 }
    add("p95", "s") { $0.latency?.total.p95 }
    add("p99", "s") { $0.latency?.total.p99 }
    add("availability", "ratio") { $0.availability }
    func used(_ level: PlanLevel) -> Double? {
      ladder.workload(entry, level)?.slo.first { $0.objective == "availability" }?.budget?.usedRatio
    }
    if let x = used(level.previous), let y = used(level) {
      effects.append(
        StepEffect(
          name: "\(entry) error budget used", before: .number(x, unit: "share"), after: .number(y, unit: "share")))
    }
    return effects
  }

  private func number(_ value: Double?, _ unit: String) -> ReportValue {
    value.map { .number($0, unit: unit) } ?? .unknown("not part of this plan")
  }

  /// The line that checks a whole spec.
  var checkLine: String { "planner check \(specPath)" }

  /// Objectives of some workloads as tests that a reader can run.
  func exits(_ names: [String], _ isWanted: (String) -> Bool) -> [ExitCriterion] {
    names.flatMap { name -> [ExitCriterion] in
      guard let workload = workload(name) else { return [] }
      let result = whole.workloads.first { $0.name == name }
      return workload.objectives.filter { isWanted($0.objective) }.map { objective in
        let met = result?.slo.first { $0.objective == objective.objective }
        let value = ReportValue.number(objective.target.double, unit: objective.unit)
        var sentence: Sentence = "\(name) \(objective.objective): \(value) is kept"
        if let predicted = met?.predicted { sentence = sentence + "; the plan predicts \(predicted, objective.unit)" }
        return ExitCriterion(sentence: sentence, test: Queries.text(name, objective, window: workload.windowSeconds))
      }
    }
  }
}
