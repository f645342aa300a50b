import Foundations
import Placement
import Planning

/// How long a request takes, hop by hop.
extension PlanDerivation {
  func latency(_ result: WorkloadResult, _ chosen: PlacedWorkload, _ parts: [String]) -> Derivation? {
    guard let latency = chosen.latency, let word = parts.first else { return nil }
    let path = "workloads.\(result.name).chosen.latency"
    func pick(_ figures: LatencyFigures, _ word: String) -> Double? {
      switch word {
      case "mean": figures.mean
      case "p50": figures.p50
      case "p95": figures.p95
      case "p99": figures.p99
      default: nil
      }
    }
    if word == "hops", parts.count > 2, let index = Int(parts[1]), latency.hops.indices.contains(index),
      let value = pick(latency.hops[index].figures, parts[2])
    {
      return .leaf(
        "\(path).hops[\(index)].\(parts[2])", value, "s", source: "\(latency.hops[index].name); \(latency.method)")
    }
    guard let value = pick(latency.total, word) else { return nil }
    let hops = latency.hops.enumerated().compactMap { index, hop in
      pick(hop.figures, word).map {
        Derivation.leaf("\(path).hops[\(index)].\(word)", $0, "s", source: hop.name)
      }
    }
    if word == "mean" {
      let made = Derivation.rule(.sum, "\(path).mean", value, "s", "means of the hops add up", hops)
      if abs((made.recomputed ?? 0) - value) <= 1e-3 * value { return made }
    }
    return .rule(
      .formula, "\(path).\(word)", value, "s",
      "percentile of the sum of independent hops (\(latency.method)); percentiles of hops do not add up", hops)
  }
}
