/// The random time of one hop, in seconds.
package enum HopLaw: Sendable, Hashable {
  case constant(Double)
  /// Mean in seconds and squared coefficient of variation.
  case lognormal(mean: Double, scv: Double)
  /// A time without a queue, by the law that its squared coefficient of variation suggests.
  case time(mean: Double, scv: Double)
  /// Response time of one instance's queue: arrivals per second at that instance.
  case queue(arrivalPerSecond: Double, serviceSeconds: Double, servers: Int, ca2: Double, cs2: Double)
  /// One of these times, each as likely as the others: quantiles of a law without a name.
  case quantiles([Double])
}

/// The time of a request as a composition of independent hops.
package indirect enum PathNode: Sendable, Hashable {
  case hop(String, HopLaw)
  /// One after the other.
  case series([PathNode])
  /// At the same time; the slowest counts.
  case parallel([PathNode])
  /// Alternatives with their probabilities, which add to 1.
  case mixture([(Double, PathNode)])

  package static func == (a: PathNode, b: PathNode) -> Bool {
    switch (a, b) {
    case (.hop(let n, let x), .hop(let m, let y)): n == m && x == y
    case (.series(let x), .series(let y)), (.parallel(let x), .parallel(let y)): x == y
    case (.mixture(let x), .mixture(let y)):
      x.count == y.count && zip(x, y).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .hop(let name, let law):
      hasher.combine(name)
      hasher.combine(law)
    case .series(let nodes), .parallel(let nodes): hasher.combine(nodes)
    case .mixture(let branches): for branch in branches { hasher.combine(branch.1) }
    }
  }
}

extension PathNode {
  /// The same with every time `factor` times as long, as where a share of the hardware goes elsewhere.
  func stretched(by factor: Double) -> PathNode {
    switch self {
    case .hop(let name, let law): .hop(name, law.stretched(by: factor))
    case .series(let nodes): .series(nodes.map { $0.stretched(by: factor) })
    case .parallel(let nodes): .parallel(nodes.map { $0.stretched(by: factor) })
    case .mixture(let branches): .mixture(branches.map { ($0.0, $0.1.stretched(by: factor)) })
    }
  }
}

extension HopLaw {
  fileprivate func stretched(by factor: Double) -> HopLaw {
    switch self {
    case .constant(let time): .constant(time * factor)
    case .lognormal(let mean, let scv): .lognormal(mean: mean * factor, scv: scv)
    case .time(let mean, let scv): .time(mean: mean * factor, scv: scv)
    case .queue(let arrival, let service, let servers, let ca2, let cs2):
      .queue(
        arrivalPerSecond: arrival / factor, serviceSeconds: service * factor, servers: servers, ca2: ca2, cs2: cs2)
    case .quantiles(let times): .quantiles(times.map { $0 * factor })
    }
  }
}
