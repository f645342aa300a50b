import Formulas

/// One replication of a simulation.
struct Replication {
  /// A strand of a request: where it is in the program, and the strand that waits for it.
  private struct Strand {
    var at: Int32
    var flow: Int32
    var parent: Int32 = -1
    /// Children still running.
    var waiting: Int32 = 0
    /// The next in the same queue.
    var next: Int32 = -1
    var station: Int32 = -1
    var arrived: Double
  }

  /// Queue and workers of one instance, or of all under shared balancing.
  private struct Server {
    var free: Int32
    var waiting: Int32 = 0
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// One station's part of `servers`.
  private struct StationPlace {
    var begin: Int
    var count: Int
    var workers: Int32
    var balancer: Balancer
    var turn = 0
    var sampler: Sampler
  }

  private let program: Program
  private let starts: [Int32]
  private let gaps: [Sampler]
  private let isMeasured: [Bool]
  private let rates: [Double]
  private let requests: Int
  private var random: RandomSource
  private var events = EventQueue()
  private var strands: [Strand] = []
  private var unused: [Int32] = []
  private var servers: [Server] = []
  private var stations: [StationPlace] = []
  private var found: [[Double]]
  private var finished: [Int]
  private var open = 0

  init(_ network: QueueNetwork, seed: UInt64, requests: Int) {
    self.requests = requests
    random = RandomSource(seed: seed)
    var program = Program()
    starts = network.flows.map { program.add($0.steps) }
    self.program = program
    gaps = network.flows.map { Sampler($0.gap) }
    rates = network.flows.map(\.ratePerSecond)
    isMeasured = network.flows.map { $0.isMeasured && $0.ratePerSecond > 0 }
    found = network.flows.map { _ in [] }
    finished = network.flows.map { _ in 0 }
    for station in network.stations {
      let isShared = station.balancer == .shared
      let count = isShared ? 1 : station.instances
      let workers = Int32(clamping: isShared ? station.instances * station.workers : station.workers)
      stations.append(
        StationPlace(
          begin: servers.count, count: count, workers: workers, balancer: station.balancer,
          sampler: Sampler(station.service)))
      servers += Array(repeating: Server(free: workers), count: count)
    }
  }

  /// Response times of the measured flows, the first tenth left out.
  mutating func responses() -> [[Double]] {
    let warmup = requests / 10
    for flow in rates.indices where rates[flow] > 0 {
      events.add(gaps[flow].draw(&random), .arrival, Int32(flow))
      if isMeasured[flow] {
        found[flow].reserveCapacity(requests + warmup)
        open += 1
      }
    }
    while open > 0, let event = events.first {
      switch event.kind {
      case Event.Kind.arrival.rawValue:
        let flow = Int(event.subject)
        events.replaceFirst(event.time + gaps[flow].draw(&random), .arrival, event.subject)
        let strand = make(Strand(at: starts[flow], flow: event.subject, arrived: event.time))
        advance(strand, event.time)
      case Event.Kind.delayOver.rawValue:
        events.removeFirst()
        advance(event.subject, event.time)
      default: release(event.subject, Int(event.detail), event.time)
      }
    }
    return found.map { Array($0.dropFirst(warmup).prefix(requests)) }
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
    var current = index
    while true {
      let at = Int(strands[Int(current)].at)
      let instruction = program.instructions[at]
      switch instruction.kind {
      case .wait:
        strands[Int(current)].at += 1
        return events.add(time + instruction.seconds, .delayOver, current)
      case .delay:
        strands[Int(current)].at += 1
        return events.add(time + program.samplers[Int(instruction.first)].draw(&random), .delayOver, current)
      case .station:
        strands[Int(current)].at += 1
        return join(current, Int(instruction.first), time)
      case .choose:
        let draw = random.uniform()
        let ways = Int(instruction.first)..<Int(instruction.first + instruction.count)
        let way = ways.first { draw <= program.ways[$0].cumulative } ?? ways.upperBound - 1
        suspend(current, for: 1)
        current = child(of: current, way)
      case .fork:
        // The parent waits for all of them, so none that ends at once can wake it early.
        suspend(current, for: instruction.count)
        let last = Int(instruction.first + instruction.count) - 1
        for way in Int(instruction.first)..<last { advance(child(of: current, way), time) }
        current = child(of: current, last)
      case .end:
        let strand = strands[Int(current)]
        unused.append(current)
        guard strand.parent >= 0 else { return finish(strand, time) }
        strands[Int(strand.parent)].waiting -= 1
        guard strands[Int(strand.parent)].waiting == 0 else { return }
        current = strand.parent
      }
    }
  }

  private mutating func suspend(_ index: Int32, for children: Int32) {
    strands[Int(index)].at += 1
    strands[Int(index)].waiting = children
  }

  private mutating func child(of parent: Int32, _ way: Int) -> Int32 {
    let owner = strands[Int(parent)]
    return make(Strand(at: program.ways[way].start, flow: owner.flow, parent: parent, arrived: owner.arrived))
  }

  private mutating func finish(_ strand: Strand, _ time: Double) {
    let flow = Int(strand.flow)
    guard isMeasured[flow] else { return }
    finished[flow] += 1
    if finished[flow] <= requests + requests / 10 { found[flow].append(time - strand.arrived) }
    if finished[flow] == requests + requests / 10 { open -= 1 }
  }

  // MARK: Stations

  private mutating func join(_ index: Int32, _ station: Int, _ time: Double) {
    let server = pick(station)
    strands[Int(index)].station = Int32(station)
    if servers[server].free > 0 {
      servers[server].free -= 1
      events.add(time + stations[station].sampler.draw(&random), .served, index, Int32(server))
      return
    }
    strands[Int(index)].next = -1
    if servers[server].last >= 0 {
      strands[Int(servers[server].last)].next = index
    } else {
      servers[server].first = index
    }
    servers[server].last = index
    servers[server].waiting += 1
  }

  private mutating func pick(_ station: Int) -> Int {
    let place = stations[station]
    guard place.count > 1 else { return place.begin }
    switch place.balancer {
    case .random, .shared: return place.begin + random.index(below: place.count)
    case .roundRobin:
      stations[station].turn = (place.turn + 1) % place.count
      return place.begin + stations[station].turn
    case .leastLoaded:
      // Fewest requests present; ties at random.
      let start = random.index(below: place.count)
      var best = place.begin + start
      for offset in 1..<place.count {
        let other = place.begin + (start + offset) % place.count
        if servers[other].waiting - servers[other].free < servers[best].waiting - servers[best].free { best = other }
      }
      return best
    }
  }

  /// The first event is the end of this service: the next of the queue takes its place.
  private mutating func release(_ index: Int32, _ server: Int, _ time: Double) {
    let next = servers[server].first
    if next >= 0 {
      servers[server].first = strands[Int(next)].next
      if servers[server].first < 0 { servers[server].last = -1 }
      servers[server].waiting -= 1
      let station = Int(strands[Int(index)].station)
      events.replaceFirst(time + stations[station].sampler.draw(&random), .served, next, Int32(server))
    } else {
      servers[server].free += 1
      events.removeFirst()
    }
    advance(index, time)
  }
}
