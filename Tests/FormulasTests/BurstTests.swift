import Testing

@testable import Formulas

/// Bursts against a step integrated by small steps, and against the surge that a burst is while it lasts.
struct BurstTests {
  private static let cases: [(before: Double, during: Double, servers: Double, duration: Double)] = [
    (60, 150, 10, 120), (20, 400, 10, 30), (79, 101, 10, 600), (0, 130, 10, 60),
  ]

  @Test func `backlog and late requests agree with an integration in small steps`() throws {
    for (before, during, servers, duration) in BurstTests.cases {
      let burst = try #require(
        Burst(
          before: before, during: during, serviceSeconds: 0.1, servers: servers, duration: duration, every: 86_400))
      for limit in [0.0, 0.5, 4] {
        var (inside, late, most, time) = (before * 0.1, 0.0, 0.0, 0.0)
        let step = 0.001
        while time < duration || inside > servers {
          let rate = time < duration ? during : before
          let waiting = max(0, inside - servers)
          if waiting / (servers / 0.1) > limit { late += rate * step }
          inside += (rate - min(inside, servers) / 0.1) * step
          most = max(most, waiting)
          time += step
        }
        #expect(abs(burst.backlog - most) < 0.01 * most + 1)
        #expect(abs(burst.late(limit: limit) - late) < 0.01 * late + during * 0.1, "\(limit) \(late)")
      }
    }
  }

  @Test func `while it lasts a burst is a surge`() throws {
    for (before, during, servers, duration) in BurstTests.cases {
      let burst = try #require(
        Burst(
          before: before, during: during, serviceSeconds: 0.1, servers: servers, duration: duration, every: 86_400))
      let surge = try #require(
        Surge(
          before: before, after: during, serviceSeconds: 0.1, serversBefore: servers, serversAfter: 100,
          lag: duration, limit: 0))
      #expect(abs(burst.backlog + servers - surge.peak) < 1e-9 * surge.peak)
    }
  }

  @Test func `a fleet that carries the burst has no backlog, one that never drains is always late`() throws {
    let enough = try #require(
      Burst(before: 60, during: 90, serviceSeconds: 0.1, servers: 10, duration: 60, every: 3600))
    #expect(enough.backlog == 0 && enough.lateRatio(limit: 0, mean: 30) == 0 && enough.isDrained)
    let never = try #require(
      Burst(before: 99, during: 400, serviceSeconds: 0.1, servers: 10, duration: 60, every: 600))
    #expect(!never.isDrained && never.lateRatio(limit: 10, mean: 30) == 1)
  }

  @Test func `more servers never make more requests late`() throws {
    var last = Double.infinity
    for servers in 8...40 {
      let burst = try #require(
        Burst(before: 70, during: 300, serviceSeconds: 0.1, servers: Double(servers), duration: 60, every: 3600))
      let late = burst.lateRatio(limit: 0.4, mean: 30)
      #expect(late <= last)
      last = late
    }
    #expect(last == 0)
  }
}
