/// Visits candidates by rising lower bound until no later one can win.
package enum LowerBoundOrder {
  /// The cheapest candidate, proven: every unvisited one has a bound above the best cost found.
  ///
  /// Ties are broken by index, so the caller's order (by name) decides.
  ///
  /// - Parameters:
  ///   - bounds: a lower bound on each candidate's cost, in the unit `evaluate` returns.
  ///   - isExhaustive: visits every candidate; the answer must not change.
  ///   - cutoff: cost above which a candidate is of no interest.
  ///   - evaluate: the exact cost, or `nil` when the candidate is infeasible.
  /// - Returns: the index and cost of the winner and how many candidates were evaluated.
  /// - Complexity: O(n) to order as a heap, then O(log n) for each evaluation needed.
  package static func cheapest(
    bounds: [Double], isExhaustive: Bool, cutoff: Double = .infinity, evaluate: (Int) -> Double?
  ) -> (index: Int?, cost: Double, evaluated: Int) {
    var heap = Array(bounds.indices)
    func isBefore(_ a: Int, _ b: Int) -> Bool { bounds[a] < bounds[b] || bounds[a] == bounds[b] && a < b }
    func sink(_ start: Int, _ count: Int) {
      var parent = start
      let moved = heap[start]
      while true {
        var child = 2 * parent + 1
        guard child < count else { break }
        if child + 1 < count, isBefore(heap[child + 1], heap[child]) { child += 1 }
        guard isBefore(heap[child], moved) else { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = moved
    }
    var count = heap.count
    for start in stride(from: count / 2 - 1, through: 0, by: -1) { sink(start, count) }
    var best: Int?
    var bestCost = Double.infinity
    var evaluated = 0
    while count > 0 {
      let index = heap[0]
      if !isExhaustive, bounds[index] > min(bestCost, cutoff) { break }
      count -= 1
      heap[0] = heap[count]
      if count > 0 { sink(0, count) }
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
