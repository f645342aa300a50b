import Planning

/// The derivation of a path's figures from the laws of its hops, and back: a path from a derivation's leaves.
struct LatencyTree {
  /// Makes a parameter's derivation from the hop's name, what it is, its value and its unit.
  typealias Parameter = (_ hop: String, _ name: String, _ value: Double, _ unit: String) -> Derivation

  /// Resolution of the composition.
  let cells: Int
  /// Whether parameters are told as inputs of each hop.
  let isListing: Bool
  let parameter: Parameter

  /// A figure of a path, `mean` or a percentile such as `p99`; `nil` where a queue is overloaded.
  func node(_ path: PathNode, _ name: String, _ word: String) -> Derivation? {
    guard PathModel.isStable(path), let value = LatencyTree.figure(path, word, cells) else { return nil }
    var inputs: [Derivation] = []
    let words: String
    switch path {
    case .hop(let hop, let law):
      inputs = parameters(hop, law)
      words = "\(LatencyTree.told(word)) of \(LatencyTree.law(law))"
    case .series(let nodes):
      inputs = nodes.compactMap { node($0, LatencyTree.title($0), word) }
      guard inputs.count == nodes.count else { return nil }
      words =
        word == "mean"
        ? "means of the hops add up" : "\(LatencyTree.told(word)) of the sum of independent hops, by convolution"
    case .parallel(let nodes):
      inputs = nodes.compactMap { node($0, LatencyTree.title($0), word) }
      guard inputs.count == nodes.count else { return nil }
      words = "\(LatencyTree.told(word)) of the slowest of \(nodes.count)"
    case .mixture(let branches):
      for (share, branch) in branches {
        guard let below = node(branch, LatencyTree.title(branch), word) else { return nil }
        inputs += [parameter(LatencyTree.title(branch), "share of the requests", share, "ratio"), below]
      }
      words = "\(LatencyTree.told(word)) of one of \(branches.count), each by its share"
    }
    let command = LatencyTree.command(path).map { "; planner model path 'hops=\($0)'" } ?? ""
    let cells = cells
    return .formula(name, value, "s", words + command, inputs) { inputs in
      LatencyTree.rebuilt(path, inputs).flatMap { LatencyTree.figure($0, word, cells) }
    }
  }

  private func parameters(_ hop: String, _ law: HopLaw) -> [Derivation] {
    switch law {
    case .constant(let seconds): [parameter(hop, "time", seconds, "s")]
    case .lognormal(let mean, let scv), .time(let mean, let scv):
      [parameter(hop, "mean", mean, "s"), parameter(hop, "squared variation", scv, "")]
    case .queue(let arrival, let service, let servers, let ca2, let cs2):
      [
        parameter(hop, "requests a second", arrival, "1/s"), parameter(hop, "work of a request", service, "s"),
        parameter(hop, "workers", Double(servers), ""), parameter(hop, "squared variation of arrivals", ca2, ""),
        parameter(hop, "squared variation of work", cs2, ""),
      ]
    case .quantiles(let times):
      times.enumerated().map { parameter(hop, "quantile \($0.offset + 1) of \(times.count)", $0.element, "s") }
    }
  }

  // MARK: Back

  /// The path that a derivation's inputs tell, in the form of the one it was made of; `nil` where they do not fit.
  static func rebuilt(_ form: PathNode, _ inputs: [Derivation]) -> PathNode? {
    let values = inputs.map(\.node.value)
    switch form {
    case .hop(let name, let law):
      switch law {
      case .constant: return values.count == 1 ? .hop(name, .constant(values[0])) : nil
      case .lognormal: return values.count == 2 ? .hop(name, .lognormal(mean: values[0], scv: values[1])) : nil
      case .time: return values.count == 2 ? .hop(name, .time(mean: values[0], scv: values[1])) : nil
      case .queue:
        guard values.count == 5, values[2] >= 1, values[2] < 1e9 else { return nil }
        return .hop(
          name,
          .queue(
            arrivalPerSecond: values[0], serviceSeconds: values[1], servers: Int(values[2]), ca2: values[3],
            cs2: values[4]))
      case .quantiles: return .hop(name, .quantiles(values))
      }
    case .series(let nodes): return list(nodes, inputs).map { .series($0) }
    case .parallel(let nodes): return list(nodes, inputs).map { .parallel($0) }
    case .mixture(let branches):
      guard inputs.count == 2 * branches.count else { return nil }
      var found: [(Double, PathNode)] = []
      for (index, branch) in branches.enumerated() {
        guard let below = rebuilt(branch.1, inputs[2 * index + 1].node.inputs) else { return nil }
        found.append((values[2 * index], below))
      }
      return .mixture(found)
    }
  }

