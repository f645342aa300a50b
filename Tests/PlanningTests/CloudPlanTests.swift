import Formulas
import Foundations
import Testing

@testable import Planning

/// How services and streams are run: hours off, sidecars, retries, throughput, pools.
struct CloudPlanTests {
  private func shop(
    head: String = "", web: String = "", call: String = "times: 2", forms: String = "vm", slo: String = ""
  ) -> String {
    """
    planner: 1
    name: shop
    horizon: 0 months
    \(head)
    place: {providers: [aws], regions: [eu-west-1], forms: [\(forms)]}
    workloads:
      web:
        kind: service
        demand: {rate: 300/s, peak: 2x}
        work: {cpu: 10 ms, memory: 1 GiB}
        calls: [{to: api, \(call)}]
        slo: {latency: {p99: 400 ms}}
        \(web)
      api:
        kind: service
        demand: {rate: 10/s, peak: 2x}
        work: {cpu: 6 ms, memory: 1 GiB}
        slo: {latency: {p99: 300 ms}\(slo)}
    """
  }

  private func plan(_ text: String) throws -> Plan { try #require(PlanFixture.plan(text)) }

  private func detail(_ placed: PlacedWorkload?, _ name: String) -> Double? {
    placed?.details.first { $0.name == name }?.value
  }

  private func machines(_ placed: PlacedWorkload?) -> Double {
    (placed?.lines ?? []).reduce(0) { ["compute", "idle"].contains($1.category) ? $0 + $1.perMonth.double : $0 }
  }

  @Test func `machines that are off at night are paid for the hours they are on`() throws {
    let always = try plan(shop()).workloads[0].chosen
    let office = try plan(shop(web: "schedule: {hours: 12 h, days: 5}")).workloads[0].chosen
    #expect(always?.sites == office?.sites)
    // 12 of 24 hours on 5 of 7 days.
    let share = 12.0 / 24 * 5 / 7
    #expect(abs(machines(office) / machines(always) - share) < 1e-6)
    #expect(abs((detail(office, "hours_off") ?? 0) - 730 * (1 - share)) < 1e-9)
    #expect(abs((detail(office, "off_hours_saving") ?? 0) - (machines(always) - machines(office))) < 1e-4)
    #expect(detail(always, "hours_off") == nil)
  }

  @Test func `a commitment does not pay for machines that are off most of the time`() throws {
    let text = shop(
      head: "prices: {commitment: {allow: [on-demand, 1y, 3y]}}", web: "schedule: {hours: 8 h, days: 5}")
    let web = try #require(try plan(text).workloads[0].chosen)
    #expect(web.sites.allSatisfy { $0.purchase == .onDemand })
    let exhaustive = try #require(PlanFixture.plan(text, isExhaustive: true))
    #expect(exhaustive.workloads[0].chosen?.label == web.label)
  }

  @Test func `a sidecar adds its CPU time, its memory and its latency`() throws {
    let bare = try plan(shop())
    let meshed = try plan(shop(head: "mesh: {cpu: 2 ms, memory: 128 MiB, latency: 3 ms}"))
    func work(_ cpu: Double) -> String {
      let variability = (cpu / (cpu + 2)) * (cpu / (cpu + 2))
      return "cpu: \(cpu + 2) ms, memory: 1152 MiB, variability: \(variability), off_cpu: 3 ms"
    }
    let stated = try plan(
      shop().replacing("cpu: 10 ms, memory: 1 GiB", with: work(10))
        .replacing("cpu: 6 ms, memory: 1 GiB", with: work(6)))
    #expect(meshed.perMonth == stated.perMonth && meshed.perMonth >= bare.perMonth)
    let extra = meshed.workloads.compactMap { detail($0.chosen, "mesh_cost") }.reduce(0, +)
    #expect(abs(extra - (meshed.perMonth - bare.perMonth).double) < 1e-6)
    #expect(abs((detail(meshed.workloads[0].chosen, "mesh_cpu") ?? 0) - 2.0 / 12) < 1e-9)
    let late = meshed.workloads[0].chosen?.latency?.total.p99 ?? 0
    #expect(abs(late - (stated.workloads[0].chosen?.latency?.total.p99 ?? 0)) < 1e-9)
    #expect(detail(bare.workloads[0].chosen, "mesh_cost") == nil)
  }

  @Test func `retries add the load and gain the success of their series, and may storm`() throws {
    let plan = try plan(shop(call: "times: 2, retries: 4, timeout: 200 ms"))
    let web = plan.workloads[0].chosen
    let p = 0.001
    let load = 1 + p + p * p + p * p * p + p * p * p * p
    #expect(abs((detail(web, "retry_load_api") ?? 0) - load) < 1e-12)
    #expect(abs(1 - (detail(web, "retry_success_api") ?? 0) - 1e-15) < 1e-15)
    let api = plan.workloads[1]
    let mine = 300.0 * 2 * load
    #expect(abs((api.load?.mean ?? 0) - (10 + mine)) < 1e-6)
    let storm = (api.chosen?.utilization ?? 0) * (10 + mine * 5) / (10 + mine)
    #expect(abs((detail(web, "retry_storm_api") ?? 0) - storm) < 1e-9)
    #expect(storm < 1 || plan.workloads[0].why.contains { $0.contains("overloaded") })
  }

  @Test func `a call that must not be made twice is not retried`() {
    #expect(PlanFixture.plan(shop(call: "times: 2, retries: 1, idempotent: false")) == nil)
    #expect(PlanFixture.plan(shop(call: "times: 2, idempotent: false")) != nil)
  }

  @Test func `pools need fewer servers than silos, by Erlang's C`() throws {
    // Published: eight teams of four erlang at one in five waiting need 56 servers alone and 39 together.
    let figures = try #require(
      PoolingFigures(
        what: "GPUs", loads: (1...8).map { ("team-\($0)", 4) }, unitPrice: Money(2285), platform: Money(20_000)))
    #expect(figures.silos == 56 && figures.pool == 39)
    #expect(figures.margin == Money(17 * 2285 - 20_000) && figures.pays)
    #expect(figures.threeYears.silos == Money(36 * 56 * 2285))
    for member in figures.members {
      #expect(member.silo == 7)
      // With one at its quota the others have what they need.
      let rest = figures.pool - member.quota
      #expect(Erlang.c(load: 28, servers: Double(rest)) <= 0.2)
      #expect(Erlang.c(load: 28, servers: Double(rest - 1)) > 0.2)
    }
    #expect(
      PoolingFigures(what: "one", loads: [("a", 4)], unitPrice: Money(1), platform: .zero) == nil)
  }

  @Test func `services of one region are shown as a pool and as silos`() throws {
    let plan = try plan(shop())
    let pool = try #require(plan.pools.first)
    #expect(pool.members.map(\.name) == ["web", "api"] && pool.silos >= pool.pool)
    let busy = plan.workloads.compactMap { result -> Double? in
      guard let chosen = result.chosen, let site = chosen.sites.first,
        let machine = PlanFixture.catalog.machine("aws:\(site.machine ?? "")")
      else { return nil }
      return (chosen.utilization ?? 0) * Double(site.count) * machine.vcpus
    }
    #expect(zip(pool.members, busy).allSatisfy { abs($0.load - $1) < 1e-9 })
  }

  @Test func `jobs fill the quiet hours of a service and no more`() throws {
    let text =
      shop() + """

          jobs:
            kind: batch
            jobs: {per: day, count: 300, cores: 2 cores, runtime: 20 min, memory: 2 GiB, restartable: true}
            slo: {deadline: 10 h}
        """
    let plan = try plan(text)
    let fill = try #require(plan.fills.first { $0.host == "web" })
    // The busy hour is twice the mean: 300 requests of 10 ms a second are free on average.
    #expect(abs(fill.free - 3 * 730) < 1e-6)
    #expect(abs(fill.needed - 300 * 2 / 3.0 * 730 / 24) < 1e-6)
    #expect(abs(fill.share - min(1, fill.free / fill.needed)) < 1e-12)
    #expect(abs(fill.saving.double - machines(plan.workloads[2].chosen) * fill.share) < 1e-3)
  }

  @Test func `functions win below the duty cycle they say, and machines above`() throws {
    func plan(_ rate: String) throws -> WorkloadResult {
      let text = shop(forms: "vm, functions").replacing("rate: 300/s", with: "rate: \(rate)")
        .replacing("calls: [{to: api, times: 2}]", with: "")
      return try self.plan(text).workloads[0]
    }
    let quiet = try plan("1/s")
    #expect(quiet.chosen?.form == .functions)
    let busy = try plan("2000/s")
    #expect(busy.chosen?.form == .vm)
    for result in [quiet, busy] {
      let figure = try #require(result.breakEvens.first { $0.rule == "B7" && $0.unit == "ratio" })
      #expect(figure.holds == (result.chosen?.form == .functions), "\(figure)")
      #expect(((figure.now ?? 0) < (figure.value ?? 0)) == figure.holds)
    }
  }

  private func stream(_ slo: String, forms: String = "managed-broker", work: String = "work: {cpu: 1 ms}") -> String {
    """
    planner: 1
    name: events
    horizon: 0 months
    place: {providers: [aws], regions: [eu-west-1], forms: [\(forms)]}
    workloads:
      events:
        kind: stream
        events: {rate: 2000/s, peak: 1.5x, size: 1 KB, replicas: 3}
        broker: kafka
        \(work)
        slo: {completion: {p99: 2 s}\(slo)}
    """
  }

  @Test(arguments: ["managed-broker", "vm"])
  func `a stream is sized for the rate that is asked of it`(forms: String) throws {
    var last = Money.zero
    for rate in ["3000/s", "30000/s", "100000/s"] {
      let plan = try plan(stream(", throughput: \(rate)", forms: forms))
      let result = plan.workloads[0]
      let target = try #require(result.slo.first { $0.objective == "throughput" })
      #expect(target.met == true && (target.predicted ?? 0) >= target.target.double)
      #expect(plan.perMonth >= last)
      last = plan.perMonth
    }
    let exhaustive = PlanFixture.plan(stream(", throughput: 100000/s", forms: forms), isExhaustive: true)
    #expect(exhaustive?.perMonth == last)
  }

  @Test func `partitions that keep order limit the rate of a stream`() throws {
    let text = stream(", throughput: 30000/s").replacing("replicas: 3", with: "replicas: 3, partitions: 12")
    let plan = try plan(text)
    #expect(plan.workloads[0].chosen == nil)
    #expect(plan.workloads[0].alternatives.contains { $0.rejected?.constraint == "partitions" })
  }

  @Test func `billed hours are those of work and those that stand idle`() throws {
    let web = try #require(try plan(shop()).workloads[0].chosen)
    let hours = { (category: String) in
      web.lines.filter { $0.category == category && $0.unit == "h" }.reduce(0) { $0 + $1.quantity }
    }
    let ratio = try #require(detail(web, "billed_over_used"))
    #expect(abs(ratio - (hours("compute") + hours("idle")) / hours("compute")) < 1e-12 && ratio > 1)
    // Busy half the busy hour's share: the mean is half the peak.
    #expect(abs(ratio * (web.utilization ?? 0) / 2 - 1) < 1e-6)
  }
}
