import Catalog
import Foundations
import Placement
import Spec

extension ProblemBuilder {
  /// A fleet in numbers at a month; what is not stated is assumed and noted.
  mutating func fleet(_ fleet: Spec.Fleet, month: Double, _ point: InputPoint) -> FleetProblem {
    let figures = EdgeFigures()
    let growth = (fleet.growth ?? spec.growth)?.value(month: month) ?? 1
    let perSite = fleet.perSite.map(point.value) ?? 1
    let sites = fleet.sites.map { point.value($0) * growth }
    let count = sites.map { $0 * perSite } ?? (fleet.count.map(point.value) ?? 1) * growth
    if let sites = fleet.sites, fleet.perSite == nil {
      note("\(fleet.path).per_site", "1", "", "devices at each of the \(JSON.text(of: sites.mid)) sites")
    }
    let word = fleet.uplink?.access
    let access = AccessNetwork.named(word ?? "4g") ?? AccessNetwork.all[0]
    if word == nil { note("\(fleet.path).uplink.access", access.name, "", "link of these devices") }
    let online = fleet.online.map(point.value) ?? figures.online(access)
    if fleet.online == nil {
      note("\(fleet.path).online", JSON.text(of: online), "ratio", "share of the time with a link over \(access.name)")
    }
    if fleet.outage == nil { note("\(fleet.path).outage", "1", "h", "mean length of an outage of the link") }
    if fleet.mtbf == nil { note("\(fleet.path).mtbf", "12.5", "years", "8 % of the devices fail in a year") }
    let hardware = fleet.hardware
    if hardware?.cores == nil { note("\(fleet.path).hardware.cores", "4", "cores", "of a device") }
    if hardware?.memory == nil { note("\(fleet.path).hardware.memory", "2", "GiB", "of a device") }
    let isOwned = hardware?.isOwned ?? (hardware?.price == nil)
    if hardware?.isOwned == nil, hardware?.price == nil {
      note("\(fleet.path).hardware.owned", "true", "", "no price is stated, so it is taken as bought already")
    }
    let users = spec.workloads.filter { workload in
      if case .other(.device(let device)) = workload.kind, device.fleet == fleet.name { return true }
      if case .batch(let batch) = workload.kind, batch.pool.contains(fleet.name) { return true }
      return workload.fleet == fleet.name || serves(fleet, workload)
    }
    var problem = FleetProblem(
      name: fleet.name, count: max(1, count.rounded()), sites: sites.map { max(1, $0.rounded()) },
      groups: locations(of: fleet, access, point), online: min(max(online, 0), 1),
      outageSeconds: fleet.outage.map(point.value) ?? figures.outageSeconds,
      mtbfSeconds: fleet.mtbf.map(point.value) ?? figures.mtbfSeconds,
      upBytesPerSecond: fleet.uplink?.up.map(point.value) ?? access.upBytesPerSecond,
      downBytesPerSecond: fleet.uplink?.down.map(point.value) ?? access.downBytesPerSecond,
      hardwareName: hardware?.name, cores: hardware?.cores.map(point.value) ?? figures.cores,
      memoryBytes: hardware?.memory.map(point.value) ?? figures.memoryBytes,
      watts: hardware?.power.map(point.value),
      price: isOwned ? nil : hardware?.price?.decimal, serves: fleet.serves, users: max(1, users.count))
    problem.speed = hardware?.speed.map(point.value)
    return problem
  }

  /// The gateways between a fleet, or a workload, and the cloud.
  func gateways(for fleet: String, _ workload: String) -> Spec.Fleet? {
    spec.devices.first { $0.serves == fleet || $0.serves == workload }
  }

  /// Whether a fleet of gateways serves the devices of a workload or the workload itself.
  private func serves(_ fleet: Spec.Fleet, _ workload: Workload) -> Bool {
    if fleet.serves == workload.name { return true }
    if case .other(.device(let device)) = workload.kind { return fleet.serves == device.fleet }
    return false
  }

  /// Places with shares that add to one; without any, those of the users.
  private mutating func locations(
    of fleet: Spec.Fleet, _ access: AccessNetwork, _ point: InputPoint
  ) -> [UserGroupProblem] {
    var groups: [UserGroupProblem] = []
    for location in fleet.at {
      groups.append(
        UserGroupProblem(
          name: name(location.place), share: location.share.map(point.value) ?? 1, place: self.point(location.place),
          access: access))
    }
    if groups.isEmpty {
      if !spec.users.isEmpty { note("\(fleet.path).at", "as the users", "", "where these devices are") }
      for group in spec.users {
        let share = group.share.map(point.value) ?? 1 / Double(spec.users.count)
        groups.append(
          UserGroupProblem(name: group.name, share: share, place: self.point(group.place), access: access))
      }
    }
    let sum = groups.reduce(0) { $0 + $1.share }
    for index in groups.indices { groups[index].share /= max(sum, 1e-12) }
    return groups
  }

  /// A place; the name of a group of users is where these are.
  func point(_ place: PlaceName) -> PlacePoint {
    if case .users(let word) = place, let group = spec.users.first(where: { $0.name == word }) {
      return PlacePoint(group.place)
    }
    return PlacePoint(place)
  }

  /// Country code of a place; coordinates name none.
  mutating func country(_ place: PlaceName) -> String? {
    switch place {
    case .region(let id): return catalog.region(id)?.country
    case .city(let word):
      if let known = countries[word] { return known }
      let country = Cities.find(word)?.country
      countries[word] = .some(country)
      return country
    case .users(let word):
      return spec.users.first { $0.name == word }.flatMap { country($0.place) }
    case .coordinates: return nil
    }
  }

  private func name(_ place: PlaceName) -> String {
    switch place {
    case .region(let word), .city(let word), .users(let word): word
    case .coordinates(let latitude, let longitude): "\(Money(latitude)), \(Money(longitude))"
    }
  }
}
