import Foundations

/// The keys of workloads: those of all, and those of each kind.
extension KeyTables {
  /// What every workload has.
  static let workload = KeyTable(
    "a workload",
    [
      Key("kind", .choice(kinds), "what it is", isRequired: true), Key("slo", .table(slo), "its objectives"),
      Key("place", .table(place), "where it may run"), Key("calls", .list(.table(call)), "workloads it calls"),
      Key("users", .mapping("a share", keys: .reference, .share), "its own shares of the user groups"),
      Key("growth", .growth, "its own growth"), Key("outage_cost", .amount(.moneyPerMinute), "of an outage"),
      Key("fleet", .text, "runs on that fleet's hardware if it fits"),
      Key("owner", .text, "team or person who answers for it"), Key("runbook", .text, "where its runbook stands"),
    ])

  /// The table of a kind, common keys included.
  static func workload(kind: String) -> KeyTable {
    let own = ownKeys[kind] ?? []
    return KeyTable(article(kind), workload.keys.filter { key in !own.contains { $0.name == key.name } } + own)
  }

  /// `a service`, `an inference`.
  static func article(_ kind: String) -> String {
    (["inference", "external"].contains(kind) ? "an " : "a ") + kind
  }

  static let slo = KeyTable(
    "an SLO",
    [
      Key(
        "availability",
        .forms(
          scalar: .share,
          mappings: [
            (
              "targetPercent",
              .table(KeyTable("an availability", [Key("targetPercent", .exact(.count), "in percent")]))
            ),
            ("target", .table(KeyTable("an availability", [Key("target", .share, "as a ratio")]))),
          ]), "share of requests (or minutes) that succeed"),
      Key("latency", .table(latency), "percentiles of response times"),
      Key("completion", .table(percentiles("a completion")), "from accepted to done, for asynchronous work"),
      Key("deadline", .limit(.time), "of a lot of jobs, or a training"),
      Key("throughput", .limit(.rate), "least rate"), Key("loss", .share, "events lost while links are down"),
      Key("rto", .exact(.time), "until service is restored"), Key("rpo", .exact(.time), "of data that may be lost"),
      Key("window", .limit(.time), "of the error budget; 28d"),
      Key("method", .choice(["occurrences", "timeslices"]), "how failures are counted; occurrences"),
      Key("slice", .limit(.time), "length of a timeslice; 1 min"),
      Key("slice_target", .share, "share of a slice that must be good; that of the objective"),
      Key("cost_per_transaction", .exact(.money), "most one may cost"),
    ])

  private static let percentileNames = ["p50", "p75", "p90", "p95", "p99", "p999"]

  private static func percentiles(_ name: String) -> KeyTable {
    KeyTable(name, percentileNames.map { Key($0, .limit(.time), "limit of that percentile") })
  }

  static let latency = KeyTable(
    "a latency objective",
    percentileNames.map { Key($0, .limit(.time), "limit of that percentile") } + [
      Key("from", .choice(["users", "gateway", "service"]), "where it is measured; users"),
      Key(
        "hard",
        .forms(
          scalar: .choice(HardDeadline.classes.map(\.name)),
          mappings: [
            (
              "",
              .table(
                KeyTable(
                  "a hard deadline",
                  [
                    Key("within", .limit(.time), "from which an answer is worthless", isRequired: true),
                    Key("misses", .share, "of the requests, at least 0.0001%", isRequired: true),
                  ]))
            )
          ]), "a deadline that must not be missed: within and misses, or trading, driving, live-streaming"),
      Key("ttft", tokenTime, "time to the first token; p95 unless named"),
      Key("tpot", tokenTime, "time per further token; p95 unless named"),
    ])

  private static let tokenTime = Shape.forms(
    scalar: .limit(.time), mappings: [("", .table(percentiles("a token time")))])

