import Foundations

/// What is said of the company, its money and its habits.
extension Spec {
  /// What "per transaction" means.
  package struct Transaction: Sendable {
    package var name: String?
    package var workload: String?
    package var requests: Amount?
  }

  /// The rate of exchange between US dollars, in which prices are known, and the spec's currency.
  package struct Exchange: Sendable {
    /// What one US dollar is worth in the currency of the spec.
    package var dollar: Amount
    /// Day of the rate.
    package var asOf: CalendarDay?
  }

  /// A day as stated; the day of the month is `nil` where only the month is.
  package struct CalendarDay: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int?
  }

  /// People.
  package struct Team: Sendable {
    package var engineer: Amount?
    package var count: Amount?
    package var infrastructureShare: Amount?
    package var isOnCall: Bool?
    /// Kinds of systems that somebody has run in production; `nil` when it is not stated.
    package var skills: [String]?
    /// Seconds of work, by the word of the action.
    package var effort: [String: Amount] = [:]
  }

  /// The company's money.
  package struct Finance: Sendable {
    package var cash: Amount?
    package var burn: Amount?
    package var revenue: Amount?
    package var discountRate: Amount?
  }

  /// How often things change and break.
  package struct Operations: Sendable {
    /// Deploys a second.
    package var deploys: Amount?
    /// Share of deploys that fail.
    package var changeFailure: Amount?
    /// Seconds until a failure is noticed.
    package var detect: Amount?
    /// Seconds until it is mended.
    package var restore: Amount?
    /// Seconds from commit to production.
    package var leadTime: Amount?
    /// Share of the requests that meet a new version first.
    package var canaryShare: Amount?
    /// Seconds for which it is watched before all do.
    package var canaryWatch: Amount?
  }

  /// What is done already.
  package struct Practices: Sendable {
    package var hasCentralLogs: Bool?
    package var hasTracing: Bool?
    package var hasContinuousIntegration: Bool?
    package var rollbackTested: Tested?
    package var restoreTested: Tested?
    /// Drills a second.
    package var failoverDrills: Amount?
    /// What deploys, watches and calls for help; `nil` when it is not stated.
    package var tools: [Tool]?
    package var hasAccessControl: Bool?

    /// A tool of the company's own choice.
    package struct Tool: Sendable {
      package var name: String
      /// `deploy`, `monitor`, `incidents`.
      package var covers: [String]
      package var price: Amount?
    }

    /// When something was tried last.
    package enum Tested: Sendable, Hashable {
      case never
      case month(year: Int, month: Int)
    }
  }

  /// Limits.
  package struct Budgets: Sendable {
    package var monthly: Amount?
    package var perTransaction: Amount?
    package var carbon: Amount?
    package var increaseAmount: Amount?
    package var increaseRatio: Amount?
  }
}
