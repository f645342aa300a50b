import Foundations

/// How a model is served, for the reader who wants to know whether to believe it.
package struct ServingFigures: Sendable, Hashable {
  package var model: String
  /// Accelerator, number format and accelerators of one copy; `nil` behind an API or on plain machines.
  package var gpu: String?
  package var precision: String?
  package var tensorParallel: Int?
  /// Copies of the model.
  package var copies: Int
  /// Sequences (or items) that run at once at most on one copy, and in the busy hour on average.
  package var batchLimit: Double?
  package var batch: Double?
  /// Time to the first token and time per further token in the busy hour, seconds, from the gateway.
  package var firstToken: LatencyFigures?
  package var perToken: LatencyFigures?
  /// Tokens (or items) a second that all copies carry at most.
  package var capacityPerSecond: Double?
  /// Requests a second that one copy may take within the objectives.
  package var rateLimit: Double?
  /// Share of requests answered by a cache before the model, and of the input by the prefix cache.
  package var cacheHits: Double
  package var prefixShare: Double
  /// Seconds until a new copy answers, and of going back to the previous version kept resident.
  package var coldStartSeconds: Double?
  package var quality: Double?
  /// Requests after which a drop of quality by 1 % is seen, and the seconds that takes.
  package var driftRequests: Double?
  package var driftSeconds: Double?
  /// Relative half-width of the model's error: of the time per token and of throughput (and so of cost).
  package var perTokenBand: Double
  package var costBand: Double
}

/// How a model is trained.
package struct TrainingFigures: Sendable, Hashable {
  package var model: String
  package var gpu: String
  package var gpus: Int
  package var precision: String
  /// Hours of one run by themselves, and with failures, checkpoints, restarts and waiting for capacity.
  package var hours: Double
  package var programmeHours: Double
  /// Share of the 16-bit peak that is reached.
  package var utilization: Double
  /// Share of the time that failures and checkpoints leave.
  package var efficiency: Double
  /// Seconds of work between checkpoints.
  package var checkpointInterval: Double
  package var runsPerMonth: Double
  package var experiments: Double
  /// Share of the time in which interruptible accelerators can be had; 1 for others.
  package var obtainable: Double
  /// Relative half-width of the hours (and so of cost).
  package var costBand: Double
}
