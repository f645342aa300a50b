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
    if let reason = secondRegion(workload, chosen: chosen, alternatives: alternatives) { sentences.append(reason) }
    sentences += ServingReasons.sentences(workload, chosen: chosen, alternatives: alternatives)
    if let miss = alternatives.first(where: { !["cost", "joint-cost"].contains($0.rejected?.constraint) }),
      let rejection = miss.rejected
    {
      sentences.append("\(miss.label) is ruled out: \(describe(rejection)).")
    }
    return sentences
  }

  /// Why one region will not do; `nil` where the spec asks for two or one is chosen.
  private static func secondRegion(
    _ workload: WorkloadProblem, chosen: PlacedWorkload, alternatives: [PlacedWorkload]
  ) -> String? {
    guard chosen.isPaired else { return nil }
    let single = alternatives.filter {
      !$0.isPaired && $0.model == .cloud && !["cost", "joint-cost"].contains($0.rejected?.constraint)
    }
    guard let miss = single.min(by: { isNearer($0, $1) }), let rejection = miss.rejected else {
      return workload.place.topologies?.contains(where: \.isPaired) == true
        ? "The spec asks for two regions."
        : "What it works with cannot be kept in one region."
    }
    // More zones of one region would do for this workload alone.
    if miss.topology == .singleZone, ["availability", "rto", "rpo"].contains(rejection.constraint) {
      return "What it works with cannot be kept in one region."
    }
    guard let value = rejection.value, let limit = rejection.limit else {
      return "Two regions, as one region cannot do: \(describe(rejection))."
    }
    return "Two regions, as one region cannot keep \(rejection.constraint) of \(number(limit, rejection.unit)): the "
      + "nearest, \(miss.label), reaches \(number(value, rejection.unit))."
  }

  private static func isNearer(_ a: PlacedWorkload, _ b: PlacedWorkload) -> Bool {
    let (x, y) = (a.rejected.map(WorkloadAnswer.distance) ?? 1e9, b.rejected.map(WorkloadAnswer.distance) ?? 1e9)
    return x == y ? a.label < b.label : x < y
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
