/// Probability mass on equally spaced points, and the transform pipeline that adds and mixes
/// independent times on them.
///
/// Cell i holds the mass of ((i−½)h, (i+½)h]; transforms are padded to twice the length and damped
/// by e^(−k·ln(1e5)/(2n)), so that mass wrapping round is reduced by 1e5.
package struct Lattice: Sendable {
  /// Number of cells.
  package let cells: Int
  /// Width of a cell, seconds.
  package let step: Double
  let transform: FourierTransform
  private let damping: [Double]

  /// A grid of `cells` cells that covers 0…`range` seconds.
  package init(cells: Int, range: Double) {
    let shared = TransformTables.tables(atLeast: 2 * max(16, cells))
    transform = shared.transform
    damping = shared.damping
    self.cells = transform.count / 2
    step = range / Double(transform.count / 2)
  }

  /// The spectrum of nothing at all: no mass.
  var zero: Spectrum {
    let none = [Double](repeating: 0, count: transform.count)
    return Spectrum(re: none, im: none)
  }

  /// Masses from a tail function, corrected in the first cells to keep `mean` where the part of
  /// the mean beyond the grid, `meanBeyond`, is known.
  ///
  /// - Complexity: O(cells) evaluations of `tail`.
  package func masses(mean: Double? = nil, meanBeyond: Double = 0, _ tail: (Double) -> Double) -> [Double] {
    var result = [Double](repeating: 0, count: cells)
    var before = 1.0
    var total = 0.0
    for i in 0..<cells {
      let after = tail((Double(i) + 0.5) * step)
      result[i] = max(0, before - after)
      total += result[i] * Double(i)
      before = after
      if after == 0 { break }
    }
    if let mean { keep((mean - meanBeyond) / step - total, &result) }
    return result
  }

  /// Moves `excess` cells of mean between the fullest cell and a neighbour of it.
  private func keep(_ excess: Double, _ masses: inout [Double]) {
    guard cells > 2, abs(excess) < 1 else { return }
    var peak = 0
    for i in masses.indices where masses[i] > masses[peak] { peak = i }
    if peak == 0 || (peak < cells - 1 && excess > 0) {
      if masses[peak] - excess < 0 || masses[peak + 1] + excess < 0 { return }
      masses[peak] -= excess
      masses[peak + 1] += excess
    } else {
      if masses[peak] + excess < 0 || masses[peak - 1] - excess < 0 { return }
      masses[peak] += excess
      masses[peak - 1] -= excess
    }
  }

  /// The damped spectrum of masses.
  package func spectrum(_ masses: [Double]) -> Spectrum {
    var re = [Double](repeating: 0, count: transform.count)
    var im = re
    for i in 0..<min(masses.count, cells) { re[i] = masses[i] * damping[i] }
    transform.forward(&re, &im)
    return Spectrum(re: re, im: im)
  }

  /// The damped spectra of two lists of masses, by one transform of both as real and imaginary parts.
  package func spectra(_ a: [Double], _ b: [Double]) -> (Spectrum, Spectrum) {
    var re = [Double](repeating: 0, count: transform.count)
    var im = re
    for i in 0..<min(a.count, cells) { re[i] = a[i] * damping[i] }
    for i in 0..<min(b.count, cells) { im[i] = b[i] * damping[i] }
    transform.forward(&re, &im)
    // Real inputs have conjugate values at k and n − k, which lie mirrored within each power of two.
    var first = Spectrum(re: re, im: im)
    var second = Spectrum(re: im, im: re)
    func part(_ p: Int, _ q: Int) {
      first.re[p] = 0.5 * (re[p] + re[q])
      first.im[p] = 0.5 * (im[p] - im[q])
      second.re[p] = 0.5 * (im[p] + im[q])
      second.im[p] = 0.5 * (re[q] - re[p])
    }
    part(0, 0)
    var block = 1
    while block < transform.count {
      let mirror = 3 * block - 1
      for p in block..<2 * block { part(p, mirror - p) }
      block *= 2
    }
    return (first, second)
  }

  /// What turns a spectrum into the share of mass within `range` seconds: see ``Spectrum/share(_:)``.
  func reader(_ seconds: Double) -> Spectrum {
    // Cell i reaches to (i + ½) steps; the last one counts in part.
    let position = seconds / step + 0.5
    let whole = Int(min(max(0, position), Double(cells)))
    var weights = [Double](repeating: 0, count: transform.count)
    var im = weights
    for i in 0..<whole { weights[i] = 1 / damping[i] }
    if whole < cells, position > 0 { weights[whole] = (position - Double(whole)) / damping[whole] }
    let scale = 1 / Double(transform.count)
    for i in weights.indices { weights[i] *= scale }
    transform.forward(&weights, &im)
    return Spectrum(re: weights, im: im)
  }

  /// The damped spectrum of a constant, split over the two nearest points so that the mean is kept.
  package func spectrum(constant t: Double) -> Spectrum {
    if t == 0 {
      return Spectrum(
        re: [Double](repeating: 1, count: transform.count), im: [Double](repeating: 0, count: transform.count))
    }
    var masses = [Double](repeating: 0, count: cells)
    let position = max(0, t / step)
    let below = position.rounded(.down)
    if below + 1 < Double(cells) {
      masses[Int(below)] = 1 - (position - below)
      masses[Int(below) + 1] = position - below
    }
    return spectrum(masses)
  }

  /// The masses of a damped spectrum.
  package func masses(_ spectrum: Spectrum) -> [Double] {
    var re = spectrum.re
    var im = spectrum.im
    transform.inverse(&re, &im)
    return (0..<cells).map { max(0, re[$0] / damping[$0]) }
  }
}

