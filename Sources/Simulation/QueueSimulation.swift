import Formulas
import Foundations

/// Waits and responses of one queue before equal workers, customer by customer.
///
/// First come, first served: each takes the worker that is free first (Kiefer and Wolfowitz 1955), so a
/// heap of c times is all there is. For what no formula knows well: uneven arrivals, very uneven service.
package struct QueueSimulation: Sendable {
  /// Share that waits.
  package var waitProbability: Estimate
  package var meanWait: Estimate
  package var meanResponse: Estimate
  /// Percentiles of the wait and of the response, in the order asked for.
  package var wait: [Estimate]
  package var response: [Estimate]
  /// Customers measured.
  package var customers: Int

  /// Simulates a queue; nil without a steady state.
  ///
  /// Four replications with seeds of their own run on all cores; the first tenth of each is left out and
  /// intervals come from ten batches of each.
  /// - Parameters:
  ///   - inputs: the queue; a whole number of servers.
  ///   - percentiles: as ratios, rising.
  ///   - customers: measured in all.
  ///   - seed: repeats a run exactly.
  package init?(_ inputs: QueueInputs, percentiles: [Double], customers: Int, seed: UInt64) {
    guard inputs.isValid, inputs.load > 0, inputs.utilization < 1, inputs.servers == inputs.servers.rounded(),
      inputs.servers <= 1e6
    else { return nil }
    let each = max(1000, customers / Simulator.replications)
    let runs = Parallel.map(Simulator.replications) { index in
      QueueSimulation.run(inputs, customers: each, seed: seed &+ UInt64(index) &* 0x9E37_79B9)
    }
    func estimates(_ values: [[Double]]) -> [Estimate] { Simulator.estimates(values, percentiles: percentiles) }
    let waits = estimates(runs.map(\.waits))
    let responses = estimates(runs.map(\.responses))
    let shares = Simulator.estimates(runs.map { $0.waits.map { $0 > 0 ? 1 : 0 } }, percentiles: [])
    waitProbability = shares[0]
    meanWait = waits[0]
    meanResponse = responses[0]
    wait = Array(waits.dropFirst())
    response = Array(responses.dropFirst())
    self.customers = each * Simulator.replications
  }

  /// Waits and responses of one replication.
  private static func run(
    _ inputs: QueueInputs, customers: Int, seed: UInt64
  ) -> (waits: [Double], responses: [Double]) {
    var random = RandomSource(seed: seed)
    let gap = Sampler(inputs.arrival)
    let service = Sampler(inputs.service)
    let warmup = customers / 10
    var waits = [Double](repeating: 0, count: customers)
    var responses = waits
    var free = [Double](repeating: 0, count: Int(inputs.servers))
    var now = 0.0
    free.withUnsafeMutableBufferPointer { free in
      waits.withUnsafeMutableBufferPointer { waits in
        responses.withUnsafeMutableBufferPointer { responses in
          for customer in 0..<customers + warmup {
            now += gap.draw(&random)
            let wait = max(0, free[0] - now)
            let work = service.draw(&random)
            sink(now + wait + work, in: free)
            if customer >= warmup {
              waits[customer - warmup] = wait
              responses[customer - warmup] = wait + work
            }
          }
        }
      }
    }
    return (waits, responses)
  }

  /// Puts a time in the place of the least.
  @inline(__always) private static func sink(_ time: Double, in heap: UnsafeMutableBufferPointer<Double>) {
    let count = heap.count
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < count else { break }
      if child + 1 < count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < time else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = time
  }
}
