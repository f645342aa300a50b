import Formulas
import Testing

@testable import Simulation

/// The simulation against what is known exactly.
struct SimulatorTests {
  private func one(
    rate: Double, service: ServiceDistribution, instances: Int = 1, workers: Int, ca2: Double = 1,
    balancer: Balancer = .random, requests: Int = 200_000, seed: UInt64 = 7
  ) -> FlowResult {
    let network = QueueNetwork(
      stations: [Station(name: "a", instances: instances, workers: workers, service: service, balancer: balancer)],
      flows: [Flow(name: "f", ratePerSecond: rate, ca2: ca2, steps: [.station(0)], isMeasured: true)])
    return Simulator.run(network, requests: requests, seed: seed)[0]
  }

  /// Four half widths, so that one interval in ten thousand fails; the seed is fixed anyway.
  private func agrees(_ found: Estimate, _ expected: Double) -> Bool {
    abs(found.value - expected) <= 4 * found.halfWidth + 1e-9
  }

  @Test func `M/M/c agrees with Erlang`() {
    for (servers, load) in [(1, 0.7), (4, 0.8), (16, 0.9)] {
      let queue = MMcQueue(arrivalPerSecond: Double(servers) * load, serviceSeconds: 1, servers: Double(servers))
      let found = one(
        rate: Double(servers) * load, service: ServiceDistribution(law: .exponential, mean: 1, scv: 1), workers: servers
      )
      #expect(agrees(found.mean, queue.meanResponse), "\(servers) \(found.mean) \(queue.meanResponse)")
      #expect(agrees(found.p95, queue.responsePercentile(0.95)), "\(servers)")
      #expect(agrees(found.p99, queue.responsePercentile(0.99)), "\(servers)")
    }
  }

  @Test func `failed attempts are made again, at most as often as stated`() {
    // 1 + p + p² + p³ attempts of 1 s, each after the other.
    for (failure, most) in [(0.5, 3), (0.2, 1), (0.9, 0)] {
      let steps: [Step] = [.retried([.constant(1)], failure: failure, most: most), .constant(0.25)]
      let network = QueueNetwork(
        stations: [], flows: [Flow(name: "f", ratePerSecond: 10, ca2: 1, steps: steps, isMeasured: true)])
      let found = Simulator.run(network, requests: 100_000, seed: 3)[0]
      let attempts = (0...most).reduce(0.0) { $0 + (0..<$1).reduce(1.0) { product, _ in product * failure } }
      #expect(agrees(found.mean, attempts + 0.25), "\(failure) \(most) \(found.mean)")
      #expect(found.p999.value <= Double(most) + 1.25 + 1e-9)
    }
  }

  @Test func `M/G/1 agrees with Pollaczek and Khinchine`() {
    for (law, scv) in [(ServiceLaw.deterministic, 0.0), (.gamma, 0.5), (.lognormal, 2), (.hyperexponential, 4)] {
      let mean = 1 + 0.6 * (1 + scv) / (2 * 0.4)
      let found = one(
        rate: 0.6, service: ServiceDistribution(law: law, mean: 1, scv: scv), workers: 1, requests: 400_000)
      #expect(agrees(found.mean, mean), "\(law) \(found.mean) \(mean)")
    }
  }

  @Test func `random balancing is a queue of its own each, shared is one`() {
    let service = ServiceDistribution(law: .exponential, mean: 1, scv: 1)
    let alone = MMcQueue(arrivalPerSecond: 3.1, serviceSeconds: 1, servers: 4)
    let pooled = MMcQueue(arrivalPerSecond: 37.2, serviceSeconds: 1, servers: 48)
    let random = one(rate: 37.2, service: service, instances: 12, workers: 4)
    let shared = one(rate: 37.2, service: service, instances: 12, workers: 4, balancer: .shared)
    let least = one(rate: 37.2, service: service, instances: 12, workers: 4, balancer: .leastLoaded)
    #expect(agrees(random.mean, alone.meanResponse))
    #expect(agrees(shared.mean, pooled.meanResponse))
    #expect(least.mean.value < random.mean.value && least.mean.value > shared.mean.value)
  }

  @Test func `delays add, the slowest of parallel steps counts, choices mix`() {
    let steps: [Step] = [
      .constant(1), .parallel([[.constant(2)], [.constant(5)], [.constant(3)]]),
      .choice([(0.25, [.constant(4)]), (0.75, [])]),
    ]
    let network = QueueNetwork(
      stations: [], flows: [Flow(name: "f", ratePerSecond: 1, ca2: 1, steps: steps, isMeasured: true)])
    let found = Simulator.run(network, requests: 40_000, seed: 3)[0]
    #expect(abs(found.mean.value - 7) < 0.05)
    #expect(abs(found.p50.value - 6) < 1e-6 && abs(found.p95.value - 10) < 1e-6)
  }

  @Test func `the same seed gives the same figures, another one others`() {
    let service = ServiceDistribution(law: .lognormal, mean: 1, scv: 2)
    let a = one(rate: 3, service: service, workers: 4, requests: 20_000, seed: 1)
    let b = one(rate: 3, service: service, workers: 4, requests: 20_000, seed: 1)
    let c = one(rate: 3, service: service, workers: 4, requests: 20_000, seed: 2)
    #expect(a.mean == b.mean && a.p99 == b.p99)
    #expect(a.mean != c.mean)
  }

  @Test func `samples have the mean and variation of their law`() {
    var random = RandomSource(seed: 11)
    for (law, scv) in [
      (ServiceLaw.exponential, 1.0), (.gamma, 0.3), (.gamma, 2.5), (.lognormal, 1.5), (.hyperexponential, 3),
    ] {
      let sampler = Sampler(ServiceDistribution(law: law, mean: 2, scv: scv))
      var first = 0.0
      var second = 0.0
      let count = 400_000
      for _ in 0..<count {
        let x = sampler.draw(&random)
        first += x
        second += x * x
      }
      let mean = first / Double(count)
      #expect(abs(mean - 2) < 0.03, "\(law)")
      #expect(abs(second / Double(count) / (mean * mean) - 1 - scv) < 0.12 * (1 + scv), "\(law)")
    }
  }
}

/// Customer by customer, against what is exact.
struct QueueSimulationTests {
  @Test(arguments: [(1.0, 0.7), (3, 0.8), (16, 0.9)]) func `waits and responses of M/M/c agree with Erlang`(
    servers: Double, load: Double
  ) throws {
    let inputs = QueueInputs(arrivalPerSecond: servers * load, serviceSeconds: 1, servers: servers)
    let exact = MMcQueue(arrivalPerSecond: servers * load, serviceSeconds: 1, servers: servers)
    let found = try #require(QueueSimulation(inputs, percentiles: [0.5, 0.99], customers: 400_000, seed: 5))
    func agrees(_ estimate: Estimate, _ value: Double) -> Bool {
      abs(estimate.value - value) <= 4 * estimate.halfWidth + 1e-9
    }
    #expect(agrees(found.waitProbability, exact.waitProbability))
    #expect(agrees(found.meanWait, exact.meanWait))
    #expect(agrees(found.response[0], exact.responsePercentile(0.5)))
    #expect(agrees(found.response[1], exact.responsePercentile(0.99)))
  }

  @Test func `a queue without a steady state is not simulated`() {
    let inputs = QueueInputs(arrivalPerSecond: 4, serviceSeconds: 1, servers: 4)
    #expect(QueueSimulation(inputs, percentiles: [], customers: 1000, seed: 1) == nil)
  }
}
