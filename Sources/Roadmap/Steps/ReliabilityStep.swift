import Foundations
import Planning
import Spec

/// Step 3: zones, redundancy and drills where objectives ask for them.
struct ReliabilityStep {
  let context: RoadmapContext
  private static let objectives: Set<String> = ["availability", "rto", "rpo"]

  private func isRecovery(_ objective: String) -> Bool { ReliabilityStep.objectives.contains(objective) }

  func step() -> RoadmapStep {
    let difference = PlanDifference(context: context, level: .reliability)
    let due = context.scan.first(.sizing, binding: isRecovery)
    var actions = difference.actions
    actions += drills(difference.changes.map(\.name))
    var step = context.step(.reliability, actions: actions, reason: "")
    let topology = context.hasCurrent ? "today's zones" : "one zone"
    for miss in due?.misses ?? [] {
      step.triggers.append(trigger(miss, month: due?.month ?? 0, topology: topology))
    }
    if let due, !difference.changes.isEmpty {
      context.due(&step, month: due.month)
      let names = PlacementWords.list(due.misses.map(\.workload))
      step.reason = "in \(topology) no fleet of \(names) meets its objectives in \(month: due.month)"
    } else if let due, !context.scan.misses(.reliability, month: due.month, binding: isRecovery).isEmpty {
      step.state = .notNeeded
      step.reason = "what one zone misses in \(month: due.month), more zones in the region do not reach either"
    } else if let due {
      // Growth alone brings it on: nothing changes in the plan of month 0.
      context.due(&step, month: due.month)
      step.reason =
        """
        holds today; in \(month: due.month) one zone is not enough for \
        \(PlacementWords.list(due.misses.map(\.workload)))
        """
    } else if difference.changes.isEmpty {
      let isRedundant = context.whole.workloads.contains { $0.chosen?.topology == .multiZone }
      step.state = isRedundant ? .done : .notNeeded
      step.reason = reasonNotNeeded(isRedundant)
    } else if step.change < .zero {
      context.due(&step, month: 0)
      step.reason =
        """
        free choice of zones, and of forms that stand over zones by themselves, saves \(-step.change) a month\
        \(context.ladder[.reliability].verdict == .pass ? " and every objective is met" : "")
        """
    } else {
      step.state = .notNeeded
      step.reason = reasonNotNeeded(false)
    }
    step.sections = [budgets, nextNine, spare, scenarios, BlastRadius(context: context).section].filter { !$0.isEmpty }
    let names = difference.changes.map(\.name)
    step.exits = context.exits(names) { ReliabilityStep.objectives.contains($0) }
    if step.state.isDue {
      step.exits.append(
        ExitCriterion(
          sentence:
            "every objective is met with one machine of each fleet switched off (N-1), tried once in production",
          test: context.checkLine))
    }
    step.risk =
      "a failover that was never tried works half of the time at best (coverage 0.5, assumed); try it before it counts"
    step.blastRadius = context.blastRadius(names)
    step.reversibility = "complete: zones are given up by changing the fleet back; a standby store takes one restart"
    if case .notNeeded = step.state { step.latestStart = nil }
    return step
  }

  private func reasonNotNeeded(_ isRedundant: Bool) -> Sentence {
    let stated = context.problem.workloads.filter { workload in
      workload.objectives.contains { ReliabilityStep.objectives.contains($0.objective) }
    }
    guard !stated.isEmpty else {
      return "no workload states an availability, rto or rpo; state one and the step is computed"
    }
    let tightest = context.whole.workloads.flatMap(\.slo).filter { $0.objective == "availability" }
      .compactMap { slo in slo.budget?.remainingRatio.map { (slo, $0) } }.min { $0.1 < $1.1 }
    var sentence: Sentence =
      isRedundant
      ? "zones are spread already and every objective of recovery is met to the end of the horizon"
      : "every objective of recovery is met in one zone to the end of the horizon"
    if let (slo, rest) = tightest, let predicted = slo.predicted {
      sentence =
        sentence
          + """
          ; the tightest, \(slo.id), reaches \(predicted, "ratio") against \(slo.target.double, "ratio") and keeps \
          \(rest, "share") of its budget
          """
    }
    return sentence
  }

  private func trigger(_ miss: TriggerScan.Miss, month: Int, topology: String) -> StepTrigger {
    var sentence: Sentence = "\(miss.workload) \(miss.constraint) in \(topology)"
    if let value = miss.value { sentence = sentence + " is \(value, miss.unit)" }
    if let limit = miss.limit { sentence = sentence + ", the objective \(limit, miss.unit)" }
    let home = context.home
    return StepTrigger(
      kind: "availability", subject: miss.workload, quantity: miss.constraint, value: miss.value, limit: miss.limit,
      unit: miss.unit, month: month, sentence: sentence,
      restriction: "place: {regions: [\"\(home)\"], topology: [single-zone]}")
  }

