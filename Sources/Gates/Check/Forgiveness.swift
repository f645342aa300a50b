import Foundations
import Planning

/// What a base broke already is told and forgiven; what became worse is not.
///
/// A limit is forgiven when the base broke its own limit of the same name, and the value is no worse
/// than it was there. Thresholds of the command line are held against the base too.
struct Forgiveness {
  let base: Plan
  let baseLimits: [String: LimitCheck]

  init(base: Plan, thresholds: Thresholds) {
    self.base = base
    let limits = Forgiveness.stated(base) + ThresholdLimits(plan: base, thresholds: thresholds).all
    baseLimits = Dictionary(limits.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The limit with the reason why it is forgiven, if it is.
  func apply(_ check: LimitCheck, in plan: Plan) -> LimitCheck {
    // An increase is measured from the base, and without its prices there is no plan.
    let isExempt = [.increase, .priceMissing, .priceAge].contains(check.rule)
    guard check.isFinding, !isExempt else { return check }
    var check = check
    if check.rule == .placement {
      check.forgiven = placement(check, plan)
    } else {
      check.forgiven = value(check)
    }
    return check
  }

  private func value(_ check: LimitCheck) -> String? {
    guard let before = baseLimits[check.id] else { return nil }
    switch (check.outcome, before.outcome) {
    case (.unknown, .unknown): return "the base could not judge it either"
    case (.missed, .missed):
      guard let now = check.value, let then = before.value else { return nil }
      let slack = 1e-9 * max(abs(now), abs(then))
      guard check.isFloor ? now >= then - slack : now <= then + slack || (now == then) else { return nil }
      return "the base broke it already, with \(LimitWords.words(then, check.unit))"
    default: return nil
    }
  }

  /// A workload that had no placement either, for the same reason and no further from it.
  private func placement(_ check: LimitCheck, _ plan: Plan) -> String? {
    guard let now = plan.workloads.first(where: { $0.name == check.workload }),
      let then = base.workloads.first(where: { $0.name == check.workload }), then.chosen == nil
    else { return nil }
    guard let miss = now.alternatives.compactMap(\.rejected).first else {
      return then.alternatives.isEmpty ? "the base had no placement either" : nil
    }
    let same = then.alternatives.compactMap(\.rejected).filter { $0.constraint == miss.constraint }
    guard let nearest = same.map(Forgiveness.distance).min(), Forgiveness.distance(miss) <= nearest * (1 + 1e-9) else {
      return nil
    }
    return "the base had no placement either"
  }

  /// How far a miss is from its limit, as a factor.
  private static func distance(_ miss: Rejection) -> Double {
    guard let value = miss.value, let limit = miss.limit, value > 0, limit > 0 else { return 1 }
    if miss.constraint == "availability" { return (1 - value) / max(1 - limit, 1e-12) }
    return max(value / limit, limit / value)
  }

  /// The limits that a plan's own results tell of; a saved one has no others.
  private static func stated(_ plan: Plan) -> [LimitCheck] {
    var checks: [LimitCheck] = []
    for workload in plan.workloads {
      for objective in workload.slo {
        var check = LimitCheck(
          id: objective.id, rule: LimitRule(objective: objective.objective), workload: workload.name, path: "",
          line: nil, isFloor: ["availability", "throughput"].contains(objective.objective), unit: objective.unit,
          value: objective.predicted, limit: objective.target.double)
        check.outcome = objective.met.map { $0 ? .met : .missed } ?? (workload.chosen == nil ? .blocked : .unknown)
        checks.append(check)
      }
    }
    for budget in plan.budgets {
      var check = LimitCheck(
        id: "budgets.\(budget.id)", rule: .monthly, path: "", line: nil, unit: budget.unit,
        value: budget.value?.double, limit: budget.limit.double)
      check.outcome =
        budget.met.map { $0 ? .met : .missed } ?? (plan.verdict == .infeasible ? .blocked : .unknown)
      checks.append(check)
    }
    return checks
  }
}
