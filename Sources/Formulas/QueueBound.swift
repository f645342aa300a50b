/// Quick percentiles of a queue for the search: constant time, no tables.
package struct QueueBound: Sendable {
  /// The queue.
  package let inputs: QueueInputs
  /// P(W > 0).
  package let waitProbability: Double
  /// Mean wait, seconds; infinite at or above full load.
  package let meanWait: Double
  /// Cumulants of the response time.
  package let response: Cumulants

  /// - Complexity: O(1) for exponential, deterministic and gamma service; 400 evaluations of a
  ///   tail for lognormal, hyperexponential and Pareto.
  package init(_ inputs: QueueInputs) {
    let means = QueueSystem.means(inputs)
    self.init(inputs, waitProbability: means.waitProbability, meanWait: means.meanWait)
  }

  /// The same for a wait probability and mean wait at hand.
  package init(_ inputs: QueueInputs, waitProbability: Double, meanWait: Double) {
    self.inputs = inputs
    self.waitProbability = waitProbability
    self.meanWait = meanWait
    let service = inputs.service
    guard meanWait.isFinite else {
      response = Cumulants(mean: .infinity)
      return
    }
    let conditional = waitProbability > 0 ? meanWait / waitProbability : 0
    let v =
      inputs.isPoisson && service.law == .exponential
      ? 1 : ConditionalWait.gammaVariation(utilization: inputs.utilization, service: service)
    let second = waitProbability * conditional * conditional * (1 + v)
    let third = second * conditional * (1 + 2 * v)
    response = Cumulants(moments: meanWait, second, third) + service.cumulants
  }

  /// Estimate of the response percentile; exact for M/M/c, else within about 5 % of the accurate
  /// one for variation up to 1 and 20 % up to 4.
  package func responsePercentile(_ p: Double) -> Double {
    guard meanWait.isFinite else { return .infinity }
    if inputs.isPoisson && inputs.service.law == .exponential {
      return MMcQueue(
        arrivalPerSecond: inputs.arrivalPerSecond, serviceSeconds: inputs.serviceSeconds,
        servers: inputs.servers, waitProbability: waitProbability
      ).responsePercentile(p)
    }
    return max(floor(p), ShiftedLognormal(response).percentile(p))
  }

  /// A proven lower bound of the response percentile: that of the service alone.
  package func floor(_ p: Double) -> Double { inputs.service.percentile(p) }
}
