import Testing

@testable import Formulas

/// Commitment mixes against every split there is.
struct CommitmentTests {
  /// A repeatable number in [0,1).
  private static func uniform(_ state: inout UInt64) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }

  private static func fleet(_ state: inout UInt64) -> CommittableFleet {
    let price = 0.05 + uniform(&state)
    let count = 1 + Int(uniform(&state) * 6)
    let need = (0..<3).map { _ in (0..<count).map { _ in uniform(&state) * 1.2 }.map { min(1, $0) }.sorted(by: >) }
    return CommittableFleet(
      onDemand: price, oneYear: uniform(&state) < 0.8 ? price * (0.5 + 0.4 * uniform(&state)) : nil,
      threeYears: uniform(&state) < 0.6 ? price * (0.3 + 0.4 * uniform(&state)) : nil, need: need)
  }

  private static func splits(_ fleet: CommittableFleet) -> [CommitmentMix] {
    (0...fleet.count).flatMap { long in
      (0...(fleet.count - long)).map { CommitmentMix(threeYears: long, oneYear: $0) }
    }.filter { ($0.threeYears == 0 || fleet.threeYears != nil) && ($0.oneYear == 0 || fleet.oneYear != nil) }
  }

  @Test func `no split of a fleet costs less than the one chosen`() {
    var state: UInt64 = 3
    for _ in 0..<400 {
      let fleet = CommitmentTests.fleet(&state)
      let least = CommitmentTests.splits(fleet).map(fleet.cost).min() ?? 0
      #expect(abs(fleet.cost(fleet.best) - least) < 1e-9 * max(1, least), "\(fleet)")
    }
  }

  @Test func `no splits of three fleets within a budget cost less than those chosen`() {
    var state: UInt64 = 11
    for _ in 0..<60 {
      let fleets = (0..<3).map { _ in CommitmentTests.fleet(&state) }
      let whole = fleets.reduce(0) { $0 + $1.commitment($1.best) }
      let budget = whole * CommitmentTests.uniform(&state)
      let found = CommitmentBudget.mixes(fleets, budget: budget)
      #expect(zip(fleets, found).reduce(0) { $0 + $1.0.commitment($1.1) } <= budget)
      let cost = zip(fleets, found).reduce(0) { $0 + $1.0.cost($1.1) }
      var least = Double.infinity
      let ways = fleets.map { fleet in
        CommitmentTests.splits(fleet).map { (bound: fleet.commitment($0), cost: fleet.cost($0)) }
      }
      for a in ways[0] {
        for b in ways[1] {
          for c in ways[2] where a.bound + b.bound + c.bound <= budget { least = min(least, a.cost + b.cost + c.cost) }
        }
      }
      #expect(abs(cost - least) < 1e-9 * max(1, least), "\(cost) \(least)")
    }
  }

  @Test func `a budget over very many fleets is kept, and nearly all of it used`() {
    var state: UInt64 = 17
    let fleets = (0..<200).map { _ in CommitmentTests.fleet(&state) }
    let whole = fleets.reduce(0) { $0 + $1.commitment($1.best) }
    let found = CommitmentBudget.mixes(fleets, budget: whole / 2)
    let bound = zip(fleets, found).reduce(0) { $0 + $1.0.commitment($1.1) }
    #expect(bound <= whole / 2)
    #expect(bound > whole * 0.45)
  }

  @Test func `a year is bought up to the machine that is needed as often as its price is of the price on demand`() {
    // A discount of 30 %: machines needed more than 70 % of the time.
    let need = [1, 0.95, 0.8, 0.71, 0.69, 0.4]
    let fleet = CommittableFleet(onDemand: 1, oneYear: 0.7, threeYears: nil, need: [need])
    #expect(fleet.best == CommitmentMix(threeYears: 0, oneYear: 4))
  }

  @Test func `what is always needed is committed at the cheapest price`() {
    let always = [[1.0, 1], [1, 1], [1, 1]]
    for (year, three, expected) in [(0.7, 0.5, (2, 0)), (0.7, 0.8, (0, 2)), (1.1, 1.2, (0, 0))] {
      let fleet = CommittableFleet(onDemand: 1, oneYear: year, threeYears: three, need: always)
      #expect(fleet.best == CommitmentMix(threeYears: expected.0, oneYear: expected.1))
    }
  }
}
