import Formulas
import Foundations
import Planning
import Spec

/// Step 1: measure before moving anything.
struct BaselineStep {
  let context: RoadmapContext
  private var effort: EffortModel { context.effort }
  private var practices: Spec.Practices { context.spec.practices }

  func step(values: [InputValue.Row]) -> RoadmapStep {
    let gaps = gaps
    var step = context.step(.baseline, actions: actions, reason: "")
    let telemetry = Telemetry()
    let rows = telemetry.rows(context.whole, context.problem)
    step.running = rows.reduce(Money.zero) { $0 + $1.perMonth }
    let assumed = context.whole.assumptions.count
    let inputs = max(assumed, context.whole.inputCount)
    let worst = values.first { $0.isAssumed } ?? values.first
    step.triggers = [
      StepTrigger(
        kind: "practice", subject: "", quantity: "inputs assumed", value: Double(assumed), limit: 0, unit: "", month: 0,
        sentence:
          "\(assumed) of \(inputs) inputs are assumed (> 0) and \(gaps.count) practices are missing or untested (> 0)")
    ]
    if gaps.isEmpty, assumed == 0 {
      step.state = .done
      step.reason = "every input is stated and every practice is in place and tested"
    } else {
      context.due(&step, month: 0)
      if let worst, worst.swing > .zero {
        step.reason =
          """
          \(assumed) of \(inputs) inputs are assumed; \(code: worst.path) alone moves the plan by up to \(worst.swing) \
          a month between half and twice its value
          """
      } else {
        step.reason = "\(assumed) of \(inputs) inputs are assumed and \(gaps.count) practices are missing or untested"
      }
    }
    step.sections = [
      measureFirst(values), bottleneck, telemetrySection(rows, telemetry), alerts, practiceSection, delivery,
      RepairTime(context: context).section, Canary(context: context).section, Ownership(context: context).section,
      Ownership(context: context).contracts, ToolSet(context: context).section, SkillGap(context: context).section,
    ].filter { !$0.isEmpty }
    step.exits = exits
    step.risk = "low: nothing that serves users changes; sampling at 10 % can hide a rare fault"
    step.blastRadius = context.blastRadius([])
    step.reversibility = "complete, within minutes: agents and rules are switched off"
    return step
  }

  // MARK: Practices

  private struct Gap {
    var name: String
    var action: StepAction
  }

  /// What there is to do, with its hours.
  var actions: [StepAction] { gaps.map(\.action) }

  /// What is missing or was never tried.
  private var gaps: [Gap] {
    var gaps: [Gap] = []
    let services = context.placed.count
    if practices.hasCentralLogs != true {
      gaps.append(
        Gap(
          name: "central logs",
          action: StepAction(
            """
            Bring the logs of \(services) workload\(services == 1 ? "" : "s") to one place, one structured line a \
            request
            """,
            hours: effort.centralLogs)))
    }
    if practices.hasTracing != true {
      let hours = effort.instrument * Double(services)
      gaps.append(
        Gap(
          name: "tracing",
          action: StepAction(
            "Trace and meter \(services) workload\(services == 1 ? "" : "s") with OpenTelemetry, 10 % of the requests",
            command: "OTEL_TRACES_SAMPLER=parentbased_traceidratio OTEL_TRACES_SAMPLER_ARG=0.1", hours: hours)))
    }
    if practices.hasContinuousIntegration != true {
      gaps.append(
        Gap(
          name: "continuous integration",
          action: StepAction(
            "Build, test and deploy every change by machine; gate it", command: context.checkLine,
            hours: effort.continuousIntegration)))
    }
    if age(practices.rollbackTested) == nil {
      gaps.append(
        Gap(
          name: "rollback",
          action: StepAction(
            "Roll one release back in production hours and write down the minutes it took", hours: effort.drill)))
    }
    let stores = context.problem.workloads.filter { $0.kindName == "store" }.map(\.name)
    if !stores.isEmpty, age(practices.restoreTested) == nil {
      gaps.append(
        Gap(
          name: "restore",
          action: StepAction(
            "Restore \(PlacementWords.list(stores)) from backup into an empty place and count the rows",
            hours: effort.drill * Double(stores.count))))
    }
    let objectives = context.problem.workloads.reduce(0) { $0 + $1.objectives.count }
    if objectives > 0, practices.hasTracing != true {
      gaps.append(
        Gap(
          name: "indicators",
          action: StepAction(
            "Define \(objectives) indicators, one for each objective, with their alerts",
            hours: effort.objective * Double(objectives))))
    }
    return gaps
  }

