import Foundations

/// The numbers of the kinds that are evaluated.
extension Workload {
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
    /// Time zone of the pattern.
    package var timezone: String?
    package var burst: Burst?
    /// Seconds a day and days a week that it is on; always without them.
    package var onSeconds: Amount?
    package var onDays: Int?
  }

  /// What comes from outside.
  package struct Demand: Sendable {
    /// Whether all demand comes from calls.
    package var isFromCalls = false
    /// Mean rate, 1/s.
    package var rate: Amount?
    package var rateGrowth: Growth?
    /// Factor over the mean, or a rate.
    package var peak: Amount?
    /// Squared coefficient of variation of the times between arrivals.
    package var variability: Amount?
    /// `steady`, `diurnal`, `business-hours` or `bursty`.
    package var pattern: String?
    package var timezone: String?
    package var burst: Burst?
  }

  /// Sudden load on top of the busy hour.
  package struct Burst: Sendable {
    /// Factor over the busy hour.
    package var factor: Amount?
    /// Seconds it lasts.
    package var duration: Amount?
    /// Seconds from one to the next.
    package var every: Amount?
  }

  /// What one request costs.
  package struct Work: Sendable {
    package var cpu: CPU?
    /// Squared coefficient of variation of the CPU time.
    package var variability: Amount?
    /// Bytes of one instance.
    package var memory: Amount?
    /// Bytes in.
    package var request: Amount?
    /// Bytes out.
    package var response: Amount?
    /// Seconds until a new instance serves.
    package var start: Amount?
    /// Seconds of waiting that use no CPU.
    package var offCPU: Amount?
    package var balancer: String?
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
    /// Whether jobs of unlike width share the queue, whether that was stated, and how they are started.
    package var isMixed: Bool
    package var areWidthsStated: Bool
    package var scheduler: String?
    /// Fleets of own machines, and where they are named.
    package var pool: [String]
    package var poolSpan: SourceSpan?
    /// Minute of the day at which a lot is released.
    package var startMinute: Int?
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
    /// Exponent of the popularity of items.
    package var zipf: Amount?
    /// Seconds that data are kept.
    package var retention: Amount?
    package var connections: Amount?
    package var backup: Backup?
  }

  /// Whether and how a store is backed up.
  package struct Backup: Sendable {
    package var isWanted = true
    /// Seconds between backups.
    package var every: Amount?
    /// Seconds that one is kept.
    package var retention: Amount?
  }

  /// Somebody else's API.
  package struct External: Sendable {
    package var latency: Amount?
    package var latencySpread: Spread?
    package var availability: Amount?
    package var price: Amount?
    package var limit: Amount?
    package var location: PlaceName?
  }
}
