import Foundations
import Testing

@testable import Formulas
@testable import Planning

/// Batteries, theft, updates and conflicts of fleets against figures worked out by hand.
struct DeviceUpkeepTests {
  private func tags(_ hardware: String = "", fleet: String = "", device: String = "", access: String = "4g") -> String {
    """
    planner: 1
    name: tags
    horizon: 0 months
    place: {providers: [aws], regions: [eu-central-1]}
    devices:
      tags: {count: 1000, at: Munich, online: 90%, outage: 1 h, mtbf: 4 years, \
    uplink: {access: \(access), up: 1 Mbit/s}, hardware: {cores: 1, memory: 64 MiB\(hardware)}\(fleet)}
    workloads:
      report: {kind: device, fleet: tags, produces: {rate: 12/h, size: 1 KB}, calls: [{to: events, async: true}]\(device)}
      events: {kind: stream, events: {rate: 0/s, size: 1 KB}}
    """
  }

  private func chosen(_ text: String) throws -> PlacedWorkload {
    try #require(PlanFixture.plan(text)?.workloads.first?.chosen)
  }

  private func detail(_ placed: PlacedWorkload, _ name: String) throws -> Double {
    try #require(placed.details.first { $0.name == name }?.value)
  }

  @Test func `a message costs waking, sending and a tail that the next one may cut`() {
    // Sampled gaps of a Poisson stream: awake for the smaller of gap and tail, asleep where the gap is longer.
    let radio = RadioEnergy.mobile
    var random = SplitMix(seed: 7)
    for perSecond in [0.001, 0.05, 0.3] {
      let send = 1000 * 8 / 1e6 * (1.28804 + 0.43839)
      var sum = 0.0
      let count = 200_000
      for _ in 0..<count {
        let gap = -Elementary.log1p(-random.uniform()) / perSecond
        sum += send + min(gap, 11.576) * 1.06 + (gap > 11.576 ? 0.2601 * 1.2107 : 0)
      }
      let joules = radio.joules(bytes: 1000, bandwidth: 125_000, perSecond: perSecond)
      #expect(abs(joules / (sum / Double(count)) - 1) < 0.01)
    }
  }

  @Test func `a battery lasts its charge over the mean power, and charging it costs uptime`() throws {
    let text = tags(", watts: 2, idle: 0.05 W, battery: 20 Wh, recharge: 2 h", device: ", work: {cpu: 350 ms}")
    let placed = try chosen(text)
    let message = try detail(placed, "energy_per_message")
    // 12 events an hour of 1 s on this slower core, a message each, of a thousand bytes at 1 Mbit/s.
    let awake = (1 - naturalExponential(-11.576 / 300)) * 300
    let expected =
      naturalExponential(-11.576 / 300) * 0.2601 * 1.2107 + 0.008 * (1.28804 + 0.43839) + awake * 1.06
    #expect(abs(message / expected - 1) < 1e-9)
    #expect(abs(try detail(placed, "energy_per_event") - 1.95) < 1e-9)
    let watts = 0.05 + 1.95 / 300 + expected / 300
    #expect(abs(try detail(placed, "power") / watts - 1) < 1e-9)
    let life = 72_000 / watts
    #expect(abs(try detail(placed, "battery_life") / life - 1) < 1e-9)
    let device = 4 * 365 * 24 / (4 * 365 * 24 + 168.0)
    let mains = try chosen(
      tags(", watts: 2, idle: 0.05 W", device: ", work: {cpu: 350 ms}, offline: {must_work: true}"))
    let charged = try chosen(
      tags(
        ", watts: 2, idle: 0.05 W, battery: 20 Wh, recharge: 2 h",
        device: ", work: {cpu: 350 ms}, offline: {must_work: true}"))
    #expect(abs((mains.ownAvailability ?? 0) - device) < 1e-12)
    #expect(abs((charged.ownAvailability ?? 0) - device * life / (life + 7200)) < 1e-12)
  }

