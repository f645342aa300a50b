/// One queue before `servers` equal servers, first come first served, without limit.
package struct QueueInputs: Sendable, Hashable {
  /// Arrivals per second.
  package var arrivalPerSecond: Double
  /// Mean service time, seconds.
  package var serviceSeconds: Double
  /// Number of servers ≥ 1 (real numbers only where the formula allows).
  package var servers: Double
  /// Squared variation of the time between arrivals; 1 is Poisson.
  package var ca2: Double
  /// Squared variation of the service time; 1 is exponential.
  package var cs2: Double
  /// Shape of the service time; nil for the assumed one (``ServiceLaw/assumed(scv:)``).
  package var law: ServiceLaw?
  /// Shape of the time between arrivals; nil for the assumed one.
  package var arrivalLaw: ServiceLaw?

  /// - Parameters: as the properties.
  package init(
    arrivalPerSecond: Double, serviceSeconds: Double, servers: Double, ca2: Double = 1, cs2: Double = 1,
    law: ServiceLaw? = nil, arrivalLaw: ServiceLaw? = nil
  ) {
    self.arrivalPerSecond = arrivalPerSecond
    self.serviceSeconds = serviceSeconds
    self.servers = servers
    self.ca2 = ca2
    self.cs2 = cs2
    self.law = law
    self.arrivalLaw = arrivalLaw
  }

  /// Offered load in erlang.
  package var load: Double { arrivalPerSecond * serviceSeconds }
  /// Load per server.
  package var utilization: Double { load / servers }
  /// The service time's distribution.
  package var service: ServiceDistribution { ServiceDistribution(law: law, mean: serviceSeconds, scv: cs2) }
  /// The inter-arrival time's distribution.
  package var arrival: ServiceDistribution {
    ServiceDistribution(law: arrivalLaw, mean: 1 / arrivalPerSecond, scv: ca2)
  }
  /// Whether arrivals are Poisson.
  package var isPoisson: Bool { arrival.law == .exponential }
  /// Whether all numbers are in the domain of the formulas.
  package var isValid: Bool {
    arrivalPerSecond >= 0 && arrivalPerSecond.isFinite && serviceSeconds > 0 && serviceSeconds.isFinite
      && servers > 0 && servers.isFinite && ca2 >= 0 && ca2.isFinite && cs2 >= 0 && cs2.isFinite
  }
}
