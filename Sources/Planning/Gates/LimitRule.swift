/// What kind of limit a gate enforces; its raw value is a stable identifier that other tools may store.
package enum LimitRule: String, Sendable, Hashable, CaseIterable {
  case placement
  case availability = "slo-availability"
  case latency = "slo-latency"
  case completion = "slo-completion"
  case deadline = "slo-deadline"
  case throughput = "slo-throughput"
  case loss = "slo-loss"
  case recovery = "slo-recovery"
  case objectiveCost = "slo-cost-per-transaction"
  case monthly = "budget-monthly"
  case perTransaction = "budget-cost-per-transaction"
  case carbon = "budget-carbon"
  case increase = "budget-increase"
  case errorBudget = "error-budget"
  case alertPlan = "alert-plan"
  case priceMissing = "price-missing"
  case priceAge = "price-age"
  case spec = "spec"

  /// The rule of an objective by its path within `slo`.
  package init(objective: String) {
    let head = objective.prefix { $0 != "." }
    self =
      switch head {
      case "availability": .availability
      case "completion": .completion
      case "deadline": .deadline
      case "throughput": .throughput
      case "loss": .loss
      case "rto", "rpo": .recovery
      case "cost_per_transaction": .objectiveCost
      default: .latency
      }
  }

  /// What holds when the rule is kept: one sentence.
  package var summary: String {
    switch self {
    case .placement: "Every workload has a placement that meets its constraints."
    case .availability: "The predicted availability reaches its objective."
    case .latency: "The predicted latency percentile stays within its objective."
    case .completion: "Accepted work is done within its objective."
    case .deadline: "A lot of jobs ends before its deadline."
    case .throughput: "The placement carries the throughput asked for."
    case .loss: "No more data is lost than the objective allows."
    case .recovery: "Recovery time and recovery point stay within their objectives."
    case .objectiveCost: "A workload's cost per transaction stays within its objective."
    case .monthly: "The plan costs no more a month than its budget."
    case .perTransaction: "A transaction costs no more than its budget."
    case .carbon: "The plan emits no more carbon than its budget."
    case .increase: "The cost grows no more over the base than allowed."
    case .errorBudget: "Enough of each error budget is left."
    case .alertPlan: "The burn-rate alerts of an objective can fire, and fire in time."
    case .priceMissing: "Every price that the plan needs is known."
    case .priceAge: "No price is older than allowed."
    case .spec: "The spec is free of mistakes."
    }
  }

  /// What to do when it is broken: one sentence.
  package var help: String {
    switch self {
    case .placement: "Relax the constraint that the message names, or allow more forms, providers or regions."
    case .availability, .latency, .completion, .deadline, .throughput, .loss, .recovery, .objectiveCost:
      "Relax the objective, or allow a placement that reaches it."
    case .monthly, .perTransaction: "Raise the budget, or relax the objectives that cost most."
    case .carbon: "Raise the budget, or allow regions with cleaner power."
    case .increase: "Split the change, or agree on a larger increase."
    case .errorBudget: "Relax the objective, or remove what uses most of its budget."
    case .alertPlan: "Change the objective or its window, or leave that alert out."
    case .priceMissing: "State the price under prices.override, or import one with --prices."
    case .priceAge: "Import newer prices with --prices, or allow an older catalog."
    case .spec: "Mend the spec at the line named."
    }
  }
}
