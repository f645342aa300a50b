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
        detection: errorRatios.map {
          AlertDetection(
            errorRatio: $0, seconds: BurnRate.detectionSeconds(pair, budget: budget, errorRatio: $0))
        })
    }
  }

  /// What makes the alerts of an availability useless as they are: no page can fire, or a single failure fires it.
  static func gravest(windowSeconds: Double, budget: Double, requestsPerSecond: Double?) -> String? {
    let pages = BurnRate.pairs(windowSeconds: windowSeconds).filter { $0.severity == "page" }
    if pages.allSatisfy({ $0.factor * budget >= 1 }) {
      return "no page can ever fire: each would need 100 % errors or more"
    }
    let single = BurnRate.lints(pages, budget: budget, requestsPerSecond: requestsPerSecond).compactMap { lint in
      if case .lowTraffic(let pair, let needed) = lint { (pair, needed) } else { nil }
    }
    guard let (pair, needed) = single.max(by: { $0.1 < $1.1 }) else { return nil }
    return "one failed request fires \(name(pair)): traffic is below \(Figures.significant(needed, 3)) an hour"
  }

  /// Sentences for the reader; none when all is well.
  static func lints(
    windowSeconds: Double, budget: Double, requestsPerSecond: Double?, ceiling: Double?, target: Double
  ) -> [String] {
    let pairs = BurnRate.pairs(windowSeconds: windowSeconds)
    guard pairs.contains(where: { $0.factor * budget < 1 }) else {
      return ["no burn-rate alert can ever fire: each would need 100 % errors or more"]
    }
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
