import Catalog
import Formulas
import Foundations
import Spec
import Testing

@testable import Planning

/// Two regions: what is chosen, what it costs, how available it is, and why.
struct RegionPairTests {
  /// An API and its database with users on both sides of an ocean.
  static func shop(
    topology: String = "active-passive", slo: String = "availability: 99.9%", data: String = "", place: String = "",
    drills: String = "4/year", regions: String = "[us-east-1, eu-west-1, eu-central-1, us-west-2]"
  ) -> String {
    """
    planner: 1
    name: shop
    horizon: 0 months
    users:
      us: {at: aws:us-east-1, share: 60%, access: fiber}
      eu: {at: Frankfurt, share: 40%, access: fiber}
    practices: {failover_drills: \(drills)}
    place: {providers: [aws], run_on: [cloud], topology: [\(topology)], regions: \(regions)\(place)}
    workloads:
      api:
        kind: service
        demand: {rate: 60/s}
        work: {cpu: 10 ms, memory: 1 GiB, response: 4 KB}
        calls: [{to: data, times: 2}]
        slo: {\(slo)}
      data:
        kind: store
        data: {size: 50 GB, writes: 20/s, item: 2 KB}
        \(data)
    """
  }

  private func chosen(_ text: String, _ name: String) throws -> PlacedWorkload {
    let plan = try #require(PlanFixture.plan(text))
    return try #require(plan.workloads.first { $0.name == name }?.chosen)
  }

  private func detail(_ placed: PlacedWorkload, _ name: String) -> PlacementDetail? {
    placed.details.first { $0.name == name }
  }

  @Test func oneRegionCannotServeFarUsersInThirtyMilliseconds() throws {
    let text = """
      planner: 1
      name: far
      horizon: 0 months
      users:
        us: {at: aws:us-east-1, share: 50%, access: fiber}
        eu: {at: Frankfurt, share: 50%, access: fiber}
      place: {providers: [aws], run_on: [cloud]}
      workloads:
        api:
          kind: service
          demand: {rate: 60/s}
          work: {cpu: 2 ms, memory: 1 GiB}
          slo: {latency: {p99: 30 ms}}
      """
    let plan = try #require(PlanFixture.plan(text))
    let api = plan.workloads[0]
    let placed = try #require(api.chosen)
    #expect(placed.topology == .activeActive)
    #expect(Set(placed.sites.map(\.region)).count == 2)
    #expect(api.slo.allSatisfy { $0.met == true })
    // Every single region is ruled out by latency, and says so.
    #expect(api.alternatives.contains { $0.topology == .singleZone && $0.rejected?.constraint == "latency.p99" })
    #expect(api.why.contains { $0.contains("one region") })
  }

  @Test func aSecondRegionIsTakenForANamedReasonOnly() throws {
    let easy = Self.shop().replacing("topology: [active-passive], ", with: "")
    #expect(try chosen(easy, "api").sites.count == 1)
    // The region and its balancer alone leave 0.02 %.
    let hard = Self.shop(slo: "availability: 99.99%").replacing("topology: [active-passive], ", with: "")
    let plan = try #require(PlanFixture.plan(hard))
    let api = try #require(plan.workloads.first)
    #expect(try #require(api.chosen).sites.count == 2)
    #expect(api.why.contains { $0.contains("one region") && $0.contains("99.99") })
  }

  @Test func twoRegionsThatAreTooFarAreToldAsSuch() throws {
    let text = """
      planner: 1
      name: far
      horizon: 0 months
      place: {providers: [aws], topology: [active-passive]}
      users: {munich: {at: Munich, share: 100%, access: fiber}}
      workloads:
        api: {kind: service, demand: {rate: 50/s}, work: {cpu: 10 ms}, slo: {latency: {p99: 5 ms}}}
      """
    let plan = try #require(PlanFixture.plan(text))
    let api = try #require(plan.workloads.first)
    #expect(api.chosen == nil)
    #expect(api.why.first?.contains("active-passive") == true)
    #expect(api.why.first?.contains("latency.p99") == true)
  }

