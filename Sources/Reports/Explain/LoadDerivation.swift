import Foundations
import Placement
import Planning

/// The load of a workload: its own demand and the calls of others.
extension PlanDerivation {
  func load(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    guard let load = result.load, let word = parts.first else { return nil }
    if word == "from", parts.count > 1, let item = load.fromCalls.first(where: { $0.caller == parts[1] }) {
      return calls(result.name, item.caller, item.rate)
    }
    return ["own", "mean", "peak"].contains(word) ? rate(result.name, load, word) : nil
  }

  /// A rate of a workload: its own, all, or the busy hour's.
  func rate(_ name: String, _ load: LoadFigures, _ word: String) -> Derivation {
    let path = "workloads.\(name).load.\(word)"
    let stated = "workloads.\(name).demand.rate"
    switch word {
    case "own":
      return load.own == 0 ? .leaf(path, 0, "1/s", source: "no demand of its own") : spec(stated, load.own, "1/s")
    case "mean":
      return .verified(
        .sum, path, load.mean, "1/s", "own demand, and calls of others",
        [rate(name, load, "own")] + load.fromCalls.map { calls(name, $0.caller, $0.rate) },
        source: "own demand and calls")
    default:
      let factor = load.mean > 0 ? load.peak / load.mean : 1
      let peak: Derivation
      if case .service(let service)? = problem.workloads.first(where: { $0.name == name })?.kind, load.fromCalls.isEmpty
      {
        peak = spec("workloads.\(name).demand.peak", service.peakFactor, "x")
      } else {
        peak = .leaf("busy hour over mean", factor, "x", source: "of the demand and of every caller, added up")
      }
      return .verified(
        .product, path, load.peak, "1/s", "mean x busy hour over mean", [rate(name, load, "mean"), peak],
        source: "busy hour of the demand and of every caller")
    }
  }

  func calls(_ name: String, _ caller: String, _ value: Double) -> Derivation {
    let path = "workloads.\(name).load.from.\(caller)"
    guard let from = problem.workloads.first(where: { $0.name == caller }),
      let load = plan.workloads.first(where: { $0.name == caller })?.load,
      let index = from.calls.firstIndex(where: { $0.to == name })
    else { return .leaf(path, value, "1/s", source: "calls of \(caller)") }
    let call = from.calls[index]
    let failure = ModelParameters().callFailureRatio
    var attempts = 1.0
    for retry in stride(from: 1, through: call.retries, by: 1) {
      attempts += (0..<retry).reduce(1.0) { product, _ in product * failure }
    }
    return .verified(
      .product, path, value, "1/s", "rate of \(caller) x calls of a request x share not cached x attempts",
      [
        rate(caller, load, "mean"), spec("workloads.\(caller).calls[\(index)].times", call.times, ""),
        .leaf(
          "share not cached", 1 - call.cachedShare, "ratio", source: "spec",
          line: lines.line("workloads.\(caller).calls[\(index)].cached")),
        .leaf("attempts of a call", attempts, "", source: "(1 - p^(r+1))/(1 - p), p = 0.1 %, r = \(call.retries)"),
      ], source: "calls of \(caller)")
  }
}
