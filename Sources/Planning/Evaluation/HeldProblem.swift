import Placement

extension Problem {
  /// The same problem with every workload kept where a result put it.
  ///
  /// - Parameter isFleetFixed: also keeps machine, count and way of paying: what breaks when load grows.
  func held(to results: [WorkloadResult], isFleetFixed: Bool) -> Problem {
    var problem = self
    let byName = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
    for index in problem.workloads.indices {
      let name = problem.workloads[index].name
      let fleets = byName[name]?.chosen?.fleets ?? []
      guard let chosen = byName[name]?.chosen, let site = fleets.first,
        chosen.form != .external
      else { continue }
      var place = PlaceProblem()
      place.models = [chosen.model]
      place.forms = [chosen.form]
      place.topologies = [chosen.topology]
      if chosen.form.isEdge {
        // Its sites are no regions of a provider; the hub it reports to is.
        place.providers = problem.workloads[index].place.providers
        if let hub = chosen.hub {
          if place.providers.isEmpty { place.providers = [String(hub.prefix { $0 != ":" })] }
          place.regions = [hub]
        }
        place.residency = problem.workloads[index].place.residency
      } else {
        place.providers = [site.provider]
        place.regions = ["\(site.provider):\(site.region)"]
      }
      if chosen.isPaired, fleets.count > 1 {
        let second = fleets[1]
        place.regions.append("\(second.provider):\(second.region)")
        var pair = PairPin(home: place.regions[0], other: place.regions[1])
        if chosen.form == .vm || chosen.form == .containers {
          pair.isPilotLight = second.machine != nil && second.count == 0
        }
        pair.zones = site.zones > 1 ? 2 : 1
        if isFleetFixed { pair.site = second }
        place.pair = pair
      }
      if isFleetFixed {
        place.pinnedMachine = site.machine
        place.pinnedCount = site.machine == nil ? nil : site.count
        place.pinnedPurchase = site.machine == nil ? nil : site.purchase
        if !chosen.form.isEdge, !chosen.isPaired { place.pinnedWorkers = fleets.dropFirst().first }
      }
      problem.workloads[index].place = place
    }
    return problem
  }
}
