/// Complex discrete Fourier transform of a power-of-two length, in place, on split arrays.
///
/// The forward transform leaves its results in bit-reversed order and the inverse takes them so:
/// products of spectra need no order, and nothing has to be moved. Radix 4 (two stages a pass) on
/// vectors of eight; the order of operations is fixed, so results have the same bits on every
/// machine. Relative error about 1e-16·log₂ n.
package struct FourierTransform: Sendable {
  /// Number of points, a power of two, at least 16.
  package let count: Int
  /// For each pass: wᵏ, w²ᵏ, w³ᵏ as cosines then sines, each of a quarter of the block.
  private let passes: [Pass]
  /// The factors of a first pass of radix 2, where the number of stages is odd.
  private let half: Factors?

  fileprivate struct Factors: Sendable {
    var cosines: [Double]
    var sines: [Double]

    /// e^(−2πi·multiple·k/period) for k in 0..<count.
    init(count: Int, multiple: Int, period: Int) {
      cosines = []
      sines = []
      for k in 0..<count {
        let angle = -2 * Double.pi * Double(multiple * k % period) / Double(period)
        cosines.append(Elementary.cos(angle))
        sines.append(Elementary.sin(angle))
      }
    }
  }

  fileprivate struct Pass: Sendable {
    var quarter: Int
    var one: Factors
    var two: Factors
    var three: Factors
  }

  /// A transform of at least `minimum` points, rounded up to a power of two.
  package init(atLeast minimum: Int) {
    var n = 16
    while n < minimum && n < 1 << 24 { n *= 2 }
    count = n
    var block = n
    if n.trailingZeroBitCount % 2 == 1 {
      half = Factors(count: n / 2, multiple: 1, period: n)
      block = n / 2
    } else {
      half = nil
    }
    var passes: [Pass] = []
    while block >= 4 {
      let quarter = block / 4
      passes.append(
        Pass(
          quarter: quarter, one: Factors(count: quarter, multiple: 1, period: block),
          two: Factors(count: quarter, multiple: 2, period: block),
          three: Factors(count: quarter, multiple: 3, period: block)))
      block = quarter
    }
    self.passes = passes
  }

  /// X[k] = Σ x[j] e^(−2πijk/n), in bit-reversed order. Both arrays must have `count` elements; others are left
  /// as they are.
  ///
  /// - Complexity: O(n log n).
  package func forward(_ re: inout [Double], _ im: inout [Double]) {
    guard re.count == count, im.count == count else { return }
    re.withUnsafeMutableBytes { re in
      im.withUnsafeMutableBytes { im in
        guard let re = re.baseAddress, let im = im.baseAddress else { return }
        if let half { FourierTransform.halve(re, im, count, half) }
        for pass in passes { FourierTransform.split(re, im, count, pass) }
      }
    }
  }

  /// The inverse of ``forward(_:_:)``, from bit-reversed order, with the factor 1/n.
  ///
  /// - Complexity: O(n log n).
  package func inverse(_ re: inout [Double], _ im: inout [Double]) {
    guard re.count == count, im.count == count else { return }
    re.withUnsafeMutableBytes { re in
      im.withUnsafeMutableBytes { im in
        guard let re = re.baseAddress, let im = im.baseAddress else { return }
        for pass in passes.reversed() { FourierTransform.join(re, im, count, pass) }
        if let half { FourierTransform.unhalve(re, im, count, half) }
      }
    }
    let scale = 1 / Double(count)
    for i in 0..<count { re[i] *= scale }
    for i in 0..<count { im[i] *= scale }
  }

  /// Moves elements between bit-reversed and natural order, either way.
  package func reorder(_ values: inout [Double]) {
    guard values.count == count else { return }
    var j = 0
    for i in 0..<(count - 1) {
      if i < j { values.swapAt(i, j) }
      var bit = count >> 1
      while j & bit != 0 {
        j ^= bit
        bit >>= 1
      }
      j |= bit
    }
  }

  // MARK: Passes

  /// Radix 2: sums in front, differences times wᵏ behind.
  private static func halve(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int, _ w: Factors) {
    each(w) { k, c, s in
      let (a, b) = (k, k + n / 2)
      let (ar, ai) = (load(re, a), load(im, a))
      let (br, bi) = (load(re, b), load(im, b))
      store(re, a, ar + br)
      store(im, a, ai + bi)
      let (dr, di) = (ar - br, ai - bi)
      store(re, b, dr * c - di * s)
      store(im, b, dr * s + di * c)
    }
  }

  private static func unhalve(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int, _ w: Factors) {
    each(w) { k, c, s in
      let (a, b) = (k, k + n / 2)
      let (ar, ai) = (load(re, a), load(im, a))
      let (xr, xi) = (load(re, b), load(im, b))
      let (br, bi) = (xr * c + xi * s, xi * c - xr * s)
      store(re, a, ar + br)
      store(im, a, ai + bi)
      store(re, b, ar - br)
      store(im, b, ai - bi)
    }
  }

  private static func each(_ w: Factors, _ body: (Int, SIMD8<Double>, SIMD8<Double>) -> Void) {
    w.cosines.withUnsafeBytes { c in
      w.sines.withUnsafeBytes { s in
        var k = 0
        while k < w.cosines.count {
          body(
            k, c.loadUnaligned(fromByteOffset: 8 * k, as: V.self), s.loadUnaligned(fromByteOffset: 8 * k, as: V.self))
          k += 8
        }
      }
    }
  }

  private typealias V = SIMD8<Double>

  @inline(__always) private static func load(_ p: UnsafeMutableRawPointer, _ i: Int) -> V {
    p.loadUnaligned(fromByteOffset: 8 * i, as: V.self)
  }

  @inline(__always) private static func store(_ p: UnsafeMutableRawPointer, _ i: Int, _ v: V) {
    p.storeBytes(of: v, toByteOffset: 8 * i, as: V.self)
  }

  /// Radix 4, decimation in frequency: blocks of four quarters.
  private static func split(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int, _ pass: Pass) {
    let q = pass.quarter
    if q == 1 { return splitLast(re, im, n) }
    pass.withFactors { w in
      var base = 0
      while base < n {
        if q >= 8 {
          var k = 0
          while k < q {
            let i = base + k
            let (r0, r1, r2, r3) = (load(re, i), load(re, i + q), load(re, i + 2 * q), load(re, i + 3 * q))
            let (i0, i1, i2, i3) = (load(im, i), load(im, i + q), load(im, i + 2 * q), load(im, i + 3 * q))
            let (sr, si) = (r0 + r2, i0 + i2)
            let (tr, ti) = (r1 + r3, i1 + i3)
            let (dr, di) = (r0 - r2, i0 - i2)
            let (er, ei) = (r1 - r3, i1 - i3)
            store(re, i, sr + tr)
            store(im, i, si + ti)
            let (c1, s1) = (w.load(.two, .cosine, k), w.load(.two, .sine, k))
            let (ur, ui) = (sr - tr, si - ti)
            store(re, i + q, ur * c1 - ui * s1)
            store(im, i + q, ur * s1 + ui * c1)
            // d − i·e and d + i·e.
            let (c2, s2) = (w.load(.one, .cosine, k), w.load(.one, .sine, k))
            let (vr, vi) = (dr + ei, di - er)
            store(re, i + 2 * q, vr * c2 - vi * s2)
            store(im, i + 2 * q, vr * s2 + vi * c2)
            let (c3, s3) = (w.load(.three, .cosine, k), w.load(.three, .sine, k))
            let (xr, xi) = (dr - ei, di + er)
            store(re, i + 3 * q, xr * c3 - xi * s3)
            store(im, i + 3 * q, xr * s3 + xi * c3)
            k += 8
          }
        } else {
          for k in 0..<q { splitOne(re, im, base + k, q, w, k) }
        }
        base += 4 * q
      }
    }
  }

  private static func splitOne(
    _ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ i: Int, _ q: Int, _ w: Pass.Pointers, _ k: Int
  ) {
    let re = re.assumingMemoryBound(to: Double.self)
    let im = im.assumingMemoryBound(to: Double.self)
    let (sr, si) = (re[i] + re[i + 2 * q], im[i] + im[i + 2 * q])
    let (tr, ti) = (re[i + q] + re[i + 3 * q], im[i + q] + im[i + 3 * q])
    let (dr, di) = (re[i] - re[i + 2 * q], im[i] - im[i + 2 * q])
    let (er, ei) = (re[i + q] - re[i + 3 * q], im[i + q] - im[i + 3 * q])
    re[i] = sr + tr
    im[i] = si + ti
    let (ur, ui) = (sr - tr, si - ti)
    re[i + q] = ur * w.two.c[k] - ui * w.two.s[k]
    im[i + q] = ur * w.two.s[k] + ui * w.two.c[k]
    let (vr, vi) = (dr + ei, di - er)
    re[i + 2 * q] = vr * w.one.c[k] - vi * w.one.s[k]
    im[i + 2 * q] = vr * w.one.s[k] + vi * w.one.c[k]
    let (xr, xi) = (dr - ei, di + er)
    re[i + 3 * q] = xr * w.three.c[k] - xi * w.three.s[k]
    im[i + 3 * q] = xr * w.three.s[k] + xi * w.three.c[k]
  }

  /// The last pass has no factors.
  private static func splitLast(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int) {
    let re = re.assumingMemoryBound(to: Double.self)
    let im = im.assumingMemoryBound(to: Double.self)
    var i = 0
    while i < n {
      let (sr, si) = (re[i] + re[i + 2], im[i] + im[i + 2])
      let (tr, ti) = (re[i + 1] + re[i + 3], im[i + 1] + im[i + 3])
      let (dr, di) = (re[i] - re[i + 2], im[i] - im[i + 2])
      let (er, ei) = (re[i + 1] - re[i + 3], im[i + 1] - im[i + 3])
      (re[i], im[i]) = (sr + tr, si + ti)
      (re[i + 1], im[i + 1]) = (sr - tr, si - ti)
      (re[i + 2], im[i + 2]) = (dr + ei, di - er)
      (re[i + 3], im[i + 3]) = (dr - ei, di + er)
      i += 4
    }
  }

  /// What ``split(_:_:_:_:)`` did, backwards, with conjugate factors and without the factor 1/4.
  private static func join(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int, _ pass: Pass) {
    let q = pass.quarter
    if q == 1 { return joinFirst(re, im, n) }
    pass.withFactors { w in
      var base = 0
      while base < n {
        if q >= 8 {
          var k = 0
          while k < q {
            let i = base + k
            let (c1, s1) = (w.load(.two, .cosine, k), w.load(.two, .sine, k))
            let (c2, s2) = (w.load(.one, .cosine, k), w.load(.one, .sine, k))
            let (c3, s3) = (w.load(.three, .cosine, k), w.load(.three, .sine, k))
            let (r0, i0) = (load(re, i), load(im, i))
            let (y1, z1) = (load(re, i + q), load(im, i + q))
            let (y2, z2) = (load(re, i + 2 * q), load(im, i + 2 * q))
            let (y3, z3) = (load(re, i + 3 * q), load(im, i + 3 * q))
            let (r1, i1) = (y1 * c1 + z1 * s1, z1 * c1 - y1 * s1)
            let (r2, i2) = (y2 * c2 + z2 * s2, z2 * c2 - y2 * s2)
            let (r3, i3) = (y3 * c3 + z3 * s3, z3 * c3 - y3 * s3)
            let (sr, si) = (r0 + r1, i0 + i1)
            let (ur, ui) = (r0 - r1, i0 - i1)
            let (tr, ti) = (r2 + r3, i2 + i3)
            let (dr, di) = (r2 - r3, i2 - i3)
            store(re, i, sr + tr)
            store(im, i, si + ti)
            store(re, i + 2 * q, sr - tr)
            store(im, i + 2 * q, si - ti)
            // u ± i·d.
            store(re, i + q, ur - di)
            store(im, i + q, ui + dr)
            store(re, i + 3 * q, ur + di)
            store(im, i + 3 * q, ui - dr)
            k += 8
          }
        } else {
          for k in 0..<q { joinOne(re, im, base + k, q, w, k) }
        }
        base += 4 * q
      }
    }
  }

  private static func joinOne(
    _ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ i: Int, _ q: Int, _ w: Pass.Pointers, _ k: Int
  ) {
    let re = re.assumingMemoryBound(to: Double.self)
    let im = im.assumingMemoryBound(to: Double.self)
    func turned(_ j: Int, _ c: Double, _ s: Double) -> (Double, Double) {
      (re[j] * c + im[j] * s, im[j] * c - re[j] * s)
    }
    let (r1, i1) = turned(i + q, w.two.c[k], w.two.s[k])
    let (r2, i2) = turned(i + 2 * q, w.one.c[k], w.one.s[k])
    let (r3, i3) = turned(i + 3 * q, w.three.c[k], w.three.s[k])
    let (sr, si) = (re[i] + r1, im[i] + i1)
    let (ur, ui) = (re[i] - r1, im[i] - i1)
    let (tr, ti) = (r2 + r3, i2 + i3)
    let (dr, di) = (r2 - r3, i2 - i3)
    (re[i], im[i]) = (sr + tr, si + ti)
    (re[i + 2 * q], im[i + 2 * q]) = (sr - tr, si - ti)
    (re[i + q], im[i + q]) = (ur - di, ui + dr)
    (re[i + 3 * q], im[i + 3 * q]) = (ur + di, ui - dr)
  }

  private static func joinFirst(_ re: UnsafeMutableRawPointer, _ im: UnsafeMutableRawPointer, _ n: Int) {
    let re = re.assumingMemoryBound(to: Double.self)
    let im = im.assumingMemoryBound(to: Double.self)
    var i = 0
    while i < n {
      let (sr, si) = (re[i] + re[i + 1], im[i] + im[i + 1])
      let (ur, ui) = (re[i] - re[i + 1], im[i] - im[i + 1])
      let (tr, ti) = (re[i + 2] + re[i + 3], im[i + 2] + im[i + 3])
      let (dr, di) = (re[i + 2] - re[i + 3], im[i + 2] - im[i + 3])
      (re[i], im[i]) = (sr + tr, si + ti)
      (re[i + 2], im[i + 2]) = (sr - tr, si - ti)
      (re[i + 1], im[i + 1]) = (ur - di, ui + dr)
      (re[i + 3], im[i + 3]) = (ur + di, ui - dr)
      i += 4
    }
  }
}

