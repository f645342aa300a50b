import Foundations
import Placement
import Planning

/// How long a request takes, hop by hop: every percentile is computed again from the laws of the hops.
extension PlanDerivation {
  func latency(_ subject: PlacementSubject, _ parts: [String]) -> Derivation? {
    guard let latency = subject.placed.latency, let word = parts.first else { return nil }
    let path = "\(subject.base).latency"
    if word == "hops", parts.count > 2, let index = Int(parts[1]), latency.hops.indices.contains(index) {
      let hop = latency.hops[index]
      guard let value = hop.figures.value(parts[2]) else { return nil }
      let name = "\(path).hops[\(index)].\(parts[2])"
      let nodes = subject.placed.path.map { LatencyTree.hops($0) } ?? []
      if nodes.count == latency.hops.count {
        let tree = tree(subject).node(nodes[index], name, parts[2])
        if let tree, tree.isConsistent, abs(tree.node.value - value) <= 1e-9 * value { return tree }
      }
      return .leaf(name, value, "s", source: "\(hop.name); \(latency.method)")
    }
    guard let value = latency.total.value(word) else { return nil }
    return composed(subject, subject.placed.path, "\(path).\(word)", word, value, latency)
  }

  /// A figure of a path from the laws of its hops; where the path is not recorded, the hops that are.
  private func composed(
    _ subject: PlacementSubject, _ path: PathNode?, _ name: String, _ word: String, _ value: Double,
    _ latency: PathLatency
  ) -> Derivation? {
    if let path, let tree = tree(subject).node(path, name, word), tree.isConsistent,
      abs(tree.node.value - value) <= 1e-9 * abs(value)
    {
      return tree
    }
    return .leaf(name, value, "s", source: latency.method)
  }

  /// Any percentile of the whole path, such as that of an objective at p99.9.
  func percentile(_ subject: PlacementSubject, _ name: String, _ percentile: Double, _ value: Double) -> Derivation? {
    guard let path = subject.placed.path else { return nil }
    let word = "p\(percentile)"
    guard let tree = tree(subject).node(path, name, word), abs(tree.node.value - value) <= 1e-9 * abs(value) else {
      return nil
    }
    return tree
  }

  /// The share of the requests that take longer than a limit.
  func lateShare(_ subject: PlacementSubject, _ limit: Derivation, _ value: Double) -> Derivation? {
    guard let path = subject.placed.path,
      let whole = tree(subject).node(path, "\(subject.base).latency.mean", "mean")
    else { return nil }
    let made = Derivation.formula(
      "late share", value, "ratio", "share of the composed path beyond the limit", [limit, whole]
    ) { inputs in
      guard inputs.count == 2, let path = LatencyTree.rebuilt(path, inputs[1].node.inputs) else { return nil }
      return PathModel.tail(inputs[0].node.value, path)
    }
    return made.isConsistent ? made : nil
  }

  /// Times to the first token and for a further one.
  func serving(_ subject: PlacementSubject, _ parts: [String]) -> Derivation? {
    guard parts.count == 2, let serving = subject.placed.serving else { return nil }
    let (path, figures) =
      parts[0] == "ttft"
      ? (subject.placed.firstTokenPath, serving.firstToken)
      : parts[0] == "tpot" ? (subject.placed.perTokenPath, serving.perToken) : (nil, nil)
    guard let path, let value = figures?.value(parts[1]) else { return nil }
    let name = "\(subject.base).serving.\(parts[0]).\(parts[1])"
    for cells in [PathModel.alternativeCells, PathModel.printedCells] {
      let found = LatencyTree(cells: cells, isListing: true, parameter: parameter(subject)).node(path, name, parts[1])
      if let found, abs(found.node.value - value) <= 1e-9 * abs(value) { return found }
    }
    return nil
  }

  private func tree(_ subject: PlacementSubject) -> LatencyTree {
    LatencyTree(cells: subject.cells, isListing: true, parameter: parameter(subject))
  }

  /// Where a parameter of a hop's law comes from, as far as the record tells.
  private func parameter(_ subject: PlacementSubject) -> LatencyTree.Parameter {
    { hop, name, value, unit in
      let path = "\(hop) \(name)"
      switch name {
      case "work of a request":
        if let made = work(subject), abs(made.node.value - value) <= 1e-9 * value { return made }
      case "requests a second":
        guard let load = subject.result.load else { break }
        let count = Double(subject.placed.sites.reduce(0) { $0 + $1.count })
        let made = Derivation.rule(
          .quotient, path, value, unit, "rate of the busy hour over machines, each with a queue of its own",
          [rate(subject.name, load, "peak"), .leaf("machines", count, "", source: "sized by the placement")])
        if made.isConsistent { return made }
      default: break
      }
      return .leaf(path, value, unit, source: LatencyTree.source(of: name))
    }
  }
}

extension LatencyFigures {
  /// A figure by its word in JSON.
  func value(_ word: String) -> Double? {
    switch word {
    case "mean": mean
    case "p50": p50
    case "p95": p95
    case "p99": p99
    default: nil
    }
  }
}
