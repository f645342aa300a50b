import Foundation
import Testing

@testable import Commands

/// Runs models and reads their JSON.
enum Model {
  static func run(_ line: String) -> [String: Any] {
    let world = World()
    guard world.run(["model"] + line.split(separator: " ").map(String.init) + ["-f", "json"]) == .done else {
      return ["error": world.error]
    }
    return (try? JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any]) ?? [:]
  }

  static func batch(_ name: String, _ cases: [[String: String]]) -> [[String: Any]] {
    let columns = Array(Set(cases.flatMap(\.keys))).sorted()
    let text = cases.map { row in
      columns.map { row[$0].map { $0.contains(",") ? "\"\($0)\"" : $0 } ?? "" }.joined(separator: ",")
    }
    let world = World(files: ["-": ([columns.joined(separator: ",")] + text).joined(separator: "\n") + "\n"])
    guard world.run("model \(name) --batch - -f json") == .done else { return [["error": world.error]] }
    return (try? JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [[String: Any]]) ?? []
  }

  /// A number of a result; money is a decimal string.
  static func number(_ results: [String: Any], _ key: String) -> Double? {
    (results[key] as? NSNumber)?.doubleValue ?? (results[key] as? String).flatMap { Double($0) }
  }
}

@Suite struct ModelFigureTests {
  @Test func `models give the published and the exact figures`() {
    let cases: [(line: String, key: String, want: Double, tolerance: Double)] = [
      ("erlang load=84.06 servers=100", "b", 0.00999170258802648, 1e-11),
      ("erlang load=63 servers=64.5", "c", 0.789646222902551, 1e-11),
      ("staffing load=500 wait_probability=1%", "servers", 555, 0),
      ("staffing arrival=40/s service=300ms percentile=95% at=1s", "servers", 15, 0),
      ("queue arrival=3.2/s service=1s servers=4", "mean_response", 1.74554058973, 1e-10),
      ("queue arrival=3.2/s service=1s servers=4 law=deterministic", "mean_response", 1.38609493085, 1e-10),
      ("queue arrival=0.5 service=1 servers=1", "response_p99", 9.21034037197618, 1e-10),
      ("queue arrival=500/s service=1ms servers=1 at=9.21034037197618ms", "within", 0.99, 1e-10),
      ("fleet arrival=1860/s service=20ms servers=4 instances=12", "wait_probability", 0.552177, 1e-5),
      ("fleet arrival=1860/s service=20ms servers=4 instances=12 balancer=shared", "wait_probability", 0.06, 0.15),
      ("network from=aws:af-south-1 to=aws:ap-east-1 method=table", "rtt", 0.35017, 1e-12),
      ("egress provider=aws region=us-east-1 gb=1000", "usd", 90, 1e-12),
      ("egress provider=aws region=us-east-1 gb=20000", "marginal", 0.085, 1e-12),
      ("availability each=0.9995 n=4 k=1", "unavailability", 6.25e-14, 1e-9),
      ("availability series=0.9968;0.9986;0.9995;0.9995", "unavailability", 0.00559067562888, 1e-9),
      ("availability series=99.95% parallel=99%;99.5%", "availability", 0.9995 * 0.99995, 1e-12),
      ("availability each=99% n=2 beta=10%", "unavailability", 0.001 + 0.009 * 0.009, 1e-9),
      ("budget target=99.9% window=30d", "minutes", 43.2, 0),
      ("budget target=99.99% window=28d rate=100/s", "events", 24_192, 0),
      ("retries failure=0.01 attempts=4", "load", 1.010101, 1e-9),
      ("retries arrival=60 service=100ms servers=10 timeout=0.5 attempts=3", "arrival_effective", 60.4215705391, 1e-9),
      ("retries arrival=40 service=100ms servers=10 hedge=50ms", "response_p50", 0.06299646956, 1e-8),
      ("cache objects=100000 zipf=0.8 size=1000", "hit_ratio", 0.204334, 1e-4),
      ("cache objects=100 zipf=0.8 size=30 policy=fifo", "hit_ratio", 0.49893298884, 1e-9),
      ("path hops=lognormal(20ms,0.5);lognormal(50ms,1.5)", "p50", 0.0529024971, 1e-6),
      ("path hops=constant(35ms);constant(5ms)", "p99", 0.04, 1e-12),
      ("path hops=slowest(constant(3ms)|constant(5ms));either(0,constant(9)|constant(1ms))", "mean", 0.006, 1e-3),
      ("surge before=14 after=30 service=1 servers_before=20 servers_after=40 lag=20", "peak", 215.3236, 2e-3),
      ("batch-wait load=0.922 policy=easy", "mean", 9.92 * 3600, 1e-9),
      ("checkpoint work=480 mtbf=60 checkpoint=5 restart=10", "young", 24.494897427832, 1e-12),
      ("checkpoint work=1 mtbf=60 checkpoint=5 restart=10", "expected_time", 1.8306808644566, 1e-12),
      ("spot interruption=35% work=100h checkpoint=60s restart=3min", "mtbi", 6_100_524, 1e-6),
      ("spot interruption=0.1 work=3600000 checkpoint=60 restart=180", "waste", 0.00220061, 1e-5),
      ("offline rate=2kB/s outage=24h loss=0.1% uplink=16kB/s", "drain", 12_342.857, 1e-6),
      ("offline rate=1 uplink=5 up=10 outage=10 loss=0.001", "buffer", 85.8366886632, 1e-10),
      ("mesh nodes=200 degree=8", "giant_share", 0.98465, 0.03),
      (
        "edge-node capex=900 months=36 interest=8% maintenance=10% watts=30 energy_price=0.15 failure_rate=8% roll=300 "
          + "labour=15000 nodes_per_person=500 agent=0.16", "per_month", 77.1477, 1e-5
      ),
      ("range low=1000 mid=10000 high=100000", "p5", 1000, 0),
      ("range low=1000 mid=10000 high=100000", "p95", 100_000, 0),
      ("breakeven rule=B1 node=77.1477 reduction=0.9 avoided=0.0315", "value", 2721.26, 1e-5),
      ("breakeven rule=b1b slo=100ms n_rtt=3 s=30ms last_mile=10ms", "value", 437.4, 1e-3),
      (
        "breakeven rule=B2 outages=0.5 mttr=4h failover=10min coverage=0.95 extra=11833.33", "value", 77_986, 1e-3
      ),
      ("breakeven rule=B3 managed=400 infrastructure=150 labour=15000 units_per_person=200", "value", 85.714, 1e-3),
      ("breakeven rule=B4 discount=37%", "value", 0.63, 1e-12),
      ("breakeven rule=B6 hourly=3.13 tps=2000 api=0.9 ops=3750", "value", 1.27577, 1e-5),
      ("breakeven rule=B10 silo=56 pool=39 price=2285 platform=0", "value", 38_845, 1e-9),
    ]
    for item in cases {
      let results = Model.run(item.line)
      let error = Reference.error(Model.number(results, item.key), item.want)
      #expect(error <= item.tolerance, "\(item.line): \(item.key) of \(results)")
    }
  }

