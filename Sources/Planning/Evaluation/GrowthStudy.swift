import Foundations
import Placement

/// How growth bends the cost of each way of running a workload, and the month in which the order turns.
struct GrowthStudy {
  let planner: Planner
  let market: CatalogMarket
  /// Workloads and ways beyond which the curves are left out: each point is a search of its own.
  private static let workloadLimit = 12
  private static let wayLimit = 5

  /// The results with curves; unchanged where nothing grows.
  func described(_ results: [WorkloadResult], _ builder: inout ProblemBuilder) -> [WorkloadResult] {
    let last = builder.horizonMonths
    let first = planner.options.month
    guard last > first, results.count <= Self.workloadLimit, results.allSatisfy({ $0.chosen != nil }) else {
      return results
    }
    let months = Array(Set([first, first + 6, first + 12, first + 24, last].filter { $0 <= last })).sorted()
    let problems = months.compactMap { builder.problem(month: $0) }
    guard problems.count == months.count, let now = problems.first, problems.contains(where: { $0 != now }) else {
      return results
    }
    let planner = planner
    let market = market
    // Workloads that call each other share a region: ways are compared in the one they have.
    let bound = Set(now.workloads.flatMap { $0.calls.isEmpty ? [] : [$0.name] + $0.calls.map(\.to) })
    return Parallel.map(results.count) { index in
      var result = results[index]
      guard let chosen = result.chosen, chosen.form != .external else { return result }
      let others = result.alternatives.filter { $0.rejected?.constraint == "cost" }
      var seen: Set<String> = []
      let ways = ([chosen] + others).filter { seen.insert("\($0.form.rawValue) \($0.topology.rawValue)").inserted }
      guard ways.count > 1 else { return result }
      let curves = ways.prefix(Self.wayLimit).map { way -> GrowthCurve in
        var held = results
        var way = way
        var isMoved = false
        if bound.contains(result.name), !way.form.isEdge, let site = way.sites.first, let home = chosen.sites.first,
          !chosen.form.isEdge, (site.provider, site.region) != (home.provider, home.region)
        {
          (way.sites[0].provider, way.sites[0].region) = (home.provider, home.region)
          isMoved = true
        }
        held[index].chosen = way
        let costs = problems.enumerated().map { month, problem -> Money? in
          if month == 0, !isMoved { return way.perMonth }
          let found = planner.brief(problem.held(to: held, isFleetFixed: false), market)
          return found.first { $0.name == result.name }?.chosen?.perMonth
        }
        let site = way.sites.first
        return GrowthCurve(
          model: way.model, form: way.form, topology: way.topology,
          place: site.map { "\($0.provider):\($0.region)" } ?? "", costs: costs)
      }
      // A way that works nowhere near its callers says nothing.
      let known = curves.filter { $0.costs.contains { $0 != nil } }
      if known.count > 1 { result.growth = GrowthFigures(months: months, curves: known) }
      return result
    }
  }
}
