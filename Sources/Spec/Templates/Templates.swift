/// Commented specs to start from.
package enum Templates {
  /// Names in the order in which they are shown.
  package static let names = ["service", "web", "batch", "store", "model", "training"]

  /// The text of a template; `nil` for an unknown name.
  package static func text(_ name: String) -> String? {
    switch name {
    case "service": service
    case "web": web
    case "batch": batch
    case "store": store
    case "model": model
    case "training": training
    default: nil
    }
  }

  private static let service = """
    # One service and its users. Everything not stated is assumed, and said so in the answer.
    planner: 1
    name: my-system
    horizon: 24 months
    growth: 5%/month                 # of all demand

    users:                           # where requests come from
      customers: {at: Frankfurt, share: 100%, access: fiber}

    workloads:
      api:
        kind: service
        demand: {rate: 120/s, pattern: diurnal}
        work: {cpu: 12 ms, memory: 512 MiB, request: 2 KB, response: 10 KB}
        slo:
          availability: 99.9%
          latency: {p99: 400 ms, from: users}

    """

  private static let model = """
    # A language model that answers. Own accelerators compete with an API when its prices stand here.
    planner: 1
    name: my-assistant
    horizon: 24 months
    growth: 8%/month

    users:
      customers: {at: Frankfurt, share: 100%, access: fiber}

    workloads:
      assistant:
        kind: inference
        demand: {rate: 3/s, pattern: business-hours}
        model: {name: Llama-3.1-8B}  # or parameters, layers, hidden, heads, kv_heads; precision
        tokens: {in: 1200, out: 300}
        # api: {name: hosted, input: 0.5 USD/Mtok, output: 1.5 USD/Mtok, ttft: 800 ms, tpot: 20 ms}
        slo:
          availability: 99.9%
          latency: {ttft: 1500 ms, tpot: 60 ms}   # p95 unless named

    """

  private static let training = """
    # A model that is trained every month, with a deadline.
    planner: 1
    name: my-training

    workloads:
      train:
        kind: training
        model: {parameters: 8e9, precision: bf16}
        tokens: 10e9
        every: 30 days
        dataset: 300 GB
        experiments: 2               # runs for one that counts
        slo: {deadline: 3 days}

    """

  private static let web = """
    # A web shop: an API, its database, a payment provider and a nightly report.
    planner: 1
    name: my-shop
    horizon: 24 months
    growth: 6%/month

    team: {engineer: 150000 USD/year, count: 5, on_call: true}
    budgets: {monthly: 25000 USD}
    transaction: {name: order, workload: api, requests: 12}

    users:
      europe: {at: Frankfurt, share: 70%, access: fiber}
      america: {at: aws:us-east-1, share: 30%, access: 4g}

    workloads:
      api:
        kind: service
        demand: {rate: 150/s, pattern: diurnal}
        work: {cpu: 15 ms, memory: 700 MiB, request: 2 KB, response: 12 KB}
        calls:
          - {to: database, times: 3}
          - {to: payment, times: 0.05, timeout: 3 s, retries: 1}
        slo:
          availability: 99.9%
          latency: {p95: 400 ms, p99: 900 ms, from: users}
      database:
        kind: store
        data: {size: 120 GB, growth: 4%/month, writes: 30/s, item: 2 KB, class: relational}
        slo: {availability: 99.9%, rpo: 5 min}
      payment:
        kind: external
        latency: {p50: 180 ms, p99: 600 ms}
        availability: 99.99%
        price: 0.001 USD/request
      report:
        kind: batch
        jobs: {per: day, count: 40, cores: 2, runtime: 15 min, restartable: true}
        slo: {deadline: 6h}

    """

  private static let batch = """
    # Jobs that must be done by the morning.
    planner: 1
    name: my-nightly-jobs
    horizon: 12 months

    team: {engineer: 150000 USD/year, count: 5}

    workloads:
      nightly:
        kind: batch
        jobs:
          per: day
          count: 400
          cores: 4 cores             # of one job
          runtime: 25 min            # of one job on reference cores
          memory: 8 GiB
          restartable: true          # may be stopped: lets it run on spot machines
        slo:
          deadline: 8h

    """

  private static let store = """
    # A service with a cache and a database behind it.
    planner: 1
    name: my-catalogue
    growth: 3%/month

    users:
      everyone: {at: [51.5, -0.13], share: 100%, access: cable}

    workloads:
      search:
        kind: service
        demand: {rate: 300/s, peak: 3x}
        work: {cpu: {mid: 8 ms, spread: 30%}, memory: 1 GiB}
        calls:
          - {to: hot-items, times: 2}
          - {to: items, times: 1, cached: 80%}
        slo:
          availability: 99.9%
          latency: {p99: 500 ms}
      hot-items:
        kind: store
        data: {size: 6 GB, reads: 0/s, class: cache}
      items:
        kind: store
        data: {size: 300 GB, writes: 20/s, hot: 10%, class: relational}
        slo: {availability: 99.5%}

    """
}