  /// A failover drill for everything that becomes redundant.
  private func drills(_ names: [String]) -> [StepAction] {
    guard !names.isEmpty else { return [] }
    return [
      StepAction(
        "Fail \(PlacementWords.list(names)) over once in production and write the runbook",
        hours: context.effort.drill * Double(names.count))
    ]
  }

  // MARK: Sections

  private var budgets: ReportSection {
    var section = ReportSection(
      "failure_modes", "What spends the error budget",
      ["Shares of the budget of each objective; above 100 % in all, it is missed."],
      columns: [
        .init("workload", "Workload"), .init("mode", "Failure mode"),
        .init("unavailability", "Unavailable", isNumber: true), .init("minutes", "In 30 days", isNumber: true),
        .init("budget_share", "Of the budget", isNumber: true),
      ])
    for workload in context.problem.workloads {
      for mode in FailureModes(context: context).modes(workload.name) {
        section.add(
          .text(workload.name), .text(mode.name), .number(mode.unavailability, unit: "fine_share"),
          .number(mode.unavailability * 30 * 86_400, unit: "s"), .number(mode.budgetShare, unit: "share"))
      }
    }
    return section.rows.isEmpty ? ReportSection("failure_modes", "") : section
  }

  private var nextNine: ReportSection {
    let rows = NextNine(context: context).rows()
    guard !rows.isEmpty else { return ReportSection("next_nine", "") }
    var section = ReportSection(
      "next_nine", "The price of the next nine",
      columns: [
        .init("workload", "Workload"), .init("target", "Objective", isNumber: true),
        .init("next", "Next nine", isNumber: true), .init("extra", "More a month", isNumber: true),
        .init("minutes", "Outage spared in 30 days", isNumber: true), .init("worth", "Worth it"),
      ])
    for row in rows {
      var extra = row.extra.map { ReportValue.money($0) } ?? .unknown("nothing in its region reaches it")
      if row.extra == nil, let nearest = row.nearest, nearest < row.next {
        extra = .sentence("not to be had; the most is \(nearest, "ratio")")
      }
      let worth: ReportValue
      if let cost = row.outageCost, let more = row.extra {
        let gain = cost.times(row.minutes)
        worth = .sentence("\(gain >= more ? "yes" : "no"): spares \(gain) of outage a month")
      } else {
        worth = .text(row.extra == nil ? "" : "state outage_cost to decide")
      }
      section.add(
        .text(row.workload), .number(row.target, unit: "ratio"), .number(row.next, unit: "ratio"), extra,
        .number(row.minutes * 60, unit: "s"), worth)
    }
    return section
  }

  private var spare: ReportSection {
    let rows = SpareRedundancy(context: context).rows()
    guard !rows.isEmpty else { return ReportSection("spare", "") }
    var section = ReportSection(
      "retire", "Redundancy that no objective asks for",
      columns: [
        .init("workload", "Workload"), .init("saving", "Saves a month", isNumber: true),
        .init("availability", "Availability left", isNumber: true),
      ])
    for row in rows {
      section.add(
        .text(row.workload), .money(row.saving),
        row.availability.map { .number($0, unit: "ratio") } ?? .unknown("not stated"))
    }
    return section
  }

  /// Loss of a machine, of a zone, of the region.
  private var scenarios: ReportSection {
    var section = ReportSection(
      "scenarios", "When something is lost",
      columns: [
        .init("workload", "Workload"), .init("machine", "A machine"), .init("zone", "A zone"),
        .init("region", "The region"), .init("data", "Data lost", isNumber: true),
      ])
    for result in context.whole.workloads {
      guard let chosen = result.chosen, chosen.form != .external, let site = chosen.sites.first else { continue }
      let back = chosen.rto
      let time = back.map { RoadmapTime.text($0) } ?? "an unknown time"
      let spare = (chosen.utilization ?? 0) * Double(site.count) / Double(max(1, site.count - 1))
      let machine =
        site.machine == nil
        ? "the provider's matter"
        : site.count > 1
          ? (spare < 1 ? "goes on, busy to \(Int((spare * 100).rounded())) %" : "overloaded until replaced")
          : "down \(time)"
      let zone =
        site.zones > 1 || chosen.topology == .multiZone
        ? "goes on within \(time)" : "down \(time) or until the zone is back"
      let region = PlacementWords.regions(chosen).count > 1 ? "goes on elsewhere" : "down until the region is back"
      section.add(
        .text(result.name), .text(machine), .text(zone), .text(region),
        chosen.rpo.map { .number($0, unit: "s") } ?? .unknown("not stated for this form"))
    }
    return section
  }
}

/// Durations inside words.
enum RoadmapTime {
  static func text(_ seconds: Double) -> String {
    if seconds < 120 { return "\(Int(seconds.rounded())) s" }
    if seconds < 7200 { return "\(Int((seconds / 60).rounded())) min" }
    return "\(Int((seconds / 3600).rounded())) h"
  }
}
