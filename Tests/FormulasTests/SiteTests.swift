import Testing

@testable import Formulas

struct SiteTests {
  @Test func `every subset is looked at once, smaller ones first`() {
    #expect(SiteChoice.subsets(of: 3) == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
    #expect(SiteChoice.subsets(of: 8).count == 255)
    // 10 + 45 + 120 and the whole.
    #expect(SiteChoice.subsets(of: 10).count == 176)
    #expect(SiteChoice.subsets(of: 0).isEmpty && SiteChoice.subsets(of: 33).isEmpty)
  }

  @Test func `the k-median of points on a line is where it must be`() throws {
    let at = [0.0, 1, 2, 10, 11]
    let weights = [1.0, 1, 1, 5, 1]
    let distance: (Int, Int) -> Double = { abs(at[$0] - at[$1]) }
    let one = try #require(SiteChoice.median(weights: weights, sites: 1, distance: distance))
    #expect(one.sites == [3] && one.cost == 10 + 9 + 8 + 1)
    let two = try #require(SiteChoice.median(weights: weights, sites: 2, distance: distance))
    #expect(two.sites == [1, 3] && two.cost == 3)
    var last = Double.infinity
    for k in 1...5 {
      let cost = try #require(SiteChoice.median(weights: weights, sites: k, distance: distance)).cost
      #expect(cost <= last)
      last = cost
    }
    #expect(last == 0)
  }

  /// Requests to instances, the one used last first; an idle one is given up after a while.
  private func simulated(_ rate: Double, _ seconds: Double, _ keep: Double, count: Int) -> Double {
    var state: UInt64 = 1
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
    }
    var now = 0.0
    var busy: [Double] = []
    var idle: [Double] = []
    var cold = 0
    for _ in 0..<count {
      now -= Elementary.log(uniform()) / rate
      idle += busy.filter { $0 <= now }.sorted()
      busy.removeAll { $0 <= now }
      idle.removeAll { now - $0 > keep }
      if idle.popLast() == nil { cold += 1 }
      busy.append(now - Elementary.log(uniform()) * seconds)
    }
    return Double(cold) / Double(count)
  }

  @Test(arguments: [(0.001, 0.2, 600.0), (0.1, 5, 600), (1, 1, 10), (0.2, 10, 60), (10, 5, 60)])
  func `cold starts are as often as simulated`(rate: Double, seconds: Double, keep: Double) {
    let model = ColdStarts.share(arrivalPerSecond: rate, serviceSeconds: seconds, keepSeconds: keep)
    let seen = simulated(rate, seconds, keep, count: 100_000)
    #expect(abs(model / seen - 1) < 0.2, "\(model) against \(seen)")
  }

  @Test func `cold starts need neither more time nor less traffic to become rarer`() {
    var last = 1.0
    for keep in [0.0, 1, 10, 100, 1000, 1e6] {
      let share = ColdStarts.share(arrivalPerSecond: 0.5, serviceSeconds: 1, keepSeconds: keep)
      #expect(share <= last && share >= 0)
      last = share
    }
    #expect(last < 1e-6)
    #expect(ColdStarts.share(arrivalPerSecond: 0, serviceSeconds: 1, keepSeconds: 1) == 1)
  }
}
