import Catalog
import Foundations
import Spec
import Testing

@testable import Planning

/// Served models in plans: what must win wins, what must lose says why.
struct ServingPlanTests {
  private func chat(
    rate: String = "4/s", ttft: String = "1 s", tpot: String = "50 ms", model: String = "{name: Llama-3.1-8B}",
    extra: String = "", providers: String = "[aws]", regions: String = "[us-east-1, eu-central-1, eu-north-1]"
  ) -> String {
    """
    planner: 1
    name: chat
    horizon: 0 months
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {providers: \(providers), regions: \(regions)}
    workloads:
      chat:
        kind: inference
        demand: {rate: \(rate), peak: 2x}
        model: \(model)
        tokens: {in: 1000, out: 250}
        \(extra)
        slo: {latency: {ttft: \(ttft), tpot: \(tpot)}}
    """
  }

  private func cost(_ text: String) -> Money? {
    guard let plan = PlanFixture.plan(text), plan.verdict != .infeasible else { return nil }
    return plan.perMonth
  }

  private let api =
    "api: {name: hosted, input: 0.2 USD/Mtok, output: 0.8 USD/Mtok, ttft: 700 ms, tpot: 15 ms, residency: [US]}"

  @Test func `the exhaustive search finds the same fleet`() throws {
    for model in ["{name: Llama-3.1-8B}", "{name: Llama-3.3-70B, precision: fp8}"] {
      let text = chat(model: model, providers: "[aws, gcp]", regions: "[us-east-1, eu-west-1, us-central1]")
      let pruned = try #require(PlanFixture.plan(text))
      let exhaustive = try #require(PlanFixture.plan(text, isExhaustive: true))
      #expect(pruned.perMonth == exhaustive.perMonth)
      #expect(pruned.workloads.map { $0.chosen?.label } == exhaustive.workloads.map { $0.chosen?.label })
    }
  }

  @Test func `tighter times and more load never cost less`() {
    var last = Money.zero
    for ttft in ["2 s", "500 ms", "250 ms"] {
      guard let cost = cost(chat(rate: "30/s", ttft: ttft)) else { continue }
      #expect(cost >= last, "\(ttft)")
      last = cost
    }
    #expect(last > .zero)
    last = .zero
    for tpot in ["100 ms", "30 ms", "12 ms"] {
      guard let cost = cost(chat(rate: "30/s", tpot: tpot)) else { continue }
      #expect(cost >= last, "\(tpot)")
      last = cost
    }
    last = .zero
    for rate in [1, 10, 40, 41] {
      let cost = cost(chat(rate: "\(rate)/s"))
      #expect(cost != nil && cost ?? .zero >= last, "\(rate)/s")
      last = cost ?? last
    }
  }

  @Test func `objectives are predicted, and the fleet keeps them`() throws {
    let plan = try #require(PlanFixture.plan(chat()))
    let result = plan.workloads[0]
    let chosen = try #require(result.chosen)
    #expect(chosen.model == .gpu && chosen.form == .gpuServing)
    #expect(result.slo.map(\.objective).sorted() == ["latency.tpot.p95", "latency.ttft.p95"])
    for objective in result.slo { #expect(objective.met == true, "\(objective)") }
    let serving = try #require(chosen.serving)
    #expect(serving.gpu != nil && serving.precision != nil && (serving.tensorParallel ?? 0) >= 1)
    let first = try #require(serving.firstToken)
    #expect(first.p50 < first.p95 && first.p95 < first.p99)
    let sum = chosen.lines.reduce(Money.zero) { $0 + $1.perMonth }
    #expect(sum == chosen.perMonth)
    #expect(result.alternatives.contains { $0.serving?.gpu != nil && $0.serving?.gpu != serving.gpu })
  }

  @Test func `an API wins at little load and own accelerators at much`() throws {
    let small = try #require(PlanFixture.plan(chat(rate: "0.2/s", extra: api)))
    #expect(small.workloads[0].chosen?.form == .modelAPI)
    #expect(small.workloads[0].why.contains { $0.contains("B6") })
    let large = try #require(PlanFixture.plan(chat(rate: "60/s", extra: api)))
    #expect(large.workloads[0].chosen?.form == .gpuServing)
    #expect(large.workloads[0].why.contains { $0.contains("B6") && $0.contains("API") })
  }

  @Test func `an API loses on residency, an unknown price, its limit and its times`() throws {
    let cases: [(api: String, place: String, constraint: String)] = [
      (api, "place: {providers: [aws], residency: [EU]}", "residency"),
      ("api: {name: hosted, input: 0.2 USD/Mtok, ttft: 700 ms, tpot: 15 ms}", "", "price-unknown"),
      (api.replacing(", residency: [US]", with: ", limit: 60 tok/s"), "", "throughput"),
      (api.replacing("ttft: 700 ms", with: "ttft: 4 s"), "", "latency.ttft.p95"),
      (api.replacing("tpot: 15 ms, ", with: ""), "", "latency.tpot.p95"),
    ]
    for entry in cases {
      let lines = entry.place.isEmpty ? entry.api : "\(entry.api)\n    \(entry.place)"
      let plan = try #require(PlanFixture.plan(chat(rate: "0.2/s", extra: lines)), "\(entry)")
      let result = plan.workloads[0]
      #expect(result.chosen?.form == .gpuServing, "\(entry.constraint)")
      let lost = result.alternatives.first { $0.form == .modelAPI }
      #expect(lost?.rejected?.constraint == entry.constraint, "\(entry.constraint): \(lost?.rejected as Any)")
    }
  }

  @Test func `what does not fit is ruled out with both sizes`() throws {
    let plan = try #require(PlanFixture.plan(chat(model: "{name: Llama-3.1-405B, precision: bf16}", regions: "['*']")))
    let miss = try #require(
      plan.workloads[0].alternatives.compactMap(\.rejected).first { $0.constraint == "memory" })
    #expect((miss.value ?? 0) > 811e9 && (miss.limit ?? 0) < miss.value ?? 0)
  }

