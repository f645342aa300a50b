import Foundations
import Planning

/// Costs of the months to come, and what the search looked at.
extension PlanDerivation {
  /// The cost of a month: what every workload costs with its fleet resized for that month's load.
  func horizon(_ parts: [String]) -> Derivation? {
    guard parts.count > 2, let index = Int(parts[1]), plan.horizon.indices.contains(index) else { return nil }
    let point = plan.horizon[index]
    let path = "horizon[\(index)].\(parts[2])"
    if parts[2] == "month" {
      return .leaf(path, Double(point.month), "month", source: "months 0, 6, 12, 24 and the last of the horizon")
    }
    guard parts[2] == "cost", let cost = point.cost else { return nil }
    let unit = "\(plan.currency)/month"
    if point.month == plan.month, let total = derivation("totals.per_month") {
      return .verified(
        .same, path, cost.double, unit, "the plan itself", [total], source: "the plan of month \(plan.month)",
        exact: cost)
    }
    guard let problem = session.problem(month: point.month),
      let then = PlanDerivation(plan, session, problem: session.held(problem, to: plan.workloads, isFleetFixed: false))
    else { return nil }
    let inputs = session.choices(then.problem).compactMap { result -> Derivation? in
      guard let subject = PlacementSubject(chosen: result) else { return nil }
      let whole = then.cost(subject)
      guard case .node(var node) = whole else { return whole }
      node.path = "\(result.name) in month \(point.month)"
      return .node(node)
    }
    let shared = plan.sharedLines.enumerated().map { amount($0.element, "shared.lines[\($0.offset)]", nil) }
    return .verified(
      .sum, path, cost.double, unit,
      "every workload with its fleet resized for the load of month \(point.month), region and form kept",
      inputs + shared, source: "the plan of month 0 with its fleets resized for that month's load", exact: cost)
  }

  /// What the search looked at.
  func search(_ parts: [String]) -> Derivation? {
    guard parts.count > 1 else { return nil }
    let figures = plan.search
    func leaf(_ word: String, _ value: Int, _ words: String) -> Derivation {
      .leaf("search.\(word)", Double(value), "", source: "counted by the search: \(words)")
    }
    let counts = [
      leaf("evaluated", figures.evaluated, "sized, priced and held against every limit"),
      leaf("pruned", figures.pruned, "ruled out by a proven bound"),
      leaf("price_unknown", figures.priceUnknown, "left out because a price is unknown"),
    ]
    guard parts[1] == "candidates" else { return counts.first { $0.node.path == "search.\(parts[1])" } }
    return .verified(
      .sum, "search.candidates", Double(figures.candidates), "", "what was evaluated, pruned and left out", counts,
      source: "counted by the search: ways of running, machines, counts and places in all")
  }
}
