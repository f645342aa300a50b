import Foundations
import Placement
import Testing

@testable import Planning

/// Functions, points of presence, nodes at sites, gateways: what wins, and what each is refused for.
struct EdgeFormTests {
  private func api(
    form: String, work: String = "cpu: 20 ms, memory: 256 MiB", rate: String = "20/s", slo: String = "{}",
    users: String = "{eu: {at: Munich, share: 60%, access: fiber}, us: {at: Chicago, share: 40%, access: fiber}}",
    place: String = ""
  ) -> String {
    """
    planner: 1
    name: edge-forms
    horizon: 0 months
    users: \(users)
    place: {providers: [aws, cloudflare], regions: [eu-central-1], forms: [\(form)]\(place)}
    workloads:
      api:
        kind: service
        demand: {rate: \(rate), peak: 2x, variability: 1}
        work: {\(work)}
        slo: \(slo)
    """
  }

  private func rejection(_ text: String) throws -> Rejection {
    let api = try #require(PlanFixture.plan(text)?.workloads.first)
    #expect(api.chosen == nil)
    return try #require(api.alternatives.compactMap(\.rejected).first)
  }

  @Test func `functions cost requests and memory in time`() throws {
    let chosen = try #require(
      PlanFixture.plan(api(form: "functions", users: "{eu: {at: Munich, share: 100%, access: fiber}}"))?
        .workloads[0].chosen)
    let requests = try #require(chosen.lines.first { $0.category == "requests" })
    #expect(abs(requests.quantity - 20 * 730 * 3600 / 1e6) < 1e-9)
    let time = try #require(chosen.lines.first { $0.category == "compute" })
    // Whatever the memory, a vCPU-second of 1,769 MB: 20 ms at 0.8 of a reference core.
    let memory = try #require(chosen.details.first { $0.name == "memory" }?.value) / 1_073_741_824
    let seconds = time.quantity / (20 * 730 * 3600) / memory
    #expect(abs(seconds * min(1, memory * 1024 / 1769) - 0.02 / 0.8) < 1e-9)
  }

  @Test(arguments: [
    ("functions", "cpu: 20 ms, memory: 11 GiB", "20/s", "{}", "memory"),
    ("functions", "cpu: 20 ms, response: 8 MB", "20/s", "{}", "payload"),
    ("functions", "cpu: 300 s", "0.01/s", "{}", "duration"),
    ("functions", "cpu: 1 s", "2000/s", "{}", "concurrency"),
    ("functions", "cpu: 20 ms", "20/s", "{availability: 99.99%}", "availability"),
    ("functions", "cpu: 20 ms", "20/s", "{latency: {p95: 50 ms}}", "latency.p95"),
    ("edge-functions", "cpu: 40 s, memory: 100 MB", "1/s", "{}", "cpu"),
    ("edge-functions", "cpu: 20 ms, memory: 100 MB, response: 200 MB", "1/s", "{}", "body"),
    ("edge-nodes", "cpu: 20 ms, memory: 20 GiB", "20/s", "{}", "memory"),
    ("edge-nodes", "cpu: 1 s", "1000/s", "{}", "site-cap"),
    ("edge-nodes", "cpu: 20 ms", "20/s", "{availability: 99.99%}", "availability"),
  ]) func `a limit that is broken is named with its number`(
    form: String, work: String, rate: String, slo: String, constraint: String
  ) throws {
    let found = try rejection(api(form: form, work: work, rate: rate, slo: slo))
    #expect(found.constraint == constraint)
    let value = try #require(found.value)
    let limit = try #require(found.limit)
    #expect(constraint == "availability" ? value < limit : value > limit)
  }

  @Test func `what needs to be near its users runs near them, and only there`() throws {
    let near = api(
      form: "vm, containers, functions, edge-functions, edge-nodes",
      slo: "{latency: {p95: 100 ms}, availability: 99.8%}")
    let api = try #require(PlanFixture.plan(near)?.workloads[0])
    let chosen = try #require(api.chosen)
    #expect(chosen.model == .edge)
    for other in api.alternatives where other.model == .cloud {
      #expect(other.rejected?.constraint == "latency.p95")
    }
  }

  @Test func `nodes stand at as few sites as the objective allows`() throws {
    let far = try #require(PlanFixture.plan(api(form: "edge-nodes"))?.workloads[0].chosen)
    #expect(far.sites.count == 1)
    let near = try #require(
      PlanFixture.plan(api(form: "edge-nodes", slo: "{latency: {p95: 100 ms}}"))?.workloads[0].chosen)
    #expect(near.sites.map(\.region).sorted() == ["eu", "us"])
    #expect(near.perMonth > far.perMonth)
    // One node more than the load needs.
    #expect(far.sites[0].count == 2)
  }

  @Test func `whoever owns nodes pays the hours that running machines takes, once`() throws {
    for rate in ["20/s", "900/s"] {
      let api = try #require(PlanFixture.plan(api(form: "edge-nodes", rate: rate))?.workloads[0])
      let nodes = try #require(
        ([api.chosen].compactMap { $0 } + api.alternatives).first { $0.form == .edgeNodes })
      let labour = nodes.lines.filter { $0.category == "labour" }
      #expect(labour.map(\.quantity).sorted() == [0.2 * Double(nodes.sites[0].count), 4].sorted())
    }
  }

  @Test func `an ordinary API of one city is not put on machines of one's own`() throws {
    let text = api(
      form: "vm, containers, edge-nodes", rate: "20/s", slo: "{latency: {p99: 300 ms}, availability: 99.5%}",
      users: "{city: {at: Munich, share: 100%, access: fiber}}")
    #expect(try #require(PlanFixture.plan(text)?.workloads[0].chosen).model == .cloud)
  }

  @Test func `data that must stay in an area does not go to points of presence`() throws {
    let found = try rejection(
      api(
        form: "edge-functions", users: "{eu: {at: Munich, share: 100%, access: fiber}}", place: ", residency: [EU]"))
    #expect(found.constraint == "residency")
    let nodes = api(
      form: "edge-nodes", users: "{eu: {at: Munich, share: 100%, access: fiber}}", place: ", residency: [EU]")
    #expect(PlanFixture.plan(nodes)?.workloads[0].chosen != nil)
    #expect(try rejection(api(form: "edge-nodes", place: ", residency: [EU]")).constraint == "residency")
  }

  @Test func `a service runs on the gateways that serve its cameras, and calls stay on the site`() throws {
    let text = """
      planner: 1
      name: cameras
      horizon: 0 months
      place: {providers: [aws], regions: [eu-central-1], run_on: [edge]}
      devices:
        cams: {count: 200, at: Munich, online: 99%, uplink: {access: cable}}
        boxes: {sites: 25, per_site: 2, at: Munich, serves: cams, online: 99%, uplink: {access: fiber}, \
      hardware: {cores: 8, memory: 8 GiB, price: 500 USD, watts: 20, owned: false}}
      workloads:
        watch: {kind: device, fleet: cams, produces: {rate: 1/s, size: 50 KB}, calls: [{to: detect}], \
      slo: {latency: {p99: 1 s}}}
        detect: {kind: service, fleet: boxes, demand: from-calls, work: {cpu: 40 ms, memory: 2 GiB}}
      """
    let plan = try #require(PlanFixture.plan(text))
    let detect = try #require(plan.workloads[1].chosen)
    #expect(detect.form == .fogGateways && detect.sites[0].count == 50)
    // 200 requests a second over 50 gateways of 8 cores of 0.35.
    #expect(abs((detect.utilization ?? 0) - 4 * 0.04 / (0.35 * 8)) < 1e-12)
    let watch = try #require(plan.workloads[0].chosen)
    #expect(watch.lines.allSatisfy { $0.category != "traffic" })
    #expect(watch.details.allSatisfy { $0.name != "buffer" })
    // Whoever uses the gateways pays for all of them together, whatever the number of those who might.
    let capital = (watch.lines + detect.lines).filter { $0.item.contains("capital") }
    #expect(capital.reduce(0) { $0 + $1.quantity } == 50)
  }
}
