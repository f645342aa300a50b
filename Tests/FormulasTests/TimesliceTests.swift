import Testing

@testable import Formulas

@Suite struct TimesliceTests {
  @Test func `an outage spoils the slices that it covers, laid at every phase`() throws {
    let cases: [(slice: Double, target: Double, outage: Double)] = [
      (60, 0.999, 120), (60, 0.95, 120), (60, 0.5, 45), (60, 0.5, 29), (300, 0.99, 60), (60, 0.9, 3000), (60, 1, 1),
    ]
    for (slice, target, outage) in cases {
      let rule = try #require(Timeslices(sliceSeconds: slice, sliceTarget: target))
      // Counted by hand over many phases of the clock.
      var bad = 0
      let phases = 20_000
      for phase in 0..<phases {
        let start = slice * (Double(phase) + 0.5) / Double(phases)
        var index = 0.0
        while index * slice < start + outage {
          let overlap = min(start + outage, (index + 1) * slice) - max(start, index * slice)
          if overlap > (1 - target) * slice { bad += 1 }
          index += 1
        }
      }
      let counted = Double(bad) / Double(phases)
      #expect(abs(rule.badSlices(outageSeconds: outage) - counted) < 2e-4, "\(slice) \(target) \(outage): \(counted)")
    }
  }

  @Test func `thinly spread errors spoil no slice until they pass its share, then all`() throws {
    // OpenSLO's example: 20,160 slices of a minute in two weeks, of which 95 % must be good, leave 1,008.
    let rule = try #require(Timeslices(sliceSeconds: 60, sliceTarget: 0.99))
    #expect(abs(20_160 * (1 - 0.95) - 1008) < 1e-9)
    #expect(rule.badRatio(errorRatio: 0.008, events: 60_000) < 1e-6)
    #expect(rule.badRatio(errorRatio: 0.012, events: 60_000) > 1 - 1e-5)
    #expect(rule.badRatio(errorRatio: 0, events: 100) == 0)
    #expect(rule.badRatio(errorRatio: 1, events: 100) == 1)
    // Fewer than a hundred events: a single failure is too many.
    #expect(abs(rule.badRatio(errorRatio: 0.01, events: 50) - 0.394993932862) < 1e-11)
  }

  @Test func `the share of bad slices is the binomial tail`() throws {
    // P(X ≥ k) summed term by term in exact ratios, k the least count above (1 − s)·n.
    func tail(_ n: Int, _ p: Double, _ k: Int) -> Double {
      var sum = 0.0
      for j in k...n {
        var term = 1.0
        for i in 0..<n { term *= i < j ? p * Double(n - i) / Double(j - i) : 1 - p }
        sum += term
      }
      return sum
    }
    for (n, p, target, k) in [(100, 0.02, 0.99, 2), (40, 0.3, 0.75, 11), (200, 0.001, 0.995, 2), (7, 0.5, 0.5, 4)] {
      let rule = try #require(Timeslices(sliceSeconds: 1, sliceTarget: target))
      let due = tail(n, p, k)
      #expect(abs(rule.badRatio(errorRatio: p, events: Double(n)) - due) < 1e-12 * max(1, due), "\(n) \(p) \(target)")
    }
  }

  @Test func `what a share or a length cannot be is refused`() {
    #expect(Timeslices(sliceSeconds: 0, sliceTarget: 0.9) == nil)
    #expect(Timeslices(sliceSeconds: 60, sliceTarget: 1.1) == nil)
    #expect(CanaryRollout(share: 2, watchSeconds: 1) == nil)
    #expect(CanaryRollout(share: 0.1, watchSeconds: -1) == nil)
  }
}

@Suite struct CanaryTests {
  @Test func `without a canary every request meets a fault until it is mended`() throws {
    #expect(CanaryRollout.none.spoiledSeconds(detectSeconds: 300, restoreSeconds: 2700) == 3000)
    let whole = try #require(CanaryRollout(share: 1, watchSeconds: 900))
    #expect(abs(whole.spoiledSeconds(detectSeconds: 300, restoreSeconds: 2700) - 3000) < 1e-9)
  }

  @Test func `a canary that is watched long enough bears the whole fault`() throws {
    let canary = try #require(CanaryRollout(share: 0.05, watchSeconds: 1e9))
    #expect(abs(canary.spoiledSeconds(detectSeconds: 300, restoreSeconds: 2700) - 150) < 1e-9)
    let due = CanaryRollout.watch(detectSeconds: 300, probability: 0.95)
    let watched = try #require(CanaryRollout(share: 0.05, watchSeconds: due))
    #expect(abs(watched.detection(detectSeconds: 300) - 0.95) < 1e-12)
  }

  @Test func `the mean agrees with deploys played through one by one`() throws {
    let (share, watch, detect, restore) = (0.1, 400.0, 300.0, 1200.0)
    let canary = try #require(CanaryRollout(share: share, watchSeconds: watch))
    // The time to detection at evenly spaced quantiles; a fault not seen in time shows again after the same law.
    let count = 200_000
    var sum = 0.0
    for i in 0..<count {
      let time = -detect * Elementary.log1p(-(Double(i) + 0.5) / Double(count))
      sum += time <= watch ? share * (time + restore) : share * watch + (time - watch) + restore
    }
    let due = sum / Double(count)
    #expect(abs(canary.spoiledSeconds(detectSeconds: detect, restoreSeconds: restore) / due - 1) < 1e-4)
  }
}

@Suite struct KnapsackTests {
  @Test func `the choice within a sum is that of every subset tried`() {
    var random = SystemlessRandom(seed: 7)
    for round in 0..<300 {
      let count = 1 + Int(random.next() % 9)
      // Whole numbers, so that sums are exact in any order; some pay for themselves, some are worth nothing.
      let costs = (0..<count).map { _ in Double(Int(random.next() % 60)) - 5 }
      let worths = (0..<count).map { _ in Double(Int(random.next() % 50)) - 4 }
      let cap = Double(random.next() % 120)
      var most = 0.0
      for mask in 0..<(1 << count) {
        let chosen = (0..<count).filter { mask >> $0 & 1 == 1 }
        let (cost, worth) = (chosen.reduce(0) { $0 + costs[$1] }, chosen.reduce(0) { $0 + worths[$1] })
        if cost <= cap { most = max(most, worth) }
      }
      let found = Knapsack.best(costs: costs, worths: worths, cap: cap)
      #expect(found.reduce(0) { $0 + costs[$1] } <= cap, "round \(round)")
      #expect(found.reduce(0) { $0 + worths[$1] } == most, "round \(round): \(costs) \(worths) \(cap)")
    }
    #expect(Knapsack.best(costs: [], worths: [], cap: 1).isEmpty)
    #expect(Knapsack.best(costs: [1, 2], worths: [1, 2], cap: .infinity) == [0, 1])
  }

  /// A linear congruential sequence: the same everywhere.
  private struct SystemlessRandom {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