  /// Months since a test that was made; `nil` when there was none or nobody says.
  private func age(_ tested: Spec.Practices.Tested?) -> Int? {
    guard case .month(let year, let month)? = tested else { return nil }
    guard let start = context.spec.start else { return 0 }
    return (start.year - year) * 12 + start.month - month
  }

  private var practiceSection: ReportSection {
    var section = ReportSection(
      "practices", "What is in place", columns: [.init("practice", "Practice"), .init("state", "State")])
    func state(_ value: Bool?) -> ReportValue {
      switch value {
      case true?: .text("in place")
      case false?: .text("missing")
      case nil: .text("not stated under practices; counted as missing")
      }
    }
    func tested(_ value: Spec.Practices.Tested?) -> ReportValue {
      switch value {
      case .never?: return .text("never tried")
      case .month(let year, let month)?:
        let ago = age(value).map { $0 > 0 && context.spec.start != nil ? ", \($0) months before month 0" : "" } ?? ""
        return .text("tried \(year)-\(month < 10 ? "0" : "")\(month)\(ago)")
      case nil: return .text("not stated under practices; counted as never")
      }
    }
    section.add(.text("central logs"), state(practices.hasCentralLogs))
    section.add(.text("tracing"), state(practices.hasTracing))
    section.add(.text("continuous integration"), state(practices.hasContinuousIntegration))
    section.add(.text("rollback"), tested(practices.rollbackTested))
    section.add(.text("restore from backup"), tested(practices.restoreTested))
    if let drills = practices.failoverDrills {
      section.add(.text("failover drills"), .number(drills.mid * 365 * 86_400, unit: "a year"))
    }
    return section
  }

  // MARK: What to measure

  private func measureFirst(_ values: [InputValue.Row]) -> ReportSection {
    let shown = Array(values.filter { $0.swing > .zero }.prefix(6))
    guard let first = shown.first else { return ReportSection("measure_first", "What to measure first") }
    let days = ReportValue.number(effort.instrument / 8, unit: "days")
    var section = ReportSection(
      "measure_first", "What to measure first, and what it can change",
      [
        """
        Cost a month with an input at half and at twice its value, fleets resized in place. Measuring \
        \(code: first.path) costs about \(days) and can change \(first.swing) a month of decisions.
        """
      ],
      columns: [
        .init("input", "Input"), .init("known", "Known"), .init("value", "Value", isNumber: true),
        .init("at_half", "At half", isNumber: true), .init("at_double", "At twice", isNumber: true),
        .init("fleet_changes", "Fleet changes"),
      ])
    for row in shown {
      section.add(
        .code(row.path), .text(row.isAssumed ? "assumed" : "stated"), row.value,
        row.low.map { .money($0) } ?? .unknown("no placement"), row.high.map { .money($0) } ?? .unknown("no placement"),
        .text(row.changesDecision ? "yes" : "no"))
    }
    return section
  }

