import Foundations
import Testing

@testable import Planning

/// Jobs in plans: which way of running them wins, and why the others lose.
struct BatchPlanTests {
  private func lot(
    deadline: String = "10 h", jobs: String = "count: 4000, variability: 0.6", place: String = "regions: [eu-*]",
    extra: String = "", pool: String = ""
  ) -> String {
    """
    planner: 1
    name: frames
    horizon: 0 months
    place: {providers: [aws], \(place)}
    devices:
      racks:
        {count: 24, online: 99%, uplink: {access: fiber},
         hardware: {name: node, cores: 32, memory: 128 GiB, speed: 1.4x, watts: 350 W, owned: true}}
      desktops:
        {count: 60, online: 60%, outage: 9 h, uplink: {access: fiber},
         hardware: {name: desk, cores: 12, memory: 32 GiB, speed: 1.1x, watts: 120 W, owned: true}}
    workloads:
      frames:
        kind: batch
        jobs: {per: day, cores: 4 cores, runtime: 40 min, memory: 8 GiB, \(jobs)\(extra)}
        \(pool)
        slo: {deadline: \(deadline)}
    """
  }

  private func plan(_ text: String) throws -> Plan { try #require(PlanFixture.plan(text)) }

  private func detail(_ placed: PlacedWorkload?, _ name: String) -> Double? {
    placed?.details.first { $0.name == name }?.value
  }

  @Test func `own machines that are unlike are pooled into the slots they are worth`() throws {
    let text = lot(
      deadline: "23 h", place: "run_on: [grid], forms: [reserved-cluster], regions: [eu-west-1]",
      extra: ", restartable: true", pool: "pool: [racks, desktops]")
    let chosen = try #require(try plan(text).workloads[0].chosen)
    #expect(chosen.model == .grid && chosen.sites.allSatisfy { $0.purchase == .owned })
    // One fleet or both: by hand, 8 slots a rack at 1.4 and 99 %, 3 a desktop at 1.1 and 60 %.
    let racks = 24 * 8 * 1.4 * 0.99
    let found = try #require(detail(chosen, "effective_slots_racks"))
    #expect(found <= racks && found > racks * 0.99)
    let sum = chosen.details.filter { $0.name.hasPrefix("effective_slots_") }.compactMap(\.value).reduce(0, +)
    #expect(abs((detail(chosen, "effective_slots") ?? 0) - sum) < 1e-9)
  }

  @Test func `a pool wins where it ends in time and loses by the hours it would take`() throws {
    let easy = try plan(lot(deadline: "23 h", pool: "pool: [racks, desktops]"))
    #expect(easy.workloads[0].chosen?.sites.first?.purchase == .owned)
    let hard = try plan(lot(deadline: "5 h", pool: "pool: [racks, desktops]"))
    #expect(hard.workloads[0].chosen?.sites.first?.purchase != .owned)
    let miss = hard.workloads[0].alternatives.first { $0.sites.first?.purchase == .owned }?.rejected
    #expect(miss?.constraint == "deadline" && (miss?.value ?? 0) > 5 * 3600 && miss?.limit == 5 * 3600)
  }

  @Test func `spot is for jobs that may be stopped, and must end in time at p95`() throws {
    let firm = try plan(lot())
    #expect(firm.workloads[0].alternatives.contains { $0.rejected?.constraint == "restartable" })
    let free = try plan(lot(extra: ", restartable: true"))
    let chosen = try #require(free.workloads[0].chosen)
    #expect(chosen.form == .spotPool && free.perMonth < firm.perMonth)
    let p95 = try #require(detail(chosen, "end_p95"))
    #expect(p95 <= 10 * 3600 && abs((chosen.makespan ?? 0) - p95) < 1e-9)
    #expect((detail(chosen, "end_p99") ?? 0) > p95)
  }

  @Test func `running and setting up a grid is never free`() throws {
    let plan = try plan(lot(place: "run_on: [grid], forms: [reserved-cluster], regions: [eu-west-1]"))
    let labour = plan.workloads[0].chosen?.lines.filter { $0.category == "labour" } ?? []
    #expect(labour.count == 2 && labour.allSatisfy { $0.perMonth > .zero })
  }

  @Test func `checkpoints are written where they pay`() throws {
    let long = "count: 20, variability: 0.2, checkpoint: 30 s, restartable: true"
    let text = lot(deadline: "20 d", jobs: long, place: "forms: [spot-pool], regions: [eu-west-1]")
      .replacing("runtime: 40 min", with: "runtime: 300 h").replacing("per: day", with: "per: month")
    let chosen = try #require(try plan(text).workloads[0].chosen)
    let interval = try #require(detail(chosen, "checkpoint_interval"))
    let mtbf = try #require(detail(chosen, "mtbf"))
    // Young's interval is the square root of twice the cost times the time between failures.
    #expect(abs(interval / (2 * 30 * mtbf).squareRoot() - 1) < 0.01)
    let waste = try #require(detail(chosen, "waste"))
    #expect(abs(waste / ((2 * 30 / mtbf).squareRoot() + 180 / mtbf) - 1) < 0.05)
  }

  @Test func `jobs over the day wait in a queue that its policy decides`() throws {
    func plan(_ more: String) throws -> Plan {
      try self.plan(
        lot(
          deadline: "4 h", place: "forms: [reserved-cluster], regions: [eu-west-1]",
          extra: ", arrivals: spread" + more))
    }
    let equal = try plan("")
    let easy = try plan(", widths: mixed, scheduler: easy")
    let first = try plan(", widths: mixed, scheduler: fcfs")
    #expect(equal.perMonth < easy.perMonth && easy.perMonth < first.perMonth)
    for plan in [equal, easy, first] {
      let chosen = try #require(plan.workloads[0].chosen)
      #expect((chosen.makespan ?? .infinity) <= 4 * 3600)
      let load = try #require(detail(chosen, "queue_load"))
      #expect(load > 0 && load < 1 && (detail(chosen, "wait_p99") ?? 0) >= (detail(chosen, "wait_p90") ?? 0))
    }
    #expect(detail(first.workloads[0].chosen, "queue_load") ?? 1 <= 0.65)
  }

  @Test func `few jobs over the day each hire a machine`() throws {
    let few = "count: 6, variability: 0.6, arrivals: spread"
    let plan = try plan(lot(deadline: "4 h", jobs: few))
    let chosen = try #require(plan.workloads[0].chosen)
    #expect(chosen.form == .vm && detail(chosen, "concurrency") != nil && detail(chosen, "queue_load") == nil)
  }

  @Test(arguments: ["", ", arrivals: spread", ", arrivals: spread, widths: mixed", ", restartable: true"])
  func `the exhaustive search finds the same machines`(extra: String) throws {
    let text = lot(place: "regions: [eu-west-1, eu-north-1]", extra: extra, pool: "pool: [racks, desktops]")
    let pruned = try plan(text)
    let exhaustive = try #require(PlanFixture.plan(text, isExhaustive: true))
    #expect(pruned.perMonth == exhaustive.perMonth)
    #expect(pruned.workloads[0].chosen?.label == exhaustive.workloads[0].chosen?.label)
  }

  @Test func `what users wait for is never put on a batch queue`() throws {
    let plan = try plan(PlanFixture.shop())
    let api = plan.workloads[0]
    #expect(api.chosen?.model != .grid)
    let miss = try #require(api.alternatives.first { $0.model == .grid }?.rejected)
    #expect(miss.constraint == "latency.p99" && miss.value == 9 * 3600.0 && miss.limit == 0.7)
  }

  @Test func `a fleet that is not there is named`() {
    #expect(PlanFixture.plan(lot(pool: "pool: [rack]")) == nil)
  }
}