  @Test func `models below the quality asked for are left out`() throws {
    let extra = """
      candidates: [{model: Llama-3.1-8B, quality: 70%}, {model: Llama-3.3-70B, quality: 84%}]
          quality: {minimum: 80%}
      """
    let plan = try #require(PlanFixture.plan(chat(extra: extra)))
    #expect(plan.workloads[0].chosen?.serving?.model == "Llama-3.3-70B")
    let lost = plan.workloads[0].alternatives.compactMap(\.rejected).first { $0.constraint == "quality" }
    #expect(lost?.value == 0.7 && lost?.limit == 0.8)
  }

  @Test func `caches take load off the model`() throws {
    let plain = try #require(cost(chat(rate: "40/s")))
    let cached = try #require(cost(chat(rate: "40/s", extra: "cache: {hits: 40%}")))
    let prefix = try #require(
      cost(chat(rate: "40/s").replacing("out: 250", with: "out: 250, prefix: 800")))
    #expect(cached < plain)
    #expect(prefix <= plain)
  }

  @Test func `other networks keep their percentile with what was measured`() throws {
    let text = """
      planner: 1
      name: vision
      horizon: 0 months
      place: {providers: [aws], regions: [us-east-1]}
      workloads:
        see:
          kind: inference
          demand: {rate: 300/s, peak: 1x}
          model: {name: my-net, batch_limit: 16}
          measured: [{hardware: T4, base: 2 ms, per_item: 1 ms}, {hardware: 'aws:c7i.2xlarge', per_item: 40 ms}]
          slo: {latency: {p99: 40 ms, from: gateway}}
      """
    let plan = try #require(PlanFixture.plan(text))
    let chosen = try #require(plan.workloads[0].chosen)
    #expect(chosen.serving?.gpu == "T4")
    #expect(plan.workloads[0].slo.first?.met == true)
    // On the processor one item takes the whole limit.
    let cpu = plan.workloads[0].alternatives.first { $0.form == .vm }
    #expect(cpu?.rejected?.constraint == "latency.p99")
  }

  @Test func `a model nobody knows is named with its nearest`() {
    let source = SourceText(name: "t", bytes: Array(chat(model: "{name: Lama-3.1-8B}").utf8))
    guard let spec = SpecDecoder.decode(source, words: PlanFixture.words).spec else {
      Issue.record("the spec does not decode")
      return
    }
    var builder = ProblemBuilder(spec: spec, catalog: PlanFixture.catalog)
    #expect(builder.problem(month: 0) == nil)
    #expect(builder.diagnostics.contains { $0.help?.contains("Llama-3.1-8B") == true })
  }

  @Test func `a fleet's own accelerators compete where their data sheet is known`() throws {
    func sites(_ model: String, _ hardware: String) -> String {
      """
      planner: 1
      name: gates
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1]}
      devices:
        boxes: {sites: 6, at: Munich, serves: see, hardware: {name: \(hardware), price: 499 USD, watts: 15}}
      workloads:
        see:
          kind: inference
          demand: {rate: 90/s, peak: 1x}
          model: \(model)
          slo: {latency: {p99: 20 s, from: gateway}}
      """
    }
    let small = try #require(
      PlanFixture.plan(sites("{flops: 20e9, bytes: 200 KB, precision: int8}", "jetson-orin-nano")))
    #expect(small.workloads[0].chosen?.form == .fogGateways)
    #expect(small.workloads[0].chosen?.serving?.gpu == "Jetson-Orin-Nano-Super-8")
    let large = try #require(
      PlanFixture.plan(sites("{name: Llama-3.1-8B, precision: bf16}", "jetson-orin-nano")))
    let lost = large.workloads[0].alternatives.first { $0.form == .fogGateways }?.rejected
    #expect(lost?.constraint == "memory" && (lost?.value ?? 0) > (lost?.limit ?? .infinity))
    let unknown = try #require(PlanFixture.plan(sites("{flops: 20e9}", "no-name-box")))
    #expect(
      unknown.workloads[0].alternatives.first { $0.form == .fogGateways }?.rejected?.constraint == "hardware")
  }
}
