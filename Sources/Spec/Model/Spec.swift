import Foundations

/// A spec as stated: typed, in SI, with places; what is not stated is `nil`.
package struct Spec: Sendable {
  package var name: String?
  /// Year and month of month 0.
  package var start: (year: Int, month: Int)?
  package var horizon: Amount?
  package var growth: Growth?
  package var currency: String
  package var exchange: Exchange?
  package var confidence: Amount?
  package var transaction: Transaction?
  package var customers: (count: Amount, growth: Growth?)?
  package var users: [UserGroup]
  package var place: Place
  /// Sidecars beside every service; `nil` without any.
  package var mesh: Mesh?
  package var devices: [Fleet]
  package var current: [CurrentWorkload]
  package var bill: Bill?
  package var prices: Prices
  package var team: Team
  package var finance: Finance
  package var operations = Operations()
  package var practices = Practices()
  package var budgets: Budgets
  package var workloads: [Workload]
  /// Values stated in all, for the share of assumptions.
  package var statedCount: Int
  /// Every input that is a range, in source order.
  package var ranges: [Amount] = []

  /// A sidecar beside every service.
  package struct Mesh: Sendable {
    /// CPU seconds of a request, on the reference core.
    package var cpu: Amount?
    /// Bytes of one.
    package var memory: Amount?
    /// Seconds that the proxies add to a request.
    package var latency: Amount?
  }

  /// Where requests come from.
  package struct UserGroup: Sendable {
    package var name: String
    package var place: PlaceName
    package var share: Amount?
    package var access: String?
    package var span: SourceSpan
    package var path: String
  }

  /// What runs today.
  package struct CurrentWorkload: Sendable {
    package var name: String
    package var runOn: String?
    package var form: String?
    package var topology: String?
    package var provider: String
    package var region: String
    package var machine: String
    package var count: Int
    package var purchase: String?
    package var span: SourceSpan
    package var path: String
  }

  /// What was paid.
  package struct Bill: Sendable {
    package var month: (year: Int, month: Int)?
    package var total: Amount
    package var positions: Amount?
  }

  /// Discounts, commitments, credits and own prices.
  package struct Prices: Sendable {
    package var discount: [(provider: String, ratio: Amount)] = []
    /// Ways of paying allowed; `nil` when not stated.
    package var allowed: [String]?
    package var commitmentBudget: Amount?
    package var credits: [Credit] = []
    package var overrides: [(machine: String, price: Amount, span: SourceSpan)] = []
  }

  /// A credit of a provider.
  package struct Credit: Sendable {
    package var provider: String
    package var amount: Amount
    package var until: (year: Int, month: Int)?
  }
}