  private static func list(_ nodes: [PathNode], _ inputs: [Derivation]) -> [PathNode]? {
    guard nodes.count == inputs.count else { return nil }
    let found = zip(nodes, inputs).compactMap { rebuilt($0, $1.node.inputs) }
    return found.count == nodes.count ? found : nil
  }

  private static func figure(_ path: PathNode, _ word: String, _ cells: Int) -> Double? {
    if let known = PathModel.figures(path, cells: cells).value(word) { return known }
    return Double(word.dropFirst()).map { PathModel.percentile($0, path) }
  }

  // MARK: Words

  /// The hops of a path as they are printed: those of a series one by one.
  static func hops(_ path: PathNode) -> [PathNode] {
    if case .series(let nodes) = path { return nodes.flatMap(hops) }
    return [path]
  }

  private static func title(_ path: PathNode) -> String {
    switch path {
    case .hop(let name, _): name
    case .series(let nodes): nodes.count == 1 ? title(nodes[0]) : "\(nodes.first.map(title) ?? "nothing") and on"
    case .parallel(let nodes): "slowest of \(nodes.count): \(nodes.first.map(title) ?? "")"
    case .mixture(let branches): branches.map { title($0.1) }.prefix(3).joined(separator: " or ")
    }
  }

  private static func told(_ word: String) -> String { word == "mean" ? "mean" : word }

  private static func law(_ law: HopLaw) -> String {
    switch law {
    case .constant: "a fixed time"
    case .lognormal: "a lognormal time"
    case .time: "a time of this mean and variation"
    case .queue: "waiting and work at one of the queues"
    case .quantiles(let times): "one of \(times.count) times, each as likely"
    }
  }

  /// Why a parameter has its value.
  static func source(of name: String) -> String {
    switch name {
    case "workers": "workers of one queue: vCPUs of a machine, or connections"
    case "squared variation of arrivals": "demand.variability, spec or default"
    case "squared variation of work": "work.variability, spec or default"
    case "requests a second": "busy hour, at one queue"
    case "work of a request": "work.cpu over the machine's speed, or the store's own time"
    case "share of the requests": "users.share, hit ratio or calls"
    case "mean", "time": "round trip between the places, last mile, or the time of the form"
    default: "of the law of the hop"
    }
  }

  /// The path in the language of `planner model path`; `nil` where that has no words for it.
  static func command(_ path: PathNode) -> String? {
    func list(_ nodes: [PathNode], _ separator: String) -> String? {
      let parts = nodes.map(command)
      return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }.joined(separator: separator)
    }
    func seconds(_ value: Double) -> String { "\(value)s" }
    switch path {
    case .hop(_, .constant(let time)): return "constant(\(seconds(time)))"
    case .hop(_, .lognormal(let mean, let scv)): return "lognormal(\(seconds(mean)),\(scv))"
    case .hop(_, .time(let mean, let scv)): return "time(\(seconds(mean)),\(scv))"
    case .hop(_, .queue(let arrival, let service, let servers, let ca2, let cs2)):
      return "queue(\(arrival)/s,\(seconds(service)),\(servers),any,\(cs2),\(ca2))"
    case .hop(_, .quantiles): return nil
    case .series(let nodes): return nodes.count <= 16 ? list(nodes, ";") : nil
    case .parallel(let nodes): return nodes.count <= 4 ? list(nodes, "|").map { "slowest(\($0))" } : nil
    case .mixture(let branches):
      guard branches.count == 2, let ways = list(branches.map(\.1), "|") else { return nil }
      return "either(\(branches[0].0 / (branches[0].0 + branches[1].0)),\(ways))"
    }
  }
}
