import Catalog
import CostSolver
import Foundations
import Spec
import Testing

@testable import Planning

/// A market of a few machines in a few regions, so that every combination can be tried.
struct SmallMarket: Market {
  let base: CatalogMarket
  let regionNames: [String: [String]]
  /// Machines by provider.
  let machines: [String: [String]]

  var providers: [String] { regionNames.keys.sorted() }
  func regions(of provider: String) -> [String] { regionNames[provider] ?? [] }
  func offers(provider: String, region: String) -> OfferColumns {
    let all = base.offers(provider: provider, region: region)
    let wanted = Set(machines[provider] ?? [])
    return OfferColumns(
      provider: provider, region: region,
      offers: (0..<all.count).filter { wanted.contains(all.machine($0)) }.map { all.offer($0) })
  }
  func accelerators(provider: String, region: String) -> [AcceleratorOffer] { [] }
  func facts(provider: String, region: String) -> RegionFacts { base.facts(provider: provider, region: region) }
  func country(provider: String, region: String) -> String { base.country(provider: provider, region: region) }
  func roundTrip(from place: PlacePoint, provider: String, region: String) -> (seconds: Double, source: String)? {
    base.roundTrip(from: place, provider: provider, region: region)
  }
  func roundTrip(from place: PlacePoint, to other: PlacePoint) -> Double? { base.roundTrip(from: place, to: other) }
  func internetTraffic(provider: String, region: String, gigabytes: Double) -> (total: Money, source: String)? {
    base.internetTraffic(provider: provider, region: region, gigabytes: gigabytes)
  }
  func traffic(from: String, to: String, gigabytes: Double) -> (total: Money, source: String)? {
    base.traffic(from: from, to: to, gigabytes: gigabytes)
  }
  func isCountry(_ country: String, in area: String) -> Bool { base.isCountry(country, in: area) }
}

/// The search against every combination of provider, region, form, topology and machine, each pinned.
struct BruteForceTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let market = SmallMarket(
    base: CatalogMarket(catalog: PlanFixture.catalog),
    regionNames: ["aws": ["eu-central-1", "us-east-1"], "gcp": ["europe-west3", "us-central1"]],
    machines: [
      "aws": ["c7g.large", "c7g.2xlarge", "m6i.xlarge"], "gcp": ["c3-standard-4", "e2-standard-8", "n2-standard-2"],
    ])

  /// A portfolio of up to 12 components: pairs that call each other and services by themselves.
  private static func portfolio(_ dice: inout Dice, components: Int) -> String {
    var out = """
      planner: 1
      name: portfolio
      horizon: 0 months
      users: {eu: {at: Munich, share: 100%, access: fiber}}
      place: {forms: [vm, containers]}
      workloads:

      """
    var left = components
    var number = 0
    while left > 0 {
      number += 1
      let rate = Int.random(in: 5...300, using: &dice)
      let cpu = Int.random(in: 4...40, using: &dice)
      let p99 = [180, 300, 500, 1500].randomElement(using: &dice) ?? 500
      let availability = ["99%", "99.5%", "99.85%"].randomElement(using: &dice) ?? "99%"
      let callee = left > 1 && Bool.random(using: &dice)
      out += """
          front-\(number):
            kind: service
            demand: {rate: \(rate)/s}
            work: {cpu: \(cpu) ms, memory: \(Int.random(in: 300...6000, using: &dice)) MiB}
            slo: {availability: \(availability), latency: {p99: \(p99) ms}}

        """
      if callee {
        out += "    calls: [{to: back-\(number), times: \(Int.random(in: 1...3, using: &dice))}]\n"
        out += """
            back-\(number):
              kind: service
              demand: from-calls
              work: {cpu: \(Int.random(in: 1...15, using: &dice)) ms, memory: 700 MiB}

          """
      }
      left -= callee ? 2 : 1
    }
    return out
  }

  private static func problem(_ text: String) throws -> Problem {
    let decoded = SpecDecoder.decode(SourceText(name: "t", bytes: Array(text.utf8)), words: PlanFixture.words)
    var builder = ProblemBuilder(spec: try #require(decoded.spec), catalog: PlanFixture.catalog)
    let problem = builder.problem(month: 0)
    return try #require(problem)
  }

  /// The least cost of one group with a provider over every pin; nil when none is possible.
  private static func least(_ group: [WorkloadProblem], _ problem: Problem, provider: String) -> Money? {
    var best: Money?
    for region in market.regions(of: provider) {
      // Every way of each workload, as a pinned place.
      let ways = group.map { workload -> [PlaceProblem] in
        [PlacementForm.vm, .containers].flatMap { form in
          [Topology.singleZone, .multiZone].flatMap { topology in
            (market.machines[provider] ?? []).map { machine -> PlaceProblem in
              var place = workload.place
              place.providers = [provider]
              place.regions = ["\(provider):\(region)"]
              place.forms = [form]
              place.topologies = [topology]
              place.pinnedMachine = machine
              place.pinnedPurchase = .onDemand
              return place
            }
          }
        }
      }
      var choice = [Int](repeating: 0, count: group.count)
      while true {
        var pinned = problem
        pinned.workloads = group
        for index in group.indices { pinned.workloads[index].place = ways[index][choice[index]] }
        let found = Evaluator(problem: pinned, market: market, isBrief: true, isSerial: true).workloads().results
        if found.allSatisfy({ $0.chosen != nil }) {
          let cost = found.reduce(Money.zero) { $0 + ($1.chosen?.perMonth ?? .zero) }
          best = best.map { min($0, cost) } ?? cost
        }
        guard let next = choice.indices.first(where: { choice[$0] + 1 < ways[$0].count }) else { break }
        choice[next] += 1
        for index in 0..<next { choice[index] = 0 }
      }
    }
    return best
  }

  @Test(arguments: [(1, 3), (2, 6), (3, 9), (4, 12), (5, 12), (6, 7), (7, 12), (8, 12)])
  func `the search finds the least of all combinations`(seed: Int, components: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let problem = try Self.problem(Self.portfolio(&dice, components: components))
    #expect(problem.workloads.count == components)
    let groups = LoadModel.groups(problem)
    let sums = Self.market.providers.compactMap { provider -> Money? in
      let costs = Parallel.map(groups.count) { Self.least(groups[$0], problem, provider: provider) }
      guard costs.allSatisfy({ $0 != nil }) else { return nil }
      return costs.reduce(Money.zero) { $0 + ($1 ?? .zero) }
    }
    for isExhaustive in [false, true] {
      let found = Evaluator(problem: problem, market: Self.market, isExhaustive: isExhaustive).workloads().results
      let isPlaced = found.allSatisfy { $0.chosen != nil }
      #expect(isPlaced == !sums.isEmpty)
      guard isPlaced, let least = sums.min() else { continue }
      let cost = found.reduce(Money.zero) { $0 + ($1.chosen?.perMonth ?? .zero) }
      #expect(cost == least, "seed \(seed): \(cost) against \(least)")
    }
  }
}

