import Testing

@testable import Formulas

/// Watching a model's quality, against a simulation of the checks themselves.
struct DriftTests {
  /// A fixed sequence of standard normal numbers: sums of twelve even ones.
  private struct Normals {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func even() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    mutating func next() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + even() } }
  }

  @Test(arguments: [nil, 3600.0, 86_400.0, 700_000.0])
  func `delay and false alarms are those of simulated checks`(interval: Double?) {
    let test = DriftTest()
    let rate = 0.9
    let watch = test.watch(rate: rate, interval: interval)
    // Windows hold at least the requests needed, in whole intervals.
    #expect(watch.window * rate >= test.requests * (1 - 1e-12))
    if let interval { #expect(abs((watch.window / interval).rounded() - watch.window / interval) < 1e-9) }
    let requests = watch.window * rate
    let error = (2 * test.variance / requests).squareRoot()
    var normals = Normals()
    let alarm = 1.959964
    var (alarms, delay) = (0, 0.0)
    let rounds = 200_000
    for _ in 0..<rounds {
      if normals.next() > alarm { alarms += 1 }
      // The drop comes somewhere in a window; the rest of it shows its part.
      var rest = normals.even()
      var time = rest
      while test.drop * rest / error + normals.next() <= alarm {
        rest = 1
        time += 1
      }
      delay += time
    }
    let falseAlarms = Double(alarms) / Double(rounds) * 730 * 3600 / watch.window
    #expect(abs(falseAlarms / watch.falseAlarmsPerMonth - 1) < 0.05)
    #expect(abs(delay / Double(rounds) * watch.window / watch.meanDelay - 1) < 0.01)
  }

  @Test func `the smallest drop seen is the one tested for at the requests needed`() {
    let test = DriftTest()
    #expect(abs(test.smallestDrop(requests: test.requests) - 0.01) < 1e-12)
    #expect(abs(test.smallestDrop(requests: test.requests / 4) - 0.02) < 1e-12)
  }

  @Test func `a share of an accelerator has its part of the memory and what time slicing leaves of its rate`() {
    let whole = AcceleratorFigures(name: "L4", bf16: 121e12, int8: 242e12, memory: 24e9, bandwidth: 300e9, watts: 72)
    let part = whole.slice(0.125)
    #expect(part.memory == 3e9 && part.label == "1/8 L4" && whole.slice(1).label == "L4")
    let (all, some) = (
      NetworkSpeed(gpu: whole, format: .int8, flops: 8e9, bytes: 0),
      NetworkSpeed(gpu: part, format: .int8, flops: 8e9, bytes: 0)
    )
    #expect(abs(all.perItem / some.perItem - 0.125 * 0.76) < 1e-12)
    #expect(whole.slice(0.333).label == "1/3 L4")
  }
}
