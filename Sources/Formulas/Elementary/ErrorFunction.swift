extension Elementary {
  /// Complementary error function, relative to itself in the far tail as well.
  package static func erfc(_ x: Double) -> Double {
    let size = x.magnitude
    if size < 0.75 { return 1 - x * polynomial(ElementaryTables.errorFunction, x * x) }
    guard size < 27.3 else { return x.isNaN ? x : x > 0 ? 0 : 2 }
    // The square in two parts, as its rounding would be multiplied by itself in the power.
    let upper = upper(size)
    let power = exp(-upper * upper, tail: -(size - upper) * (size + upper))
    let place = 2 / (2 + size)
    let piece = Int(place * 32)
    let offset = place - (Double(piece) + 0.5) / 32
    let degree = 8
    let start = (piece - 2) * (degree + 1)
    var sum = ElementaryTables.scaledError[start + degree]
    for index in stride(from: start + degree - 1, through: start, by: -1) {
      sum = sum * offset + ElementaryTables.scaledError[index]
    }
    let tail = power * sum
    return x > 0 ? tail : 2 - tail
  }

  /// Sum of `coefficients`, lowest power first, times powers of `x`.
  @inline(__always) static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for index in stride(from: coefficients.count - 1, through: 0, by: -1) { sum = sum * x + coefficients[index] }
    return sum
  }
}
