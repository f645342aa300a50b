import Foundations
import Planning

/// Placements as JSON: the chosen ones and those that lost.
enum PlacementJSON {
  /// A placement of a workload of a kind; what was never sized has no cost.
  static func value(_ placed: PlacedWorkload, kind: String) -> JSON {
    var members: [(String, JSON)] = [
      ("model", .string(placed.model.rawValue)), ("form", .string(placed.form.rawValue)),
      ("topology", .string(placed.topology.rawValue)), ("sites", .array(placed.sites.map(site))),
      ("utilization", .number(placed.utilization)), ("headroom", .number(placed.headroom)),
    ]
    if !placed.lines.isEmpty { members.append(("cost", cost(placed))) }
    members.append(("latency", placed.latency.map(latency) ?? .null))
    if let makespan = placed.makespan { members.append(("makespan", .number(makespan))) }
    members += [
      ("availability", .number(placed.availability)), ("own_availability", .number(placed.ownAvailability)),
      ("rto", .number(placed.rto)), ("rpo", .number(placed.rpo)),
      ("carbon_kg_per_month", .number(placed.carbonKilograms)), ("confidence", .number(placed.confidence)),
    ]
    members += GPUJSON.members(placed)
    if let loss = placed.loss { members.append(("loss", .number(loss))) }
    if !placed.details.isEmpty {
      members.append(("details", .object(placed.details.map { ($0.name, detail($0)) })))
    }
    if let rejected = placed.rejected { members.append(("rejected", rejection(rejected))) }
    return .object(members, unknown: unknowns(placed, kind))
  }

  /// Why a figure of a placement may be missing.
  private static func unknowns(_ placed: PlacedWorkload, _ kind: String) -> [(String, String)] {
    if placed.rejected != nil, placed.lines.isEmpty {
      let keys = [
        "utilization", "headroom", "latency", "availability", "own_availability", "rto", "rpo", "carbon_kg_per_month",
      ]
      return keys.map { ($0, "ruled out before it was sized") }
    }
    let load =
      placed.form == .external ? "somebody else's service" : "its capacity follows the load by itself"
    let path: String
    if ["batch", "training"].contains(kind) {
      path = "a \(kind) answers no requests"
    } else {
      path = placed.rejected == nil ? "requests have no path here" : "worked out for the chosen placement"
    }
    let outside = placed.form == .external ? "somebody else's service" : "not stated for this form"
    return [
      ("utilization", load), ("headroom", load), ("latency", path), ("availability", outside),
      ("own_availability", outside), ("rto", outside), ("rpo", outside),
      ("carbon_kg_per_month", "the power of these machines is unknown"),
    ]
  }

  private static func detail(_ detail: PlacementDetail) -> JSON {
    var members: [(String, JSON)] = []
    if let text = detail.text {
      members.append(("text", .string(text)))
    } else {
      members.append(("value", .number(detail.value)))
    }
    members += [("unit", .string(detail.unit)), ("why", .string(detail.why))]
    return .object(members, unknown: [("value", "it grows without bound")])
  }

  private static func cost(_ placed: PlacedWorkload) -> JSON {
    .object(
      [
        ("per_month", .money(placed.perMonth)), ("per_transaction", .money(placed.perTransaction)),
        ("lines", .array(placed.lines.map(line))),
      ], unknown: [("per_transaction", "this workload serves no requests of its own")])
  }

  private static func latency(_ latency: PathLatency) -> JSON {
    let unknown = ["p50", "p95", "p99", "mean"].map { ($0, "it grows without bound") }
    let hops = latency.hops.map { hop in
      JSON.object([("name", .string(hop.name))] + figures(hop.figures), unknown: unknown)
    }
    return .object(
      figures(latency.total) + [("hops", .array(hops)), ("method", .string(latency.method))], unknown: unknown)
  }

  private static func figures(_ figures: LatencyFigures) -> [(String, JSON)] {
    [
      ("p50", .number(figures.p50)), ("p95", .number(figures.p95)), ("p99", .number(figures.p99)),
      ("mean", .number(figures.mean)),
    ]
  }

  private static func site(_ site: Site) -> JSON {
    .object([
      ("provider", .string(site.provider)), ("region", .string(site.region)), ("zones", .int(site.zones)),
      ("machine", site.machine.map { .string($0) } ?? .null), ("count", .int(site.count)),
      ("purchase", .string(site.purchase.rawValue)),
    ])
  }

  /// A priced position.
  static func line(_ line: CostLine) -> JSON {
    .object([
      ("category", .string(line.category)), ("item", .string(line.item)), ("quantity", .number(line.quantity)),
      ("unit", .string(line.unit)), ("unit_price", .money(line.unitPrice)), ("per_month", .money(line.perMonth)),
      ("source", .string(line.source)),
    ])
  }

  /// Why a placement was not taken.
  static func rejection(_ rejection: Rejection) -> JSON {
    var members: [(String, JSON)] = [("constraint", .string(rejection.constraint))]
    if let extra = rejection.extraPerMonth { members.append(("extra_per_month", .money(extra))) }
    if let value = rejection.value { members.append(("value", .number(value))) }
    if let limit = rejection.limit { members.append(("limit", .number(limit))) }
    if !rejection.unit.isEmpty { members.append(("unit", .string(rejection.unit))) }
    members.append(("by", .string(rejection.by)))
    return .object(members)
  }
}
