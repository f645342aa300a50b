import Foundations

/// A spec as stated: typed, in SI, with places; what is not stated is `nil`.
package struct Spec: Sendable {
  package var name: String?
  /// Year and month of month 0.
  package var start: (year: Int, month: Int)?
  package var horizon: Amount?
  package var growth: Growth?
  package var currency: String
  package var confidence: Amount?
  package var transaction: Transaction?
  package var customers: (count: Amount, growth: Growth?)?
  package var users: [UserGroup]
  package var place: Place
  package var devices: [Fleet]
  package var current: [CurrentWorkload]
  package var bill: Bill?
  package var prices: Prices
  package var team: Team
  package var finance: Finance
  package var budgets: Budgets
  package var workloads: [Workload]
  /// Values stated in all, for the share of assumptions.
  package var statedCount: Int
  /// Every input that is a range, in source order.
  package var ranges: [Amount] = []

  /// What "per transaction" means.
  package struct Transaction: Sendable {
    package var name: String?
    package var workload: String?
    package var requests: Amount?
  }

  /// Where requests come from.
  package struct UserGroup: Sendable {
    package var name: String
    package var place: PlaceName
    package var share: Amount?
    package var access: String?
    package var path: String
  }

  /// A fleet of devices.
  package struct Fleet: Sendable {
    package var name: String
    package var count: Amount?
    package var span: SourceSpan
  }

  /// What runs today.
  package struct CurrentWorkload: Sendable {
    package var name: String
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

  /// People.
  package struct Team: Sendable {
    package var engineer: Amount?
    package var count: Amount?
    package var infrastructureShare: Amount?
    package var isOnCall: Bool?
  }

  /// The company's money.
  package struct Finance: Sendable {
    package var cash: Amount?
    package var burn: Amount?
    package var revenue: Amount?
    package var discountRate: Amount?
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

/// Where a workload may run.
package struct Place: Sendable {
  package var runOn: [String]?
  package var forms: [String]?
  package var providers: [String]?
  package var regions: [String]?
  package var residency: [String]?
  package var topology: [String]?
  package var operate: String?
  package var pin: Pin?
  package var span: SourceSpan?

  /// A fixed placement.
  package struct Pin: Sendable {
    package var runOn: String?
    package var form: String?
    package var topology: String?
    package var provider: String?
    package var region: String?
    package var machine: String?
    package var count: Int?
    package var purchase: String?
    package var span: SourceSpan
  }

  /// What this leaves open, filled from the place of the whole spec.
  package func filled(from other: Place) -> Place {
    Place(
      runOn: runOn ?? other.runOn, forms: forms ?? other.forms, providers: providers ?? other.providers,
      regions: regions ?? other.regions, residency: residency ?? other.residency,
      topology: topology ?? other.topology, operate: operate ?? other.operate, pin: pin ?? other.pin,
      span: span ?? other.span)
  }
}

/// One workload as stated.
package struct Workload: Sendable {
  package var name: String
  package var nameSpan: SourceSpan
  package var kindSpan: SourceSpan
  package var kind: Kind
  package var slo: ServiceLevel
  package var place: Place
  package var calls: [Call]
  /// Own shares of user groups.
  package var users: [(group: String, share: Amount)]
  package var growth: Growth?
  package var outageCost: Amount?
  package var fleet: String?
  package var path: String

  /// What it is, with its own numbers.
  package enum Kind: Sendable {
    case service(Service)
    case batch(Batch)
    case store(Store)
    case external(External)
    /// Decoded and checked, but not evaluated yet.
    case other(String)

    /// The word of the language.
    package var word: String {
      switch self {
      case .service: "service"
      case .batch: "batch"
      case .store: "store"
      case .external: "external"
      case .other(let word): word
      }
    }
  }

  /// Request and response.
  package struct Service: Sendable {
    /// Whether all demand comes from calls.
    package var isFromCalls: Bool
    package var rate: Amount?
    package var rateGrowth: Growth?
    /// Factor over the mean, or a rate.
    package var peak: Amount?
    package var arrivalVariability: Amount?
    package var pattern: String?
    package var cpu: CPU?
    package var variability: Amount?
    package var memory: Amount?
    package var request: Amount?
    package var response: Amount?
    package var start: Amount?
    package var offCPU: Amount?
    package var balancer: String?
    /// Where a burst is stated.
    package var burst: SourceSpan?
  }

  /// How CPU time is known.
  package enum CPU: Sendable {
    /// On the reference core.
    case reference(Amount)
    case spread(Spread)
    /// As measured on a machine.
    case measured(time: Amount, machine: String, span: SourceSpan)
    /// From a utilization at a rate.
    case utilization(Amount, at: Amount, machine: String, count: Amount?, span: SourceSpan)
  }

  /// Jobs with a deadline.
  package struct Batch: Sendable {
    package var per: String?
    package var count: Amount
    package var cores: Amount?
    package var runtime: Amount
    package var variability: Amount?
    package var memory: Amount?
    package var input: Amount?
    package var output: Amount?
    package var checkpoint: Amount?
    package var isRestartable: Bool?
    package var isSpread: Bool
  }

  /// Kept data.
  package struct Store: Sendable {
    package var size: Amount
    package var sizeGrowth: Growth?
    package var reads: Amount?
    package var readsGrowth: Growth?
    package var writes: Amount?
    package var writesGrowth: Growth?
    package var item: Amount?
    package var hot: Amount?
    package var dataClass: String?
    package var engine: String?
    package var consistency: String?
  }

  /// Somebody else's API.
  package struct External: Sendable {
    package var latency: Amount?
    package var latencySpread: Spread?
    package var availability: Amount?
    package var price: Amount?
    package var limit: Amount?
  }
}

/// Objectives of a workload.
package struct ServiceLevel: Sendable {
  /// `availability`, `latency.p99`, `deadline`, … with its target.
  package var objectives: [(name: String, target: Amount)] = []
  /// `users`, `gateway`, `service`.
  package var latencyFrom: String?
  package var window: Amount?
  package var method: String?
  package var span: SourceSpan?
}

/// A call to another workload.
package struct Call: Sendable {
  package var to: String
  package var times: Amount?
  package var isParallel: Bool
  package var isOptional: Bool
  package var retries: Int
  package var timeout: Amount?
  package var cached: Amount?
  package var isAsync: Bool
  package var span: SourceSpan
  package var path: String
}