  static let call = KeyTable(
    "a call",
    [
      Key("to", .text, "workload called", isRequired: true), Key("times", .amount(.count), "calls a request; 1"),
      Key("parallel", .bool, "all at once"), Key("optional", .bool, "the answer does not need it"),
      Key("retries", .integer(0...20), "attempts after the first"), Key("timeout", .positive(.time), "of one attempt"),
      Key(
        "cached",
        .forms(
          scalar: .part,
          mappings: [
            ("edge", .table(callCache)), ("regional", .table(callCache)), ("ttl", .table(callCache)),
            ("stale", .table(callCache)), ("", .part),
          ]), "answered from a cache: a share, or caches from which it follows"),
      Key("async", .bool, "off the critical path, through a queue"),
      Key("idempotent", .bool, "may be made twice without harm; true"),
      Key(
        "contract", .choice(["backward", "forward", "full", "none"]), "compatibility that changes of the data must keep"
      ),
    ])

  static let callCache = KeyTable(
    "caches before a store",
    [
      Key("edge", .positive(.size), "of each cache beside the caller"),
      Key("caches", .positive(.count), "caches beside the caller; 1"),
      Key("regional", .positive(.size), "of one cache behind these, in the region"),
      Key("ttl", .positive(.time), "after which a copy is fetched again; 5 min"),
      Key("stale", .part, "calls that may get what is older than the last write; shortens the ttl"),
    ])

  private static let demand = KeyTable(
    "a demand",
    [
      Key("rate", .growing(.rate), "mean rate", isRequired: true),
      Key("peak", .either(.factor, .rate), "busy hour over mean, or a rate"),
      Key("variability", .variability, "squared variation of arrivals; 1"),
      Key("pattern", .choice(["steady", "diurnal", "business-hours", "bursty"]), "over the day; diurnal"),
      Key("timezone", .text, "of the pattern"),
      Key(
        "burst",
        .table(
          KeyTable(
            "a burst",
            [
              Key("factor", .amount(.factor), "over the busy hour"), Key("duration", .amount(.time), "how long"),
              Key("every", .amount(.time), "how often"),
            ])), "sudden load"),
    ])

  private static let demandShape = Shape.forms(scalar: .choice(["from-calls"]), mappings: [("", .table(demand))])

  static let cpu = Shape.forms(
    scalar: .amount(.time),
    mappings: [
      (
        "time",
        .table(
          KeyTable(
            "a CPU time",
            [
              Key("time", .amount(.time), "as measured", isRequired: true),
              Key("on", .text, "machine", isRequired: true),
            ]))
      ),
      (
        "utilization",
        .table(
          KeyTable(
            "a measured utilization",
            [
              Key("utilization", .part, "of the CPUs", isRequired: true),
              Key("at", .amount(.rate), "at this rate", isRequired: true),
              Key("on", .text, "machine", isRequired: true),
              Key("count", .amount(.count), "machines; 1"),
            ]))
      ),
      ("p50", .distribution(.time)), ("histogram", .distribution(.time)), ("", .amount(.time)),
    ])

  private static let work = KeyTable(
    "work",
    [
      Key("cpu", cpu, "CPU time of one request on the reference core"),
      Key("variability", .variability, "squared variation of the CPU time; 1"),
      Key("memory", .amount(.size), "of one instance"), Key("request", .amount(.size), "bytes in"),
      Key("response", .amount(.size), "bytes out"), Key("start", .amount(.time), "until a new instance serves"),
      Key("off_cpu", .amount(.time), "waiting that uses no CPU"),
      Key("balancer", .choice(["random", "round-robin", "least-loaded", "shared"]), "before the instances; random"),
    ])

  private static let model = KeyTable(
    "a model",
    [
      Key("name", .text, "known model"), Key("parameters", .amount(.count), "such as 8e9"),
      Key("layers", .integer(1...10_000), "layers"), Key("hidden", .integer(1...1_000_000), "hidden size"),
      Key("heads", .integer(1...10_000), "attention heads"), Key("kv_heads", .integer(1...10_000), "key-value heads"),
      Key("precision", .text, "such as fp16"), Key("base", .amount(.time), "fixed time of a batch"),
      Key("per_item", .amount(.time), "time of each item"),
      Key("batch_limit", .integer(1...1_000_000), "largest batch"),
      Key("flops", .amount(.count), "of one item"), Key("bytes", .amount(.size), "input of one item"),
    ])

