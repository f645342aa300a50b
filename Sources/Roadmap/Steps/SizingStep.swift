import Foundations
import Planning

/// Step 2: the right machines, counts, forms and ways of paying.
struct SizingStep {
  let context: RoadmapContext

  func step() -> RoadmapStep {
    let difference = PlanDifference(context: context, level: .sizing)
    var step = context.step(.sizing, actions: difference.actions, reason: "")
    let saving = step.before - step.after
    let first = context.ladder[.baseline].breaks.min { ($0.month, $0.workload) < ($1.month, $1.workload) }
    step.triggers.append(
      StepTrigger(
        kind: "cost", subject: "", quantity: "saving a month", value: saving.double, limit: 0,
        unit: context.currency, month: saving > .zero ? 0 : nil,
        sentence:
          """
          \(context.hasCurrent ? "today's way" : "the baseline") costs \(step.before) a month, the best machines, \
          counts and ways of paying in the same region and zones \(step.after)
          """
      ))
    if let first {
      step.triggers.append(
        StepTrigger(
          kind: "capacity", subject: first.workload, quantity: first.constraint, value: first.value, limit: first.limit,
          unit: RoadmapUnits.unit(of: first.constraint), month: first.month,
          sentence:
            """
            \(first.workload) breaks \(first.constraint) in \(month: first.month) with the fleet of \
            \(context.hasCurrent ? "today" : "the baseline")
            """
        ))
    }
    let growth = GrowthPlan(context: context)
    if let next = growth.first, first == nil || context.ladder[.baseline].breaks != context.whole.breaks {
      step.triggers.append(
        StepTrigger(
          kind: "capacity", subject: next.workload, quantity: next.constraint, value: next.value, limit: next.limit,
          unit: RoadmapUnits.unit(of: next.constraint), month: next.month,
          sentence: "\(next.workload) breaks \(next.constraint) in \(month: next.month) with the fleet of the plan"))
    }
    decide(&step, saving: saving, breaks: first?.month ?? growth.first?.month, isChanged: !difference.changes.isEmpty)
    step.actions += growth.actions
    step.sections = [
      Phases(context: context).section(difference.changes), waste, alone(difference), commitments, elasticity,
      Reversibility(context: context).section,
      BreakEvenTable(context: context).section(["B3", "B4", "B5", "B7", "B10", "B11", "B12"]),
    ].filter { !$0.isEmpty }
    let names = difference.changes.map(\.name)
    step.exits = [
      ExitCriterion(
        sentence: "the bill of a month is at most \(step.after) for what the plan covers", test: context.checkLine)
    ]
    step.exits += context.exits(names) { $0.hasPrefix("latency") || $0 == "deadline" }
    step.dependsOn = context.hasCurrent && step.state.isDue ? [.baseline] : []
    step.risk =
      context.hasCurrent
      ? "a smaller fleet leaves less room: the busiest keeps \(headroom, "share") free in the busy hour"
      : "none beyond the choice itself: nothing has to be moved"
    step.blastRadius = context.blastRadius(names)
    step.reversibility = "complete, within an hour, as long as nothing is committed to"
    return step
  }

  private func decide(_ step: inout RoadmapStep, saving: Money, breaks: Int?, isChanged: Bool) {
    if !isChanged, let breaks {
      context.due(&step, month: breaks)
      step.reason =
        """
        the fleet is the cheapest that its region, zones and objectives allow, \(step.before) a month, and \
        carries the load until \(month: breaks); from then on it has to grow
        """
    } else if !isChanged {
      step.state = context.hasCurrent ? .done : .notNeeded
      step.reason = "the fleet is the cheapest one that its region, zones and objectives allow: \(step.before) a month"
    } else if saving > .zero, let payback = step.paybackMonths, payback <= context.effort.paybackLimit {
      context.due(&step, month: 0)
      step.reason =
        "saves \(saving) a month; \(step.oneOff) of labour is back after \(payback, "months")"
    } else if let breaks, context.hasCurrent || saving <= .zero {
      context.due(&step, month: breaks)
      step.reason = "today's fleet carries the load until \(month: breaks); then it has to change in any case"
    } else if saving > .zero {
      step.state = .doesNotPay
      step.reason =
        """
        saves \(saving) a month but takes \(step.oneOff) of labour: \(step.paybackMonths ?? .infinity, "months") \
        to pay back, more than \(context.effort.paybackLimit, "months")
        """
    } else {
      context.due(&step, month: 0)
      step.reason =
        "today's fleet misses objectives; the smallest change that can meet them costs \(-saving) a month more"
    }
  }

  private var headroom: Double {
    context.whole.workloads.compactMap { $0.chosen?.headroom }.min() ?? 1
  }

  // MARK: Sections

