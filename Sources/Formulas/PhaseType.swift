/// A time as the passage through exponential phases (Neuts 1981).
struct PhaseType: Sendable {
  /// Probability of starting in each phase.
  let start: [Double]
  /// Rates from phase to phase, 1/s; the diagonal is minus the whole rate out.
  let rates: [[Double]]

  /// Rate of ending from each phase, 1/s.
  var exit: [Double] { rates.map { -$0.reduce(0, +) } }
  var count: Int { start.count }

  /// The phases of a law that has at most `most` of them; nil for any other.
  init?(_ time: ServiceDistribution, most: Int) {
    switch time.law {
    case .exponential:
      start = [1]
      rates = [[-1 / time.mean]]
    case .hyperexponential:
      let p = 0.5 * (1 + ((time.scv - 1) / (time.scv + 1)).squareRoot())
      start = [p, 1 - p]
      rates = [[-2 * p / time.mean, 0], [0, -2 * (1 - p) / time.mean]]
    case .erlang, .gamma:
      let phases = (1 / time.scv).rounded()
      guard phases >= 1, phases <= Double(most), abs(phases * time.scv - 1) < 1e-9 else { return nil }
      let k = Int(phases)
      let rate = phases / time.mean
      start = [1] + [Double](repeating: 0, count: k - 1)
      rates = (0..<k).map { i in (0..<k).map { $0 == i ? -rate : $0 == i + 1 ? rate : 0 } }
    case .deterministic, .lognormal, .pareto: return nil
    }
  }
}
