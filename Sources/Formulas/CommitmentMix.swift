/// How many machines of a fleet to commit to for three years and for one; the rest are paid on demand.
package struct CommitmentMix: Sendable, Hashable {
  package var threeYears: Int
  package var oneYear: Int

  /// Creates a mix.
  package init(threeYears: Int, oneYear: Int) {
    self.threeYears = threeYears
    self.oneYear = oneYear
  }

  /// Machines under a commitment.
  package var committed: Int { threeYears + oneYear }
}

/// A fleet whose machines may be committed to: hourly prices, and how much of each year each machine is needed.
package struct CommittableFleet: Sendable, Hashable {
  /// Prices an hour of one machine, in one currency; `nil` for a term that cannot be had.
  package var onDemand: Double
  package var oneYear: Double?
  package var threeYears: Double?
  /// By year from now on: share of its time in which at least 1, 2, … machines are needed; falling.
  package var need: [[Double]]

  /// Creates a fleet of as many machines as every year of `need` has shares.
  package init(onDemand: Double, oneYear: Double?, threeYears: Double?, need: [[Double]]) {
    self.onDemand = onDemand
    self.oneYear = oneYear
    self.threeYears = threeYears
    self.need = need
  }

  /// Machines of the fleet.
  package var count: Int { need.map(\.count).min() ?? 0 }
  /// Hours of a year of 365 days.
  package static let hoursPerYear = 8760.0

  /// Expected cost of one level of the fleet over the longest term on offer, by what is bought for it today.
  ///
  /// Later years are paid by a year's commitment or on demand, whichever is less for them.
  func costs(level: Int) -> (onDemand: Double, oneYear: Double, threeYears: Double) {
    let hours = CommittableFleet.hoursPerYear
    func hired(_ year: Int) -> Double { onDemand * (year < need.count ? need[year][level] : 0) * hours }
    let year = (oneYear ?? .infinity) * hours
    var later = 0.0
    if threeYears != nil { for next in 1..<3 { later += min(hired(next), year) } }
    return (hired(0) + later, year + later, (threeYears ?? .infinity) * 3 * hours)
  }

  /// What a mix binds one to pay, in the currency.
  package func commitment(_ mix: CommitmentMix) -> Double {
    CommittableFleet.hoursPerYear
      * (Double(mix.oneYear) * (oneYear ?? 0) + Double(mix.threeYears) * 3 * (threeYears ?? 0))
  }

  /// Expected cost of a mix over the longest term on offer, the most needed machines committed longest.
  package func cost(_ mix: CommitmentMix) -> Double {
    (0..<count).reduce(0.0) { sum, level in
      let costs = costs(level: level)
      return sum
        + (level < mix.threeYears ? costs.threeYears : level < mix.committed ? costs.oneYear : costs.onDemand)
    }
  }

  /// The cheapest mix: each machine by itself, as a term pays from the share of its time that its price is of
  /// the price on demand (newsvendor).
  package var best: CommitmentMix {
    var mix = CommitmentMix(threeYears: 0, oneYear: 0)
    for level in 0..<count {
      let costs = costs(level: level)
      if costs.threeYears < min(costs.onDemand, costs.oneYear) {
        mix.threeYears += 1
      } else if costs.oneYear < costs.onDemand {
        mix.oneYear += 1
      }
    }
    return mix
  }
}
