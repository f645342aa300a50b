import Formulas
import Foundations

/// The burn-rate alerts of an objective, and what is wrong with them.
enum AlertPlan {
  /// Error ratios for which the time to detection is told.
  static let errorRatios = [1, 0.1, 0.01]

  static func alerts(windowSeconds: Double, budget: Double) -> [PlannedAlert] {
    BurnRate.pairs(windowSeconds: windowSeconds).map { pair in
      PlannedAlert(
        pair: pair,
        detection: errorRatios.map { ($0, BurnRate.detectionSeconds(pair, budget: budget, errorRatio: $0)) })
    }
  }

  /// Sentences for the reader; none when all is well.
  static func lints(
    windowSeconds: Double, budget: Double, requestsPerSecond: Double?, ceiling: Double?, target: Double
  ) -> [String] {
    let pairs = BurnRate.pairs(windowSeconds: windowSeconds)
    var words = BurnRate.lints(pairs, budget: budget, requestsPerSecond: requestsPerSecond).map { lint in
      switch lint {
      case .canNeverFire(let pair): "\(name(pair)) can never fire: its level is 100 % errors or more"
      case .firesInsideBudget(let pair):
        "\(name(pair)) fires inside the budget: its factor is \(Figures.significant(pair.factor, 4)), below 1"
      case .lowTraffic(let pair, let needed):
        "\(name(pair)) fires for one failed request: traffic is below \(Figures.significant(needed, 3)) an hour"
      }
    }
    if let ceiling, ceiling < target {
      words.append("the dependencies alone reach \(Figures.ratio(ceiling)), below the target")
    }
    return words
  }

  private static func name(_ pair: BurnRatePair) -> String {
    "the \(pair.severity) over \(Figures.duration(pair.longSeconds))"
  }
}
