import Formulas
import Foundations

/// Discrete-event simulation of a network: every request with its own arrivals, queues and times.
///
/// Knows no formula: what it finds is held against them. Replications with seeds of their own run on
/// all cores; the same seed gives the same figures on any number of cores.
package enum Simulator {
  /// Replications, and batches within each, that intervals come from.
  static let replications = 4
  static let batches = 10

  /// What `requests` measured requests of each flow experience.
  ///
  /// The first tenth of each replication is left out, so that queues have filled.
  package static func run(_ network: QueueNetwork, requests: Int, seed: UInt64) -> [FlowResult] {
    let each = max(200, requests / replications)
    let runs = Parallel.map(replications) { index -> [[Double]] in
      var run = Replication(network, seed: seed &+ UInt64(index) &* 0x9E37_79B9, requests: each)
      return run.responses()
    }
    return network.flows.indices.filter { network.flows[$0].isMeasured }.map { flow in
      result(network.flows[flow].name, runs.map { $0[flow] })
    }
  }

  /// One replication on the calling thread: requests simulated, the first tenth included.
  package static func replicate(_ network: QueueNetwork, requests: Int, seed: UInt64) -> Int {
    var run = Replication(network, seed: seed, requests: requests)
    return run.responses().reduce(0) { $0 + $1.count } * 11 / 10
  }

  /// Mean and percentiles of a flow.
  private static func result(_ name: String, _ runs: [[Double]]) -> FlowResult {
    let found = estimates(runs, percentiles: [0.5, 0.95, 0.99, 0.999])
    return FlowResult(
      name: name, requests: runs.reduce(0) { $0 + $1.count }, mean: found[0], p50: found[1], p95: found[2],
      p99: found[3], p999: found[4])
  }

  /// The mean, then the percentiles, with intervals from batch means (Student's t, 39 degrees of freedom).
  static func estimates(_ runs: [[Double]], percentiles: [Double]) -> [Estimate] {
    var groups: [[Double]] = []
    for values in runs {
      let size = values.count / batches
      guard size > 0 else { continue }
      for batch in 0..<batches {
        groups.append(figures(Array(values[(batch * size)..<((batch + 1) * size)]), percentiles))
      }
    }
    let whole = figures(Array(runs.joined()), percentiles)
    return whole.indices.map { figure -> Estimate in
      guard groups.count > 1 else { return Estimate(value: whole[figure], halfWidth: .infinity) }
      let values = groups.map { $0[figure] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      return Estimate(
        value: whole[figure], halfWidth: 2.0227 * (variance / Double(values.count)).squareRoot())
    }
  }

  /// The mean, then the percentiles, which must rise.
  private static func figures(_ values: [Double], _ percentiles: [Double]) -> [Double] {
    guard !values.isEmpty else { return [0] + percentiles.map { _ in 0 } }
    var values = values
    let mean = values.reduce(0, +) / Double(values.count)
    var from = 0
    let quantiles = percentiles.map { p in
      let rank = min(values.count - 1, Int(p * Double(values.count)))
      values.withUnsafeMutableBufferPointer { Selection.place(rank, in: $0, from: from) }
      from = rank
      return values[rank]
    }
    return [mean] + quantiles
  }
}