  private var bottleneck: ReportSection {
    var section = ReportSection(
      "bottleneck", "Where a request's time goes (mean; shares add up, percentiles do not)",
      columns: [
        .init("workload", "Workload"), .init("mean", "Mean", isNumber: true),
        .init("network", "Network", isNumber: true), .init("queue", "Queue", isNumber: true),
        .init("service", "Service", isNumber: true), .init("other", "Calls, storage", isNumber: true),
        .init("bound_by", "Bound by"),
      ])
    for split in Bottleneck(context: context).splits(.ai) {
      func share(_ value: Double) -> ReportValue { .number(value / split.total, unit: "share") }
      section.add(
        .text(split.workload), .number(split.total, unit: "s"), share(split.network), share(split.queue),
        share(split.service), share(split.other), .text(split.verdict))
    }
    return section
  }

  private func telemetrySection(_ rows: [Telemetry.Row], _ telemetry: Telemetry) -> ReportSection {
    let sum = rows.reduce(Money.zero) { $0 + $1.perMonth }
    let share = context.whole.perMonth > .zero ? sum.double / context.whole.perMonth.double : 0
    let isWithin = share <= telemetry.shareLimit
    let remedy = isWithin ? "" : "; sample less than 10 % or drop log lines of successes"
    var section = ReportSection(
      "telemetry", "Telemetry",
      [
        """
        Traces, metrics and logs cost \(sum) a month, \(share, "share") of the plan's total (\(isWithin ? "within" : "above") \
        the limit of \(telemetry.shareLimit, "share")\(remedy)). This is not part of the total that evaluate prints.
        """
      ],
      columns: [
        .init("workload", "Workload"), .init("traces", "Traces a day", isNumber: true),
        .init("metrics", "Metrics a day", isNumber: true), .init("logs", "Logs a day", isNumber: true),
        .init("per_month", "\(context.currency)/month", isNumber: true),
      ])
    for row in rows {
      section.add(
        .text(row.workload), .number(row.traces, unit: "B"), .number(row.metrics, unit: "B"),
        .number(row.logs, unit: "B"), .money(row.perMonth))
    }
    return section
  }

  // MARK: Alerts

  private var alerts: ReportSection {
    var section = ReportSection(
      "alerts", "Indicators and burn-rate alerts",
      [
        """
        An alert fires when both windows burn the error budget faster than the factor; the last column is the \
        time from a complete outage to the page.
        """
      ],
      columns: [
        .init("objective", "Objective"), .init("budget", "Error budget", isNumber: true),
        .init("windows", "Windows"), .init("factor", "Factor", isNumber: true),
        .init("error_ratio", "Error ratio", isNumber: true), .init("detects", "Pages after", isNumber: true),
        .init("warning", "Warning"),
      ])
    for workload in context.problem.workloads {
      guard let target = workload.stated("availability"),
        let budget = ErrorBudget(target: target, windowSeconds: workload.windowSeconds)
      else { continue }
      let rate = context.whole.workloads.first { $0.name == workload.name }?.load?.mean
      let pairs = BurnRate.pairs(windowSeconds: workload.windowSeconds).filter { $0.severity == "page" }
      let lints = BurnRate.lints(pairs, budget: budget.ratio, requestsPerSecond: rate)
      for pair in pairs {
        let warning = lints.compactMap { words($0, pair) }.joined(separator: "; ")
        let seconds = BurnRate.detectionSeconds(pair, budget: budget.ratio, errorRatio: 1)
        section.add(
          .code("\(workload.name).availability"), .number(budget.minutes * 60, unit: "s"),
          .text("\(hours(pair.longSeconds)) and \(hours(pair.shortSeconds))"), .number(pair.factor, unit: "x"),
          .number(pair.factor * budget.ratio, unit: "share"),
          seconds.map { .number($0, unit: "s") } ?? .unknown("never"), .text(warning.isEmpty ? "none" : warning))
      }
    }
    return section.rows.isEmpty ? ReportSection("alerts", "Indicators and burn-rate alerts") : section
  }

  private func hours(_ seconds: Double) -> String {
    seconds < 3600 ? "\(Int(seconds / 60)) min" : "\(Int(seconds / 3600)) h"
  }

