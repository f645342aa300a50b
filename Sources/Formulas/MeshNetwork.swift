/// Reachability of a radio mesh: nodes at random in a square, joined within a range.
///
/// Sampled, with fixed seeds and the borders of the square, since no formula fits moderate sizes:
/// standard error of the share about 0.01 at 200 nodes. The range follows from the mean degree k far
/// from the border: πr²n = k.
package struct MeshNetwork: Sendable, Hashable {
  /// Mean share of the working nodes that are in the largest connected part.
  package let giantShare: Double
  /// Probability that all working nodes are connected.
  package let connected: Double

  /// Nil when a number is out of its domain.
  ///
  /// - Parameters:
  ///   - nodes: number of nodes, 1…200 000.
  ///   - degree: mean number of neighbours before failures, ≥ 0.
  ///   - failed: share of the nodes that failed, 0…1.
  ///   - samples: number of random meshes; nil for a number that fits in some milliseconds.
  /// - Complexity: O(samples·nodes·degree).
  package init?(nodes: Int, degree: Double, failed: Double = 0, samples: Int? = nil) {
    guard nodes >= 1, nodes <= 200_000, degree >= 0, degree.isFinite, failed >= 0, failed <= 1 else { return nil }
    let radius = (degree / (Double.pi * Double(nodes))).squareRoot()
    let alive = max(1, Int((Double(nodes) * (1 - failed)).rounded()))
    let runs = max(1, samples ?? min(1000, max(8, 400_000 / nodes)))
    var random = SplitMix(seed: 0x5EED_0000 &+ UInt64(nodes))
    var share = 0.0
    var whole = 0
    for _ in 0..<runs {
      let largest = Self.largestPart(count: alive, radius: radius, &random)
      share += Double(largest) / Double(alive)
      if largest == alive { whole += 1 }
    }
    giantShare = share / Double(runs)
    connected = Double(whole) / Double(runs)
  }

  private static func largestPart(count: Int, radius: Double, _ random: inout SplitMix) -> Int {
    let side = radius > 1e-3 ? max(1, Int(min(1000, 1 / radius))) : 1000
    var x = [Double](repeating: 0, count: count)
    var y = x
    var head = [Int](repeating: -1, count: side * side)
    var next = [Int](repeating: -1, count: count)
    var parent = Array(0..<count)
    func root(_ i: Int, _ parent: inout [Int]) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }
    for i in 0..<count {
      x[i] = random.uniform()
      y[i] = random.uniform()
      let (column, row) = (min(side - 1, Int(x[i] * Double(side))), min(side - 1, Int(y[i] * Double(side))))
      for r in max(0, row - 1)...min(side - 1, row + 1) {
        for c in max(0, column - 1)...min(side - 1, column + 1) {
          var j = head[r * side + c]
          while j >= 0 {
            let (dx, dy) = (x[i] - x[j], y[i] - y[j])
            if dx * dx + dy * dy <= radius * radius {
              parent[root(i, &parent)] = root(j, &parent)
            }
            j = next[j]
          }
        }
      }
      next[i] = head[row * side + column]
      head[row * side + column] = i
    }
    var sizes = [Int](repeating: 0, count: count)
    var largest = 0
    for i in 0..<count {
      let r = root(i, &parent)
      sizes[r] += 1
      largest = max(largest, sizes[r])
    }
    return largest
  }
}

/// A small generator of pseudo-random numbers with a fixed sequence (SplitMix64, Steele 2014).
package struct SplitMix: Sendable {
  private var state: UInt64

  /// The same seed gives the same sequence on every machine.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<1.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
