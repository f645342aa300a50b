import Foundations

/// What the kinds that are decoded before they have a model state.
extension Workload {
  /// A kind that the planner refuses at its place until it has a model.
  package enum Other: Sendable, CustomStringConvertible {
    case stream(Stream)
    case inference(Inference)
    case training(Training)
    case device(Device)

    /// The word of the language.
    package var description: String {
      switch self {
      case .stream: "stream"
      case .inference: "inference"
      case .training: "training"
      case .device: "device"
      }
    }
  }

  /// Events in, kept in order, processed.
  package struct Stream: Sendable {
    /// Mean rate of events, 1/s.
    package var rate: Amount
    package var rateGrowth: Growth?
    /// Factor over the mean, or a rate.
    package var peak: Amount?
    /// Bytes of one event.
    package var size: Amount?
    package var partitions: Int?
    /// Seconds that events are kept.
    package var retention: Amount?
    package var replicas: Int?
    /// Groups that read.
    package var consumers: Int?
    package var work: Work
    /// `kafka`, `mqtt` or `auto`.
    package var broker: String?
  }

  /// A model that answers.
  package struct Inference: Sendable {
    package var demand: Demand
    package var model: Model
    package var tokens: Tokens?
    /// Work besides the model.
    package var work: Work
    package var measured: [Measurement]
    package var candidates: [Candidate]
    /// Least quality of answers, a ratio.
    package var minimumQuality: Amount?
    package var api: API?
    /// Requests answered without the model, a ratio.
    package var cacheHits: Amount?
    /// `exact` or `semantic`.
    package var cacheKind: String?
    /// Seconds that an answer is kept.
    package var cacheRetention: Amount?
    /// Seconds between checks for drift.
    package var driftCheck: Amount?
    /// Seconds between trainings.
    package var retrain: Amount?
  }

  /// A neural network: known by name, described, or measured by batches.
  package struct Model: Sendable {
    package var name: String?
    package var nameSpan: SourceSpan?
    package var parameters: Amount?
    package var layers: Int?
    package var hidden: Int?
    package var heads: Int?
    package var keyValueHeads: Int?
    /// Such as `fp16`.
    package var precision: String?
    /// Seconds of a batch whatever its size.
    package var base: Amount?
    /// Seconds of each item of a batch.
    package var perItem: Amount?
    package var batchLimit: Int?
    /// Operations of one item.
    package var flops: Amount?
    /// Bytes of one item's input.
    package var bytes: Amount?
    package var path = ""

    /// A model known by name alone, in the same precision.
    package func named(_ name: String, span: SourceSpan, path: String) -> Model {
      Model(name: name, nameSpan: span, precision: precision, path: path)
    }
  }

  /// Tokens of one request.
  package struct Tokens: Sendable {
    package var input: Amount?
    package var output: Amount?
    /// Tokens that requests share at their start.
    package var prefix: Amount?
  }

  /// A measurement of the user's own.
  package struct Measurement: Sendable {
    /// Machine or GPU.
    package var hardware: String?
    package var base: Amount?
    package var perItem: Amount?
    package var gpus: Int?
    /// Hours of a whole run.
    package var hours: Amount?
    package var span: SourceSpan
    package var path: String
  }

  /// A model or an API that could answer.
  package struct Candidate: Sendable {
    package var api: String?
    package var model: String?
    package var quality: Amount?
    package var span: SourceSpan
    package var path: String
  }

  /// A model behind somebody else's API.
  package struct API: Sendable {
    package var name: String?
    /// Price of a million tokens read.
    package var input: Amount?
    /// Price of a million tokens written.
    package var output: Amount?
    /// Price of a million tokens read again.
    package var cachedInput: Amount?
    /// Seconds to the first token, by percentile; `p95` unless named.
    package var firstToken: [(percentile: String, time: Amount)]
    /// Seconds of a further token, by percentile.
    package var perToken: [(percentile: String, time: Amount)]
    /// Tokens a second.
    package var limit: Amount?
    package var residency: [String]?
    package var span: SourceSpan
  }

  /// Makes a model.
  package struct Training: Sendable {
    package var model: Model?
    package var tokens: Amount?
    package var flops: Amount?
    package var measured: Measurement?
    /// Seconds between trainings.
    package var every: Amount?
    /// Minute of the day at which one may start.
    package var startMinute: Int?
    /// Bytes read.
    package var dataset: Amount?
    package var datasetAt: PlaceName?
    /// Share of the data set that is new from run to run.
    package var datasetChanges: Amount?
    /// Bytes of one checkpoint.
    package var checkpoint: Amount?
    /// Runs for one that counts.
    package var experiments: Amount?
    /// Factor over the plain run.
    package var programme: Amount?
    /// What is kept of each run: `data`, `settings`, `environment`; `nil` when not stated.
    package var captures: [String]?
  }

  /// Runs on a fleet.
  package struct Device: Sendable {
    package var fleet: String
    package var fleetSpan: SourceSpan
    /// Events of one device, 1/s.
    package var rate: Amount?
    /// Bytes of one event.
    package var size: Amount?
    /// Share that local filtering lets through.
    package var passes: Amount?
    package var filter: Filter?
    package var work: Work
    package var mustWorkOffline: Bool?
    /// Bytes kept while the link is down.
    package var buffer: Amount?
    /// Objects that every device may write, offline too.
    package var sharedObjects: Amount?
    /// `hub-and-spoke`, `mesh`, `fog` or `auto`.
    package var topology: String?
  }

  /// Local filtering, from which the share let through is computed.
  package struct Filter: Sendable {
    /// Real events of one device, 1/s.
    package var events: Amount
    /// Bytes sent for one.
    package var clip: Amount?
    /// False alarms for each real one.
    package var falseAlarms: Amount?
  }
}
