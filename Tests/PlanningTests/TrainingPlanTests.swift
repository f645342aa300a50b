import Foundations
import Testing

@testable import Planning

/// Training runs in plans.
struct TrainingPlanTests {
  private func tune(
    deadline: String = "3 days", purchases: String = "[on-demand, spot]", parameters: String = "8e9",
    tokens: String = "10e9", extra: String = ""
  ) -> String {
    """
    planner: 1
    name: tune
    horizon: 0 months
    place: {providers: [aws], regions: [us-east-1, us-west-2, eu-north-1]}
    prices: {commitment: {allow: \(purchases)}}
    workloads:
      tune:
        kind: training
        model: {parameters: \(parameters)}
        tokens: \(tokens)
        every: 30 days
        \(extra)
        slo: {deadline: \(deadline)}
    """
  }

  private func plan(_ text: String) throws -> Plan { try #require(PlanFixture.plan(text)) }

  @Test func `a run ends in time, and less time never costs less`() throws {
    var last = Money.zero
    for deadline in ["20 days", "7 days", "3 days", "1 day", "12 h"] {
      let plan = try plan(tune(deadline: deadline))
      guard let chosen = plan.workloads[0].chosen else { continue }
      #expect(plan.workloads[0].slo.first?.met == true, "\(deadline)")
      #expect(chosen.form == .gpuTraining && (chosen.training?.gpus ?? 0) > 0)
      #expect(plan.perMonth >= last, "\(deadline)")
      last = plan.perMonth
    }
    #expect(last > .zero)
  }

  @Test func `spot capacity wins where the deadline leaves room`() throws {
    let loose = try plan(tune(deadline: "20 days"))
    #expect(loose.workloads[0].chosen?.sites.first?.purchase == .spot)
    let firm = try plan(tune(deadline: "20 days", purchases: "[on-demand]"))
    #expect(firm.workloads[0].chosen?.sites.first?.purchase == .onDemand)
    #expect(loose.perMonth < firm.perMonth)
  }

  @Test func `an impossible deadline names the time it would take`() throws {
    let plan = try plan(tune(deadline: "10 min", parameters: "70e9", tokens: "2e12"))
    #expect(plan.verdict == .infeasible)
    let miss = plan.workloads[0].alternatives.compactMap(\.rejected).first
    #expect(miss?.constraint == "deadline" && (miss?.value ?? 0) > 600)
  }

  @Test func `the exhaustive search finds the same run`() throws {
    let text = tune()
    let pruned = try plan(text)
    let exhaustive = try #require(PlanFixture.plan(text, isExhaustive: true))
    #expect(pruned.perMonth == exhaustive.perMonth)
    #expect(pruned.workloads[0].chosen?.label == exhaustive.workloads[0].chosen?.label)
  }

  @Test func `a measured run takes its own time on its own accelerators`() throws {
    let text = """
      planner: 1
      name: again
      horizon: 0 months
      place: {providers: [aws], pin: {machine: 'aws:p5.48xlarge', count: 1, purchase: on-demand}}
      workloads:
        again:
          kind: training
          measured: {gpu: H100, gpus: 8, hours: 40}
      """
    let plan = try plan(text)
    let training = try #require(plan.workloads[0].chosen?.training)
    #expect(abs(training.hours - 40) < 1e-6)
  }

  @Test func `experiments multiply the bill, not the time`() throws {
    let one = try plan(tune())
    let five = try plan(tune(extra: "experiments: 5"))
    let hours = { (plan: Plan) in plan.workloads[0].chosen?.training?.programmeHours ?? 0 }
    #expect(hours(one) > 0 && abs(hours(five) - hours(one)) < 1e-9 * hours(one))
    #expect(five.perMonth > one.perMonth.times(2))
  }
}
