/// The steady state of G/G/c: exact where that is known, the most accurate formula elsewhere.
///
/// | arrivals, service | mean wait | percentiles |
/// |---|---|---|
/// | Poisson, exponential | exact (Erlang C) | exact |
/// | Poisson, constant | exact (``MDcQueue``) | exact |
/// | phase-type, phase-type | exact (``PhaseQueue``) | numerically exact |
/// | Poisson, any, c = 1 | exact (Pollaczek-Khinchine) | numerically exact |
/// | Poisson, any | Kimura, or ``MeanWait/lightHeavy(utilization:servers:service:)`` | ``ConditionalWait`` |
/// | general | Whitt 1993 | gamma wait of Whitt's variation |
package enum QueueSystem {
  /// Number of cells of the tables that printed percentiles come from.
  package static let standardCells = 4096

  /// Solves the queue.
  ///
  /// Invalid inputs and loads at or above the capacity give an unstable result, never a trap.
  /// - Parameters:
  ///   - inputs: the queue.
  ///   - cells: resolution of the tables; a power of two, ≥ 256.
  /// - Complexity: O(1) for M/M/c, else a few transforms of 2·cells points, about 1 ms.
  package static func solve(_ inputs: QueueInputs, cells: Int = standardCells) -> QueueResult {
    let service = inputs.service
    guard inputs.isValid, inputs.utilization < 1 else { return unstable(inputs) }
    if inputs.load == 0 { return idle(inputs) }
    if inputs.isPoisson && service.law == .exponential {
      let queue = MMcQueue(
        arrivalPerSecond: inputs.arrivalPerSecond, serviceSeconds: inputs.serviceSeconds, servers: inputs.servers)
      return QueueResult(
        utilization: queue.utilization, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
        meanResponse: queue.meanResponse, method: "exact M/M/c (Erlang C)", errorBand: "exact", law: .exponential,
        shape: .exponential(queue))
    }
    if inputs.isPoisson && service.law == .deterministic && inputs.servers == inputs.servers.rounded(),
      inputs.servers <= 2000,
      let queue = MDcQueue(
        arrivalPerSecond: inputs.arrivalPerSecond, serviceSeconds: inputs.serviceSeconds, servers: Int(inputs.servers))
    {
      return QueueResult(
        utilization: inputs.utilization, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
        meanResponse: queue.meanWait + inputs.serviceSeconds, method: "exact M/D/c (Spitzer, Franx)",
        errorBand: "exact", law: .deterministic, shape: .deterministic(queue))
    }
    if let exact = exact(inputs, cells: cells) { return exact }
    let estimate = means(inputs)
    return solve(
      inputs, waitProbability: estimate.waitProbability, meanWait: estimate.meanWait,
      method: estimate.method, errorBand: estimate.errorBand, cells: cells)
  }

  /// Whether ``solve(_:cells:)`` is exact for this queue, not an approximation.
  package static func hasExactSolution(_ inputs: QueueInputs) -> Bool {
    let service = inputs.service
    if inputs.isPoisson {
      if service.law == .exponential || inputs.servers == 1 { return true }
      if service.law == .deterministic { return inputs.servers == inputs.servers.rounded() && inputs.servers <= 2000 }
      guard service.law == .hyperexponential || service.law == .erlang else { return false }
    }
    return PhaseQueue.isSolvable(inputs)
  }

  /// Phase-type arrivals and service where no closed form is as good: Poisson arrivals need it only
  /// for uneven service on several servers.
  private static func exact(_ inputs: QueueInputs, cells: Int) -> QueueResult? {
    let service = inputs.service
    if inputs.isPoisson, inputs.servers == 1 || ![.hyperexponential, .erlang].contains(service.law) { return nil }
    guard let queue = PhaseQueue(inputs) else { return nil }
    let wait = queue.table(cells: min(cells, 2048))
    let response = ResponseTable.table(
      wait: wait, waitProbability: queue.waitProbability, meanWait: queue.meanWait, service: service, cells: cells)
    return QueueResult(
      utilization: inputs.utilization, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanResponse: queue.meanWait + inputs.serviceSeconds, method: "exact PH/PH/c (matrix-analytic)",
      errorBand: "exact to 0.1 %", law: service.law, shape: .tabulated(wait: wait, response: response))
  }

  /// Percentiles for a wait probability and mean wait found elsewhere.
  package static func solve(
    _ inputs: QueueInputs, waitProbability: Double, meanWait: Double, method: String, errorBand: String,
    cells: Int = standardCells
  ) -> QueueResult {
    guard inputs.isValid, inputs.utilization < 1 else { return unstable(inputs) }
    let service = inputs.service
    let wait = ConditionalWait.table(
      inputs, mean: waitProbability > 0 ? meanWait / waitProbability : 0, waitProbability: waitProbability,
      cells: cells)
    let response = ResponseTable.table(
      wait: wait, waitProbability: waitProbability, meanWait: meanWait, service: service, cells: cells)
    return QueueResult(
      utilization: inputs.utilization, waitProbability: waitProbability, meanWait: meanWait,
      meanResponse: meanWait + inputs.serviceSeconds, method: method, errorBand: errorBand, law: service.law,
      shape: .tabulated(wait: wait, response: response))
  }

  /// Wait probability and mean wait only.
  ///
  /// - Complexity: O(1) for most laws.
  package static func means(
    _ inputs: QueueInputs
  ) -> (waitProbability: Double, meanWait: Double, method: String, errorBand: String) {
    guard inputs.isValid, inputs.utilization < 1 else { return (1, .infinity, "no steady state", "none") }
    guard inputs.load > 0 else { return (0, 0, "no arrivals", "exact") }
    let c = inputs.servers
    let rho = inputs.utilization
    let service = inputs.service
    let erlang = Erlang.c(load: inputs.load, servers: c)
    let markov = erlang * inputs.serviceSeconds / (c - inputs.load)
    if inputs.isPoisson {
      if service.law == .exponential { return (erlang, markov, "exact M/M/c (Erlang C)", "exact") }
      if c == 1 {
        return (rho, markov * (1 + service.scv) / 2, "M/G/1 (Pollaczek-Khinchine)", "exact to 0.1 %")
      }
      if service.law == .lognormal && service.scv >= 1 || service.law == .hyperexponential
        || service.law == .pareto
      {
        let ratio = MeanWait.lightHeavy(utilization: rho, servers: c, service: service)
        return (erlang, markov * ratio, "M/G/c (light-heavy interpolation)", poissonBand(service))
      }
      let ratio = MeanWait.kimura(utilization: rho, servers: c, cs2: service.scv)
      return (erlang, markov * ratio, "M/G/c (Kimura)", poissonBand(service))
    }
    let probability = WaitProbability.whitt(
      erlangC: erlang, utilization: rho, servers: c, ca2: inputs.arrival.scv, cs2: service.scv)
    let mean = markov * MeanWait.whitt(utilization: rho, servers: c, ca2: inputs.arrival.scv, cs2: service.scv)
    return (
      probability, mean, "G/G/c (Whitt 1993)", inputs.ca2 <= 2 ? "±11 %" : "±25 %: simulate to be sure"
    )
  }

  private static func poissonBand(_ service: ServiceDistribution) -> String {
    switch service.scv {
    case ...0: "±2.5 %"
    case ...1: "±1.5 %"
    case ...2: "±5 %"
    case ...4: "±11 %"
    default: "±21 %: simulate to be sure"
    }
  }

  static func unstable(_ inputs: QueueInputs) -> QueueResult {
    QueueResult(
      utilization: inputs.utilization, waitProbability: 1, meanWait: .infinity, meanResponse: .infinity,
      method: "no steady state", errorBand: "none", law: inputs.service.law, shape: .unstable)
  }

  private static func idle(_ inputs: QueueInputs) -> QueueResult {
    let none = TabulatedTail(masses: [1], step: 1e-12, atom: 1)
    let response = ResponseTable.table(
      wait: none, waitProbability: 0, meanWait: 0, service: inputs.service, cells: standardCells)
    return QueueResult(
      utilization: 0, waitProbability: 0, meanWait: 0, meanResponse: inputs.serviceSeconds,
      method: "no arrivals", errorBand: "exact", law: inputs.service.law,
      shape: .tabulated(wait: none, response: response))
  }
}
