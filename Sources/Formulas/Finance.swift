/// Money over time.
package enum Finance {
  /// Capital recovery factor i/(1 − (1+i)^−n): the payment per period that repays 1 over n periods.
  /// Rate 0 gives 1/n.
  ///
  /// - Parameters:
  ///   - ratePerPeriod: interest per period (a yearly rate over 12 for months).
  ///   - periods: number of periods, > 0.
  package static func capitalRecovery(ratePerPeriod i: Double, periods n: Double) -> Double {
    guard n > 0 else { return .infinity }
    if abs(i) < 1e-12 { return 1 / n }
    return i / -Elementary.expm1(-n * Elementary.log1p(i))
  }
}

/// What an edge node costs a month.
package struct EdgeNodeCost: Sendable, Hashable {
  /// Capital: capex × CRF(rate, life).
  package let capital: Double
  /// Maintenance contract.
  package let maintenance: Double
  /// Energy: W × 0.73 kh × price.
  package let energy: Double
  /// Truck rolls and spares: failure rate × (roll + spare)/12.
  package let failures: Double
  /// Share of an operator.
  package let labour: Double
  /// Agent or management licence.
  package let agent: Double

  /// - Parameters:
  ///   - capex: price of the node; also of the spare that replaces a failed one.
  ///   - months: life.
  ///   - interestPerYear: nominal rate, paid monthly.
  ///   - maintenancePerYear: share of capex a year.
  ///   - watts: mean power.
  ///   - energyPrice: per kWh.
  ///   - failuresPerYear: annual failure rate.
  ///   - roll: cost of one truck roll.
  ///   - labourPerMonth: loaded cost of one person.
  ///   - nodesPerPerson: nodes one person looks after.
  ///   - agent: licence per node and month.
  package init(
    capex: Double, months: Double, interestPerYear: Double, maintenancePerYear: Double, watts: Double,
    energyPrice: Double, failuresPerYear: Double, roll: Double, labourPerMonth: Double, nodesPerPerson: Double,
    agent: Double
  ) {
    capital = capex * Finance.capitalRecovery(ratePerPeriod: interestPerYear / 12, periods: months)
    maintenance = maintenancePerYear * capex / 12
    energy = watts * 0.73 * energyPrice
    failures = failuresPerYear * (roll + capex) / 12
    labour = nodesPerPerson > 0 ? labourPerMonth / nodesPerPerson : 0
    self.agent = agent
  }

  /// The sum of the lines.
  package var perMonth: Double { capital + maintenance + energy + failures + labour + agent }
}
