import Foundations
import Placement

/// What keeping data within an area costs: the cheapest allowed against the cheapest anywhere.
struct ResidencyPrice {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// The results with a sentence for each workload that must stay in an area and could run elsewhere.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    guard problem.workloads.contains(where: { !$0.place.residency.isEmpty }) else { return results }
    var free = problem
    for index in free.workloads.indices { free.workloads[index].place.residency = [] }
    let anywhere = planner.brief(free, market)
    guard anywhere.allSatisfy({ $0.chosen != nil }) else { return results }
    let workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
    let others = Dictionary(anywhere.map { ($0.name, $0) }) { first, _ in first }
    return results.map { result in
      guard let workload = workloads[result.name], let chosen = result.chosen,
        !workload.place.residency.isEmpty, chosen.form != .external, let other = others[result.name]?.chosen
      else { return result }
      let areas = workload.place.residency.joined(separator: ", ")
      let extra = chosen.perMonth - other.perMonth
      var result = result
      result.why.append(
        extra > .zero
          ? "Staying in \(areas) costs \(extra.formatted(places: 2)) USD a month more than \(other.label)."
          : "Staying in \(areas) costs nothing more.")
      return result
    }
  }
}
