import Foundations
import Testing

@testable import Planning

/// Devices and streams against figures worked out by hand.
struct DeviceTests {
  private func cameras(
    device: String = "passes: 100%", fleet: String = "", slo: String = "{}", gateways: Bool = false,
    up: String = "8 Mbit/s"
  ) -> String {
    """
    planner: 1
    name: cameras
    horizon: 0 months
    place: {providers: [aws], regions: [eu-central-1]}
    devices:
      cams: {count: 500, at: Munich, online: 90%, outage: 1 h, mtbf: 4 years, \
    uplink: {access: cable, up: \(up)}, hardware: {cores: 4, memory: 1 GiB\(fleet)}}
    \(gateways ? "  boxes: {sites: 50, per_site: 2, at: Munich, serves: cams, online: 99%, uplink: {access: fiber}, hardware: {cores: 8, memory: 8 GiB}}" : "")
    workloads:
      watch:
        kind: device
        fleet: cams
        produces: {rate: 10/s, size: 50 KB}
        \(device)
        calls: [{to: clips, async: true}]
        slo: \(slo)
      clips:
        kind: stream
        events: {rate: 0/s, size: 50 KB, retention: 1 d}
        broker: kafka
    """
  }

  @Test func `what devices send is the load of what they call`() throws {
    let plan = try #require(PlanFixture.plan(cameras(device: "passes: 10%")))
    let stream = try #require(plan.workloads.last)
    #expect(abs((stream.load?.mean ?? 0) - 500) < 1e-9)
    #expect(stream.load?.fromCalls.first?.caller == "watch")
  }

  @Test func `a filter's share follows from events, false alarms and clips`() throws {
    let text = cameras(device: "filter: {events: 40/day, clip: 2 MB, false_alarms: 3}")
    let chosen = try #require(PlanFixture.plan(text)?.workloads.first?.chosen)
    let passes = try #require(chosen.details.first { $0.name == "passes" }?.value)
    // 160 clips of 2 MB a day over 10 frames of 50 KB a second.
    #expect(abs(passes - 160 * 2e6 / 86_400 / 500_000) < 1e-12)
  }

