import Catalog
import Formulas
import Foundations
import Spec
import Testing

@testable import Planning

@Suite struct BudgetTests {
  private static func shared(_ more: String = "", slo: String = "availability: 99.5%") -> String {
    """
    planner: 1
    name: shared
    horizon: 0 months
    place: {providers: [aws], regions: [eu-central-1]}
    \(more)
    workloads:
      front:
        kind: service
        demand: {rate: 50/s}
        work: {cpu: 10 ms}
        calls: [{to: left}, {to: right}]
        slo: {\(slo)}
      left: {kind: service, demand: from-calls, work: {cpu: 10 ms}, calls: [{to: data}]}
      right: {kind: service, demand: from-calls, work: {cpu: 10 ms}, calls: [{to: data}]}
      data: {kind: external, latency: 10 ms, availability: 99.8%}
    """
  }

  @Test func `a dependency that two paths lead to counts once`() throws {
    let plan = try #require(PlanFixture.plan(BudgetTests.shared()))
    let own = Dictionary(plan.workloads.map { ($0.name, $0.chosen?.ownAvailability ?? 0) }) { first, _ in first }
    let front = try #require(plan.workloads.first?.chosen?.availability)
    let product = ["front", "left", "right", "data"].reduce(1) { $0 * (own[$1] ?? 0) }
    #expect(abs(front - product) < 1e-12)
    #expect(own["data"] == 0.998)
  }

  @Test func `uses of a budget add up, and the required availability closes the gap exactly`() throws {
    let plan = try #require(PlanFixture.plan(BudgetTests.shared()))
    let objective = try #require(plan.workloads.first?.slo.first)
    let detail = try #require(objective.budget?.detail)
    let reached = try #require(objective.predicted)
    #expect(abs(detail.uses.reduce(0) { $0 + $1.ratio } - (1 - reached)) < 1e-12)
    #expect(detail.uses.first?.source == "the dependency data")
    #expect(detail.required.map(\.dependency) == ["data", "left", "right"])
    for item in detail.required {
      #expect(abs(reached / item.reached * item.required - 0.995) < 1e-12, "\(item.dependency)")
    }
  }

  @Test func `deploys and drills use the budget beside the placement, and overspending is a warning`() throws {
    let text = BudgetTests.shared(
      "operations: {deploys: 20/week, change_failure: 8%, detect: 5 min, restore: 45 min}")
    let plan = try #require(PlanFixture.plan(text))
    let objective = try #require(plan.workloads.first?.slo.first)
    let deploys = try #require(objective.budget?.detail?.uses.first { $0.source == "failed deploys" })
    // 20 × 4 weeks × 8 % × 50 min = 320 min of 40,320.
    #expect(abs(deploys.ratio * 40_320 - 320) < 1e-9)
    let reached = try #require(objective.predicted)
    let used = try #require(objective.budget?.usedRatio)
    #expect(abs(used - (deploys.ratio + 1 - reached) / 0.005) < 1e-9)
    #expect(objective.met == true)
    let limit = try #require(plan.limits.first { $0.id == "front.availability.budget" })
    #expect(limit.outcome == .missed && limit.level == .warning && !limit.isFailure)
  }

  @Test func `a percentile is a budget, of which the slow requests are the use`() throws {
    let plan = try #require(PlanFixture.plan(BudgetTests.shared(slo: "latency: {p99: 400 ms}, window: 7d")))
    let objective = try #require(plan.workloads.first?.slo.first)
    let budget = try #require(objective.budget)
    #expect(budget.ratio == Money(scaled: 10_000_000_000))
    #expect(abs(budget.minutes - 100.8) < 1e-9)
    #expect(budget.money == nil)
    let used = try #require(budget.usedRatio)
    let p99 = try #require(objective.predicted)
    // At its own p99 exactly one request of a hundred is late.
    #expect((p99 <= 0.4) == (used <= 1))
    #expect(used >= 0)
  }

