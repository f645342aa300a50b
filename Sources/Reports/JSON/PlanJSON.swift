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
    var search: [(String, JSON)] = [
      ("candidates", .int(plan.search.candidates)), ("evaluated", .int(plan.search.evaluated)),
      ("pruned", .int(plan.search.pruned)), ("price_unknown", .int(plan.search.priceUnknown)),
    ]
    if let seconds { search.append(("seconds", .number(seconds))) }
    var members: [(String, JSON)] = [
      ("planner", header(plan, version)), ("verdict", .string(plan.verdict.rawValue)),
      ("currency", .string(plan.currency)), ("month", .int(plan.month)),
      ("assumptions", .array(plan.assumptions.map(assumption))), ("inputs", .int(plan.inputCount)),
      ("workloads", .object(plan.workloads.map { ($0.name, workload($0)) })), ("totals", totals(plan)),
      ("shared", .object([("lines", .array(plan.sharedLines.map(line)))])),
      ("horizon", .array(plan.horizon.map(point))), ("breaks", .array(plan.breaks.map(breach))),
      ("budgets", .array(plan.budgets.map(budget))), ("gates", .array(plan.gates.map(gate))),
    ]
    if let bill = plan.bill {
      members.append(
        (
          "bill",
          .object([
            ("stated", .money(bill.stated)), ("modelled", .money(bill.modelled)),
            ("unexplained", .money(bill.stated - bill.modelled)),
          ])
        ))
    }
    if !plan.credits.isEmpty {
      members.append(
        (
          "credits",
          .array(
            plan.credits.map {
              .object([
                ("provider", .string($0.provider)), ("amount", .money($0.amount)),
                ("covers_months", .number($0.coversMonths)), ("saves", .money($0.saves)),
              ])
            })
        ))
    }
    if let figures = plan.ranges { members.append(("ranges", ranges(figures))) }
    members.append(("search", .object(search)))
    return .object(members)
  }

  private static func header(_ plan: Plan, _ version: String) -> JSON {
    .object([
      ("version", .string(version)), ("result_version", .int(1)),
      (
        "catalog",
        .object([
          ("date", .string(plan.catalogDate)), ("sha256", .string(plan.catalogSHA256)),
          ("oldest_price", .string(plan.oldestPrice)),
        ])
      ),
      (
        "spec",
        .object([
          ("path", .string(plan.specPath)), ("name", .string(plan.specName)), ("sha256", .string(plan.specSHA256)),
        ])
      ),
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
    if let load = result.load {
      members.append(
        (
          "load",
          .object([
            ("own", .number(load.own)), ("mean", .number(load.mean)), ("peak", .number(load.peak)),
            ("from", .object(load.fromCalls.map { ($0.caller, .number($0.rate)) })),
          ])
        ))
    }
    members.append(("chosen", result.chosen.map(placement) ?? .null))
    if result.chosen == nil {
      members.append(("reason", .string(result.why.first ?? "no placement meets every constraint")))
    }
    members.append(("alternatives", .array(result.alternatives.map(placement))))
    members.append(("slo", .array(result.slo.map(objective))))
    members.append(("why", .array(result.why.map { .string($0) })))
    return .object(members)
  }

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
    if let ranges = plan.ranges {
      if let spread = ranges.perMonth { members.append(("per_month_range", money(spread))) }
      if let spread = ranges.perTransaction { members.append(("per_transaction_range", money(spread))) }
    }
    if !isComplete {
      members.append(("reason", .string("a workload has no placement")))
    } else if plan.perCustomer == nil {
      members.append(("reason", .string("per_customer: the spec states no customers")))
    }
    return .object(members)
  }

  private static func money(_ spread: RangeSpread) -> JSON {
    .object([
      ("p10", .money(Money(spread.p10))), ("p50", .money(Money(spread.p50))), ("p90", .money(Money(spread.p90))),
      ("expected", .money(Money(spread.expected))),
    ])
  }

  private static func ranges(_ figures: RangeFigures) -> JSON {
    .object([
      ("draws", .int(figures.draws)), ("confidence", .number(figures.confidence)),
      ("overloaded_ratio", .number(figures.overloadedRatio)),
      (
        "drivers",
        .array(
          figures.drivers.map {
            .object([("path", .string($0.path)), ("cost_at_p5", .money($0.low)), ("cost_at_p95", .money($0.high))])
          })
      ),
    ])
  }

  // MARK: Placements

  private static func placement(_ placed: PlacedWorkload) -> JSON {
    var members: [(String, JSON)] = [
      ("model", .string(placed.model.rawValue)), ("form", .string(placed.form.rawValue)),
      ("topology", .string(placed.topology.rawValue)), ("sites", .array(placed.sites.map(site))),
      ("utilization", .number(placed.utilization)), ("headroom", .number(placed.headroom)),
    ]
    // A miss was never sized, so it has no price.
    if !placed.lines.isEmpty {
      members.append(
        (
          "cost",
          .object([
            ("per_month", .money(placed.perMonth)), ("per_transaction", .money(placed.perTransaction)),
            ("lines", .array(placed.lines.map(line))),
          ])
        ))
    }
    if let latency = placed.latency {
      members.append(
        (
          "latency",
          .object(
            figures(latency.total) + [
              (
                "hops",
                .array(latency.hops.map { .object([("name", .string($0.name))] + figures($0.figures)) })
              ), ("method", .string(latency.method)),
            ])
        ))
    }
    if let makespan = placed.makespan { members.append(("makespan", .number(makespan))) }
    members += [
      ("availability", .number(placed.availability)), ("own_availability", .number(placed.ownAvailability)),
      ("rto", .number(placed.rto)), ("rpo", .number(placed.rpo)),
      ("carbon_kg_per_month", .number(placed.carbonKilograms)), ("confidence", .number(placed.confidence)),
    ]
    if let rejected = placed.rejected { members.append(("rejected", rejection(rejected))) }
    return .object(members)
  }

  private static func figures(_ figures: LatencyFigures) -> [(String, JSON)] {
    [
      ("p50", .number(figures.p50)), ("p95", .number(figures.p95)), ("p99", .number(figures.p99)),
      ("mean", .number(figures.mean)),
    ]
  }

  private static func site(_ site: Site) -> JSON {
    .object([
      ("provider", .string(site.provider)), ("region", .string(site.region)), ("zones", .int(site.zones)),
      ("machine", site.machine.map { .string($0) } ?? .null), ("count", .int(site.count)),
      ("purchase", .string(site.purchase.rawValue)),
    ])
  }

  private static func line(_ line: CostLine) -> JSON {
    .object([
      ("category", .string(line.category)), ("item", .string(line.item)), ("quantity", .number(line.quantity)),
      ("unit", .string(line.unit)), ("unit_price", .money(line.unitPrice)), ("per_month", .money(line.perMonth)),
      ("source", .string(line.source)),
    ])
  }

  private static func rejection(_ rejection: Rejection) -> JSON {
    var members: [(String, JSON)] = [("constraint", .string(rejection.constraint))]
    if let extra = rejection.extraPerMonth { members.append(("extra_per_month", .money(extra))) }
    if let value = rejection.value { members.append(("value", .number(value))) }
    if let limit = rejection.limit { members.append(("limit", .number(limit))) }
    if !rejection.unit.isEmpty { members.append(("unit", .string(rejection.unit))) }
    members.append(("by", .string(rejection.by)))
    return .object(members)
  }

  // MARK: Objectives, budgets, outlook

  private static func objective(_ result: ObjectiveResult) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(result.id)), ("objective", .string(result.objective)), ("target", .number(result.target.double)),
      ("predicted", .number(result.predicted)), ("expected", .number(result.expected)), ("unit", .string(result.unit)),
      ("met", result.met.map { .bool($0) } ?? .null),
    ]
    if result.predicted == nil { members.append(("reason", .string("this placement has no prediction of it"))) }
    if let probability = result.probability { members.append(("probability", .number(probability))) }
    if let budget = result.budget {
      members.append(
        (
          "budget",
          .object([
            ("ratio", .number(budget.ratio.double)), ("minutes", .number(budget.minutes)),
            ("events", .number(budget.events)), ("used_ratio", .number(budget.usedRatio)),
            ("remaining_ratio", .number(budget.remainingRatio)), ("money", .money(budget.money)),
          ])
        ))
    }
    if let line = result.line { members.append(("line", .int(line))) }
    return .object(members)
  }

  private static func point(_ point: HorizonPoint) -> JSON {
    .object([
      ("month", .int(point.month)), ("cost", .money(point.cost)),
      ("first_breach", point.firstBreach.map { .string($0) } ?? .null),
    ])
  }

  private static func breach(_ breach: Breach) -> JSON {
    .object([
      ("month", .int(breach.month)), ("workload", .string(breach.workload)),
      ("constraint", .string(breach.constraint)), ("value", .number(breach.value)), ("limit", .number(breach.limit)),
    ])
  }

  private static func budget(_ budget: SpendingBudget) -> JSON {
    .object([
      ("id", .string(budget.id)), ("limit", .money(budget.limit)), ("value", .money(budget.value)),
      ("unit", .string(budget.unit)), ("met", budget.met.map { .bool($0) } ?? .null),
    ])
  }

  private static func gate(_ gate: Gate) -> JSON {
    .object([
      ("id", .string(gate.id)), ("level", .string(gate.level.rawValue)), ("message", .string(gate.message)),
      ("path", .string(gate.path)), ("line", gate.line.map { .int($0) } ?? .null),
    ])
  }
}

extension JSON {
  /// Money as a decimal string; null when unknown.
  static func money(_ value: Money?) -> JSON { value.map { .string($0.description) } ?? .null }

  /// A number that may be unknown.
  static func number(_ value: Double?) -> JSON { value.map { JSON.number($0) } ?? .null }
}
