import Catalog
import Formulas
import Foundations
import Planning
import Spec
import YAML

/// Measures the parts that must be fast and prints a table, then one JSON object on the last line.
///
/// Each figure is the best of several runs: what the machine can do, not what else it was doing.
@main
struct Bench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "yaml-file" {
      // The file that YAML speeds refer to, for the referee.
      Platform.write(Inputs.yaml(bytes: 10_000_000), to: .output)
      return
    }
    var report = Report()
    yaml(&report)
    erlang(&report)
    search(&report)
    evaluate(&report)
    report.add("peak_memory_mb", Platform.peakMemoryBytes / 1e6, "MB", "of this process")
    Platform.write(report.text(references: arguments), to: .output)
  }

  /// Seconds of the fastest of `runs` runs.
  static func best(of runs: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<runs {
      let start = clock.now
      body()
      let duration = clock.now - start
      best = min(best, Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
    }
    return best
  }

  private static func yaml(_ report: inout Report) {
    let source = SourceText(name: "bench.yaml", bytes: Array(Inputs.yaml(bytes: 10_000_000).utf8))
    var events = 0
    let seconds = best(of: 7) { events = YAMLEvents.count(source).events }
    report.add(
      "yaml_mb_per_second", Double(source.bytes.count) / 1e6 / seconds, "MB/s",
      "\(events) events of a workload-like file")
    let nodes = best(of: 3) { _ = YAMLParse.documents(source) }
    report.add(
      "yaml_nodes_mb_per_second", Double(source.bytes.count) / 1e6 / nodes, "MB/s",
      "nodes with positions, anchors, duplicate keys")
  }

  private static func erlang(_ report: inout Report) {
    // Erlang C over loads of 1 to 64 servers: the recursion takes as many steps as there are servers.
    var steps = 0.0
    var sum = 0.0
    let seconds = best(of: 5) {
      steps = 0
      for round in 0..<200 {
        for servers in 1...64 {
          sum += Erlang.c(load: Double(servers) * (0.5 + Double(round) * 0.002), servers: Double(servers))
          steps += Double(servers)
        }
      }
    }
    report.add(
      "erlang_ns_per_step", seconds * 1e9 / steps, "ns", "one step of the recursion, \(sum > 0 ? "scalar" : "")")
  }

  private static func search(_ report: inout Report) {
    guard let run = Inputs.plan(Inputs.spec(workloads: 1)) else { return }
    var candidates = 0
    let seconds = best(of: 5) { candidates = run().search.candidates }
    report.add(
      "candidates_per_second", Double(candidates) / seconds, "1/s",
      "\(candidates) candidates of three providers, whole answer, one core")
  }

  private static func evaluate(_ report: inout Report) {
    for count in [1, 100, 1000] {
      guard let run = Inputs.plan(Inputs.spec(workloads: count)) else { continue }
      let seconds = best(of: count < 100 ? 5 : 1) { _ = run() }
      report.add(
        "evaluate_ms_\(count)", seconds * 1000, "ms",
        "\(count) workloads, decoding of the spec and the catalog included")
    }
  }
}
