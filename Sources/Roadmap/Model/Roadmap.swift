import Foundations
import Planning
import Spec

/// The six-step roadmap of one spec.
package struct Roadmap: Sendable {
  /// The plan that `evaluate` finds; the last level.
  package var plan: Plan
  /// Total a month of every level, from today's to the whole, month 0.
  package var totals: [(level: PlanLevel, perMonth: Money, verdict: Plan.Verdict)]
  package var steps: [RoadmapStep]
  /// The steps that are due, in the order in which to do them.
  package var order: [PlanLevel]
  /// Why that order, a sentence a step.
  package var orderReasons: [Sentence]
  /// The half page at the top.
  package var summary: [Sentence]
  /// What should not be built, with what would change that.
  package var avoid: ReportSection
  /// What belongs to no single step: cash, risks, the four models, effort.
  package var sections: [ReportSection]
  /// What the roadmap itself assumes.
  package var assumptions: [AssumedInput]
  /// What the plan assumes, the greatest effect on its cost first.
  package var assumptionsByEffect: [AssumedInput]
  /// Months kept free before a trigger's month.
  package var bufferMonths: Double
  package var horizonMonths: Int
  /// Year and month of month 0; `nil` when the spec does not say.
  package var start: (year: Int, month: Int)?
  /// Whether something runs today.
  package var hasCurrent: Bool
  /// Figures for charts.
  package var curves: RoadmapCurves

  /// Total a month of a level; `nil` where a workload has no placement, whose cost nobody knows.
  package func perMonth(_ level: PlanLevel) -> Money? {
    totals.first { $0.level == level && $0.verdict != .infeasible }?.perMonth
  }

  /// Change of the total from the level before; `nil` where either is unknown or nothing is before.
  package func change(_ level: PlanLevel) -> Money? {
    guard level != .today, let after = perMonth(level), let before = perMonth(level.previous) else { return nil }
    return after - before
  }

  /// The step of a level; `nil` for ``PlanLevel/today``.
  package func step(_ level: PlanLevel) -> RoadmapStep? { steps.first { $0.level == level } }
}

/// Series of numbers that the page draws; the JSON holds the same.
package struct RoadmapCurves: Sendable {
  /// Cost a month of one way of running over the months; `nil` where it cannot carry the load.
  package struct Series: Sendable {
    package var name: String
    package var points: [(month: Int, cost: Money?)]
  }

  /// A way of running one workload: cost against p99.
  package struct Choice: Sendable {
    package var workload: String
    package var label: String
    package var perMonth: Money
    /// Seconds.
    package var p99: Double
    package var isChosen: Bool
  }

  package var cost: [Series] = []
  /// Months in which the cheapest series changes.
  package var flips: [(month: Int, from: String, to: String)] = []
  package var choices: [Choice] = []

  /// Nothing yet.
  package init() {}
}