  @Test func `a break-even says whether it holds`() {
    let cases: [(line: String, holds: Bool)] = [
      ("rule=B4 discount=37%", true), ("rule=B4 discount=37% utilisation=50%", false),
      ("rule=B4 discount=37% utilisation=70%", true), ("rule=B6 hourly=3.13 tps=2000 api=0.9 ops=3750", false),
      ("rule=B6 hourly=3.13 tps=2000 api=0.9", true), ("rule=B9 fixed=100 p_net=0.02 p_line=0.09", false),
      ("rule=B5 p_od=1 waste=10% p_spot=0.95", false), ("rule=B5 p_od=1 waste=10% p_spot=0.3", true),
      ("rule=B1c saved=100 avoided=0 nodes=2 tco=77", false),
      ("rule=B10 silo=56 pool=39 price=2285 platform=15000", true),
    ]
    for item in cases { #expect(Model.run("breakeven \(item.line)")["holds"] as? Bool == item.holds, "\(item.line)") }
  }

  @Test func `alerts keep their share of the budget when the window changes`() throws {
    let pairs = try #require(Model.run("budget target=99.9% window=30d")["pairs"] as? [[String: Any]])
    #expect(pairs.compactMap { Model.number($0, "factor") } == [14.4, 6, 3, 1])
    let other = try #require(Model.run("budget target=99.9% window=28d")["pairs"] as? [[String: Any]])
    #expect(other.compactMap { Model.number($0, "budget_share") } == [0.02, 0.05, 0.1, 0.1])
    let found = try #require(Model.run("detection target=99.9% window=30d error_ratio=1%")["pairs"] as? [[String: Any]])
    #expect(found.first?["seconds"] is NSNull)
    #expect(Model.number(found[1], "seconds").map { abs($0 - 12_960) < 1e-6 } == true)
  }

  @Test func `an impossible case is refused with its reason`() {
    for (line, says) in [
      ("queue arrival=9 service=1 servers=8", "112.5 %"), ("queue arrival=1 service=-1 servers=8", "positive"),
      ("queue arrival=1 service=1 servers=8 law=exponential cs2=4", "exponential"),
      ("queue arrival=1 service=1 servers=8 law=pareto", "above 1"), ("queue arrival=1 service=1h", "servers"),
      ("queue arrival=1/h service=1ss servers=1", "'ms'"), ("queue arrival=1 arrival=2 service=1 servers=9", "twice"),
      ("budget target=100%", "100 %"), ("availability each=0.9 n=2 k=3", "k must not exceed n"),
      ("availability", "needed"), ("path hops=queue(80/s,10ms)", "arguments"), ("path hops=lognrmal(1,2)", "lognormal"),
      ("path hops=queue(900/s,10ms,2)", "overloaded"), ("path hops=constant(1);", "missing"),
      ("network from=aws:eu-centrl-1 to=Paris", "aws:eu-central-1"), ("egress region=nowhere gb=1", "unknown region"),
      ("staffing arrival=100 service=50ms at=60ms percentile=95%", "no number of servers"),
      ("checkpoint work=1 mtbf=0 checkpoint=1", "positive"), ("offline rate=5 outage=1 loss=0.1 uplink=4", "carry"),
      ("breakeven rule=B99", "unknown rule"), ("breakeven discount=1", "rule"), ("range low=3 high=1", "rises"),
      ("mesh nodes=0.5 degree=2", "whole number"),
      ("surge before=9 after=9 service=1 servers_before=1 servers_after=9 lag=1", "carry"),
      ("retries arrival=9 service=1 servers=3 timeout=1 attempts=2", "overloaded"), ("retries attempts=2", "arrival"),
    ] {
      let error = Model.run(line)["error"] as? String
      #expect(error?.contains(says) == true, "\(line): \(error ?? "no error")")
    }
  }
}
