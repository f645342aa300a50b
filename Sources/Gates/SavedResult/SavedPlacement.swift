import Foundations
import Planning

/// Workloads and placements of a saved result.
enum SavedPlacement {
  static func workload(_ name: String, _ node: ResultNode) throws(SavedResultError) -> WorkloadResult {
    WorkloadResult(
      name: name, kind: try node["kind"].text(), load: nil,
      chosen: try node["chosen"].optional { (value) throws(SavedResultError) in try placement(value) },
      alternatives: try node["alternatives"].list(placement).filter { $0.rejected != nil },
      slo: try node["slo"].list(objective),
      why: try node["why"].list { (value) throws(SavedResultError) in try value.text() })
  }

  private static func word<T: RawRepresentable>(_ node: ResultNode) throws(SavedResultError) -> T
  where T.RawValue == String {
    guard let value = T(rawValue: try node.text()) else {
      throw SavedResultError(path: node.path, reason: "'\(try node.text())' is a word that this planner does not know")
    }
    return value
  }

  private static func placement(_ node: ResultNode) throws(SavedResultError) -> PlacedWorkload {
    var lines: [CostLine] = []
    if !node["cost"].isNull { lines = try node["cost"]["lines"].list(line) }
    var placed = PlacedWorkload(
      model: try word(node["model"]), form: try word(node["form"]), topology: try word(node["topology"]),
      sites: try node["sites"].list(site), lines: lines, utilization: try number(node["utilization"]),
      headroom: try number(node["headroom"]), makespan: try number(node["makespan"]),
      availability: try number(node["availability"]), ownAvailability: try number(node["own_availability"]),
      rto: try number(node["rto"]), rpo: try number(node["rpo"]),
      carbonKilograms: try number(node["carbon_kg_per_month"]))
    placed.latency = try node["latency"].optional { (value) throws(SavedResultError) in
      PathLatency(total: try figures(value), hops: [], method: try value["method"].text())
    }
    placed.perTransaction = try node["cost"]["per_transaction"].optional { (value) throws(SavedResultError) in
      try value.money()
    }
    placed.rejected = try node["rejected"].optional { (value) throws(SavedResultError) in
      Rejection(
        constraint: try value["constraint"].text(), value: try number(value["value"]),
        limit: try number(value["limit"]))
    }
    return placed
  }

  private static func number(_ node: ResultNode) throws(SavedResultError) -> Double? {
    try node.optional { (value) throws(SavedResultError) in try value.number() }
  }

  private static func figures(_ node: ResultNode) throws(SavedResultError) -> LatencyFigures {
    // What grows without bound is null in JSON.
    LatencyFigures(
      mean: try number(node["mean"]) ?? .infinity, p50: try number(node["p50"]) ?? .infinity,
      p95: try number(node["p95"]) ?? .infinity, p99: try number(node["p99"]) ?? .infinity)
  }

  private static func site(_ node: ResultNode) throws(SavedResultError) -> Site {
    Site(
      provider: try node["provider"].text(), region: try node["region"].text(), zones: try node["zones"].whole(),
      machine: try node["machine"].optional { (value) throws(SavedResultError) in try value.text() },
      count: try node["count"].whole(), purchase: try word(node["purchase"]))
  }

  static func line(_ node: ResultNode) throws(SavedResultError) -> CostLine {
    var line = CostLine(
      category: try node["category"].text(), item: try node["item"].text(), quantity: try node["quantity"].number(),
      unit: try node["unit"].text(), unitPrice: try node["unit_price"].money(), source: try node["source"].text())
    line.perMonth = try node["per_month"].money()
    return line
  }

  private static func objective(_ node: ResultNode) throws(SavedResultError) -> ObjectiveResult {
    var result = ObjectiveResult(
      id: try node["id"].text(), objective: try node["objective"].text(), target: try node["target"].decimal(),
      predicted: try number(node["predicted"]), expected: try number(node["expected"]),
      probability: try number(node["probability"]), unit: try node["unit"].text(),
      met: try node["met"].optional { (value) throws(SavedResultError) in try value.flag() }, budget: nil,
      line: try node["line"].optional { (value) throws(SavedResultError) in try value.whole() })
    result.budget = try node["budget"].optional { (value) throws(SavedResultError) in
      BudgetFigures(
        ratio: try value["ratio"].decimal(), minutes: try value["minutes"].number(),
        events: try number(value["events"]), usedRatio: try number(value["used_ratio"]),
        remainingRatio: try number(value["remaining_ratio"]),
        money: try value["money"].optional { (amount) throws(SavedResultError) in try amount.money() })
    }
    return result
  }
}
