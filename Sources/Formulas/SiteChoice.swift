/// Which of several places get a site: k-median and its kin, by looking at every subset.
package enum SiteChoice {
  /// Most places whose subsets are all looked at; of more, those of up to ``largestPart`` and the whole.
  package static let exactLimit = 8
  package static let largestPart = 3
  /// Most places at all.
  package static let placeLimit = 32

  /// Non-empty subsets of `count` places, smaller ones first, each in rising order.
  ///
  /// - Complexity: O(2^count) up to ``exactLimit``, O(count³) beyond; none beyond ``placeLimit``.
  package static func subsets(of count: Int) -> [[Int]] {
    guard count > 0, count <= placeLimit else { return [] }
    let largest = count <= exactLimit ? count : largestPart
    var all: [[Int]] = []
    var level: [[Int]] = [[]]
    for _ in 0..<largest {
      level = level.flatMap { part in ((part.last ?? -1) + 1..<count).map { part + [$0] } }
      all += level
    }
    if largest < count { all.append(Array(0..<count)) }
    return all
  }

  /// The nearest chosen site of every place: indices into `sites`, ties by order.
  ///
  /// - Parameter distance: from a place to a site.
  package static func nearest(places: Int, sites: [Int], distance: (Int, Int) -> Double) -> [Int] {
    (0..<places).map { place in
      sites.indices.min { a, b in
        let x = distance(place, sites[a])
        let y = distance(place, sites[b])
        return x == y ? a < b : x < y
      } ?? 0
    }
  }

  /// The k places with the least sum of weighted distances (k-median), exact.
  ///
  /// - Returns: the places in rising order with their cost.
  package static func median(
    weights: [Double], sites k: Int, distance: (Int, Int) -> Double
  ) -> (sites: [Int], cost: Double)? {
    var best: (sites: [Int], cost: Double)?
    for subset in subsets(of: weights.count) where subset.count == k {
      let assigned = nearest(places: weights.count, sites: subset, distance: distance)
      let cost = weights.indices.reduce(0.0) { $0 + weights[$1] * distance($1, subset[assigned[$1]]) }
      if cost < (best?.cost ?? .infinity) { best = (subset, cost) }
    }
    return best
  }
}
