import Foundations
import Testing

@testable import Spec

/// Mistakes of specs: each where it stands, with a proposal.
struct SpecMistakeTests {
  /// A service's body: what follows `kind: service`, its line, column and code, and a part of the help.
  static let table: [(body: String, finding: String, help: String)] = [
    ("demnd: {rate: 1/s}", "5:5 unknown-key", "did you mean 'demand'?"),
    ("jobs: {count: 3}", "5:5 unknown-key", "'jobs' belongs to a batch"),
    ("availability: 99.9%", "5:5 unknown-key", "'availability' belongs under 'slo'"),
    ("demand: {rate: 100}", "5:20 unit", "'100/s'"),
    ("demand: {rate: 100 ms}", "5:20 unit", "such as 900/s"),
    ("demand: {rate: fast}", "5:20 quantity", "such as 900/s"),
    ("demand: {rate: 900..100 /s}", "5:20 range", "swap its ends"),
    ("demand: {peak: 3x}", "5:13 missing-key", "add 'rate: 900/s'"),
    ("demand: {rate: 1/s, pattern: dirunal}", "5:34 unknown-word", "did you mean 'diurnal'?"),
    ("demand: {rate:100/s}", "5:14 unknown-key", "write a space after ':'"),
    ("demand: 100/s", "5:13 unknown-word", ""),
    ("work: {cpu: 12}", "5:17 unit", "'12 ms'"),
    ("work: {cpu: 12 mss}", "5:17 unit", "did you mean '12 ms'?"),
    ("work: {memory: 2 gib}", "5:20 unit", "did you mean '2 GiB'?"),
    ("work: {cpu: {mid: 5 ms, spred: 3%}}", "5:29 unknown-key", "did you mean 'spread'?"),
    ("work: {cpu: {p50: 9 ms, p99: 3 ms}}", "5:17 distribution", ""),
    ("work: {cpu: {p50: 9 ms}}", "5:17 distribution", "p99"),
    ("work: [1, 2]", "5:11 type", "its keys are"),
    ("work: {balancer: randm}", "5:22 unknown-word", "did you mean 'random'?"),
    ("slo: {availability: 99.9}", "5:25 unit", "did you mean '99.9%'?"),
    ("slo: {latancy: {p95: 1 s}}", "5:11 unknown-key", "did you mean 'latency'?"),
    ("slo: {latency: {p95: 2 s, p99: 1 s}}", "5:36 percentiles", "swap"),
    ("slo: {latency: {p99: 1 s, from: user}}", "5:37 unknown-word", "did you mean 'users'?"),
    ("slo: {deadline: 1 h}", "5:21 objective", "latency or completion"),
    ("slo: {window: 28}", "5:19 unit", "'28 ms'"),
    ("slo:", "5:5 empty", "remove the key"),
    ("calls: [{to: nowhere}]", "5:18 unknown-workload", ""),
    ("calls: [{to: ap}]", "5:18 unknown-workload", "did you mean 'api'?"),
    ("calls: [{to: api}]", "5:18 cycle", "remove the call"),
    ("calls: [{times: 2}]", "5:13 missing-key", "add 'to:"),
    ("calls: {to: api}", "5:12 type", "write '- '"),
    ("calls: [{to: api, retries: many}]", "5:32 type", ""),
    ("place: {run_on: clod}", "5:21 unknown-word", "did you mean 'cloud'?"),
    ("place: {providers: [aws, gpc]}", "5:30 unknown-word", "did you mean 'gcp'?"),
    ("place: {regions: [eu-cental-1]}", "5:23 unknown-region", "did you mean 'eu-central-1'?"),
    ("place: {residency: [Europe]}", "5:25 unknown-area", "write EU"),
    ("place: {regions: [us-*], residency: [EU]}", "5:12 contradiction", "change"),
    ("outage_cost: 5", "5:18 unit", "USD/min"),
    ("outage_cost: 5 EUR/min", "5:18 currency", "write USD"),
    ("growth: 8%", "5:13 growth", "8%/month"),
    ("growth: {moth 0: 1x}", "5:14 growth", "month 6"),
    ("fleet: trucks", "3:3 unknown-fleet", ""),
    ("users: {us: 100%}", "5:17 unknown-users", ""),
  ]

