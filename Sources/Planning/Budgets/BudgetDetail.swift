import Formulas
import Foundations

/// Something that uses up an error budget.
package struct BudgetUse: Sendable, Hashable {
  /// `the load balancer`, `the dependency orders`, `failed deploys` …
  package var source: String
  /// Share of the events of the window that it spoils.
  package var ratio: Double
  /// Whether it is done on purpose and so is no part of the predicted availability.
  package var isPlanned: Bool
  /// Where the figure comes from.
  package var why: String

  /// Creates a use.
  package init(source: String, ratio: Double, isPlanned: Bool, why: String) {
    self.source = source
    self.ratio = ratio
    self.isPlanned = isPlanned
    self.why = why
  }
}

/// What a dependency must reach for an objective to hold, all others as they are.
package struct RequiredAvailability: Sendable, Hashable {
  package var dependency: String
  /// What its placement reaches by itself.
  package var reached: Double
  /// T ÷ (A ÷ A_d); above 1 when nothing that this dependency does is enough.
  package var required: Double
  /// The same when what the objective leaves to dependencies is split evenly: (T ÷ A_own)^(1/n).
  package var evenShare: Double
}

/// What another target would cost in the same region.
package struct NinePrice: Sendable, Hashable {
  package var target: Money
  /// More a month than at the stated target; negative when it saves. `nil` when nothing there reaches it.
  package var extraPerMonth: Money?
  /// Minutes of outage a month that it spares, by the availabilities predicted at both; negative when it adds some.
  package var sparedMinutes: Double?
}

/// A burn-rate alert with what it would do.
package struct PlannedAlert: Sendable, Hashable {
  package var pair: BurnRatePair
  package var detection: [AlertDetection]
}

/// Seconds until an alert fires after a step to an error ratio, from a clean history; `nil` when it never does.
package struct AlertDetection: Sendable, Hashable {
  package var errorRatio: Double
  package var seconds: Double?
}

/// What stands behind an error budget.
package struct BudgetDetail: Sendable, Hashable {
  package var windowSeconds: Double
  /// `occurrences` or `timeslices`.
  package var method: String
  /// What the ratio is a share of, and why it is as large: `1 - target` …
  package var basis: String
  /// What is counted: requests, slices, lots …
  package var counted: String
  /// The largest first.
  package var uses: [BudgetUse] = []
  package var required: [RequiredAvailability] = []
  package var alerts: [PlannedAlert] = []
  /// What is wrong with the alerts here, in sentences.
  package var lints: [String] = []
  /// Those of them that need a decision: no page can fire, or one failed request fires it.
  package var gravest: String?
  /// `nil` when it was not asked for.
  package var nextNine: NinePrice?
  package var nineLess: NinePrice?
}
