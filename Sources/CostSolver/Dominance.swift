/// Leaves out machines that another one makes pointless.
package enum Dominance {
  /// The rows that no other row dominates, in the order given.
  ///
  /// A row dominates another when it has no fewer workers, no less memory, no slower ones and no higher price,
  /// and is either cheaper or comes earlier. Whatever a fleet of the other can do, a fleet of no more of these
  /// can do for less, or for as much with an earlier place among equals: the optimum never changes.
  ///
  /// - Parameters: columns of equal length; prices are finite.
  /// - Complexity: O(n log n) and n comparisons with the rows that stay.
  package static func undominated(
    workers: [Double], memoryBytes: [Double], speed: [Double], usdPerHour: [Double]
  ) -> [Int] {
    let byPrice = usdPerHour.indices.sorted {
      usdPerHour[$0] == usdPerHour[$1] ? $0 < $1 : usdPerHour[$0] < usdPerHour[$1]
    }
    var kept: [Int] = []
    for row in byPrice {
      // Prices that differ by rounding alone tell nothing.
      let clearly = usdPerHour[row] * (1 - 1e-9)
      let isDominated = kept.contains { other in
        workers[other] >= workers[row] && speed[other] >= speed[row] && memoryBytes[other] >= memoryBytes[row]
          && (usdPerHour[other] < clearly || other < row)
      }
      if !isDominated { kept.append(row) }
    }
    return kept.sorted()
  }
}
