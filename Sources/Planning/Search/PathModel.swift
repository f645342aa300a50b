import Formulas

/// Percentiles of a composed path, from its distribution on a lattice.
enum PathModel {
  /// Cells of the search, and of what is printed.
  static let searchCells = 256
  static let printedCells = 2048

  /// Whether every percentile keeps its limit, with 1 % kept back for the coarser lattice of the search.
  static func meets(_ limits: [(percentile: Double, seconds: Double)], _ path: PathNode) -> Bool {
    guard let longest = limits.map(\.seconds).max() else { return isStable(path) }
    guard isStable(path) else { return false }
    // The lattice ends a little above the largest limit: what lies beyond is late in any case.
    let step = longest * 1.1 / Double(searchCells)
    let law = lattice(path, step: step, cells: searchCells)
    return limits.allSatisfy { limit in
      (law.percentile(limit.percentile) ?? .infinity) <= limit.seconds * 0.99
    }
  }

  /// One percentile of a path, in seconds; infinite when a queue is overloaded.
  static func percentile(_ p: Double, _ path: PathNode) -> Double {
    guard isStable(path) else { return .infinity }
    return fitted(path, covering: p, cells: printedCells).percentile(p) ?? .infinity
  }

  /// The figures to print: the whole and each hop.
  static func latency(_ path: PathNode) -> PathLatency? {
    guard isStable(path) else { return nil }
    return PathLatency(
      total: figures(path), hops: hops(path),
      method: "numerical convolution of independent hops; queues: Erlang C with Allen-Cunneen waits (published, "
        + "±5 % at squared variation 1, ±20 % at 4)")
  }

  static func figures(_ path: PathNode) -> LatencyFigures {
    let law = fitted(path, covering: 0.9995, cells: printedCells)
    return LatencyFigures(
      mean: law.mean, p50: law.percentile(0.5) ?? .infinity, p95: law.percentile(0.95) ?? .infinity,
      p99: law.percentile(0.99) ?? .infinity)
  }

  /// The name of a percentile as the spec writes it: 99, 95, 999.
  static func label(_ p: Double) -> String {
    p == 0.999 ? "999" : "\(Int((p * 100).rounded()))"
  }

  private static func hops(_ path: PathNode) -> [LatencyHop] {
    switch path {
    case .hop(let name, _): [LatencyHop(name: name, figures: figures(path))]
    case .series(let nodes): nodes.flatMap(hops)
    case .parallel(let nodes):
      nodes.first.map { [LatencyHop(name: "\(name(of: $0)) (slowest of \(nodes.count))", figures: figures(path))] }
        ?? []
    case .mixture(let branches):
      [LatencyHop(name: branches.map { name(of: $0.1) }.joined(separator: " or "), figures: figures(path))]
    }
  }

  private static func name(of path: PathNode) -> String {
    switch path {
    case .hop(let name, _): name
    case .series(let nodes), .parallel(let nodes): nodes.first.map(name(of:)) ?? ""
    case .mixture(let branches): branches.first.map { name(of: $0.1) } ?? ""
    }
  }

  private static func isStable(_ path: PathNode) -> Bool {
    switch path {
    case .hop(_, .queue(let arrival, let service, let servers, _, _)):
      return arrival * service < Double(servers)
    case .hop: return true
    case .series(let nodes), .parallel(let nodes): return nodes.allSatisfy(isStable)
    case .mixture(let branches): return branches.allSatisfy { isStable($0.1) }
    }
  }

  /// A lattice fine enough for the bulk and long enough for the percentile `p`.
  private static func fitted(_ path: PathNode, covering p: Double, cells: Int) -> Lattice {
    var range = max(meanOf(path) * 6, 1e-6)
    for _ in 0..<24 {
      let law = lattice(path, step: range / Double(cells), cells: cells)
      if let value = law.percentile(p) {
        // Tighten once, so that cells are not wasted beyond the percentile.
        if value * 1.3 < range * 0.5 {
          let tight = lattice(path, step: value * 1.3 / Double(cells), cells: cells)
          if tight.percentile(p) != nil { return tight }
        }
        return law
      }
      range *= 2
    }
    return lattice(path, step: range / Double(cells), cells: cells)
  }

  private static func meanOf(_ path: PathNode) -> Double {
    switch path {
    case .hop(_, .constant(let seconds)): return seconds
    case .hop(_, .lognormal(let mean, _)): return mean
    case .hop(_, .queue(let arrival, let service, let servers, let ca2, let cs2)):
      return service + wait(arrival, service, servers, ca2, cs2).mean
    case .series(let nodes): return nodes.map(meanOf).reduce(0, +)
    case .parallel(let nodes): return nodes.map(meanOf).max() ?? 0
    case .mixture(let branches): return branches.map { $0.0 * meanOf($0.1) }.reduce(0, +)
    }
  }

  /// Mean wait by Allen and Cunneen (1978) and the probability of waiting by Erlang C.
  private static func wait(
    _ arrival: Double, _ service: Double, _ servers: Int, _ ca2: Double, _ cs2: Double
  ) -> (probability: Double, mean: Double) {
    let load = arrival * service
    let probability = Erlang.c(load: load, servers: Double(servers))
    let free = (Double(servers) - load) / service
    return (probability, probability / free * (max(0, ca2) + cs2) / 2)
  }

  private static func lattice(_ path: PathNode, step: Double, cells: Int) -> Lattice {
    switch path {
    case .hop(_, .constant(let seconds)): return .constant(seconds, step: step)
    case .hop(_, .lognormal(let mean, let scv)):
      let law = ServiceDistribution(law: .lognormal, mean: mean, scv: scv)
      return Lattice(step: step, cells: cells, mean: mean) { law.tail($0) }
    case .hop(_, .queue(let arrival, let service, let servers, let ca2, let cs2)):
      let (probability, meanWait) = wait(arrival, service, servers, ca2, cs2)
      let law = ServiceDistribution(mean: service, scv: cs2)
      let served = Lattice(step: step, cells: cells, mean: service) { law.tail($0) }
      guard probability > 1e-9, meanWait > 0 else { return served }
      let conditional = meanWait / probability
      let waited = Lattice(step: step, cells: cells, mean: meanWait) {
        probability * Elementary.exp(-$0 / conditional)
      }
      return waited.sum(served, cells: cells)
    case .series(let nodes):
      var total = Lattice.constant(0, step: step)
      for node in nodes { total = total.sum(lattice(node, step: step, cells: cells), cells: cells) }
      return total
    case .parallel(let nodes):
      guard var slowest = nodes.first.map({ lattice($0, step: step, cells: cells) }) else {
        return .constant(0, step: step)
      }
      for node in nodes.dropFirst() {
        slowest = slowest.maximum(lattice(node, step: step, cells: cells), cells: cells)
      }
      return slowest
    case .mixture(let branches):
      return .mixture(branches.map { ($0.0, lattice($0.1, step: step, cells: cells)) }, cells: cells)
    }
  }
}
