import Foundations
import Placement
import Planning

/// How available a placement is, and what it cannot answer without.
extension PlanDerivation {
  func availability(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.availability else { return nil }
    let path = "workloads.\(result.name).chosen.availability"
    guard let own = ownAvailability(result, chosen) else { return .leaf(path, value, "ratio", source: "of the form") }
    let calls =
      problem.workloads.first { $0.name == result.name }?.calls.filter { !$0.isOptional && !$0.isAsynchronous } ?? []
    let callees = calls.compactMap { call -> Derivation? in
      guard let callee = plan.workloads.first(where: { $0.name == call.to }), let placed = callee.chosen else {
        return nil
      }
      return availability(callee, placed)
    }
    return .verified(
      .product, path, value, "ratio", "its own part x what it cannot answer without", [own] + callees,
      source: "its own part and its dependencies")
  }

  func ownAvailability(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.ownAvailability else { return nil }
    let path = "workloads.\(result.name).chosen.own_availability"
    let figures = ReliabilityFigures()
    if chosen.form == .external {
      return spec("workloads.\(result.name).availability", value, "ratio")
    }
    if let site = chosen.sites.first, site.machine != nil, result.kind == "service" {
      let balancer = Derivation.leaf("load balancer", figures.loadBalancer, "ratio", source: "ELB SLA, 2024")
      for needed in stride(from: site.count, through: 1, by: -1) {
        let fleet = figures.fleet(needed: needed, count: site.count, zones: site.zones)
        let inner = Derivation.rule(
          .formula, "fleet", fleet, "ratio",
          "\(needed) of \(site.count) machines up, over \(site.zones) zones; binomial in each zone, zones independent",
          [
            .leaf("machine", figures.instance, "ratio", source: "EC2 instance SLA, 2024"),
            .leaf("zone", figures.zone, "ratio", source: "assumed: half the region's unavailability each"),
            .leaf("region", figures.region, "ratio", source: "EC2 region SLA, 2024"),
          ])
        let made = Derivation.rule(.product, path, value, "ratio", "fleet x load balancer", [inner, balancer])
        if made.isConsistent { return made }
      }
    }
    let published: [(Double, String)] = [
      (figures.managedDatabaseMultiZone, "RDS Multi-AZ SLA, 2024"),
      (figures.managedDatabaseSingleZone, "RDS single-instance SLA, 2024"),
      (figures.objectStorage, "S3 Standard SLA, 2024"),
      (figures.zone, "one zone, assumed"),
    ]
    let source = published.first { $0.0 == value }?.1 ?? "machines and zones of the fleet, exact k of n"
    return .leaf(path, value, "ratio", source: source)
  }
}
