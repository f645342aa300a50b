import Foundations
import Placement
import Planning

/// What a workload costs: its lines, each a quantity at a price.
extension PlanDerivation {
  func cost(_ subject: PlacementSubject, _ parts: [String]) -> Derivation? {
    let result = subject.result
    switch parts.dropFirst().first {
    case "per_month": return cost(subject)
    case "per_transaction":
      guard let each = subject.placed.perTransaction else { return nil }
      if case .batch(let batch)? = problem.workloads.first(where: { $0.name == subject.name })?.kind {
        let jobs = Derivation.rule(
          .product, "jobs a month", batch.jobs * batch.lotsPerMonth, "", "jobs of a lot x lots a month",
          [
            spec("workloads.\(subject.name).jobs.count", batch.jobs, "jobs"),
            .leaf("lots a month", batch.lotsPerMonth, "", source: "jobs.per"),
          ])
        return .verified(
          .quotient, "\(subject.base).cost.per_transaction", each.double, plan.currency, "its cost over its jobs",
          [cost(subject), jobs], source: "its cost over what it serves", exact: each)
      }
      guard let load = result.load, load.mean > 0 else { return nil }
      let month = Derivation.rule(
        .product, "requests a month", load.mean * PlanDerivation.secondsPerMonth, "", "mean rate over a month of 730 h",
        [
          rate(result.name, load, "mean"),
          .leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h"),
        ])
      return .verified(
        .quotient, "\(subject.base).cost.per_transaction", each.double, plan.currency, "its cost over its requests",
        [cost(subject), month], source: "its cost over what it serves")
    case "lines":
      let rest = Array(parts.dropFirst(2))
      guard let index = rest.first.flatMap({ Int($0) }), subject.placed.lines.indices.contains(index) else {
        return nil
      }
      return line(
        subject.placed.lines[index], "\(subject.base).cost.lines[\(index)]", subject, Array(rest.dropFirst()))
    default: return nil
    }
  }

  /// What a placement costs a month: its lines.
  func cost(_ subject: PlacementSubject) -> Derivation {
    let total = subject.placed.perMonth
    return .rule(
      .sum, "\(subject.base).cost.per_month", total.double, "\(plan.currency)/month", "its lines",
      subject.placed.lines.enumerated().map {
        amount($0.element, "\(subject.base).cost.lines[\($0.offset)]", subject)
      }, exact: total)
  }

  /// One line of the ledger, or one side of it.
  func line(_ line: CostLine, _ path: String, _ subject: PlacementSubject?, _ rest: [String]) -> Derivation? {
    switch rest.first {
    case "quantity": return quantity(line, "\(path).quantity", subject)
    case "unit_price": return unitPrice(line, "\(path).unit_price")
    case "per_month", nil: return amount(line, path, subject)
    default: return nil
    }
  }

  /// Quantity × unit price.
  func amount(_ line: CostLine, _ path: String, _ subject: PlacementSubject?) -> Derivation {
    .rule(
      .product, "\(path).per_month", line.perMonth.double, "\(plan.currency)/month", "\(line.category): \(line.item)",
      [quantity(line, "\(path).quantity", subject), unitPrice(line, "\(path).unit_price")], exact: line.perMonth)
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
