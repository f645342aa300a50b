import Foundations
import Formulas

/// Somebody else's service: placed nowhere, counted everywhere.
enum ExternalService {
  /// A lognormal law through the stated median and 99th percentile.
  static func path(_ workload: WorkloadProblem, _ external: ExternalProblem) -> PathNode {
    let ratio = max(external.p99Seconds / max(external.p50Seconds, 1e-9), 1)
    let sigma = Elementary.log(ratio) / Normal.quantile(0.99)
    let variance = sigma * sigma
    return .hop(
      workload.name,
      .lognormal(
        mean: external.p50Seconds * Elementary.exp(variance / 2), scv: Elementary.expm1(variance)))
  }

  static func place(_ workload: WorkloadProblem, _ external: ExternalProblem, load: LoadFigures) -> PlacedWorkload {
    var lines: [CostLine] = []
    let requests = load.mean * 730 * 3600
    lines.append(
      CostLine(
        category: "requests", item: "requests to \(workload.name)", quantity: requests, unit: "request",
        unitPrice: external.pricePerRequest ?? .zero, source: "spec: price of \(workload.name)"))
    var placed = PlacedWorkload(
      model: .cloud, form: .external, topology: .singleZone,
      sites: [Site(provider: "external", region: "external", zones: 1, machine: nil, count: 1, purchase: .onDemand)],
      lines: lines, latency: PathModel.latency(path(workload, external)), availability: external.availability,
      ownAvailability: external.availability)
    if requests > 0 { placed.perTransaction = Money(placed.perMonth.double / requests) }
    return placed
  }
}
