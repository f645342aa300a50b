import Catalog
import CostSolver
import Formulas
import Foundations
import Planning
import Simulation
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
    if arguments.first == "search" {
      // One figure alone, so that the caller can pin it to a core.
      var report = Report()
      search(&report)
      Platform.write("\(report.value("candidates_per_second") ?? 0)\n", to: .output)
      return
    }
    var report = Report()
    yaml(&report)
    erlang(&report)
    simulation(&report)
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
      "erlang_scalar_ns_per_step", seconds * 1e9 / steps, "ns", "one queue after the other\(sum > 0 ? "" : " ")")
    // The referee's work: 64 steps of 4,096 loads at once.
    let loads = (0..<4096).map { 0.5 + 59.5 * Double($0) / 4095 }
    let servers = [Double](repeating: 64, count: loads.count)
    let columns = best(of: 50) { sum += ErlangColumns.waitProbabilities(loads: loads, servers: servers)[7] }
    report.add(
      "erlang_ns_per_step", columns * 1e9 / Double(64 * loads.count), "ns", "one step of one queue, 32 side by side")
  }

  private static func simulation(_ report: inout Report) {
    // M/M/3 at 80 %, one core: what the referee simulates too.
    let network = QueueNetwork(
      stations: [
        Station(
          name: "a", instances: 1, workers: 3, service: ServiceDistribution(law: .exponential, mean: 1, scv: 1),
          balancer: .shared)
      ], flows: [Flow(name: "f", ratePerSecond: 2.4, ca2: 1, steps: [.station(0)], isMeasured: true)])
    var requests = 0
    let seconds = best(of: 3) { requests = Simulator.replicate(network, requests: 1_000_000, seed: 1) }
    report.add(
      "simulated_requests_per_second", Double(requests) / seconds, "1/s", "M/M/3 at 80 %, one replication, one core")
    let inputs = QueueInputs(arrivalPerSecond: 2.4, serviceSeconds: 1, servers: 3)
    let queue = best(of: 3) {
      requests = QueueSimulation(inputs, percentiles: [0.5, 0.99], customers: 4_000_000, seed: 1)?.customers ?? 0
    }
    report.add(
      "simulated_customers_per_second", Double(requests) / queue, "1/s", "the same queue alone, all cores, percentiles")
  }

  private static func search(_ report: inout Report) {
    guard let run = Inputs.plan(Inputs.spec(workloads: 1)) else { return }
    var candidates = 0
    let seconds = best(of: 5) { candidates = run().search.candidates }
    report.add(
      "candidates_per_second", Double(candidates) / seconds, "1/s",
      "\(candidates) candidates of three providers, whole answer, all cores")
  }

  private static func evaluate(_ report: inout Report) {
    for count in [1, 100, 1000, 10_000] {
      guard let run = Inputs.plan(Inputs.spec(workloads: count)) else { continue }
      let seconds = best(of: count < 100 ? 5 : 1) { _ = run() }
      report.add(
        "evaluate_ms_\(count)", seconds * 1000, "ms",
        "\(count) workloads, decoding of the spec and the catalog included")
    }
  }
}
