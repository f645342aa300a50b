import Formulas
import Simulation
import Foundations

/// Queues: Erlang, staffing, one group, fleets, surges.
enum QueueModels {
  static var all: [Calculator] { [erlang, staffing, queue, fleet, surge] }

  static let percentiles = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("p999", 0.999)]

  private static var erlang: Calculator {
    Calculator(
      name: "erlang", summary: "probability that all servers are busy: lost without a queue (b), waiting with one (c)",
      formula: "B(n) = aB(n−1)/(n + aB(n−1)); C = B/(1 − ρ(1 − B))", source: "Erlang 1917; Jagerman 1974 for real n",
      domain: "load ≥ 0, servers ≥ 0 (real); with load ≥ servers everybody waits", error: "1e-11 relative",
      example: "load=16 servers=21",
      parameters: [
        .needs("load", .count, .atLeastZero, "offered load in erlang"),
        .needs("servers", .count, .atLeastZero, "number of servers, may be a fraction"),
      ],
      outputs: [.init("b", "", "Erlang B: share lost"), .init("c", "", "Erlang C: share that waits")]
    ) { (values) throws(Calculator.Refusal) in
      let (load, servers) = (values.number("load"), values.number("servers"))
      return [
        ("b", .number(Erlang.b(load: load, servers: servers))), ("c", .number(Erlang.c(load: load, servers: servers))),
      ]
    }
  }

  private static var staffing: Calculator {
    Calculator(
      name: "staffing", summary: "smallest number of servers that keeps a probability of waiting or a response time",
      formula: "min{n : C(n, a) ≤ x}, or min{n : P(T > at) ≤ 1 − percentile} of M/M/n",
      source: "Erlang C", domain: "0 < wait_probability ≤ 1; load below 1e9", error: "exact",
      example: "load=16 wait_probability=20%",
      parameters: [
        .may("load", .count, .atLeastZero, "offered load in erlang"),
        .may("wait_probability", .ratio, .ratio, "largest share that may wait"),
        .may("arrival", .rate, .positive, "instead: arrivals per second"),
        .may("service", .time, .positive, "mean service time"),
        .may("at", .time, .positive, "response time to keep"),
        .may("percentile", .ratio, .ratio, standard: "0.99", "share of responses that must keep it"),
      ],
      outputs: [.init("servers", "", "smallest number of servers")]
    ) { (values) throws(Calculator.Refusal) in
      let servers: Int?
      if let load = values.optional("load") {
        servers = Staffing.servers(
          load: load, waitProbability: try values.needed("wait_probability", for: "beside load"))
      } else {
        let rate = try values.needed("arrival", for: "where load is not given")
        let service = try values.needed("service", for: "beside arrival")
        let target = try values.needed("at", for: "beside arrival")
        servers = Staffing.servers(
          arrivalPerSecond: rate, serviceSeconds: service, percentile: values.number("percentile"), target: target)
      }
      guard let servers else { throw Calculator.Refusal("no number of servers reaches that target") }
      return [("servers", .int(servers))]
    }
  }

  private static let queueParameters: [Parameter] = [
    .needs("arrival", .rate, .atLeastZero, "arrivals per second"),
    .needs("service", .time, .positive, "mean service time"),
    .needs("servers", .count, .positive, "workers that serve one queue"),
    .may("ca2", .count, .atLeastZero, "squared variation of the time between arrivals; 1 unless the law says"),
    .may("cs2", .count, .atLeastZero, "squared variation of the service time; 1 unless the law says"),
    .law("law", "law of the service time; by its variation when not named"),
    .law("arrival_law", "law of the time between arrivals"),
    .may("at", .time, .atLeastZero, "also tell the share of responses within this time"),
  ]

  private static let queueOutputs: [Calculator.Output] =
    [
      .init("utilization", "", "busy share of the workers"), .init("wait_probability", "", "share that waits"),
      .init("mean_wait", "s", "mean wait"),
    ]
    + percentiles.map { .init("wait_\($0.0)", "s", "percentile of the wait") }
    + [.init("mean_response", "s", "mean of wait and service")]
    + percentiles.map { .init("response_\($0.0)", "s", "percentile of wait and service") }
    + [
      .init("within", "", "P(response ≤ at)"), .init("law", "", "law of the service time that percentiles assume"),
      .init("method", "", "how it was computed"), .init("error_band", "", "how far it may be off"),
    ]

  private static var queue: Calculator {
    Calculator(
      name: "queue", summary: "waits and responses of workers that share one queue",
      formula: "M/M/c: P(W > t) = C·e^−(cμ−λ)t; others by decomposition of the wait",
      source: "Erlang C; Kimura 1986; Whitt 1993; Franx 2001",
      domain: "arrival · service < servers",
      error: "exact for M/M/c and M/D/c; the band of others is part of the result",
      example: "arrival=100/s service=50ms servers=8",
      parameters: queueParameters, outputs: queueOutputs
    ) { (values) throws(Calculator.Refusal) in
      let inputs = try inputs(values)
      if let rows = simulated(inputs, values) { return rows }
      return try rows(QueueSystem.solve(inputs), inputs, values)
    }
  }

  private static var fleet: Calculator {
    Calculator(
      name: "fleet", summary: "waits and responses of instances behind a balancer",
      formula: "random: each instance is a queue of its own at λ/n; shared: one queue of n·c workers",
      source: "splitting of renewal streams; least-loaded between the pool and one instance alone",
      domain: "arrival · service < instances · servers",
      error: "that of queue; least-loaded lies between shared and random",
      example: "arrival=1860/s service=20ms servers=4 instances=12 balancer=least-loaded",
      parameters: queueParameters + [
        .needs("instances", .count, .whole(1...1_000_000_000), "instances of `servers` workers each"),
        .choice("balancer", Balancer.allCases.map(\.rawValue), standard: "random", "how requests are spread"),
      ], outputs: queueOutputs
    ) { (values) throws(Calculator.Refusal) in
      let inputs = try inputs(values)
      let balancer = Balancer(rawValue: values.text("balancer") ?? "") ?? .random
      return try rows(
        FleetQueue.solve(inputs, instances: values.whole("instances"), balancer: balancer), inputs, values)
    }
  }

  private static var surge: Calculator {
    Calculator(
      name: "surge", summary: "a step in load while new servers take time to start",
      formula: "peak = c₀ + (λ₁ − c₀μ)(lag − t), t = E[S]·ln((λ₁−λ₀)/(λ₁−c₀μ)); the queue as a fluid",
      source: "fluid limit of M(t)/M/c", domain: "before · service ≤ servers_before",
      error: "peak −0.1 to −2 %, late share −1 to −9 % against exact integration",
      example: "before=70/s after=140/s service=1s servers_before=100 servers_after=160 lag=30s at=1s",
      parameters: [
        .needs("before", .rate, .atLeastZero, "requests per second before the step"),
        .needs("after", .rate, .atLeastZero, "requests per second after it"),
        .needs("service", .time, .positive, "mean service time"),
        .needs("servers_before", .count, .positive, "servers until the lag is over"),
        .needs("servers_after", .count, .positive, "servers from then on"),
        .needs("lag", .time, .atLeastZero, "time until the new servers work"),
        .may("at", .time, .atLeastZero, standard: "0", "longest wait that is not late"),
      ],
      outputs: [
        .init("peak", "requests", "most requests in the system at once"),
        .init("drain", "s", "from the new servers' start until nobody waits"),
        .init("late", "requests", "requests that wait longer than `at`"),
        .init("late_ratio", "", "those over all until the queue is gone"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let surge = Surge(
        before: values.number("before"), after: values.number("after"), serviceSeconds: values.number("service"),
        serversBefore: values.number("servers_before"), serversAfter: values.number("servers_after"),
        lag: values.number("lag"), limit: values.number("at"))
      guard let surge else { throw Calculator.Refusal("the servers before the step do not carry the load before it") }
      var rows: Calculator.Results = [
        ("peak", .number(surge.peak)), ("drain", .number(surge.drain)), ("late", .number(surge.late)),
        ("late_ratio", .number(surge.lateRatio)),
      ]
      if !surge.drain.isFinite {
        rows.append(("reason", .string("the servers after the step do not carry the load: the queue never drains")))
      }
      return rows
    }
  }

  /// The queue that inputs describe; a named law brings its variation with it.
  private static func inputs(_ values: ModelValues) throws(Calculator.Refusal) -> QueueInputs {
    QueueInputs(
      arrivalPerSecond: values.number("arrival"), serviceSeconds: values.number("service"),
      servers: values.number("servers"),
      ca2: try variation(values.optional("ca2"), values.law("arrival_law"), "ca2"),
      cs2: try variation(values.optional("cs2"), values.law("law"), "cs2"), law: values.law("law"),
      arrivalLaw: values.law("arrival_law"))
  }

  /// The squared variation given, or the law's own; refuses one that the law cannot have.
  static func variation(
    _ given: Double?, _ law: ServiceLaw?, _ name: String
  ) throws(Calculator.Refusal) -> Double {
    guard let law else { return given ?? 1 }
    let value = given ?? (law == .deterministic ? 0 : 1)
    if law.admits(scv: value) { return value }
    let need =
      switch law {
      case .exponential: "of exactly 1"
      case .deterministic: "of exactly 0"
      case .erlang, .gamma, .lognormal: "above 0"
      case .hyperexponential: "of 1 or more"
      case .pareto: "above 1"
      }
    throw Calculator.Refusal(
      "a squared variation \(need) belongs to law \(law.rawValue), not \(name)=\(JSON.text(of: value))")
  }

  /// Whether the best formula may be far off: uneven arrivals without phases, or service more uneven than 4.
  private static func isBeyondFormulas(_ inputs: QueueInputs) -> Bool {
    guard inputs.isValid, inputs.utilization < 1, inputs.load > 0, !QueueSystem.hasExactSolution(inputs) else {
      return false
    }
    return !inputs.isPoisson || inputs.service.scv > 4 && inputs.servers > 1
  }

  /// The queue simulated, with intervals, where no formula is good enough.
  private static func simulated(_ inputs: QueueInputs, _ values: ModelValues) -> Calculator.Results? {
    guard isBeyondFormulas(inputs) else { return nil }
    let ratios = [0.5, 0.9, 0.95, 0.99, 0.999]
    // The more uneven and the busier, the more customers the same interval takes.
    let unevenness = max(1, inputs.service.scv + inputs.arrival.scv) / (1 - inputs.utilization)
    let customers = Int(min(20_000_000, max(2_000_000, 1_000_000 * unevenness)))
    guard let found = QueueSimulation(inputs, percentiles: ratios, customers: customers, seed: 1) else { return nil }
    var rows: Calculator.Results = [
      ("utilization", .number(inputs.utilization)), ("wait_probability", .number(found.waitProbability.value)),
      ("mean_wait", .number(found.meanWait.value)),
    ]
    for (name, figure) in zip(percentiles.map(\.0), found.wait) { rows.append(("wait_\(name)", .number(figure.value))) }
    rows.append(("mean_response", .number(found.meanResponse.value)))
    for (name, figure) in zip(percentiles.map(\.0), found.response) {
      rows.append(("response_\(name)", .number(figure.value)))
    }
    if let at = values.optional("at") {
      rows.append(("within", .number(1 - QueueSystem.solve(inputs).responseTail(at))))
    }
    let widths = zip(percentiles.map(\.0), found.response).map { name, figure in
      "\(name) ±\(ModelText.significant(figure.halfWidth / max(figure.value, 1e-300) * 100)) %"
    }
    return rows + [
      ("law", .string(inputs.service.law.rawValue)),
      ("method", .string("simulated, \(found.customers) customers, seed 1")),
      ("error_band", .string("95 % interval: " + widths.joined(separator: ", "))),
    ]
  }

  private static func rows(
    _ result: QueueResult, _ inputs: QueueInputs, _ values: ModelValues
  ) throws(Calculator.Refusal) -> Calculator.Results {
    guard result.isStable else {
      let load = ModelText.significant(result.utilization * 100)
      throw Calculator.Refusal(
        "overloaded: the workers would be busy \(load) % of the time, the queue grows without end")
    }
    var rows: Calculator.Results = [
      ("utilization", .number(result.utilization)), ("wait_probability", .number(result.waitProbability)),
      ("mean_wait", .number(result.meanWait)),
    ]
    for (name, p) in percentiles { rows.append(("wait_\(name)", .number(result.waitPercentile(p)))) }
    rows.append(("mean_response", .number(result.meanResponse)))
    for (name, p) in percentiles { rows.append(("response_\(name)", .number(result.responsePercentile(p)))) }
    if let at = values.optional("at") { rows.append(("within", .number(1 - result.responseTail(at)))) }
    return rows + [
      ("law", .string(result.law.rawValue)), ("method", .string(result.method)),
      ("error_band", .string(result.errorBand)),
    ]
  }
}
