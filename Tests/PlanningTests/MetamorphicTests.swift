import Foundations
import Spec
import Testing

@testable import Planning

/// How the optimum of a spec must move when the spec changes in one respect.
struct MetamorphicTests {
  private static let market = SmallMarket(
    base: CatalogMarket(catalog: PlanFixture.catalog),
    regionNames: ["aws": ["eu-central-1", "eu-north-1"], "gcp": ["europe-west1"]],
    machines: [
      "aws": ["c7g.large", "c7g.2xlarge", "m6i.xlarge"], "gcp": ["c3-standard-4", "e2-standard-8", "n2-standard-2"],
    ])

  /// Cost a month of the optimum; infinite when nothing meets every objective.
  private func cost(_ drawn: RandomSpec, _ change: RandomSpec.Change = RandomSpec.Change()) -> Double {
    let source = SourceText(name: "t", bytes: Array(drawn.text(change).utf8))
    var builder = SpecDecoder.decode(source, words: PlanFixture.words).spec.map {
      ProblemBuilder(spec: $0, catalog: PlanFixture.catalog)
    }
    guard let problem = builder?.problem(month: 0) else {
      Issue.record("seed \(drawn.seed) has a mistake")
      return .nan
    }
    let found = Evaluator(problem: problem, market: MetamorphicTests.market, isBrief: true).workloads().results
    return found.reduce(0) { $0 + ($1.chosen?.perMonth.double ?? .infinity) }
  }

  private static let specs = (1...20).map { RandomSpec(seed: $0) }

  @Test func `the specs drawn differ and most can be met`() {
    let costs = MetamorphicTests.specs.map { cost($0) }
    #expect(Set(costs.filter(\.isFinite)).count >= 3)
  }

  @Test(arguments: [
    ("time limits", RandomSpec.Change(limit: 0.6)), ("availability", RandomSpec.Change(failing: 0.4)),
    ("recovery", RandomSpec.Change(recovery: 0.1)), ("load", RandomSpec.Change(load: 1.3)),
    ("more load", RandomSpec.Change(load: 5)), ("without gcp", RandomSpec.Change(providers: ["aws"])),
    ("without aws", RandomSpec.Change(providers: ["gcp"])), ("without edge", RandomSpec.Change(models: ["cloud"])),
    ("without cloud", RandomSpec.Change(models: ["edge"])), ("loss", RandomSpec.Change(loss: 0.1)),
    ("more devices", RandomSpec.Change(devices: 1.5)), ("many more devices", RandomSpec.Change(devices: 10)),
  ])
  func `asking for more or allowing less never lowers the optimum`(name: String, change: RandomSpec.Change) {
    for spec in MetamorphicTests.specs {
      let (before, after) = (cost(spec), cost(spec, change))
      #expect(after >= before * (1 - 1e-9), "seed \(spec.seed), \(name)")
    }
  }

  @Test func `a choice between cloud and edge is never dearer than either alone`() {
    for spec in MetamorphicTests.specs {
      let hybrid = cost(spec)
      let alone = [["cloud"], ["edge"]].map { cost(spec, RandomSpec.Change(models: $0)) }
      #expect(hybrid == alone.min(), "seed \(spec.seed)")
    }
  }
}
