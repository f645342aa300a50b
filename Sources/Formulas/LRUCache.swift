/// Hit ratio of a cache under independent requests with Zipf popularity.
///
/// Che's approximation (Che, Tung, Wang 2002; Fricker, Robert, Roberts 2012): the characteristic
/// time t solves Σ (1 − e^(−pᵢt)) = size, hit = Σ pᵢ(1 − e^(−pᵢt)). Against exact LRU: 5e-3 at a size of
/// 2, 1e-3 from 10 on (absolute). That requests are independent is the larger error.
package struct LRUCache: Sendable {
  /// Share of requests found in the cache.
  package let hitRatio: Double
  /// Characteristic time in requests; infinite when everything fits.
  package let characteristicTime: Double

  /// How a place is made.
  package enum Policy: String, Sendable { case lru, fifo }

  /// Nil when a number is out of its domain.
  ///
  /// - Parameters:
  ///   - objects: number of objects N ≥ 1.
  ///   - zipf: exponent; popularity of rank i is proportional to i^−zipf.
  ///   - size: objects that fit, ≥ 0.
  ///   - policy: `fifo` also stands for random replacement: hᵢ = pᵢt/(1 + pᵢt).
  /// - Complexity: O(1): 2048 ranks one by one, the rest by Euler-Maclaurin and quadrature, times
  ///   about 10 steps; exact to 1e-9 for any N.
  package init?(objects: Double, zipf: Double, size: Double, policy: Policy = .lru) {
    guard objects >= 1, objects < 1e15, zipf >= 0, zipf.isFinite, size >= 0 else { return nil }
    let n = objects.rounded(.down)
    if size >= n {
      (hitRatio, characteristicTime) = (1, .infinity)
      return
    }
    if size == 0 {
      (hitRatio, characteristicTime) = (0, 0)
      return
    }
    let ranks = RankSum(objects: n)
    let weights = ranks.logRanks.map { Elementary.exp(-zipf * $0) }
    let total = ranks.sum(weights)
    let p = weights.map { $0 / total }
    func held(_ t: Double) -> [Double] {
      p.map { policy == .lru ? -Elementary.expm1(-$0 * t) : $0 * t / (1 + $0 * t) }
    }
    let t = Root.decreasing(from: 0, scale: size) { size - ranks.sum(held($0)) }
    characteristicTime = t
    let inside = held(t)
    var products = p
    for i in products.indices { products[i] *= inside[i] }
    hitRatio = ranks.sum(products)
  }
}

/// Σ over ranks 1…N of a smooth function: the first ranks one by one, the rest as an integral over
/// the logarithm of the rank, with Euler and Maclaurin's first correction.
struct RankSum {
  /// Logarithms of the ranks at which the function is wanted.
  let logRanks: [Double]
  private let weights: [Double]

  init(objects n: Double) {
    let single = min(n, 2048)
    var logs: [Double] = []
    var weights: [Double] = []
    for i in 1...Int(single) {
      logs.append(Elementary.log(Double(i)))
      weights.append(1)
    }
    if n > single {
      let (low, high) = (single + 0.5, n + 0.5)
      let panels = max(1, Int((Elementary.log(high / low) / 0.7).rounded(.up)))
      let width = Elementary.log(high / low) / Double(panels)
      for panel in 0..<panels {
        let centre = Elementary.log(low) + width * (Double(panel) + 0.5)
        for (x, w) in Self.gauss {
          for sign in [-1.0, 1] {
            let u = centre + sign * x * width / 2
            logs.append(u)
            weights.append(w * width / 2 * Elementary.exp(u))
          }
        }
      }
      // −(f′(high) − f′(low))/24 by central differences of one rank.
      for (end, sign) in [(high, -1.0), (low, 1.0)] {
        logs.append(Elementary.log(end + 0.5))
        weights.append(sign / 24)
        logs.append(Elementary.log(end - 0.5))
        weights.append(-sign / 24)
      }
    }
    logRanks = logs
    self.weights = weights
  }

  func sum(_ values: [Double]) -> Double {
    var total = 0.0
    for i in 0..<min(values.count, weights.count) { total += values[i] * weights[i] }
    return total
  }

  /// Gauss-Legendre, 8 points.
  private static let gauss: [(Double, Double)] = [
    (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
  ]
}
