import Foundations
import Planning

/// What a change breaks and mends: limits whose outcome differs.
package struct LimitChange: Sendable, Hashable {
  /// As in a check: `api.latency.p99`, `api.placement`, `budgets.monthly`.
  package var id: String
  /// `nil` where the side has no such limit.
  package var base: LimitCheck.Outcome?
  package var head: LimitCheck.Outcome?

  /// Whether it holds no more, or does not hold from the start.
  package var isBroken: Bool { (head == .missed || head == .unknown) && base != .missed && base != .unknown }

  /// Whether it holds at last, or is gone.
  package var isMended: Bool { (base == .missed || base == .unknown) && (head == .met || head == nil) }
}

/// The limits that a plan's own results tell of, saved ones too.
enum LimitOutcomes {
  static func changes(_ base: Plan, _ head: Plan) -> [LimitChange] {
    let (old, new) = (all(base), all(head))
    let olds = Dictionary(old) { first, _ in first }
    let news = Dictionary(new) { first, _ in first }
    let ids = new.map(\.0) + old.map(\.0).filter { news[$0] == nil }
    return ids.compactMap { id in
      let change = LimitChange(id: id, base: olds[id], head: news[id])
      return change.base == change.head ? nil : change
    }
  }

  private static func all(_ plan: Plan) -> [(String, LimitCheck.Outcome)] {
    func outcome(_ met: Bool?, isBlocked: Bool) -> LimitCheck.Outcome {
      met.map { $0 ? .met : .missed } ?? (isBlocked ? .blocked : .unknown)
    }
    return plan.workloads.flatMap { workload in
      [("\(workload.name).placement", workload.chosen == nil ? LimitCheck.Outcome.missed : .met)]
        + workload.slo.map { ($0.id, outcome($0.met, isBlocked: workload.chosen == nil)) }
    } + plan.budgets.map { ("budgets.\($0.id)", outcome($0.met, isBlocked: plan.verdict == .infeasible)) }
  }
}
