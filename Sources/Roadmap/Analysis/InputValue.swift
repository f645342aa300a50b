import Foundations
import Planning

/// What not knowing an input is worth: the cost of the plan when it is half and twice what is taken.
struct InputValue {
  /// One input with what it moves.
  struct Row {
    var path: String
    var isAssumed: Bool
    var value: ReportValue
    /// Total a month with half the value, and with twice; `nil` where no placement carries it.
    var low: Money?
    var high: Money?
    /// Largest distance from the plan's total.
    var swing: Money
    /// Change of the total for a change of the input by +10 %, as a ratio of the total; elasticity × 0.1.
    var tenPercent: Double
    /// Whether another form, machine or region would be chosen at either end.
    var changesDecision: Bool
  }

  let context: RoadmapContext

  /// An input of a workload that can be scaled.
  private struct Lever: Sendable {
    var path: String
    var value: ReportValue
    var scale: @Sendable (inout WorkloadProblem, Double) -> Void
  }

  /// Rows of every number that the cost depends on, the widest first.
  func rows() -> [Row] {
    let assumed = Set(context.whole.assumptions.map(\.path))
    let session = context.ladder.session
    let base = session.choices(session.inPlace(context.problem, context.whole.workloads))
    guard base.allSatisfy({ $0.chosen != nil }) else { return [] }
    let total = session.cost(context.problem, base) ?? context.whole.perMonth
    let labels = base.compactMap { $0.chosen.map(PlacementWords.text) }
    let levers = context.problem.workloads.enumerated().flatMap { index, workload in
      self.levers(workload).map { (index, $0) }
    }
    // Kept in place: the fleet follows the input, the region does not.
    let start = session.held(context.problem, to: base, isFleetFixed: false)
    let factors = [0.5, 2, 1.1]
    let solved = Parallel.map(levers.count * factors.count) { at -> (cost: Money?, labels: [String]) in
      let (index, lever) = levers[at / factors.count]
      var problem = start
      lever.scale(&problem.workloads[index], factors[at % factors.count])
      let results = session.choices(problem)
      return (session.cost(problem, results), results.compactMap { $0.chosen.map(PlacementWords.text) })
    }
    let rows = levers.indices.map { at -> Row in
      let (low, high, ten) = (solved[3 * at], solved[3 * at + 1], solved[3 * at + 2])
      let lever = levers[at].1
      let swing = [low.cost, high.cost].compactMap { $0 }.map { $0 > total ? $0 - total : total - $0 }.max() ?? .zero
      return Row(
        path: lever.path, isAssumed: assumed.contains(lever.path), value: lever.value, low: low.cost, high: high.cost,
        swing: swing, tenPercent: ten.cost.map { ($0.double - total.double) / max(total.double, 1e-9) } ?? .infinity,
        changesDecision: low.labels != labels || high.labels != labels)
    }
    return rows.sorted { $0.swing == $1.swing ? $0.path < $1.path : $0.swing > $1.swing }
  }

  private func levers(_ workload: WorkloadProblem) -> [Lever] {
    let path = "workloads.\(workload.name)"
    func lever(
      _ name: String, _ value: ReportValue, _ scale: @escaping @Sendable (inout WorkloadProblem, Double) -> Void
    ) -> Lever { Lever(path: "\(path).\(name)", value: value, scale: scale) }
    switch workload.kind {
    case .service(let service):
      func change(_ edit: @escaping @Sendable (inout ServiceProblem, Double) -> Void)
        -> @Sendable (inout WorkloadProblem, Double) -> Void
      {
        { workload, factor in
          guard case .service(var service) = workload.kind else { return }
          edit(&service, factor)
          workload.kind = .service(service)
        }
      }
      var levers = [
        lever("work.cpu", .number(service.cpuSeconds, unit: "s"), change { $0.cpuSeconds *= $1 }),
        lever("work.memory", .number(service.memoryBytes, unit: "B"), change { $0.memoryBytes *= $1 }),
        lever("work.response", .number(service.responseBytes, unit: "B"), change { $0.responseBytes *= $1 }),
      ]
      if service.ownRate > 0 {
        levers += [
          lever("demand.rate", .number(service.ownRate, unit: "1/s"), change { $0.ownRate *= $1 }),
          lever(
            "demand.peak", .number(service.peakFactor, unit: "x"), change { $0.peakFactor = max(1, $0.peakFactor * $1) }
          ),
        ]
      }
      return levers
    case .batch(let batch):
      func change(_ edit: @escaping @Sendable (inout BatchProblem, Double) -> Void)
        -> @Sendable (inout WorkloadProblem, Double) -> Void
      {
        { workload, factor in
          guard case .batch(var batch) = workload.kind else { return }
          edit(&batch, factor)
          workload.kind = .batch(batch)
        }
      }
      return [
        lever("jobs.runtime", .number(batch.runtimeSeconds, unit: "s"), change { $0.runtimeSeconds *= $1 }),
        lever("jobs.count", .number(batch.jobs, unit: ""), change { $0.jobs *= $1 }),
      ]
    case .store(let store):
      func change(_ edit: @escaping @Sendable (inout StoreProblem, Double) -> Void)
        -> @Sendable (inout WorkloadProblem, Double) -> Void
      {
        { workload, factor in
          guard case .store(var store) = workload.kind else { return }
          edit(&store, factor)
          workload.kind = .store(store)
        }
      }
      return [
        lever("data.size", .number(store.sizeBytes, unit: "B"), change { $0.sizeBytes *= $1 }),
        lever("data.hot", .number(store.hotShare, unit: "share"), change { $0.hotShare = min(1, $0.hotShare * $1) }),
      ]
    case .inference(let inference):
      func change(
        _ edit: @escaping @Sendable (inout InferenceProblem, Double) -> Void
      ) -> @Sendable (inout WorkloadProblem, Double) -> Void {
        { workload, factor in
          guard case .inference(var inference) = workload.kind else { return }
          edit(&inference, factor)
          workload.kind = .inference(inference)
        }
      }
      var levers = [
        lever(
          "demand.peak", .number(inference.peakFactor, unit: "x"), change { $0.peakFactor = max(1, $0.peakFactor * $1) }
        )
      ]
      if inference.ownRate > 0 {
        levers.append(lever("demand.rate", .number(inference.ownRate, unit: "1/s"), change { $0.ownRate *= $1 }))
      }
      if case .language(_, _, _, let output)? = inference.models.first?.work {
        levers.append(
          lever(
            "tokens.out", .number(output, unit: "tokens"),
            change { inference, factor in
              inference.models = inference.models.map { $0.writing(factor) }
            }))
      }
      return levers
    default: return []
    }
  }
}

extension ServedModel {
  /// The same model writing `factor` times as many tokens.
  fileprivate func writing(_ factor: Double) -> ServedModel {
    guard case .language(let shape, let input, let prefix, let output) = work else { return self }
    var model = self
    model.work = .language(shape, input: input, prefix: prefix, output: output * factor)
    return model
  }
}
