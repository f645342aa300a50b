import Formulas

/// A distribution of times as probability masses on an even lattice, with what lies beyond its end.
///
/// Mass `i` stands at time `offset + i · step`. Sums are convolutions, maxima products of
/// distribution functions, mixtures weighted sums: percentiles of the whole are read from the
/// composed distribution, never added.
struct Lattice {
  var step: Double
  var offset: Double
  var masses: [Double]
  /// Probability beyond the last cell.
  var beyond: Double
  /// Exact mean in seconds, carried along beside the masses.
  var mean: Double

  static func constant(_ seconds: Double, step: Double) -> Lattice {
    Lattice(step: step, offset: seconds, masses: [1], beyond: 0, mean: seconds)
  }

  /// Masses of a law given its tail, by differences at half cells.
  init(step: Double, cells: Int, mean: Double, tail: (Double) -> Double) {
    self.step = step
    offset = 0
    self.mean = mean
    masses = []
    masses.reserveCapacity(cells)
    var previous = 1.0
    for index in 0..<cells {
      let next = tail((Double(index) + 0.5) * step)
      masses.append(max(0, previous - next))
      previous = next
      if next < 1e-12 { break }
    }
    beyond = max(0, previous)
  }

  init(step: Double, offset: Double, masses: [Double], beyond: Double, mean: Double) {
    self.step = step
    self.offset = offset
    self.masses = masses
    self.beyond = beyond
    self.mean = mean
  }

  /// The sum of two independent times, cut at `cells`.
  func sum(_ other: Lattice, cells: Int) -> Lattice {
    let count = min(cells, masses.count + other.masses.count - 1)
    var result = [Double](repeating: 0, count: count)
    for (i, a) in masses.enumerated() where a > 1e-15 && i < count {
      let end = min(other.masses.count, count - i)
      for j in 0..<max(0, end) { result[i + j] += a * other.masses[j] }
    }
    let inside = result.reduce(0, +)
    return Lattice(
      step: step, offset: offset + other.offset, masses: result, beyond: max(0, 1 - inside), mean: mean + other.mean)
  }

  /// The same distribution with its masses starting at 0, between cells by linear split.
  func aligned(cells: Int) -> Lattice {
    if offset == 0 { return self }
    let shift = offset / step
    let whole = Int(shift.rounded(.down))
    let part = shift - Double(whole)
    var result = [Double](repeating: 0, count: min(cells, masses.count + whole + 1))
    var lost = beyond
    for (i, mass) in masses.enumerated() {
      if i + whole < result.count { result[i + whole] += mass * (1 - part) } else { lost += mass * (1 - part) }
      if i + whole + 1 < result.count { result[i + whole + 1] += mass * part } else { lost += mass * part }
    }
    return Lattice(step: step, offset: 0, masses: result, beyond: lost, mean: mean)
  }

  /// The later of two independent times.
  func maximum(_ other: Lattice, cells: Int) -> Lattice {
    let a = aligned(cells: cells)
    let b = other.aligned(cells: cells)
    let count = max(a.masses.count, b.masses.count)
    var result = [Double](repeating: 0, count: count)
    var cumulativeA = 0.0
    var cumulativeB = 0.0
    var previous = 0.0
    var mean = 0.0
    for index in 0..<count {
      if index < a.masses.count { cumulativeA += a.masses[index] }
      if index < b.masses.count { cumulativeB += b.masses[index] }
      let product = cumulativeA * cumulativeB
      result[index] = max(0, product - previous)
      mean += result[index] * Double(index) * step
      previous = product
    }
    let lost = max(0, 1 - previous)
    mean += lost * Double(count) * step
    return Lattice(step: step, offset: 0, masses: result, beyond: lost, mean: mean)
  }

  static func mixture(_ branches: [(Double, Lattice)], cells: Int) -> Lattice {
    var result = Lattice(step: branches[0].1.step, offset: 0, masses: [], beyond: 0, mean: 0)
    for (weight, branch) in branches {
      let one = branch.aligned(cells: cells)
      if one.masses.count > result.masses.count {
        result.masses += Array(repeating: 0, count: one.masses.count - result.masses.count)
      }
      for (index, mass) in one.masses.enumerated() { result.masses[index] += weight * mass }
      result.beyond += weight * one.beyond
      result.mean += weight * one.mean
    }
    return result
  }

  /// The time below which a share `p` lies; `nil` when it lies beyond the lattice.
  func percentile(_ p: Double) -> Double? {
    var cumulative = 0.0
    for (index, mass) in masses.enumerated() {
      if cumulative + mass >= p {
        let within = mass > 0 ? (p - cumulative) / mass : 0
        // A single cell is an atom; otherwise the mass is spread over its cell.
        let place = masses.count == 1 ? 0 : Double(index) - 0.5 + within
        return max(0, offset + place * step)
      }
      cumulative += mass
    }
    return nil
  }
}
