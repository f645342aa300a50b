import Foundations
import Testing

@testable import Spec

/// What decodes, and into what.
struct DecodeTests {
  private func amount(_ text: String, _ key: String = "work: {cpu: %}") -> Amount? {
    let body = key.replacing("%", with: text)
    let spec = SpecFixture.decode("planner: 1\nworkloads:\n  api:\n    kind: service\n    \(body)\n").spec
    guard case .service(let service)? = spec?.workloads.first?.kind else { return nil }
    if case .reference(let amount)? = service.cpu { return amount }
    return service.rate
  }

  @Test func `quantities are exact in SI`() {
    let times: [(String, Double)] = [
      ("12 ms", 0.012), ("9ms", 0.009), ("1.5 s", 1.5), ("2 min", 120), ("3 h", 10_800), ("250us", 0.00025),
      ("1 day", 86_400),
      ("2 weeks", 1_209_600),
    ]
    for (text, value) in times { #expect(amount(text)?.mid == value, "\(text)") }
    let rates: [(String, Double)] = [("900/s", 900), ("90 /min", 1.5), ("36/h", 0.01), ("2/month", 2 / 2_628_000)]
    for (text, value) in rates { #expect(amount(text, "demand: {rate: %}")?.mid == value, "\(text)") }
  }

  @Test func `owners, contracts, tools, skills and hours of work decode, and what lacks them is warned of`() throws {
    let text = """
      planner: 1
      team: {skills: [linux, gpu], effort: {resize: 90 min}}
      practices: {tools: [{name: eyes, covers: [monitor, incidents], price: 30 USD/month}], access_control: true}
      workloads:
        api:
          kind: service
          owner: web
          runbook: docs/api.md
          demand: {rate: 1/s}
          work: {cpu: 1 ms}
          calls: [{to: data, contract: full}, {to: other}]
        data: {kind: store, owner: storage, data: {size: 1 GB, class: relational}}
        other: {kind: service, owner: storage, demand: from-calls, work: {cpu: 1 ms}}
        last: {kind: service, demand: {rate: 1/s}, work: {cpu: 1 ms}}

      """
    let decoded = SpecFixture.decode(text)
    let spec = try #require(decoded.spec)
    #expect(spec.team.skills == ["linux", "gpu"])
    #expect(spec.team.effort["resize"]?.mid == 5400)
    #expect(spec.practices.tools?.first?.covers == ["monitor", "incidents"])
    #expect(spec.practices.hasAccessControl == true)
    let api = try #require(spec.workloads.first { $0.name == "api" })
    #expect(api.owner == "web" && api.runbook == "docs/api.md")
    #expect(api.calls.map(\.contract) == ["full", nil])
    let warned = decoded.diagnostics.filter { $0.level == .warning }.map(\.message)
    #expect(warned.contains { $0.contains("'last' has no owner") })
    #expect(warned.contains { $0.contains("'other' of storage has no contract") })
    #expect(warned.count == 2)
    // One bad word is one message with the right one.
    let bad = SpecFixture.decode(text.replacing("linux", with: "linus")).diagnostics.filter { $0.level == .error }
    #expect(bad.count == 1)
  }

  @Test func `ranges keep both ends`() throws {
    let forms = ["{low: 4 ms, mid: 9 ms, high: 30 ms}", "{mid: 10 ms, spread: 30%}", "4..9 ms", "4 ms..9 ms"]
    let ends: [(Double, Double, Double)] = [
      (0.004, 0.009, 0.03), (0.007, 0.01, 0.013), (0.004, 0.006, 0.009), (0.004, 0.006, 0.009),
    ]
    for (form, expected) in zip(forms, ends) {
      let found = try #require(amount(form))
      #expect(found.isRange)
      #expect(
        abs(found.low - expected.0) < 1e-12 && abs(found.mid - expected.1) < 1e-12
          && abs(found.high - expected.2) < 1e-12, "\(form)")
    }
  }

  @Test func `targets are exact decimals in every form`() throws {
    for form in ["99.95%", "{target: 0.9995}", "{targetPercent: 99.95}"] {
      let spec = try #require(
        SpecFixture.decode("planner: 1\nworkloads:\n  api: {kind: external, slo: {availability: \(form)}}\n").spec)
      #expect(spec.workloads[0].slo.objectives[0].target.decimal == Money(parsing: "0.9995"), "\(form)")
    }
  }

  @Test func `growth compounds, tables are log-linear`() {
    #expect(abs(Growth(form: .monthly(1.08), path: "").value(month: 12) - 2.51817011681) < 1e-9)
    let table = Growth(form: .table([.init(month: 0, value: 900), .init(month: 6, value: 2500)]), path: "")
    #expect(table.value(month: 0) == 900)
    #expect(abs(table.value(month: 3) - 1500) < 1e-9)
    #expect(table.value(month: 60) == 2500)
  }

