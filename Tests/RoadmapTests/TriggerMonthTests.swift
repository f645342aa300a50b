import Foundations
import Planning
import Testing

@testable import Roadmap

/// Triggers are true in the month they name and false in the month before, seen by placing those months anew.
@Suite struct TriggerMonthTests {
  static let specs = [
    RoadmapFixture.city(growth: "12%/month"), RoadmapFixture.city(availability: "99.95%", growth: "25%/month"),
    RoadmapFixture.city(p99: "95 ms", growth: "20%/month"),
    RoadmapFixture.city(availability: "99.8%", growth: "40%/month"),
    RoadmapFixture.moved, RoadmapFixture.city(p99: "45 ms", growth: "30%/month"),
  ]

  /// Whether every workload has a placement in a month under a change of one workload's place, by the search alone.
  private func holds(
    _ session: PlanSession, _ subject: String, _ month: Int, _ change: (inout PlaceProblem) -> Void
  ) throws -> Bool {
    var problem = try #require(session.problem(month: month))
    for index in problem.workloads.indices { change(&problem.workloads[index].place) }
    return session.choices(problem).first { $0.name == subject }?.chosen != nil
  }

  @Test(arguments: specs.indices) func `a trigger is true in its month and false the month before`(_ at: Int) throws {
    let session = try #require(RoadmapFixture.session(Self.specs[at]))
    let roadmap = try #require(RoadmapBuilder.roadmap(session).roadmap)
    for step in roadmap.steps {
      if let start = step.latestStart {
        var month = 0
        if case .byMonth(let number) = step.state { month = number }
        #expect(start == max(0, Int((Double(month) - step.leadMonths - roadmap.bufferMonths).rounded(.down))))
      }
      for trigger in step.triggers where !trigger.restriction.isEmpty {
        guard let month = trigger.month else { continue }
        let isOneZone = trigger.restriction.contains("single-zone")
        guard let open = trigger.restriction.firstIndex(of: "\""), let close = trigger.restriction.lastIndex(of: "\"")
        else { continue }
        let home = String(trigger.restriction[trigger.restriction.index(after: open)..<close])
        func check(_ month: Int) throws -> Bool {
          try holds(session, trigger.subject, month) { place in
            place.regions = [home]
            if isOneZone { place.topologies = [.singleZone] }
          }
        }
        #expect(try !check(month), "\(trigger.subject) \(trigger.quantity) in month \(month)")
        if month > 0 { #expect(try check(month - 1), "\(trigger.subject) \(trigger.quantity) before \(month)") }
      }
    }
    // Fleets of a plan break in the month that is told, and not before.
    for breach in roadmap.plan.breaks {
      func fits(_ month: Int) throws -> Bool {
        let problem = try #require(session.problem(month: month))
        let held = session.held(problem, to: roadmap.plan.workloads, isFleetFixed: true)
        return session.choices(held).first { $0.name == breach.workload }?.chosen != nil
      }
      #expect(try !fits(breach.month))
      if breach.month > 1 { #expect(try fits(breach.month - 1)) }
    }
    // Changes add up from today to the last, which is what evaluate finds.
    let sum = roadmap.steps.reduce(roadmap.totals[0].perMonth) { $0 + $1.change }
    #expect(sum == roadmap.totals[6].perMonth)
    #expect(roadmap.totals[6].perMonth == session.plan().plan?.perMonth)
  }
}
