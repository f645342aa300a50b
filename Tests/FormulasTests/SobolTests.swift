import Testing

@testable import Formulas

struct SobolTests {
  @Test(arguments: [1, 3, 12, 40]) func `any power of two points lie one in each slice of every dimension`(
    dimensions: Int
  ) {
    let sequence = SobolSequence(dimensions: dimensions, seed: 7)
    for count in [16, 256, 1024] {
      // Not only the first ones: any aligned run of that length.
      for start in [0, 3 * count] {
        let points = (start..<start + count).map { sequence.point($0) }
        for dimension in 0..<dimensions {
          let slices = Set(points.map { Int($0[dimension] * Double(count)) })
          #expect(slices.count == count, "dimension \(dimension), \(count) points from \(start)")
        }
      }
    }
  }

  @Test func `the mean of a smooth function converges far faster than that of random points`() {
    let sequence = SobolSequence(dimensions: 5, seed: 3)
    let mean = (0..<1024).reduce(0.0) { $0 + sequence.point($1).reduce(1) { $0 * (0.5 + $1) } } / 1024
    // Random points would be off by about 2 %.
    #expect(abs(mean - 1) < 0.002)
  }

  @Test func `another seed gives other points, the same one the same`() {
    let a = SobolSequence(dimensions: 4, seed: 1)
    #expect(a.point(5) == SobolSequence(dimensions: 4, seed: 1).point(5))
    #expect(a.point(5) != SobolSequence(dimensions: 4, seed: 2).point(5))
  }
}
