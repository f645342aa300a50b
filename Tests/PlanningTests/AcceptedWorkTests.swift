import Testing

@testable import Planning

/// Objectives on work that goes on after the answer, and on the rate that is carried.
struct AcceptedWorkTests {
  private func spec(_ slo: String, forms: String = "[vm]", pin: String = "") -> String {
    """
    planner: 1
    name: mail
    horizon: 0 months
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {providers: [aws], regions: [eu-central-1]}
    workloads:
      api:
        kind: service
        place: {forms: \(forms)\(pin)}
        demand: {rate: 20/s, peak: 1x}
        work: {cpu: 10 ms, memory: 1 GiB}
        calls: [{to: render, async: true}]
        slo: {\(slo)}
      render:
        kind: service
        place: {forms: [vm]}
        demand: from-calls
        work: {cpu: 900 ms, memory: 1 GiB, variability: 1}
    """
  }

  private func objective(_ name: String, _ text: String) throws -> (ObjectiveResult, WorkloadResult) {
    let plan = try #require(PlanFixture.plan(text))
    let api = try #require(plan.workloads.first)
    return (try #require(api.slo.first { $0.objective == name }), api)
  }

  @Test(arguments: ["[vm]", "[containers]", "[functions]", "[edge-functions]"])
  func `completion counts the queue and the work behind an asynchronous call`(forms: String) throws {
    let (done, api) = try objective("completion.p99", spec("completion: {p99: 60 s}", forms: forms))
    #expect(done.met == true)
    // The work alone is exponential: its 99th percentile is 4.6 times its mean, on a core up to twice as fast.
    let seconds = try #require(done.predicted)
    #expect(seconds > 4.6 * 0.9 / 2 && seconds < 60)
    // The caller's own answer does not wait for it.
    #expect(try #require(api.chosen?.latency?.total.p99) < 1)
  }

  @Test(arguments: ["[vm]", "[functions]", "[edge-functions]"])
  func `a completion that no fleet of the caller reaches is refused with its value`(forms: String) throws {
    let plan = try #require(PlanFixture.plan(spec("completion: {p99: 500 ms}", forms: forms)))
    let miss = plan.workloads[0].alternatives.compactMap(\.rejected).first { $0.constraint == "completion.p99" }
    #expect(plan.verdict == .infeasible)
    #expect(try #require(miss?.value) > 0.5)
  }

  @Test func `a stated throughput sizes the fleet and is predicted`() throws {
    let (plain, small) = try objective("throughput", spec("throughput: 1/s"))
    let (wide, large) = try objective("throughput", spec("throughput: 3000/s"))
    #expect(plain.met == true && wide.met == true)
    #expect(try #require(wide.predicted) >= 3000)
    #expect(try #require(large.chosen).perMonth > (try #require(small.chosen).perMonth))
  }

  @Test func `functions carry what their concurrency limit allows`() throws {
    let plan = try #require(PlanFixture.plan(spec("throughput: 2000000/s", forms: "[functions]")))
    let miss = try #require(
      plan.workloads[0].alternatives.compactMap(\.rejected).first { $0.constraint == "throughput" })
    #expect(try #require(miss.value) < 2_000_000)
  }

  @Test func `a platform that publishes no rate is no answer to a throughput`() throws {
    let plan = try #require(PlanFixture.plan(spec("throughput: 10/s", forms: "[edge-functions]")))
    #expect(plan.verdict == .infeasible)
  }
}