  @Test func `every kind and key of the language decodes`() {
    let text = """
      planner: 1
      name: whole
      start: 2026-10
      horizon: 24 months
      growth: 8%/month
      confidence: 90%
      transaction: {name: delivery, workload: route-api, requests: 3}
      customers: {count: 220, growth: 5%/month}
      users:
        us: {at: aws:us-east-1, share: 55%, access: 4g}
        munich: {at: Munich, share: 45%, access: fiber}
      place: {providers: [aws], residency: [EU]}
      devices:
        trucks: {count: 10000, growth: 5%/month, at: us, online: 95%, outage: 12 min, mtbf: 4 years,
                 uplink: {access: 4g, up: 2 Mbit/s}, hardware: {cores: 4, memory: 2 GiB, watts: 6 W}}
        gateways: {sites: 500, at: {munich: 60%, us: 40%}, per_site: 1, serves: cameras,
                   hardware: {name: jetson-orin-nano, price: 499 USD, watts: 15 W, owned: true}}
      current:
        route-api: {run_on: cloud, form: vm, region: aws:us-east-1, machine: m6i.xlarge, count: 12}
        bill: {month: 2026-08, total: 14200 USD, positions: 3900 USD}
      prices:
        discount: {aws: 7%}
        commitment: {allow: [on-demand, spot, 1y, 3y], budget: 20000 USD}
        credits: [{provider: aws, amount: 100000 USD, until: 2027-03}]
        override: {"aws:eu-central-1/m6i.large": 0.09 USD/h}
      team: {engineer: 180000 USD/year, count: 4, infrastructure_share: 20%, on_call: true}
      finance: {cash: 3.1M USD, burn: 210k USD/month, revenue: 90k USD/month, discount_rate: 12%}
      operations: {deploys: 20/week, change_failure: 8%, detect: 5 min, restore: 45 min, lead_time: 2 d}
      practices: {central_logs: true, tracing: false, ci: true, rollback_tested: 2026-06, restore_tested: never,
                  failover_drills: 2/year}
      budgets: {monthly: 20000 USD, cost_per_transaction: 0.0005 USD, increase: {amount: 500 USD, percent: 10%}, carbon: 900 kg/month}
      workloads:
        route-api:
          kind: service
          demand: {rate: {month 0: 900/s, month 6: 2500/s}, peak: 3x, variability: 1.5, pattern: diurnal, timezone: Europe/Berlin,
                   burst: {factor: 5x, duration: 10 min}}
          work: {cpu: {time: 9 ms, on: aws:m7g.large}, variability: {cv: 1.5}, memory: 1 GiB, start: 20 s, off_cpu: 5 ms}
          calls:
            - {to: positions, times: 2, parallel: true, optional: false, retries: 1, timeout: 200 ms, cached: 80%, async: false}
          slo: {availability: 99.95%, latency: {p95: 120 ms, p99: 250 ms, from: users}, rto: 15 min, rpo: 1 min, window: 28d,
                method: occurrences, cost_per_transaction: 0.0004 USD}
          outage_cost: 120 USD/min
        positions: {kind: store, data: {size: 100 GB, growth: 3%/month, reads: 10/s, writes: 5/s, hot: 10%, class: relational},
                    engine: postgres, consistency: strong, backup: true}
        nightly: {kind: batch, jobs: {per: day, count: 60..140, cores: 8 cores, runtime: 20 min, restartable: true, start: "22:00"},
                  slo: {deadline: 6h}}
        events: {kind: stream, events: {rate: 100/s, size: 2 KB, partitions: 12, retention: 7 d}, broker: kafka}
        chat: {kind: inference, demand: {rate: 2/s}, model: {parameters: 8e9, layers: 32}, tokens: {in: 800, out: 200},
               api: {name: x, input: 2.5 USD/Mtok, output: 10 USD/Mtok, limit: 2 Mtok/min}, slo: {latency: {ttft: {p99: 1 s}}}}
        tune: {kind: training, tokens: 2e9, every: 30 days, dataset: 1 TB}
        cameras: {kind: device, fleet: gateways, produces: {rate: 2/s, size: 200 KB}, filter: {events: 40/day, clip: 2 MB, false_alarms: 3}}
        maps: {kind: external, latency: {p50: 60 ms, p99: 300 ms}, availability: 99.9%, price: 0.002 USD/request, limit: 500/s}
      """
    let found = SpecFixture.decode(text)
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics.map(\.message))")
    #expect(found.spec?.workloads.count == 8)
  }

  @Test func `templates decode without a finding`() {
    for name in Templates.names {
      let text = (Templates.text(name) ?? "").replacing("Frankfurt", with: "Munich").replacing(
        "access: cable", with: "access: fiber")
      #expect(SpecFixture.decode(text).diagnostics.isEmpty, "\(name): \(SpecFixture.findings(text))")
    }
  }
}
