import Foundations
import Testing

@testable import Planning

/// For what the edge can serve: where it wins, and where it loses, with the constraint and its number.
struct EdgeContestTests {
  private func service(
    _ work: String = "cpu: 4 ms, memory: 96 MB", slo: String = "{availability: 99.5%}", rate: String = "40/s",
    forms: String = "edge-functions", calls: String = "", providers: String = "aws, cloudflare"
  ) -> String {
    """
    planner: 1
    name: contest
    horizon: 0 months
    users:
      far: {at: Sydney, share: 50%, access: fiber}
      near: {at: Dublin, share: 50%, access: fiber}
    place: {providers: [\(providers)], regions: [eu-west-1]}
    workloads:
      api:
        kind: service
        place: {forms: [\(forms)]}
        demand: {rate: \(rate), peak: 1x}
        work: {\(work)}
        slo: \(slo)\(calls)
    """
  }

  private let data = """

        calls: [{to: data, times: 3}]
      data: {kind: store, data: {size: 1 GB, class: cache}}
    """

  @Test func `a limit of 45 ms for users far away is kept at points of presence alone`() throws {
    let text = service(slo: "{latency: {p95: 45 ms}}", forms: "vm, containers, functions, edge-functions")
    let api = try #require(PlanFixture.plan(text)?.workloads[0])
    #expect(api.chosen?.form == .edgeFunctions)
    let clouds = api.alternatives.filter { $0.model == .cloud }
    #expect(!clouds.isEmpty)
    for cloud in clouds {
      #expect(cloud.rejected?.constraint == "latency.p95" && cloud.rejected?.limit == 0.045)
      #expect((cloud.rejected?.value ?? 0) > 0.2)
    }
  }

  @Test(arguments: [
    ("cpu", "cpu: 20 s, memory: 96 MB", 30.0), ("memory", "cpu: 4 ms, memory: 256 MB", 128e6),
    ("body", "cpu: 4 ms, memory: 96 MB, response: 200 MB", 100e6),
  ]) func `a function over the limits of a platform is refused there`(
    constraint: String, work: String, limit: Double
  ) throws {
    let api = try #require(PlanFixture.plan(service(work, providers: "aws, cloudflare"))?.workloads[0])
    let misses = ([api.chosen].compactMap(\.self) + api.alternatives).compactMap(\.rejected)
    let found = try #require(misses.first { $0.constraint == constraint && $0.limit == limit })
    #expect((found.value ?? 0) > limit && (found.by.contains("Workers") || found.by.contains("Lambda@Edge")))
  }

  @Test func `scripts of a content network are the cheapest for a header, and call nothing`() throws {
    let tiny = service("cpu: 50 us, variability: 0.1, memory: 1 MB, response: 1 KB", providers: "aws")
    let chosen = try #require(PlanFixture.plan(tiny)?.workloads[0].chosen)
    #expect(chosen.details.first { $0.name == "platform" }?.text == "CloudFront Functions")
    // 40 a second over a month, two million of them free, at 0.10 USD a million.
    let line = try #require(chosen.lines.first { $0.category == "requests" })
    #expect(abs(line.quantity - (40 * 2.628 - 2)) < 1e-9 && line.unitPrice == Money(0.1))
    let calling = try #require(
      PlanFixture.plan(service("cpu: 50 us, variability: 0.1, memory: 1 MB", calls: data, providers: "aws")))
    #expect(calling.workloads[0].chosen?.details.first { $0.name == "platform" }?.text == "Lambda@Edge")
    let slow = try #require(
      PlanFixture.plan(service("cpu: 2 ms, memory: 1 MB", providers: "aws"))?.workloads[0].chosen)
    #expect(slow.details.first { $0.name == "platform" }?.text == "Lambda@Edge")
  }

  @Test func `what keeps asking a store in the region gains nothing at the edge`() throws {
    let text = service(slo: "{latency: {p95: 400 ms}}", calls: data)
    let rejection = try #require(PlanFixture.plan(text)?.workloads[0].alternatives.compactMap(\.rejected).first)
    // Three round trips from Sydney instead of one.
    #expect(rejection.constraint == "latency.p95" && (rejection.value ?? 0) > 0.7)
    let cloud = try #require(PlanFixture.plan(text.replacing("forms: [edge-functions]", with: "forms: [vm]")))
    #expect(cloud.workloads[0].chosen?.form == .vm)
  }

  @Test func `sites lose on their size, and on availability that one line cannot give`() throws {
    let big = try #require(
      PlanFixture.plan(service("cpu: 50 ms, memory: 1 GiB", rate: "4000/s", forms: "edge-nodes"))?.workloads[0])
    let cap = try #require(big.alternatives.compactMap(\.rejected).first)
    #expect(cap.constraint == "site-cap" && cap.limit == 12 && (cap.value ?? 0) > 12)
    let high = try #require(
      PlanFixture.plan(service(slo: "{availability: 99.99%}", forms: "edge-nodes"))?.workloads[0])
    let low = try #require(high.alternatives.compactMap(\.rejected).first)
    #expect(low.constraint == "availability" && (low.value ?? 1) < 0.9991)
  }

  private func model(_ model: String, slo: String, models: String = "edge, gpu") -> String {
    """
    planner: 1
    name: vision
    horizon: 0 months
    users: {shops: {at: Sydney, share: 100%, access: 4g}}
    place: {providers: [aws], regions: [eu-central-1]}
    devices:
      boxes: {sites: 20, at: Sydney, serves: detect, online: 99.9%, uplink: {access: 4g}, \
    hardware: {name: jetson-orin-nano, cores: 6, memory: 8 GiB, watts: 15, price: 499 USD, owned: false}}
    workloads:
      detect:
        kind: inference
        place: {run_on: [\(models)]}
        demand: {rate: 20/s, peak: 1x}
        model: {\(model)}
        slo: \(slo)
    """
  }

  @Test func `a small network runs at the shop, a large one does not fit there`() throws {
    let small = try #require(
      PlanFixture.plan(model("flops: 8.2e9, bytes: 600 KB", slo: "{latency: {p95: 150 ms}}"))?.workloads[0])
    #expect(small.chosen?.model == .edge)
    let gpu = try #require(small.alternatives.first { $0.model == .gpu }?.rejected)
    #expect(gpu.constraint == "latency.p95" && (gpu.value ?? 0) > 0.15)
    let large = try #require(
      PlanFixture.plan(
        model("name: llama-3.1-70b", slo: "{availability: 99%}", models: "edge").replacing(
          "demand: {rate: 20/s", with: "tokens: {in: 200, out: 50}\n    demand: {rate: 0.5/s"))?.workloads[0])
    let memory = try #require(large.alternatives.compactMap(\.rejected).first)
    #expect(large.chosen == nil && memory.constraint == "memory")
    #expect((memory.value ?? 0) > 100e9 && (memory.limit ?? 1e12) < 10e9)
  }
}
