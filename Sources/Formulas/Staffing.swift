/// The smallest number of servers of an M/M/c queue that meets a target.
package enum Staffing {
  /// Smallest c with Erlang C(load, c) ≤ `waitProbability`.
  ///
  /// C falls with c, so a doubling step and a bisection find it. Returns nil for a target ≤ 0 with
  /// positive load, and for loads above 1e9 erlang.
  ///
  /// - Parameters:
  ///   - load: offered load in erlang, ≥ 0.
  ///   - waitProbability: largest allowed share of arrivals that wait, 0…1.
  /// - Complexity: O(log c) evaluations of Erlang C.
  package static func servers(load: Double, waitProbability: Double) -> Int? {
    guard load >= 0, load < 1e9, waitProbability > 0 else { return load == 0 && waitProbability >= 0 ? 1 : nil }
    return smallest(above: load) { Erlang.c(load: load, servers: $0) <= waitProbability * (1 + 1e-13) }
  }

  /// Smallest c whose response percentile `p` is at most `target` seconds; nil when no number of
  /// servers can do it because the service alone takes longer.
  ///
  /// - Parameters:
  ///   - arrivalPerSecond: arrival rate.
  ///   - serviceSeconds: mean of the exponential service time.
  ///   - percentile: as a ratio, 0.99 for p99.
  ///   - target: seconds.
  /// - Complexity: O(log c) evaluations of Erlang C.
  package static func servers(
    arrivalPerSecond: Double, serviceSeconds: Double, percentile: Double, target: Double
  ) -> Int? {
    let load = arrivalPerSecond * serviceSeconds
    guard load >= 0, load < 1e9, percentile > 0, percentile < 1, target > 0 else { return nil }
    let allowed = (1 - percentile) * (1 + 1e-13)
    guard Elementary.exp(-target / serviceSeconds) <= allowed else { return nil }
    return smallest(above: load) {
      MMcQueue(arrivalPerSecond: arrivalPerSecond, serviceSeconds: serviceSeconds, servers: $0)
        .responseTail(target) <= allowed
    }
  }

  private static func smallest(above load: Double, _ meets: (Double) -> Bool) -> Int? {
    var low = load.rounded(.down)  // never meets: load ≥ low
    var step = max(1, (load.squareRoot() / 2).rounded(.up))
    var high = low + step
    while !meets(high) {
      low = high
      step *= 2
      high += step
      if high > 4e9 { return nil }
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if meets(middle) { high = middle } else { low = middle }
    }
    return Int(high)
  }
}
