/// Erlang's loss and delay formulas for M/M/c, with any real number of servers.
///
/// Source: A. K. Erlang 1917; recursion of the inverse, expansion by Temme 1979, see
/// ``ErlangExpansion``. `load` is in erlang (arrival rate × mean service time), `servers` > 0.
/// Relative error below 1e-11 for up to 1e6 servers; probabilities below 1e-300 come out as 0.
package enum Erlang {
  /// Below this many servers the recursion is used, above it the expansion.
  static let switchover = 100.0

  /// Erlang B: the probability that an arrival finds all servers busy and is lost.
  ///
  /// 1/B(c) = 1 + (c/a)/B(c−1). Load 0 gives 0; negative or NaN input gives NaN. Overload
  /// (load > servers) is in the domain.
  ///
  /// - Complexity: O(1) from 100 servers on, O(c) below.
  package static func b(load: Double, servers: Double) -> Double {
    guard load >= 0, servers >= 0 else { return .nan }
    if servers == 0 { return 1 }
    if load == 0 { return 0 }
    if load == .infinity { return 1 }
    return 1 / (1 + inverseMinusOne(load: load, servers: servers))
  }

  /// Erlang C: the probability that an arrival has to wait in M/M/c.
  ///
  /// C = B/(1 − (a/c)(1 − B)), formed as 1/(1 + (c−a)/c · (1/B − 1)), which keeps its digits up to
  /// full load. Load ≥ servers gives 1 (every arrival waits, for ever); negative or NaN gives NaN.
  ///
  /// - Complexity: O(1) from 100 servers on, O(c) below.
  package static func c(load: Double, servers: Double) -> Double {
    guard load >= 0, servers >= 0 else { return .nan }
    if load >= servers { return 1 }
    if load == 0 { return 0 }
    return 1 / (1 + (servers - load) / servers * inverseMinusOne(load: load, servers: servers))
  }

  /// Erlang C for 1, 2 … `upTo` servers at one load, in one pass; element i is i + 1 servers.
  ///
  /// - Complexity: O(upTo) in all.
  package static func delays(load: Double, upTo: Int) -> [Double] {
    guard load >= 0, upTo > 0 else { return [] }
    var result: [Double] = []
    result.reserveCapacity(upTo)
    var y = 1.0
    for k in 1...upTo {
      let servers = Double(k)
      y = 1 + y * (servers / load)
      result.append(servers <= load ? 1 : load == 0 ? 0 : 1 / (1 + (servers - load) / servers * (y - 1)))
    }
    return result
  }

  /// 1/B − 1, infinite where B underflows.
  static func inverseMinusOne(load a: Double, servers c: Double) -> Double {
    if c >= switchover {
      if a <= 1.5 * c { return ErlangExpansion.inverseLossMinusOne(load: a, servers: c) }
      return inverseByFraction(load: a, servers: c) - 1
    }
    let whole = c.rounded(.down)
    let part = c - whole
    var y = part == 0 ? 1 : fractional(load: a, part: part)
    var k = part + 1
    var last = y - 1
    while k <= c + 0.5 {
      last = y * (k / a)
      y = 1 + last
      k += 1
    }
    return last
  }

  /// 1/B for 0 < part < 1 servers: a·∫₀^∞ e^(−at)(1+t)^part dt.
  private static func fractional(load a: Double, part: Double) -> Double {
    if a > 1.5 { return inverseByFraction(load: a, servers: part) }
    let s = part + 1
    let whole = Elementary.exp(GammaFunctions.logGamma(s) + a - part * Elementary.log(a))
    return whole * GammaFunctions.upper(s, a)
  }

  /// 1/B = a·e^a·a^(−c−1)·Γ(c+1, a) by Legendre's continued fraction; a > c.
  private static func inverseByFraction(load a: Double, servers c: Double) -> Double {
    a * GammaFunctions.upperFraction(c + 1, a)
  }
}
