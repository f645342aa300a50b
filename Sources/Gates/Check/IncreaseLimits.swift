import Foundations
import Planning
import Spec

/// How much dearer than the base a plan may be.
struct IncreaseLimits {
  let plan: Plan
  let base: Plan?
  let spec: Spec
  let source: SourceText
  let thresholds: Thresholds

  var all: [LimitCheck] {
    var checks: [LimitCheck] = []
    func stated(_ amount: Amount?, _ name: String, isRatio: Bool) {
      guard let amount else { return }
      let line = source.position(of: amount.span.start).line
      checks.append(
        check(id: "budgets.increase.\(name)", path: "budgets.increase.\(name)", line, amount.decimal, isRatio))
    }
    stated(spec.budgets.increaseAmount, "amount", isRatio: false)
    stated(spec.budgets.increaseRatio, "percent", isRatio: true)
    if let limit = thresholds.increase {
      checks.append(check(id: "options.max-increase", path: "--max-increase", 1, limit, false))
    }
    if let limit = thresholds.increaseRatio {
      checks.append(check(id: "options.max-increase-percent", path: "--max-increase-percent", 1, limit, true))
    }
    return checks
  }

  private func check(id: String, path: String, _ line: Int, _ limit: Money, _ isRatio: Bool) -> LimitCheck {
    var check = LimitCheck(
      id: id, rule: .increase, path: path, line: line, unit: isRatio ? "ratio" : "\(plan.currency)/month",
      limit: limit.double)
    guard let base else {
      check.level = .warning
      check.detail = "there is no base to compare with; name one with --against"
      return check
    }
    guard plan.verdict != .infeasible else {
      check.outcome = .blocked
      check.detail = "a workload has no placement"
      return check
    }
    guard base.verdict != .infeasible else {
      // What could not run before cannot have become dearer.
      check.level = .note
      check.detail = "the base has no placement for a workload, and so no cost"
      return check
    }
    let change = plan.perMonth - base.perMonth
    if isRatio {
      // Compared as amounts, so that nothing is rounded before.
      let allowed = base.perMonth.times(limit.double)
      check.outcome = change <= allowed ? .met : .missed
      check.value =
        base.perMonth > .zero ? change.double / base.perMonth.double : change > .zero ? .infinity : 0
    } else {
      check.outcome = change <= limit ? .met : .missed
      check.value = change.double
    }
    if check.outcome == .missed {
      check.detail =
        "\(Figures.money(base.perMonth)) became \(Figures.money(plan.perMonth)) \(plan.currency)/month"
    }
    return check
  }
}
