import Foundations
import Planning

/// How models are served and trained, as JSON.
enum GPUJSON {
  /// Members of a placement that serves or trains a model; none for others.
  static func members(_ placed: PlacedWorkload) -> [(String, JSON)] {
    var members: [(String, JSON)] = []
    if let serving = placed.serving { members.append(("serving", value(serving))) }
    if let training = placed.training { members.append(("training", value(training))) }
    return members
  }

  private static func value(_ serving: ServingFigures) -> JSON {
    var members: [(String, JSON)] = [("model", .string(serving.model)), ("copies", .int(serving.copies))]
    func add(_ name: String, _ value: Double?) {
      if let value { members.append((name, .number(value))) }
    }
    if let gpu = serving.gpu { members.append(("gpu", .string(gpu))) }
    if let precision = serving.precision { members.append(("precision", .string(precision))) }
    if let ways = serving.tensorParallel { members.append(("tensor_parallel", .int(ways))) }
    add("batch_limit", serving.batchLimit)
    add("batch", serving.batch)
    if let time = serving.firstToken { members.append(("ttft", figures(time))) }
    if let time = serving.perToken { members.append(("tpot", figures(time))) }
    add("capacity_per_s", serving.capacityPerSecond)
    add("rate_limit_per_copy", serving.rateLimit)
    members += [
      ("cache_hits", .number(serving.cacheHits)), ("prefix_share", .number(serving.prefixShare)),
    ]
    add("cold_start", serving.coldStartSeconds)
    add("quality", serving.quality)
    add("drift_requests", serving.driftRequests)
    add("drift_detection", serving.driftSeconds)
    members += [("tpot_band", .number(serving.perTokenBand)), ("cost_band", .number(serving.costBand))]
    return .object(members)
  }

  private static func value(_ training: TrainingFigures) -> JSON {
    .object([
      ("model", .string(training.model)), ("gpu", .string(training.gpu)), ("gpus", .int(training.gpus)),
      ("precision", .string(training.precision)), ("hours", .number(training.hours)),
      ("programme_hours", .number(training.programmeHours)), ("mfu", .number(training.utilization)),
      ("efficiency", .number(training.efficiency)), ("interval", .number(training.checkpointInterval)),
      ("runs_per_month", .number(training.runsPerMonth)), ("experiments", .number(training.experiments)),
      ("cost_band", .number(training.costBand)),
    ])
  }

  private static func figures(_ figures: LatencyFigures) -> JSON {
    .object([
      ("p50", .number(figures.p50)), ("p95", .number(figures.p95)), ("p99", .number(figures.p99)),
      ("mean", .number(figures.mean)),
    ])
  }
}
