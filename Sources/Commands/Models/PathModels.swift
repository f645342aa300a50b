import Formulas
import Foundations

/// The latency of a whole request.
enum PathModels {
  static var all: [Calculator] { [path] }

  private static var path: Calculator {
    Calculator(
      name: "path", summary: "percentiles of a request's way, hop after hop",
      formula: "convolution of the hops' distributions on a lattice",
      source: "FFT; hops independent of each other",
      domain: HopLanguage.grammar + "; hops separated by ;",
      error: "below 1e-6 of the value for lognormal and M/M/c hops; else that of queue",
      example: "'hops=lognormal(50ms,0.25);queue(80/s,10ms,2);constant(5ms)' at=200ms",
      parameters: [
        .text("hops", "the hops, separated by ;"),
        .may("at", .time, .atLeastZero, "also tell the share of requests within this time"),
      ],
      outputs: [.init("mean", "s", "mean")]
        + QueueModels.percentiles.map { .init($0.0, "s", "percentile") }
        + [.init("within", "", "P(latency ≤ at)"), .init("method", "", "how it was computed")]
    ) { (values) throws(Calculator.Refusal) in
      let result = LatencyPath.distribution(of: try HopLanguage.hops(values.text("hops") ?? ""))
      guard result.isStable else { throw Calculator.Refusal("the path has no steady state") }
      var rows: Calculator.Results = [("mean", .number(result.mean))]
      for (name, p) in QueueModels.percentiles { rows.append((name, .number(result.percentile(p)))) }
      if let at = values.optional("at") { rows.append(("within", .number(result.within(at)))) }
      return rows + [("method", .string(result.method))]
    }
  }
}
