import Foundations

/// Holds a placement against the objectives of its workload.
enum ObjectiveModel {
  static func results(_ workload: WorkloadProblem, chosen: PlacedWorkload?, load: LoadFigures?) -> [ObjectiveResult] {
    workload.objectives.map { objective in
      let predicted = chosen.flatMap { value(objective, $0) }
      let met = predicted.map {
        isFloor(objective.objective) ? $0 >= objective.target.double : $0 <= objective.target.double
      }
      return ObjectiveResult(
        id: "\(workload.name).\(objective.objective)", objective: objective.objective, target: objective.target,
        predicted: predicted, expected: predicted, probability: nil, unit: objective.unit, met: met,
        budget: budget(objective, workload, predicted: predicted, load: load), line: objective.line)
    }
  }

  /// Whether larger values are better.
  static func isFloor(_ objective: String) -> Bool { objective == "availability" || objective == "throughput" }

  /// What a placement reaches of an objective; `nil` when the model has no prediction of it.
  static func value(_ objective: ObjectiveProblem, _ placed: PlacedWorkload) -> Double? {
    switch objective.objective {
    case "availability":
      guard let slices = objective.slices else { return placed.availability }
      return placed.availability.map(slices.goodRatio)
    case "deadline": return placed.makespan
    case "rto": return placed.rto
    case "rpo": return placed.rpo
    case "cost_per_transaction": return placed.perTransaction?.double
    case "latency.p50": return placed.latency?.total.p50
    case "latency.p95": return placed.latency?.total.p95
    case "latency.p99": return placed.latency?.total.p99
    case "loss": return placed.loss
    case "throughput": return placed.throughput
    default:
      if let value = TokenObjective(objective.objective)?.value(placed) { return value }
      if let percentile = objective.completionPercentile, let path = placed.completion {
        return PathModel.percentile(percentile, path)
      }
      guard let percentile = objective.percentile, let path = placed.path else { return nil }
      return PathModel.percentile(percentile, path)
    }
  }

  /// The budget of an availability; those of other objectives need more than their prediction.
  private static func budget(
    _ objective: ObjectiveProblem, _ workload: WorkloadProblem, predicted: Double?, load: LoadFigures?
  ) -> BudgetFigures? {
    guard objective.objective == "availability" else { return nil }
    let one = Money(scaled: Money.unit)
    let ratio = one - objective.target
    let minutes = ratio.times(workload.windowSeconds / 60).double
    let used = predicted.map { ratio.double > 0 ? (1 - $0) / ratio.double : .infinity }
    return BudgetFigures(
      ratio: ratio, minutes: minutes, events: load.map { $0.mean * workload.windowSeconds * ratio.double },
      usedRatio: used, remainingRatio: used.map { 1 - $0 },
      money: workload.outageCostPerMinute.map { $0.times(minutes) })
  }
}
