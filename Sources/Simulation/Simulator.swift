import Formulas
import Foundations

/// Discrete-event simulation of a network: every request with its own arrivals, queues and times.
///
/// Knows no formula: what it finds is held against them. Replications with seeds of their own run on
/// all cores; the same seed gives the same figures on any number of cores.
package enum Simulator {
  /// Replications, and batches within each, that intervals come from.
  static let replications = 4
  static let batches = 10

  /// What `requests` measured requests of each flow experience.
  ///
  /// The first tenth of each replication is left out, so that queues have filled.
  package static func run(_ network: QueueNetwork, requests: Int, seed: UInt64) -> [FlowResult] {
    let each = max(200, requests / replications)
    let runs = Parallel.map(replications) { index -> [[Double]] in
      var run = Run(network, seed: seed &+ UInt64(index) &* 0x9E37_79B9, requests: each)
      return run.responses()
    }
    return network.flows.indices.filter { network.flows[$0].isMeasured }.map { flow in
      result(network.flows[flow].name, runs.map { $0[flow] })
    }
  }

  /// Mean and percentiles with intervals from batch means (Student's t, 39 degrees of freedom).
  private static func result(_ name: String, _ runs: [[Double]]) -> FlowResult {
    var groups: [[Double]] = []
    for responses in runs {
      let size = responses.count / batches
      guard size > 0 else { continue }
      for batch in 0..<batches { groups.append(responses[(batch * size)..<((batch + 1) * size)].sorted()) }
    }
    let all = runs.joined().sorted()
    func estimate(_ whole: Double, _ value: ([Double]) -> Double) -> Estimate {
      let values = groups.map(value)
      guard values.count > 1 else { return Estimate(value: whole, halfWidth: .infinity) }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      return Estimate(value: whole, halfWidth: 2.0227 * (variance / Double(values.count)).squareRoot())
    }
    func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    func quantile(_ sorted: [Double], _ p: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(p * Double(sorted.count)))]
    }
    return FlowResult(
      name: name, requests: all.count, mean: estimate(mean(all), mean),
      p50: estimate(quantile(all, 0.5)) { quantile($0, 0.5) },
      p95: estimate(quantile(all, 0.95)) { quantile($0, 0.95) },
      p99: estimate(quantile(all, 0.99)) { quantile($0, 0.99) })
  }
}

/// One replication.
private struct Run {
  /// A strand of a request: its steps from a position on, and the strand that waits for it.
  struct Strand {
    var steps: [Step]
    var position = 0
    var parent: Int32 = -1
    /// Children still running.
    var waiting: Int32 = 0
    var flow: Int32 = 0
    var arrived = 0.0
    var station: Int32 = -1
  }

  /// Queue and workers of one instance, or of all under shared balancing.
  struct Server {
    var free: Int
    var queue: [Int32] = []
    var head = 0

    var waiting: Int { queue.count - head }
  }

  let network: QueueNetwork
  let requests: Int
  var random: RandomSource
  var events = EventQueue()
  var strands: [Strand] = []
  var unused: [Int32] = []
  var servers: [[Server]]
  var turns: [Int]
  var found: [[Double]]
  var finished: [Int]

  init(_ network: QueueNetwork, seed: UInt64, requests: Int) {
    self.network = network
    self.requests = requests
    random = RandomSource(seed: seed)
    servers = network.stations.map { station in
      station.balancer == .shared
        ? [Server(free: station.instances * station.workers)]
        : Array(repeating: Server(free: station.workers), count: station.instances)
    }
    turns = network.stations.map { _ in 0 }
    found = network.flows.map { _ in [] }
    finished = network.flows.map { _ in 0 }
  }

  private static let arrival: UInt8 = 0
  private static let delayOver: UInt8 = 1
  private static let served: UInt8 = 2

  /// Response times of the measured flows, the first tenth left out.
  mutating func responses() -> [[Double]] {
    for flow in network.flows.indices where network.flows[flow].ratePerSecond > 0 {
      events.add(gap(flow), Run.arrival, Int32(flow))
    }
    let warmup = requests / 10
    let wanted = network.flows.indices.filter { network.flows[$0].isMeasured && network.flows[$0].ratePerSecond > 0 }
    var open = wanted.count
    var isDone = [Bool](repeating: false, count: network.flows.count)
    while open > 0, let event = events.next() {
      switch event.kind {
      case Run.arrival:
        let flow = Int(event.subject)
        events.add(event.time + gap(flow), Run.arrival, event.subject)
        let strand = make(Strand(steps: network.flows[flow].steps, flow: event.subject, arrived: event.time))
        advance(strand, event.time)
      case Run.delayOver: advance(event.subject, event.time)
      default: release(event.subject, Int(event.detail), event.time)
      }
      for flow in wanted where !isDone[flow] && finished[flow] >= requests + warmup {
        isDone[flow] = true
        open -= 1
      }
    }
    return found.map { Array($0.dropFirst(warmup).prefix(requests)) }
  }

