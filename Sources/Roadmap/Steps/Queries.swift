import Foundations
import Planning

/// Queries that hold an objective against what is measured, in the notation of Prometheus.
///
/// Metric names are those of the common HTTP instrumentation; they are to be replaced by one's own.
enum Queries {
  static func text(_ workload: String, _ objective: ObjectiveProblem, window: Double) -> String {
    let days = "\(max(1, Int((window / 86_400).rounded())))d"
    let target = objective.target.description
    switch objective.objective {
    case "availability":
      return "sum(rate(http_requests_total{service=\"\(workload)\",code!~\"5..\"}[\(days)])) "
        + "/ sum(rate(http_requests_total{service=\"\(workload)\"}[\(days)])) >= \(target)"
    case "rto": return "failover drill of \(workload): from fault to service within \(target) s"
    case "rpo": return "restore drill of \(workload): the newest record is at most \(target) s old"
    case "deadline": return "max_over_time(batch_duration_seconds{job=\"\(workload)\"}[\(days)]) <= \(target)"
    case let name where name.hasPrefix("latency.ttft") || name.hasPrefix("latency.tpot"):
      let metric = name.hasPrefix("latency.ttft") ? "time_to_first_token_seconds" : "time_per_output_token_seconds"
      let share = name.hasSuffix("p99") ? "0.99" : name.hasSuffix("p50") ? "0.5" : "0.95"
      return "histogram_quantile(\(share), sum by (le) "
        + "(rate(\(metric)_bucket{service=\"\(workload)\"}[1h]))) <= \(target)"
    default:
      guard let percentile = objective.percentile else { return "planner check: \(workload) \(objective.objective)" }
      return "histogram_quantile(\(JSON.text(of: percentile)), sum by (le) "
        + "(rate(http_request_duration_seconds_bucket{service=\"\(workload)\"}[1h]))) <= \(target)"
    }
  }
}
