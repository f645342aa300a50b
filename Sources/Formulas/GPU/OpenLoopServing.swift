/// A served model under independent arrivals: continuous batching as a queue whose speed depends on its state.
///
/// While λ requests a second come, a share ρ = λ·T_pf of the time goes to prompts, so a step of b sequences takes
/// T_dec(b)/(1 − ρ) and they finish at μ(b) = b(1 − ρ)/(out·T_dec(b)). The number of sequences is a birth-death
/// chain; requests beyond the batch limit wait. Processor sharing makes the chain insensitive to the law of the
/// output length below the limit; above it the wait is taken as exponential.
package struct OpenLoopServing: Sendable {
  package let group: ServingGroup
  /// Steps of 1…batchLimit sequences, seconds.
  private let steps: [Double]

  /// Prepares a group.
  ///
  /// - Complexity: O(batch limit).
  package init(_ group: ServingGroup) {
    self.group = group
    steps = (1...max(1, Int(group.batchLimit))).map { group.decodeSeconds(Double($0)) }
  }

  /// Most requests a second that leave a steady state: λ with b_max(1 − λT_pf)/(out·T_dec(b_max)) = λ, at the
  /// best batch size.
  package var saturation: Double {
    var best = 0.0
    for (index, step) in steps.enumerated() {
      let batch = Double(index + 1)
      best = max(best, batch / (group.output * step + batch * group.prefillSeconds))
    }
    return best
  }

  /// The times under `rate` requests a second on this group; `nil` without a steady state.
  ///
  /// - Complexity: O(batch limit).
  package func times(rate: Double) -> ServingTimes? {
    let calibration = group.calibration
    let busy = rate * group.prefillSeconds
    let most = saturation
    guard rate >= 0, busy < 1, rate < most else { return nil }
    let limit = steps.count
    func finishing(_ batch: Int) -> Double { Double(batch) * (1 - busy) / (group.output * steps[batch - 1]) }
    var (term, sum, mean) = (1.0, 1.0, 0.0)
    for batch in 1...limit {
      term *= rate / finishing(batch)
      sum += term
      mean += term * Double(batch)
      if sum > 1e200 {
        term /= 1e200
        sum /= 1e200
        mean /= 1e200
      }
    }
    let full = finishing(limit)
    guard rate < full || term == 0 else { return nil }
    let ratio = rate / full
    // States beyond the limit keep it busy.
    let beyond = term * ratio / (1 - ratio)
    let total = sum + beyond
    let sequences = (mean + beyond * Double(limit)) / total
    let waits = (term + beyond) / total
    let now = Int(max(1, min(Double(limit), sequences.rounded())))
    let perToken = rate > 0 ? sequences / (rate * group.output) : steps[0]
    let prefill = group.prefillSeconds
    let queued = rate * prefill * prefill / (2 * (1 - busy))
    let own = calibration.interfaceSeconds + prefill + queued + steps[now - 1] / 2
    var hops: [Hop] = [ServingTimes.firstTokenHop(own, calibration)]
    if waits > 1e-9, full > rate {
      hops.append(
        .either(waits, [.time(ServiceDistribution(law: .exponential, mean: 1 / (full - rate), scv: 1))], [.constant(0)])
      )
    }
    return ServingTimes(
      ownFirstToken: own, slotWait: (waits, 1 / (full - rate)), firstTokenHops: hops, perToken: perToken,
      sequences: sequences,
      tokensPerSecond: rate * group.output, utilization: rate / most, group: group)
  }
}