/// Transforms and damping factors by length, made once each and shared.
private enum TransformTables {
  typealias Tables = (transform: FourierTransform, damping: [Double])

  static func tables(atLeast points: Int) -> Tables {
    switch points {
    case ...512: small
    case ...1024: medium
    case ...2048: large
    case ...4096: fine
    case ...8192: finest
    default: make(points)
    }
  }

  private static let small = make(512)
  private static let medium = make(1024)
  private static let large = make(2048)
  private static let fine = make(4096)
  private static let finest = make(8192)

  private static func make(_ points: Int) -> Tables {
    let transform = FourierTransform(atLeast: points)
    let rate = Elementary.log(1e5) / Double(transform.count)
    return (transform, (0..<transform.count).map { Elementary.exp(-rate * Double($0)) })
  }
}

/// A transform of masses on a ``Lattice``.
package struct Spectrum: Sendable {
  var re: [Double]
  var im: [Double]

  /// The mass that a reader (``Lattice/reader(_:)``) looks at: Parseval's sum, without a transform.
  func share(_ reader: Spectrum) -> Double {
    var sum = SIMD8<Double>(repeating: 0)
    re.withUnsafeBytes { a in
      im.withUnsafeBytes { b in
        reader.re.withUnsafeBytes { c in
          reader.im.withUnsafeBytes { d in
            var at = 0
            while at + 64 <= a.count {
              sum +=
                a.loadUnaligned(fromByteOffset: at, as: SIMD8<Double>.self)
                * c.loadUnaligned(fromByteOffset: at, as: SIMD8<Double>.self)
              sum +=
                b.loadUnaligned(fromByteOffset: at, as: SIMD8<Double>.self)
                * d.loadUnaligned(fromByteOffset: at, as: SIMD8<Double>.self)
              at += 64
            }
          }
        }
      }
    }
    return sum.sum()
  }

  /// The sum of independent times: the product of transforms.
  package mutating func add(_ other: Spectrum) {
    let count = min(re.count, other.re.count)
    re.withUnsafeMutableBufferPointer { a in
      im.withUnsafeMutableBufferPointer { b in
        other.re.withUnsafeBufferPointer { c in
          other.im.withUnsafeBufferPointer { d in
            for i in 0..<count {
              let x = a[i] * c[i] - b[i] * d[i]
              b[i] = a[i] * d[i] + b[i] * c[i]
              a[i] = x
            }
          }
        }
      }
    }
  }

  /// `weight` of this and 1 − `weight` of the other.
  package func mixed(_ weight: Double, _ other: Spectrum) -> Spectrum {
    var result = self
    for i in 0..<re.count {
      result.re[i] = weight * re[i] + (1 - weight) * other.re[i]
      result.im[i] = weight * im[i] + (1 - weight) * other.im[i]
    }
    return result
  }

  /// This, or nothing (an atom at 0) with probability 1 − `weight`.
  package func withProbability(_ weight: Double) -> Spectrum {
    var result = self
    for i in 0..<re.count {
      result.re[i] = weight * re[i] + (1 - weight)
      result.im[i] *= weight
    }
    return result
  }

  /// The sum of a geometric number of independent copies: (1 − r)/(1 − r·φ).
  package func geometricSum(_ r: Double) -> Spectrum {
    var result = self
    for i in 0..<re.count {
      let x = 1 - r * re[i]
      let y = -r * im[i]
      let scale = (1 - r) / (x * x + y * y)
      result.re[i] = x * scale
      result.im[i] = -y * scale
    }
    return result
  }
}