  private func spec(_ body: String) -> String {
    "planner: 1\nworkloads:\n  api:\n    kind: service\n    \(body)\n"
  }

  @Test func `each mistake is found where it stands, with a proposal`() {
    for (body, finding, help) in Self.table {
      let found = SpecFixture.findings(spec(body))
      #expect(found.contains(finding), "\(body): \(found)")
      let diagnostics = SpecFixture.decode(spec(body)).diagnostics
      let text = diagnostics.map { ($0.help ?? "") + $0.notes.joined() }.joined()
      #expect(text.contains(help), "\(body): \(text)")
    }
  }

  @Test func `one mistake is one message`() {
    for (body, finding, _) in Self.table where !finding.hasSuffix("cycle") && !body.hasPrefix("calls: [{to: api, r") {
      #expect(SpecFixture.findings(spec(body)).count == 1, "\(body): \(SpecFixture.findings(spec(body)))")
    }
  }

  @Test func `mistakes of the top level`() {
    let table: [(String, String)] = [
      ("", "1:1 empty"), ("# nothing\n", "1:1 empty"),
      ("planner: 2\nworkloads: {ab: {kind: external}}\n", "1:10 version"),
      ("workloads: {ab: {kind: external}}\n", "1:1 missing-key"), ("planner: 1\n", "1:1 missing-key"),
      ("planner: 1\nworkloads: {}\n", "2:12 empty"),
      ("planner: 1\nworkloads: {ab: {knd: external}}\n", "2:18 unknown-key"),
      ("planner: 1\nworkloads: {ab: {kind: servce}}\n", "2:24 unknown-word"),
      ("planner: 1\nworkloads: {Ab_c: {kind: external}}\n", "2:13 name"),
      ("planner: 1\nname: My Shop\nworkloads: {ab: {kind: external}}\n", "2:7 name"),
      ("planner: 1\ncurrency: EUR\nworkloads: {ab: {kind: external}}\n", "2:11 exchange"),
      (
        "planner: 1\nusers: {a: {at: Munich, share: 60%}, b: {at: Berlin, share: 30%}}\nworkloads: {ab: {kind: external}}\n",
        "2:1 shares"
      ),
      ("planner: 1\nusers: {a: {at: Munic, share: 100%}}\nworkloads: {ab: {kind: external}}\n", "2:17 unknown-place"),
      ("planner: 1\nusers: {a: {at: [95, 1], share: 100%}}\nworkloads: {ab: {kind: external}}\n", "2:17 place"),
      ("planner: 1\ntransaction: {workload: x}\nworkloads: {ab: {kind: external}}\n", "2:25 unknown-workload"),
      ("planner: 1\nstart: october\nworkloads: {ab: {kind: external}}\n", "2:8 type"),
      ("planner: 1\nteam: {on_call: yes}\nworkloads: {ab: {kind: external}}\n", "2:17 type"),
      ("planner: 1\nworkloads: {ab: {kind: external}}\n---\na: 1\n", "4:1 documents"),
    ]
    for (text, finding) in table {
      #expect(SpecFixture.findings(text).contains(finding), "\(text): \(SpecFixture.findings(text))")
    }
  }

  @Test func `a circle of calls is named by its path`() {
    let text = """
      planner: 1
      workloads:
        aa: {kind: service, demand: {rate: 1/s}, calls: [{to: bb}]}
        bb: {kind: service, demand: from-calls, calls: [{to: cc}]}
        cc: {kind: service, demand: from-calls, calls: [{to: aa}]}
      """
    let found = SpecFixture.decode(text).diagnostics
    #expect(found.map(\.message) == ["calls go round in a circle: aa → bb → cc → aa"])
  }

  @Test func `mistakes of YAML and of the language come in one run, in order`() {
    let text =
      "planner: 1\nnam: x\nworkloads:\n  ab:\n    kind: service\n    demand: {rate: 10/s\n    slo: {availabilty: 9%}\n"
    #expect(SpecFixture.findings(text) == ["2:1 unknown-key", "6:13 unclosed-bracket", "7:11 unknown-key"])
  }
}
