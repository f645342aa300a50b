import Foundations
import Testing

@testable import Planning

/// Bursts as backlog that the error budget pays for.
struct BurstPlanTests {
  private func plan(_ burst: String?, availability: String = "99.9%", pin: String = "") throws -> Plan {
    let text = PlanFixture.shop(rate: "200/s", p99: "300 ms", availability: availability).replacing(
      "variability: 1.2}", with: "variability: 1.2\(burst.map { ", burst: {\($0)}" } ?? "")}"
    ).replacing(
      "memory: 1 GiB}", with: "memory: 1 GiB}\n    place: {pin: {form: vm, machine: m7g.large\(pin)}}")
    return try #require(PlanFixture.plan(text))
  }

  private func machines(_ plan: Plan) throws -> Int {
    try #require(plan.workloads[0].chosen).sites.reduce(0) { $0 + $1.count }
  }

  private func detail(_ plan: Plan, _ name: String) throws -> Double {
    try #require(plan.workloads[0].chosen?.details.first { $0.name == name }?.value)
  }

  @Test func `a burst that the fleet carries changes nothing`() throws {
    let calm = try plan(nil)
    let slight = try plan("factor: 1.05, duration: 30 s, every: 1 day")
    #expect(try machines(calm) == machines(slight))
    #expect(try detail(slight, "burst_backlog") == 0)
  }

  @Test func `late requests of a burst use the budget, and only as much as there is`() throws {
    let plan = try plan("factor: 3, duration: 60 s, every: 1 day")
    let objective = try #require(plan.workloads[0].slo.first { $0.objective == "latency.p99" })
    let uses = try #require(objective.budget?.detail).uses
    let bursts = try #require(uses.first { $0.source == "bursts" })
    #expect(bursts.ratio > 0)
    let used = try #require(objective.budget?.usedRatio)
    #expect(used <= 1)
    #expect(abs(used - uses.reduce(0) { $0 + $1.ratio } / 0.01) < 1e-9)
    #expect(try detail(plan, "burst_backlog") > 0)
    #expect(try detail(plan, "burst_late") > 0)
    #expect(try abs(detail(plan, "burst_budget") - bursts.ratio / 0.01) < 1e-9)
    #expect(try abs(detail(plan, "bursts_per_month") - 730.0 / 24) < 1e-9)
  }

  @Test func `bursts that would spend the budget ask for more machines`() throws {
    let calm = try plan(nil)
    let often = try plan("factor: 3, duration: 10 min, every: 2 hours")
    #expect(try machines(often) > machines(calm))
    let objective = try #require(often.workloads[0].slo.first { $0.objective == "latency.p99" })
    #expect(objective.met == true)
    #expect(try #require(objective.budget?.usedRatio) <= 1)
  }

  @Test func `a pinned fleet that a burst overwhelms is refused because of it`() throws {
    let calm = try plan(nil)
    let pinned = try plan(
      "factor: 4, duration: 10 min, every: 1 hour", availability: "95%", pin: ", count: \(try machines(calm))")
    #expect(pinned.workloads[0].chosen == nil)
    #expect(pinned.workloads[0].alternatives.contains { $0.rejected?.constraint == "burst" })
  }
}
