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
    let known = hardware?.name.flatMap { EdgeHardware.named($0) }
    let why = known.map { "of a \($0.name): \($0.source)" } ?? "of a device"
    let cores = known?.cores ?? figures.cores
    let memory = known?.memoryBytes ?? figures.memoryBytes
    if hardware?.cores == nil { note("\(fleet.path).hardware.cores", JSON.text(of: cores), "cores", why) }
    if hardware?.memory == nil {
      note("\(fleet.path).hardware.memory", JSON.text(of: memory / 1_073_741_824), "GiB", why)
    }
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
      hardwareName: hardware?.name, cores: hardware?.cores.map(point.value) ?? cores,
      memoryBytes: hardware?.memory.map(point.value) ?? memory,
      watts: hardware?.power.map(point.value),
      price: isOwned ? nil : hardware?.price?.decimal, serves: fleet.serves, users: max(1, users.count))
    problem.speed = hardware?.speed.map(point.value)
    problem.coreSpeed = problem.speed ?? known?.coreSpeed ?? figures.coreSpeed
    problem.tier = known?.tier ?? (fleet.serves == nil ? nil : "gateway")
    problem.uplinkPrice = uplinkPrice(fleet, access, figures, point)
    problem.isUplinkPriceStated = fleet.uplink?.price != nil
    power(fleet, &problem, figures, point)
    problem.diskBytes = hardware?.disk.map(point.value)
    problem.rugged = hardware?.rugged.map { rugged in
      if rugged.mtbf == nil { note("\(fleet.path).hardware.rugged.mtbf", "3", "x", "that of the fleet's own hardware") }
      return RuggedProblem(
        price: point.value(rugged.price),
        mtbfSeconds: rugged.mtbf.map(point.value) ?? figures.ruggedFactor * problem.mtbfSeconds)
    }
    problem.security = fleet.security.map { security($0, figures, point) }
    problem.updates = fleet.updates.map { updates in
      if updates.every == nil { note("\(updates.path).every", "1", "month", "time between two updates") }
      return UpdateProblem(
        bytes: point.value(updates.size), everySeconds: updates.every.map(point.value) ?? 2_628_000,
        parallel: updates.parallel.map { max(1, point.value($0)) } ?? .infinity)
    }
    problem.protocols = fleet.protocols
    return problem
  }

  /// The stated price of a GB, else that of the technology; a price of nothing is a flat line.
  private mutating func uplinkPrice(
    _ fleet: Spec.Fleet, _ access: AccessNetwork, _ figures: EdgeFigures, _ point: InputPoint
  ) -> Double? {
    if let stated = fleet.uplink?.price.map(point.value) { return stated > 0 ? stated : nil }
    let price = figures.pricePerGB(access)
    note(
      "\(fleet.path).uplink.price", price.map { JSON.text(of: $0) } ?? "0", "USD/GB",
      price == nil ? "\(access.name) is paid flat" : "data plan over \(access.name)")
    return price
  }

  /// Power at rest and the battery.
  private mutating func power(
    _ fleet: Spec.Fleet, _ problem: inout FleetProblem, _ figures: EdgeFigures, _ point: InputPoint
  ) {
    let hardware = fleet.hardware
    let known = hardware?.name.flatMap { EdgeHardware.named($0) }
    problem.batteryJoules = hardware?.battery.map(point.value) ?? known?.batteryJoules
    if hardware?.battery == nil, let charge = known?.batteryJoules {
      note("\(fleet.path).hardware.battery", JSON.text(of: charge / 3600), "Wh", "of a \(known?.name ?? "")")
    }
    if problem.watts == nil, let known {
      note("\(fleet.path).hardware.watts", JSON.text(of: known.watts), "W", "of a \(known.name) at work")
      problem.watts = known.watts
    }
    if problem.batteryJoules != nil {
      if problem.watts == nil {
        note("\(fleet.path).hardware.watts", JSON.text(of: figures.batteryWatts), "W", "power of a device at work")
        problem.watts = figures.batteryWatts
      }
      if hardware?.recharge == nil {
        note("\(fleet.path).hardware.recharge", "0", "s", "charged beside its work, or swapped")
      }
      problem.rechargeSeconds = hardware?.recharge.map(point.value) ?? 0
    }
    if let idle = hardware?.idle.map(point.value) {
      problem.idleWatts = min(idle, problem.watts ?? idle)
    } else if hardware?.power == nil, let known {
      note("\(fleet.path).hardware.idle", JSON.text(of: known.idleWatts), "W", "of a \(known.name) at rest")
      problem.idleWatts = known.idleWatts
    } else if let watts = problem.watts {
      note(
        "\(fleet.path).hardware.idle", JSON.text(of: figures.idleShare * watts), "W",
        "power at rest, 30 % of that at work")
      problem.idleWatts = figures.idleShare * watts
    }
  }

  private mutating func security(
    _ stated: Spec.Security, _ figures: EdgeFigures, _ point: InputPoint
  ) -> SecurityProblem {
    if stated.compromised == nil { note("\(stated.path).compromised", "1", "%", "devices taken over a year") }
    if stated.reach == nil { note("\(stated.path).reach", "1", "", "devices that fall with one") }
    if stated.hardening == nil {
      note("\(stated.path).hardening", "15", "USD", "secure element, encrypted storage and a seal for one device")
    }
    if stated.averts == nil { note("\(stated.path).averts", "80", "%", "of the take-overs that hardening averts") }
    return SecurityProblem(
      compromisedPerYear: stated.compromised.map(point.value) ?? figures.compromisedPerYear,
      loss: point.value(stated.loss), reach: stated.reach.map(point.value) ?? 1,
      hardening: stated.hardening.map(point.value) ?? figures.hardeningPrice,
      averts: min(1, stated.averts.map(point.value) ?? figures.hardeningAverts))
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
      var group = UserGroupProblem(
        name: name(location.place), share: location.share.map(point.value) ?? 1, place: self.point(location.place),
        access: access)
      group.country = country(location.place)
      groups.append(group)
    }
    if groups.isEmpty {
      if !spec.users.isEmpty { note("\(fleet.path).at", "as the users", "", "where these devices are") }
      for group in spec.users {
        let share = group.share.map(point.value) ?? 1 / Double(spec.users.count)
        var place = UserGroupProblem(name: group.name, share: share, place: self.point(group.place), access: access)
        place.country = country(group.place)
        groups.append(place)
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
