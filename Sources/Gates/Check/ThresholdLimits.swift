import Foundations
import Planning

/// Holds thresholds of the command line against a plan; a base is held against the same ones.
struct ThresholdLimits {
  let plan: Plan
  let thresholds: Thresholds

  var all: [LimitCheck] {
    var checks: [LimitCheck] = []
    if let limit = thresholds.monthly { checks.append(monthly(limit)) }
    if let limit = thresholds.perTransaction { checks.append(perTransaction(limit)) }
    checks += thresholds.p99.map(p99)
    if let limit = thresholds.budgetLeft { checks += budgets(limit) }
    return checks
  }

  private func option(_ name: String, _ rule: LimitRule, workload: String? = nil) -> LimitCheck {
    let line = workload.flatMap { name in plan.limits.first { $0.workload == name }?.line }
    return LimitCheck(
      id: "options.\(name)\(workload.map { ".\($0)" } ?? "")", rule: rule, workload: workload, path: "--\(name)",
      line: line ?? 1)
  }

  private func judged(
    _ check: LimitCheck, _ limit: Money, unit: String, _ value: Money?, because reason: String,
    draws: ((DrawFigures) -> Double?)?
  ) -> LimitCheck {
    var check = check
    check.unit = unit
    check.limit = limit.double
    guard plan.verdict != .infeasible || check.workload != nil else {
      check.outcome = .blocked
      check.detail = "a workload has no placement"
      return check
    }
    guard let value else {
      check.detail = reason
      return check
    }
    check.value = value.double
    check.outcome = value <= limit ? .met : .missed
    if let ranges = plan.ranges, let draws {
      let share = ranges.share(atMost: limit.double, draws)
      check.probability = share
      check.confidence = ranges.confidence
      check.value = ranges.atConfidence(draws)
      check.outcome = share >= ranges.confidence ? .met : .missed
    }
    return check
  }

  private func monthly(_ limit: Money) -> LimitCheck {
    judged(
      option("max-monthly", .monthly), limit, unit: "\(plan.currency)/month", plan.perMonth, because: "",
      draws: \.perMonth)
  }

  private func perTransaction(_ limit: Money) -> LimitCheck {
    judged(
      option("max-per-transaction", .perTransaction), limit, unit: plan.currency, plan.perTransaction,
      because: "the spec has no transactions", draws: \.perTransaction)
  }

  private func p99(_ stated: (workload: String, seconds: Money)) -> LimitCheck {
    let (name, limit) = stated
    let workload = plan.workloads.first { $0.name == name }
    var check = option("max-p99", .latency, workload: name)
    // The name must tell which percentile is meant.
    check.id = "options.max-p99.\(name)"
    let p99 = workload?.chosen?.latency?.total.p99
    guard let workload, workload.chosen != nil else {
      check.outcome = workload == nil ? .unknown : .blocked
      check.detail = workload == nil ? "there is no workload '\(name)'" : "\(name) has no placement"
      check.limit = limit.double
      check.unit = "s"
      return check
    }
    return judged(
      check, limit, unit: "s", p99.map { Money($0) }, because: "\(name) answers no requests",
      draws: { $0.latency[name]?.p99 })
  }

  private func budgets(_ limit: Money) -> [LimitCheck] {
    plan.workloads.flatMap { workload in
      workload.slo.compactMap { objective -> LimitCheck? in
        guard let budget = objective.budget else { return nil }
        var check = LimitCheck(
          id: "options.min-budget-left.\(objective.id)", rule: .errorBudget, workload: workload.name,
          path: "--min-budget-left", line: objective.line ?? 1, isFloor: true, unit: "ratio",
          value: budget.remainingRatio, limit: limit.double)
        if let left = budget.remainingRatio {
          check.outcome = left >= limit.double ? .met : .missed
        } else {
          check.outcome = workload.chosen == nil ? .blocked : .unknown
          check.detail = workload.chosen == nil ? "\(workload.name) has no placement" : "what it uses is not predicted"
        }
        return check
      }
    }
  }
}
