import Formulas
import Foundations
import Spec

extension ProblemBuilder {
  /// A lot of jobs, or jobs over the period, in numbers.
  mutating func batch(
    _ batch: Workload.Batch, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> BatchProblem {
    let path = "\(workload.path).jobs"
    if batch.per == nil { note("\(path).per", "day", "", "a lot is released every day") }
    if batch.variability == nil { note("\(path).variability", "0.25", "", "of the runtime, squared") }
    if batch.isRestartable == nil {
      note("\(path).restartable", "false", "", "jobs are not known to survive a stop")
    }
    let lotsPerMonth: [String: Double] = ["hour": 730, "day": 730.0 / 24, "week": 730.0 / 168, "month": 1]
    let lots = lotsPerMonth[batch.per ?? "day"] ?? 730.0 / 24
    let deadline = workload.slo.objectives.first { $0.name == "deadline" }?.target
    let cores = batch.cores.map(point.value) ?? 1
    var problem = BatchProblem(
      lotsPerMonth: lots, jobs: point.value(batch.count) * growth, coresPerJob: max(cores, 0.01),
      runtimeSeconds: point.value(batch.runtime), scv: batch.variability.map(point.value) ?? 0.25,
      memoryBytes: value(
        batch.memory, point, "\(path).memory", 2 * 1_073_741_824 * cores, "2", "GiB a core", "of a job"),
      inputBytes: batch.input.map(point.value) ?? 0, outputBytes: batch.output.map(point.value) ?? 0,
      isRestartable: batch.isRestartable ?? false, checkpointSeconds: batch.checkpoint.map(point.value),
      deadlineSeconds: deadline?.mid)
    problem.isSpread = batch.isSpread
    if batch.isMixed {
      problem.mixed = batch.scheduler.flatMap { BatchWait.Policy(rawValue: $0) } ?? .easy
      if batch.scheduler == nil {
        note("\(path).scheduler", "easy", "", "smaller jobs may pass without delaying the first")
      }
    } else if batch.isSpread, !batch.areWidthsStated {
      note("\(path).widths", "equal", "", "every job asks for the same cores")
    }
    for name in batch.pool {
      guard let stated = spec.devices.first(where: { $0.name == name }) else { continue }
      var fleet = self.fleet(stated, month: month, point)
      if fleet.speed == nil {
        fleet.speed = 1
        note("\(stated.path).hardware.speed", "1", "x", "a core as fast as the reference core; measure it")
      }
      problem.pool.append(fleet)
    }
    return problem
  }
}
