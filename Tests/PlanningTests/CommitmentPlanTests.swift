import Foundations
import Placement
import Testing

@testable import Planning

/// Ways of paying that are decided from how long and how surely machines are needed.
struct CommitmentPlanTests {
  private func plan(rate: String, _ more: String) throws -> Plan {
    let text = PlanFixture.shop(rate: rate).replacing("horizon: 0 months", with: "horizon: 12 months\n" + more)
    // Many small machines, so that there is something to split.
    let pinned = text.replacing(
      "work: {cpu: 20 ms, memory: 1 GiB}",
      with: "work: {cpu: 20 ms, memory: 1 GiB}\n    place: {pin: {form: vm, machine: m7g.large}}")
    return try #require(PlanFixture.plan(pinned))
  }

  private func chosen(_ plan: Plan, _ name: String = "api") throws -> PlacedWorkload {
    try #require(plan.workloads.first { $0.name == name }?.chosen)
  }

  /// The parts of a placement and its lines add up to the plan.
  private func addsUp(_ plan: Plan) {
    var total = plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth }
    for placed in plan.workloads.compactMap(\.chosen) {
      let lines = placed.lines.reduce(Money.zero) { $0 + $1.perMonth }
      #expect(lines == placed.perMonth)
      total = total + lines
    }
    #expect(total == plan.perMonth)
    #expect(plan.horizon.first { $0.month == 0 }?.cost == plan.perMonth)
  }

  @Test func `a fleet that is always needed is committed whole, at the cheapest price`() throws {
    let plan = try plan(rate: "600/s", "prices: {commitment: {allow: [on-demand, 1y, 3y]}}")
    let sites = try chosen(plan).sites
    #expect(sites.map(\.purchase) == [.threeYears])
    #expect(sites[0].count > 4)
    addsUp(plan)
  }

  @Test func `a load of wide range commits what is sure and hires the rest`() throws {
    let plan = try plan(
      rate: "{low: 150/s, mid: 400/s, high: 1500/s}", "prices: {commitment: {allow: [on-demand, 1y]}}")
    let sites = try chosen(plan).sites
    #expect(sites.map(\.purchase) == [.oneYear, .onDemand])
    #expect(sites.map(\.isRest) == [false, true])
    #expect(sites.allSatisfy { $0.count > 0 })
    #expect(Set(sites.map { $0.machine ?? "" }).count == 1)
    #expect(plan.workloads[0].why.contains { $0.hasPrefix("Paid as ") })
    addsUp(plan)
    let spread = try #require(plan.ranges?.perMonth)
    #expect(abs(spread.expected - plan.perMonth.double) < 0.01 * plan.perMonth.double)
  }

  @Test func `machines that a shrinking load frees within the year are not committed`() throws {
    let plan = try plan(
      rate: "1500/s", "growth: -8%/month\nprices: {commitment: {allow: [on-demand, 1y]}}")
    let sites = try chosen(plan).sites
    #expect(sites.map(\.purchase) == [.oneYear, .onDemand])
    addsUp(plan)
  }

  @Test func `commitments stay within their budget`() throws {
    for budget in ["0 USD", "2500 USD", "9000 USD", "900000 USD"] {
      let plan = try plan(
        rate: "600/s", "prices: {commitment: {allow: [on-demand, 1y, 3y], budget: \(budget)}}")
      var bound = 0.0
      for placed in plan.workloads.compactMap(\.chosen) {
        for line in placed.lines {
          for (term, months) in [(" 1y", 12.0), (" 3y", 36)] where line.item.contains(term) {
            bound += line.perMonth.double * months
          }
        }
      }
      let limit = try #require(Double(budget.dropLast(4)))
      #expect(bound <= limit + 0.01, "\(budget)")
      #expect(bound > 0 || limit < 9000, "\(budget)")
      addsUp(plan)
    }
  }

  @Test func `a plan held to its split fleets keeps all their machines`() throws {
    let plan = try plan(
      rate: "{low: 150/s, mid: 400/s, high: 1500/s}", "prices: {commitment: {allow: [on-demand, 1y]}}")
    let placed = try chosen(plan)
    #expect(placed.fleets.count == 1)
    #expect(placed.fleets.first?.count == placed.sites.reduce(0) { $0 + $1.count })
  }
}
