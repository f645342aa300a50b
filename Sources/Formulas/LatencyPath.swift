/// Composes hops into the distribution of the whole, by convolution on a lattice.
///
/// Percentiles of hops are never added: that overestimates p99 by 38 % on average. Independence of
/// the hops is assumed; ``sumOfPercentiles(_:_:)`` is the bound for hops that are slow together.
package enum LatencyPath {
  /// The distribution of the sum of `hops`.
  ///
  /// A first coarse pass finds the range, then one pass each for percentiles up to p90, p99.2 and
  /// beyond. Constants at the top level are exact.
  ///
  /// - Parameters:
  ///   - hops: in any order; an empty path takes no time.
  ///   - cells: resolution of each table.
  ///   - hasMean: whether the mean is wanted; the slowest of several times has to be integrated for it.
  ///   - deepest: a percentile beyond p99.95 that is wanted as exactly as the others, by a pass of its own.
  /// - Complexity: 4 transforms of 2·cells points a hop, about 1 ms a hop at 4096 cells.
  package static func distribution(
    of hops: [Hop], cells: Int = 4096, hasMean: Bool = true, deepest: Double? = nil
  ) -> LatencyDistribution {
    let method = "convolution of hops (\(cells) cells)"
    guard hops.allSatisfy(\.isStable) else {
      return LatencyDistribution(mean: .infinity, method: "no steady state", tables: [])
    }
    var shift = 0.0
    var random: [Hop] = []
    for hop in hops {
      switch hop {
      case .constant(let t): shift += t
      case .time(let time) where time.law == .deterministic: shift += time.mean
      default: random.append(hop)
      }
    }
    guard !random.isEmpty else {
      let table = TabulatedTail(masses: [1], step: 1e-12, shift: shift, atom: 1)
      return LatencyDistribution(mean: shift, method: method, tables: [(1, .infinity, table)])
    }
    let first = pass(random, range: 1.05 * Hop.reach(random, 1e-5), shift: 0, cells: cells)
    var tables: [(top: Double, end: Double, table: TabulatedTail)] = []
    var passes = [(0.9, 1.15), (0.992, 1.1), (0.9995, 1.1)]
    if let deepest, deepest > 0.9995 { passes.append((1 - (1 - deepest) / 2, 1.1)) }
    for (top, slack) in passes {
      let range = slack * first.percentile(top)
      tables.append((top, shift + range * 0.98, pass(random, range: range, shift: shift, cells: cells)))
    }
    tables.append((1, .infinity, TabulatedTail(first, shift: shift)))
    return LatencyDistribution(mean: hasMean ? shift + mean(random) : .nan, method: method, tables: tables)
  }

  /// The distribution by one pass over `range` seconds beyond its constants: percentiles within about 0.1 %.
  ///
  /// - Parameters:
  ///   - range: about 1.2 times the highest percentile wanted; found by a pass of its own when `nil`.
  /// - Complexity: 1 or 2 transforms of 2·cells points a hop.
  package static func estimate(
    of hops: [Hop], range: Double? = nil, cells: Int, hasMean: Bool = true
  ) -> LatencyDistribution {
    let method = "convolution of hops (\(cells) cells)"
    guard hops.allSatisfy(\.isStable) else {
      return LatencyDistribution(mean: .infinity, method: "no steady state", tables: [])
    }
    var shift = 0.0
    var random: [Hop] = []
    for hop in hops {
      switch hop {
      case .constant(let t): shift += t
      case .time(let time) where time.law == .deterministic: shift += time.mean
      default: random.append(hop)
      }
    }
    guard !random.isEmpty else {
      let table = TabulatedTail(masses: [1], step: 1e-12, shift: shift, atom: 1)
      return LatencyDistribution(mean: shift, method: method, tables: [(1, .infinity, table)])
    }
    let enough =
      range.map { $0 - shift }
      ?? 1.15 * pass(random, range: 1.05 * Hop.reach(random, 1e-5), shift: 0, cells: cells).percentile(0.99)
    let table = pass(random, range: enough, shift: shift, cells: cells)
    return LatencyDistribution(
      mean: hasMean ? shift + mean(random) : .nan, method: method, tables: [(1, .infinity, table)])
  }

  /// The sum of the hops' own percentiles: exact for hops that are slow at the same time, an
  /// upper bound in practice.
  package static func sumOfPercentiles(_ hops: [Hop], _ p: Double) -> Double { Hop.reach(hops, 1 - p) }

  private static func pass(_ hops: [Hop], range: Double, shift: Double, cells: Int) -> TabulatedTail {
    let lattice = Lattice(cells: cells, range: rounded(max(range, 1e-12)))
    let masses = lattice.masses(spectrum(hops, lattice))
    return TabulatedTail(masses: masses, step: lattice.step, shift: shift)
  }

  /// The next of eight steps an octave: paths of much the same length share a lattice, and the spectra of hops
  /// they have in common.
  private static func rounded(_ range: Double) -> Double {
    let octave = range.exponent
    let start = Double(sign: .plus, exponent: octave, significand: 1)
    return start * (1 + ((range / start - 1) * 8).rounded(.up) / 8)
  }

  static func spectrum(_ hops: [Hop], _ lattice: Lattice) -> Spectrum {
    var sum: Spectrum?
    for hop in hops {
      let next = spectrum(hop, lattice)
      if sum == nil { sum = next } else { sum?.add(next) }
    }
    return sum ?? lattice.spectrum(constant: 0)
  }

  static func spectrum(_ hop: Hop, _ lattice: Lattice) -> Spectrum {
    let end = (Double(lattice.cells) - 0.5) * lattice.step
    switch hop {
    case .constant(let t): return lattice.spectrum(constant: t)
    case .time(let time):
      if time.law == .deterministic { return lattice.spectrum(constant: time.mean) }
      return KnownSpectra.value(time, lattice) {
        let beyond = end * time.tail(end) + time.mean * time.residualTail(end)
        return lattice.spectrum(lattice.masses(mean: time.mean, meanBeyond: beyond, time.tail))
      }
    case .queue(let queue):
      let whole = queue.responseTail(end) < 1e-9
      return lattice.spectrum(
        lattice.masses(mean: whole ? queue.meanResponse : nil, queue.responseTail))
    case .either(let p, let a, let b):
      return spectrum(a, lattice).mixed(p, spectrum(b, lattice))
    case .slowest(let ways):
      return lattice.spectrum(slowest(ways.map { lattice.masses(spectrum($0, lattice)) }, lattice.cells))
    }
  }

  /// Masses of the maximum of independent times: the product of their distribution functions.
  private static func slowest(_ ways: [[Double]], _ cells: Int) -> [Double] {
    var result = [Double](repeating: 0, count: cells)
    var sums = [Double](repeating: 0, count: ways.count)
    var before = 0.0
    for i in 0..<cells {
      var product = 1.0
      for (w, masses) in ways.enumerated() {
        sums[w] += masses[i]
        product *= min(1, sums[w])
      }
      result[i] = max(0, product - before)
      before = max(before, product)
    }
    return result
  }

  /// Mean of a path; a maximum is integrated on a lattice.
  static func mean(_ hops: [Hop]) -> Double {
    hops.reduce(0) { sum, hop in
      switch hop {
      case .constant(let t): sum + t
      case .time(let time): sum + time.mean
      case .queue(let queue): sum + queue.meanResponse
      case .either(let p, let a, let b): sum + p * mean(a) + (1 - p) * mean(b)
      case .slowest(let ways): sum + meanOfSlowest(ways)
      }
    }
  }

  private static func meanOfSlowest(_ ways: [[Hop]]) -> Double {
    let lattice = Lattice(cells: 4096, range: max(1e-12, 1.05 * (ways.map { Hop.reach($0, 1e-5) }.max() ?? 0)))
    let masses = slowest(ways.map { lattice.masses(spectrum($0, lattice)) }, lattice.cells)
    var sum = 0.0
    for (i, mass) in masses.enumerated() { sum += mass * Double(i) }
    return sum * lattice.step
  }
}
