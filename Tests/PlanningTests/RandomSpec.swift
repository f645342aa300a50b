/// A spec drawn from a seed, to be varied in one respect at a time.
struct RandomSpec {
  /// What may be varied; the draws of a seed are the same for all of them.
  struct Change {
    /// Factor on every time limit; below 1 is tighter.
    var limit = 1.0
    /// Factor on the share that may fail; below 1 is tighter.
    var failing = 1.0
    /// Factor on the recovery objectives; below 1 is tighter.
    var recovery = 1.0
    /// Factor on every rate.
    var load = 1.0
    /// Factor on the share of events that devices may lose; below 1 is tighter.
    var loss = 1.0
    /// Factor on the number of devices.
    var devices = 1.0
    var providers: [String]?
    var models: [String]?
  }

  /// Providers that a spec may use before any is taken away.
  static let providers = ["aws", "gcp"]
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
  }

  /// The next number of SplitMix64, in [0,1).
  private mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[min(choices.count - 1, Int(next() * Double(choices.count)))]
  }

  /// Between two bounds, evenly over the logarithm, to four decimals.
  private mutating func draw(_ low: Double, _ high: Double) -> Double {
    var value = low
    for _ in 0..<Int(next() * 20) { value *= RandomSpec.twentiethRoot(high / low) }
    return value
  }

  /// By Newton's method, so that no library's rounding enters the specs.
  private static func twentiethRoot(_ x: Double) -> Double {
    var root = 1 + (x - 1) / 20
    for _ in 0..<200 {
      var power = 1.0
      for _ in 0..<19 { power *= root }
      root -= (root * power - x) / (20 * power)
    }
    return root
  }

  private func number(_ value: Double) -> String {
    let scaled = (value * 1e4).rounded(.up)
    return "\(scaled / 1e4)"
  }

  /// The spec's text.
  func text(_ change: Change = Change()) -> String {
    var draw = self
    return draw.write(change)
  }

  private mutating func write(_ change: Change) -> String {
    func time(_ milliseconds: Double) -> String { "\(number(milliseconds * change.limit)) ms" }
    func share(_ failing: Double) -> String { "\(number((1 - failing * change.failing) * 1e6 / 1e4))%" }
    func rate(_ perSecond: Double) -> String { "\(number(perSecond * change.load))/s" }
    let users = pick(["Munich", "Paris", "Madrid", "Warsaw"])
    let access = pick(["fiber", "cable", "4g"])
    let failing = draw(0.0005, 0.01)
    let storeFailing = draw(0.0003, 0.01)
    let (own, busy, wait) = (draw(0.5, 400), draw(1, 40), draw(180, 1500))
    let (writes, size) = (draw(0.1, 50), draw(1, 400))
    let (rto, rpo) = (draw(20, 20000), draw(1, 200_000))
    let hasStream = next() < 0.4
    let hasFleet = next() < 0.4
    let (events, done) = (draw(5, 500), draw(2, 60))
    let storeClass = pick(["relational", "cache", "object"])
    let hasMeters = next() < 0.5
    let (meters, failingMeters, lost) = (draw(50, 5000).rounded(), draw(0.02, 0.3), draw(0.0001, 0.05))
    let (uplink, passes) = (pick(["4g", "cable", "wifi"]), draw(0.05, 1))
    let models = (change.models ?? ["cloud", "edge"]).joined(separator: ", ")
    var lines = [
      "planner: 1", "name: drawn-\(seed)", "horizon: 0 months",
      "users: {all: {at: \(users), share: 100%, access: \(access)}}",
      "place: {providers: [\((change.providers ?? RandomSpec.providers).joined(separator: ", "))], regions: ['eu*']}",
    ]
    if hasFleet {
      lines += [
        "devices:",
        "  shops: {sites: 20, at: \(users), per_site: 2, hardware: {name: nuc, cores: 4, memory: 8 GiB, watts: 20,"
          + " price: 600 USD}, uplink: {access: cable, up: 10 Mbit/s}, mtbf: 5 years}",
      ]
    }
    if hasMeters {
      if !hasFleet { lines.append("devices:") }
      lines.append(
        "  meters: {count: \(number(meters * change.devices)), at: \(users), online: 95%, outage: 30 min, mtbf: 6 years,"
          + " uplink: {access: \(uplink)}, hardware: {cores: 1, memory: 256 MiB, watts: 1}}")
    }
    lines += ["workloads:", "  api:", "    kind: service"]
    if hasFleet { lines.append("    fleet: shops") }
    lines += [
      "    place: {run_on: [\(models)]}",
      "    demand: {rate: \(rate(own)), peak: 2x, variability: \(number(draw(0.5, 4)))}",
      "    work: {cpu: \(number(busy)) ms, memory: 1 GiB, variability: \(number(draw(0.3, 3)))}",
      "    calls: [{to: data, times: \(number(draw(0.5, 3)))}"
        + (hasStream ? ", {to: events, times: 1, async: true}]" : "]"),
      "    slo: {availability: \(share(failing)), latency: {p95: \(time(wait * 0.7)), p99: \(time(wait))}}",
      "  data:", "    kind: store",
      "    data: {size: \(number(size)) GB, writes: \(rate(writes)), class: \(storeClass)}",
      "    slo: {availability: \(share(storeFailing)), rto: \(number(rto * change.recovery)) s,"
        + " rpo: \(number(rpo * change.recovery)) s}",
    ]
    if hasStream {
      lines += [
        "  events:", "    kind: stream",
        "    events: {rate: \(rate(events)), size: 1 KB, retention: 3 days, replicas: 3, consumers: 1}",
        "    work: {cpu: 3 ms, memory: 512 MiB}",
        "    slo: {completion: {p99: \(time(done * 1000))}}",
      ]
    }
    if hasMeters {
      lines += [
        "  metering:", "    kind: device", "    fleet: meters",
        "    produces: {rate: \(rate(0.02)), size: 400 B}", "    passes: \(number(passes * 100))%",
        "    calls: [{to: data, async: true}]", "    offline: {must_work: true}",
        "    slo: {availability: \(share(failingMeters)), loss: \(number(lost * change.loss * 100))%}",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
