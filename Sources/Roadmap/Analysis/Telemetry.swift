import Foundations
import Planning

/// What traces, metrics and logs of a plan weigh and cost.
///
/// Bytes a day = rate · 86,400 · (sampled share · spans · bytes a span + log lines · bytes a line)
/// + instances · series · samples a day · bytes a sample. Sizes are assumptions: common encodings, one log
/// line a request, one span a hop, a sample each 15 s at 2 bytes after compression.
struct Telemetry {
  /// One workload's telemetry.
  struct Row {
    var workload: String
    /// Bytes a day.
    var traces: Double
    var metrics: Double
    var logs: Double
    /// USD a month at ``pricePerGB``.
    var perMonth: Money
  }

  let spanBytes = 500.0
  let sampledShare = 0.1
  let lineBytes = 300.0
  let seriesPerInstance = 500.0
  let sampleSeconds = 15.0
  let sampleBytes = 2.0
  /// Ingestion and a month's retention, USD for a GB: log services list 0.25 to 2.50.
  let pricePerGB = 0.5
  /// Most of the spending that watching it should take.
  let shareLimit = 0.1

  /// Rows of everything that answers requests, then their sum.
  func rows(_ plan: Plan, _ problem: Problem) -> [Row] {
    plan.workloads.compactMap { result in
      guard let chosen = result.chosen, chosen.form != .external, let load = result.load else { return nil }
      let calls = problem.workloads.first { $0.name == result.name }?.calls.reduce(0) { $0 + $1.times } ?? 0
      let day = load.mean * 86_400
      let instances = Double(max(1, chosen.sites.reduce(0) { $0 + $1.count }))
      // A store writes no line for every read; its callers do.
      let lines = result.kind == "store" ? 0.0 : 1.0
      let spans = result.kind == "store" ? 0.0 : 1 + calls
      let traces = day * sampledShare * spans * spanBytes
      let logs = day * lines * lineBytes
      let metrics = instances * seriesPerInstance * 86_400 / sampleSeconds * sampleBytes
      let perMonth = Money((traces + logs + metrics) * 730 / 24 / 1e9 * pricePerGB)
      return Row(workload: result.name, traces: traces, metrics: metrics, logs: logs, perMonth: perMonth)
    }
  }

  /// The assumptions to print.
  var assumptions: [AssumedInput] {
    [
      AssumedInput(
        path: "roadmap.telemetry.span", value: "500", unit: "B", why: "a span; 10 % of the requests are traced"),
      AssumedInput(path: "roadmap.telemetry.log", value: "300", unit: "B", why: "one structured line a request"),
      AssumedInput(
        path: "roadmap.telemetry.series", value: "500", unit: "", why: "an instance, a sample of 2 B each 15 s"),
      AssumedInput(
        path: "roadmap.telemetry.price", value: "0.50", unit: "USD/GB",
        why: "taken in and kept a month; list prices go from 0.25 to 2.50"),
    ]
  }
}
