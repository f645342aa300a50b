import Testing

@testable import Formulas

/// The matrix-analytic solution against what is known without it.
struct PhaseQueueTests {
  private func inputs(
    _ servers: Double, _ load: Double, arrival: ServiceLaw, ca2: Double, service: ServiceLaw, cs2: Double
  ) -> QueueInputs {
    QueueInputs(
      arrivalPerSecond: servers * load, serviceSeconds: 1, servers: servers, ca2: ca2, cs2: cs2, law: service,
      arrivalLaw: arrival)
  }

  @Test(arguments: [1.0, 2, 8, 32]) func `M/M/c comes out as Erlang's`(servers: Double) throws {
    for load in [0.3, 0.8, 0.95] {
      let queue = try #require(
        PhaseQueue(inputs(servers, load, arrival: .exponential, ca2: 1, service: .exponential, cs2: 1)))
      let exact = MMcQueue(arrivalPerSecond: servers * load, serviceSeconds: 1, servers: servers)
      #expect(abs(queue.waitProbability / exact.waitProbability - 1) < 1e-9)
      #expect(abs(queue.meanWait / exact.meanWait - 1) < 1e-9)
      for t in [0.1, 1, 3] { #expect(abs(queue.tail(t) - exact.waitTail(t)) < 1e-8) }
    }
  }

  @Test func `M/H2/1 and M/E4/1 agree with Pollaczek and Khinchine`() throws {
    for (law, scv) in [(ServiceLaw.hyperexponential, 6.0), (.erlang, 0.25)] {
      let queue = try #require(
        PhaseQueue(inputs(1, 0.7, arrival: .exponential, ca2: 1, service: law, cs2: scv)))
      #expect(abs(queue.meanWait - 0.7 / 0.3 * (1 + scv) / 2) < 1e-8)
    }
  }

  // Expected: matrix-analytic references published with the queueing oracles, E2 and H4 arrivals.
  @Test func `arrivals with phases agree with reference values`() throws {
    let queue = try #require(PhaseQueue(inputs(1, 0.5, arrival: .erlang, ca2: 0.5, service: .erlang, cs2: 0.5)))
    #expect(abs(queue.meanWait - 0.3903882032) < 1e-9)
    #expect(abs(queue.waitProbability - 0.3596117968) < 1e-9)
    #expect(abs(queue.tail(3.713435494) - 0.01) < 1e-8)
  }

  @Test func `laws without phases and fleets with too many states are left to other methods`() {
    #expect(PhaseQueue(inputs(2, 0.5, arrival: .lognormal, ca2: 2, service: .exponential, cs2: 1)) == nil)
    #expect(PhaseQueue(inputs(64, 0.5, arrival: .exponential, ca2: 1, service: .erlang, cs2: 0.25)) == nil)
    #expect(PhaseQueue(inputs(1e300, 0.5, arrival: .exponential, ca2: 1, service: .erlang, cs2: 0.5)) == nil)
  }
}
