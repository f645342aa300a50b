import Foundations
import Placement
import Planning

/// How available a placement is, and what it cannot answer without.
extension PlanDerivation {
  func availability(_ subject: PlacementSubject) -> Derivation? {
    guard let value = subject.placed.availability else { return nil }
    let path = "\(subject.base).availability"
    guard let own = ownAvailability(subject) else {
      return .leaf(path, value, "ratio", source: "published availability of the form")
    }
    // What several callees need in turn fails once for all of them.
    let needed = needed(subject.name).compactMap { name -> Derivation? in
      plan.workloads.first { $0.name == name }.flatMap { PlacementSubject(chosen: $0) }.flatMap(ownAvailability)
    }
    let each = Derivation.rule(
      .product, path, value, "ratio", "its own part x what it cannot answer without, each once", [own] + needed)
    if each.isConsistent { return each }
    let calls =
      problem.workloads.first { $0.name == subject.name }?.calls.filter { !$0.isOptional && !$0.isAsynchronous } ?? []
    let callees = calls.compactMap { call -> Derivation? in
      plan.workloads.first { $0.name == call.to }.flatMap { PlacementSubject(chosen: $0) }.flatMap(availability)
    }
    let chain = Derivation.rule(
      .product, path, value, "ratio", "its own part x what it cannot answer without", [own] + callees)
    if chain.isConsistent { return chain }
    // What is left is the way to where it runs: the form's own share of it is not recorded.
    guard own.node.value > 0 else { return .leaf(path, value, "ratio", source: "published availability of the form") }
    return .rule(
      .product, path, value, "ratio", "its own part x what it cannot answer without",
      [
        own,
        .leaf(
          "dependencies", value / own.node.value, "ratio",
          source: "callees, links and hubs of this placement, with whichever share of the calls needs them"),
      ])
  }

  /// Everything that an answer waits for, each once, sorted.
  private func needed(_ name: String) -> [String] {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard let workload = problem.workloads.first(where: { $0.name == next }) else { continue }
      for call in workload.calls where !call.isOptional && !call.isAsynchronous && call.to != name {
        if found.insert(call.to).inserted { open.append(call.to) }
      }
    }
    return found.sorted()
  }

  func ownAvailability(_ subject: PlacementSubject) -> Derivation? {
    let placed = subject.placed
    guard let value = placed.ownAvailability else { return nil }
    let path = "\(subject.base).own_availability"
    let figures = ReliabilityFigures()
    if placed.form == .external { return spec("workloads.\(subject.name).availability", value, "ratio") }
    if let site = placed.sites.first, site.machine != nil {
      let balancer = Derivation.leaf("load balancer", figures.loadBalancer, "ratio", source: "ELB SLA, 2024")
      for needed in stride(from: site.count, through: max(1, site.count - 64), by: -1) {
        let fleet = figures.fleet(needed: needed, count: site.count, zones: site.zones)
        for parts in [[balancer], []] where abs(parts.reduce(fleet) { $0 * $1.node.value } - value) < 1e-12 {
          let inner = FleetTree(figures: figures).node(needed: needed, count: site.count, zones: site.zones)
          let made = Derivation.rule(
            .product, path, value, "ratio", parts.isEmpty ? "fleet" : "fleet x load balancer", [inner] + parts)
          if made.isConsistent, inner.isConsistent { return made }
        }
      }
    }
    let published: [(Double, String)] = [
      (figures.zone, "one zone, assumed"), (figures.managedDatabaseMultiZone, "RDS Multi-AZ SLA, 2024"),
      (figures.managedDatabaseSingleZone, "RDS single-instance SLA, 2024"),
      (figures.objectStorage, "S3 Standard SLA, 2024"),
      (figures.region, "EC2 region SLA, 2024"),
    ]
    let isPublished = placed.form.rawValue.hasPrefix("managed") || placed.form == .objectStorage
    let source =
      published.first { $0.0 == value && isPublished == ($0.1 != "one zone, assumed") }?.1
      ?? "published availabilities of the parts of this form"
    return .leaf(path, value, "ratio", source: source)
  }
}
