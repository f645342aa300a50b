import Foundations

/// One limit held against a plan: an objective, a budget, a threshold of the command line, or that a
/// workload has a placement at all.
package struct LimitCheck: Sendable, Hashable {
  /// How it went.
  package enum Outcome: String, Sendable, Hashable {
    case met, missed
    /// There is no value to judge; never counts as met.
    case unknown
    /// Unknown only because a workload has no placement, which is told by itself.
    case blocked
  }

  /// Unique and stable, such as `api.latency.p99`, `budgets.monthly`, `options.max-monthly`.
  package var id: String
  package var rule: LimitRule
  /// `nil` for limits on the whole plan.
  package var workload: String?
  /// Where the limit is stated: a path of the spec, or an option.
  package var path: String
  /// 1-based line of the spec that states it, or that names its workload.
  package var line: Int?
  /// Whether larger values are better.
  package var isFloor: Bool
  /// Unit of `value` and `limit`: `s`, `ratio`, `1/s`, `USD/month` …
  package var unit: String
  package var value: Double?
  package var limit: Double?
  /// Share of the draws in which it holds, where inputs are ranges.
  package var probability: Double?
  /// Share that is required.
  package var confidence: Double?
  package var outcome: Outcome
  /// Of a finding when the limit is not met.
  package var level: DiagnosticLevel
  /// What to say instead of value and limit, or why the value is unknown.
  package var detail: String?
  /// Why it does not count although it is missed: the base broke it already.
  package var forgiven: String?

  /// Creates a limit without a verdict.
  package init(
    id: String, rule: LimitRule, workload: String? = nil, path: String, line: Int?, isFloor: Bool = false,
    unit: String = "", value: Double? = nil, limit: Double? = nil, outcome: Outcome = .unknown,
    level: DiagnosticLevel = .error, detail: String? = nil
  ) {
    self.id = id
    self.rule = rule
    self.workload = workload
    self.path = path
    self.line = line
    self.isFloor = isFloor
    self.unit = unit
    self.value = value
    self.limit = limit
    self.outcome = outcome
    self.level = level
    self.detail = detail
  }

  /// Whether it must be told: missed or unknown.
  package var isFinding: Bool { outcome == .missed || outcome == .unknown }

  /// Whether it fails a gate.
  package var isFailure: Bool { isFinding && forgiven == nil && level == .error }

  /// The level at which it is told; what is forgiven is a note.
  package var shownLevel: DiagnosticLevel { forgiven == nil ? level : .note }

  /// The finding as the plan keeps it; `nil` when there is nothing to tell.
  package var gate: Gate? {
    isFinding ? Gate(id: id, level: shownLevel, message: message, path: path, line: line) : nil
  }
}
