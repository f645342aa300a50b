import Formulas
import Foundations
import Simulation

/// A prediction of the plan beside what a simulation of it saw.
package struct SimulatedFigure: Sendable, Hashable {
  package var workload: String
  /// `mean`, `p50`, `p95`, `p99`.
  package var figure: String
  /// Seconds.
  package var predicted: Double
  package var simulated: Estimate

  /// Relative difference of the prediction from the simulation.
  package var difference: Double { simulated.value > 0 ? predicted / simulated.value - 1 : 0 }
  /// Within the interval of the simulation, or within 5 %.
  package var agrees: Bool {
    abs(predicted - simulated.value) <= max(simulated.halfWidth, 0.05 * simulated.value)
  }
}

/// Simulates the chosen plan at its busy hour.
package enum PlanSimulation {
  /// Prediction and simulation of every service with demand of its own.
  ///
  /// Requests of all workloads run through the same stations, so that what the formulas take for
  /// independent is not: calls arrive in the bursts that their callers make. Stations have the
  /// instances, workers and balancer of the plan; failed calls are tried again.
  ///
  /// - Parameters:
  ///   - requests: measured for each workload.
  ///   - seed: repeats the run exactly.
  static func run(
    _ problem: Problem, _ results: [WorkloadResult], requests: Int, seed: UInt64
  ) -> [SimulatedFigure] {
    var builder = NetworkBuilder(problem, results)
    for (workload, result) in zip(problem.workloads, results) {
      guard let path = result.chosen?.path else { continue }
      let steps = builder.steps(path, of: workload.name)
      switch workload.kind {
      case .service(let service) where service.ownRate > 0:
        builder.flows.append(
          Flow(
            name: workload.name, ratePerSecond: service.ownRate * service.peakFactor, ca2: service.ca2, steps: steps,
            isMeasured: true))
      case .device:
        builder.flows.append(
          Flow(
            name: workload.name, ratePerSecond: result.load?.mean ?? 0, ca2: 1, steps: steps, isMeasured: true))
      case .store(let store):
        let own = (store.readsPerSecond + store.writesPerSecond) * store.peakFactor
        builder.flows.append(Flow(name: workload.name, ratePerSecond: own, ca2: 1, steps: steps, isMeasured: false))
      default: break
      }
    }
    builder.addUnawaited(problem, results)
    let network = QueueNetwork(stations: builder.stations, flows: builder.flows.filter { $0.ratePerSecond > 0 })
    return Simulator.run(network, requests: requests, seed: seed).flatMap { flow -> [SimulatedFigure] in
      guard let path = results.first(where: { $0.name == flow.name })?.chosen?.path else { return [] }
      let predicted = PathModel.figures(path)
      return [
        ("mean", predicted.mean, flow.mean), ("p50", predicted.p50, flow.p50), ("p95", predicted.p95, flow.p95),
        ("p99", predicted.p99, flow.p99),
      ].map { SimulatedFigure(workload: flow.name, figure: $0.0, predicted: $0.1, simulated: $0.2) }
    }
  }
}

extension Planner {
  /// The plan beside a simulation of it at the busy hour; `nil` when the spec cannot be evaluated.
  ///
  /// Inputs that are ranges stand at their medians.
  package func simulation(requests: Int, seed: UInt64) -> (figures: [SimulatedFigure]?, diagnostics: [Diagnostic]) {
    var builder = ProblemBuilder(spec: spec, catalog: catalog)
    guard let problem = builder.problem(month: options.month) else { return (nil, builder.diagnostics) }
    let market = CatalogMarket(catalog: catalog, named: namedRegions)
    let results = solve(problem, market).results
    return (PlanSimulation.run(problem, results, requests: requests, seed: seed), builder.diagnostics)
  }
}
