import Foundations
import Testing

@testable import Planning

/// Objectives of models on what goes on after the answer and on the rate carried, and how their fleets are paid.
struct ServingObjectivesTests {
  private func spec(_ slo: String, extra: String = "", head: String = "", rate: String = "4/s") -> String {
    """
    planner: 1
    name: serve
    horizon: 0 months
    \(head)
    place: {providers: [aws], regions: [us-east-1]}
    workloads:
      chat:
        kind: inference
        demand: {rate: \(rate), peak: 1x}
        model: {name: Llama-3.1-8B, precision: bf16}
        tokens: {in: 1000, out: 250}
        \(extra)
        slo: {\(slo)}
    """
  }

  private func result(_ text: String) throws -> WorkloadResult {
    try #require(PlanFixture.plan(text)?.workloads.first { $0.name == "chat" })
  }

  @Test func `the completion of a model that sets nothing off is its answer`() throws {
    let result = try result(spec("completion: {p99: 60 s}, latency: {p99: 60 s, from: gateway}"))
    let done = try #require(result.slo.first { $0.objective == "completion.p99" })
    let answer = try #require(result.slo.first { $0.objective == "latency.p99" })
    #expect(done.met == true)
    #expect(abs((done.predicted ?? 0) - (answer.predicted ?? 1)) < 1e-9)
    // First token and 249 more, each at its own mean at least.
    let serving = try #require(result.chosen?.serving)
    let mean = (serving.firstToken?.mean ?? 0) + 249 * (serving.perToken?.mean ?? 0)
    #expect((done.predicted ?? 0) > mean && (done.predicted ?? 0) < 1.5 * mean)
  }

  @Test func `a completion too short is refused by every accelerator with its value`() throws {
    let result = try result(spec("completion: {p99: 20 ms}"))
    #expect(result.chosen == nil)
    let lost = result.alternatives.compactMap(\.rejected).filter { $0.constraint == "completion.p99" }
    #expect(!lost.isEmpty && lost.allSatisfy { ($0.value ?? 0) > 0.02 && $0.limit == 0.02 })
  }

  @Test func `work set off behind the answer counts for completion alone`() throws {
    let audit = """

        audit:
          kind: service
          demand: from-calls
          work: {cpu: 5 s, memory: 1 GiB, variability: 1}
      """
    let text = spec("completion: {p99: 120 s}", extra: "calls: [{to: audit, async: true}]") + audit
    let plain = try #require(try result(spec("completion: {p99: 120 s}")).slo.first?.predicted)
    let behind = try result(text)
    // An exponential time of 5 s on a core at most twice as fast: p99 at 11.5 s or later.
    #expect((behind.slo.first?.predicted ?? 0) > 4.6 * 2.5)
    #expect((behind.slo.first?.predicted ?? 0) > plain)
    #expect((behind.chosen?.latency?.total.p99 ?? 1e9) < behind.slo.first?.predicted ?? 0)
  }

  @Test func `a stated throughput sizes the fleet by the saturation of its copies`() throws {
    for (rate, hits) in [(40.0, 0.0), (90, 0), (90, 0.5)] {
      let extra = hits > 0 ? "cache: {hits: 50%}" : ""
      let result = try result(spec("throughput: \(rate)/s", extra: extra))
      let serving = try #require(result.chosen?.serving)
      let carried = try #require(result.slo.first?.predicted)
      // Tokens a second of all copies over the tokens of a request, at 85 % of it, hits on top.
      let own = (serving.capacityPerSecond ?? 0) / 250 * 0.85 / (1 - hits)
      #expect(abs(carried / own - 1) < 1e-9)
      #expect(carried >= rate)
      let fewer = carried * Double(serving.copies - 1) / Double(serving.copies)
      #expect(serving.copies == 1 || fewer < rate)
    }
  }

  @Test func `an API without a limit promises no throughput`() throws {
    let api =
      "api: {name: hosted, input: 0.01 USD/Mtok, output: 0.01 USD/Mtok, ttft: 700 ms, tpot: 15 ms"
    let open = try result(spec("throughput: 10/s", extra: api + "}"))
    let miss = open.alternatives.first { $0.form == .modelAPI }?.rejected
    #expect(miss?.constraint == "throughput" && miss?.value == nil)
    // 1250 tokens a request.
    let limited = try result(spec("throughput: 10/s", extra: api + ", limit: 750000 tok/min}", rate: "1/s"))
    #expect(limited.chosen?.form == .modelAPI)
    #expect(abs((limited.slo.first?.predicted ?? 0) - 10) < 1e-9)
    let short = try result(spec("throughput: 10.1/s", extra: api + ", limit: 750000 tok/min}", rate: "1/s"))
    #expect(short.chosen?.form == .gpuServing)
  }

  @Test func `accelerators that are always needed are committed to, and the lines add up`() throws {
    let head = "prices: {commitment: {allow: [on-demand, 1y, 3y]}}"
    let steady = try result(spec("latency: {ttft: 1 s}", head: head, rate: "90/s"))
    #expect(steady.chosen?.sites.first?.purchase == .threeYears)
    let shrinking = try result(
      spec("latency: {ttft: 1 s}", head: head.replacing(", 3y", with: "") + "\ngrowth: -9%/month", rate: "300/s"))
    let placed = try #require(shrinking.chosen)
    #expect(placed.sites.map(\.purchase) == [.oneYear, .onDemand])
    #expect(placed.lines.reduce(Money.zero) { $0 + $1.perMonth } == placed.perMonth)
    // As long as the load of the last months is above the break-even share of its first.
    let kept = Double(placed.sites[0].count) / Double(placed.sites[0].count + placed.sites[1].count)
    #expect(kept > 0.3 && kept < 1)
  }
}
