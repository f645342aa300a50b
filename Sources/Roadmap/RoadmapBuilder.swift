import Foundations
import Planning

/// Writes the roadmap of a spec from its ladder of plans.
package enum RoadmapBuilder {
  /// The roadmap; `nil` with diagnostics when the spec cannot be evaluated.
  package static func roadmap(_ session: PlanSession) -> (roadmap: Roadmap?, diagnostics: [Diagnostic]) {
    let (ladder, diagnostics) = PlanLadder.climb(session)
    guard let ladder, let context = RoadmapContext(ladder) else { return (nil, diagnostics) }
    let values = InputValue(context: context).rows()
    let steps = [
      BaselineStep(context: context).step(values: values), SizingStep(context: context).step(),
      ReliabilityStep(context: context).step(), RegionStep(context: context).step(), EdgeStep(context: context).step(),
      AIStep(context: context).step(),
    ]
    .map { givenUp($0, context) }
    let execution = ExecutionOrder(context: context, steps: steps)
    let order = execution.order
    let cash = CashView(context: context, steps: steps)
    let avoid = avoid(context, steps)
    let roadmap = Roadmap(
      plan: context.whole,
      totals: PlanLevel.allCases.map { ($0, ladder[$0].perMonth, ladder[$0].verdict) }, steps: steps, order: order,
      orderReasons: execution.reasons(order), summary: summary(context, steps, order, values), avoid: avoid,
      sections: [
        GrowthPlan(context: context).section, FourModels(context: context).section, ThreeAxes(context: context).section,
        cash.section, cash.capacity,
        risks(values, context),
      ]
      .filter { !$0.isEmpty },
      assumptions: assumptions(context),
      assumptionsByEffect: byEffect(context.whole.assumptions, values), bufferMonths: context.effort.buffer,
      horizonMonths: context.horizon, start: session.spec.start, hasCurrent: context.hasCurrent,
      curves: CurveBuilder(context: context).curves())
    return (roadmap, diagnostics)
  }

  /// What the roadmap assumes beside the plan.
  static func assumptions(_ context: RoadmapContext) -> [AssumedInput] {
    let hasModels = context.problem.workloads.contains { ["inference", "training"].contains($0.kindName) }
    return context.effort.assumptions + Telemetry().assumptions + RepairTime.assumptions + Reversibility.assumptions
      + (context.spec.devices.isEmpty ? [] : EdgeBreakEven.assumptions)
      + (hasModels ? ModelGovernance.assumptions : [])
  }

  /// The objectives that a level's plan misses, as `api.latency.p99`.
  private static func missed(_ plan: Plan) -> [String] {
    plan.workloads.flatMap(\.slo).filter { $0.met == false }.map(\.id)
  }

  /// A due step of a spec that no plan meets, told with the objectives that its sum gives up.
  private static func givenUp(_ step: RoadmapStep, _ context: RoadmapContext) -> RoadmapStep {
    guard context.whole.verdict == .infeasible, step.level > .baseline, step.state.isDue else { return step }
    let names = missed(context.ladder[step.level])
    guard !names.isEmpty else { return step }
    var step = step
    step.reason = step.reason + "; \(PlacementWords.list(names)) is given up in this sum, as nothing keeps it"
    return step
  }

  /// Assumptions of the plan, the one whose half or double moves the cost most first, the others in their order.
  private static func byEffect(_ inputs: [AssumedInput], _ values: [InputValue.Row]) -> [AssumedInput] {
    let swings = Dictionary(values.map { ($0.path, $0.swing) }) { first, _ in first }
    return inputs.enumerated().sorted { a, b in
      let (x, y) = (swings[a.element.path] ?? .zero, swings[b.element.path] ?? .zero)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  // MARK: Summary

  private static func summary(
    _ context: RoadmapContext, _ steps: [RoadmapStep], _ order: [PlanLevel], _ values: [InputValue.Row]
  ) -> [Sentence] {
    let whole = context.whole
    let today = context.ladder[.today]
    var lines: [Sentence] = []
    if whole.verdict == .infeasible {
      let missing = whole.workloads.filter { $0.chosen == nil }
      lines.append(
        """
        No plan meets every constraint: \(PlacementWords.list(missing.map(\.name))) has no placement. \
        \(missing.first?.why.first ?? "")
        """
      )
    }
    if whole.verdict == .infeasible {
      let names = missed(context.ladder[.edge])
      let due = steps.filter { $0.state.isDue && $0.level > .baseline }.map { String($0.level.rawValue) }
      if names.isEmpty || due.isEmpty {
        lines.append("Nothing below is worth starting before one of its objectives, or its 'place', has given way.")
      } else {
        lines.append(
          """
          Step\(due.count == 1 ? "" : "s") \(PlacementWords.list(due)) below \(due.count == 1 ? "is" : "are") for what can be kept: \
          \(PlacementWords.list(names)) is given up there. Let the objective or its 'place' give way first.
          """)
      }
    } else if let first = order.first, let step = steps.first(where: { $0.level == first }) {
      let share = step.changeShare
      lines.append(
        share >= 0.01
          ? """
          Do first: step \(first.rawValue), \(first.title.lowercasedFirst). It moves \(share, "share") of the \
          spend: \(step.reason).
          """
          : "Do first: step \(first.rawValue), \(first.title.lowercasedFirst): \(step.reason).")
    } else {
      lines.append("Nothing is due: no step is triggered to the end of the horizon.")
    }
    let from =
      context.hasCurrent
      ? "What runs today" : "The central baseline (everything in \(context.home), one zone, on demand)"
    lines.append(
      whole.verdict == .infeasible
        ? "\(from) costs \(today.perMonth) a month and \(verdict(today)); what the plan would cost is unknown."
        : """
        \(from) costs \(today.perMonth) a month and \(verdict(today)); the plan costs \(whole.perMonth) and \
        \(verdict(whole)).
        """
    )
    if let each = whole.perTransaction, whole.verdict != .infeasible {
      lines.append(
        """
        One \(whole.transactionName) costs \(ReportValue.price(each)); \(whole.transactionsPerMonth, "") of them \
        a month.
        """
      )
    }
    if whole.verdict != .infeasible, let residency = RegionStep(context: context).residency {
      lines.append(
        """
        \(PlacementWords.list(residency.names)) \(residency.names.count == 1 ? "stays" : "stay") in \
        \(PlacementWords.list(residency.areas)), which costs \(residency.with - residency.without) a month more than the \
        cheapest places anywhere.
        """)
    }
    if let first = whole.breaks.min(by: { ($0.month, $0.workload) < ($1.month, $1.workload) }) {
      lines.append(
        """
        Growth breaks the fleet of this plan in \(month: first.month): \(first.workload) misses \
        \(first.constraint)\(limit(first)). Resize before.
        """
      )
    } else if whole.verdict != .infeasible {
      lines.append("Growth does not break this plan within \(context.horizon) months.")
    }
    let due = steps.filter(\.state.isDue)
    let weeks = context.team.weeks(due.reduce(0) { $0 + $1.hours })
    let cost = due.reduce(Money.zero) { $0 + $1.oneOff }
    if let rate = context.team.weeksPerMonth {
      lines.append(
        """
        \(due.count) of 6 steps \(due.count == 1 ? "is" : "are") due: \(weeks, "weeks") of work (\(cost)); the \
        team has \(rate, "weeks") a month for it.
        """
      )
    } else {
      lines.append(
        "\(due.count) of 6 steps \(due.count == 1 ? "is" : "are") due: \(weeks, "weeks") of one engineer (\(cost)).")
    }
    let poor = steps.filter { $0.state == .doesNotPay }
    if !poor.isEmpty, whole.verdict != .infeasible {
      let kept = poor.reduce(whole.perMonth) { $0 - $1.change }
      let numbers = poor.map { String($0.level.rawValue) }.joined(separator: " and ")
      lines.append(
        "Step \(numbers) would lower the cost but not pay for the work: without, \(kept) a month meets the same objectives."
      )
    }
    let idle = steps.filter { !$0.state.isDue && $0.state != .done }
    if !idle.isEmpty {
      lines.append(
        """
        Do not build: \(PlacementWords.list(idle.map { $0.level.title.lowercasedFirst }, limit: 6)); the reasons \
        stand under \"What you should not build\".
        """
      )
    }
    if let worst = values.first(where: \.isAssumed) {
      lines.append(
        """
        \(whole.assumptions.count) of \(whole.inputCount) inputs are assumed; measure \(code: worst.path) first: \
        between half and twice its value the plan moves by up to \(worst.swing) a month.
        """
      )
    }
    return lines
  }

  private static func verdict(_ plan: Plan) -> Sentence {
    let objectives = plan.workloads.flatMap(\.slo)
    let met = objectives.filter { $0.met == true }.count
    let over = plan.budgets.filter { $0.met == false }.map(\.id)
    let tail = over.isEmpty ? "" : "; over the budget \(PlacementWords.list(over))"
    return objectives.isEmpty ? "states no objective\(tail)" : "meets \(met) of \(objectives.count) objectives\(tail)"
  }

  private static func limit(_ breach: Breach) -> Sentence {
    let unit = RoadmapUnits.unit(of: breach.constraint)
    guard let value = breach.value, let limit = breach.limit else { return "" }
    return " (\(value, unit) against \(limit, unit))"
  }

  // MARK: What not to build

  /// The steps that are not due, and the ways of running that lost, with what would change that.
  private static func avoid(_ context: RoadmapContext, _ steps: [RoadmapStep]) -> ReportSection {
    var section = ReportSection(
      "avoid", "What you should not build",
      columns: [.init("what", "What"), .init("why", "Why not"), .init("flip", "What would change that")])
    for step in steps where !step.state.isDue && step.state != .done {
      section.rows(
        .text("Step \(step.level.rawValue): \(step.level.title.lowercasedFirst)"), step.reason, flip(step, context))
    }
    for result in context.whole.workloads {
      for model in PlacementModel.allCases where model != result.chosen?.model && result.chosen?.form != .external {
        guard let other = result.alternatives.first(where: { $0.model == model }), let rejection = other.rejected else {
          continue
        }
        if let extra = rejection.extraPerMonth, extra > .zero {
          section.rows(
            .text("\(model.rawValue) for \(result.name)"),
            "costs \(extra) a month more (\(PlacementWords.text(other)))",
            "prices of it \(extra.double / max(other.perMonth.double, 1e-9), "share") lower")
        } else if let value = rejection.value, let limit = rejection.limit {
          section.rows(
            .text("\(model.rawValue) for \(result.name)"),
            """
            misses \(rejection.constraint): \(value, rejection.unit) against \(limit, rejection.unit) \
            (\(rejection.by))
            """,
            "an objective of \(value, rejection.unit)")
        }
      }
    }
    return section
  }

  /// The number at which a step that is not due becomes due.
  private static func flip(_ step: RoadmapStep, _ context: RoadmapContext) -> Sentence {
    switch step.level {
    case .reliability:
      let best = context.ladder[.sizing].workloads.compactMap { result in
        result.chosen.flatMap { $0.form == .external ? nil : $0.availability }.map { (result.name, $0) }
      }.min { $0.1 < $1.1 }
      guard let best else { return "an objective of availability" }
      return "an availability objective of \(best.0) above \(best.1, "ratio"), what it reaches without more zones"
    case .regions:
      guard let entry = context.ladder.transactionWorkload,
        let p99 = context.ladder.workload(entry, .reliability)?.chosen?.latency?.total.p99
      else { return "users far from \(context.home), a residency elsewhere, or an outage cost" }
      return
        """
        a p99 objective of \(entry) below \(p99, "s"), a residency outside \(context.home), or the outage cost of \
        the block \"What a second region would have to spare\"
        """
    case .edge:
      let slow = EdgeBreakEven(context: context).radii().min { $0.kilometres - $0.needed < $1.kilometres - $1.needed }
      guard let slow else {
        return "a latency objective that no region keeps, or devices that send more than it costs to work at the site"
      }
      let spare = slow.limit - slow.server - slow.lastMile - (7.35 + 0.01368 * slow.needed) / 1000
      return
        """
        a limit of \(slow.objective) for \(slow.workload) that is \(max(0, spare), "s") tighter, or users \
        \(max(0, slow.kilometres - slow.needed), "km") farther away
        """
    case .ai: return "a workload of kind inference or training in the spec"
    case .sizing: return "more than \(step.oneOff) saved in \(context.effort.paybackLimit, "months")"
    case .baseline, .today: return "inputs that are assumed or practices that are missing"
    }
  }

  // MARK: Risks

  private static func risks(_ values: [InputValue.Row], _ context: RoadmapContext) -> ReportSection {
    let shown = values.filter { abs($0.tenPercent) > 1e-6 }.sorted { a, b in
      abs(a.tenPercent) == abs(b.tenPercent) ? a.path < b.path : abs(a.tenPercent) > abs(b.tenPercent)
    }.prefix(8)
    guard !shown.isEmpty else { return ReportSection("risks", "") }
    var section = ReportSection(
      "risks", "What would change this plan, by effect",
      ["Change of the plan's cost when one input is 10 % higher than taken, fleets resized in place."],
      columns: [
        .init("input", "Input"), .init("value", "Value", isNumber: true), .init("known", "Known"),
        .init("ten_percent", "At +10 %", isNumber: true), .init("per_month", "A month", isNumber: true),
      ])
    for row in shown {
      section.add(
        .code(row.path), row.value, .text(row.isAssumed ? "assumed" : "stated"),
        row.tenPercent.isFinite ? .number(row.tenPercent, unit: "share") : .unknown("no placement carries it"),
        row.tenPercent.isFinite ? .money(context.whole.perMonth.times(row.tenPercent)) : .unknown("no placement"))
    }
    return section
  }
}

extension ReportSection {
  /// Adds a row of a value and two sentences.
  fileprivate mutating func rows(_ first: ReportValue, _ why: Sentence, _ flip: Sentence) {
    add(first, .sentence(why), .sentence(flip))
  }
}
