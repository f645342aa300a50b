import Formulas

/// An objective on the time to the first token or on the time per further token.
struct TokenObjective: Hashable {
  /// Which of the two times.
  enum Time: Hashable {
    case first, further
  }

  let time: Time
  let percentile: Double

  /// Reads `latency.ttft.p95`; nil for other objectives.
  init?(_ objective: String) {
    let parts = objective.split(separator: ".")
    guard parts.count == 3, parts[0] == "latency", parts[2].first == "p", let digits = Double(parts[2].dropFirst())
    else { return nil }
    switch parts[1] {
    case "ttft": time = .first
    case "tpot": time = .further
    default: return nil
    }
    percentile = digits == 999 ? 0.999 : digits / 100
  }

  /// What a placement reaches; `nil` when it writes no tokens.
  func value(_ placed: PlacedWorkload) -> Double? {
    switch time {
    case .first: placed.firstTokenPath.map { PathModel.percentile(percentile, $0) }
    case .further: placed.perTokenPath.map { PathModel.percentile(percentile, $0) }
    }
  }
}
