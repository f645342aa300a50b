import Foundations
import Testing

@testable import Planning

/// What must hold of every plan.
struct PropertyTests {
  private func cost(_ text: String) -> Money? {
    guard let plan = PlanFixture.plan(text), plan.verdict != .infeasible else { return nil }
    return plan.perMonth
  }

  @Test func `tightening an objective never lowers the cost`() {
    var last = Money.zero
    for p99 in ["2 s", "700 ms", "400 ms", "250 ms", "180 ms", "140 ms"] {
      guard let cost = cost(PlanFixture.shop(p99: p99)) else { continue }
      #expect(cost >= last, "\(p99)")
      last = cost
    }
    #expect(last > .zero)
    last = .zero
    for availability in ["99%", "99.5%", "99.85%", "99.9%", "99.92%"] {
      guard let cost = cost(PlanFixture.shop(availability: availability)) else { continue }
      #expect(cost >= last, "\(availability)")
      last = cost
    }
  }

  @Test func `more traffic never lowers the cost`() {
    var last = Money.zero
    for rate in [1, 5, 20, 60, 61, 90, 150, 400, 1000] {
      let cost = cost(PlanFixture.shop(rate: "\(rate)/s"))
      #expect(cost != nil && cost ?? .zero >= last, "\(rate)/s")
      last = cost ?? last
    }
  }

  @Test func `a wider choice never raises the cost`() throws {
    let narrow = try #require(cost(PlanFixture.shop(regions: "[eu-central-1]")))
    let wider = try #require(cost(PlanFixture.shop(regions: "[eu-*]")))
    let open = try #require(cost(PlanFixture.shop(providers: "[aws, gcp]", regions: "['*']")))
    #expect(wider <= narrow)
    #expect(open <= wider)
  }

  @Test func `the exhaustive search finds the same plan`() throws {
    for p99 in ["700 ms", "200 ms"] {
      let text = PlanFixture.shop(p99: p99, providers: "[aws, gcp]")
      let pruned = try #require(PlanFixture.plan(text))
      let exhaustive = try #require(PlanFixture.plan(text, isExhaustive: true))
      #expect(pruned.perMonth == exhaustive.perMonth)
      #expect(pruned.workloads.map { $0.chosen?.label } == exhaustive.workloads.map { $0.chosen?.label })
      #expect(exhaustive.search.evaluated > pruned.search.evaluated)
    }
  }

  @Test func `lines add up and percentiles are ordered`() throws {
    let plan = try #require(PlanFixture.plan(PlanFixture.shop(providers: "[aws, azure, gcp]", regions: "['*']")))
    var total = plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth }
    for workload in plan.workloads {
      let chosen = try #require(workload.chosen)
      #expect(chosen.lines.reduce(Money.zero) { $0 + $1.perMonth } == chosen.perMonth)
      total = total + chosen.perMonth
      for placed in [chosen] + workload.alternatives {
        guard let latency = placed.latency?.total else { continue }
        #expect(latency.p50 <= latency.p95 && latency.p95 <= latency.p99)
      }
      if let availability = chosen.availability { #expect((0...1).contains(availability)) }
    }
    #expect(total == plan.perMonth)
    #expect(plan.byCategory.reduce(Money.zero) { $0 + $1.1 } == total)
    #expect(plan.byModel.reduce(Money.zero) { $0 + $1.1 } == total)
  }

  @Test func `what the search accepts, the accurate composition confirms`() throws {
    for p99 in ["150 ms", "180 ms", "260 ms", "500 ms"] {
      guard let plan = PlanFixture.plan(PlanFixture.shop(p99: p99)), plan.verdict != .infeasible else { continue }
      #expect(plan.workloads[0].slo.allSatisfy { $0.met == true }, "\(p99)")
    }
  }

  @Test func `an objective that nothing meets names the nearest miss`() throws {
    let plan = try #require(PlanFixture.plan(PlanFixture.shop(p99: "1 ms")))
    #expect(plan.verdict == .infeasible)
    #expect(plan.workloads[0].chosen == nil)
    #expect(plan.workloads[0].alternatives.contains { $0.rejected?.constraint == "latency.p99" })
    #expect(plan.workloads[0].why.first?.contains("nearest miss") == true)
    // The objective that cannot be met, not what a cheap callee would miss as well.
    #expect(plan.workloads[0].why.first?.contains("latency.p99") == true, "\(plan.workloads[0].why)")
  }
}
