import Foundations

/// Limits that stand on the command line rather than in the spec.
package struct Thresholds: Sendable, Hashable {
  /// Most the plan may cost a month, in the spec's currency.
  package var monthly: Money?
  /// Most it may cost more than the base, a month.
  package var increase: Money?
  /// Most it may cost more than the base, as a share of the base.
  package var increaseRatio: Money?
  /// Most a transaction may cost.
  package var perTransaction: Money?
  /// Most seconds at p99, by workload, in the order given.
  package var p99: [(workload: String, seconds: Money)] = []
  /// Least share of every error budget that must be left.
  package var budgetLeft: Money?

  /// No limits.
  package init() {}

  package static func == (a: Thresholds, b: Thresholds) -> Bool {
    a.monthly == b.monthly && a.increase == b.increase && a.increaseRatio == b.increaseRatio
      && a.perTransaction == b.perTransaction && a.budgetLeft == b.budgetLeft && a.p99.elementsEqual(b.p99, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(monthly)
    hasher.combine(increase)
  }

  /// Whether one of them needs a base to compare with.
  package var needsBase: Bool { increase != nil || increaseRatio != nil }
}
