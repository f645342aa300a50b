import Foundations
import Planning

/// Plans made by hand, so that reports are tested without a search.
enum ReportFixture {
  /// An exact amount of hundredths.
  static func cents(_ value: Int) -> Money { Money(scaled: Int128(value) * 10_000_000_000) }

  static func figures(_ p99: Double) -> LatencyFigures {
    LatencyFigures(mean: p99 / 4, p50: p99 / 5, p95: p99 / 2, p99: p99)
  }

  static func line(_ category: String, _ item: String, _ quantity: Double, _ price: Money) -> CostLine {
    CostLine(category: category, item: item, quantity: quantity, unit: "h", unitPrice: price, source: "list, 2026-07")
  }

  static func placement(count: Int, machine: String? = "m7g.large", region: String = "us-east-1") -> PlacedWorkload {
    PlacedWorkload(
      model: .cloud, form: .vm, topology: .multiZone,
      sites: [
        Site(provider: "aws", region: region, zones: 2, machine: machine, count: count, purchase: .onDemand)
      ],
      lines: [
        line("compute", "\(count) × machines, busy", 730 * Double(count), cents(8)),
        line("labour", "running the machines", 5, cents(7812)),
      ], utilization: 0.42, headroom: 0.58,
      latency: PathLatency(
        total: figures(0.25),
        hops: [
          LatencyHop(name: "network", figures: figures(0.15)), LatencyHop(name: "to data", figures: figures(0.0008)),
          LatencyHop(name: "to data", figures: figures(0.0008)), LatencyHop(name: "api queue", figures: figures(0.08)),
        ], method: "convolution of independent hops"), availability: 0.99952, ownAvailability: 0.9999, rto: 30, rpo: 0,
      carbonKilograms: 12.5)
  }

  static func objective(_ name: String, _ target: Money, _ predicted: Double?, unit: String, met: Bool?)
    -> ObjectiveResult
  {
    let isRatio = unit == "ratio"
    let budget = BudgetFigures(
      ratio: cents(100) - target, minutes: 40.32, events: nil, usedRatio: 0.48, remainingRatio: 0.52, money: nil)
    return ObjectiveResult(
      id: "api.\(name)", objective: name, target: target, predicted: predicted, expected: predicted, probability: nil,
      unit: unit, met: met, budget: isRatio ? budget : nil, line: 12)
  }

  static func service(_ name: String = "api") -> WorkloadResult {
    var dearer = placement(count: 3)
    dearer.rejected = Rejection(constraint: "cost", extraPerMonth: cents(5840))
    var slow = placement(count: 1, region: "eu-central-1")
    slow.rejected = Rejection(constraint: "latency.p99", value: 0.61, limit: 0.3, unit: "s", by: "queue of api")
    var unknown = PlacedWorkload(
      model: .grid, form: .reservedCluster, topology: .singleZone,
      sites: [Site(provider: "aws", region: "us-east-1", zones: 1, machine: nil, count: 0, purchase: .onDemand)],
      lines: [])
    unknown.rejected = Rejection(constraint: "price-unknown", by: "no price of a reservation")
    return WorkloadResult(
      name: name, kind: "service", load: LoadFigures(own: 0, fromCalls: [("cameras", 41)], mean: 41, peak: 102.5),
      chosen: placement(count: 2), alternatives: [dearer, slow, unknown],
      slo: [
        objective("availability", Money(scaled: 999_000_000_000), 0.99952, unit: "ratio", met: true),
        objective("latency.p99", Money(scaled: 300_000_000_000), 0.25, unit: "s", met: true),
      ], why: ["vm multi-zone 2 × m7g.large is the cheapest placement that meets every objective."])
  }

  static var batch: WorkloadResult {
    var placed = placement(count: 1)
    placed.latency = nil
    placed.makespan = 18_144
    placed.rto = nil
    placed.rpo = nil
    placed.carbonKilograms = nil
    return WorkloadResult(
      name: "report", kind: "batch", load: nil, chosen: placed, alternatives: [], slo: [], why: ["It ends in time."])
  }

