import Foundations
import Placement
import Planning

/// What a workload costs: its lines, each a quantity at a price.
extension PlanDerivation {
  func cost(_ result: WorkloadResult, _ chosen: PlacedWorkload, _ parts: [String]) -> Derivation? {
    let path = "workloads.\(result.name)"
    switch parts.dropFirst().first {
    case "per_month": return cost(result)
    case "per_transaction":
      guard let each = chosen.perTransaction, let load = result.load, load.mean > 0 else { return nil }
      let month = Derivation.rule(
        .product, "requests a month", load.mean * PlanDerivation.secondsPerMonth, "", "mean rate over a month of 730 h",
        [
          rate(result.name, load, "mean"),
          .leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h"),
        ])
      return .verified(
        .quotient, "\(path).chosen.cost.per_transaction", each.double, plan.currency, "its cost over its requests",
        [cost(result), month], source: "its cost over what it serves")
    case "lines":
      let rest = Array(parts.dropFirst(2))
      guard let index = rest.first.flatMap({ Int($0) }), chosen.lines.indices.contains(index) else { return nil }
      return line(chosen.lines[index], "\(path).chosen.cost.lines[\(index)]", result, Array(rest.dropFirst()))
    default: return nil
    }
  }

  /// What a workload costs a month: its lines.
  func cost(_ result: WorkloadResult) -> Derivation {
    let lines = result.chosen?.lines ?? []
    let total = result.chosen?.perMonth ?? .zero
    return .rule(
      .sum, "workloads.\(result.name).chosen.cost.per_month", total.double, "\(plan.currency)/month", "its lines",
      lines.enumerated().map { amount($0.element, "workloads.\(result.name).chosen.cost.lines[\($0.offset)]", result) },
      exact: total)
  }

  /// One line of the ledger, or one side of it.
  func line(_ line: CostLine, _ path: String, _ result: WorkloadResult?, _ rest: [String]) -> Derivation? {
    switch rest.first {
    case "quantity": return quantity(line, "\(path).quantity", result)
    case "unit_price": return unitPrice(line, "\(path).unit_price")
    case "per_month", nil: return amount(line, path, result)
    default: return nil
    }
  }

  /// Quantity × unit price.
  func amount(_ line: CostLine, _ path: String, _ result: WorkloadResult?) -> Derivation {
    .rule(
      .product, "\(path).per_month", line.perMonth.double, "\(plan.currency)/month", "\(line.category): \(line.item)",
      [quantity(line, "\(path).quantity", result), unitPrice(line, "\(path).unit_price")], exact: line.perMonth)
  }

  func unitPrice(_ line: CostLine, _ path: String) -> Derivation {
    let unit = "\(plan.currency)/\(line.unit)"
    if line.category == "labour", line.unit == "h" {
      let year = problem.money.engineerPerYear.double
      return .verified(
        .quotient, path, line.unitPrice.double, unit, "cost of an engineer a year over working hours",
        [
          spec("team.engineer", year, "\(plan.currency)/year"),
          .leaf(
            "working hours a year", ModelParameters().engineerHoursPerYear, "h", source: "assumed: 48 weeks of 40 h"),
        ], source: line.source)
    }
    return .leaf(path, line.unitPrice.double, unit, source: line.source, exact: line.unitPrice)
  }
}
