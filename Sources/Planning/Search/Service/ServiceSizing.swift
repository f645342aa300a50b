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

  /// Reference cores over the speed of a worker: busy ones at the busy hour.
  private func demand(_ key: SizingKey) -> Double { load.peak * service.cpuSeconds / key.speed }

  /// The fewest instances that utilisation and zones allow.
  private func minimum(_ key: SizingKey) -> Int {
    let carried = max(load.peak, workload.throughputTarget) * service.cpuSeconds / key.speed
    return max(
      key.zones,
      Int(clamped: (carried / (context.parameters.utilizationLimit * Double(key.workers))).rounded(.up)), 1)
  }

  private func sizing(_ key: SizingKey, _ count: Int) -> Sizing {
    let (demand, perInstance) = (demand(key), Double(key.workers))
    let needed = max(1, Int(clamped: (demand / (0.99 * perInstance)).rounded(.up)))
    // One machine more wherever the objective could not be met with one down.
    return Sizing(
      zones: key.zones, instances: count, needed: min(needed, count),
      utilization: demand / (perInstance * Double(count)))
  }

  /// Instances that utilisation and availability alone ask for; latency can only ask for more.
  func least(_ key: SizingKey) -> Int {
    let minimum = minimum(key)
    return minimum <= ServiceSearch.largestFleet ? available(sizing(key, minimum)).instances : minimum
  }

  /// - Parameter most: instances beyond which a fleet is of no interest.
  func size(_ key: SizingKey, through most: Int) -> Sized {
    let demand = demand(key)
    let perInstance = Double(key.workers)
    let minimum = minimum(key)
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
      if meets(minimum) {
        count = minimum
      } else if most < largest, !meets(most) {
        // Most fleets that cannot win are told by one look at the largest that could.
        return .beyond(most)
      } else {
        count = FleetSizing.smallest(from: minimum + 1, through: min(most, largest), isFeasible: meets)
      }
    }
    return count.map { .fits(sizing(key, $0)) } ?? .never
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
