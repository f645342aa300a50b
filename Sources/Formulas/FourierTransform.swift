/// Complex discrete Fourier transform of a power-of-two length, in place, on split arrays.
///
/// Radix-2 with a table of twiddle factors; the order of operations is fixed, so results are the
/// same on every run. Relative error about 1e-16·log₂ n.
package struct FourierTransform: Sendable {
  /// Number of points, a power of two.
  package let count: Int
  private let cosines: [Double]
  private let sines: [Double]

  /// A transform of at least `minimum` points, rounded up to a power of two.
  package init(atLeast minimum: Int) {
    var n = 2
    while n < minimum && n < 1 << 24 { n *= 2 }
    count = n
    var c = [Double](repeating: 0, count: n / 2)
    var s = c
    for k in 0..<(n / 2) {
      let angle = -2 * Double.pi * Double(k) / Double(n)
      c[k] = Elementary.cos(angle)
      s[k] = Elementary.sin(angle)
    }
    cosines = c
    sines = s
  }

  /// X[k] = Σ x[j] e^(−2πijk/n). Both arrays must have `count` elements; others are left as they are.
  ///
  /// - Complexity: O(n log n).
  package func forward(_ re: inout [Double], _ im: inout [Double]) {
    guard re.count == count, im.count == count else { return }
    let n = count
    re.withUnsafeMutableBufferPointer { re in
      im.withUnsafeMutableBufferPointer { im in
        cosines.withUnsafeBufferPointer { c in
          sines.withUnsafeBufferPointer { s in
            var j = 0
            for i in 0..<(n - 1) {
              if i < j {
                re.swapAt(i, j)
                im.swapAt(i, j)
              }
              var bit = n >> 1
              while j & bit != 0 {
                j ^= bit
                bit >>= 1
              }
              j |= bit
            }
            var half = 1
            while half < n {
              let stride = n / (2 * half)
              var base = 0
              while base < n {
                for k in 0..<half {
                  let w = k &* stride
                  let a = base &+ k
                  let b = a &+ half
                  let xr = re[b] * c[w] - im[b] * s[w]
                  let xi = re[b] * s[w] + im[b] * c[w]
                  re[b] = re[a] - xr
                  im[b] = im[a] - xi
                  re[a] += xr
                  im[a] += xi
                }
                base &+= 2 * half
              }
              half *= 2
            }
          }
        }
      }
    }
  }

  /// The inverse of ``forward(_:_:)``, with the factor 1/n.
  ///
  /// - Complexity: O(n log n).
  package func inverse(_ re: inout [Double], _ im: inout [Double]) {
    forward(&im, &re)
    let scale = 1 / Double(count)
    for i in 0..<min(re.count, im.count) {
      re[i] *= scale
      im[i] *= scale
    }
  }
}
