import Catalog
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
}
