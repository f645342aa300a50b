import Foundations
import Spec
import Testing

@testable import Planning

/// Ranges are honoured at both ends, and widen what they should.
struct RangeTests {
  private func spec(rate: String, cpu: String = "20 ms", confidence: String = "90%", place: String = "") -> String {
    """
    planner: 1
    name: ranged
    horizon: 0 months
    confidence: \(confidence)
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {\(place)providers: [aws], regions: [eu-central-1]}
    workloads:
      api:
        kind: service
        demand: {rate: \(rate)}
        work: {cpu: \(cpu)}
        slo: {availability: 99.9%, latency: {p99: 400 ms}}
    """
  }

  @Test func `objectives hold with the confidence asked for`() throws {
    for confidence in ["60%", "80%", "95%"] {
      let plan = try #require(
        PlanFixture.plan(spec(rate: "60..240 /s", cpu: "{mid: 20 ms, spread: 40%}", confidence: confidence)))
      for slo in plan.workloads[0].slo {
        let probability = try #require(slo.probability)
        #expect(probability >= plan.ranges?.confidence ?? 1, "\(confidence) \(slo.id)")
        #expect(slo.met == true)
      }
    }
  }

  @Test func `more confidence and wider ranges never cost less machines`() throws {
    func machines(_ text: String) throws -> Double {
      let site = try #require(PlanFixture.plan(text)?.workloads[0].chosen?.sites.first)
      let machine = try #require(PlanFixture.catalog.machine("aws:\(site.machine ?? "")"))
      return Double(site.count) * machine.vcpus * (machine.speed ?? 0)
    }
    let vms = "forms: [vm], "
    let exact = try machines(spec(rate: "120/s", place: vms))
    let wide = try machines(spec(rate: "60..240 /s", place: vms))
    let wider = try machines(spec(rate: "{low: 30/s, mid: 120/s, high: 480/s}", place: vms))
    #expect(exact <= wide && wide <= wider)
  }

  @Test func `the spread of the cost is ordered and its driver named`() throws {
    let plan = try #require(PlanFixture.plan(spec(rate: "60..240 /s", cpu: "{mid: 20 ms, spread: 5%}")))
    let ranges = try #require(plan.ranges)
    let spread = try #require(ranges.perMonth)
    #expect(spread.p10 < spread.p50 && spread.p50 < spread.p90)
    #expect(abs(spread.expected - plan.perMonth.double) < 1e-6 * spread.expected)
    #expect(ranges.drivers.first?.path == "workloads.api.demand.rate")
    #expect(
      plan.workloads[0].chosen?.lines.reduce(Money.zero) { $0 + $1.perMonth } == plan.workloads[0].chosen?.perMonth)
  }

  @Test func `draws have the stated percentiles`() throws {
    let amount = Amount(
      low: 10, mid: 40, high: 100, decimal: Money(40), dimension: .rate, span: SourceSpan(0, 0), path: "x")
    let points = RangeStudy.points([amount], count: 4096, seed: 1)
    let values = points.map { $0.value(amount) }.sorted()
    for (index, expected) in [(205, 10.0), (2048, 40), (3891, 100)] {
      #expect(abs(values[index] / expected - 1) < 0.01)
    }
  }
}
