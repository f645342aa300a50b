/// One pair of windows of a multiwindow burn-rate alert.
package struct BurnRatePair: Sendable, Hashable {
  /// `page` or `ticket`.
  package let severity: String
  /// Long window, seconds.
  package let longSeconds: Double
  /// Short window, seconds.
  package let shortSeconds: Double
  /// Alert when the error ratio exceeds factor × budget in both windows.
  package let factor: Double
  /// Share of the budget spent in the long window at that factor.
  package let budgetShare: Double
}

/// Multiwindow, multi-burn-rate alerts (Google SRE Workbook, chapter 5).
///
/// The share p of the budget is kept when the period changes: f = p·W/w.
package enum BurnRate {
  /// What a pair of windows should be warned about.
  package enum Lint: Sendable, Hashable {
    /// factor × budget ≥ 1: an error ratio can never be that high.
    case canNeverFire(BurnRatePair)
    /// factor < 1: fires while the service is inside its budget.
    case firesInsideBudget(BurnRatePair)
    /// One failed request alone fires the page; below this many requests an hour.
    case lowTraffic(BurnRatePair, requestsPerHour: Double)
  }

  /// The four pairs for a period: 1h/5m 2 %, 6h/30m 5 %, 1d/2h 10 %, 3d/6h 10 %.
  ///
  /// - Parameter windowSeconds: SLO period, seconds.
  package static func pairs(windowSeconds: Double) -> [BurnRatePair] {
    let hour = 3600.0
    let table: [(String, Double, Double, Double)] = [
      ("page", hour, hour / 12, 0.02), ("page", 6 * hour, hour / 2, 0.05),
      ("ticket", 24 * hour, 2 * hour, 0.1), ("ticket", 72 * hour, 6 * hour, 0.1),
    ]
    return table.map { severity, long, short, share in
      BurnRatePair(
        severity: severity, longSeconds: long, shortSeconds: short, factor: share * windowSeconds / long,
        budgetShare: share)
    }
  }

  /// Seconds from a step to error ratio e until the pair fires, from a clean history: f·B·long/e;
  /// nil if it never does.
  package static func detectionSeconds(_ pair: BurnRatePair, budget: Double, errorRatio: Double) -> Double? {
    let level = pair.factor * budget
    guard errorRatio > 0, level <= errorRatio else { return nil }
    return level * pair.longSeconds / errorRatio
  }

  /// Everything wrong with the pairs for a budget ratio and a request rate (nil if unknown).
  package static func lints(
    _ pairs: [BurnRatePair], budget: Double, requestsPerSecond: Double? = nil
  ) -> [Lint] {
    var result: [Lint] = []
    for pair in pairs {
      if pair.factor * budget >= 1 { result.append(.canNeverFire(pair)) }
      if pair.factor < 1 - 1e-12 { result.append(.firesInsideBudget(pair)) }
      let needed = 3600 / (pair.factor * budget * pair.longSeconds)
      if let rate = requestsPerSecond, pair.severity == "page", rate * 3600 < needed {
        result.append(.lowTraffic(pair, requestsPerHour: needed))
      }
    }
    return result
  }
}