  @Test func replicationIsPricedByTheTableOfPairs() throws {
    let placed = try chosen(Self.shop(), "data")
    #expect(placed.sites.count == 2)
    let line = try #require(placed.lines.first { $0.item.hasPrefix("replication, ") })
    // 20 writes a second of 2 KB, for a month of 730 h.
    #expect(abs(line.quantity - 20 * 2000 * 730 * 3600 / 1e9) < 1e-6)
    let (home, other) = (placed.sites[0].region, placed.sites[1].region)
    let price = Traffic(Catalog(providers: ["aws"])).between("aws:\(home)", "aws:\(other)")
    #expect(line.unitPrice == price?.marginal(gb: 0))
    #expect(placed.lines.reduce(Money.zero) { $0 + $1.perMonth } == placed.perMonth)
  }

  @Test func noLossMeansThatEveryWriteWaits() throws {
    let late = try chosen(Self.shop(data: "slo: {rpo: 1 min}"), "data")
    #expect(detail(late, "replication")?.text == "asynchronous")
    let staleness = try #require(detail(late, "staleness_p99")?.value)
    #expect(late.rpo == staleness && staleness > 0.2 && staleness < 1)
    let text = Self.shop(slo: "availability: 99.9%, rpo: 0 s", data: "slo: {rpo: 0 s}")
    let never = try chosen(text, "data")
    #expect(detail(never, "replication")?.text == "synchronous")
    #expect(never.rpo == 0)
    let trip = try #require(detail(never, "region_round_trip")?.value)
    let path = try #require(never.latency)
    // A seventh of the operations are writes, and they wait for the round trip: the p99 is theirs.
    #expect(path.total.p99 > trip)
    #expect(try chosen(text, "api").rpo == 0)
  }

  @Test func theAvailabilityOfAPairIsThatOfItsChain() throws {
    // A service alone: no parts but its own.
    let text = """
      planner: 1
      name: lone
      horizon: 0 months
      practices: {failover_drills: 4/year}
      place: {providers: [aws], run_on: [cloud], topology: [active-passive], regions: [us-east-1, eu-west-1]}
      workloads:
        api:
          kind: service
          demand: {rate: 60/s}
          work: {cpu: 10 ms, memory: 1 GiB}
          slo: {rto: 5 min}
      """
    let placed = try chosen(text, "api")
    let site = placed.sites[0]
    // One zone of 99.95 %, machines of 99.5 % of which one must be up, a balancer of 99.99 %.
    #expect(site.zones == 1)
    let machines = 1 - Elementary.pow(0.005, Double(site.count))
    let u = 1 - 0.9995 * machines * 0.9999
    // Detection 90 s, names 60 s, repair 4 h; 95 % of drilled failovers work; 5 % of failures take both.
    let takeover = try #require(placed.rto)
    let lost = u * (0.95 * takeover / 14_400 + 0.05)
    let v = 1 - 0.9995 * (1 - Elementary.pow(0.005, Double(max(1, placed.sites[1].count)))) * 0.9999
    let both = 0.05 * min(u, v) + 0.95 * 0.95 * u * v
    let expected = 0.999_99 * (1 - both - lost)
    #expect(abs((placed.availability ?? 0) - expected) < 1e-9)
  }

  @Test func aFailoverNobodyPractisesCountsHalf() throws {
    let drilled = try chosen(Self.shop(), "api")
    let never = try chosen(Self.shop().replacing("practices: {failover_drills: 4/year}\n", with: ""), "api")
    #expect(detail(drilled, "failover_coverage")?.value == 0.95)
    #expect(detail(never, "failover_coverage")?.value == 0.5)
    #expect(drilled.lines.contains { $0.item == "failover drills" })
    #expect(!never.lines.contains { $0.item == "failover drills" })
  }

  @Test func aPilotLightIsCheaperAndLater() throws {
    func shop(_ slo: String) -> String {
      Self.shop(slo: slo).replacing("memory: 1 GiB,", with: "memory: 1 GiB, start: 60 s,")
    }
    let slow = try chosen(shop("rto: 1 h"), "api")
    let fast = try chosen(shop("rto: 280 s"), "api")
    #expect(detail(slow, "standby")?.text?.hasPrefix("pilot light") == true)
    #expect(detail(fast, "standby")?.text == "full")
    #expect(slow.perMonth < fast.perMonth)
    // Detection 90 s, a machine 120 s, the program 60 s, names 60 s; running machines wait for the database's 120 s.
    #expect(slow.rto == 330)
    #expect(fast.rto == 270)
  }

