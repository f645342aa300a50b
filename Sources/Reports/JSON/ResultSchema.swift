import Foundations

/// The JSON Schema (2020-12) of results, version 1.
package enum ResultSchema {
  /// The schema.
  package static var json: JSON {
    let head: [(String, JSON)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("planner result, version 1")),
    ]
    return object(
      [
        ("planner", header), ("verdict", choice(["pass", "fail", "infeasible"])), ("currency", text), ("month", whole),
        ("assumptions", list(object([("path", text), ("value", text), ("unit", text), ("why", text)]))),
        ("inputs", whole), ("workloads", map(workload)), ("totals", totals),
        ("shared", object([("lines", list(line))])),
        ("horizon", list(object([("month", whole), ("cost", orNull(money)), ("first_breach", orNull(text))]))),
        ("breaks", list(breach)), ("budgets", list(budget)), ("gates", list(gate)), ("search", search),
      ],
      optional: [
        ("bill", object([("stated", money), ("modelled", money), ("unexplained", money)])),
        (
          "credits",
          list(object([("provider", text), ("amount", money), ("covers_months", number), ("saves", money)]))
        ),
        ("pools", list(pool)), ("packings", list(packing)), ("fills", list(fill)),
        ("gains", list(gain)),
        ("revenue", object([("per_month", money), ("gross_margin", orNull(number))])), ("ranges", ranges),
        ("check", check), ("split", split),
      ], head: head)
  }

  // MARK: What could be shared

  private static var pool: JSON {
    let member = object([
      ("name", text), ("load", number), ("silo_servers", number), ("quota", number),
    ])
    return object([
      ("what", text), ("silo_servers", number), ("pool_servers", number), ("wait_probability", number),
      ("unit_price", money), ("platform", money), ("margin", money), ("pays", .object([("type", .string("boolean"))])),
      ("three_years", object([("silos", money), ("pool", money)])), ("members", list(member)),
    ])
  }

  private static var packing: JSON {
    object([
      ("place", text), ("members", list(text)), ("pods", number), ("machine", text), ("nodes", number),
      ("per_month", money), ("separate_machines", number), ("separate_per_month", money), ("saving", money),
    ])
  }

  private static var growth: JSON {
    object([
      ("months", list(number)),
      (
        "ways",
        list(
          object([
            ("model", text), ("form", text), ("topology", text), ("place", text), ("costs", list(orNull(money))),
          ]))
      ),
      ("flips_in_month", orNull(number)), ("flips_to", orNull(text)),
    ])
  }

  private static var fill: JSON {
    object([
      ("host", text), ("filler", text), ("free_core_hours", number), ("needed_core_hours", number), ("share", number),
      ("saving", money),
    ])
  }

  // MARK: Words

  private static let text = JSON.object([("type", .string("string"))])
  private static let number = JSON.object([("type", .string("number"))])
  private static let whole = JSON.object([("type", .string("integer"))])
  private static let flag = JSON.object([("type", .string("boolean"))])
  private static let ratio = JSON.object([
    ("type", .string("number")), ("minimum", .int(0)), ("maximum", .int(1)),
  ])
  private static let money = JSON.object([("type", .string("string")), ("pattern", .string("^-?[0-9]+(\\.[0-9]+)?$"))])
  private static let digest = JSON.object([("type", .string("string")), ("pattern", .string("^[0-9a-f]{64}$"))])

  private static func choice(_ words: [String]) -> JSON { .object([("enum", .array(words.map { .string($0) }))]) }
  private static func orNull(_ schema: JSON) -> JSON {
    .object([("anyOf", .array([schema, .object([("type", .string("null"))])]))])
  }
  private static func list(_ schema: JSON) -> JSON { .object([("type", .string("array")), ("items", schema)]) }
  private static func map(_ schema: JSON) -> JSON {
    .object([("type", .string("object")), ("additionalProperties", schema)])
  }

  /// An object with required and optional members; more may be added, and `reason` explains what is null.
  private static func object(
    _ members: [(String, JSON)], optional: [(String, JSON)] = [], head: [(String, JSON)] = []
  ) -> JSON {
    .object(
      head + [
        ("type", .string("object")), ("properties", .object(members + optional + [("reason", text)])),
        ("required", .array(members.map { .string($0.0) })),
      ])
  }

  // MARK: Parts

  private static var header: JSON {
    object([
      ("version", text), ("result_version", .object([("const", .int(1))])),
      ("catalog", object([("date", text), ("sha256", digest), ("oldest_price", text)])),
      ("spec", object([("path", text), ("name", text), ("sha256", digest)], optional: [("text", text)])),
    ])
  }

  /// What `planner check` adds.
  private static var check: JSON {
    let against = object([
      ("path", text), ("name", text), ("sha256", digest), ("catalog_date", text), ("per_month", orNull(money)),
    ])
    let limit = object(
      [
        ("id", text), ("rule", text), ("workload", orNull(text)),
        ("outcome", choice(["met", "missed", "unknown", "blocked"])), ("level", orNull(text)), ("message", text),
        ("value", orNull(number)), ("limit", orNull(number)), ("unit", text), ("path", text), ("line", orNull(whole)),
      ], optional: [("probability", ratio), ("confidence", ratio), ("forgiven", text)])
    return object([
      ("holds", flag), ("exit_code", whole), ("strict", flag), ("against", orNull(against)), ("limits", list(limit)),
    ])
  }

  private static var line: JSON {
    object([
      ("category", text), ("item", text), ("quantity", number), ("unit", text), ("unit_price", money),
      ("per_month", money), ("source", text),
    ])
  }

  private static var totals: JSON {
    let spread = object([("p10", money), ("p50", money), ("p90", money), ("expected", money)])
    return object(
      [
        ("per_month", orNull(money)), ("per_transaction", orNull(money)), ("transaction", text),
        ("transactions_per_month", number), ("per_customer", orNull(money)), ("by_category", map(money)),
        ("by_model", map(money)),
      ], optional: [("per_month_range", spread), ("per_transaction_range", spread)])
  }

  private static let percentiles: [(String, JSON)] = [
    ("p50", orNull(number)), ("p95", orNull(number)), ("p99", orNull(number)), ("mean", orNull(number)),
  ]

  private static var placement: JSON {
    let site = object([
      ("provider", text), ("region", text), ("zones", whole), ("machine", orNull(text)), ("count", whole),
      ("purchase", text),
    ])
    let latency = object(
      percentiles + [("hops", list(object([("name", text)] + percentiles))), ("method", text)])
    let rejected = object(
      [("constraint", text), ("by", text)],
      optional: [("extra_per_month", money), ("value", number), ("limit", number), ("unit", text)])
    return object(
      [
        ("model", choice(["grid", "cloud", "edge", "gpu"])), ("form", text), ("topology", text), ("sites", list(site)),
        ("utilization", orNull(number)), ("headroom", orNull(number)), ("latency", orNull(latency)),
        ("availability", orNull(ratio)), ("own_availability", orNull(ratio)), ("rto", orNull(number)),
        ("rpo", orNull(number)), ("carbon_kg_per_month", orNull(number)), ("confidence", ratio),
      ],
      optional: [
        ("cost", object([("per_month", money), ("per_transaction", orNull(money)), ("lines", list(line))])),
        ("makespan", number), ("rejected", rejected), ("serving", serving), ("training", training),
        ("loss", ratio),
        (
          "details",
          map(object([("unit", text), ("why", text)], optional: [("value", orNull(number)), ("text", text)]))
        ),
      ])
  }

  private static var serving: JSON {
    let times = object([("p50", number), ("p95", number), ("p99", number), ("mean", number)])
    return object(
      [
        ("model", text), ("copies", whole), ("cache_hits", ratio), ("prefix_share", ratio), ("tpot_band", number),
        ("cost_band", number),
      ],
      optional: [
        ("gpu", text), ("precision", text), ("tensor_parallel", whole), ("batch_limit", number), ("batch", number),
        ("ttft", times), ("tpot", times), ("capacity_per_s", number), ("rate_limit_per_copy", number),
        ("cold_start", number), ("quality", ratio), ("drift_requests", number), ("drift_detection", number),
      ])
  }

  private static var training: JSON {
    object([
      ("model", text), ("gpu", text), ("gpus", whole), ("precision", text), ("hours", number),
      ("programme_hours", number), ("mfu", ratio), ("efficiency", ratio), ("interval", number),
      ("runs_per_month", number), ("experiments", number), ("cost_band", number),
    ])
  }

  private static var split: JSON {
    let rejected = object([("constraint", text), ("by", text)])
    let extreme = object([("per_month", orNull(money))], optional: [("workload", text), ("rejected", rejected)])
    let side = object(
      [("per_month", money), ("p95", orNull(number)), ("late_share", orNull(number))],
      optional: [("rejected", rejected)])
    let member = object([
      ("at_edge", flag), ("needs_edge", flag), ("cloud", orNull(side)), ("edge", orNull(side)),
      ("per_millisecond", orNull(number)), ("edge_per_customer", orNull(number)),
    ])
    return object([("chosen", money), ("all_cloud", extreme), ("all_edge", extreme), ("workloads", map(member))])
  }

  private static var workload: JSON {
    let load = object([
      ("own", orNull(number)), ("mean", orNull(number)), ("peak", orNull(number)), ("from", map(number)),
    ])
    return object(
      [
        ("kind", text), ("chosen", orNull(placement)), ("alternatives", list(placement)), ("slo", list(objective)),
        ("why", list(text)),
      ],
      optional: [
        (
          "break_evens",
          list(
            object([
              ("rule", text), ("question", text), ("value", orNull(number)), ("now", orNull(number)), ("unit", text),
              ("holds", flag), ("why", text),
            ]))
        ), ("load", load), ("growth", growth),
      ])
  }

  private static var objective: JSON {
    let budget = object(
      [
        ("ratio", number), ("minutes", number), ("events", orNull(number)), ("used_ratio", orNull(number)),
        ("remaining_ratio", orNull(number)), ("money", orNull(money)),
      ], optional: budgetDetail)
    return object(
      [
        ("id", text), ("objective", text), ("target", number), ("predicted", orNull(number)),
        ("expected", orNull(number)), ("unit", text), ("met", orNull(flag)),
      ], optional: [("probability", ratio), ("budget", budget), ("line", whole)])
  }

  private static var budgetDetail: [(String, JSON)] {
    let nine = object([
      ("target", number), ("extra_per_month", orNull(money)), ("minutes_spared_per_month", orNull(number)),
    ])
    let use = object([
      ("source", text), ("ratio", number), ("minutes", number), ("budget_share", number), ("planned", flag),
      ("why", text),
    ])
    let alert = object([
      ("severity", text), ("long", number), ("short", number), ("factor", number), ("budget_share", number),
      ("detection", list(object([("error_ratio", number), ("seconds", orNull(number))]))),
    ])
    let required = object([
      ("dependency", text), ("reached", number), ("required", orNull(number)), ("even_share", orNull(number)),
    ])
    return [
      ("window", number), ("method", text), ("basis", text), ("counted", text), ("uses", list(use)),
      ("required", list(required)),
      ("alerts", list(alert)), ("lints", list(text)), ("next_nine", nine), ("nine_less", nine),
    ]
  }

  private static var gain: JSON {
    object([
      ("objective", text), ("target", number), ("extra_per_month", money), ("minutes_spared_per_month", number),
      ("worth_per_month", orNull(money)), ("return_ratio", orNull(number)), ("funded", flag),
    ])
  }

  private static var breach: JSON {
    object([
      ("month", whole), ("workload", text), ("constraint", text), ("value", orNull(number)), ("limit", orNull(number)),
    ])
  }

  private static var budget: JSON {
    object(
      [
        ("id", text), ("limit", money), ("value", orNull(money)), ("unit", text), ("met", orNull(flag)),
        ("line", orNull(whole)),
      ], optional: [("probability", ratio)])
  }

  private static var gate: JSON {
    object([
      ("id", text), ("level", choice(["error", "warning", "note"])), ("message", text), ("path", text),
      ("line", orNull(whole)),
    ])
  }

  private static var ranges: JSON {
    object([
      ("draws", whole), ("confidence", ratio), ("overloaded_ratio", ratio),
      ("drivers", list(object([("path", text), ("cost_at_p5", money), ("cost_at_p95", money)]))),
      ("regret", orNull(object([("over", money), ("under", money)]))),
    ])
  }

  private static var search: JSON {
    object(
      [
        ("candidates", whole), ("evaluated", whole), ("pruned", whole), ("price_unknown", whole), ("proven", flag),
        ("unproven_groups", whole),
      ],
      optional: [("seconds", number)])
  }
}
