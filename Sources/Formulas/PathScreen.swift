/// The share of requests within given limits, for a path of which one queue varies and the rest stays.
///
/// The search asks this for thousands of fleets: the fixed hops are transformed once, each fleet then
/// costs two to four transforms. Mass beyond the largest limit is dropped, which changes nothing below it.
package struct PathScreen: Sendable {
  private let lattice: Lattice
  private let fixed: Spectrum
  /// Limits less the constant part of the path, seconds.
  private let limits: [Double]
  private let readers: [Spectrum]

  /// - Parameters:
  ///   - fixed: every hop but the varying one.
  ///   - limits: seconds, at least one.
  ///   - cells: resolution over the largest limit.
  /// - Complexity: one transform of 2·cells points a hop.
  package init(fixed: [Hop], limits: [Double], cells: Int) {
    var shift = 0.0
    var random: [Hop] = []
    for hop in fixed {
      if case .constant(let t) = hop { shift += t } else { random.append(hop) }
    }
    self.limits = limits.map { $0 - shift }
    lattice = Lattice(cells: cells, range: max(1e-9, 1.02 * (self.limits.max() ?? 0)))
    let lattice = lattice
    readers = self.limits.map { lattice.reader($0) }
    self.fixed = random.allSatisfy(\.isStable) ? LatencyPath.spectrum(random, lattice) : lattice.zero
  }

  /// P(path ≤ limit) for each limit, with the fixed hops alone.
  package func withinFixed() -> [Double] { shares(fixed) }

  /// P(path ≤ limit) for each limit, with the fixed hops and a service of this law.
  package func within(service: ServiceDistribution) -> [Double] {
    var sum = fixed
    sum.add(LatencyPath.spectrum(.time(service), lattice))
    return shares(sum)
  }

  /// P(path ≤ limit) for each limit with the queue's response added; zeros for an overloaded queue.
  package func within(queue inputs: QueueInputs) -> [Double] {
    guard inputs.isValid, inputs.utilization < 1 else { return limits.map { _ in 0 } }
    var sum = fixed
    if inputs.isPoisson, inputs.service.law == .exponential || inputs.service.law == .deterministic {
      sum.add(LatencyPath.spectrum(.queue(QueueSystem.solve(inputs, cells: 512)), lattice))
    } else {
      let means = QueueSystem.means(inputs)
      sum.add(LatencyPath.spectrum(.time(inputs.service), lattice))
      if means.waitProbability > 0, means.meanWait > 0 {
        let wait = ConditionalWait.spectrum(inputs, mean: means.meanWait / means.waitProbability, lattice: lattice)
        sum.add(wait.withProbability(means.waitProbability))
      }
    }
    return shares(sum)
  }

  private func shares(_ sum: Spectrum) -> [Double] {
    zip(limits, readers).map { limit, reader in limit > 0 ? min(1, max(0, sum.share(reader))) : 0 }
  }
}
