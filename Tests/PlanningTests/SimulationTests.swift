import Catalog
import Formulas
import Foundations
import Spec
import Testing

@testable import Planning

struct PlanSimulationTests {
  @Test func `a simulation of the whole plan agrees with its prediction`() throws {
    let text = PlanFixture.shop(rate: "150/s", p99: "400 ms")
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let spec = try #require(SpecDecoder.decode(source, words: PlanFixture.words).spec)
    let planner = Planner(spec: spec, source: source, catalog: Catalog(providers: ["aws"]))
    let figures = try #require(planner.simulation(requests: 100_000, seed: 5).figures)
    #expect(figures.map(\.figure) == ["mean", "p50", "p95", "p99"])
    for figure in figures { #expect(figure.agrees, "\(figure)") }
  }

  /// The figures of a shop with many requests behind one kind of balancer.
  private func figures(_ balancer: String) throws -> [String: SimulatedFigure] {
    let text = PlanFixture.shop(rate: "400/s", p99: "500 ms").replacing(
      "memory: 1 GiB}", with: "memory: 1 GiB, balancer: \(balancer)}\n    place: {pin: {form: vm, machine: m7g.xlarge}}"
    )
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let spec = try #require(SpecDecoder.decode(source, words: PlanFixture.words).spec)
    let planner = Planner(spec: spec, source: source, catalog: Catalog(providers: ["aws"]))
    let found = try #require(planner.simulation(requests: 60_000, seed: 5).figures)
    return Dictionary(found.map { ($0.figure, $0) }) { first, _ in first }
  }

  @Test(arguments: ["random", "round-robin", "shared"])
  func `each balancer is simulated as stated and agrees with its own prediction`(balancer: String) throws {
    for figure in try figures(balancer).values { #expect(figure.agrees, "\(balancer): \(figure)") }
  }

  @Test func `the least loaded of the instances is never slower than the bound by one at random`() throws {
    for figure in try figures("least-loaded").values {
      #expect(figure.simulated.value <= figure.predicted * 1.03, "\(figure)")
    }
  }

  @Test func `stations have the machines of the plan, and one queue where it is shared`() throws {
    for balancer in [Balancer.random, .roundRobin, .leastLoaded, .shared] {
      let (problem, results) = try plan(balancer)
      var builder = NetworkBuilder(problem, results)
      let path = try #require(results[0].chosen?.path)
      _ = builder.steps(path, of: "api")
      let station = try #require(builder.stations.first { $0.name.hasPrefix("api") })
      let site = try #require(results[0].chosen?.sites.first)
      #expect(station.balancer == balancer)
      #expect(station.instances == site.count)
      #expect(station.workers >= 1)
    }
  }

  private func plan(_ balancer: Balancer) throws -> (Problem, [WorkloadResult]) {
    let text = PlanFixture.shop(rate: "400/s", p99: "500 ms").replacing(
      "memory: 1 GiB}",
      with: "memory: 1 GiB, balancer: \(balancer.rawValue)}\n    place: {pin: {form: vm, machine: m7g.xlarge}}")
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let spec = try #require(SpecDecoder.decode(source, words: PlanFixture.words).spec)
    let catalog = Catalog(providers: ["aws"])
    var builder = ProblemBuilder(spec: spec, catalog: catalog)
    let built = builder.problem(month: 0)
    let problem = try #require(built)
    let market = CatalogMarket(catalog: catalog, named: [])
    return (problem, Evaluator(problem: problem, market: market).workloads().results)
  }
}
