import Foundations
import Placement

/// What keeping data within an area costs: the cheapest allowed against the cheapest anywhere.
struct ResidencyPrice {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// The results with a sentence for each workload that must stay in an area and could run elsewhere.
  func described(_ found: [WorkloadResult]) -> [WorkloadResult] {
    guard problem.workloads.contains(where: { !$0.place.residency.isEmpty }) else { return found }
    let results = found.map(located)
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

  private func located(_ result: WorkloadResult) -> WorkloadResult {
    guard let workload = problem.workloads.first(where: { $0.name == result.name }), let chosen = result.chosen,
      !workload.place.residency.isEmpty, chosen.form != .external
    else { return result }
    var result = result
    result.chosen?.details += kept(chosen, workload)
    return result
  }

  /// Where each sort of data lies: what computes, what is kept, its backups and its logs.
  ///
  /// Disks, backups and logs stay in the region of the machines; what runs at the edge reports to its hub.
  private func kept(_ chosen: PlacedWorkload, _ workload: WorkloadProblem) -> [PlacementDetail] {
    var machines: Set<String> = []
    var regions: Set<String> = []
    for site in chosen.sites {
      switch site.provider {
      case "fleet":
        let fleets = [workload.fleet] + devices(workload)
        let groups = fleets.compactMap(\.self).filter { $0.name == site.region }.flatMap(\.groups)
        machines.formUnion(groups.map { $0.country ?? "unknown" })
      case "site":
        machines.formUnion(workload.users.filter { $0.name == site.region }.map { $0.country ?? "unknown" })
      default: regions.insert(market.country(provider: site.provider, region: site.region))
      }
    }
    if let hub = chosen.hub, let colon = hub.firstIndex(of: ":") {
      regions.insert(
        market.country(provider: String(hub[..<colon]), region: String(hub[hub.index(after: colon)...])))
    }
    machines.formUnion(regions)
    let (at, hubs) = (machines.sorted().joined(separator: ", "), regions.sorted().joined(separator: ", "))
    return [
      PlacementDetail("residency_compute", nil, "", "countries in which data are worked on", text: at),
      PlacementDetail("residency_storage", nil, "", "countries in which they are kept", text: at),
      PlacementDetail("residency_backups", nil, "", "countries of their backups: the region itself", text: hubs),
      PlacementDetail("residency_logs", nil, "", "countries of logs and traces: the region itself", text: hubs),
    ]
  }

  private func devices(_ workload: WorkloadProblem) -> [FleetProblem?] {
    guard case .device(let device) = workload.kind else { return [] }
    return [device.fleet, device.gateways]
  }
}
