import Formulas
import Foundations

/// Availability and error budgets.
enum ReliabilityCalculators {
  static let all: [Calculator] = [
    Calculator(
      name: "budget", summary: "what an availability target allows to go wrong, and its burn-rate alerts",
      formula: "ratio = 1 − target; factor = share · window / long window",
      source: "Google, The Site Reliability Workbook, chapter 5",
      domain: "0 ≤ target < 1", error: "exact",
      parameters: [
        .init("target", .quantity(.ratio), "share of good events"),
        .init("window", .quantity(.time), standard: "28d", "period of the SLO"),
        .init("rate", .quantity(.rate), standard: "", "events per second"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      guard let budget = ErrorBudget(target: values.number("target"), windowSeconds: values.number("window")) else {
        throw Calculator.Refusal("a target of 100 % leaves no budget; targets are from 0 to below 100 %")
      }
      let pairs = BurnRate.pairs(windowSeconds: budget.windowSeconds)
      let rate = values.optional("rate")
      let ratio = Money(scaled: Money.unit) - (values.decimals["target"] ?? Money(budget.target))
      return [
        ("ratio", .number(ratio.double)), ("minutes", .number(ratio.times(budget.windowSeconds / 60).double)),
        ("events", rate.map { .number(budget.events(ratePerSecond: $0)) } ?? .null),
        ("pairs", .array(pairs.map { .object(pair($0)) })),
        (
          "lints",
          .array(BurnRate.lints(pairs, budget: budget.ratio, requestsPerSecond: rate).map { .string(words($0)) })
        ),
      ]
    },
    Calculator(
      name: "detection", summary: "seconds until each burn-rate alert fires after a step in errors",
      formula: "factor · budget · long / error_ratio", source: "Google, The Site Reliability Workbook, chapter 5",
      domain: "0 < error_ratio ≤ 1", error: "exact for a clean history",
      parameters: [
        .init("target", .quantity(.ratio), "share of good events"),
        .init("window", .quantity(.time), standard: "28d", "period of the SLO"),
        .init("error_ratio", .quantity(.ratio), "share of failing events from now on"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      guard let budget = ErrorBudget(target: values.number("target"), windowSeconds: values.number("window")) else {
        throw Calculator.Refusal("a target of 100 % leaves no budget; targets are from 0 to below 100 %")
      }
      let pairs = BurnRate.pairs(windowSeconds: budget.windowSeconds)
      return [
        (
          "pairs",
          .array(
            pairs.map { item in
              let seconds = BurnRate.detectionSeconds(
                item, budget: budget.ratio, errorRatio: values.number("error_ratio"))
              return .object(pair(item) + [("seconds", seconds.map { .number($0) } ?? .null)])
            })
        )
      ]
    },
  ]

  private static func pair(_ pair: BurnRatePair) -> [(String, JSON)] {
    [
      ("severity", .string(pair.severity)), ("long", .number(pair.longSeconds)), ("short", .number(pair.shortSeconds)),
      ("factor", .number(pair.factor)), ("budget_share", .number(pair.budgetShare)),
    ]
  }

  private static func words(_ lint: BurnRate.Lint) -> String {
    func name(_ pair: BurnRatePair) -> String {
      "\(pair.severity) over \(Money(pair.longSeconds / 3600).formatted(places: 0)) h"
    }
    return switch lint {
    case .canNeverFire(let pair): "\(name(pair)) can never fire: its level is 100 % errors or more"
    case .firesInsideBudget(let pair): "\(name(pair)) fires while the service is inside its budget"
    case .lowTraffic(let pair, let needed):
      "\(name(pair)) fires on one failed request: it needs \(Money(needed).formatted(places: 1)) requests an hour"
    }
  }
}
