import Formulas
import Placement
import Testing

/// The models of jobs on machines, against simulations of their own.
struct BatchModelTests {
  /// SplitMix64 and the laws drawn from it.
  private struct Draws {
    var state: UInt64

    mutating func uniform() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
    }

    mutating func exponential(_ mean: Double) -> Double { -mean * Elementary.log(uniform()) }

    mutating func lognormal(_ mean: Double, _ scv: Double) -> Double {
      let variance = Elementary.log(1 + scv)
      return mean * Elementary.exp(Normal.quantile(uniform()) * variance.squareRoot() - variance / 2)
    }
  }

  private func quantile(_ values: [Double], _ p: Double) -> Double {
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(p * Double(sorted.count)))]
  }

  @Test func `a lot on unlike slots ends before the bound as often as it says, and not much sooner`() {
    let pool = SlotPool([
      SlotPool.Class(name: "racks", machines: 6, slotsEach: 4, speed: 1.4, availability: 1),
      SlotPool.Class(name: "desktops", machines: 10, slotsEach: 2, speed: 0.8, availability: 1),
    ])
    #expect(abs(pool.effectiveSlots - (6 * 4 * 1.4 + 10 * 2 * 0.8)) < 1e-12)
    #expect(pool.slots == 44 && pool.slowest == 0.8)
    let lot = BatchLot(jobs: 600, runtimeSeconds: 1000, scv: 0.5)
    var draws = Draws(state: 7)
    let speeds = Array(repeating: 1.4, count: 24) + Array(repeating: 0.8, count: 20)
    var ends: [Double] = []
    for _ in 0..<2000 {
      var free = speeds.map { _ in 0.0 }
      for _ in 0..<600 {
        let slot = free.indices.min { free[$0] < free[$1] } ?? 0
        free[slot] += draws.lognormal(1000, 0.5) / speeds[slot]
      }
      ends.append(free.max() ?? 0)
    }
    for p in [0.5, 0.9, 0.99] {
      let (seen, bound) = (quantile(ends, p), lot.makespan(pool: pool, quantile: p))
      #expect(seen <= bound && bound < 1.35 * seen, "p\(p): \(seen) \(bound)")
    }
  }

  @Test func `a pool of like slots is the same as so many slots`() {
    let lot = BatchLot(jobs: 300, runtimeSeconds: 100, scv: 0.3)
    let pool = SlotPool([SlotPool.Class(name: "a", machines: 5, slotsEach: 4, speed: 1, availability: 1)])
    for p in [0.5, 0.9, 0.99] {
      #expect(abs(lot.makespan(pool: pool, quantile: p) - lot.makespan(slots: 20, quantile: p)) < 1e-9)
    }
    #expect(lot.makespan(pool: SlotPool([]), quantile: 0.9) == .infinity)
  }

  @Test(arguments: [0.02, 0.3, 2.0])
  func `a pool that leaves as a whole ends in the time it says`(events: Double) {
    // Base time: uniform in 900...1100; interruptions over the longest possible time.
    func base(_ q: Double) -> Double { 900 + 200 * min(max(q, 0), 1) }
    var draws = Draws(state: 11)
    var ends: [Double] = []
    for _ in 0..<40_000 {
      var count = 0
      var sum = draws.exponential(1)
      while sum < events {
        count += 1
        sum += draws.exponential(1)
      }
      ends.append(base(draws.uniform()) + Double(count) * 400)
    }
    for p in [0.5, 0.9, 0.95] {
      let bound = CorrelatedLoss.finish(quantile: p, events: events, loss: 400, base: base)
      let seen = quantile(ends, p)
      #expect(seen <= bound + 3 && bound <= seen + 410, "\(events) p\(p): \(seen) \(bound)")
    }
    #expect(CorrelatedLoss.finish(quantile: 0.95, events: 0, loss: 400, base: base) == base(0.95))
    #expect(CorrelatedLoss.finish(quantile: 0.95, events: 1e6, loss: 400, base: base) == .infinity)
  }

  @Test(arguments: [nil, 20.0] as [Double?])
  func `a job that fails takes the time and loses the share that a simulation shows`(checkpoint: Double?) {
    let run = JobRun(
      plainSeconds: 4000, mtbfSeconds: 5000, checkpointSeconds: checkpoint, restartSeconds: 60, tries: 3)
    let segments = run.interval.map { Int((4000 / $0).rounded(.up)) } ?? 1
    let length = 4000 / Double(segments) + (run.interval == nil ? 0 : checkpoint ?? 0)
    var draws = Draws(state: 3)
    var total = 0.0
    var done = 0
    let jobs = 60_000
    for _ in 0..<jobs {
      var isDone = true
      for _ in 0..<segments {
        var tries = 1
        while true {
          let failure = draws.exponential(5000)
          if failure >= length {
            total += length
            break
          }
          tries += 1
          total += failure + 60
        }
        if tries > 3 { isDone = false }
      }
      if isDone { done += 1 }
    }
    let mean = total / Double(jobs)
    #expect(abs(mean / run.expectedSeconds - 1) < 0.03, "\(mean) \(run.expectedSeconds)")
    #expect(abs(1 - 4000 / mean - run.waste) < 0.03)
    #expect(abs(Double(done) / Double(jobs) - run.done) < 0.02, "\(Double(done) / Double(jobs)) \(run.done)")
    if checkpoint != nil { #expect(run.interval != nil && run.waste < 0.25) }
  }

  @Test(arguments: [(0.7, 8, 0.4), (0.9, 30, 0.4), (0.95, 30, 1.0)])
  func `jobs of one width wait and end as in a simulation of their queue`(load: Double, slots: Int, scv: Double) {
    let queue = JobQueue(
      arrivalPerSecond: load * Double(slots) / 100, runtimeSeconds: 100, scv: scv, slots: Double(slots), mixed: nil)
    var draws = Draws(state: 5)
    var free = [Double](repeating: 0, count: slots)
    var now = 0.0
    var waits: [Double] = []
    var ends: [Double] = []
    for index in 0..<400_000 {
      now += draws.exponential(1 / queue.arrivalPerSecond)
      let slot = free.indices.min { free[$0] < free[$1] } ?? 0
      let run = draws.lognormal(100, scv)
      let start = max(now, free[slot])
      free[slot] = start + run
      if index > 20_000 {
        waits.append(start - now)
        ends.append(start - now + run)
      }
    }
    for p in [0.9, 0.95] {
      let seen = quantile(waits, p)
      #expect(abs(queue.wait(quantile: p) - seen) < 0.2 * seen + 5, "p\(p): \(queue.wait(quantile: p)) \(seen)")
      #expect(quantile(ends, p) <= queue.finish(quantile: p) * 1.03)
    }
  }

  @Test func `jobs of unlike width wait as in the replayed trace, scaled to their run time`() throws {
    // 9.92 h, 3.78 h and 28.36 h at a load of 0.922 under EASY; FCFS is saturated there.
    let queue = JobQueue(
      arrivalPerSecond: 0.922 * 100 / 4860, runtimeSeconds: 4860, scv: 1, slots: 100, mixed: .easy)
    #expect(abs(queue.load - 0.922) < 1e-12)
    #expect(abs(queue.wait(quantile: 0.5) / 3600 - 3.78) < 1e-6)
    #expect(abs(queue.wait(quantile: 0.9) / 3600 - 28.36) < 1e-6)
    var half = queue
    half.runtimeSeconds /= 2
    half.arrivalPerSecond *= 2
    #expect(abs(half.wait(quantile: 0.9) * 2 - queue.wait(quantile: 0.9)) < 1e-6)
    var first = queue
    first.mixed = .fcfs
    #expect(first.isSaturated && first.wait(quantile: 0.5) == .infinity)
  }
}
