import Catalog
import Foundations
import Placement
import Spec

/// Solves one spec again and again, in other months and under other restrictions, with one market.
package struct PlanSession: Sendable {
  package let spec: Spec
  package let source: SourceText
  package let catalog: Catalog
  private let market: CatalogMarket
  private let planner: Planner

  /// Creates a session; `catalog` must hold ``Planner/providers(for:)``.
  package init(spec: Spec, source: SourceText, catalog: Catalog) {
    self.spec = spec
    self.source = source
    self.catalog = catalog
    planner = Planner(spec: spec, source: source, catalog: catalog)
    market = CatalogMarket(catalog: catalog, named: planner.namedRegions)
  }

  /// Months to look ahead.
  package var horizonMonths: Int { ProblemBuilder(spec: spec, catalog: catalog).horizonMonths }

  /// The plan as `evaluate` finds it, or under a restriction.
  package func plan(
    month: Int = 0, adjust: (@Sendable (Problem) -> Problem)? = nil
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var options = Planner.Options()
    options.month = month
    options.adjust = adjust
    return Planner(spec: spec, source: source, catalog: catalog, options: options).plan()
  }

  /// The spec in numbers for a month; ranges at the side that makes the load heavier, at the required confidence.
  package func problem(month: Int) -> Problem? {
    var builder = ProblemBuilder(spec: spec, catalog: catalog)
    guard !spec.ranges.isEmpty else { return builder.problem(month: month) }
    let confidence = spec.confidence?.mid ?? 0.9
    return builder.problem(month: month, point: RangeStudy.heavy(spec.ranges, at: confidence))
  }

  /// The choice for every workload of a problem, without percentiles, alternatives and words.
  package func choices(_ problem: Problem) -> [WorkloadResult] { planner.brief(problem, market) }

  /// Cost a month of a problem's best placements, lines shared by all included; `nil` when one has none.
  package func cost(_ problem: Problem) -> Money? {
    cost(problem, choices(problem))
  }

  /// Cost a month of results found for a problem, lines shared by all included; `nil` when one has no placement.
  package func cost(_ problem: Problem, _ results: [WorkloadResult]) -> Money? {
    guard results.allSatisfy({ $0.chosen != nil }) else { return nil }
    let shared = planner.sharedLines(problem).reduce(Money.zero) { $0 + $1.perMonth }
    return results.reduce(shared) { $0 + ($1.chosen?.perMonth ?? .zero) }
  }

  /// Objectives of a workload held against a placement that was found without them.
  package func objectives(
    _ workload: WorkloadProblem, _ placed: PlacedWorkload?, _ load: LoadFigures?
  ) -> [ObjectiveResult] {
    ObjectiveModel.results(workload, chosen: placed, load: load).map { result in
      var result = result
      result.line = result.line.map { source.position(of: $0).line }
      return result
    }
  }

  /// Round trip between a place and a region such as `aws:eu-central-1`, in seconds, with its source.
  package func roundTrip(from place: PlacePoint, to region: String) -> (seconds: Double, source: String)? {
    guard let found = catalog.region(region) else { return nil }
    return market.roundTrip(from: place, provider: found.provider, region: found.name)
  }

  /// Whether a workload may run in a region, by the providers, regions and residency that it states.
  package func allows(_ place: PlaceProblem, region id: String) -> Bool {
    guard let region = catalog.region(id) else { return false }
    if !place.providers.isEmpty, !place.providers.contains("any"), !place.providers.contains(region.provider) {
      return false
    }
    if !place.regions.isEmpty,
      !place.regions.contains(where: { Glob.matches($0, region.name) || Glob.matches($0, region.id) })
    {
      return false
    }
    return place.residency.isEmpty
      || place.residency.contains { Countries.matches(region.country, residency: $0) }
  }

  /// The same problem with every workload kept in the one region where a result put it, all else free.
  package func inPlace(_ problem: Problem, _ results: [WorkloadResult]) -> Problem {
    var problem = problem
    for index in problem.workloads.indices {
      let chosen = results.first { $0.name == problem.workloads[index].name }?.chosen
      // What stands at the edge or in several regions is found anew.
      guard let chosen, chosen.form != .external, let site = chosen.sites.first,
        chosen.sites.allSatisfy({ $0.region == site.region && $0.provider == site.provider }),
        catalog.region("\(site.provider):\(site.region)") != nil
      else { continue }
      problem.workloads[index].place.regions = ["\(site.provider):\(site.region)"]
      problem.workloads[index].place.providers = [site.provider]
    }
    return problem
  }

  /// Loaded cost of one hour of an engineer.
  package func labourPerHour(_ problem: Problem) -> Money { problem.hourlyLabour(planner.parameters) }

  /// The same problem with every workload kept where a result put it; fleets may be resized.
  package func held(_ problem: Problem, to results: [WorkloadResult], isFleetFixed: Bool) -> Problem {
    problem.held(to: results, isFleetFixed: isFleetFixed)
  }

  /// The line of the spec, counted from 1, of a place in it.
  package func line(of span: SourceSpan) -> Int { source.position(of: span.start).line }
}
