/// Points that fill a cube evenly: a Sobol sequence (1967) with Owen's nested scrambling, by hash (Burley 2020).
///
/// Any 2ᵏ points in a row hold exactly one in each 2⁻ᵏ-th of every dimension. Dimensions come from the
/// primitive polynomials over GF(2) in order; their free initial numbers and the scrambling are drawn
/// from the seed. The same seed gives the same points on every machine.
package struct SobolSequence: Sendable {
  /// Direction numbers of each dimension, 32 bits each.
  private let directions: [[UInt32]]
  private let seeds: [UInt32]

  /// - Parameters:
  ///   - dimensions: of the cube, at least 1.
  ///   - seed: of the scrambling.
  package init(dimensions: Int, seed: UInt64) {
    var state = seed
    func next() -> UInt32 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return UInt32(truncatingIfNeeded: (z ^ (z >> 31)) >> 32)
    }
    var directions = [(0..<32).map { UInt32(1) << (31 - UInt32($0)) }]
    var polynomial = 1
    while directions.count < max(1, dimensions) {
      polynomial += 2
      guard SobolSequence.isPrimitive(polynomial) else { continue }
      let degree = Int.bitWidth - 1 - polynomial.leadingZeroBitCount
      var m = (0..<degree).map { (next() & ((1 << UInt32($0 + 1)) - 1)) | 1 }
      for k in degree..<32 {
        var value = m[k - degree] ^ (m[k - degree] << UInt32(degree))
        for i in 1..<max(1, degree) where polynomial >> (degree - i) & 1 == 1 { value ^= m[k - i] << UInt32(i) }
        m.append(value)
      }
      directions.append((0..<32).map { m[$0] << (31 - UInt32($0)) })
    }
    self.directions = directions
    seeds = directions.map { _ in next() }
  }

  /// The coordinates of a point, each in (0, 1).
  package func point(_ index: Int) -> [Double] {
    directions.indices.map { dimension in
      var bits: UInt32 = 0
      var rest = UInt32(truncatingIfNeeded: index)
      var k = 0
      while rest != 0 {
        if rest & 1 == 1 { bits ^= directions[dimension][k] }
        rest >>= 1
        k += 1
      }
      return (Double(SobolSequence.scramble(bits, seeds[dimension])) + 0.5) * 0x1p-32
    }
  }

  /// Owen's scrambling: each bit is turned over by a hash of the bits above it (Laine and Karras 2011).
  private static func scramble(_ value: UInt32, _ seed: UInt32) -> UInt32 {
    var x = reversed(value)
    x = x &+ seed
    x ^= x &* 0x6C50_B47C
    x ^= x &* 0xB82F_1E52
    x ^= x &* 0xC7AF_E638
    x ^= x &* 0x8D22_F6E6
    return reversed(x)
  }

  private static func reversed(_ value: UInt32) -> UInt32 {
    var x = value.byteSwapped
    x = (x & 0xF0F0_F0F0) >> 4 | (x & 0x0F0F_0F0F) << 4
    x = (x & 0xCCCC_CCCC) >> 2 | (x & 0x3333_3333) << 2
    return (x & 0xAAAA_AAAA) >> 1 | (x & 0x5555_5555) << 1
  }

  /// Whether x generates all non-zero elements of GF(2)[x] modulo the polynomial, given by its bits.
  private static func isPrimitive(_ polynomial: Int) -> Bool {
    let degree = Int.bitWidth - 1 - polynomial.leadingZeroBitCount
    guard degree >= 1, degree <= 12 else { return degree > 12 }
    if degree == 1 { return polynomial == 3 }
    let top = 1 << degree
    var value = 1
    for step in 1..<top {
      value <<= 1
      if value & top != 0 { value ^= polynomial }
      if value == 1 { return step == top - 1 }
    }
    return false
  }
}
