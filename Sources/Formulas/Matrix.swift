/// A dense matrix of real numbers, rows one after the other.
struct Matrix: Sendable {
  let rows: Int
  let columns: Int
  private(set) var elements: [Double]

  /// A matrix of zeros.
  init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// The identity.
  init(identity n: Int) {
    self.init(n, n)
    for i in 0..<n { self[i, i] = 1 }
  }

  subscript(_ i: Int, _ j: Int) -> Double {
    get { elements[i * columns + j] }
    set { elements[i * columns + j] = newValue }
  }

  static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    for i in a.elements.indices { result.elements[i] += b.elements[i] }
    return result
  }

  static func - (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    for i in a.elements.indices { result.elements[i] -= b.elements[i] }
    return result
  }

  static prefix func - (a: Matrix) -> Matrix {
    var result = a
    for i in a.elements.indices { result.elements[i] = -result.elements[i] }
    return result
  }

  /// - Complexity: O(rows · inner · columns), zeros of `a` skipped.
  static func * (a: Matrix, b: Matrix) -> Matrix {
    var result = Matrix(a.rows, b.columns)
    let n = b.columns
    a.elements.withUnsafeBufferPointer { x in
      b.elements.withUnsafeBufferPointer { y in
        result.elements.withUnsafeMutableBufferPointer { z in
          for i in 0..<a.rows {
            for k in 0..<a.columns {
              let f = x[i * a.columns + k]
              if f == 0 { continue }
              for j in 0..<n { z[i * n + j] += f * y[k * n + j] }
            }
          }
        }
      }
    }
    return result
  }

  /// A row times a matrix.
  static func * (row: [Double], m: Matrix) -> [Double] {
    var result = [Double](repeating: 0, count: m.columns)
    for i in 0..<m.rows where row[i] != 0 {
      for j in 0..<m.columns { result[j] += row[i] * m[i, j] }
    }
    return result
  }

  /// X with self · X = b, by elimination with row exchanges; nil for a singular matrix.
  ///
  /// - Complexity: O(n³).
  func solve(_ b: Matrix) -> Matrix? {
    var a = self
    var x = b
    let n = rows
    let m = b.columns
    for k in 0..<n {
      var pivot = k
      for i in k..<n where abs(a[i, k]) > abs(a[pivot, k]) { pivot = i }
      guard a[pivot, k] != 0, a[pivot, k].isFinite else { return nil }
      if pivot != k {
        for j in 0..<n { a.elements.swapAt(k * n + j, pivot * n + j) }
        for j in 0..<m { x.elements.swapAt(k * m + j, pivot * m + j) }
      }
      let inverse = 1 / a[k, k]
      a.elements.withUnsafeMutableBufferPointer { p in
        x.elements.withUnsafeMutableBufferPointer { q in
          for i in k + 1..<n {
            let f = p[i * n + k] * inverse
            if f == 0 { continue }
            for j in k..<n { p[i * n + j] -= f * p[k * n + j] }
            for j in 0..<m { q[i * m + j] -= f * q[k * m + j] }
          }
        }
      }
    }
    for k in stride(from: n - 1, through: 0, by: -1) {
      let inverse = 1 / a[k, k]
      for j in 0..<m {
        var sum = x[k, j]
        for i in k + 1..<n { sum -= a[k, i] * x[i, j] }
        x[k, j] = sum * inverse
      }
    }
    return x
  }

  /// The largest modulus of an eigenvalue of a matrix without negative elements.
  var spectralRadius: Double {
    var v = [Double](repeating: 1, count: rows)
    var radius = 0.0
    for _ in 0..<2000 {
      var next = [Double](repeating: 0, count: rows)
      for i in 0..<rows { for j in 0..<columns { next[i] += self[i, j] * v[j] } }
      let largest = next.max() ?? 0
      guard largest > 0 else { return 0 }
      for i in next.indices { next[i] /= largest }
      let change = abs(largest - radius)
      radius = largest
      v = next
      if change < 1e-12 * radius { break }
    }
    return radius
  }

  /// Q and H with self = Q·H·Qᵀ, H zero below its first subdiagonal (Householder).
  ///
  /// - Complexity: O(n³).
  var hessenberg: (q: Matrix, h: Matrix) {
    var h = self
    var q = Matrix(identity: rows)
    let n = rows
    for k in 0..<max(0, n - 2) {
      var norm = 0.0
      for i in k + 1..<n { norm += h[i, k] * h[i, k] }
      norm.formSquareRoot()
      guard norm > 0 else { continue }
      var v = [Double](repeating: 0, count: n)
      for i in k + 1..<n { v[i] = h[i, k] }
      v[k + 1] += v[k + 1] < 0 ? -norm : norm
      var square = 0.0
      for i in k + 1..<n { square += v[i] * v[i] }
      guard square > 0 else { continue }
      for j in 0..<n {
        var sum = 0.0
        for i in k + 1..<n { sum += v[i] * h[i, j] }
        let f = 2 * sum / square
        for i in k + 1..<n { h[i, j] -= f * v[i] }
      }
      for i in 0..<n {
        var left = 0.0
        var right = 0.0
        for j in k + 1..<n {
          left += h[i, j] * v[j]
          right += q[i, j] * v[j]
        }
        let (f, g) = (2 * left / square, 2 * right / square)
        for j in k + 1..<n {
          h[i, j] -= f * v[j]
          q[i, j] -= g * v[j]
        }
      }
    }
    return (q, h)
  }
}
