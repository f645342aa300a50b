import CostSolver
import Formulas

/// How many instances a service needs on a machine.
extension ServiceSearch {
  struct SizingKey: Hashable {
    var speed: Double
    var workers: Int
    var zones: Int
  }

  struct Sizing: Hashable {
    var zones = 1
    var instances: Int
    /// Instances that must be up for the load to be served at all.
    var needed: Int
    var utilization: Double
    /// Availability of the fleet and its balancer.
    var availability = 0.0
  }

  /// Machines beyond which a fleet is no answer any more.
  static let largestFleet = 100_000

  /// What is known of the smallest fleet of a kind.
  enum Sized {
    case fits(Sizing)
    /// It has more instances than so many.
    case beyond(Int)
    /// No fleet will do.
    case never

    /// Whether a look at fleets of up to so many instances could tell more.
    func mayFit(_ most: Int) -> Bool {
      if case .beyond(let known) = self { return most > known }
      return false
    }
  }

  func size(_ key: SizingKey) -> Sizing? {
    if case .fits(let sizing) = size(key, through: .max) { return sizing }
    return nil
  }

  /// - Parameter most: instances beyond which a fleet is of no interest.
  func size(_ key: SizingKey, through most: Int) -> Sized {
    let demand = load.peak * service.cpuSeconds / key.speed
    let perInstance = Double(key.workers)
    let carried = max(load.peak, workload.throughputTarget) * service.cpuSeconds / key.speed
    let minimum = max(
      key.zones, Int(clamped: (carried / (context.parameters.utilizationLimit * perInstance)).rounded(.up)), 1)
    guard minimum <= ServiceSearch.largestFleet else { return .never }
    guard minimum <= most else { return .beyond(most) }
    func meets(_ count: Int) -> Bool {
      let sizing = Sizing(instances: count, needed: 1, utilization: demand / (perInstance * Double(count)))
      let limits = workload.completionLimits
      guard limits.isEmpty || PathModel.meets(limits, completionPath(sizing, key: key)) else { return false }
      guard let screen else { return burst(sizing, key: key)?.isDrained ?? true }
      guard carriesBurst(sizing, key: key) else { return false }
      return screen.meets(queue: queue(sizing, key: key)) { userPath(sizing, key: key) }
    }
    let count: Int?
    if let pinned = workload.place.pinnedCount {
      count = pinned >= minimum && meets(pinned) ? pinned : nil
    } else if screen == nil, service.burst == nil, workload.completionLimits.isEmpty {
      count = minimum
    } else {
      let largest = largest(minimum)
      // Most fleets that cannot win are told by one look at the largest that could.
      if most < largest, !meets(most) { return .beyond(most) }
      count = FleetSizing.smallest(from: minimum, through: min(most, largest), isFeasible: meets)
    }
    guard let count else { return .never }
    let needed = max(1, Int(clamped: (demand / (0.99 * perInstance)).rounded(.up)))
    // One machine more wherever the objective could not be met with one down.
    return .fits(
      Sizing(
        zones: key.zones, instances: count, needed: min(needed, count),
        utilization: demand / (perInstance * Double(count))))
  }

  var latencyLimits: [(percentile: Double, seconds: Double)] {
    workload.objectives.compactMap { objective in
      objective.percentile.map { ($0, objective.target.double) }
    }
  }

  /// With the machines that the availability objective asks for besides.
  func available(_ sizing: Sizing) -> Sizing {
    let figures = context.reliability
    var result = sizing
    func own(_ count: Int) -> Double {
      figures.fleet(needed: sizing.needed, count: count, zones: sizing.zones) * figures.loadBalancer
    }
    result.availability = own(result.instances)
    guard let target = workload.target("availability"), workload.place.pinnedCount == nil else { return result }
    let most = sizing.instances + max(4, sizing.needed)
    while result.availability * dependencies < target, result.instances < most {
      result.instances += 1
      result.availability = own(result.instances)
    }
    result.utilization *= Double(sizing.instances) / Double(result.instances)
    return result
  }
}