  @Test func bothRegionsLieWhereTheDataMayBe() throws {
    let text = Self.shop(place: ", residency: [EU]", regions: "[eu-*, us-*]")
    for name in ["api", "data"] {
      let placed = try chosen(text, name)
      #expect(placed.sites.count == 2)
      #expect(placed.sites.allSatisfy { $0.region.hasPrefix("eu-") && $0.region != "eu-west-2" })
    }
    let plan = try #require(
      PlanFixture.plan(Self.shop(place: ", residency: [DE]", regions: "[eu-*, us-*]")))
    // There is one region in Germany: no pair, and no plan.
    #expect(plan.workloads.allSatisfy { $0.chosen == nil })
  }

  @Test func writersOnBothSidesCollide() throws {
    let text = Self.shop(topology: "active-active", data: "consistency: eventual").replacing(
      "item: 2 KB", with: "item: 2 KB, class: document")
    let placed = try chosen(text, "data")
    let conflicts = try #require(detail(placed, "conflicts_per_day")?.value)
    let lag = try #require(detail(placed, "staleness_p99")?.value)
    let share = try #require(detail(try chosen(text, "api"), "home_share")?.value)
    // 50 GB of 2 KB of which a fifth is hot; rate times rate times twice the lag over the keys.
    let keys = 50e9 * 0.2 / 2000
    let linear = 86_400 * 20 * share * 20 * (1 - share) * 2 * lag / keys
    #expect(abs(conflicts / linear - 1) < 1e-3)
    // A relational store has one home instead.
    let relational = try chosen(Self.shop(topology: "active-active", data: "consistency: eventual"), "data")
    #expect(detail(relational, "writer")?.text == relational.sites[0].region)
    #expect(detail(relational, "conflicts_per_day") == nil)
  }

  @Test func collisionsAgreeWithASimulation() {
    var state: UInt64 = 7
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    let (a, b, keys, lag, seconds) = (40.0, 25.0, 300, 0.4, 4000.0)
    func writes(_ rate: Double) -> [(time: Double, key: Int)] {
      var time = 0.0
      var all: [(time: Double, key: Int)] = []
      while true {
        time -= Elementary.log(uniform()) / rate
        if time > seconds { return all }
        all.append((time, Int(uniform() * Double(keys))))
      }
    }
    let (first, second) = (writes(a), writes(b))
    var byKey = [[Double]](repeating: [], count: keys)
    for write in second { byKey[write.key].append(write.time) }
    var hits = 0
    for write in first where byKey[write.key].contains(where: { abs($0 - write.time) < lag }) { hits += 1 }
    let predicted =
      Replication.conflictsPerDay(first: a, second: b, keys: Double(keys), lagSeconds: lag) * seconds / 86_400
    #expect(abs(Double(hits) / predicted - 1) < 0.03)
  }

  @Test func pruningOverPairsChangesNothing() throws {
    for topology in ["active-passive", "active-active"] {
      for slo in [
        "availability: 99.95%, latency: {p99: 400 ms}", "availability: 99.9%, latency: {p95: 260 ms}, rto: 4 min",
      ] {
        let text = Self.shop(topology: topology, slo: slo)
        let fast = try #require(PlanFixture.plan(text))
        let full = try #require(PlanFixture.plan(text, isExhaustive: true))
        #expect(fast.perMonth == full.perMonth)
        #expect(fast.workloads.map(\.chosen?.sites) == full.workloads.map(\.chosen?.sites))
      }
    }
  }

  @Test func theBestPairIsTheBestOfAllPairsTriedAlone() throws {
    let regions = ["us-east-1", "eu-west-1", "eu-central-1", "us-west-2"]
    for (topology, slo) in [
      ("active-passive", "availability: 99.95%, latency: {p99: 400 ms}, rto: 10 min"),
      ("active-active", "availability: 99.9%, latency: {p95: 300 ms}"),
    ] {
      var least: Money?
      for (index, one) in regions.enumerated() {
        for two in regions[(index + 1)...] {
          let plan = PlanFixture.plan(Self.shop(topology: topology, slo: slo, regions: "[\(one), \(two)]"))
          guard let plan, plan.verdict == .pass else { continue }
          least = min(least ?? plan.perMonth, plan.perMonth)
        }
      }
      let free = try #require(PlanFixture.plan(Self.shop(topology: topology, slo: slo)))
      #expect(free.perMonth == least)
    }
  }
}
