/// A price that falls (or rises) by brackets of the monthly quantity: continuous and monotone, the
/// marginal price is always one of the published ones.
package struct TieredPrice: Sendable, Hashable {
  /// One bracket.
  package struct Tier: Sendable, Hashable {
    /// Upper end of the bracket in units; infinity for the last.
    package let upTo: Double
    /// Price of a unit inside it.
    package let price: Double
    /// - Parameters: as the properties.
    package init(upTo: Double = .infinity, price: Double) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// Brackets in ascending order.
  package let tiers: [Tier]

  /// Sorts the brackets by their ends; the last is taken to have no end.
  package init(_ tiers: [Tier]) { self.tiers = tiers.sorted { $0.upTo < $1.upTo } }

  /// Σ (min(q, hi) − lo)·price. Negative quantities cost 0.
  ///
  /// - Complexity: O(brackets).
  package func cost(_ quantity: Double) -> Double {
    var sum = 0.0
    var low = 0.0
    for (i, tier) in tiers.enumerated() {
      let high = i == tiers.count - 1 ? Double.infinity : tier.upTo
      if quantity > low { sum += (min(quantity, high) - low) * tier.price }
      low = high
    }
    return sum
  }

  /// Price of the next unit.
  package func marginal(_ quantity: Double) -> Double {
    for tier in tiers where quantity < tier.upTo { return tier.price }
    return tiers.last?.price ?? 0
  }
}
