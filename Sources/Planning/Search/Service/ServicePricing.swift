import Foundations
import Placement

/// What a fleet costs, and how available it can be at most.
extension ServiceSearch {
  func availabilityBound(topology: Topology) -> Double {
    let figures = context.reliability
    return (topology == .multiZone ? figures.region : figures.zone) * figures.loadBalancer * dependencies
  }

  /// Product over everything that must work for an answer, each once however many paths lead to it.
  var dependencies: Double { workload.dependencies(callees) }

  func price(
    _ offer: MachineOffer, purchase: Purchase, form: PlacementForm, topology: Topology, zones: Int, _ sizing: Sizing
  ) -> PlacedWorkload? {
    let parameters = context.parameters
    let own = sizing.availability
    var book = CostBook(problem: context.problem, parameters: parameters)
    let paid = hours(purchase)
    let meanShare =
      load.peak > 0 ? min(1, sizing.utilization * load.mean / load.peak * CostBook.hoursPerMonth / paid) : 0
    book.machines(offer, purchase: purchase, count: sizing.instances, hours: paid, busyShare: meanShare)
    book.add(
      "storage", "boot disks", quantity: parameters.bootDiskGB * Double(sizing.instances),
      meter: context.meter(.blockStorageGBMonth))
    addFixed(to: &book, form: form, zones: zones)
    switch form {
    case .containers:
      book.labour(
        "running the cluster",
        hours: parameters.containerHours.fixed + parameters.containerHours.perInstance * Double(sizing.instances))
    default:
      book.labour(
        "running the machines",
        hours: parameters.vmHours.fixed + parameters.vmHours.perInstance * Double(sizing.instances))
    }
    guard book.unknown == nil else { return nil }
    var placed = PlacedWorkload(
      model: .cloud, form: form, topology: topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: zones, machine: offer.machine,
          count: sizing.instances, purchase: purchase)
      ],
      lines: book.lines, utilization: sizing.utilization, headroom: 1 - sizing.utilization,
      availability: own * dependencies, ownAvailability: own, rto: zones > 1 ? 30 : parameters.bootSeconds, rpo: 0)
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms =
        offer.vcpus * Double(sizing.instances) * parameters.wattsPerVCPU * paid / 1000 * intensity
    }
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    return placed
  }

  /// What each instance costs a month besides its machine: its share of labour and its boot disk.
  func instanceCost(form: PlacementForm) -> Double {
    let parameters = context.parameters
    let hours = form == .containers ? parameters.containerHours.perInstance : parameters.vmHours.perInstance
    return hours * context.hourlyLabour.double
      + parameters.bootDiskGB * (context.meter(.blockStorageGBMonth).amount?.double ?? 0)
  }

  /// What a fleet pays whatever its machines: balancer, traffic, control plane.
  func addFixed(to book: inout CostBook, form: PlacementForm, zones: Int) {
    addShared(to: &book)
    addPlatform(to: &book, form: form, zones: zones)
  }

  /// What every fleet of the region pays: balancer and traffic.
  func addShared(to book: inout CostBook) {
    book.add("requests", "load balancer", quantity: CostBook.hoursPerMonth, meter: context.meter(.loadBalancerHour))
    let seconds = CostBook.hoursPerMonth * 3600
    let bytesPerSecond = load.mean * (service.requestBytes + service.responseBytes)
    // Some providers charge for capacity, the others for the bytes that pass.
    let perGB = context.meter(.loadBalancerGB)
    if perGB.amount != nil {
      book.add("requests", "load balancer data", quantity: bytesPerSecond * seconds / 1e9, meter: perGB)
    } else {
      let capacityUnits = max(load.peak / 25, bytesPerSecond * 3600 / 1e9)
      book.add(
        "requests", "load balancer capacity", quantity: capacityUnits * CostBook.hoursPerMonth,
        meter: context.meter(.loadBalancerCapacityHour))
    }
    addTraffic(to: &book)
  }

  private func addPlatform(to book: inout CostBook, form: PlacementForm, zones: Int) {
    if zones > 1 {
      let bytesPerSecond = load.mean * (service.requestBytes + service.responseBytes)
      let seconds = CostBook.hoursPerMonth * 3600
      let crossing = bytesPerSecond * seconds / 1e9 * Double(zones - 1) / Double(zones)
      book.add("traffic", "between zones", quantity: crossing, meter: context.meter(.crossZoneGB))
    }
    if form == .containers {
      book.add("compute", "cluster control plane", quantity: 730, meter: context.meter(.controlPlaneHour))
    }
  }

  /// What answers and asynchronous calls cost wherever in the region they come from.
  func addTraffic(to book: inout CostBook) {
    let seconds = CostBook.hoursPerMonth * 3600
    let external = max(0, service.ownRate) + context.index.rateFromDevices(load)
    let outGB = external * service.responseBytes * seconds / 1e9
    if outGB > 0 {
      let price = internetPrice(outGB)
      book.add(
        "traffic", "to the internet", quantity: outGB, unit: "GB", price: price?.perGB, source: price?.source ?? "")
    }
    for call in workload.calls where call.isAsynchronous && !context.index.isStream(call.to) {
      // One request each to send, receive and delete.
      book.add(
        "requests", "queue to \(call.to)",
        quantity: load.mean * call.times * (1 - call.cachedShare) * seconds * 3 / 1e6,
        meter: context.meter(.queueRequestsPerMillion))
    }
  }

  func fixedCost(form: PlacementForm, zones: Int) -> (total: Double, unknown: String?) {
    var book = shared
    addPlatform(to: &book, form: form, zones: zones)
    if context.meter(.blockStorageGBMonth).amount == nil {
      book.add("storage", "boot disks", quantity: 1, meter: context.meter(.blockStorageGBMonth))
    }
    let hours = form == .containers ? context.parameters.containerHours.fixed : context.parameters.vmHours.fixed
    return (book.total + hours * context.hourlyLabour.double, book.unknown)
  }
}
