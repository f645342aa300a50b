import Formulas
import Foundations

/// Availability and error budgets.
enum ReliabilityModels {
  static var all: [Calculator] { [availability, budget, detection] }

  private static var availability: Calculator {
    Calculator(
      name: "availability", summary: "availability of parts in series, in parallel, or k of n",
      formula: "series ∏Aᵢ; parallel 1 − ∏(1−Aᵢ); k of n binomial; common cause U = βu + (k of n with (1−β)u)",
      source: "independence, and the β-factor model as in IEC 61508-6", domain: "0 ≤ A ≤ 1; k ≤ n",
      error: "1e-12 of the unavailability", example: "'series=99.99%;99.95%' 'parallel=99%;99.5%'",
      parameters: [
        .ratios("series", "availabilities of parts that are all needed, separated by ;"),
        .ratios("parallel", "availabilities of parts of which one is enough; in series with the others"),
        .may("each", .ratio, .ratio, "availability of each of n equal parts"),
        .may("n", .count, .whole(1...1_000_000), "number of equal parts"),
        .may("k", .count, .whole(0...1_000_000), standard: "1", "of which so many must work"),
        .may("beta", .ratio, .ratio, standard: "0", "share of a part's unavailability that takes all down at once"),
      ],
      outputs: [.init("availability", "", "share of time that works"), .init("unavailability", "", "1 − availability")]
    ) { (values) throws(Calculator.Refusal) in
      func parts(_ list: [Money]) -> [Availability] {
        // The complement of the decimal as written keeps the digits that a double would lose.
        list.map { Availability(unavailability: (Money(scaled: Money.unit) - $0).double) }
      }
      var chain = parts(values.list("series") ?? [])
      if let parallel = values.list("parallel") { chain.append(.parallel(parts(parallel))) }
      if let each = values.decimal("each") {
        let n = Int(try values.needed("n", for: "beside each"))
        let k = values.whole("k")
        guard k <= n else { throw Calculator.Refusal("\(k) of \(n) parts can never work: k must not exceed n") }
        chain.append(.atLeast(k, of: n, parts([each])[0], beta: values.number("beta")))
      }
      guard !chain.isEmpty else { throw Calculator.Refusal("series, parallel, or each with n is needed") }
      let total = Availability.series(chain)
      return [("availability", .number(total.availability)), ("unavailability", .number(total.unavailability))]
    }
  }

  private static let slo: [Parameter] = [
    .needs("target", .ratio, .ratio, "share of good events"),
    .may("window", .time, .positive, standard: "28d", "period of the SLO"),
  ]

  private static let pairOutput = "alerts: severity, long and short window (s), factor, budget_share"

  private static var budget: Calculator {
    Calculator(
      name: "budget", summary: "what an availability target allows to go wrong, and its burn-rate alerts",
      formula: "ratio = 1 − target; factor = budget share · window / long window",
      source: "Google, The Site Reliability Workbook, chapter 5", domain: "0 ≤ target < 1", error: "exact",
      example: "target=99.9% window=30d rate=100/s",
      parameters: slo + [.may("rate", .rate, .atLeastZero, "events per second")],
      outputs: [
        .init("ratio", "", "share that may fail"), .init("minutes", "min", "of complete outage in the window"),
        .init("events", "", "failed events in the window"), .init("pairs", "", pairOutput),
        .init("lints", "", "what is wrong with them here"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let budget = try errorBudget(values)
      let pairs = BurnRate.pairs(windowSeconds: budget.windowSeconds)
      let rate = values.optional("rate")
      let ratio = Money(scaled: Money.unit) - (values.decimal("target") ?? Money(budget.target))
      var rows: Calculator.Results = [
        ("ratio", .number(ratio.double)), ("minutes", .number(ratio.times(budget.windowSeconds / 60).double)),
        ("events", rate.map { .number(ratio.times($0 * budget.windowSeconds).double) } ?? .null),
        ("pairs", .array(pairs.map { .object(pair($0)) })),
        (
          "lints",
          .array(BurnRate.lints(pairs, budget: budget.ratio, requestsPerSecond: rate).map { .string(words($0)) })
        ),
      ]
      if rate == nil { rows.append(("reason", .string("events are not known without a rate"))) }
      return rows
    }
  }

  private static var detection: Calculator {
    Calculator(
      name: "detection", summary: "seconds until each burn-rate alert fires after a step in errors",
      formula: "factor · budget · long / error_ratio", source: "Google, The Site Reliability Workbook, chapter 5",
      domain: "0 ≤ target < 1, 0 < error_ratio ≤ 1", error: "exact for a clean history",
      example: "target=99.9% error_ratio=100%",
      parameters: slo + [.needs("error_ratio", .ratio, .ratio, "share of failing events from now on")],
      outputs: [.init("pairs", "", pairOutput + ", seconds (null: never fires)")]
    ) { (values) throws(Calculator.Refusal) in
      let budget = try errorBudget(values)
      let errors = values.number("error_ratio")
      let pairs = BurnRate.pairs(windowSeconds: budget.windowSeconds).map { item in
        let seconds = BurnRate.detectionSeconds(item, budget: budget.ratio, errorRatio: errors)
        return JSON.object(pair(item) + [("seconds", seconds.map { .number($0) } ?? .null)])
      }
      return [("pairs", .array(pairs))]
    }
  }

  private static func errorBudget(_ values: ModelValues) throws(Calculator.Refusal) -> ErrorBudget {
    guard let budget = ErrorBudget(target: values.number("target"), windowSeconds: values.number("window")) else {
      throw Calculator.Refusal("a target of 100 % leaves no budget; targets are from 0 to below 100 %")
    }
    return budget
  }

  private static func pair(_ pair: BurnRatePair) -> Calculator.Results {
    [
      ("severity", .string(pair.severity)), ("long", .number(pair.longSeconds)), ("short", .number(pair.shortSeconds)),
      ("factor", .number(pair.factor)), ("budget_share", .number(pair.budgetShare)),
    ]
  }

  private static func words(_ lint: BurnRate.Lint) -> String {
    func name(_ pair: BurnRatePair) -> String {
      "\(pair.severity) over \(ModelText.significant(pair.longSeconds / 3600)) h"
    }
    return switch lint {
    case .canNeverFire(let pair): "\(name(pair)) can never fire: its level is 100 % errors or more"
    case .firesInsideBudget(let pair): "\(name(pair)) fires while the service is inside its budget"
    case .lowTraffic(let pair, let needed):
      "\(name(pair)) fires on one failed request: it needs \(ModelText.significant(needed)) requests an hour"
    }
  }
}
