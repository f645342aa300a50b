import Formulas

/// A stream of random numbers that a seed repeats exactly: xoshiro256** seeded by SplitMix64
/// (Blackman and Vigna 2018).
struct RandomSource {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64
  private var spare: Double?

  init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    (s0, s1, s2, s3) = (next(), next(), next(), next())
  }

  private mutating func bits() -> UInt64 {
    let result = rotated(s1 &* 5, 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotated(s3, 45)
    return result
  }

  private func rotated(_ x: UInt64, _ k: UInt64) -> UInt64 { x << k | x >> (64 - k) }

  /// Uniform in (0, 1).
  mutating func uniform() -> Double { (Double(bits() >> 11) + 0.5) * 0x1p-53 }

  /// Uniform in `0..<count`.
  mutating func index(below count: Int) -> Int { min(count - 1, Int(uniform() * Double(count))) }

  /// Exponential of mean 1.
  mutating func exponential() -> Double { -Elementary.log(uniform()) }

  /// Standard normal, by the polar method.
  mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let r = x * x + y * y
      if r >= 1 || r == 0 { continue }
      let scale = (-2 * Elementary.log(r) / r).squareRoot()
      spare = y * scale
      return x * scale
    }
  }

  /// Gamma of mean 1 and squared variation `scv` (Marsaglia and Tsang 2000).
  mutating func gamma(scv: Double) -> Double {
    let shape = 1 / scv
    // Below shape 1 by the power of a uniform.
    let boosted = shape < 1 ? shape + 1 : shape
    let d = boosted - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let t = 1 + c * x
      guard t > 0 else { continue }
      let v = t * t * t
      if Elementary.log(uniform()) < 0.5 * x * x + d - d * v + d * Elementary.log(v) {
        let value = shape < 1 ? d * v * Elementary.pow(uniform(), 1 / shape) : d * v
        return value / shape
      }
    }
  }
}
