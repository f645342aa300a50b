import Foundations

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
  /// Team or person who answers for it.
  package var owner: String?
  /// Where its runbook stands.
  package var runbook: String?
  /// Where the value of each key stands, by its word in the language.
  package var spans: [String: SourceSpan] = [:]
  package var path: String

  /// What it is, with its own numbers.
  package enum Kind: Sendable {
    case service(Service)
    case batch(Batch)
    case store(Store)
    case external(External)
    /// Decoded and checked, but not evaluated yet.
    case other(Other)

    /// The word of the language.
    package var word: String {
      switch self {
      case .service: "service"
      case .batch: "batch"
      case .store: "store"
      case .external: "external"
      case .other(let other): other.description
      }
    }
  }
}

/// Objectives of a workload.
package struct ServiceLevel: Sendable {
  /// `availability`, `latency.p99`, `deadline`, … with its target.
  package var objectives: [(name: String, target: Amount)] = []
  package var hard: HardDeadline?
  /// `users`, `gateway`, `service`.
  package var latencyFrom: String?
  package var window: Amount?
  package var method: String?
  /// Seconds of a timeslice, and the share of it that must be good.
  package var slice: Amount?
  package var sliceTarget: Amount?
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
  /// Caches before the store that is called, from which the share follows.
  package var cache: Cache?
  package var isAsync: Bool
  /// Whether it may be made twice without harm; retries need it.
  package var isIdempotent: Bool
  /// Compatibility that changes of the data must keep; `nil` when it is not stated.
  package var contract: String?
  package var span: SourceSpan
  package var path: String

  /// LRU caches before a store.
  package struct Cache: Sendable {
    /// Bytes of each cache beside the caller, and how many there are.
    package var edge: Amount?
    package var caches: Amount?
    /// Bytes of the cache behind these.
    package var regional: Amount?
    /// Seconds after which a copy is fetched again.
    package var ttl: Amount?
    /// Share of the answers that may be older than the last write.
    package var stale: Amount?
    package var span: SourceSpan
    package var path: String
  }
}
