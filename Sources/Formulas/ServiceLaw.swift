/// The shape of a distribution of service or inter-arrival times, given mean and squared variation.
package enum ServiceLaw: String, Sendable, CaseIterable {
  case exponential, deterministic, erlang, gamma, lognormal, hyperexponential, pareto

  /// The law assumed when none is named: squared variation 0 deterministic, below 1 gamma,
  /// 1 exponential, above 1 lognormal.
  package static func assumed(scv: Double) -> ServiceLaw {
    if scv <= 0 { return .deterministic }
    if scv == 1 { return .exponential }
    return scv < 1 ? .gamma : .lognormal
  }

  /// The law of that name without regard to case; "lomax" is pareto, "constant" deterministic,
  /// "m", "d", "poisson" as in queueing notation.
  package static func named(_ name: String) -> ServiceLaw? {
    switch name.lowercased() {
    case "m", "markov", "poisson", "exp": .exponential
    case "d", "constant": .deterministic
    case "lomax": .pareto
    case "hyper-exponential", "hyper": .hyperexponential
    case "log-normal": .lognormal
    case let other: ServiceLaw(rawValue: other)
    }
  }

  /// Whether this law can have that squared variation.
  package func admits(scv: Double) -> Bool {
    switch self {
    case .exponential: scv == 1
    case .deterministic: scv == 0
    case .erlang, .gamma, .lognormal: scv > 0
    case .hyperexponential: scv >= 1
    case .pareto: scv > 1
    }
  }
}
