import Foundations
import Placement
import Planning

/// Figures of one workload, by the words of their paths.
extension PlanDerivation {
  func workload(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    let path = "workloads.\(result.name)"
    if parts.first == "load" { return load(result, Array(parts.dropFirst())) }
    if parts.first == "slo" { return slo(result, Array(parts.dropFirst())) }
    guard let chosen = result.chosen else { return nil }
    switch parts.first {
    case "cost": return cost(result, chosen, parts)
    case "latency": return latency(result, chosen, Array(parts.dropFirst()))
    case "availability": return availability(result, chosen)
    case "own_availability": return ownAvailability(result, chosen)
    case "utilization": return utilization(result, chosen)
    case "headroom":
      guard let value = chosen.headroom, let busy = utilization(result, chosen) else { return nil }
      return .rule(.complement, "\(path).chosen.headroom", value, "ratio", "one less the busy share", [busy])
    case "carbon_kg_per_month": return carbon(result, chosen)
    default: return nil
    }
  }
}
