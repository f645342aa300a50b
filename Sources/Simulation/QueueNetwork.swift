import Formulas

/// Servers that requests queue for: instances behind a balancer, each with workers and a queue of its own.
package struct Station: Sendable {
  package var name: String
  package var instances: Int
  package var workers: Int
  package var service: ServiceDistribution
  package var balancer: Balancer

  /// Creates a station.
  package init(name: String, instances: Int, workers: Int, service: ServiceDistribution, balancer: Balancer) {
    self.name = name
    self.instances = max(1, instances)
    self.workers = max(1, workers)
    self.service = service
    self.balancer = balancer
  }
}

/// One part of what a request does.
package indirect enum Step: Sendable {
  /// Waits for and uses a worker of a station.
  case station(Int)
  /// Takes a random time without queueing.
  case delay(ServiceDistribution)
  case constant(Double)
  /// All at once; goes on when the last is done.
  case parallel([[Step]])
  /// One of these, with probabilities that add to 1.
  case choice([(probability: Double, steps: [Step])])
  /// These; after each attempt they are done again with probability `failure`, at most `most` times.
  case retried([Step], failure: Double, most: Int)
}

/// A stream of requests.
package struct Flow: Sendable {
  package var name: String
  package var ratePerSecond: Double
  /// Squared variation of the time between arrivals.
  package var ca2: Double
  /// Law of the time between arrivals; `nil` for constant, gamma, exponential or hyperexponential by `ca2`.
  package var arrivalLaw: ServiceLaw?
  package var steps: [Step]
  /// Whether its response times are wanted.
  package var isMeasured: Bool

  /// Creates a flow.
  package init(
    name: String, ratePerSecond: Double, ca2: Double, arrivalLaw: ServiceLaw? = nil, steps: [Step], isMeasured: Bool
  ) {
    self.name = name
    self.ratePerSecond = ratePerSecond
    self.ca2 = ca2
    self.arrivalLaw = arrivalLaw
    self.steps = steps
    self.isMeasured = isMeasured
  }
}

extension Flow {
  /// The time between arrivals.
  var gap: ServiceDistribution {
    let law: ServiceLaw = ca2 <= 0 ? .deterministic : ca2 < 1 ? .gamma : ca2 == 1 ? .exponential : .hyperexponential
    return ServiceDistribution(law: arrivalLaw ?? law, mean: 1 / max(ratePerSecond, 1e-300), scv: ca2)
  }
}

/// Stations and the flows through them.
package struct QueueNetwork: Sendable {
  package var stations: [Station]
  package var flows: [Flow]

  /// Creates a network.
  package init(stations: [Station], flows: [Flow]) {
    self.stations = stations
    self.flows = flows
  }
}

/// A figure with the half width of its 95 % interval.
package struct Estimate: Sendable, Hashable {
  package var value: Double
  package var halfWidth: Double
}

/// What a simulation saw of one flow.
package struct FlowResult: Sendable {
  package var name: String
  package var requests: Int
  package var mean: Estimate
  package var p50: Estimate
  package var p95: Estimate
  package var p99: Estimate
  package var p999: Estimate
}
