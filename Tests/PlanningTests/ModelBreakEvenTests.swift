import Catalog
import Formulas
import Foundations
import Placement
import Testing

@testable import Planning

/// Where decisions about models turn, against the costs on both sides written out; and what training needs besides.
struct ModelBreakEvenTests {
  private func both(_ extra: String = "", rank: String = "25e9", memory: String = "fp8") -> String {
    """
    planner: 1
    name: pool
    horizon: 0 months
    place: {providers: [aws], regions: [us-east-1]}
    workloads:
      chat:
        kind: inference
        demand: {rate: 1/s, peak: 3x}
        model: {name: Llama-3.1-8B, precision: \(memory)}
        tokens: {in: 800, out: 200}
        drift: {check: 1d, retrain: 30 days}
        api: {name: hosted, input: 0.2 USD/Mtok, output: 0.8 USD/Mtok, ttft: 700 ms, tpot: 15 ms}
        cache: {hits: 20%, kind: exact, retention: 1d}
        place: {forms: [gpu-serving]}
        slo: {latency: {ttft: 1 s, tpot: 60 ms}}
      rank:
        kind: inference
        demand: {rate: 200/s, peak: 2x}
        model: {flops: \(rank), bytes: 150 KB, precision: int8}
        slo: {latency: {p99: 200 ms, from: gateway}}
      \(extra)
    """
  }

  private let tune = """
    tune:
        kind: training
        model: {name: Llama-3.1-8B}
        tokens: 0.1e9
        every: 30 days
        slo: {deadline: 60 h}
    """

  private func plan(_ text: String) throws -> Plan { try #require(PlanFixture.plan(text)) }

  private func figure(_ plan: Plan, _ rule: String, _ name: String) -> BreakEvenFigure? {
    plan.workloads.first { $0.name == name }?.breakEvens.first { $0.rule == rule }
  }

  @Test func `at the utilisation of B6 both cost the same`() throws {
    let plan = try plan(both())
    let turn = try #require(figure(plan, "B6", "chat"))
    let own = try #require(plan.workloads.first { $0.name == "chat" }?.chosen)
    // Requests a second at that share of the capacity, at the API's prices.
    let requests = (turn.value ?? 0) * (own.serving?.capacityPerSecond ?? 0) / 200
    let api = requests * 730 * 3600 * (800 * 0.2 + 200 * 0.8) / 1e6
    #expect(abs(api / own.perMonth.double - 1) < 1e-6)
    #expect(turn.holds == ((turn.now ?? 0) > (turn.value ?? 1)))
  }

  @Test func `at the hits of B8 the cache costs what it saves`() throws {
    let plan = try plan(both())
    let turn = try #require(figure(plan, "B8", "chat"))
    let lines = try #require(plan.workloads.first { $0.name == "chat" }?.chosen).lines
    let cache = lines.filter { $0.item.contains("cache") }.reduce(0) { $0 + $1.perMonth.double }
    let model = lines.filter { ["compute", "idle"].contains($0.category) && !$0.item.contains("cache") }
      .reduce(0) { $0 + $1.perMonth.double }
    // Eight tenths reach the model now.
    #expect(abs((turn.value ?? 0) * model / 0.8 - cache) < 1e-3 * cache)
  }

  @Test func `the cadence stated is the best one at the growth of B13`() throws {
    let plan = try plan(both(tune))
    let turn = try #require(figure(plan, "B13", "chat"))
    let run = try #require(plan.workloads.first { $0.name == "tune" }?.chosen).perMonth.double * 30 / (730 / 24)
    let lines = try #require(plan.workloads.first { $0.name == "chat" }?.chosen).lines
    let promotion = lines.filter { $0.item.contains("new version") }.reduce(0) { $0 + $1.perMonth.double }
    let cost = run + promotion * 30 / (730 / 24)
    // Cost a day of training every t days while the loss a day grows by g: K/t + g·t/2; least at 30 days.
    func daily(_ t: Double) -> Double { cost / t + (turn.value ?? 0) * t / 2 }
    #expect(daily(30) < daily(29.5) && daily(30) < daily(30.5))
  }

  @Test func `models that share accelerators cost the pool's machines, within memory and time`() throws {
    let plan = try plan(both())
    let turn = try #require(figure(plan, "B10", "chat"))
    #expect(figure(plan, "B10", "rank") == turn)
    let value = try #require(turn.value)
    #expect(turn.holds == (turn.now ?? 0 < value))
    var apart = 0.0
    for line in plan.workloads.flatMap({ $0.chosen?.lines ?? [] }) {
      let isMachine = ["compute", "idle"].contains(line.category) && line.item.contains(" × ")
      if isMachine || line.item == "running the pool" { apart += line.perMonth.double }
    }
    // What stands in the sentence: machines and price.
    let words = turn.why.split(separator: " ")
    let count = try #require(Double(words[0]))
    let machine = String(words[2])
    let price = try #require(
      CatalogMarket(catalog: PlanFixture.catalog).accelerators(provider: "aws", region: "us-east-1").first {
        $0.machine.machine == machine
      }?.machine.onDemandPerHour)
    #expect(abs(apart - count * price.double * 730 - value) < 0.02)
    #expect(abs((turn.now ?? 0) - (12 + 0.5 * count) * 150_000 / 1920) < 0.01)
  }

