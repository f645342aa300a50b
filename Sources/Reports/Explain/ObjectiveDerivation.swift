import Foundations
import Placement
import Planning

/// Objectives held against the plan, and their error budgets.
extension PlanDerivation {
  func slo(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    guard let word = parts.first else { return nil }
    let found =
      Int(word).flatMap { result.slo.indices.contains($0) ? result.slo[$0] : nil }
      ?? result.slo.first { $0.objective == word }
    guard let objective = found else { return nil }
    let path = "workloads.\(result.name).slo.\(objective.objective)"
    let target = Derivation.leaf(
      "\(path).target", objective.target.double, objective.unit, source: "spec", line: objective.line,
      exact: objective.target)
    let rest = Array(parts.dropFirst())
    switch rest.first {
    case "target": return target
    case "predicted", "expected": return predicted(result, objective, path)
    case "budget":
      guard let budget = objective.budget else { return nil }
      return BudgetDerivation(
        parent: self, result: result, objective: objective, budget: budget, path: "\(path).budget", target: target
      ).derivation(Array(rest.dropFirst()))
    default: return nil
    }
  }

  func predicted(_ result: WorkloadResult, _ objective: ObjectiveResult, _ path: String) -> Derivation? {
    guard let value = objective.predicted else { return nil }
    let words = objective.objective.split(separator: ".").map(String.init)
    let token = words.count == 3 ? workload(result, ["serving"] + words.dropFirst()) : nil
    if let inner = token ?? workload(result, words), inner.node.value == value {
      return .rule(.same, "\(path).predicted", value, objective.unit, "the placement's own figure", [inner])
    }
    if let subject = PlacementSubject(chosen: result), words.first == "latency", words.count == 2,
      let percentile = ObjectiveProblem(
        objective: objective.objective, target: objective.target, unit: objective.unit, line: nil, path: path
      ).percentile, let made = self.percentile(subject, "\(path).predicted", percentile, value)
    {
      return made
    }
    return .leaf(
      "\(path).predicted", value, objective.unit,
      source: objective.probability == nil
        ? "of the placement" : "the value at the required confidence over the ranges")
  }
}
