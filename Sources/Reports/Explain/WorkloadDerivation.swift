import Foundations
import Placement
import Planning

/// Figures of one workload, by the words of their paths.
extension PlanDerivation {
  func workload(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    switch parts.first {
    case "load": return load(result, Array(parts.dropFirst()))
    case "slo": return slo(result, Array(parts.dropFirst()))
    case "alternatives":
      guard parts.count > 2, let index = Int(parts[1]), let subject = PlacementSubject(alternative: index, of: result)
      else { return nil }
      return placement(subject, Array(parts.dropFirst(2)))
    default: return PlacementSubject(chosen: result).flatMap { placement($0, parts) }
    }
  }

  /// Figures of one placement.
  private func placement(_ subject: PlacementSubject, _ parts: [String]) -> Derivation? {
    let placed = subject.placed
    switch parts.first {
    case "cost": return cost(subject, parts)
    case "latency": return latency(subject, Array(parts.dropFirst()))
    case "serving": return serving(subject, Array(parts.dropFirst()))
    case "availability": return availability(subject)
    case "own_availability": return ownAvailability(subject)
    case "utilization": return utilization(subject)
    case "headroom":
      guard let value = placed.headroom, let busy = utilization(subject) else { return nil }
      return .verified(
        .complement, "\(subject.base).headroom", value, "ratio", "one less the busy share", [busy],
        source: "share of the capacity that is free in the busy hour")
    case "carbon_kg_per_month": return carbon(subject)
    case "confidence": return confidence(subject)
    case "rejected": return rejection(subject, Array(parts.dropFirst()))
    default: return nil
    }
  }

  /// How far a placement that lost is behind the chosen one, or over its limit.
  private func rejection(_ subject: PlacementSubject, _ parts: [String]) -> Derivation? {
    guard let rejected = subject.placed.rejected, let word = parts.first else { return nil }
    let path = "\(subject.base).rejected.\(word)"
    switch word {
    case "extra_per_month":
      guard let extra = rejected.extraPerMonth, let chosen = PlacementSubject(chosen: subject.result) else {
        return nil
      }
      return .verified(
        .difference, path, extra.double, "\(plan.currency)/month", "its cost less that of the chosen",
        [cost(subject), cost(chosen)], source: "total of the plan with this placement less the total without",
        exact: extra)
    case "limit":
      guard let limit = rejected.limit else { return nil }
      let stated = subject.result.slo.first { $0.objective == rejected.constraint && $0.target.double == limit }
      return .leaf(
        path, limit, rejected.unit, source: stated == nil ? rejected.by : "spec", line: stated?.line)
    case "value":
      guard let value = rejected.value else { return nil }
      let inner = placement(subject, rejected.constraint.split(separator: ".").map(String.init))
      guard let inner, abs(inner.node.value - value) <= 1e-9 * abs(value) else {
        return .leaf(path, value, rejected.unit, source: "\(rejected.constraint) of this placement; \(rejected.by)")
      }
      return .rule(.same, path, value, rejected.unit, "the placement's own figure", [inner])
    default: return nil
    }
  }

  /// The share of the cost whose price is listed or measured.
  private func confidence(_ subject: PlacementSubject) -> Derivation {
    .leaf(
      "\(subject.base).confidence", subject.placed.confidence, "ratio",
      source: "share of the cost whose price is listed or measured; hardware of one's own counts as derived")
  }
}