  private func words(_ lint: BurnRate.Lint, _ pair: BurnRatePair) -> String? {
    switch lint {
    case .canNeverFire(let other) where other == pair: "can never fire"
    case .firesInsideBudget(let other) where other == pair: "fires inside the budget"
    case .lowTraffic(let other, let needed) where other == pair:
      "one failure pages below \(Int(needed.rounded(.up))) requests an hour"
    default: nil
    }
  }

  // MARK: Delivery

  /// Deploys, their failures and what they burn; empty when the spec states no operations.
  private var delivery: ReportSection {
    let operations = context.spec.operations
    var section = ReportSection("delivery", "How changes are delivered")
    if let restore = operations.restore?.mid {
      let detect = operations.detect?.mid ?? 0
      section.sentences.append(
        """
        A failure is mended \(detect + restore, "s") after it begins: \(detect, "s") to notice, \(restore, "s") \
        to mend.
        """
      )
    }
    if let deploys = operations.deploys?.mid {
      let perDay = deploys * 86_400
      section.sentences.append(
        "\(perDay, "") deploys a day: \(DeliveryBands.frequency(perDay)) by the DORA clusters of 2024.")
      if let failure = operations.changeFailure?.mid, let restore = operations.restore?.mid {
        let down = deploys * failure * (restore + (operations.detect?.mid ?? 0))
        section.sentences.append(
          """
          Deploys fail at \(failure, "share") and take \(down, "share") of the time with them when each failure \
          hits every user.
          """
        )
        for workload in context.problem.workloads {
          guard let target = workload.stated("availability"), target < 1 else { continue }
          let share = down / (1 - target)
          let verdict =
            share > 1
            ? "the objective cannot be kept at this rate of failing deploys" : "what is left is for everything else"
          section.sentences.append(
            "\(workload.name): deploys alone burn \(share, "share") of its error budget; \(verdict).")
        }
      }
    }
    if let restore = operations.restore?.mid {
      let each = restore + (operations.detect?.mid ?? 0)
      for workload in context.problem.workloads {
        guard let target = workload.stated("availability"), target < 1, each > 0 else { continue }
        let incidents = (1 - target) * workload.windowSeconds / each
        section.sentences.append(
          """
          \(workload.name): its error budget allows \(incidents, "") complete outages of \(each, "s") in \
          \(workload.windowSeconds, "s").
          """
        )
      }
    }
    if let lead = operations.leadTime?.mid {
      section.sentences.append("From commit to production \(lead, "s"): \(DeliveryBands.leadTime(lead)).")
    }
    return section
  }

  private var exits: [ExitCriterion] {
    let objectives = context.problem.workloads.reduce(0) { $0 + $1.objectives.count }
    var exits = [
      ExitCriterion(
        sentence: "an indicator is measured for each of \(objectives) objectives and the spec holds what was measured",
        test: context.checkLine)
    ]
    if age(practices.rollbackTested) == nil {
      exits.append(
        ExitCriterion(
          sentence: "a rollback was tried and its month is stated",
          test:
            """
            practices: {rollback_tested: \
            \(context.spec.start.map { "\($0.year)-\($0.month < 10 ? "0" : "")\($0.month)" } ?? "YYYY-MM")}
            """
        ))
    }
    return exits
  }
}

/// Bands of delivery performance, clusters of 2024; the bands are not monotone in every metric.
enum DeliveryBands {
  /// By deploys a day.
  static func frequency(_ perDay: Double) -> String {
    if perDay >= 1 { return "elite or high" }
    if perDay >= 1 / 7.0 { return "high" }
    return perDay >= 1 / 30.0 ? "medium" : "low"
  }

  /// By seconds from commit to production.
  static func leadTime(_ seconds: Double) -> String {
    if seconds < 86_400 { return "elite" }
    if seconds < 7 * 86_400 { return "high" }
    return seconds < 30 * 86_400 ? "medium" : "low"
  }
}
