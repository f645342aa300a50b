import Formulas
import Foundations

/// Queues: Erlang, staffing, one group, fleets.
enum QueueCalculators {
  private static let laws = ServiceLaw.allCases.map(\.rawValue)

  private static let queueParameters: [Calculator.Parameter] = [
    .init("arrival", .quantity(.rate), "arrivals per second"), .init("service", .quantity(.time), "mean service time"),
    .init("servers", .quantity(.count), "workers that serve one queue"),
    .init("ca2", .quantity(.count), standard: "1", "squared variation of the time between arrivals"),
    .init("cs2", .quantity(.count), standard: "1", "squared variation of the service time"),
    .init("law", .choice(laws), standard: "", "law of the service time; by its variation when not named"),
    .init("arrival_law", .choice(laws), standard: "", "law of the time between arrivals"),
    .init("at", .quantity(.time), standard: "", "also the share of responses within this time"),
  ]

  static let all: [Calculator] = [
    Calculator(
      name: "erlang", summary: "probability that all servers are busy: b, lost; c, waits",
      formula: "B(n) = aB(n−1)/(n + aB(n−1)); C = B/(1 − ρ(1 − B))", source: "Erlang 1917; Jagerman 1974 for real n",
      domain: "load ≥ 0, servers ≥ 0 (real); c needs load < servers, else 1", error: "1e-12 relative",
      parameters: [
        .init("load", .quantity(.count), "offered load in erlang"), .init("servers", .quantity(.count), "servers"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      [
        ("b", .number(Erlang.b(load: values.number("load"), servers: values.number("servers")))),
        ("c", .number(Erlang.c(load: values.number("load"), servers: values.number("servers")))),
      ]
    },
    Calculator(
      name: "staffing", summary: "smallest number of servers that keeps the probability of waiting",
      formula: "min{n : C(n, a) ≤ x}", source: "Erlang C", domain: "0 < x ≤ 1", error: "exact",
      parameters: [
        .init("load", .quantity(.count), "offered load in erlang"),
        .init("wait_probability", .quantity(.ratio), "largest share that may wait"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      guard
        let servers = Staffing.servers(
          load: values.number("load"), waitProbability: values.number("wait_probability"))
      else { throw Calculator.Refusal("no number of servers reaches that probability") }
      return [("servers", .int(servers))]
    },
    Calculator(
      name: "queue", summary: "waits and responses of workers that share one queue",
      formula: "M/M/c: P(W>t) = C·e^−(cμ−λ)t; others by decomposition of the wait",
      source: "Erlang C; Kimura 1986; Whitt 1993; Franx 2001",
      domain: "arrival · service < servers",
      error: "exact for M/M/c and M/D/c; the band of others is part of the result",
      parameters: queueParameters
    ) { (values) throws(Calculator.Refusal) in
      let inputs = inputs(values)
      return try rows(QueueSystem.solve(inputs), inputs, values)
    },
    Calculator(
      name: "fleet", summary: "waits and responses of instances behind a balancer",
      formula: "random: each instance is a queue of its own at λ/n; shared: one queue of n·c workers",
      source: "reference: queueing of split streams",
      domain: "arrival · service < instances · servers",
      error: "that of queue; least-loaded lies between shared and random",
      parameters: queueParameters + [
        .init("instances", .quantity(.count), "instances of `servers` workers each"),
        .init("balancer", .choice(Balancer.allCases.map(\.rawValue)), standard: "random", "how requests are spread"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let inputs = inputs(values)
      let instances = values.number("instances")
      guard instances >= 1, instances <= 1e9 else { throw Calculator.Refusal("instances must be at least 1") }
      let balancer = Balancer(rawValue: values.texts["balancer"] ?? "random") ?? .random
      return try rows(FleetQueue.solve(inputs, instances: Int(instances), balancer: balancer), inputs, values)
    },
  ]

  private static func inputs(_ values: Calculator.Values) -> QueueInputs {
    QueueInputs(
      arrivalPerSecond: values.number("arrival"), serviceSeconds: values.number("service"),
      servers: values.number("servers"), ca2: values.number("ca2"), cs2: values.number("cs2"),
      law: values.texts["law"].flatMap { ServiceLaw.named($0) },
      arrivalLaw: values.texts["arrival_law"].flatMap { ServiceLaw.named($0) })
  }

  private static func rows(
    _ result: QueueResult, _ inputs: QueueInputs, _ values: Calculator.Values
  ) throws(Calculator.Refusal) -> [(String, JSON)] {
    guard inputs.isValid else { throw Calculator.Refusal("arrival, service and servers must be positive") }
    guard result.isStable else {
      throw Calculator.Refusal(
        "overloaded: the servers would be busy \(Money(result.utilization * 100).formatted(places: 1)) % of the time")
    }
    var rows: [(String, JSON)] = [
      ("utilization", .number(result.utilization)), ("wait_probability", .number(result.waitProbability)),
      ("mean_wait", .number(result.meanWait)),
    ]
    let percentiles = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("p999", 0.999)]
    for (name, p) in percentiles { rows.append(("wait_\(name)", .number(result.waitPercentile(p)))) }
    rows.append(("mean_response", .number(result.meanResponse)))
    for (name, p) in percentiles { rows.append(("response_\(name)", .number(result.responsePercentile(p)))) }
    if let at = values.optional("at") { rows.append(("within", .number(1 - result.responseTail(at)))) }
    rows += [
      ("law", .string(result.law.rawValue)), ("method", .string(result.method)),
      ("error_band", .string(result.errorBand)),
    ]
    return rows
  }
}