  static func plan(_ workloads: [WorkloadResult], transactions: Double = 394_200) -> Plan {
    var plan = Plan(
      specName: "web-shop", specPath: "shop.yaml", specSHA256: String(repeating: "a", count: 64),
      catalogDate: "2026-07-30", catalogSHA256: String(repeating: "b", count: 64), currency: "USD", month: 0,
      assumptions: [
        AssumedInput(path: "workloads.api.demand.peak", value: "2.5", unit: "x", why: "busy hour over mean"),
        AssumedInput(path: "workloads.api.work.balancer", value: "random", unit: "", why: "a queue each"),
        AssumedInput(path: "workloads.api.work.start", value: "30", unit: "s", why: "of a machine"),
      ], inputCount: 91, workloads: workloads, sharedLines: [line("telemetry", "logs", 12, cents(50))],
      transactionName: "order", transactionsPerMonth: transactions, oldestPrice: "2026-07-05")
    plan.search.candidates = 834_275
    plan.search.evaluated = 71_171
    return plan
  }

  /// Everything at its best: revenue, a bill, a horizon, budgets.
  static var shop: Plan {
    var plan = plan([service(), batch])
    plan.revenue = cents(9_000_000)
    plan.bill = BillComparison(stated: cents(150_000), modelled: cents(136_500))
    plan.perCustomer = cents(4)
    plan.horizon = [
      HorizonPoint(month: 0, cost: cents(97_040), firstBreach: nil),
      HorizonPoint(month: 6, cost: nil, firstBreach: "api.latency.p99"),
    ]
    plan.breaks = [Breach(month: 5, workload: "api", constraint: "latency.p99", value: 0.34, limit: 0.3)]
    plan.budgets = [
      SpendingBudget(id: "monthly", limit: cents(200_000), value: plan.perMonth, unit: "USD/month", met: true, line: 3)
    ]
    return plan
  }

  /// A workload without a placement.
  static var infeasible: Plan {
    var lost = service("search")
    lost.chosen = nil
    lost.why = ["No placement meets every constraint; the nearest miss is latency.p99 of 610 ms against 300 ms."]
    lost.slo = [objective("latency.p99", Money(scaled: 300_000_000_000), nil, unit: "s", met: nil)]
    return plan([service(), lost], transactions: 0)
  }

  /// Names and texts longer than any page, and figures that are not numbers.
  static var extreme: Plan {
    let long = String(repeating: "long-name-", count: 30)
    var workload = service(long)
    workload.chosen?.sites = [
      Site(provider: "provider", region: long, zones: 9, machine: long, count: 123_456, purchase: .threeYears)
    ]
    workload.chosen?.lines.append(line("traffic", "日本語の長い名前" + long, 1e15, Money(scaled: 1)))
    workload.chosen?.latency?.total = LatencyFigures(mean: .nan, p50: 1e-9, p95: .infinity, p99: .infinity)
    workload.chosen?.availability = .nan
    workload.chosen?.utilization = 1e300
    workload.load = LoadFigures(own: 1e-7, fromCalls: [(long, 1e12)], mean: .infinity, peak: .nan)
    workload.why = [long + " " + long, "an escape \u{1B}[31m and a\nline"]
    var plan = plan([workload])
    plan.specName = long
    plan.perMonth = Money(scaled: .max)
    plan.breaks = [Breach(month: 1, workload: long, constraint: "memory", value: 3.5e10, limit: nil)]
    plan.horizon = [
      HorizonPoint(month: 0, cost: nil, firstBreach: nil), HorizonPoint(month: 1, cost: nil, firstBreach: long),
    ]
    plan.assumptions = [AssumedInput(path: long, value: long, unit: long, why: long)]
    return plan
  }

  /// Nothing at all.
  static var empty: Plan { plan([], transactions: 0) }

  static var all: [(name: String, plan: Plan)] {
    [("shop", shop), ("infeasible", infeasible), ("extreme", extreme), ("empty", empty)]
  }
}
