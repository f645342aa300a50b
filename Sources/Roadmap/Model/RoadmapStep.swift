import Foundations
import Planning

/// Whether and when a step is due.
package enum StepState: Sendable, Hashable {
  /// What it would bring is there already.
  case done
  case now
  /// From this month on.
  case byMonth(Int)
  case notNeeded
  /// It could be done, but costs more than it brings.
  case doesNotPay

  /// The word in JSON.
  package var word: String {
    switch self {
    case .done: "done"
    case .now: "now"
    case .byMonth: "by_month"
    case .notNeeded: "not_needed"
    case .doesNotPay: "does_not_pay"
    }
  }

  /// Whether the step is to be done.
  package var isDue: Bool {
    switch self {
    case .now, .byMonth: true
    case .done, .notNeeded, .doesNotPay: false
    }
  }
}

/// A computed predicate that starts a step, with its numbers.
package struct StepTrigger: Sendable, Hashable {
  /// `latency`, `compliance`, `availability`, `capacity`, `cost`, `workload`, `practice`.
  package var kind: String
  /// What it is about: a workload, or empty for the whole.
  package var subject: String
  /// The objective or quantity compared.
  package var quantity: String
  package var value: Double?
  package var limit: Double?
  /// Unit of value and limit, as in ``ReportValue/number(_:unit:)``.
  package var unit: String
  /// First month in which it is true; `nil` when it is not within the horizon.
  package var month: Int?
  /// The predicate in words.
  package var sentence: Sentence
  /// What is written under `place` to see it with `evaluate --at`; empty where it is no matter of placement.
  package var restriction: String

  /// Creates a trigger.
  package init(
    kind: String, subject: String, quantity: String, value: Double?, limit: Double?, unit: String, month: Int?,
    sentence: Sentence, restriction: String = ""
  ) {
    self.kind = kind
    self.subject = subject
    self.quantity = quantity
    self.value = value
    self.limit = limit
    self.unit = unit
    self.month = month
    self.sentence = sentence
    self.restriction = restriction
  }
}

/// Something to do, with the labour it takes.
package struct StepAction: Sendable, Hashable {
  package var sentence: Sentence
  /// A command or setting that does it; empty where there is none.
  package var command: String
  /// Hours of work, once.
  package var hours: Double
  /// Change of cost a month that this action brings; `nil` where it cannot be told apart.
  package var perMonth: Money?
  /// The workload concerned; empty for the whole.
  package var workload: String

  /// Creates an action.
  package init(
    _ sentence: Sentence, command: String = "", hours: Double, perMonth: Money? = nil, workload: String = ""
  ) {
    self.sentence = sentence
    self.command = command
    self.hours = hours
    self.perMonth = perMonth
    self.workload = workload
  }
}

/// A figure before and after a step.
package struct StepEffect: Sendable, Hashable {
  package var name: String
  package var before: ReportValue
  package var after: ReportValue
}

/// Something that can be tested to tell that a step is done.
package struct ExitCriterion: Sendable, Hashable {
  package var sentence: Sentence
  /// A command line or a query.
  package var test: String
}

/// One of the six steps.
package struct RoadmapStep: Sendable, Hashable {
  package var level: PlanLevel
  package var state: StepState = .notNeeded
  /// Why it is in that state, with the sum.
  package var reason: Sentence
  package var triggers: [StepTrigger] = []
  package var actions: [StepAction] = []
  /// Labour of the actions and what has to be bought.
  package var oneOff = Money.zero
  package var hours = 0.0
  /// Total of the plan a month before and after, exactly as solved; both of month 0.
  package var before = Money.zero
  package var after = Money.zero
  /// What the step costs a month beside the plan's total, such as telemetry.
  package var running = Money.zero
  package var effects: [StepEffect] = []
  /// Months until the saving has paid the one-off cost; `nil` when it saves nothing.
  package var paybackMonths: Double?
  package var leadMonths = 0.0
  /// Latest month to start: trigger less lead time less buffer, not below 0; `nil` when nothing is due.
  package var latestStart: Int?
  package var dependsOn: [PlanLevel] = []
  package var owner = ""
  package var risk: Sentence = ""
  package var blastRadius: Sentence = ""
  package var reversibility: Sentence = ""
  package var exits: [ExitCriterion] = []
  package var sections: [ReportSection] = []

  /// Change of the plan's total a month.
  package var change: Money { after - before }

  /// The change as a share of the dearer of the two plans.
  package var changeShare: Double {
    let most = max(before, after)
    return most > .zero ? abs(change.double) / most.double : 0
  }

  /// Creates a step to be filled in.
  package init(level: PlanLevel, reason: Sentence = "") {
    self.level = level
    self.reason = reason
  }
}