/// What the search may leave out, held against searches that leave nothing out.
struct PruningTests {
  @Test func `machines that another one dominates never change the least cost of any fleet`() {
    var state: UInt64 = 7
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<200 {
      let rows = 0..<(draw(40) + 1)
      let workers = rows.map { _ in Double(1 + draw(8)) }
      let memory = rows.map { _ in Double(1 + draw(6)) }
      let speed = rows.map { _ in 0.5 + 0.25 * Double(draw(4)) }
      let price = rows.map { _ in 0.1 * Double(1 + draw(12)) }
      let kept = Dominance.undominated(workers: workers, memoryBytes: memory, speed: speed, usdPerHour: price)
      for _ in 0..<10 {
        let (busy, need, each) = (Double(draw(40)) + 0.5, Double(1 + draw(6)), Double(draw(3)))
        /// The first of the cheapest fleets among some rows.
        func cheapest(_ among: [Int]) -> Int? {
          let fitting = among.filter { memory[$0] >= need }
          func cost(_ row: Int) -> Double {
            (busy / (workers[row] * speed[row])).rounded(.up) * (price[row] + each)
          }
          return fitting.min { cost($0) == cost($1) ? $0 < $1 : cost($0) < cost($1) }
        }
        #expect(cheapest(kept) == cheapest(Array(rows)))
      }
    }
  }

  @Test(arguments: [105, 120, 140, 170, 220, 300])
  func `a joint search that ends early says so, an exhaustive one proves the same plan`(p99: Int) throws {
    let text = """
      planner: 1
      name: chain
      horizon: 0 months
      users: {eu: {at: Munich, share: 100%, access: fiber}}
      place: {providers: [aws], regions: [eu-central-1], forms: [vm]}
      workloads:
        front:
          kind: service
          demand: {rate: 90/s}
          work: {cpu: 20 ms, memory: 1 GiB}
          calls: [{to: back, times: 2}]
          slo: {availability: 99%, latency: {p99: \(p99) ms}}
        back:
          kind: service
          demand: from-calls
          work: {cpu: 9 ms, memory: 1 GiB}
      """
    let decoded = SpecDecoder.decode(SourceText(name: "t", bytes: Array(text.utf8)), words: PlanFixture.words)
    var builder = ProblemBuilder(spec: try #require(decoded.spec), catalog: PlanFixture.catalog)
    let stated = builder.problem(month: 0)
    let problem = try #require(stated)
    let market = CatalogMarket(catalog: PlanFixture.catalog)
    func cost(_ results: [WorkloadResult]) -> [Money?] { results.map { $0.chosen?.perMonth } }
    let early = Evaluator(problem: problem, market: market, visitLimit: 0).workloads()
    let usual = Evaluator(problem: problem, market: market).workloads()
    let whole = Evaluator(problem: problem, market: market, isExhaustive: true, visitLimit: 0).workloads()
    #expect(usual.search.unprovenGroups == 0)
    #expect(whole.search.unprovenGroups == 0)
    #expect(cost(usual.results) == cost(whole.results))
    #expect(usual.results.map { $0.chosen?.label } == whole.results.map { $0.chosen?.label })
    if early.search.unprovenGroups == 0 { #expect(cost(early.results) == cost(whole.results)) }
  }
}
