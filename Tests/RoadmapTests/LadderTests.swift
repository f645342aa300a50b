import Foundations
import Planning
import Testing

@testable import Roadmap

@Suite struct LadderTests {
  @Test func `the last of seven plans is what evaluate finds, and changes add up from today to it`() throws {
    for text in [RoadmapFixture.city(), RoadmapFixture.city(availability: "99.9%"), RoadmapFixture.moved] {
      let session = try #require(RoadmapFixture.session(text))
      let roadmap = try #require(RoadmapBuilder.roadmap(session).roadmap)
      let plan = try #require(session.plan().plan)
      #expect(roadmap.plan == plan)
      #expect(roadmap.totals.count == 7)
      #expect(roadmap.totals.last?.perMonth == plan.perMonth)
      let sum = roadmap.steps.reduce(roadmap.totals[0].perMonth) { $0 + $1.change }
      #expect(sum == plan.perMonth)
      #expect(roadmap.steps.map(\.level) == PlanLevel.steps)
    }
  }

  @Test func `a level that meets every objective is never cheaper than the next one`() throws {
    for text in [RoadmapFixture.city(), RoadmapFixture.city(availability: "99.9%"), RoadmapFixture.moved] {
      let roadmap = try #require(RoadmapFixture.roadmap(text))
      for (a, b) in zip(roadmap.totals, roadmap.totals.dropFirst()) where a.verdict == .pass {
        #expect(b.perMonth <= a.perMonth, "\(a.level) to \(b.level)")
      }
    }
  }

  @Test func `today's plan is priced as it stands, and a baseline is one region, one zone, on demand`() throws {
    let moved = try #require(RoadmapFixture.session(RoadmapFixture.moved))
    let ladder = try #require(PlanLadder.climb(moved).ladder)
    let today = try #require(ladder.workload("api", .today)?.chosen?.sites.first)
    #expect(today.machine == "m6i.2xlarge" && today.count == 6 && today.region == "eu-central-1")
    #expect(ladder[.sizing].perMonth < ladder[.today].perMonth)

    let fresh = try #require(RoadmapFixture.session(RoadmapFixture.city(availability: "99.9%")))
    let base = try #require(PlanLadder.climb(fresh).ladder)
    let regions = Set(base[.today].workloads.compactMap { $0.chosen?.sites.first?.region })
    #expect(regions.count == 1)
    #expect(base[.today].workloads.allSatisfy { $0.chosen?.topology == .singleZone })
    #expect(base[.today].workloads.allSatisfy { $0.chosen?.sites.first?.purchase == .onDemand })
  }

  @Test func `a month found is the first: the predicate holds there and not the month before`() throws {
    let session = try #require(RoadmapFixture.session(RoadmapFixture.city()))
    let ladder = try #require(PlanLadder.climb(session).ladder)
    let scan = TriggerScan(ladder: ladder)
    for month in 0...12 {
      #expect(scan.firstMonth { $0 >= month } == month)
    }
    #expect(scan.firstMonth { _ in false } == nil)
    #expect(scan.firstMonth { _ in true } == 0)
  }

  @Test func `growth that one zone cannot follow dates the step of reliability`() throws {
    // Memory of the largest machine bounds nothing here; what changes with the load is the price of a spare machine.
    let session = try #require(
      RoadmapFixture.session(RoadmapFixture.city(availability: "99.9%", growth: "20%/month")))
    let ladder = try #require(PlanLadder.climb(session).ladder)
    let scan = TriggerScan(ladder: ladder)
    let recovery: (String) -> Bool = { ["availability", "rto", "rpo"].contains($0) }
    let first = try #require(scan.first(.sizing, binding: recovery))
    #expect(!scan.misses(.sizing, month: first.month, binding: recovery).isEmpty)
    if first.month > 0 { #expect(scan.misses(.sizing, month: first.month - 1, binding: recovery).isEmpty) }
    let roadmap = try #require(RoadmapBuilder.roadmap(session).roadmap)
    let step = try #require(roadmap.step(.reliability))
    #expect(step.triggers.contains { $0.month == first.month && $0.quantity == "availability" })
  }
}
