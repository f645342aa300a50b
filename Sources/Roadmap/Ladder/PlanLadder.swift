import Foundations
import Placement
import Planning
import Spec

/// Seven plans of one spec: today's and those of the six steps, each with one more kind of change allowed.
package struct PlanLadder: Sendable {
  /// The plan of a level, and what it could not meet.
  package struct Rung: Sendable {
    package var level: PlanLevel
    package var plan: Plan
    package var restriction: Restriction
  }

  package let session: PlanSession
  /// By level, from today's to the whole.
  package let rungs: [Rung]
  /// What `evaluate` says of the spec.
  package let diagnostics: [Diagnostic]
  /// The region that is kept below ``PlanLevel/regions``, where one is; `provider:region`.
  package let home: String?
  /// The workload whose requests make a transaction.
  package let transactionWorkload: String?

  /// The plan of a level.
  package subscript(_ level: PlanLevel) -> Plan { rungs[level.rawValue].plan }

  /// The restriction of a level.
  package func restriction(_ level: PlanLevel) -> Restriction { rungs[level.rawValue].restriction }

  /// The workload of a level's plan by name; `nil` when it is not part of it.
  package func workload(_ name: String, _ level: PlanLevel) -> WorkloadResult? {
    self[level].workloads.first { $0.name == name }
  }

  /// Solves every level; `nil` with diagnostics when the spec cannot be evaluated.
  package static func climb(_ session: PlanSession) -> (ladder: PlanLadder?, diagnostics: [Diagnostic]) {
    let (whole, diagnostics) = session.plan()
    guard let whole, let problem = session.problem(month: 0) else { return (nil, diagnostics) }
    let homes = homes(session, whole, problem)
    var introduced: [String: PlanLevel] = [:]
    let current = Dictionary(session.spec.current.map { ($0.name, $0) }) { first, _ in first }
    for workload in problem.workloads where current[workload.name] == nil {
      introduced[workload.name] = PlanLevel.introducing(kind: workload.kindName)
    }
    var rungs: [Rung] = []
    for level in PlanLevel.allCases {
      var restriction = Restriction(
        level: level, homes: homes.byWorkload, today: current, introduced: introduced)
      let isWhole = level == .ai || (level >= .regions && isWithin(level, whole, introduced))
      if isWhole {
        rungs.append(Rung(level: level, plan: whole, restriction: restriction))
      } else if level == .baseline, let first = rungs.first {
        restriction.relaxed = first.restriction.relaxed
        restriction.resized = first.restriction.resized
        restriction.anyZone = first.restriction.anyZone
        rungs.append(Rung(level: level, plan: first.plan, restriction: restriction))
      } else {
        let plan = solve(&restriction, session, problem) ?? whole
        rungs.append(Rung(level: level, plan: plan, restriction: restriction))
      }
    }
    let ladder = PlanLadder(
      session: session, rungs: rungs, diagnostics: diagnostics,
      home: homes.main ?? rungs.first.flatMap { region($0.plan, problem.transactionWorkload, session) },
      transactionWorkload: problem.transactionWorkload)
    return (ladder, diagnostics)
  }

  /// The whole plan alone, standing for every level; for what looks at nothing else.
  static func whole(_ session: PlanSession) -> (ladder: PlanLadder?, diagnostics: [Diagnostic]) {
    let (whole, diagnostics) = session.plan()
    guard let whole, let problem = session.problem(month: 0) else { return (nil, diagnostics) }
    let rungs = PlanLevel.allCases.map { level in
      Rung(level: level, plan: whole, restriction: Restriction(level: .ai, homes: [:], today: [:], introduced: [:]))
    }
    return (
      PlanLadder(
        session: session, rungs: rungs, diagnostics: diagnostics, home: nil,
        transactionWorkload: problem.transactionWorkload), diagnostics
    )
  }

  /// Functions and their like stand over zones by themselves: taken where that is cheaper, one workload after the
  /// other, though the level keeps the zones of everything else.
  private static func takeZoneless(_ restriction: inout Restriction, _ session: PlanSession, _ problem: Problem) {
    func cost(_ restriction: Restriction) -> Money? { session.cost(restriction.apply(problem)) }
    guard var best = cost(restriction) else { return }
    for workload in problem.workloads where workload.kindName == "service" {
      var trial = restriction
      trial.zoneless.insert(workload.name)
      trial.relaxed[workload.name] = nil
      guard let found = cost(trial), found < best else { continue }
      best = found
      restriction = trial
    }
  }

  /// Whether everything the whole plan chose is allowed at a level: then it is that level's optimum too, as the
  /// level's candidates are among those it beat.
  private static func isWithin(_ level: PlanLevel, _ whole: Plan, _ introduced: [String: PlanLevel]) -> Bool {
    whole.workloads.allSatisfy { result in
      guard let chosen = result.chosen, (introduced[result.name] ?? .today) <= level else { return false }
      return chosen.form == .external || (PlanLevel.of(chosen.model) <= level && PlanLevel.of(chosen.form) <= level)
    }
  }

  /// The region of today, else of the whole plan's transaction workload; other groups keep it where they may.
  private static func homes(
    _ session: PlanSession, _ whole: Plan, _ problem: Problem
  ) -> (byWorkload: [String: String], main: String?) {
    func place(_ name: String?) -> String? {
      if let current = session.spec.current.first(where: { $0.name == name }) {
        return "\(current.provider):\(current.region)"
      }
      guard let chosen = whole.workloads.first(where: { $0.name == name })?.chosen, chosen.form != .external,
        let site = chosen.sites.first, session.catalog.region("\(site.provider):\(site.region)") != nil
      else { return nil }
      return "\(site.provider):\(site.region)"
    }
    let costliest = whole.workloads.filter { place($0.name) != nil }.max { a, b in
      (a.chosen?.perMonth ?? .zero) < (b.chosen?.perMonth ?? .zero)
    }
    let first = session.spec.current.first.map { "\($0.provider):\($0.region)" }
    let main = place(problem.transactionWorkload) ?? first ?? place(costliest?.name)
    var byWorkload: [String: String] = [:]
    for workload in problem.workloads {
      if let main, session.allows(workload.place, region: main) {
        byWorkload[workload.name] = main
      } else {
        byWorkload[workload.name] = place(workload.name) ?? main
      }
    }
    return (byWorkload, main)
  }

  /// Where a plan runs the workload whose requests make a transaction; for specs that no plan can meet.
  private static func region(_ plan: Plan, _ name: String?, _ session: PlanSession) -> String? {
    let placed = plan.workloads.filter { $0.chosen?.sites.isEmpty == false && $0.chosen?.form != .external }
    guard let site = (placed.first { $0.name == name } ?? placed.first)?.chosen?.sites.first else { return nil }
    let region = "\(site.provider):\(site.region)"
    return session.catalog.region(region) == nil ? nil : region
  }

  /// The best plan of a level; objectives that it cannot meet are given up, as few as possible, and shown as missed.
  private static func solve(_ restriction: inout Restriction, _ session: PlanSession, _ problem: Problem) -> Plan? {
    let recovery: Set<String> = ["availability", "rto", "rpo"]
    // What is given up grows by one stage for each workload that still has no placement.
    var stages: [String: Int] = [:]
    for _ in 0..<6 {
      let missing = session.choices(restriction.apply(problem)).filter { $0.chosen == nil }.map(\.name)
      if missing.isEmpty { break }
      for name in missing {
        let all = Set(problem.workloads.first { $0.name == name }?.objectives.map(\.objective) ?? [])
        let stage = stages[name, default: 0]
        stages[name] = stage + 1
        switch stage {
        case 0: restriction.relaxed[name] = all.intersection(recovery)
        case 1: restriction.relaxed[name] = all
        case 2:
          restriction.anyZone.insert(name)
          restriction.relaxed[name] = nil
        case 3: restriction.relaxed[name] = all
        default: restriction.resized.insert(name)
        }
      }
    }
    if restriction.level == .sizing { takeZoneless(&restriction, session, problem) }
    let adjust = restriction
    guard var plan = session.plan(adjust: { adjust.apply($0) }).plan else { return nil }
    for index in plan.workloads.indices where restriction.relaxed[plan.workloads[index].name] != nil {
      let result = plan.workloads[index]
      guard let workload = problem.workloads.first(where: { $0.name == result.name }) else { continue }
      plan.workloads[index].slo = session.objectives(workload, result.chosen, result.load)
    }
    if plan.verdict == .pass, plan.workloads.contains(where: { $0.slo.contains { $0.met == false } }) {
      plan.verdict = .fail
    }
    return plan
  }
}