  @Test func `models that have no room beside each other do not share`() throws {
    // A network of 1.5 TFLOP has at least 75 GB of weights by the rule of a byte for 20 operations.
    let text = both(rank: "4e12", memory: "bf16").replacing("200/s", with: "0.2/s").replacing("200 ms", with: "2 s")
    let turn = try #require(figure(try plan(text), "B10", "chat"))
    #expect(turn.value == nil && !turn.holds && turn.why.contains("need"))
  }

  @Test func `training goes on idle accelerators, or the reason why not is given`() throws {
    func words(_ text: String) throws -> String {
      try #require(
        plan(text).workloads.first { $0.name == "tune" }?.why.first {
          $0.contains("idle hours") || $0.hasPrefix("Apart")
        })
    }
    let serving = both(tune).replacing("rate: 1/s", with: "rate: 40/s")
    #expect(try words(serving).contains("does not fit"))
    let small = serving.replacing("tokens: 0.1e9", with: "flops: 1e18").replacing(
      "model: {name: Llama-3.1-8B}", with: "model: {parameters: 0.3e9}")
    #expect(try words(small).hasPrefix("On the idle hours of chat"))
    let long = small.replacing("flops: 1e18", with: "flops: 8e24").replacing("60 h", with: "700 h")
    #expect(try words(long).contains("hours of"))
  }

  @Test func `spot accelerators pay below the price on demand less what is lost`() throws {
    let plan = try plan(both(tune))
    let turn = try #require(figure(plan, "B5", "tune"))
    let site = try #require(plan.workloads.first { $0.name == "tune" }?.chosen?.sites.first)
    let offer = try #require(
      CatalogMarket(catalog: PlanFixture.catalog).accelerators(provider: "aws", region: "us-east-1").first {
        $0.machine.machine == site.machine
      }?.machine)
    #expect(turn.now == offer.spotPerHour?.double)
    #expect((turn.value ?? 0) < (offer.onDemandPerHour?.double ?? 0) && (turn.value ?? 0) > 0)
    #expect(turn.holds == (site.purchase == .spot))
  }

  // MARK: Data

  private func data(_ dataset: String, extra: String = "", regions: String = "[us-east-1, eu-central-1]") -> String {
    """
    planner: 1
    name: tune
    horizon: 0 months
    place: {providers: [aws], regions: \(regions)}
    workloads:
      tune:
        kind: training
        model: {parameters: 8e9}
        tokens: 5e9
        every: 730 h
        dataset: \(dataset)
        \(extra)
        slo: {deadline: 10 days}
    """
  }

  @Test func `training goes where hours are cheap until the data are too heavy to move`() throws {
    func placed(_ size: String) throws -> PlacedWorkload {
      try #require(plan(data("{size: \(size), at: 'aws:eu-central-1', changes: 50%}")).workloads[0].chosen)
    }
    let light = try placed("10 GB")
    let heavy = try placed("900 TB")
    #expect(light.sites[0].region == "us-east-1" && heavy.sites[0].region == "eu-central-1")
    let fetched = try #require(light.lines.first { $0.item.hasPrefix("new data") })
    #expect(fetched.category == "traffic" && abs(fetched.quantity - 5) < 1e-9)
    let price = try #require(
      CatalogMarket(catalog: PlanFixture.catalog).traffic(
        from: "aws:eu-central-1", to: "aws:us-east-1", gigabytes: 1))
    #expect(fetched.unitPrice == price.total && price.total > .zero)
    #expect(heavy.lines.allSatisfy { !$0.item.hasPrefix("new data") })
  }

  @Test func `what is kept of runs is paid for and scored`() throws {
    let whole = try #require(
      plan(data("{size: 1 TB, changes: 10%}", extra: "captures: [data, settings, environment]")).workloads[0].chosen)
    #expect(whole.details.first { $0.name == "reproducible" }?.value == 1)
    // Twelve versions of a tenth of it.
    #expect(abs((whole.lines.first { $0.item.hasPrefix("versions") }?.quantity ?? 0) - 1200) < 1e-6)
    let part = try #require(plan(data("1 TB", extra: "captures: [settings]")).workloads[0].chosen)
    #expect(abs((part.details.first { $0.name == "reproducible" }?.value ?? 0) - 1.0 / 3) < 1e-12)
    #expect(try plan(data("1 TB")).workloads[0].chosen?.details.contains { $0.name == "reproducible" } == false)
  }

  @Test func `a research programme takes as many times the plain run`() throws {
    let pin = "place: {pin: {machine: 'aws:p5.48xlarge', count: 1, purchase: on-demand}}"
    func hours(_ extra: String) throws -> Double {
      try #require(plan(data("1 TB", extra: extra + "\n    " + pin)).workloads[0].chosen?.training?.programmeHours)
    }
    let boot = 120.0 / 3600
    #expect(abs((try hours("programme: 2.5x") - boot) / (try hours("programme: 1.25x") - boot) - 2) < 1e-9)
  }
}
