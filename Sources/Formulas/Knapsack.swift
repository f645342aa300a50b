/// What to buy with a limited sum so that it is worth most.
package enum Knapsack {
  /// Indices of the choice of greatest worth that costs no more than `cap`, ascending; of equal ones the cheapest,
  /// then the first. What is worth nothing is not bought; a negative cost adds to what can be spent.
  ///
  /// Exact, by the list of choices that no other beats in both cost and worth (Nemhauser and Ullmann 1969).
  /// - Complexity: O(items · choices kept), at most 2^items.
  package static func best(costs: [Double], worths: [Double], cap: Double) -> [Int] {
    struct Choice {
      var cost: Double
      var worth: Double
      var items: [Int]
    }
    var kept = [Choice(cost: 0, worth: 0, items: [])]
    // What pays for itself comes first, so that nothing affordable is cut off on the way.
    let order = costs.indices.sorted { costs[$0] == costs[$1] ? $0 < $1 : costs[$0] < costs[$1] }
    for index in order where worths[index] > 0 || costs[index] < 0 {
      let more = kept.map {
        Choice(cost: $0.cost + costs[index], worth: $0.worth + worths[index], items: $0.items + [index])
      }
      var all = (kept + more).filter { $0.cost <= cap || $0.items.isEmpty }
      all.sort {
        $0.cost != $1.cost ? $0.cost < $1.cost : $0.worth != $1.worth ? $0.worth > $1.worth : $0.items.count < $1.items.count
      }
      kept = []
      for choice in all where kept.last.map({ choice.worth > $0.worth }) ?? true { kept.append(choice) }
    }
    return (kept.last { $0.cost <= cap }?.items ?? []).sorted()
  }
}