  private static let ownKeys: [String: [Key]] = [
    "service": [
      Key("demand", demandShape, "what comes from outside"), Key("work", .table(work), "what a request costs"),
      Key(
        "schedule",
        .table(
          KeyTable(
            "a schedule",
            [
              Key("hours", .positive(.time), "it is on a day; 24 h"), Key("days", .integer(1...7), "a week; 7"),
            ])), "switched off outside these hours; always on"),
    ],
    "batch": [
      Key(
        "jobs",
        .table(
          KeyTable(
            "jobs",
            [
              Key("per", .choice(["hour", "day", "week", "month"]), "how often a lot is released; day"),
              Key("count", .amount(.count), "jobs of a lot", isRequired: true),
              Key("cores", .positive(.cores), "of one job; 1"),
              Key("runtime", .positive(.time), "of one job on reference cores", isRequired: true),
              Key("variability", .variability, "squared variation of the runtime; 0.25"),
              Key("memory", .amount(.size), "of one job"), Key("input", .amount(.size), "read by one job"),
              Key("output", .amount(.size), "written by one job"), Key("checkpoint", .amount(.time), "time one takes"),
              Key("restartable", .bool, "may be stopped and started again"),
              Key("start", .clock, "when the lot is released"),
              Key("arrivals", .choice(["lot", "spread"]), "released together or over the period; lot"),
              Key("widths", .choice(["equal", "mixed"]), "cores of the jobs that share the queue; equal"),
              Key("scheduler", .choice(["easy", "fcfs"]), "of the queue, where widths are mixed; easy"),
            ])), "the work", isRequired: true),
      Key("pool", .many(.text), "fleets of own machines that the jobs may use together"),
    ],
    "stream": [
      Key(
        "events",
        .table(
          KeyTable(
            "events",
            [
              Key("rate", .growing(.rate), "mean rate", isRequired: true),
              Key("peak", .either(.factor, .rate), "busy hour over mean, or a rate"),
              Key("size", .amount(.size), "of one"), Key("partitions", .integer(1...100_000), "partitions"),
              Key("retention", .amount(.time), "kept for"), Key("replicas", .integer(1...9), "copies"),
              Key("consumers", .integer(1...10_000), "groups that read"),
            ])), "what comes in", isRequired: true), Key("work", .table(work), "what an event costs"),
      Key("broker", .choice(["kafka", "mqtt", "auto"]), "what carries it"),
    ],
    "inference": [
      Key("demand", demandShape, "what comes from outside"), Key("model", .table(model), "the model"),
      Key("work", .table(work), "besides the model"),
      Key(
        "tokens",
        .table(
          KeyTable(
            "tokens",
            [
              Key("in", .amount(.tokens), "read a request"), Key("out", .amount(.tokens), "written a request"),
              Key("prefix", .amount(.tokens), "shared by requests"),
            ])), "of a request"),
      Key("measured", .list(.table(measured)), "own measurements"),
      Key(
        "candidates",
        .list(
          .table(
            KeyTable(
              "a candidate",
              [
                Key("api", .text, "an API"), Key("model", .text, "a model"),
                Key("quality", .part, "its quality"),
              ]))), "models that could answer"),
      Key(
        "quality", .table(KeyTable("a quality", [Key("minimum", .share, "least")])), "what answers must reach"),
      Key("api", .table(api), "a model behind an API that competes"),
      Key(
        "cache",
        .table(
          KeyTable(
            "a cache",
            [
              Key("hits", .part, "answered without the model"),
              Key("kind", .choice(["exact", "semantic"]), "word for word or in meaning; semantic"),
              Key("retention", .amount(.time), "answers kept for"),
            ])), "of answers"),
      Key(
        "drift",
        .table(
          KeyTable(
            "a drift", [Key("check", .amount(.time), "how often"), Key("retrain", .amount(.time), "how often")])),
        "how the model is kept good"),
    ],
    "training": [
      Key("model", .table(model), "the model"), Key("tokens", .amount(.tokens), "trained on"),
      Key("flops", .amount(.count), "in all"), Key("measured", .table(measured), "a run that was measured"),
      Key("every", .amount(.time), "how often"), Key("start", .clock, "when"),
      Key(
        "dataset",
        .forms(
          scalar: .amount(.size),
          mappings: [
            (
              "size",
              .table(
                KeyTable(
                  "a data set",
                  [
                    Key("size", .amount(.size), "bytes", isRequired: true), Key("at", .place, "where it lies"),
                    Key("changes", .part, "new from run to run"),
                  ]))
            ), ("", .amount(.size)),
          ]), "data"), Key("programme", .amount(.factor), "restarts and evaluation over the plain run; 1.25"),
      Key("captures", .many(.choice(["data", "settings", "environment"])), "kept of each run, to repeat it"),
      Key("checkpoint", .amount(.size), "size of one"), Key("experiments", .amount(.count), "runs for one that counts"),
    ],
    "store": [
      Key(
        "data",
        .table(
          KeyTable(
            "data",
            [
              Key("size", .growing(.size), "kept", isRequired: true), Key("growth", .growth, "of the size"),
              Key("reads", .growing(.rate), "own reads, besides calls"), Key("writes", .growing(.rate), "writes"),
              Key("item", .amount(.size), "one item"), Key("hot", .part, "share read often"),
              Key("zipf", .amount(.count), "exponent of popularity"), Key("retention", .amount(.time), "kept for"),
              Key(
                "class", .choice(["relational", "document", "cache", "object", "vector", "lineage"]),
                "of data; relational"),
              Key("connections", .amount(.count), "clients"),
            ])), "what is kept", isRequired: true),
      Key("engine", .choice(["postgres", "mysql", "redis", "memcached", "mongodb", "opensearch", "s3"]), "product"),
      Key("consistency", .choice(["strong", "eventual"]), "of reads; strong"),
      Key(
        "backup",
        .forms(
          scalar: .bool,
          mappings: [
            (
              "",
              .table(
                KeyTable(
                  "a backup", [Key("every", .amount(.time), "how often"), Key("retention", .amount(.time), "kept for")])
              )
            )
          ]), "whether and how"),
    ],
    "device": [
      Key("fleet", .text, "the fleet it runs on", isRequired: true),
      Key(
        "produces",
        .table(
          KeyTable("a product", [Key("rate", .amount(.rate), "of one device"), Key("size", .amount(.size), "of one")])),
        "what a device sends"), Key("passes", .part, "what local filtering lets through"),
      Key(
        "filter",
        .table(
          KeyTable(
            "a filter",
            [
              Key("events", .amount(.rate), "real ones"), Key("clip", .amount(.size), "sent for one"),
              Key("false_alarms", .amount(.count), "for each real one"),
            ])), "local filtering, computed"), Key("work", .table(work), "what a device computes"),
      Key(
        "offline",
        .table(
          KeyTable(
            "offline work",
            [
              Key("must_work", .bool, "without a link"), Key("buffer", .amount(.size), "at hand"),
              Key("shared", .positive(.count), "objects that every device may write; conflicts follow"),
            ])),
        "without a link"),
      Key("topology", .choice(["hub-and-spoke", "mesh", "fog", "auto"]), "of the network"),
    ],
    "external": [
      Key("latency", .distribution(.time), "its response times"), Key("availability", .part, "as promised"),
      Key("price", .amount(.moneyPerRequest), "of a request"), Key("limit", .amount(.rate), "most it takes"),
      Key("location", .place, "where it stands"),
    ],
  ]

  private static let measured = KeyTable(
    "a measurement",
    [
      Key("hardware", .text, "machine or GPU"), Key("base", .amount(.time), "fixed time of a batch"),
      Key("per_item", .amount(.time), "time of each item"), Key("gpu", .text, "GPU"),
      Key("gpus", .integer(1...100_000), "how many"), Key("hours", .amount(.count), "how long"),
    ])

  private static let api = KeyTable(
    "an API",
    [
      Key("name", .text, "its name"), Key("input", .amount(.moneyPerMtok), "price of tokens read"),
      Key("output", .amount(.moneyPerMtok), "price of tokens written"),
      Key("cached_input", .amount(.moneyPerMtok), "price of tokens read again"),
      Key("ttft", tokenTime, "time to the first token"), Key("tpot", tokenTime, "time per further token"),
      Key("limit", .amount(.tokenRate), "most it takes"),
      Key("residency", .many(.vocabulary(.residency)), "where it answers"),
    ])

  /// The kind a key belongs to, for those that stand in another.
  static func kinds(with key: String) -> [String] {
    kinds.filter { ownKeys[$0]?.contains { $0.name == key } == true }
  }
}