  private mutating func gap(_ flow: Int) -> Double {
    let stream = network.flows[flow]
    return random.time(ServiceDistribution(law: law(stream.ca2), mean: 1 / stream.ratePerSecond, scv: stream.ca2))
  }

  /// Gaps of arrivals: constant, gamma below one, exponential, hyperexponential above.
  private func law(_ scv: Double) -> ServiceLaw {
    scv <= 0 ? .deterministic : scv < 1 ? .gamma : scv == 1 ? .exponential : .hyperexponential
  }

  private mutating func make(_ strand: Strand) -> Int32 {
    if let index = unused.popLast() {
      strands[Int(index)] = strand
      return index
    }
    strands.append(strand)
    return Int32(strands.count - 1)
  }

  /// Does the next steps of a strand until it has to wait.
  private mutating func advance(_ index: Int32, _ time: Double) {
    while true {
      let strand = strands[Int(index)]
      guard strand.position < strand.steps.count else { return finish(index, time) }
      strands[Int(index)].position += 1
      switch strand.steps[strand.position] {
      case .constant(let seconds):
        if seconds <= 0 { continue }
        return events.add(time + seconds, Run.delayOver, index)
      case .delay(let law): return events.add(time + random.time(law), Run.delayOver, index)
      case .station(let station): return join(index, station, time)
      case .choice(let ways):
        var at = random.uniform()
        var chosen = ways.last?.steps ?? []
        for way in ways {
          at -= way.probability
          if at <= 0 {
            chosen = way.steps
            break
          }
        }
        let rest = strand.steps[(strand.position + 1)...]
        strands[Int(index)].steps = chosen + rest
        strands[Int(index)].position = 0
      case .parallel(let ways):
        guard !ways.isEmpty else { continue }
        strands[Int(index)].waiting = Int32(ways.count)
        let children = ways.map { make(Strand(steps: $0, parent: index, flow: strand.flow, arrived: time)) }
        for child in children { advance(child, time) }
        return
      }
    }
  }

  private mutating func finish(_ index: Int32, _ time: Double) {
    let strand = strands[Int(index)]
    unused.append(index)
    if strand.parent >= 0 {
      strands[Int(strand.parent)].waiting -= 1
      if strands[Int(strand.parent)].waiting == 0 { advance(strand.parent, time) }
      return
    }
    let flow = Int(strand.flow)
    finished[flow] += 1
    if network.flows[flow].isMeasured { found[flow].append(time - strand.arrived) }
  }

  // MARK: Stations

  private mutating func join(_ index: Int32, _ station: Int, _ time: Double) {
    let server = pick(station)
    strands[Int(index)].station = Int32(station)
    if servers[station][server].free > 0 {
      servers[station][server].free -= 1
      events.add(time + random.time(network.stations[station].service), Run.served, index, Int32(server))
    } else {
      servers[station][server].queue.append(index)
    }
  }

  private mutating func pick(_ station: Int) -> Int {
    let count = servers[station].count
    guard count > 1 else { return 0 }
    switch network.stations[station].balancer {
    case .random, .shared: return random.index(below: count)
    case .roundRobin:
      turns[station] = (turns[station] + 1) % count
      return turns[station]
    case .leastLoaded:
      // Fewest requests present; ties at random.
      var best = random.index(below: count)
      for offset in 1..<count {
        let other = (best + offset) % count
        if load(station, other) < load(station, best) { best = other }
      }
      return best
    }
  }

  private func load(_ station: Int, _ server: Int) -> Int {
    network.stations[station].workers - servers[station][server].free + servers[station][server].waiting
  }

  private mutating func release(_ index: Int32, _ server: Int, _ time: Double) {
    let station = Int(strands[Int(index)].station)
    if servers[station][server].waiting > 0 {
      let next = servers[station][server].queue[servers[station][server].head]
      servers[station][server].head += 1
      if servers[station][server].head > 1024, servers[station][server].head * 2 > servers[station][server].queue.count
      {
        servers[station][server].queue.removeFirst(servers[station][server].head)
        servers[station][server].head = 0
      }
      events.add(time + random.time(network.stations[station].service), Run.served, next, Int32(server))
    } else {
      servers[station][server].free += 1
    }
    advance(index, time)
  }
}
