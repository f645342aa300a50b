import Foundations
import Testing

@testable import Planning

/// Break-evens say where the decision turns: just beyond, it does.
struct BreakEvenTests {
  private func api(rate: String, forms: String, latency: String = "", region: String = "us-east-1") -> String {
    """
    planner: 1
    name: turning
    horizon: 0 months
    users: {us: {at: Chicago, share: 100%, access: fiber}}
    place: {providers: [aws], regions: [\(region)], forms: [\(forms)]}
    workloads:
      api:
        kind: service
        demand: {rate: \(rate), peak: 1x, variability: 1}
        work: {cpu: 20 ms, memory: 512 MiB}
        slo: {availability: 99.9%\(latency)}
    """
  }

  private func figure(_ rule: String, _ text: String) throws -> BreakEvenFigure {
    let plan = try #require(PlanFixture.plan(text))
    return try #require(plan.workloads[0].breakEvens.first { $0.rule == rule })
  }

  @Test func `functions cost as much as machines at the rate where they turn`() throws {
    let text = api(rate: "40/s", forms: "vm, functions")
    let value = try #require(try figure("B7", text).value)
    #expect(try figure("B7", text).now == 40)
    func cost(_ rate: Double, _ form: String) throws -> Double {
      let chosen = try #require(PlanFixture.plan(api(rate: "\(rate)/s", forms: form))?.workloads[0].chosen)
      return chosen.lines.reduce(0) { $1.item == "to the internet" ? $0 : $0 + $1.perMonth.double }
    }
    #expect(abs(try cost(value, "functions") / cost(40, "vm") - 1) < 1e-6)
  }

  @Test func `the longest path that keeps an objective is longer than the one that does`() throws {
    let loose = try figure("B1b", api(rate: "40/s", forms: "vm", latency: ", latency: {p99: 400 ms}"))
    #expect(!loose.holds && (loose.value ?? 0) > (loose.now ?? .infinity))
    // From Sydney nothing in Virginia answers within 180 ms.
    let far = api(rate: "40/s", forms: "vm", latency: ", latency: {p99: 180 ms}", region: "ap-southeast-2")
    #expect(PlanFixture.plan(far)?.workloads[0].chosen == nil)
    let tighter = try figure("B1b", api(rate: "40/s", forms: "vm", latency: ", latency: {p99: 300 ms}"))
    #expect((tighter.value ?? 0) < (loose.value ?? 0))
  }

  @Test func `gateways pay from the volume that their filter keeps away`() throws {
    func text(_ rate: String) -> String {
      """
      planner: 1
      name: cameras
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1]}
      devices:
        cams: {count: 100, at: Munich, uplink: {access: cable, up: 100 Mbit/s}}
        boxes: {sites: 10, at: Munich, serves: cams, uplink: {access: 5g, up: 100 Mbit/s}, \
      hardware: {cores: 8, memory: 8 GiB, price: 900 USD, watts: 30, owned: false}}
      workloads:
        watch: {kind: device, fleet: cams, produces: {rate: \(rate), size: 50 KB}, passes: 10%, \
      calls: [{to: clips, async: true}], place: {topology: [fog]}}
        clips: {kind: stream, broker: kafka, events: {rate: 0/s, size: 50 KB}}
      """
    }
    let small = try figure("B1", text("1/h"))
    #expect(!small.holds)
    let large = try figure("B1", text("5/s"))
    #expect(large.holds)
    // 100 cameras of 5 frames of 50 KB a second, over ten sites.
    #expect(abs((large.now ?? 0) - 100 * 5 * 50_000 * 730 * 3600 / 1e9 / 10) < 1e-6)
  }

  @Test func `what staying in an area costs is said`() throws {
    let text = api(rate: "40/s", forms: "vm").replacing("regions: [us-east-1]", with: "residency: [DE]")
    let why = try #require(PlanFixture.plan(text)?.workloads[0].why)
    #expect(why.contains { $0.hasPrefix("Staying in DE costs") })
  }
}
