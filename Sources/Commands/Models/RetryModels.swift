import Formulas
import Foundations

/// Retries and hedged requests.
enum RetryModels {
  static var all: [Calculator] { [retries] }

  private static var retries: Calculator {
    Calculator(
      name: "retries", summary: "what retries or hedged requests gain, and what load they add",
      formula: "load (1−pⁿ)/(1−p), success 1−pⁿ; on a queue λₑ = λ(1−fⁿ)/(1−f), f = P(T > timeout; λₑ); "
        + "hedged λₑ = λ(1 + P(T > hedge; λₑ))",
      source: "geometric attempts; fixed point on M/M/c", domain: "attempts ≥ 1; abandoned work is still done",
      error: "exact for independent attempts; 1e-9 for the fixed point",
      example: "arrival=60/s service=100ms servers=10 timeout=500ms attempts=3",
      parameters: [
        .may("failure", .ratio, .ratio, "probability that one attempt fails"),
        .may("attempts", .count, .whole(1...1_000_000), "attempts at most, the first included"),
        .may("arrival", .rate, .atLeastZero, "instead of failure: requests per second"),
        .may("service", .time, .positive, "mean service time, exponential"),
        .may("servers", .count, .positive, "servers"),
        .may("timeout", .time, .positive, "after which an attempt is given up"),
        .may("hedge", .time, .atLeastZero, "instead of timeout: delay before a second copy is sent"),
      ],
      outputs: [
        .init("success", "", "share of requests answered"), .init("load", "", "calls per request"),
        .init("arrival_effective", "1/s", "calls that reach the servers"),
        .init("failure", "", "share of attempts that time out"),
        .init("metastable", "", "whether an overloaded state exists too, kept up by retries"),
      ] + QueueModels.percentiles.map { .init("response_\($0.0)", "s", "latency that the client sees") }
    ) { (values) throws(Calculator.Refusal) in
      if let failure = values.optional("failure") {
        guard values.optional("arrival") == nil else {
          throw Calculator.Refusal("give either failure, or arrival with service and servers")
        }
        let attempts = try values.needed("attempts", for: "beside failure")
        return [
          ("success", .number(Retries.success(failure: failure, attempts: attempts))),
          ("load", .number(Retries.load(failure: failure, attempts: attempts))),
        ]
      }
      let rate = try values.needed("arrival", for: "where failure is not given")
      let service = try values.needed("service", for: "beside arrival")
      let servers = try values.needed("servers", for: "beside arrival")
      guard rate * service < servers else {
        throw Calculator.Refusal("overloaded even without retries: \(ModelText.significant(rate * service)) erlang")
      }
      if let delay = values.optional("hedge") {
        guard values.optional("timeout") == nil, values.optional("attempts") == nil else {
          throw Calculator.Refusal("give either timeout and attempts, or hedge")
        }
        return hedged(
          rate, HedgedQueue(arrivalPerSecond: rate, serviceSeconds: service, servers: servers, delay: delay))
      }
      let timeout = try values.needed("timeout", for: "beside arrival, or hedge")
      let attempts = try values.needed("attempts", for: "beside timeout")
      return retried(
        rate,
        RetryQueue(
          arrivalPerSecond: rate, serviceSeconds: service, servers: servers, timeout: timeout,
          retries: Int(attempts) - 1))
    }
  }

  private static func retried(_ rate: Double, _ queue: RetryQueue) -> Calculator.Results {
    guard queue.isStable else {
      return storm("a retry storm: the retries of timed-out calls fill the servers", isMetastable: true)
    }
    return [
      ("success", .number(queue.success)), ("load", .number(load(queue.arrivalPerSecond, rate))),
      ("arrival_effective", .number(queue.arrivalPerSecond)), ("failure", .number(queue.failure)),
      ("metastable", .bool(queue.isMetastable)),
    ] + QueueModels.percentiles.map { ("response_\($0.0)", .number(queue.percentile($0.1))) }
  }

  private static func hedged(_ rate: Double, _ queue: HedgedQueue) -> Calculator.Results {
    guard queue.isStable else { return storm("the second copies fill the servers", isMetastable: nil) }
    return [
      ("success", .number(1)), ("load", .number(load(queue.arrivalPerSecond, rate))),
      ("arrival_effective", .number(queue.arrivalPerSecond)),
    ] + QueueModels.percentiles.map { ("response_\($0.0)", .number(queue.percentile($0.1))) }
  }

  private static func load(_ effective: Double, _ rate: Double) -> Double { rate > 0 ? effective / rate : 1 }

  /// No steady state: every figure unknown, with the reason.
  private static func storm(_ reason: String, isMetastable: Bool?) -> Calculator.Results {
    var rows: Calculator.Results = [("success", .null), ("load", .null), ("arrival_effective", .null)]
    if let isMetastable { rows += [("failure", .null), ("metastable", .bool(isMetastable))] }
    rows += QueueModels.percentiles.map { ("response_\($0.0)", .null) }
    return rows + [("reason", .string("no steady state: " + reason))]
  }
}
