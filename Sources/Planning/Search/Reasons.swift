import Foundations

/// Says in words why a placement was chosen.
enum Reasons {
  static func sentences(
    _ workload: WorkloadProblem, chosen: PlacedWorkload?, alternatives: [PlacedWorkload]
  ) -> [String] {
    guard let chosen else {
      guard let nearest = alternatives.first, let rejection = nearest.rejected else {
        return [
          "Nothing in the allowed regions, forms and ways of paying can run this \(workload.kindName); widen 'place'."
        ]
      }
      return [
        "No placement meets every constraint; the nearest miss is \(describe(rejection)) with \(nearest.label)."
      ]
    }
    if chosen.form == .external { return ["Runs elsewhere; its latency, availability and price are as stated."] }
    var sentences = ["\(chosen.label) is the cheapest placement that meets every objective."]
    if let runnerUp = alternatives.first(where: { $0.rejected?.constraint == "cost" }),
      let extra = runnerUp.rejected?.extraPerMonth
    {
      sentences.append(
        extra == .zero
          ? "\(runnerUp.label) costs the same; the name decides."
          : "The runner-up, \(runnerUp.label), costs \(extra.formatted(places: 2)) USD a month more.")
    }
    sentences += ServingReasons.sentences(workload, chosen: chosen, alternatives: alternatives)
    if let miss = alternatives.first(where: { !["cost", "joint-cost"].contains($0.rejected?.constraint) }),
      let rejection = miss.rejected
    {
      sentences.append("\(miss.label) is ruled out: \(describe(rejection)).")
    }
    return sentences
  }

  /// What binds: the constraint that a fleet one machine smaller misses.
  static func binding(_ rejection: Rejection) -> String {
    "One machine fewer would miss \(describe(rejection))."
  }

  private static func describe(_ rejection: Rejection) -> String {
    guard let value = rejection.value else { return "\(rejection.constraint) (\(rejection.by))" }
    let limit = rejection.limit.map { " against \(number($0, rejection.unit))" } ?? ""
    return "\(rejection.constraint) of \(number(value, rejection.unit))\(limit) (\(rejection.by))"
  }

  private static func percent(_ value: Double) -> String {
    // As many places as tell a target of many nines from all of the time.
    for places in [4, 6, 8, 10] {
      var text = Money(value * 100).formatted(places: places)
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
      if text != "100" || value >= 1 { return text }
    }
    return "100"
  }

  private static func number(_ value: Double, _ unit: String) -> String {
    switch unit {
    case "s":
      if value < 1 { return "\(Money(value * 1000).formatted(places: 1)) ms" }
      if value < 600 { return "\(Money(value).formatted(places: 2)) s" }
      return "\(Money(value / 3600).formatted(places: 2)) h"
    case "ratio": return "\(percent(value)) %"
    case "B": return "\(Money(value / 1e9).formatted(places: 1)) GB"
    default: return Figures.value(value, unit: unit)
    }
  }
}
