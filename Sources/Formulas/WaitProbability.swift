/// P(W > 0) of queues that have no exact answer.
package enum WaitProbability {
  /// Whitt's normal-tail ratio form for general arrivals.
  ///
  /// Whitt 1993, Approximations for the GI/G/m queue, section 3. Absolute error ≤ 0.06 (Erlang's C
  /// alone: up to 0.26). With Poisson arrivals it is Erlang's C for exponential service.
  ///
  /// - Parameters:
  ///   - erlangC: Erlang C at the same load.
  ///   - utilization: below 1.
  ///   - servers: number of servers.
  ///   - ca2: squared variation of the time between arrivals.
  ///   - cs2: squared variation of the service time.
  package static func whitt(
    erlangC: Double, utilization rho: Double, servers m: Double, ca2: Double, cs2: Double
  ) -> Double {
    guard ca2 + cs2 > 0 else { return 0 }
    let root = m.squareRoot()
    let base = Normal.tail((1 - rho) * root)
    let pi4 = min(1, Normal.tail((1 + cs2) * (1 - rho) * root / (ca2 + cs2)) / base * erlangC)
    let pi5 = min(1, Normal.tail(2 * (1 - rho) * root / (1 + ca2)) / base * erlangC)
    let pi1 = rho * rho * pi4 + (1 - rho * rho) * pi5
    let z = (ca2 + cs2) / (1 + cs2)
    let gamma = (m - m * rho - 0.5) / (m * rho * z).squareRoot()
    if m <= 6 || gamma <= 0.5 || ca2 >= 1 { return min(1, pi1) }
    let pi6 = Normal.tail(gamma)
    let pi2 = ca2 * pi1 + (1 - ca2) * pi6
    if gamma >= 1 { return min(1, pi2) }
    let weight = 2 * (1 - ca2) * (gamma - 0.5)
    return min(1, weight * pi2 + (1 - weight) * pi1)
  }
}
