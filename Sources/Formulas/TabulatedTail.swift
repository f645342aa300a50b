/// A distribution of times held as its tail at the cell borders of a lattice, moved by a constant.
package struct TabulatedTail: Sendable {
  /// Constant part in seconds, exact.
  package let shift: Double
  /// P(X > shift + (i + ½)·step), not increasing.
  private let tails: [Double]
  private let step: Double
  /// P(X > shift): 1 unless there is an atom at the shift.
  private let start: Double
  /// Slope of the logarithm of the tail beyond the table, per second.
  private let decay: Double

  /// From masses of cells; `atom` is the part of the first cell that sits exactly at the shift.
  package init(masses: [Double], step: Double, shift: Double = 0, atom: Double = 0) {
    self.shift = shift
    self.step = step
    start = 1 - atom
    // Sum from the small end, so that the far tail keeps its digits; the mass beyond the grid is
    // what is missing to 1.
    var cumulative = 0.0
    for mass in masses { cumulative += mass }
    var tail = max(0, 1 - cumulative)
    if tail < 1e-9 { tail = 0 }
    var table = [Double](repeating: 0, count: masses.count)
    var i = masses.count - 1
    while i >= 0 {
      table[i] = min(1, tail)
      tail += masses[i]
      i -= 1
    }
    tails = table
    let n = table.count
    let a = n > 8 ? table[n * 3 / 4] : 0
    let b = n > 8 ? table[n - 2] : 0
    let width = Double(n - 2 - n * 3 / 4) * step
    decay = b > 0 && a > b && width > 0 ? Elementary.log(a / b) / width : .infinity
  }

  /// The same table moved by a constant.
  init(_ other: TabulatedTail, shift: Double) {
    self.shift = other.shift + shift
    tails = other.tails
    step = other.step
    start = other.start
    decay = other.decay
  }

  /// P(X > t), log-linear between the borders.
  package func tail(_ t: Double) -> Double {
    let x = (t - shift) / step - 0.5
    if t < shift { return 1 }
    if x < 0 {
      let first = tails.first ?? 0
      return start + (first - start) * (x + 0.5) * 2
    }
    guard x < Double(tails.count - 1) else {
      let last = tails.last ?? 0
      return last > 0 ? last * Elementary.exp(-decay * (x - Double(tails.count - 1)) * step) : 0
    }
    let i = Int(x)
    let part = x - Double(i)
    let (a, b) = (tails[i], tails[i + 1])
    if b <= 1e-13 || a <= 1e-13 { return a + (b - a) * part }
    return a * Elementary.exp(part * Elementary.log(b / a))
  }

  /// The t with P(X ≤ t) = `p`; `shift` where an atom covers it.
  ///
  /// - Complexity: O(log cells).
  package func percentile(_ p: Double) -> Double {
    let q = 1 - p
    if p <= 0 || q >= start { return shift }
    guard q > 0 else { return .infinity }
    let first = tails.first ?? 0
    if first <= q { return shift + 0.5 * step * (start > first ? (start - q) / (start - first) : 0) }
    let last = tails.last ?? 0
    if last > q {
      let beyond = decay.isFinite && decay > 0 ? Elementary.log(last / q) / decay : .infinity
      return shift + (Double(tails.count) - 0.5) * step + beyond
    }
    var low = 0
    var high = tails.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if tails[middle] > q { low = middle } else { high = middle }
    }
    let (a, b) = (tails[low], tails[high])
    let part = b <= 1e-13 ? (a - q) / (a - b) : Elementary.log(a / q) / Elementary.log(a / b)
    return shift + (Double(low) + 0.5 + part) * step
  }
}