extension FourierTransform.Pass {
  /// The factors as bare memory.
  struct Pointers {
    typealias Pair = (c: UnsafePointer<Double>, s: UnsafePointer<Double>)
    enum Power {
      case one, two, three
    }
    enum Part {
      case cosine, sine
    }

    let one: Pair
    let two: Pair
    let three: Pair

    @inline(__always) func load(_ power: Power, _ part: Part, _ k: Int) -> SIMD8<Double> {
      let pair =
        switch power {
        case .one: one
        case .two: two
        case .three: three
        }
      let p = part == .cosine ? pair.c : pair.s
      return UnsafeRawPointer(p + k).loadUnaligned(as: SIMD8<Double>.self)
    }
  }

  func withFactors(_ body: (Pointers) -> Void) {
    one.cosines.withUnsafeBufferPointer { c1 in
      one.sines.withUnsafeBufferPointer { s1 in
        two.cosines.withUnsafeBufferPointer { c2 in
          two.sines.withUnsafeBufferPointer { s2 in
            three.cosines.withUnsafeBufferPointer { c3 in
              three.sines.withUnsafeBufferPointer { s3 in
                guard let c1 = c1.baseAddress, let s1 = s1.baseAddress, let c2 = c2.baseAddress,
                  let s2 = s2.baseAddress, let c3 = c3.baseAddress, let s3 = s3.baseAddress
                else { return }
                body(Pointers(one: (c1, s1), two: (c2, s2), three: (c3, s3)))
              }
            }
          }
        }
      }
    }
  }
}
