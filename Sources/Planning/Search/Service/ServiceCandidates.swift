import CostSolver
import Formulas
import Foundations
import Placement

/// Which machines may carry a service, and the least they can cost.
extension ServiceSearch {
  var purchases: [Purchase] {
    if let pinned = workload.place.pinnedPurchase { return [pinned] }
    // Spot machines may all leave at once; a service with users is not put on them.
    return context.steadyPurchases
  }

  /// Hours a month that a machine is paid: those it is on, or all of them where it is reserved.
  func hours(_ purchase: Purchase) -> Double {
    purchase == .onDemand ? service.onHours : CostBook.hoursPerMonth
  }

  /// What one machine costs a month.
  func machinePerMonth(_ option: Candidate) -> Double { option.usdPerHour * hours(option.purchase) }

  func fits(_ index: Int, _ bound: FleetBound) -> Bool {
    let offers = context.offers
    // A pin may name a burstable machine; it must be large enough all the same.
    guard workload.place.pinnedMachine == nil ? offers.isSteady[index] : isPinned(index) else { return false }
    return bound.fits(vcpus: offers.vcpus[index], memoryBytes: offers.memoryBytes[index], speed: offers.speed[index])
  }

  /// Whether what a machine costs here is its list price times a factor, so that machines can be held against
  /// each other once for all workloads.
  var isListPriced: Bool {
    workload.place.pinnedMachine == nil && !context.hasOverrides
  }

  func frontier(_ bound: FleetBound) -> MachineFrontier {
    context.offers.frontier(purchases, overheadVCPUs: bound.overheadVCPUs)
  }

  func isPinned(_ index: Int) -> Bool {
    guard let pinned = workload.place.pinnedMachine else { return false }
    let machine = context.offers.machine(index)
    return pinned == machine || pinned.hasSuffix(machine) && pinned == "\(context.offers.provider):\(machine)"
  }

  /// Why the machine that is pinned cannot carry an instance; `nil` when none is pinned or it can.
  func pinnedMisfit(_ form: PlacementForm) -> (option: Candidate, rejection: Rejection)? {
    let offers = context.offers
    guard workload.place.pinnedMachine != nil, let index = (0..<offers.count).first(where: isPinned) else { return nil }
    let overhead = form == .containers ? context.parameters.nodeOverheadBytes : 0
    let room = offers.memoryBytes[index] - overhead
    guard room < service.memoryBytes else { return nil }
    let candidate = Candidate(index: index, purchase: purchases.first ?? .onDemand, usdPerHour: 0, bound: .infinity)
    return (
      candidate,
      Rejection(
        constraint: "memory", value: service.memoryBytes, limit: room, unit: "B",
        by: "an instance on \(offers.machine(index))")
    )
  }

  func workers(_ offer: MachineOffer, form: PlacementForm) -> Int { workers(offer.vcpus, form: form) }

  func workers(_ vcpus: Double, form: PlacementForm) -> Int {
    let usable = vcpus - (form == .containers ? context.parameters.nodeOverheadCPUs : 0)
    return max(0, Int(usable.rounded(.down)))
  }

  /// Never above the true cost: the instances that utilisation alone demands, with what any fleet pays besides.
  func bound(form: PlacementForm, zones: Int, fixed: Double) -> FleetBound {
    let isContainers = form == .containers
    let parameters = context.parameters
    let hours = isContainers ? parameters.containerHours.perInstance : parameters.vmHours.perInstance
    return FleetBound(
      busyCores: max(load.peak, workload.throughputTarget) * service.cpuSeconds,
      utilizationLimit: parameters.utilizationLimit,
      overheadVCPUs: isContainers ? parameters.nodeOverheadCPUs : 0,
      overheadBytes: isContainers ? parameters.nodeOverheadBytes : 0, memoryBytes: service.memoryBytes,
      minimumCount: max(Double(zones), workload.place.pinnedCount.map(Double.init) ?? 1),
      instancePerMonth: hours * context.hourlyLabour.double, fixedPerMonth: fixed,
      priceFactor: context.priceFactor, hoursPerMonth: service.onHours)
  }
}
