import Testing

@testable import Formulas

@Suite struct ErlangTests {
  @Test("Erlang B and C agree with 60-digit values")
  func literal() {
    let cases: [(Double, Double, Double)] = [
      (Erlang.b(load: 1, servers: 1), 0.5, 1e-15), (Erlang.b(load: 100, servers: 100), 0.075700452710861, 1e-12),
      (Erlang.c(load: 5, servers: 8), 0.167266506661757, 1e-12),
      (Erlang.c(load: 99_990, servers: 100_000), 0.960965428299724, 1e-11),
      (Erlang.c(load: 2, servers: 2.5), 0.67704652780775, 1e-11), (Erlang.b(load: 0.1, servers: 170), 0, 0),
      (Erlang.c(load: 0, servers: 3), 0, 0), (Erlang.c(load: 3, servers: 3), 1, 0),
      (Erlang.b(load: 0, servers: 0), 1, 0),
    ]
    for (value, expected, tolerance) in cases { #expect(Oracle.error(value, expected) <= tolerance) }
    #expect(Erlang.c(load: -1, servers: 1).isNaN)
  }

  @Test("Erlang B and C agree with every reference row")
  func oracle() {
    for row in Oracle.rows("erlang.csv") ?? [] {
      let (a, c, expected) = (row.number("offered_load_a"), row.number("c"), row.number("expected"))
      let value = row["function"] == "erlangB" ? Erlang.b(load: a, servers: c) : Erlang.c(load: a, servers: c)
      let good = expected < 1e-300 ? value < 1e-300 : Oracle.error(value, expected) <= row.number("tolerance_rel")
      #expect(good, "a=\(a) c=\(c): \(value) for \(expected)")
    }
  }

  @Test("the recursion and the expansion agree where they meet, under and over full load")
  func seam() {
    for ratio in [0.2, 0.5, 0.9, 0.999, 1.0, 1.2, 1.5] {
      for c in [100.0, 163, 500] {
        var y = 1.0
        for k in 1...Int(c) { y = 1 + y * (Double(k) / (c * ratio)) }
        #expect(Oracle.error(Erlang.b(load: c * ratio, servers: c), 1 / y) < 1e-11, "\(ratio) \(c)")
      }
    }
  }

  @Test("a real number of servers lies between its neighbours, smoothly")
  func realServers() {
    for load in [0.01, 0.5, 1.4, 1.6, 7.3, 95] {
      for base in stride(from: load.rounded(.up), to: load + 10, by: 1) {
        let values = (0...4).map { Erlang.b(load: load, servers: base + Double($0) / 4) }
        for i in 0..<4 { #expect(values[i] > values[i + 1]) }
      }
    }
  }

  @Test("one pass gives the delays of every number of servers")
  func delays() {
    let all = Erlang.delays(load: 7.5, upTo: 40)
    for (i, value) in all.enumerated() {
      #expect(Oracle.error(value, Erlang.c(load: 7.5, servers: Double(i + 1))) < 1e-13)
    }
  }

  @Test("staffing finds the smallest number of servers of every reference row")
  func staffing() {
    #expect(Staffing.servers(load: 10, waitProbability: 0.2) == 14)
    for row in Oracle.rows("staffing.csv") ?? [] {
      let found: Int?
      if row["problem"] == "P(wait)<=x" || row["problem"] == "min c: P(wait)<=x" {
        found = Staffing.servers(load: row.number("load"), waitProbability: row.number("target"))
      } else {
        let load = Oracle.inputs(row["load"] ?? "")
        let target = Oracle.inputs(row["target"] ?? "")
        found = Staffing.servers(
          arrivalPerSecond: load["lam"] ?? .nan, serviceSeconds: load["es"] ?? .nan,
          percentile: target["p"] ?? .nan, target: target["t"] ?? .nan)
      }
      #expect(found ?? -1 == Int(row.number("expected_c")), "\(row)")
    }
  }

  @Test("M/M/c agrees with every reference row")
  func queue() {
    for row in Oracle.rows("queue_mmc.csv") ?? [] {
      let (c, rho, es, p) = (row.number("c"), row.number("rho"), row.number("mean_service"), row.number("p"))
      let queue = MMcQueue(arrivalPerSecond: c * rho / es, serviceSeconds: es, servers: c)
      let value =
        switch row["quantity"] {
        case "EW": queue.meanWait
        case "W": queue.waitPercentile(p)
        default: queue.responsePercentile(p)
        }
      #expect(Oracle.error(value, row.number("expected")) <= row.number("tolerance_rel"), "\(row) \(value)")
    }
  }

  @Test("the normal and gamma quantiles invert their distributions")
  func quantiles() {
    for p in [1e-12, 1e-5, 0.01, 0.3, 0.5, 0.7, 0.99, 0.99999] {
      #expect(Oracle.error(Normal.cdf(Normal.quantile(p)), p) < 1e-13)
      for a in [0.05, 0.3, 1, 2.5, 40, 900] {
        #expect(Oracle.error(GammaFunctions.lower(a, GammaFunctions.quantile(a, p)), p) < 1e-9, "\(a) \(p)")
      }
    }
    #expect(Oracle.error(GammaFunctions.logGamma(0.5), 0.5723649429247001) < 1e-14)
  }
}
