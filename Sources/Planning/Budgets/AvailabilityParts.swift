import Formulas
import Placement

/// What the unavailability of a placement consists of.
///
/// Parts in series multiply; each is charged with its logarithm, so that the charges add up to the whole.
struct AvailabilityParts {
  let figures = ReliabilityFigures()
  let parameters: ModelParameters

  /// Parts of a placement by itself, with their availabilities; their product is its own availability.
  func own(_ placed: PlacedWorkload, _ workload: WorkloadProblem) -> [(name: String, availability: Double)] {
    let whole = placed.ownAvailability ?? placed.availability ?? 1
    if placed.isPaired { return [("both regions, and failovers between them", whole)] }
    let isMulti = placed.topology != .singleZone
    var parts: [(name: String, availability: Double)] = []
    switch (workload.kind, placed.form) {
    case (.service, .vm), (.service, .containers):
      parts.append(("the load balancer", figures.loadBalancer))
      parts.append(isMulti ? ("the region", figures.region) : ("the zone", figures.zone))
    case (.store, .vm):
      parts.append(isMulti ? ("the region", figures.region) : ("the zone", figures.zone))
      if isMulti {
        let lost = parameters.failoversPerMonth * figures.failoverSeconds / (730 * 3600)
        parts.append(("failover", 1 - lost))
      }
    case (.external, _): return [("the service itself", whole)]
    default: return [(placed.form.rawValue.hasPrefix("managed") ? "the managed service" : "the placement", whole)]
    }
    let known = parts.reduce(1) { $0 * $1.availability }
    // What is left is machines, alone or with their zones.
    if whole < known { parts.append((isMulti ? "machines and zones" : "machines", whole / known)) }
    return parts
  }

  /// Charges of parts that add up to an unavailability.
  static func charges(
    _ parts: [(name: String, availability: Double)], of unavailability: Double
  ) -> [(name: String, ratio: Double)] {
    let logs = parts.map { max(0, -Elementary.log(max($0.availability, 1e-300))) }
    let sum = logs.reduce(0, +)
    return zip(parts, logs).map { ($0.name, sum > 0 ? unavailability * $1 / sum : 0) }
  }
}