  /// Idle capacity of today's plan, line by line.
  private var waste: ReportSection {
    let plan = context.ladder[.baseline]
    var section = ReportSection(
      "waste", "What is paid for and not used \(context.hasCurrent ? "today" : "in the baseline")",
      columns: [
        .init("workload", "Workload"), .init("fleet", "Fleet"), .init("busy", "Busy in the peak hour", isNumber: true),
        .init("idle", "Idle, \(context.currency)/month", isNumber: true),
        .init("share", "Of its cost", isNumber: true),
      ])
    var sum = Money.zero
    for result in plan.workloads {
      guard let chosen = result.chosen else { continue }
      let idle = chosen.lines.filter { $0.category == "idle" }.reduce(Money.zero) { $0 + $1.perMonth }
      guard idle > .zero else { continue }
      sum = sum + idle
      section.add(
        .text(result.name), .text(PlacementWords.fleet(chosen)),
        chosen.utilization.map { .number($0, unit: "share") } ?? .unknown("not sized"), .money(idle),
        .number(idle.double / max(chosen.perMonth.double, 1e-9), unit: "share"))
    }
    if sum > .zero {
      let share = sum.double / max(plan.perMonth.double, 1e-9)
      let later = context.ladder[.sizing].workloads.compactMap(\.chosen).flatMap(\.lines)
        .filter { $0.category == "idle" }.reduce(Money.zero) { $0 + $1.perMonth }
      section.sentences = [
        """
        Idle machine hours cost \(sum) a month, \(share, "share") of the total; after this step \(later). What \
        stays is headroom for the busy hour and for a failed machine.
        """
      ]
    }
    return section
  }

  /// Every change by itself, and in order; only the order is summed.
  private func alone(_ difference: PlanDifference) -> ReportSection {
    let changes = difference.changes
    guard changes.count > 1 else { return ReportSection("savings", "Savings") }
    var section = ReportSection(
      "savings", "Savings, in order and alone",
      ["Each change in the order given, and alone. Only the former add up."],
      columns: [
        .init("workload", "Workload"), .init("before", "Before", isNumber: true),
        .init("after", "After", isNumber: true),
        .init("change", "Change", isNumber: true), .init("in_order", "Total then", isNumber: true),
      ])
    var total = context.ladder[.baseline].perMonth
    for change in changes {
      total = total + change.perMonth
      let before = change.after.perMonth - change.perMonth
      section.add(
        .text(change.name), .money(before), .money(change.after.perMonth), .money(change.perMonth), .money(total))
    }
    return section
  }

  /// Machines that can be committed to without regret.
  private var commitments: ReportSection {
    let rows = Commitment(context: context).rows().filter { $0.count > 0 }
    guard !rows.isEmpty else { return ReportSection("commitments", "Commitments") }
    let kept = rows.reduce(0) { $0 + $1.kept }
    let all = rows.reduce(0) { $0 + $1.count }
    var section = ReportSection(
      "commitments", "Commitments without regret",
      [
        """
        \(kept) of \(all) machines are still there, of the same type and in the same region, when the plan is \
        chosen anew in the months to come of the first year: only those can be committed to. A commitment pays \
        where the machine runs more than the share in the last column.
        """
      ],
      columns: [
        .init("workload", "Workload"), .init("machine", "Machine"), .init("count", "Now", isNumber: true),
        .init("kept", "Kept", isNumber: true), .init("one_year", "1 year saves", isNumber: true),
        .init("three_years", "3 years save", isNumber: true), .init("breakeven", "Pays above", isNumber: true),
      ])
    for row in rows {
      func saving(_ price: Money?) -> ReportValue {
        row.discount(price).map { .number($0, unit: "share") } ?? .unknown("price not known")
      }
      section.add(
        .text(row.workload), .text("\(row.machine) in \(row.region)"), .number(Double(row.count), unit: ""),
        .number(Double(row.kept), unit: ""), saving(row.oneYear), saving(row.threeYears),
        row.discount(row.oneYear).map { .number(1 - $0, unit: "share") } ?? .unknown("price not known"))
    }
    return section
  }

  /// The most that following the day's profile could save, before lag and headroom.
  private var elasticity: ReportSection {
    var section = ReportSection(
      "elasticity", "What following the load could save at most",
      columns: [
        .init("workload", "Workload"), .init("mean", "Mean", isNumber: true),
        .init("peak", "Busy hour", isNumber: true), .init("ideal", "Hours saved at best", isNumber: true),
        .init("worth", "\(context.currency)/month at most", isNumber: true), .init("floor", "Kept from it by"),
      ])
    for result in context.whole.workloads {
      guard let load = result.load, load.peak > load.mean, load.mean > 0, let chosen = result.chosen,
        let site = chosen.sites.first, site.machine != nil, result.kind == "service"
      else { continue }
      let machines = chosen.lines.filter { $0.category == "compute" || $0.category == "idle" }
        .reduce(Money.zero) { $0 + $1.perMonth }
      let ideal = 1 - load.mean / load.peak
      // No fleet shrinks below one machine in each zone.
      let floor = Double(site.zones) / Double(max(1, site.count))
      let reachable = max(0, min(ideal, 1 - floor))
      section.add(
        .text(result.name), .number(load.mean, unit: "1/s"), .number(load.peak, unit: "1/s"),
        .number(ideal, unit: "share"), .money(machines.times(reachable)),
        .text(reachable < ideal ? "a machine in each of \(site.zones) zones" : "boot lag and headroom"))
    }
    return section
  }
}

/// Units of constraints that carry none.
enum RoadmapUnits {
  static func unit(of constraint: String) -> String {
    switch constraint.prefix(while: { $0 != "." }) {
    case "latency", "completion", "deadline", "rto", "rpo", "ttft", "tpot": "s"
    case "availability", "utilization", "loss": "ratio"
    case "memory", "disk", "storage": "B"
    case "throughput", "rate": "1/s"
    default: ""
    }
  }
}
