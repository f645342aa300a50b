import Formulas
import Placement
import Simulation

/// Turns paths into stations and steps; hops of one name are one station.
struct NetworkBuilder {
  /// Machines of a service behind its balancer.
  private struct Fleet {
    var instances: Int
    var balancer: Balancer
  }

  private(set) var stations: [Station] = []
  var flows: [Flow] = []
  /// Busy-hour rate by workload.
  private var loads: [String: Double] = [:]
  private var fleets: [String: Fleet] = [:]
  /// Retries of each call, by caller and callee.
  private var retries: [String: [String: Int]] = [:]
  private var indices: [String: Int] = [:]
  private let failure = ModelParameters().callFailureRatio

  init(_ problem: Problem, _ results: [WorkloadResult]) {
    for (workload, result) in zip(problem.workloads, results) {
      loads[result.name] = result.load?.peak
      for call in workload.calls where call.retries > 0 { retries[workload.name, default: [:]][call.to] = call.retries }
      guard case .service(let service) = workload.kind, let chosen = result.chosen,
        chosen.form == .vm || chosen.form == .containers
      else { continue }
      let machines = chosen.sites.reduce(0) { $0 + $1.count }
      if machines > 0 { fleets[workload.name] = Fleet(instances: machines, balancer: service.balancer) }
    }
  }

  /// What a request does on a path.
  ///
  /// - Parameter caller: the workload whose hops come first; those behind `to X` are of X.
  mutating func steps(_ path: PathNode, of caller: String) -> [Step] {
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
    case .series(let nodes):
      guard case .hop(let name, _)? = nodes.first, name.hasPrefix("to "), loads[String(name.dropFirst(3))] != nil else {
        return nodes.flatMap { steps($0, of: caller) }
      }
      let callee = String(name.dropFirst(3))
      let attempt = nodes.flatMap { steps($0, of: callee) }
      let most = retries[caller]?[callee] ?? 0
      return most > 0 ? [.retried(attempt, failure: failure, most: most)] : attempt
    case .parallel(let nodes): return [.parallel(nodes.map { steps($0, of: caller) })]
    case .mixture(let branches): return [.choice(branches.map { ($0.0, steps($0.1, of: caller)) })]
    }
  }

  /// Calls that no answer waits for load their callees all the same.
  mutating func addUnawaited(_ problem: Problem, _ results: [WorkloadResult]) {
    for workload in problem.workloads {
      for call in workload.calls where !call.isNeeded {
        guard let callee = results.first(where: { $0.name == call.to }), let path = callee.chosen?.path,
          let peak = loads[workload.name]
        else { continue }
        var behind = steps(path, of: call.to)
        if call.retries > 0 { behind = [.retried(behind, failure: failure, most: call.retries)] }
        flows.append(
          Flow(
            name: "\(workload.name) to \(call.to)", ratePerSecond: peak * call.times * (1 - call.cachedShare), ca2: 1,
            steps: behind, isMeasured: false))
      }
    }
  }

  /// The fleet that the plan states; else the path states the load of one instance of as many as make up the whole.
  private mutating func station(
    _ name: String, _ arrivalPerInstance: Double, _ service: ServiceDistribution, _ servers: Int
  ) -> Int {
    if let known = indices[name] { return known }
    let workload = String(name.prefix { $0 != " " })
    let station: Station
    if let fleet = fleets[workload] {
      // A shared queue is stated with the workers of all instances.
      let workers = fleet.balancer == .shared ? servers / fleet.instances : servers
      station = Station(
        name: name, instances: fleet.instances, workers: workers, service: service, balancer: fleet.balancer)
    } else {
      let total = loads[workload] ?? arrivalPerInstance
      let instances = max(1, Int(clamped: (total / arrivalPerInstance).rounded()))
      station = Station(name: name, instances: instances, workers: servers, service: service, balancer: .random)
    }
    stations.append(station)
    indices[name] = stations.count - 1
    return stations.count - 1
  }
}
