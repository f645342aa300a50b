import Foundations
import Planning
import Testing

@testable import Roadmap

@Suite struct StepTests {
  @Test func `an API of one city is told neither regions nor edge nor GPUs, and why`() throws {
    let roadmap = try #require(RoadmapFixture.roadmap(RoadmapFixture.city()))
    for level in [PlanLevel.regions, .edge, .ai] {
      let step = try #require(roadmap.step(level))
      #expect(!step.state.isDue, "\(level)")
      #expect(step.latestStart == nil)
      #expect(!step.reason.parts.isEmpty)
    }
    #expect(roadmap.step(.ai)?.triggers.isEmpty == true)
    #expect(roadmap.avoid.rows.count >= 3)
    #expect(roadmap.order.allSatisfy { roadmap.step($0)?.state.isDue == true })
  }

  @Test func `an oversized fleet is resized first, after it was measured, and pays at once`() throws {
    let roadmap = try #require(RoadmapFixture.roadmap(RoadmapFixture.moved))
    let step = try #require(roadmap.step(.sizing))
    #expect(step.state == .now)
    let saving = step.before - step.after
    #expect(saving > .zero)
    let payback = try #require(step.paybackMonths)
    #expect(abs(payback - step.oneOff.double / saving.double) < 1e-9)
    #expect(step.oneOff == Money(150_000.0 / 1920).times(step.hours))
    #expect(step.actions.contains { $0.workload == "api" && $0.command.contains("auto-scaling-group-name api") })
    #expect(step.dependsOn == [.baseline])
    let order = roadmap.order
    if let first = order.firstIndex(of: .baseline), let second = order.firstIndex(of: .sizing) {
      #expect(first < second)
    }
  }

  @Test func `a step starts its lead time and a month before it is needed, never before month 0`() throws {
    let session = try #require(RoadmapFixture.session(RoadmapFixture.city()))
    let ladder = try #require(PlanLadder.climb(session).ladder)
    let context = try #require(RoadmapContext(ladder))
    let cases: [(month: Int, lead: Double, start: Int)] = [
      (0, 2, 0), (6, 0, 5), (6, 2, 3), (6, 2.5, 2), (3, 9, 0), (12, 0.2, 10),
    ]
    for item in cases { #expect(context.latestStart(item.month, lead: item.lead) == item.start, "\(item)") }
  }

  @Test func `objectives that one zone misses are due at once with numbers and tests`() throws {
    let roadmap = try #require(RoadmapFixture.roadmap(RoadmapFixture.city(availability: "99.95%")))
    let step = try #require(roadmap.step(.reliability))
    #expect(step.state == .now)
    let trigger = try #require(step.triggers.first { $0.quantity == "availability" })
    let value = try #require(trigger.value)
    let limit = try #require(trigger.limit)
    #expect(value < limit)
    #expect(step.exits.contains { $0.test.contains("http_requests_total") && $0.test.contains("0.9995") })
    #expect(step.after > step.before)
    #expect(roadmap.totals[2].verdict == .fail && roadmap.totals[3].verdict == .pass)
  }

  @Test func `what must stay in a country is kept there and told what that costs`() throws {
    let roadmap = try #require(
      RoadmapFixture.roadmap(RoadmapFixture.city(place: "{providers: [aws], residency: [DE], run_on: [cloud]}")))
    for result in roadmap.plan.workloads { #expect(result.chosen?.sites.first?.region == "eu-central-1") }
    let section = try #require(roadmap.step(.regions)?.sections.first { $0.id == "sovereignty" })
    let amounts = section.sentences.flatMap(\.parts).compactMap { part -> Money? in
      if case .money(let money) = part { return money }
      return nil
    }
    #expect(amounts.count == 3)
    #expect(amounts[0] == amounts[1] - amounts[2])
    #expect(amounts[0] >= .zero)
    #expect(amounts[1] == roadmap.plan.perMonth)
  }

  @Test func `practices that are in place and inputs that are stated need no work`() throws {
    let stated = RoadmapFixture.city(
      extra: """
        practices: {central_logs: true, tracing: true, ci: true, rollback_tested: 2026-06, restore_tested: 2026-05}
        operations: {deploys: 20/week, change_failure: 8%, detect: 5 min, restore: 45 min, lead_time: 2 d}
        """)
    let step = try #require(RoadmapFixture.roadmap(stated)?.step(.baseline))
    #expect(step.actions.isEmpty)
    #expect(step.oneOff == .zero)
    let bare = try #require(RoadmapFixture.roadmap(RoadmapFixture.city())?.step(.baseline))
    #expect(bare.actions.count >= 5)
    // 20 deploys a week, 8 % of them fail for 50 min: 80 min of 10,080 a week.
    let delivery = try #require(step.sections.first { $0.id == "delivery" })
    let shares = delivery.sentences.flatMap(\.parts).compactMap { part -> Double? in
      if case .number(let value, "share") = part { return value }
      return nil
    }
    #expect(shares.contains { abs($0 - 80.0 / 10_080) < 1e-9 })
  }

  @Test func `effort scales no sum silently: cash and spread views add up to the same`() throws {
    let roadmap = try #require(RoadmapFixture.roadmap(RoadmapFixture.moved))
    let due = roadmap.steps.filter(\.state.isDue)
    let once = due.reduce(Money.zero) { $0 + $1.oneOff }
    let running = due.reduce(Money.zero) { $0 + $1.running }
    let cash = try #require(roadmap.sections.first { $0.id == "cash" })
    let amounts = cash.sentences[0].parts.compactMap { part -> Money? in
      if case .money(let money) = part { return money }
      return nil
    }
    let monthly = roadmap.plan.perMonth + running
    #expect(amounts.contains(once))
    #expect(amounts.contains(monthly))
    #expect(amounts.contains(monthly.times(12) + once))
  }
}
