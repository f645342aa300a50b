import Formulas
import Foundations
import Testing

@testable import Planning

/// What growth, the day and shared nodes make of the cost of services.
struct GrowthPlanTests {
  private func web(
    rate: String = "10/s", growth: String = "30%/month", more: String = "", work: String = ""
  ) -> String {
    """
    planner: 1
    name: web
    horizon: 24 months
    place: {providers: [aws], regions: [eu-west-1], forms: [vm, functions]}
    workloads:
      web:
        kind: service
        growth: \(growth)
        demand: {rate: \(rate), peak: 3x\(more)}
        work: {cpu: 10 ms, memory: 1 GiB\(work)}
        slo: {latency: {p99: 400 ms}}
    """
  }

  private func plan(_ text: String) throws -> Plan { try #require(PlanFixture.plan(text)) }

  private func detail(_ placed: PlacedWorkload?, _ name: String) -> Double? {
    placed?.details.first { $0.name == name }?.value
  }

  @Test func `the curve of each way is what a plan of that month costs, and the flip is where they cross`() throws {
    // Heavy requests, so that machines of one's own are cheaper in the end.
    func web(rate: String = "10/s", growth: String = "30%/month") -> String {
      self.web(rate: rate, growth: growth).replacing("cpu: 10 ms", with: "cpu: 40 ms")
    }
    let growth = try #require(try plan(web()).workloads[0].growth)
    #expect(growth.months == [0, 6, 12, 24] && growth.curves.first?.form == .functions)
    for curve in growth.curves {
      for (index, month) in growth.months.enumerated() where index > 0 {
        var rate = 10.0
        for _ in 0..<month { rate *= 1.3 }
        let text = web(rate: "\(rate)/s", growth: "0%/month")
          .replacing(
            "forms: [vm, functions]", with: "forms: [\(curve.form.rawValue)], topology: \(curve.topology.rawValue)")
        let then = try plan(text)
        if let cost = curve.costs[index] {
          #expect(abs((then.workloads[0].chosen?.perMonth.double ?? 0) / cost.double - 1) < 1e-6, "\(month)")
        } else {
          #expect(then.workloads[0].chosen == nil)
        }
      }
    }
    let flip = try #require(growth.flip)
    #expect(flip.month > 0 && flip.curve.form == .vm)
    #expect(try plan(web(growth: "0%/month")).workloads[0].growth == nil)
  }

  @Test func `capacity at a quantile is that of as many Poisson arrivals, and grows with their variation`() throws {
    let chosen = try #require(try plan(web(rate: "400/s")).workloads[0].chosen)
    // 400 x 3 a second of 10 ms: twelve cores on average; the quantile of a Poisson law of mean 12 by summing.
    var (term, sum, count) = (Elementary.exp(-12), Elementary.exp(-12), 0)
    while sum < 0.99 {
      count += 1
      term *= 12 / Double(count)
      sum += term
    }
    let p99 = try #require(detail(chosen, "capacity_p99"))
    #expect(abs(p99 - Double(count)) < 1.5 && abs((detail(chosen, "capacity_p50") ?? 0) - 12) < 1e-9)
    let wild = try #require(try plan(web(rate: "400/s", more: ", variability: 4")).workloads[0].chosen)
    #expect((detail(wild, "capacity_p99") ?? 0) > p99)
  }

  @Test func `machines that follow the day save what a count says, and never more than the mean allows`() {
    for (mean, peak, count) in [(100.0, 300.0, 12), (50, 60, 7), (10, 100, 40)] {
      let kept = OperatingStudy.elasticShare(mean: mean, peak: peak, count: count, least: 1, lagSeconds: 0)
      var hours = 0.0
      for minute in 0..<1440 {
        let load = mean + (peak - mean) * Elementary.sin(2 * Double.pi * Double(minute) / 1440)
        var machines = 1
        while Double(machines) < load / peak * Double(count) - 1e-6 { machines += 1 }
        hours += Double(machines) / 60
      }
      #expect(abs(kept - hours / 24 / Double(count)) < 1e-3)
      #expect(kept >= mean / peak - 1e-9)
      let late = OperatingStudy.elasticShare(mean: mean, peak: peak, count: count, least: 1, lagSeconds: 1800)
      #expect(late >= kept)
    }
    let many = OperatingStudy.elasticShare(mean: 60, peak: 100, count: 100_000, least: 1, lagSeconds: 0)
    #expect(abs(many - 0.6) < 1e-4)
  }

  @Test func `first fit decreasing needs no more nodes than instances, and no fewer than their sum`() throws {
    let room = PackingStudy.Pod(vcpus: 7.8, bytes: 30e9)
    let pods = (0..<40).map { PackingStudy.Pod(vcpus: 0.3 + Double($0 % 7) * 0.5, bytes: 1e9 + Double($0 % 3) * 3e9) }
    let nodes = try #require(PackingStudy.firstFit(pods, room: room))
    let cores = pods.reduce(0) { $0 + $1.vcpus } / room.vcpus
    let bytes = pods.reduce(0) { $0 + $1.bytes } / room.bytes
    #expect(nodes <= pods.count && Double(nodes) >= max(cores, bytes))
    // Decreasing first fit stays within 11/9 of the optimum and one (one dimension rules here).
    #expect(Double(nodes) <= 11.0 / 9 * max(cores, bytes).rounded(.up) + 1)
    #expect(PackingStudy.firstFit([PackingStudy.Pod(vcpus: 8, bytes: 1)], room: room) == nil)
    #expect(PackingStudy.firstFit([], room: room) == 0)
  }

  @Test func `services of one region are packed with one control plane`() throws {
    let shop = PlanFixture.shop()
      .replacing("calls: [{to: data, times: 2}]", with: "calls: [{to: data, times: 2}, {to: more}]")
      .replacing("slo: {availability: 99.9%,", with: "place: {forms: [vm]}\n    slo: {availability: 99.9%,")
    let more = """

        more:
          kind: service
          demand: from-calls
          work: {cpu: 8 ms, memory: 1 GiB}
          place: {forms: [vm]}
      """
    let plan = try plan(shop + more)
    let packing = try #require(plan.packings.first)
    #expect(packing.members == ["api", "more"] && packing.nodes <= packing.pods)
    // One control plane is 0.10 USD an hour.
    #expect(packing.perMonth >= Money(73) && packing.saving == packing.separate - packing.perMonth)
  }
}
