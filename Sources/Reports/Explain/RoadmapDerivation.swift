import Foundations
import Planning
import Roadmap

/// Derives the figures of a roadmap: sums of its steps from the plans on either side and from the hours of the work.
///
/// Paths are those of `report -f json` after the word `roadmap`; steps are counted by their own number.
package struct RoadmapDerivation {
  let roadmap: Roadmap
  let plan: PlanDerivation
  let labour: Money

  /// Prepares the derivation of a roadmap that a session found.
  package init?(_ roadmap: Roadmap, _ session: PlanSession) {
    guard let plan = PlanDerivation(roadmap.plan, session), let problem = session.problem(month: 0) else { return nil }
    self.roadmap = roadmap
    self.plan = plan
    labour = session.labourPerHour(problem)
  }

  /// The derivation of a path such as `roadmap.steps.3.one_off`; `nil` when there is none.
  package func derivation(_ path: String) -> Derivation? {
    let parts = PlanDerivation.parts(path)
    guard parts.count > 3, parts[0] == "roadmap", let number = Int(parts[2]) else { return nil }
    switch parts[1] {
    case "totals":
      return PlanLevel(rawValue: number).flatMap { parts[3] == "per_month" ? total($0) : nil }
    case "steps":
      guard let step = roadmap.steps.first(where: { $0.level.rawValue == number }) else { return nil }
      return self.step(step, parts[3])
    default: return nil
    }
  }

  /// The total of a level: the one before and the change of each workload; the last one is the plan's own.
  private func total(_ level: PlanLevel) -> Derivation? {
    guard let item = roadmap.totals.first(where: { $0.level == level }) else { return nil }
    let path = "roadmap.totals.\(level.rawValue).per_month"
    let unit = "\(roadmap.plan.currency)/month"
    if level == .ai, roadmap.plan.verdict != .infeasible, let inner = plan.derivation("totals.per_month") {
      return .rule(.same, path, item.perMonth.double, unit, "what evaluate finds", [inner], exact: item.perMonth)
    }
    guard let step = roadmap.steps.first(where: { $0.level == level }) else {
      return .leaf(
        path, item.perMonth.double, unit,
        source: roadmap.hasCurrent
          ? "what runs today, priced line by line" : "every workload in one region and zone, on demand",
        exact: item.perMonth)
    }
    let changes = step.actions.compactMap { action in
      action.perMonth.map {
        Derivation.leaf("change of \(action.workload)", $0.double, unit, source: "the plans of both levels", exact: $0)
      }
    }
    let before = Derivation.leaf(
      "roadmap.totals.\(level.rawValue - 1).per_month", step.before.double, unit, source: "the level before",
      exact: step.before)
    return .verified(
      .sum, path, item.perMonth.double, unit, "the level before, and the change of each workload", [before] + changes,
      source: "the optimum of the level; its lines are those of evaluate with the level's restriction",
      exact: item.perMonth)
  }

  private func step(_ step: RoadmapStep, _ word: String) -> Derivation? {
    let path = "roadmap.steps.\(step.level.rawValue)"
    let unit = "\(roadmap.plan.currency)/month"
    let hours = Derivation.rule(
      .sum, "\(path).hours", step.hours, "h", "hours of every action",
      step.actions.map {
        .leaf("hours of: \(plain($0.sentence))", $0.hours, "h", source: "team.effort, stated or assumed")
      })
    let once = Derivation.rule(
      .product, "\(path).one_off", step.oneOff.double, roadmap.plan.currency, "hours x cost of an hour",
      [
        hours,
        .leaf(
          "cost of an hour", labour.double, "\(roadmap.plan.currency)/h", source: "team.engineer / 1920 h a year",
          exact: labour),
      ],
      exact: step.oneOff)
    switch word {
    case "hours": return hours
    case "one_off": return once
    case "per_month_before": return total(step.level.previous)
    case "per_month_after": return total(step.level)
    case "per_month_change":
      guard let before = total(step.level.previous), let after = total(step.level) else { return nil }
      return .rule(
        .difference, "\(path).per_month_change", step.change.double, unit, "after less before", [after, before],
        exact: step.change)
    case "payback_months":
      guard let months = step.paybackMonths, let before = total(step.level.previous), let after = total(step.level)
      else {
        return nil
      }
      let gain = step.before - step.after
      var saving = Derivation.rule(
        .difference, "saving a month", gain.double, unit, "before less after", [before, after], exact: gain)
      if step.running > .zero {
        let net = gain - step.running
        let beside = Derivation.leaf(
          "\(path).running_beside_plan", step.running.double, unit, source: "telemetry", exact: step.running)
        saving = .rule(
          .difference, "saving a month, net", net.double, unit, "saving less what the step costs beside the plan",
          [saving, beside], exact: net)
      }
      return .rule(.quotient, "\(path).payback_months", months, "months", "one-off over saving", [once, saving])
    case "latest_start":
      guard let start = step.latestStart else { return nil }
      var month = 0.0
      if case .byMonth(let number) = step.state { month = Double(number) }
      return .formula(
        "\(path).latest_start", Double(start), "month",
        "month of the trigger less lead time less buffer, rounded down, not below 0",
        [
          .leaf("month of the trigger", month, "", source: "first month in which it is true"),
          .leaf("\(path).lead_months", step.leadMonths, "months", source: "hours over the team's time, and waiting"),
          .leaf("roadmap.buffer", 1, "months", source: "assumed: kept free before a trigger's month"),
        ]
      ) { inputs in
        inputs.count == 3
          ? max(0, (inputs[0].node.value - inputs[1].node.value - inputs[2].node.value).rounded(.down)) : nil
      }
    default: return nil
    }
  }

  private func plain(_ sentence: Sentence) -> String {
    ValueText(currency: roadmap.plan.currency, start: roadmap.start).text(sentence)
  }
}