  @Test func `the buffer is that of an on-off source`() throws {
    let chosen = try #require(
      PlanFixture.plan(cameras(device: "passes: 10%", slo: "{loss: 0.1%}"))?.workloads.first?.chosen)
    let buffer = try #require(chosen.details.first { $0.name == "buffer" }?.value)
    let (rate, up) = (50_000.0, 1e6)
    let decay = 1 / (rate * 3600) - 1 / ((up - rate) * 32_400)
    let expected = 6.907755278982137 /* ln 1000 */
    #expect(abs(buffer * decay - (expected + logarithm(0.1 * up / (up - rate)))) < 1e-9)
    #expect(chosen.loss == 0.001)
  }

  /// ln x near 0.1 by its series.
  private func logarithm(_ x: Double) -> Double {
    let y = (x - 1) / (x + 1)
    var term = y
    var sum = 0.0
    for k in stride(from: 1.0, through: 399, by: 2) {
      sum += term / k
      term *= y * y
    }
    return 2 * sum
  }

  @Test(arguments: [
    ("passes: 100%\n    work: {cpu: 400 ms}", "{}", "utilization"),
    ("passes: 100%\n    work: {cpu: 1 ms, memory: 2 GiB}", "{}", "memory"),
    ("passes: 100%", "{availability: 99.9%}", "availability"),
    ("passes: 10%\n    offline: {buffer: 1 MB}", "{loss: 0.1%}", "loss"),
    ("passes: 10%", "{completion: {p99: 1 min}}", "completion.p99"),
  ]) func `what a device cannot do is refused with its number`(device: String, slo: String, constraint: String) throws {
    let plan = try #require(
      PlanFixture.plan(cameras(device: device, slo: slo)))
    let watch = try #require(plan.workloads.first)
    #expect(watch.chosen == nil)
    let rejection = try #require(watch.alternatives.first?.rejected)
    #expect(rejection.constraint == constraint)
    #expect(rejection.value != nil && rejection.limit != nil)
  }

  @Test func `a link that is too thin is refused`() throws {
    let plan = PlanFixture.plan(cameras(device: "passes: 100%", up: "4 Mbit/s"))
    let rejection = try #require(plan?.workloads.first?.alternatives.first?.rejected)
    #expect(rejection.constraint == "uplink")
    #expect(rejection.value == 500_000)
    #expect(rejection.limit == 450_000)
  }

  @Test func `gateways take work that devices cannot do`() throws {
    let text = cameras(device: "passes: 1%\n    work: {cpu: 20 ms, memory: 2 GiB}", gateways: true)
    let chosen = try #require(PlanFixture.plan(text)?.workloads.first?.chosen)
    #expect(chosen.form == .fogGateways && chosen.topology == .fog)
    #expect(chosen.sites.count == 2)
    // 5 cameras a gateway, 10 events a second, 20 ms on cores of 0.35.
    #expect(abs((chosen.utilization ?? 0) - 50 * 0.02 / (0.35 * 8)) < 1e-12)
  }

  @Test func `more events, copies, readers and retention never make a broker cheaper`() throws {
    func cost(_ events: String) throws -> Money {
      let plan = try #require(
        PlanFixture.plan(
          """
          planner: 1
          name: events
          horizon: 0 months
          place: {providers: [aws], regions: [us-east-1]}
          workloads: {events: {kind: stream, broker: kafka, work: {cpu: 1 ms}, events: {\(events)}}}
          """))
      return try #require(plan.workloads.first?.chosen).perMonth
    }
    var last = Money.zero
    for events in [
      "rate: 100/s, size: 1 KB", "rate: 2000/s, size: 1 KB", "rate: 20000/s, size: 1 KB",
      "rate: 20000/s, size: 4 KB", "rate: 20000/s, size: 4 KB, consumers: 4",
      "rate: 20000/s, size: 4 KB, consumers: 4, retention: 7 d",
    ] {
      let next = try cost(events)
      #expect(next >= last, "\(events)")
      last = next
    }
  }

  @Test func `events that must stay in order need as many partitions as workers`() throws {
    let plan = try #require(
      PlanFixture.plan(
        """
        planner: 1
        name: events
        horizon: 0 months
        place: {providers: [aws], regions: [us-east-1]}
        workloads: {events: {kind: stream, work: {cpu: 10 ms}, events: {rate: 1000/s, peak: 1x, partitions: 2}}}
        """))
    let rejection = try #require(plan.workloads.first?.alternatives.first?.rejected)
    #expect(rejection.constraint == "partitions" && rejection.value == 2)
    #expect((rejection.limit ?? 0) > 4)
  }

  @Test func `what must work offline is as available as its device; what waits for an answer needs the link too`()
    throws
  {
    func text(_ more: String) -> String {
      """
      planner: 1
      name: tablets
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1]}
      devices: {tablets: {count: 300, at: Munich, online: 90%, mtbf: 2 years, uplink: {access: wifi}}}
      workloads:
        sales: {kind: device, fleet: tablets, produces: {rate: 1/min, size: 2 KB}, calls: [{to: api}]\(more)}
        api: {kind: service, demand: from-calls, work: {cpu: 5 ms}, place: {forms: [functions]}}
      """
    }
    let device = 730.0 / 737
    let alone = try #require(PlanFixture.plan(text(", offline: {must_work: true}"))?.workloads[0].chosen)
    #expect(abs((alone.availability ?? 0) - device) < 1e-12)
    let waiting = try #require(PlanFixture.plan(text(""))?.workloads[0].chosen)
    // Device, link and hub.
    #expect(abs((waiting.availability ?? 0) - device * 0.9 * 0.9995) < 1e-12)
  }

  @Test func `a mesh is dense enough to hang together, and somebody has to debug it`() throws {
    func text(_ topology: String) -> String {
      """
      planner: 1
      name: rescue-teams
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1]}
      devices: {radios: {count: 200, at: Munich, online: 30%, uplink: {access: 4g}}}
      workloads:
        calls-out: {kind: device, fleet: radios, topology: \(topology), produces: {rate: 1/min, size: 1 KB}, \
      calls: [{to: map}]}
        map: {kind: service, demand: from-calls, work: {cpu: 5 ms}, place: {forms: [functions]}}
      """
    }
    let mesh = try #require(PlanFixture.plan(text("mesh"))?.workloads[0].chosen)
    let hub = try #require(PlanFixture.plan(text("hub-and-spoke"))?.workloads[0].chosen)
    let share = try #require(mesh.details.first { $0.name == "mesh_share" }?.value)
    let degree = try #require(mesh.details.first { $0.name == "mesh_degree" }?.value)
    #expect(share >= 0.99 && degree > 4.51 && degree < 12)
    #expect((mesh.availability ?? 0) > 0.95 && (hub.availability ?? 1) < 0.31)
    func labour(_ placed: PlacedWorkload) -> Double {
      placed.lines.reduce(0) { $1.category == "labour" ? $0 + $1.quantity : $0 }
    }
    #expect(labour(mesh) > labour(hub))
  }

  @Test func `a loss of nothing holds in every draw of uncertain inputs`() throws {
    let text = """
      planner: 1
      name: ranged-fleet
      horizon: 0 months
      place: {providers: [aws], regions: [us-east-1]}
      devices: {trucks: {count: 500..2000, at: Chicago, online: 90%, uplink: {access: 5g}}}
      workloads:
        telemetry: {kind: device, fleet: trucks, produces: {rate: 0.5..2 /s, size: 500 B}, \
      calls: [{to: positions, async: true}], slo: {loss: 0}}
        positions: {kind: stream, events: {rate: 10/s, size: 500 B}}
      """
    let loss = try #require(PlanFixture.plan(text)?.workloads[0].slo.first)
    #expect(loss.met == true && loss.probability == 1 && loss.predicted == 0)
  }
}
