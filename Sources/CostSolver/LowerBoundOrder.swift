/// Visits candidates by rising lower bound until no later one can win.
package enum LowerBoundOrder {
  /// The cheapest candidate, proven: every unvisited one has a bound above the best cost found.
  ///
  /// Ties are broken by index, so the caller's order (by name) decides.
  ///
  /// - Parameters:
  ///   - bounds: a lower bound on each candidate's cost, in the unit `evaluate` returns.
  ///   - isExhaustive: visits every candidate; the answer must not change.
  ///   - evaluate: the exact cost, or `nil` when the candidate is infeasible.
  /// - Returns: the index and cost of the winner and how many candidates were evaluated.
  /// - Complexity: O(n log n) to sort, then as many evaluations as needed.
  package static func cheapest(
    bounds: [Double], isExhaustive: Bool, evaluate: (Int) -> Double?
  ) -> (index: Int?, cost: Double, evaluated: Int) {
    let order = bounds.indices.sorted { bounds[$0] == bounds[$1] ? $0 < $1 : bounds[$0] < bounds[$1] }
    var best: Int?
    var bestCost = Double.infinity
    var evaluated = 0
    for index in order {
      if !isExhaustive, bounds[index] > bestCost { break }
      evaluated += 1
      guard let cost = evaluate(index) else { continue }
      if cost < bestCost || (cost == bestCost && index < (best ?? .max)) {
        best = index
        bestCost = cost
      }
    }
    return (best, bestCost, evaluated)
  }
}
