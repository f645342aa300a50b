import Foundations
import Planning

/// A plan as the JSON result, version 1.
///
/// Money is a decimal string, durations are seconds, ratios numbers; what is unknown is null with a
/// `reason` beside it.
package enum PlanJSON {
  /// The whole result.
  ///
  /// - Parameters:
  ///   - plan: the answer.
  ///   - version: of the program.
  ///   - seconds: of the search; left out when the output must be the same on every run.
  package static func value(_ plan: Plan, version: String, seconds: Double? = nil) -> JSON {
    var members: [(String, JSON)] = [
      ("planner", header(plan, version)), ("verdict", .string(plan.verdict.rawValue)),
      ("currency", .string(plan.currency)), ("month", .int(plan.month)),
      ("assumptions", .array(plan.assumptions.map(assumption))), ("inputs", .int(plan.inputCount)),
      (
        "workloads",
        .object(Parallel.map(plan.workloads.count) { (plan.workloads[$0].name, workload(plan.workloads[$0])) })
      ), ("totals", totals(plan)),
      ("shared", .object([("lines", .array(plan.sharedLines.map(PlacementJSON.line)))])),
      ("horizon", .array(plan.horizon.map(point))), ("breaks", .array(plan.breaks.map(breach))),
      ("budgets", .array(plan.budgets.map(budget))), ("gates", .array(plan.gates.map(gate))),
    ]
    if let bill = plan.bill { members.append(("bill", self.bill(bill))) }
    if !plan.credits.isEmpty { members.append(("credits", .array(plan.credits.map(credit)))) }
    if !plan.pools.isEmpty { members.append(("pools", .array(plan.pools.map(PoolingJSON.pool)))) }
    if !plan.packings.isEmpty { members.append(("packings", .array(plan.packings.map(GrowthJSON.packing)))) }
    if !plan.fills.isEmpty { members.append(("fills", .array(plan.fills.map(PoolingJSON.fill)))) }
    if !plan.gains.isEmpty { members.append(("gains", .array(plan.gains.map(BudgetJSON.gain)))) }
    if let revenue = plan.revenue { members.append(("revenue", revenueFigures(plan, revenue))) }
    if let figures = plan.ranges { members.append(("ranges", ranges(figures))) }
    if let split = plan.split {
      let customers = plan.perCustomer.map { $0 > .zero ? plan.perMonth.double / $0.double : 0 }
      members.append(("split", SplitJSON.value(split, customers: customers)))
    }
    members.append(("search", search(plan.search, seconds)))
    return .object(members)
  }

  private static func search(_ figures: SearchFigures, _ seconds: Double?) -> JSON {
    var members: [(String, JSON)] = [
      ("candidates", .int(figures.candidates)), ("evaluated", .int(figures.evaluated)),
      ("pruned", .int(figures.pruned)), ("price_unknown", .int(figures.priceUnknown)),
      ("proven", .bool(figures.unprovenGroups == 0)), ("unproven_groups", .int(figures.unprovenGroups)),
    ]
    if let seconds { members.append(("seconds", .number(seconds))) }
    return .object(members)
  }

  private static func header(_ plan: Plan, _ version: String) -> JSON {
    let catalog: [(String, JSON)] = [
      ("date", .string(plan.catalogDate)), ("sha256", .string(plan.catalogSHA256)),
      ("oldest_price", .string(plan.oldestPrice)),
    ]
    var spec: [(String, JSON)] = [
      ("path", .string(plan.specPath)), ("name", .string(plan.specName)), ("sha256", .string(plan.specSHA256)),
    ]
    if let text = plan.specText { spec.append(("text", .string(text))) }
    return .object([
      ("version", .string(version)), ("result_version", .int(1)), ("catalog", .object(catalog)),
      ("spec", .object(spec)),
    ])
  }

  private static func assumption(_ input: AssumedInput) -> JSON {
    .object([
      ("path", .string(input.path)), ("value", .string(input.value)), ("unit", .string(input.unit)),
      ("why", .string(input.why)),
    ])
  }

  private static func workload(_ result: WorkloadResult) -> JSON {
    var members: [(String, JSON)] = [("kind", .string(result.kind))]
    if let load = result.load { members.append(("load", self.load(load))) }
    members.append(("chosen", result.chosen.map { PlacementJSON.value($0, kind: result.kind) } ?? .null))
    if result.chosen == nil {
      members.append(("reason", .string(result.why.first ?? "no placement meets every constraint")))
    }
    members.append(("alternatives", .array(result.alternatives.map { PlacementJSON.value($0, kind: result.kind) })))
    members.append(("slo", .array(result.slo.map { ObjectiveJSON.value($0, isPlaced: result.chosen != nil) })))
    members.append(("why", .array(result.why.map { .string($0) })))
    if let growth = result.growth { members.append(("growth", GrowthJSON.value(growth))) }
    if !result.breakEvens.isEmpty { members.append(("break_evens", .array(result.breakEvens.map(breakEven)))) }
    return .object(members)
  }

  private static func breakEven(_ figure: BreakEvenFigure) -> JSON {
    .object(
      [
        ("rule", .string(figure.rule)), ("question", .string(figure.question)), ("value", .number(figure.value)),
        ("now", .number(figure.now)), ("unit", .string(figure.unit)), ("holds", .bool(figure.holds)),
        ("why", .string(figure.why)),
      ], unknown: [("value", "it never does"), ("now", "not known")])
  }

  private static func load(_ load: LoadFigures) -> JSON {
    .object(
      [
        ("own", .number(load.own)), ("mean", .number(load.mean)), ("peak", .number(load.peak)),
        ("from", .object(load.fromCalls.map { ($0.caller, .number($0.rate)) })),
      ], unknown: ["own", "mean", "peak"].map { ($0, "it grows without bound") })
  }

  // MARK: The whole

  private static func totals(_ plan: Plan) -> JSON {
    let isComplete = plan.verdict != .infeasible
    var members: [(String, JSON)] = [
      ("per_month", isComplete ? .money(plan.perMonth) : .null),
      ("per_transaction", isComplete ? .money(plan.perTransaction) : .null),
      ("transaction", .string(plan.transactionName)),
      ("transactions_per_month", .number(plan.transactionsPerMonth)),
      ("per_customer", isComplete ? .money(plan.perCustomer) : .null),
      ("by_category", .object(plan.byCategory.map { ($0.0, .money($0.1)) })),
      ("by_model", .object(plan.byModel.map { ($0.0, .money($0.1)) })),
    ]
    if isComplete, let spread = plan.ranges?.perMonth { members.append(("per_month_range", money(spread))) }
    if isComplete, let spread = plan.ranges?.perTransaction { members.append(("per_transaction_range", money(spread))) }
    return .object(
      members,
      unknown: isComplete
        ? [
          ("per_transaction", "the spec has no transactions"), ("per_customer", "the spec states no customers"),
        ]
        : [("per_month", "a workload has no placement")])
  }

  private static func money(_ spread: RangeSpread) -> JSON {
    .object([
      ("p10", .money(Money(spread.p10))), ("p50", .money(Money(spread.p50))), ("p90", .money(Money(spread.p90))),
      ("expected", .money(Money(spread.expected))),
    ])
  }

  private static func revenueFigures(_ plan: Plan, _ revenue: Money) -> JSON {
    let isKnown = plan.verdict != .infeasible && revenue > .zero
    return .object(
      [
        ("per_month", .money(revenue)),
        ("gross_margin", isKnown ? .number(1 - plan.perMonth.double / revenue.double) : .null),
      ], unknown: [("gross_margin", revenue > .zero ? "a workload has no placement" : "there is no revenue")])
  }

  private static func bill(_ bill: BillComparison) -> JSON {
    .object([
      ("stated", .money(bill.stated)), ("modelled", .money(bill.modelled)),
      ("unexplained", .money(bill.stated - bill.modelled)),
    ])
  }

  private static func credit(_ credit: CreditFigures) -> JSON {
    .object([
      ("provider", .string(credit.provider)), ("amount", .money(credit.amount)),
      ("covers_months", .number(credit.coversMonths)), ("saves", .money(credit.saves)),
    ])
  }

  private static func ranges(_ figures: RangeFigures) -> JSON {
    let drivers = figures.drivers.map { driver in
      JSON.object([
        ("path", .string(driver.path)), ("cost_at_p5", .money(driver.low)), ("cost_at_p95", .money(driver.high)),
      ])
    }
    return .object([
      ("draws", .int(figures.draws)), ("confidence", .number(figures.confidence)),
      ("overloaded_ratio", .number(figures.overloadedRatio)), ("drivers", .array(drivers)),
      (
        "regret",
        figures.regret.map { .object([("over", .money($0.over)), ("under", .money($0.under))]) } ?? .null
      ),
    ])
  }

  private static func point(_ point: HorizonPoint) -> JSON {
    .object(
      [
        ("month", .int(point.month)), ("cost", .money(point.cost)),
        ("first_breach", point.firstBreach.map { .string($0) } ?? .null),
      ], unknown: [("cost", "no placement carries that month's load")])
  }

  private static func breach(_ breach: Breach) -> JSON {
    .object(
      [
        ("month", .int(breach.month)), ("workload", .string(breach.workload)),
        ("constraint", .string(breach.constraint)), ("value", .number(breach.value)), ("limit", .number(breach.limit)),
      ], unknown: [("value", "the constraint has no figure"), ("limit", "the constraint has no figure")])
  }

  private static func budget(_ budget: SpendingBudget) -> JSON {
    let odds: [(String, JSON)] = budget.probability.map { [("probability", .number($0))] } ?? []
    return .object(
      [
        ("id", .string(budget.id)), ("limit", .money(budget.limit)), ("value", .money(budget.value)),
        ("unit", .string(budget.unit)), ("met", budget.met.map { .bool($0) } ?? .null),
        ("line", budget.line.map { .int($0) } ?? .null),
      ] + odds,
      unknown: [("value", "not known for every workload"), ("met", "its value is unknown")])
  }

  private static func gate(_ gate: Gate) -> JSON {
    .object([
      ("id", .string(gate.id)), ("level", .string(gate.level.rawValue)), ("message", .string(gate.message)),
      ("path", .string(gate.path)), ("line", gate.line.map { .int($0) } ?? .null),
    ])
  }
}
