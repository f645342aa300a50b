import Foundations
import Spec

/// Every limit that a spec states, held against its plan.
struct SpecLimits {
  let plan: Plan
  let spec: Spec
  let source: SourceText

  /// Placements and objectives by workload, then the budgets; in the order of the spec.
  var all: [LimitCheck] {
    let names = Dictionary(spec.workloads.map { ($0.name, $0.nameSpan.start) }) { first, _ in first }
    return plan.workloads.flatMap { result in
      [placement(result, line: names[result.name].map { source.position(of: $0).line })]
        + result.slo.map { objective($0, of: result) }
        + result.slo.compactMap { spent($0, of: result) } + result.slo.compactMap { alertPlan($0, of: result) }
    } + plan.budgets.map(budget)
  }

  private func placement(_ result: WorkloadResult, line: Int?) -> LimitCheck {
    let isUnpriced =
      result.chosen == nil && !result.alternatives.isEmpty
      && result.alternatives.allSatisfy { $0.rejected?.constraint == "price-unknown" }
    return LimitCheck(
      id: "\(result.name).placement", rule: isUnpriced ? .priceMissing : .placement, workload: result.name,
      path: "workloads.\(result.name)", line: line, outcome: result.chosen == nil ? .missed : .met,
      detail: result.chosen == nil
        ? "\(result.name): \(result.why.first ?? "no placement meets every constraint")"
        : "\(result.name) has a placement")
  }

  private func objective(_ objective: ObjectiveResult, of result: WorkloadResult) -> LimitCheck {
    var check = LimitCheck(
      id: objective.id, rule: LimitRule(objective: objective.objective), workload: result.name,
      path: "workloads.\(result.name).slo.\(objective.objective)", line: objective.line,
      isFloor: ObjectiveModel.isFloor(objective.objective), unit: objective.unit, value: objective.predicted,
      limit: objective.target.double)
    check.probability = objective.probability
    check.confidence = objective.probability == nil ? nil : plan.ranges?.confidence
    switch objective.met {
    case true?: check.outcome = .met
    case false?: check.outcome = .missed
    case nil:
      check.outcome = result.chosen == nil ? .blocked : .unknown
      check.detail =
        result.chosen == nil ? "\(result.name) has no placement" : "its placement has no prediction of it"
    }
    return check
  }

  /// A budget whose objective holds may still be spent: by what people do, or by slices where a percentile is limited.
  private func spent(_ objective: ObjectiveResult, of result: WorkloadResult) -> LimitCheck? {
    guard let budget = objective.budget, let detail = budget.detail, let left = budget.remainingRatio,
      objective.met == true
    else { return nil }
    let isSliced = detail.method == "timeslices" && objective.unit == "s"
    guard isSliced || detail.uses.contains(where: \.isPlanned) else { return nil }
    let unplanned = detail.uses.reduce(0) { $0 + ($1.isPlanned ? 0 : $1.ratio) }
    let most = detail.uses.first.map { "\($0.source) use most of it" }
    return LimitCheck(
      id: "\(objective.id).budget", rule: .errorBudget, workload: result.name,
      path: "workloads.\(result.name).slo.\(objective.objective)", line: objective.line, isFloor: true, unit: "ratio",
      value: left, limit: 0, outcome: left >= 0 ? .met : .missed,
      level: isSliced && unplanned > budget.ratio.double ? .error : .warning, detail: left >= 0 ? nil : most)
  }

  /// Alerts that cannot do their work are told; they do not fail a gate.
  private func alertPlan(_ objective: ObjectiveResult, of result: WorkloadResult) -> LimitCheck? {
    guard let words = objective.budget?.detail?.gravest else { return nil }
    return LimitCheck(
      id: "\(objective.id).alerts", rule: .alertPlan, workload: result.name,
      path: "workloads.\(result.name).slo.\(objective.objective)", line: objective.line, outcome: .missed, level: .note,
      detail: "\(objective.id): \(words)")
  }

  private func budget(_ budget: SpendingBudget) -> LimitCheck {
    let rules: [String: LimitRule] = [
      "monthly": .monthly, "cost_per_transaction": .perTransaction, "carbon": .carbon,
    ]
    var check = LimitCheck(
      id: "budgets.\(budget.id)", rule: rules[budget.id] ?? .monthly, path: "budgets.\(budget.id)", line: budget.line,
      unit: budget.unit, value: budget.value?.double, limit: budget.limit.double)
    check.probability = budget.probability
    check.confidence = budget.probability == nil ? nil : plan.ranges?.confidence
    switch budget.met {
    case true?: check.outcome = .met
    case false?: check.outcome = .missed
    case nil:
      let isPlaced = plan.workloads.allSatisfy { $0.chosen != nil }
      check.outcome = isPlaced ? .unknown : .blocked
      check.detail =
        isPlaced
        ? (budget.id == "carbon" ? "the power of a placement is unknown" : "the spec has no transactions")
        : "a workload has no placement"
    }
    return check
  }
}
