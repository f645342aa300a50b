import Catalog
import Formulas
import Foundations
import Testing

@testable import Planning

/// Served models in operation: shares of accelerators, caches of answers, canaries, going back.
struct ServingOperationTests {
  private func spec(_ model: String, rate: String, extra: String, slo: String) -> String {
    """
    planner: 1
    name: serve
    horizon: 0 months
    place: {providers: [aws], regions: [us-east-1]}
    workloads:
      serve:
        kind: inference
        demand: {rate: \(rate), peak: 1x}
        model: \(model)
        \(extra)
        slo: {\(slo)}
    """
  }

  private func chosen(_ text: String) throws -> PlacedWorkload {
    try #require(PlanFixture.plan(text)?.workloads.first?.chosen)
  }

  private func value(_ placed: PlacedWorkload, _ name: String) -> Double? {
    placed.details.first { $0.name == name }?.value
  }

  @Test func `little load rents a share of an accelerator, much a whole one`() throws {
    let network = "{flops: 8e9, bytes: 150 KB, precision: int8}"
    let slo = "latency: {p99: 100 ms, from: gateway}"
    let small = try chosen(spec(network, rate: "20/s", extra: "", slo: slo))
    #expect(small.serving?.gpu == "1/8 L4" && small.serving?.costBand == 0.5)
    let large = try chosen(spec(network, rate: "9000/s", extra: "", slo: slo))
    #expect(large.serving?.gpu?.contains("/") == false)
    // What a share has not been measured on is not promised there.
    let measured = try chosen(
      spec("{name: net}", rate: "20/s", extra: "measured: [{hardware: L4, base: 1 ms, per_item: 1 ms}]", slo: slo))
    #expect(measured.serving?.gpu == "L4")
    // Eight billion parameters of two bytes find no room in 3 GB.
    let language = try chosen(
      spec(
        "{name: Llama-3.1-8B, precision: bf16}", rate: "0.1/s", extra: "tokens: {in: 500, out: 100}",
        slo: "latency: {ttft: 2 s}"))
    #expect(language.serving?.gpu?.hasPrefix("1/8") == false)
  }

  private func chat(_ extra: String, rate: String = "10/s", slo: String = "latency: {ttft: 1 s}") -> String {
    spec("{name: Llama-3.1-8B, precision: bf16}", rate: rate, extra: "tokens: {in: 1000, out: 250}\n    " + extra, slo: slo)
  }

  @Test func `a cache of answers costs the nodes that hold them and a lookup of every request`() throws {
    let plain = try chosen(chat(""))
    let exact = try chosen(chat("cache: {hits: 30%, kind: exact, retention: 2d}"))
    let semantic = try chosen(chat("cache: {hits: 30%, retention: 2d}"))
    // 7 of 10 answers a second are new; each is 1,250 tokens of four bytes, and a vector.
    let bytes = 7.0 * 2 * 86_400 * 5000 * 1.3
    #expect(abs((value(exact, "cache_memory") ?? 0) / bytes - 1) < 1e-9)
    #expect(abs((value(semantic, "cache_memory") ?? 0) / (bytes * 9096 / 5000) - 1) < 1e-9)
    let line = try #require(exact.lines.first { $0.item.hasPrefix("cache of answers") })
    let nodes = PlanFixture.catalog.managedNodes(.cache, region: "aws:us-east-1").filter { $0.speed != nil }
    let least = nodes.compactMap { node -> Double? in
      node.price.amount.map { $0.double * (bytes / (0.75 * node.memoryBytes)).rounded(.up) * 730 }
    }.min()
    #expect(abs(line.perMonth.double / (least ?? 0) - 1) < 1e-6)
    #expect(value(exact, "cache_wrong") == nil && abs((value(semantic, "cache_wrong") ?? 0) - 0.009) < 1e-12)
    // A request that is not found waits for the lookup as well.
    let (one, two) = (try #require(exact.latency), try #require(semantic.latency))
    #expect(one.hops.contains { $0.name.contains("lookup") && abs($0.figures.p50 - 0.001) < 1e-9 })
    #expect(two.hops.contains { $0.name.contains("lookup") && abs($0.figures.p50 - 0.01) < 1e-9 })
    #expect(plain.details.allSatisfy { !$0.name.hasPrefix("cache") })
  }

  @Test func `hits beyond what was ever published are pointed out`() throws {
    #expect(value(try chosen(chat("cache: {hits: 45%, kind: exact}")), "cache_hits_published") == 0.3)
    #expect(value(try chosen(chat("cache: {hits: 45%}")), "cache_hits_published") == nil)
    #expect(value(try chosen(chat("cache: {hits: 80%}")), "cache_hits_published") == 0.69)
  }

  @Test func `going back reads the weights, or keeps two versions in memory`() throws {
    let placed = try chosen(chat("", slo: "latency: {ttft: 1 s}, availability: 99%"))
    // 8.03e9 parameters of two bytes at 0.31 GB/s, and 20 s of the engine.
    let seconds = 8.03e9 * 2 / 0.31e9 + 20
    #expect(abs((value(placed, "rollback") ?? 0) / seconds - 1) < 0.01)
    #expect(abs((value(placed, "rollback_budget") ?? 0) / (seconds / (0.01 * 28 * 86_400)) - 1) < 0.01)
    let resident = try #require(value(placed, "rollback_resident"))
    let limit = try #require(placed.serving?.batchLimit)
    #expect(resident < limit)
  }

  @Test func `a canary takes its share until the drop is seen, and is paid for so long`() throws {
    let placed = try chosen(chat("drift: {check: 6h, retrain: 10 days}"))
    let copies = Double(placed.sites[0].count)
    let requests = 2 * (1.959964 + 0.841621) * (1.959964 + 0.841621) * 0.25 / 1e-4
    let seconds = min(max(requests * (copies + 1) / 10, 3600), 72 * 3600)
    #expect(abs((value(placed, "canary") ?? 0) / seconds - 1) < 1e-4)
    let line = try #require(placed.lines.first { $0.item.hasPrefix("canary") })
    #expect(abs(line.quantity / (seconds / 3600 * 73) * 24 - 1) < 1e-3)
    // Hours a month over an interval of 240.
    let rare = try chosen(chat("drift: {check: 6h, retrain: 10 days}", rate: "0.05/s"))
    #expect(value(rare, "canary") == 72 * 3600 && (value(rare, "canary_drop") ?? 0) > 0.01)
  }

  @Test func `a stretched path is as much slower at every percentile`() {
    let path = PathNode.series([
      .hop("a", .lognormal(mean: 0.1, scv: 0.5)),
      .mixture([(0.3, .hop("b", .constant(0.2))), (0.7, .parallel([.hop("c", .time(mean: 0.1, scv: 1))]))]),
      .hop("d", .quantiles([0.1, 0.2, 0.4])),
    ])
    for p in [0.5, 0.95, 0.99] {
      let (one, three) = (PathModel.percentile(p, path), PathModel.percentile(p, path.stretched(by: 3)))
      #expect(abs(three / one / 3 - 1) < 1e-3)
    }
  }
}
