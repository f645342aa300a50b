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
    let rest = parts.dropFirst()
    switch rest.first {
    case "target": return target
    case "predicted", "expected": return predicted(result, objective, path)
    case "budget":
      guard let budget = objective.budget else { return nil }
      return self.budget(rest.dropFirst().first ?? "minutes", budget, objective, result, path, target)
    default: return nil
    }
  }

  func predicted(_ result: WorkloadResult, _ objective: ObjectiveResult, _ path: String) -> Derivation? {
    guard let value = objective.predicted else { return nil }
    let inner: Derivation? =
      objective.objective.hasPrefix("latency.")
      ? workload(result, objective.objective.split(separator: ".").map(String.init))
      : workload(result, [objective.objective])
    guard let inner, inner.node.value == value else {
      return .leaf(
        "\(path).predicted", value, objective.unit,
        source: objective.probability == nil
          ? "of the placement" : "the value at the required confidence over the ranges")
    }
    return .rule(.same, "\(path).predicted", value, objective.unit, "the placement's own figure", [inner])
  }

  func budget(
    _ word: String, _ budget: BudgetFigures, _ objective: ObjectiveResult, _ result: WorkloadResult, _ path: String,
    _ target: Derivation
  ) -> Derivation? {
    // Of a percentile the budget is the share that may be late; of a ratio what it leaves.
    let share = ObjectiveProblem(
      objective: objective.objective, target: objective.target, unit: objective.unit, line: nil, path: path
    ).percentile
    let base = share.map { Derivation.leaf("percentile", $0, "ratio", source: "named by the objective") } ?? target
    let ratio = Derivation.verified(
      .complement, "\(path).budget.ratio", budget.ratio.double, "ratio",
      share == nil ? "one less the target" : "one less the percentile", [base], source: "what the objective allows",
      exact: budget.ratio)
    let seconds = problem.workloads.first { $0.name == result.name }?.windowSeconds ?? 0
    let window = Derivation.leaf(
      "window", seconds, "s",
      source: lines.line("workloads.\(result.name).slo.window") == nil ? "default: 28 d" : "spec",
      line: lines.line("workloads.\(result.name).slo.window"))
    let minutes = Derivation.rule(
      .product, "\(path).budget.minutes", budget.minutes, "min", "ratio x window, in minutes",
      [ratio, window, .leaf("minutes a second", 1 / 60.0)])
    switch word {
    case "ratio": return ratio
    case "minutes": return minutes
    case "events":
      guard let events = budget.events, let load = result.load else { return nil }
      return .rule(
        .product, "\(path).budget.events", events, "requests", "rate x window x ratio",
        [rate(result.name, load, "mean"), window, ratio])
    case "used_ratio", "remaining_ratio":
      guard let used = budget.usedRatio, let predicted = predicted(result, objective, path) else { return nil }
      let failing =
        share == nil
        ? Derivation.rule(
          .complement, "failing share", 1 - predicted.node.value, "ratio", "one less the prediction", [predicted])
        : Derivation.leaf(
          "late share", used * budget.ratio.double, "ratio", source: "requests beyond the limit, by the composed path")
      let spent = Derivation.rule(
        .quotient, "\(path).budget.used_ratio", used, "ratio", "failing share over the budget's ratio",
        [failing, ratio])
      guard word == "remaining_ratio", let left = budget.remainingRatio else { return spent }
      return .rule(.complement, "\(path).budget.remaining_ratio", left, "ratio", "one less what is used", [spent])
    case "money":
      guard let money = budget.money,
        let cost = problem.workloads.first(where: { $0.name == result.name })?.outageCostPerMinute
      else { return nil }
      return .rule(
        .product, "\(path).budget.money", money.double, plan.currency, "minutes x cost of a minute",
        [minutes, spec("workloads.\(result.name).outage_cost", cost.double, "\(plan.currency)/min")], exact: money)
    default: return nil
    }
  }
}