  /// e^x by its series.
  private func naturalExponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for k in 1..<60 {
      term *= x / Double(k)
      sum += term
    }
    return sum
  }

  @Test func `what strangers take is the rate times the loss of all that falls, and hardening averts a part`()
    throws
  {
    let text = tags(fleet: ", security: {compromised: 2%, loss: 300 USD, reach: 5, hardening: 20 USD, averts: 50%}")
    let plan = try #require(PlanFixture.plan(text))
    let placed = try #require(plan.workloads.first?.chosen)
    #expect(abs(try detail(placed, "compromise_loss") - 1000 * 0.02 * 5 * 300 / 12) < 1e-9)
    #expect(abs(try detail(placed, "hardening_averts") - 1000 * 0.02 * 5 * 300 / 12 / 2) < 1e-9)
    let figure = try #require(plan.workloads[0].breakEvens.first { $0.rule == "S105" })
    // The loss of one device at which the averted part equals the price of hardening, 0.03134 a month.
    let value = try #require(figure.value)
    #expect(abs(value * 0.02 * 5 / 12 * 0.5 / (20 * 0.031336365461) - 1) < 1e-6)
    #expect(figure.now == 300 && figure.holds == (300 > value))
  }

  @Test func `updates are fetched no faster than so many at once, and their traffic is paid`() throws {
    let slow = try chosen(
      tags(fleet: ", updates: {size: 37.5 MB, every: 1 month, parallel: 10}").replacing(
        "up: 1 Mbit/s", with: "up: 1 Mbit/s, down: 1 Mbit/s, price: 2 USD/GB"))
    // 300 s each, ten at once, 950 devices.
    #expect(abs(try detail(slow, "patch_95") - 950 * 300 / 10) < 1e-6)
    let free = try chosen(tags())
    #expect(try detail(free, "patch_95") < 950 * 300 / 10)
    let lines = slow.lines.filter { $0.item.hasPrefix("updates") }
    #expect(lines.map(\.quantity) == [37.5, 37.5])
    #expect(lines.last?.unitPrice == Money(2) && lines.last?.source == "spec: uplink.price")
  }

  @Test func `conflicts follow from writes on both sides of an exponential outage`() throws {
    let placed = try chosen(tags(device: ", offline: {must_work: true, shared: 5000}"))
    let each = try detail(placed, "conflicts_per_outage")
    var random = SplitMix(seed: 11)
    var sum = 0.0
    let count = 100_000
    for _ in 0..<count {
      let window = -3600 * Elementary.log1p(-random.uniform())
      sum += OfflineConflicts.fixed(objects: 5000, here: 12.0 / 3600, there: 999 * 12.0 / 3600, seconds: window)
    }
    #expect(abs(each / (sum / Double(count)) - 1) < 0.02)
    #expect(abs(try detail(placed, "conflicts_per_day") / (each * 1000 * 0.1 / 3600 * 86_400) - 1) < 1e-9)
    #expect(
      try chosen(tags(device: ", offline: {must_work: true}")).details.allSatisfy { !$0.name.hasPrefix("conflict") })
  }

  @Test func `conflicts of a fixed window are those of two writers of each object`() {
    // Both sides write each of ten objects at random: a window of 30 s, 1 and 2 writes a second.
    var random = SplitMix(seed: 3)
    var sum = 0
    let count = 4000
    for _ in 0..<count {
      for _ in 0..<10 {
        // Poisson with mean 3 and 6: none with e^-3 and e^-6.
        let mine = random.uniform() > 0.049787068367863944
        let theirs = random.uniform() > 0.0024787521766663585
        if mine && theirs { sum += 1 }
      }
    }
    let value = OfflineConflicts.fixed(objects: 10, here: 1, there: 2, seconds: 30)
    #expect(abs(value - Double(sum) / Double(count)) < 0.05)
  }

  @Test func `a price over the uplink that is not stated is among what is assumed`() throws {
    func path(_ text: String) throws -> [String] {
      try #require(PlanFixture.plan(text)).assumptions.map(\.path)
    }
    #expect(try path(tags()).contains("devices.tags.uplink.price"))
    let stated = tags().replacing("up: 1 Mbit/s", with: "up: 1 Mbit/s, price: 0.5 USD/GB")
    #expect(try !path(stated).contains("devices.tags.uplink.price"))
    let line = try #require(try chosen(stated).lines.first { $0.item.hasPrefix("uplink") })
    #expect(line.unitPrice == Money(0.5))
  }

  @Test func `a framework fits memory and disk, and saves hours where protocols are named`() throws {
    let small = try chosen(tags(", disk: 4 GB", fleet: ", protocols: [modbus, opc-ua]"))
    #expect(small.details.first { $0.name == "edgex" }?.text == "too large")
    let hours = try detail(small, "framework_build") - detail(small, "framework_adopt")
    // 400 h and 120 for each protocol against 80 and 16.
    #expect(hours == 528)
  }

  @Test func `the share of the cost at known prices is that of its lines`() throws {
    let placed = try chosen(tags(", watts: 2"))
    let assumed = placed.lines.filter { $0.source.contains("assumed") }.reduce(0.0) { $0 + $1.perMonth.double }
    #expect(assumed > 0 && abs(placed.confidence - (1 - assumed / placed.perMonth.double)) < 1e-12)
  }

  @Test func `a device by its name brings what the spec leaves out, and says so`() throws {
    let text = tags().replacing("hardware: {cores: 1, memory: 64 MiB}", with: "hardware: {name: wearable}")
    let plan = try #require(PlanFixture.plan(text))
    let placed = try #require(plan.workloads[0].chosen)
    #expect(placed.details.first { $0.name == "tier" }?.text == "wearable")
    let assumed = plan.assumptions.filter { $0.path.hasPrefix("devices.tags.hardware") }
    #expect(assumed.contains { $0.path.hasSuffix("cores") && $0.value == "2" })
    #expect(assumed.contains { $0.path.hasSuffix("battery") && $0.value == "1.2" })
    // 1.2 Wh at the mean power.
    #expect(abs(try detail(placed, "battery_life") * (try detail(placed, "power")) - 4320) < 1e-6)
  }

  @Test func `hardware paid at once and spread over its life comes to the same`() throws {
    let placed = try chosen(tags(", price: 40 USD, owned: false"))
    let cash = try detail(placed, "hardware_cash")
    #expect(cash == 40_000)
    let month = try detail(placed, "hardware_per_month")
    #expect(abs(cash + (try detail(placed, "hardware_interest")) - 36 * month) < 1e-9)
    let line = try #require(placed.lines.first { $0.item.contains("capital") })
    #expect(abs(line.perMonth.double - month) < 0.01)
  }

  @Test func `local work exposes the share that it lets through`() throws {
    let all = try chosen(tags())
    let some = try chosen(tags(device: ", passes: 4%, work: {cpu: 1 ms}"))
    #expect(try detail(all, "exposure") == 1)
    #expect(abs(try detail(some, "exposure") - 0.04) < 1e-12)
  }

  @Test func `a prototype costs its messages and agents`() throws {
    // Ten devices, twelve messages an hour of less than 5 KB.
    #expect(abs(try detail(chosen(tags()), "prototype") - (10 * 12 * 730 / 1e6 + 1.6)) < 1e-9)
  }

  @Test func `data that must stay in an area are not worked on by devices elsewhere`() throws {
    let inside = tags().replacing("regions: [eu-central-1]", with: "regions: [eu-central-1], residency: [DE]")
    #expect(PlanFixture.plan(inside)?.workloads[0].chosen != nil)
    let outside = inside.replacing("at: Munich", with: "at: {Munich: 90%, Zurich: 10%}")
    let watch = try #require(PlanFixture.plan(outside)?.workloads[0])
    let rejection = try #require(watch.alternatives.first?.rejected)
    #expect(watch.chosen == nil && rejection.constraint == "residency" && rejection.by.contains("Zurich"))
  }
}
