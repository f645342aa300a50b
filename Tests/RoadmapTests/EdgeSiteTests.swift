import Foundations
import Planning
import Testing

@testable import Roadmap

/// Where a node at a site begins to pay, in cameras a site, whether or not the spec has such nodes.
@Suite struct EdgeSiteTests {
  private func cameras(sites: String, extra: String = "", filter: String = "") -> String {
    """
    planner: 1
    name: cameras
    horizon: 12 months
    place: {providers: [aws], regions: [eu-central-1]}
    devices:
      cameras:
        \(sites)
        at: {Berlin: 100%}
        uplink: {access: cable, up: 20 Mbit/s}
        hardware: {cores: 1, memory: 256 MiB, watts: 8, owned: true}
      \(extra)
    workloads:
      watch:
        kind: device
        fleet: cameras
        produces: {rate: 10/s, size: 50 KB}
        \(filter)
        calls: [{to: frames, async: true}]
      frames:
        kind: stream
        events: {rate: 0/s, size: 50 KB, retention: 1 d, consumers: 1}
        work: {cpu: 10 ms}
    """
  }

  private func context(_ text: String) throws -> RoadmapContext {
    let session = try #require(RoadmapFixture.session(text))
    return try #require(PlanLadder.whole(session).ladder.flatMap { RoadmapContext($0) })
  }

  @Test func `without gateways the break-even balances a node against what is not sent`() throws {
    let site = try #require(
      EdgeBreakEven(context: try context(cameras(sites: "sites: 100, per_site: 6".asLines))).sites().first)
    #expect(site.stated == 6)
    #expect(site.devices.count == 2)
    #expect(site.perDevice == 10 * 50e3 * 2_628_000 / 1e9)
    for (reduction, devices) in zip(site.reductions, site.devices) {
      let spared = devices * site.perDevice * reduction * site.avoided
      #expect(abs(spared - site.node.double) < 1e-6 * site.node.double)
    }
  }

  @Test func `the step is due where the sites stated have more cameras, and not where they have fewer or none`() throws
  {
    func state(_ sites: String) throws -> StepState {
      try #require(RoadmapFixture.roadmap(cameras(sites: sites.asLines))?.step(.edge)?.state)
    }
    let few = try state("sites: 600, per_site: 1")
    #expect(!few.isDue)
    #expect(try state("sites: 60, per_site: 10") == .now)
    #expect(try !state("count: 600").isDue)
  }

  @Test func `with gateways the report tells what evaluate prints as B1c`() throws {
    let text = cameras(
      sites: "sites: 100, per_site: 6".asLines,
      extra: """
        boxes:
            sites: 100
            per_site: 1
            at: {Berlin: 100%}
            serves: cameras
            uplink: {access: cable, up: 20 Mbit/s}
            hardware: {cores: 6, memory: 8 GiB, watts: 15, price: 499 USD}
        """, filter: "passes: 10%")
    let context = try context(text)
    let figure = try #require(
      context.whole.workloads.first { $0.name == "watch" }?.breakEvens.first { $0.rule == "B1c" })
    let site = try #require(EdgeBreakEven(context: context).sites().first)
    #expect(site.hasNodes)
    #expect(site.devices == [figure.value])
    #expect(site.stated == figure.now)
  }
}

extension String {
  /// Pairs of a flow mapping as lines of a block at the depth of a fleet.
  fileprivate var asLines: String {
    split(separator: ",").map { $0.drop { $0 == " " } }.joined(separator: "\n    ")
  }
}
