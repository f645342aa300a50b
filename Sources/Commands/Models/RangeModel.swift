import Formulas
import Foundations

/// Ranges of inputs.
enum RangeModel {
  static var calculator: Calculator {
    Calculator(
      name: "range", summary: "quantiles of a range of which P5, median and P95 are known",
      formula: "mid·e^(σz), one σ below the median and one above; without logarithm where low ≤ 0",
      source: "split lognormal: one symmetric shape cannot meet both ends", domain: "low ≤ mid ≤ high",
      error: "P5, median and P95 exactly as stated", example: "low=1000 mid=10000 high=100000 at=90%",
      parameters: [
        .needs("low", .count, .any, "P5"),
        .may("mid", .count, .any, "median; the geometric mean of both ends when left out"),
        .needs("high", .count, .any, "P95"), .may("at", .ratio, .ratio, "also tell the value at this quantile"),
      ],
      outputs: [
        .init("p5", "", "5 % lie below"), .init("p50", "", "median"), .init("p95", "", "95 % lie below"),
        .init("mean", "", "mean"), .init("value", "", "value at the quantile `at`"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let (low, high) = (values.number("low"), values.number("high"))
      let range =
        values.optional("mid").map { SplitRange(low: low, mid: $0, high: high) } ?? SplitRange(low: low, high: high)
      guard let range, range.mean.isFinite else { throw Calculator.Refusal("a range rises from low over mid to high") }
      var rows: Calculator.Results = [
        ("p5", .number(range.quantile(0.05))), ("p50", .number(range.quantile(0.5))),
        ("p95", .number(range.quantile(0.95))), ("mean", .number(range.mean)),
      ]
      if let at = values.optional("at") {
        guard at > 0, at < 1 else { throw Calculator.Refusal("a range has no end: at must lie between 0 and 1") }
        rows.append(("value", .number(range.quantile(at))))
      }
      return rows
    }
  }
}
