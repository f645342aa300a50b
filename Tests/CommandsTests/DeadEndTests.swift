import Foundations
import Spec
import Testing

@testable import Commands

/// What a newcomer runs into: specs that nothing can meet, results taken for specs, templates.
@Suite struct DeadEndTests {
  private static let impossible =
    GateSpecs.shop(p99: "1 ms").replacing("availability: 99.9%", with: "availability: 99.99999%")

  @Test func `a plan without a placement has no total, in no report`() {
    let world = World(files: ["nowhere.yaml": Self.impossible])
    #expect(world.run("explain nowhere.yaml") == .usage)
    #expect(world.error.contains("'totals.per_month' is unknown: no placement for rides"))
    #expect(world.run("report nowhere.yaml") == .gateFailed)
    #expect(world.output.contains("what the plan would cost is unknown"))
    #expect(world.output.contains("| 6 Operationalise AI | unknown |"))
    #expect(!world.output.contains("from no region") && !world.output.contains("in no region"))
    #expect(world.run("report nowhere.yaml -f json") == .gateFailed)
    #expect(world.output.contains("\"per_month_after\": null"))
  }

  @Test func `a saved result given as a spec is told to be one`() {
    let world = World(files: ["shop.yaml": GateSpecs.shop()])
    #expect(world.run("evaluate shop.yaml -f json -o shop.json") == .done)
    for command in ["evaluate", "report", "explain", "simulate"] {
      #expect(world.run("\(command) shop.json") == .usage)
      #expect(world.error.contains("this is a saved result, not a spec"), "\(command)")
    }
  }

  @Test(arguments: Templates.names) func `a template meets the limits that it states`(name: String) {
    let world = World(files: [:])
    #expect(world.run("init \(name) -o spec.yaml") == .done)
    #expect(world.run("check spec.yaml") == .done, "\(world.error)")
  }

  @Test func `a mistyped kind is one mistake`() {
    let world = World(files: [
      "typo.yaml": GateSpecs.shop().replacing("kind: service", with: "kind: servce")
    ])
    #expect(world.run("evaluate typo.yaml") == .usage)
    #expect(world.error.contains("did you mean 'service'?"))
    #expect(!world.error.contains("a workload needs"))
  }
}
