import Foundations
import Testing

@testable import Planning

/// Cloud, edge and both: the split is never dearer than either, and moving a member says what it costs.
struct SplitTests {
  private func spec(p95: String = "100 ms", forms: String = "vm, edge-functions", more: String = "") -> String {
    """
    planner: 1
    name: cards
    horizon: 0 months
    users:
      tokyo: {at: Tokyo, share: 50%, access: fiber}
      london: {at: London, share: 50%, access: fiber}
    customers: {count: 1000}
    place: {providers: [aws, cloudflare], regions: [us-east-1], forms: [\(forms)]}
    workloads:
      cards:
        kind: service
        demand: {rate: 40/s, peak: 2x}
        work: {cpu: 4 ms, memory: 96 MB, response: 10 KB}
        slo: {availability: 99.5%, latency: {p95: \(p95)}}\(more)
    """
  }

  @Test func `what needs the edge says which objective the cloud misses, and by how much`() throws {
    let split = try #require(PlanFixture.plan(spec())?.split)
    let cards = try #require(split.members.first)
    #expect(cards.isAtEdge && cards.needsEdge)
    let missed = try #require(cards.cloud?.missed)
    #expect(missed.constraint == "latency.p95" && missed.limit == 0.1 && (missed.value ?? 0) > 0.1)
    #expect(split.allCloud.perMonth == nil && split.allCloud.workload == "cards")
    #expect(split.allEdge.perMonth == split.perMonth)
    // Half of the users, on either side of the world, wait longer than the objective allows.
    #expect((cards.cloud?.lateShare ?? 0) > 0.4 && (cards.edge?.lateShare ?? 1) <= 0.05)
  }

  @Test func `moving a member costs what the plan without the choice costs`() throws {
    let plan = try #require(PlanFixture.plan(spec(p95: "900 ms")))
    let split = try #require(plan.split)
    let cards = try #require(split.members.first)
    for (model, side) in [("cloud", cards.cloud), ("edge", cards.edge)] {
      let alone = spec(p95: "900 ms").replacing("kind: service", with: "kind: service\n    place: {run_on: [\(model)]}")
      let placed = try #require(PlanFixture.plan(alone)?.workloads[0].chosen)
      #expect(placed.perMonth == side?.perMonth)
    }
    #expect(split.perMonth <= (split.allCloud.perMonth ?? split.perMonth))
    #expect(split.perMonth <= (split.allEdge.perMonth ?? split.perMonth))
    let (cloud, edge) = (try #require(cards.cloud), try #require(cards.edge))
    let saved = try #require(cloud.p95) - (try #require(edge.p95))
    let each = try #require(cards.perMillisecond)
    #expect(abs(each * saved * 1000 - (edge.perMonth - cloud.perMonth).double) < 1e-6)
  }

  @Test func `the edge set is what deadlines demand: taking any member out breaks one`() throws {
    // Three deadlines, three tiers: on board, at the road side, in the cloud.
    let text = """
      planner: 1
      name: vehicle
      horizon: 0 months
      users: {roads: {at: Munich, share: 100%, access: 5g}}
      place: {providers: [aws], regions: [eu-west-1], forms: [vm, on-device, fog-gateways]}
      devices:
        cars: {count: 500, at: Munich, online: 95%, uplink: {access: 5g}, hardware: {cores: 4, memory: 4 GiB, watts: 30}}
        masts: {sites: 20, at: Munich, serves: traffic, online: 99.9%, uplink: {access: fiber}, \
      hardware: {cores: 8, memory: 16 GiB, price: 2000 USD, watts: 60, owned: false}}
      workloads:
        sensing: {kind: device, fleet: cars, produces: {rate: 10/s, size: 1 KB}, passes: 1%, \
      calls: [{to: learning, async: true}], slo: {latency: {p99: 50 ms}}, work: {cpu: 1 ms}}
        braking: {kind: service, fleet: cars, demand: {rate: 5000/s, peak: 1x}, work: {cpu: 1 ms, memory: 256 MiB}, \
      slo: {latency: {p99: 20 ms}}}
        traffic: {kind: service, fleet: masts, demand: {rate: 500/s, peak: 1x}, work: {cpu: 4 ms, memory: 1 GiB}, \
      slo: {latency: {p99: 60 ms}}}
        learning: {kind: service, demand: from-calls, work: {cpu: 20 ms, memory: 2 GiB}, slo: {latency: {p99: 5 s}}}
      """
    let plan = try #require(PlanFixture.plan(text))
    let forms = Dictionary(plan.workloads.map { ($0.name, $0.chosen?.form) }) { first, _ in first }
    #expect(forms["braking"] == .onDevice && forms["traffic"] == .fogGateways && forms["learning"] == .vm)
    let members = try #require(plan.split).members
    #expect(members.map(\.workload) == ["braking", "traffic"])
    for member in members {
      #expect(member.needsEdge && member.cloud?.missed?.constraint == "latency.p99")
      #expect((member.cloud?.lateShare ?? 0) > 0.01 && (member.edge?.lateShare ?? 1) <= 0.01)
    }
  }
}
