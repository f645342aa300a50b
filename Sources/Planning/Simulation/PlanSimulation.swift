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
  /// independent is not: calls arrive in the bursts that their callers make.
  ///
  /// - Parameters:
  ///   - requests: measured for each workload.
  ///   - seed: repeats the run exactly.
  static func run(
    _ problem: Problem, _ results: [WorkloadResult], requests: Int, seed: UInt64
  ) -> [SimulatedFigure] {
    var builder = NetworkBuilder()
    for result in results { builder.loads[result.name] = result.load?.peak }
    for (workload, result) in zip(problem.workloads, results) {
      guard let path = result.chosen?.path else { continue }
      let steps = builder.steps(path)
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

/// Turns paths into stations and steps; hops of one name are one station.
private struct NetworkBuilder {
  var stations: [Station] = []
  var flows: [Flow] = []
  /// Busy-hour rate by workload.
  var loads: [String: Double] = [:]
  private var indices: [String: Int] = [:]

  mutating func steps(_ path: PathNode) -> [Step] {
    switch path {
    case .hop(_, .constant(let seconds)): return seconds > 0 ? [.constant(seconds)] : []
    case .hop(_, .lognormal(let mean, let scv)):
      return mean > 0
        ? [.delay(ServiceDistribution(law: scv > 0 ? .lognormal : .deterministic, mean: mean, scv: scv))] : []
    case .hop(_, .time(let mean, let scv)):
      return mean > 0 ? [.delay(ServiceDistribution(mean: mean, scv: scv))] : []
    case .hop(_, .quantiles(let times)):
      return [.choice(times.map { (1 / Double(times.count), [.constant($0)]) })]
    case .hop(_, .queue(let arrival, let service, _, _, let cs2)) where arrival <= 0:
      return [.delay(ServiceDistribution(mean: service, scv: cs2))]
    case .hop(let name, .queue(let arrival, let service, let servers, _, let cs2)):
      return [.station(station(name, arrival, ServiceDistribution(mean: service, scv: cs2), servers))]
    case .series(let nodes): return nodes.flatMap { steps($0) }
    case .parallel(let nodes): return [.parallel(nodes.map { steps($0) })]
    case .mixture(let branches): return [.choice(branches.map { ($0.0, steps($0.1)) })]
    }
  }

  /// The path states the load of one instance; the fleet has as many as make up the whole.
  private mutating func station(
    _ name: String, _ arrivalPerInstance: Double, _ service: ServiceDistribution, _ servers: Int
  ) -> Int {
    if let known = indices[name] { return known }
    let workload = String(name.prefix { $0 != " " })
    let total = loads[workload] ?? arrivalPerInstance
    let instances = arrivalPerInstance > 0 ? max(1, Int(clamped: total / arrivalPerInstance)) : 1
    stations.append(
      Station(name: name, instances: instances, workers: servers, service: service, balancer: .random))
    indices[name] = stations.count - 1
    return stations.count - 1
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