  @Test func `alerts keep the share of the budget when the window changes`() {
    let cases: [(days: Double, factors: [Double])] = [
      (30, [14.4, 6, 3, 1]), (28, [13.44, 5.6, 2.8, 14.0 / 15]), (7, [3.36, 1.4, 0.7, 7.0 / 30]),
      (90, [43.2, 18, 9, 3]),
    ]
    for item in cases {
      let alerts = AlertPlan.alerts(windowSeconds: item.days * 86_400, budget: 0.001)
      for (alert, factor) in zip(alerts, item.factors) { #expect(abs(alert.pair.factor - factor) < 1e-12) }
    }
    let month = AlertPlan.alerts(windowSeconds: 30 * 86_400, budget: 0.001)
    #expect(abs((month[0].detection[1].seconds ?? 0) - 518.4) < 1e-9)
    #expect(abs((month[0].detection[0].seconds ?? 0) - 51.84) < 1e-9)
    #expect(month[0].detection[2].seconds == nil)
  }

  @Test func `lints name what cannot fire, fires too soon, or has too little traffic`() {
    func lints(_ days: Double, _ target: Double, _ rate: Double?, ceiling: Double? = nil) -> String {
      AlertPlan.lints(
        windowSeconds: days * 86_400, budget: 1 - target, requestsPerSecond: rate, ceiling: ceiling, target: target
      ).joined(separator: "\n")
    }
    #expect(lints(30, 0.999, 100).isEmpty)
    #expect(lints(28, 0.999, 100).contains("0.9333"))
    #expect(lints(30, 0.93, 100).contains("can never fire"))
    #expect(lints(30, 0.999, 0.01).contains("one failed request"))
    #expect(lints(30, 0.999, 100, ceiling: 0.9985).contains("99.85 %, below the target"))
  }

  @Test func `a nine is a tenth of the budget, exactly`() {
    let nines = [("0.999", "0.9999", "0.99"), ("0.9995", "0.99995", "0.995"), ("0.95", "0.995", "0.5")]
    for (target, tighter, looser) in nines {
      let money = Money(parsing: target) ?? .zero
      #expect(NineStudy.tighter(money)?.description == tighter)
      #expect(NineStudy.looser(money)?.description == looser)
    }
    #expect(NineStudy.looser(Money(parsing: "0.9") ?? .zero) == nil)
  }

  @Test func `a canary lets few requests meet what a deploy breaks`() throws {
    func deploys(_ canary: String) throws -> Double {
      let text = BudgetTests.shared(
        "operations: {deploys: 20/week, change_failure: 8%, detect: 5 min, restore: 45 min\(canary)}")
      let plan = try #require(PlanFixture.plan(text))
      let uses = plan.workloads.first?.slo.first?.budget?.detail?.uses
      return try #require(uses?.first { $0.source == "failed deploys" }).ratio
    }
    let whole = try deploys("")
    // Watched for an hour, all but e^-12 of the faults meet 5 % of the requests only.
    #expect(abs(try deploys(", canary: {share: 5%, watch: 60 min}") / whole - 0.05) < 1e-5)
    #expect(abs(try deploys(", canary: {share: 5%, watch: 0 min}") / whole - 1) < 1e-12)
  }

  @Test func `every objective has a budget that its prediction uses`() throws {
    let text = """
      planner: 1
      name: all
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1]}
      workloads:
        api:
          kind: service
          demand: {rate: 60/s}
          work: {cpu: 20 ms}
          outage_cost: 120 USD/min
          place: {run_on: cloud, forms: [vm]}
          slo: {availability: 99.5%, latency: {p95: 400 ms}, throughput: 50/s, cost_per_transaction: 0.01 USD, rto: 5 min, window: 7d}
        nightly:
          kind: batch
          jobs: {per: day, count: 100, cores: 2 cores, runtime: 20 min, variability: 0.5, memory: 4 GiB, restartable: true}
          slo: {deadline: 5h, cost_per_transaction: 0.2 USD, window: 90d}
      """
    let plan = try #require(PlanFixture.plan(text))
    for objective in plan.workloads.flatMap(\.slo) {
      let budget = try #require(objective.budget, "\(objective.id)")
      let detail = try #require(budget.detail)
      let used = try #require(budget.usedRatio)
      let sum = detail.uses.reduce(0) { $0 + $1.ratio }
      #expect(abs(sum - used * budget.ratio.double) < 1e-6 * max(sum, 1e-6), "\(objective.id)")
      #expect((objective.met == true) == (used <= 1), "\(objective.id) uses \(used)")
      let days = objective.id.hasPrefix("api") ? 7.0 : 90
      #expect(abs(budget.minutes - budget.ratio.double * days * 1440) < 1e-9 * budget.minutes, "\(objective.id)")
    }
    func budget(_ id: String) throws -> BudgetFigures {
      try #require(plan.workloads.flatMap(\.slo).first { $0.id == id }?.budget)
    }
    // 9,000 of 90 lots of a hundred jobs; a tenth of the lots may be late.
    #expect(abs((try budget("nightly.deadline").events ?? 0) - 9 * 90.0 / 90) < 0.2)
    let money = try #require(try budget("nightly.cost_per_transaction").money)
    #expect(abs(money.double - 9000 * 0.2) < 20)
    // 0.5 % of a week at 120 USD a minute.
    #expect(try budget("api.availability").money == Money(6048))
  }

  @Test func `slices are counted otherwise than requests`() throws {
    func objective(_ slo: String) throws -> ObjectiveResult {
      let plan = try #require(PlanFixture.plan(BudgetTests.shared(slo: slo)))
      return try #require(plan.workloads.first?.slo.first)
    }
    let events = try objective("availability: 99.5%")
    let slices = try objective("availability: 99.5%, method: timeslices, slice: 5 min")
    let (a, b) = (try #require(events.predicted), try #require(slices.predicted))
    // Outages of half an hour touch (1800 + 300 − 2·1.5)/1800 as many slices as they last.
    #expect(abs((1 - b) / (1 - a) - 2097.0 / 1800) < 1e-9)
    #expect(slices.budget?.detail?.method == "timeslices")
    #expect(abs((slices.budget?.events ?? 0) - 8064 * 0.005) < 1e-9)
    #expect(abs((slices.budget?.usedRatio ?? 0) - (1 - b) / 0.005) < 1e-9)
    // A tail of less than the share of a slice spoils none of them.
    let late = try objective("latency: {p99: 500 ms}, method: timeslices")
    #expect((late.budget?.usedRatio ?? 1) < 1e-6)
  }

  @Test func `a target in slices is searched for, not only judged`() throws {
    func plan(_ method: String) -> Plan? {
      PlanFixture.plan(
        PlanFixture.shop(availability: "99.9%").replacing("availability: 99.9%", with: "availability: 99.9%\(method)"))
    }
    let events = try #require(plan(""))
    let slices = try #require(plan(", method: timeslices, slice: 10 min"))
    #expect(slices.verdict == .pass && events.verdict == .pass)
    #expect(slices.perMonth >= events.perMonth)
  }

  @Test func `a hard deadline is kept by the choice, with its misses as the use of a budget`() throws {
    func plan(_ hard: String) throws -> WorkloadResult {
      let text = """
        planner: 1
        name: hard
        horizon: 0 months
        place: {providers: [aws], regions: [eu-central-1]}
        workloads:
          orders:
            kind: service
            demand: {rate: 400/s}
            work: {cpu: 2 ms, variability: 0.5}
            slo: {latency: {from: service, hard: \(hard)}}
        """
      return try #require(PlanFixture.plan(text)?.workloads.first)
    }
    for (within, misses, name) in [("12 ms", "0.001%", "p99999"), ("9 ms", "0.05%", "p9995"), ("8 ms", "1%", "p99")] {
      let objective = try #require(try plan("{within: \(within), misses: \(misses)}").slo.first)
      #expect(objective.objective == "latency.\(name)" && objective.met == true)
      let budget = try #require(objective.budget)
      #expect((budget.usedRatio ?? 2) <= 1 && (budget.usedRatio ?? 0) > 0, "\(name)")
      #expect(budget.detail?.uses.first.map { $0.ratio <= budget.ratio.double } == true)
    }
    let driving = try plan("driving")
    #expect(driving.slo.first?.objective == "latency.p99999" && driving.slo.first?.target == Money(0.1))
    // Nothing answers users in Munich in a millisecond: refused, not missed in silence.
    #expect(try plan("{within: 0.01 ms, misses: 0.0001%}").chosen == nil)
  }

  @Test func `what another nine returns is ranked, and funded as the best of every choice`() throws {
    let source = """
      planner: 1
      name: gains
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1], forms: [vm]}
      budgets: {monthly: 4000 USD}
      workloads:
        shop: {kind: service, demand: {rate: 20/s}, work: {cpu: 20 ms}, outage_cost: 900 USD/min, slo: {availability: 99%}}
        blog: {kind: service, demand: {rate: 5/s}, work: {cpu: 20 ms}, outage_cost: 0.01 USD/min, slo: {availability: 99%}}
        wiki: {kind: service, demand: {rate: 5/s}, work: {cpu: 20 ms}, slo: {availability: 99%}}
      """
    let text = SourceText(name: "gains", bytes: Array(source.utf8))
    let spec = try #require(SpecDecoder.decode(text, words: PlanFixture.words).spec)
    var options = Planner.Options()
    options.pricesNines = true
    let planner = Planner(
      spec: spec, source: text, catalog: Catalog(providers: Planner.providers(for: spec)), options: options)
    let plan = try #require(planner.plan().plan)
    for gain in plan.gains {
      #expect(gain.sparedMinutes > 0, "\(gain.objective)")
      if let worth = gain.worthPerMonth, gain.isFunded { #expect(worth >= gain.extraPerMonth, "\(gain.objective)") }
    }
    let names = plan.gains.map(\.objective)
    #expect(names.contains("shop.availability") && names.contains("blog.availability"))
    if let shop = names.firstIndex(of: "shop.availability"), let blog = names.firstIndex(of: "blog.availability") {
      #expect(shop < blog)
    }
    let spent = plan.gains.filter(\.isFunded).reduce(Money.zero) { $0 + $1.extraPerMonth }
    #expect(plan.perMonth + spent <= Money(4000))
    #expect(plan.gains.first { $0.objective == "wiki.availability" }?.worthPerMonth == nil)
  }

  @Test func `two regions fail by their entry, at once, and by the time of failovers`() throws {
    let text = """
      planner: 1
      name: two
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1, eu-west-1]}
      workloads:
        api:
          kind: service
          demand: {rate: 60/s}
          work: {cpu: 20 ms}
          place: {topology: [active-passive], forms: [vm]}
          slo: {availability: 99.9%}
      """
    let plan = try #require(PlanFixture.plan(text))
    let placed = try #require(plan.workloads.first?.chosen)
    let product = placed.availabilityParts.reduce(1) { $0 * $1.availability }
    #expect(!placed.availabilityParts.isEmpty)
    #expect(abs(product - (placed.ownAvailability ?? 0)) < 1e-12)
    let objective = try #require(plan.workloads.first?.slo.first)
    let uses = try #require(objective.budget?.detail?.uses)
    #expect(uses.contains { $0.source == "failover between regions" })
    #expect(abs(uses.reduce(0) { $0 + $1.ratio } - (1 - (objective.predicted ?? 0))) < 1e-12)
  }
}
