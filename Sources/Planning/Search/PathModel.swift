import Formulas
import Foundations

/// Percentiles of a composed path: a quick estimate for the search, the composed distribution for what counts.
package enum PathModel {
  /// Lattice cells of the search.
  static let searchCells = 512
  /// Lattice cells of what is printed for the chosen.
  package static let printedCells = 2048
  /// Lattice cells of what is printed for the others.
  package static let alternativeCells = 512
  /// Shares found on the search's lattice are trusted beyond this part of a limit; nearer, the
  /// accurate composition decides.
  static let band = 0.01
  /// The same for the finer lattice that looks at what the first could not settle.
  static let fineCells = 2048
  static let fineBand = 0.001

  /// Whether every percentile keeps its limit.
  static func meets(_ limits: [(percentile: Double, seconds: Double)], _ path: PathNode) -> Bool {
    guard isStable(path) else { return false }
    guard !limits.isEmpty else { return true }
    return LimitScreen(limits, fixed: path).meets { path }
  }

  /// One percentile of a path, in seconds; infinite when a queue is overloaded.
  package static func percentile(_ p: Double, _ path: PathNode) -> Double {
    guard isStable(path) else { return .infinity }
    if case .hop(_, let law) = path { return lone(law, cells: printedCells).percentile(p) }
    return LatencyPath.distribution(
      of: hops(path, cells: printedCells), cells: printedCells, hasMean: false, deepest: p
    ).percentile(p)
  }

  /// The figures to print: the whole and, for what is chosen, each hop; `nil` when a queue is overloaded.
  static func latency(_ path: PathNode, isChosen: Bool = true) -> PathLatency? {
    latency(path, isChosen: isChosen, limits: []).latency
  }

  /// The same with the share of requests later than each of `limits`, in seconds, where that costs nothing more.
  static func latency(
    _ path: PathNode, isChosen: Bool, limits: [Double]
  ) -> (latency: PathLatency?, late: [Double: Double]) {
    guard isStable(path) else { return (nil, [:]) }
    let total: LatencyFigures
    var late: [Double: Double] = [:]
    if case .hop = path {
      total = figures(path, cells: isChosen ? printedCells : alternativeCells)
    } else if isChosen {
      let law = distribution(path, cells: printedCells)
      total = figures(law)
      for limit in limits { late[limit] = law.tail(limit) }
    } else {
      total = figures(path, cells: alternativeCells)
    }
    let latency = PathLatency(
      total: total, hops: isChosen ? parts(path) : [],
      method: "convolution of independent hops; random balancing; queues by Erlang C (exact) or Kimura's interpolation")
    return (latency, late)
  }

  /// One percentile within about 0.1 %, for what is only reported.
  static func estimate(_ p: Double, _ path: PathNode) -> Double {
    guard isStable(path) else { return .infinity }
    return LatencyPath.estimate(of: hops(path, cells: alternativeCells), cells: alternativeCells, hasMean: false)
      .percentile(p)
  }

  /// Mean and percentiles of a path, in seconds, on a lattice of so many cells.
  package static func figures(_ path: PathNode, cells: Int = printedCells) -> LatencyFigures {
    if case .hop(_, let law) = path { return figures(law, cells: cells) }
    if cells <= alternativeCells {
      let law = LatencyPath.estimate(of: hops(path, cells: cells), range: range(path), cells: cells)
      return figures(law)
    }
    return figures(distribution(path, cells: cells))
  }

  private static func figures(_ law: LatencyDistribution) -> LatencyFigures {
    LatencyFigures(mean: law.mean, p50: law.percentile(0.5), p95: law.percentile(0.95), p99: law.percentile(0.99))
  }

  /// Seconds that cover p99, from the cumulants.
  private static func range(_ path: PathNode) -> Double { 1.3 * ShiftedLognormal(cumulants(path)).percentile(0.99) }

  /// A hop by itself needs no composition.
  private static func figures(_ law: HopLaw, cells: Int) -> LatencyFigures {
    let (mean, percentile) = lone(law, cells: cells)
    return LatencyFigures(mean: mean, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99))
  }

  /// The mean of a hop, and its percentiles as a function.
  private static func lone(_ law: HopLaw, cells: Int) -> (mean: Double, percentile: (Double) -> Double) {
    func known(_ time: ServiceDistribution) -> (mean: Double, percentile: (Double) -> Double) {
      (time.mean, { time.percentile($0) })
    }
    switch law {
    case .constant(let seconds): return (seconds, { _ in seconds })
    case .lognormal(let mean, let scv):
      return known(ServiceDistribution(law: scv > 0 ? .lognormal : .deterministic, mean: mean, scv: scv))
    case .time(let mean, let scv):
      return mean > 0 ? known(ServiceDistribution(mean: mean, scv: scv)) : (0, { _ in 0 })
    case .queue(let arrival, let service, let servers, let ca2, let cs2):
      guard arrival > 0 else { return known(ServiceDistribution(mean: service, scv: cs2)) }
      let queue = QueueSystem.solve(inputs(arrival, service, servers, ca2, cs2), cells: cells)
      return (queue.meanResponse, { queue.responsePercentile($0) })
    case .quantiles(let times):
      let sorted = times.sorted()
      return (
        times.reduce(0, +) / Double(max(1, times.count)),
        { sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int($0 * Double(sorted.count)))] }
      )
    }
  }

  /// The name of a percentile as the spec writes it: 99, 95, 999.
  static func label(_ p: Double) -> String {
    let digits = Money(p).description.dropFirst(2)
    return digits.count == 1 ? "\(digits)0" : String(digits)
  }

  // MARK: Composition

  /// Share of the requests that take longer than `seconds`, near a percentile.
  package static func tail(_ seconds: Double, _ path: PathNode, near percentile: Double? = nil) -> Double {
    distribution(path, cells: printedCells, deepest: percentile).tail(seconds)
  }

  private static func distribution(_ path: PathNode, cells: Int, deepest: Double? = nil) -> LatencyDistribution {
    LatencyPath.distribution(of: hops(path, cells: cells), cells: cells, deepest: deepest)
  }

  static func inputs(
    _ arrival: Double, _ service: Double, _ servers: Int, _ ca2: Double, _ cs2: Double
  ) -> QueueInputs {
    QueueInputs(
      arrivalPerSecond: arrival, serviceSeconds: service, servers: Double(servers), ca2: ca2, cs2: cs2)
  }

  /// The path as hops; constants of a series are added up first, they cost no transform.
  static func hops(_ path: PathNode, cells: Int) -> [Hop] {
    switch path {
    case .hop(_, .constant(let seconds)): return seconds > 0 ? [.constant(seconds)] : []
    case .hop(_, .lognormal(let mean, let scv)): return [.lognormal(mean: mean, scv: scv)]
    case .hop(_, .time(let mean, let scv)):
      return mean > 0 ? [.time(ServiceDistribution(mean: mean, scv: scv))] : []
    case .hop(_, .queue(let arrival, let service, let servers, let ca2, let cs2)):
      guard arrival > 0 else { return [.time(ServiceDistribution(mean: service, scv: cs2))] }
      return [.queue(QueueSystem.solve(inputs(arrival, service, servers, ca2, cs2), cells: cells))]
    case .hop(_, .quantiles(let times)): return quantiles(times[...])
    case .series(let nodes): return nodes.flatMap { hops($0, cells: cells) }
    case .parallel(let nodes): return [.slowest(nodes.map { hops($0, cells: cells) })]
    case .mixture(let branches): return mixture(branches[...], cells: cells)
    }
  }

  private static func quantiles(_ times: ArraySlice<Double>) -> [Hop] {
    guard let first = times.first else { return [] }
    let rest = times.dropFirst()
    return rest.isEmpty
      ? [.constant(first)] : [.either(1 / Double(times.count), [.constant(first)], quantiles(rest))]
  }

  private static func mixture(_ branches: ArraySlice<(Double, PathNode)>, cells: Int) -> [Hop] {
    guard let first = branches.first else { return [] }
    let rest = branches.dropFirst()
    guard !rest.isEmpty else { return hops(first.1, cells: cells) }
    let total = branches.reduce(0) { $0 + $1.0 }
    return [.either(min(1, first.0 / total), hops(first.1, cells: cells), mixture(rest, cells: cells))]
  }

  // MARK: Estimates

  static func cumulants(_ path: PathNode) -> Cumulants {
    switch path {
    case .hop(_, .constant(let seconds)): return Cumulants(mean: seconds)
    case .hop(_, .lognormal(let mean, let scv)):
      return ServiceDistribution(law: .lognormal, mean: mean, scv: scv).cumulants
    case .hop(_, .time(let mean, let scv)):
      return mean > 0 ? ServiceDistribution(mean: mean, scv: scv).cumulants : Cumulants(mean: 0)
    case .hop(_, .queue(let arrival, let service, let servers, let ca2, let cs2)):
      guard arrival > 0 else { return ServiceDistribution(mean: service, scv: cs2).cumulants }
      return QueueBound(inputs(arrival, service, servers, ca2, cs2)).response
    case .hop(_, .quantiles(let times)):
      return cumulants(.mixture(times.map { (1 / Double(times.count), .hop("", .constant($0))) }))
    case .series(let nodes): return nodes.reduce(Cumulants(mean: 0)) { $0 + cumulants($1) }
    case .parallel(let nodes):
      // Below the slowest: any one of them.
      return nodes.map(cumulants).max { $0.mean < $1.mean } ?? Cumulants(mean: 0)
    case .mixture(let branches):
      var weight = 0.0
      var result = Cumulants(mean: 0)
      for (share, node) in branches where share > 0 {
        let next = cumulants(node)
        weight += share
        result = next.mixed(share / weight, result)
      }
      return result
    }
  }

  /// Whether every queue of a path can carry its load.
  package static func isStable(_ path: PathNode) -> Bool {
    switch path {
    case .hop(_, .queue(let arrival, let service, let servers, _, _)):
      return arrival * service < Double(servers)
    case .hop: return true
    case .series(let nodes), .parallel(let nodes): return nodes.allSatisfy(isStable)
    case .mixture(let branches): return branches.allSatisfy { isStable($0.1) }
    }
  }

  // MARK: Hops to print

  private static func parts(_ path: PathNode) -> [LatencyHop] {
    switch path {
    case .hop(let name, _): [LatencyHop(name: name, figures: figures(path))]
    case .series(let nodes): nodes.flatMap(parts)
    case .parallel(let nodes):
      nodes.first.map { [LatencyHop(name: "\(name(of: $0)) (slowest of \(nodes.count))", figures: figures(path))] }
        ?? []
    case .mixture(let branches):
      [LatencyHop(name: branches.map { name(of: $0.1) }.joined(separator: " or "), figures: known.figures(path))]
    }
  }

  private static let known = KnownFigures()

  private static func name(of path: PathNode) -> String {
    switch path {
    case .hop(let name, _): name
    case .series(let nodes), .parallel(let nodes): nodes.first.map(name(of:)) ?? ""
    case .mixture(let branches): branches.first.map { name(of: $0.1) } ?? ""
    }
  }
}
