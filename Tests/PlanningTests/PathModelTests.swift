import Testing

@testable import Placement
@testable import Planning

@Suite struct PathModelTests {
  @Test func `the response of one server is the exponential law it is known to be`() throws {
    // M/M/1: response exponential with rate mu - lambda; its p99 is ln(100) / (mu - lambda).
    let path = PathNode.hop(
      "queue", .queue(arrivalPerSecond: 80, serviceSeconds: 0.01, servers: 1, ca2: 1, cs2: 1))
    let p99 = PathModel.percentile(0.99, path)
    #expect(abs(p99 - 4.605170186 / 20) / p99 < 1e-4)
    let p50 = PathModel.percentile(0.5, path)
    #expect(abs(p50 - 0.69314718 / 20) / p50 < 1e-4)
  }

  @Test func `percentiles of a sum are below the sum of percentiles and grow with load`() {
    let network = PathNode.hop("network", .lognormal(mean: 0.05, scv: 0.25))
    func path(_ rate: Double) -> PathNode {
      .series([
        network, .hop("queue", .queue(arrivalPerSecond: rate, serviceSeconds: 0.01, servers: 2, ca2: 1, cs2: 1)),
      ])
    }
    var last = 0.0
    for rate in [20.0, 80, 120, 160, 190] {
      let p99 = PathModel.percentile(0.99, path(rate))
      #expect(p99 > last)
      last = p99
    }
    let queue = PathNode.hop("queue", .queue(arrivalPerSecond: 190, serviceSeconds: 0.01, servers: 2, ca2: 1, cs2: 1))
    #expect(last < PathModel.percentile(0.99, network) + PathModel.percentile(0.99, queue))
    #expect(PathModel.percentile(0.99, path(200)) == .infinity)
  }

  @Test func `the slower of two equal hops has the squared distribution`() {
    let hop = PathNode.hop("service", .lognormal(mean: 0.1, scv: 1))
    let both = PathModel.percentile(0.81, .parallel([hop, hop]))
    let one = PathModel.percentile(0.9, hop)
    #expect(abs(both - one) / one < 0.01)
  }

  @Test func `a cache with half the hits leaves p99 to the misses`() {
    let hit = PathNode.hop("hit", .constant(0.001))
    let miss = PathNode.hop("miss", .lognormal(mean: 0.1, scv: 1))
    let mixed = PathModel.percentile(0.99, .mixture([(0.5, hit), (0.5, miss)]))
    #expect(abs(mixed - PathModel.percentile(0.98, miss)) / mixed < 0.01)
  }
}

@Suite struct ReliabilityTests {
  @Test func `a fleet is as available as the enumeration of its failures says`() {
    let figures = ReliabilityFigures()
    // Three machines over two zones (2 and 1), two needed.
    var expected = 0.0
    for zoneA in [true, false] {
      for zoneB in [true, false] {
        for mask in 0..<8 {
          let up = (0..<3).filter { mask >> $0 & 1 == 1 }
          let serving = up.filter { $0 < 2 ? zoneA : zoneB }.count
          let probability =
            (zoneA ? figures.zone : 1 - figures.zone) * (zoneB ? figures.zone : 1 - figures.zone)
            * (0..<3).map { up.contains($0) ? figures.instance : 1 - figures.instance }.reduce(1, *)
          if serving >= 2 { expected += probability }
        }
      }
    }
    #expect(abs(figures.fleet(needed: 2, count: 3, zones: 2) - figures.region * expected) < 1e-12)
  }

  @Test func `more machines and more zones never lower availability`() {
    let figures = ReliabilityFigures()
    for needed in 1...5 {
      for zones in 1...3 {
        for count in needed..<(needed + 4) {
          #expect(
            figures.fleet(needed: needed, count: count + 1, zones: zones)
              >= figures.fleet(needed: needed, count: count, zones: zones) - 1e-12)
        }
      }
    }
  }
}

@Suite struct BatchLotTests {
  @Test func `equal jobs finish in whole waves`() {
    let lot = BatchLot(jobs: 10, runtimeSeconds: 60, scv: 0)
    #expect(lot.makespan(slots: 3, quantile: 0.9) == 240)
    #expect(lot.makespan(slots: 10, quantile: 0.9) == 60)
    #expect(lot.makespan(slots: 0, quantile: 0.9) == .infinity)
  }

  @Test func `a list schedule simulated with random run times stays within the stated bound`() {
    var state: UInt64 = 42
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
    }
    let lot = BatchLot(jobs: 200, runtimeSeconds: 100, scv: 0.25)
    let bound = lot.makespan(slots: 16, quantile: 0.9)
    let deviation = (0.25 + 1.0).squareRoot() > 0 ? 0.47238 : 0  // sqrt(ln 1.25)
    var late = 0
    for _ in 0..<2000 {
      var free = [Double](repeating: 0, count: 16)
      for _ in 0..<200 {
        var normal = -6.0
        for _ in 0..<12 { normal += uniform() }
        let runtime = 100 / 1.25.squareRoot() * exponential(normal * deviation)
        let next = free.indices.min { free[$0] < free[$1] } ?? 0
        free[next] += runtime
      }
      if (free.max() ?? 0) > bound { late += 1 }
    }
    #expect(late <= 200)
  }

  /// e^x by its series after halving; independent of the code under test.
  private func exponential(_ x: Double) -> Double {
    let small = x / 64
    var term = 1.0
    var sum = 1.0
    for n in 1...12 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
