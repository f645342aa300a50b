import Foundations
import Placement

/// Lets those who run on a fleet pay for all of it, where others that might have run there do not.
///
/// The search gives every workload that may use a fleet an equal part of its cost; what stands elsewhere in the end
/// pays none, so that the others' parts grow.
struct FleetShares {
  let problem: Problem
  let parameters: ModelParameters

  func settled(_ results: [WorkloadResult]) -> [WorkloadResult] {
    var results = results
    for fleet in fleets {
      let users = results.indices.filter { pays(results[$0], for: fleet) }
      guard !users.isEmpty, users.count < fleet.users else { continue }
      var fewer = fleet
      fewer.users = users.count
      let (old, new) = (lines(fleet), lines(fewer))
      for index in users {
        guard let chosen = results[index].chosen else { continue }
        results[index].chosen = with(chosen, old, new, fleet, factor: Double(fleet.users) / Double(users.count))
      }
    }
    return results
  }

  /// The fleets of the spec, each once, in the order of its workloads.
  private var fleets: [FleetProblem] {
    var seen: Set<String> = []
    return problem.workloads.flatMap { workload -> [FleetProblem] in
      guard case .device(let device) = workload.kind else { return [workload.fleet].compactMap(\.self) }
      return [device.fleet, device.gateways, workload.fleet].compactMap(\.self)
    }.filter { $0.users > 1 && seen.insert($0.name).inserted }
  }

  /// Whether a workload runs on a fleet and bears a part of it.
  private func pays(_ result: WorkloadResult, for fleet: FleetProblem) -> Bool {
    guard let chosen = result.chosen, result.kind == "device" || !fleet.isBorneByDevices else { return false }
    return chosen.sites.contains { $0.provider == "fleet" && $0.region == fleet.name }
  }

  private func lines(_ fleet: FleetProblem) -> [CostLine] {
    var book = CostBook(problem: problem, parameters: parameters)
    book.fleet(fleet, count: fleet.count, share: 1 / Double(max(1, fleet.users)), figures: EdgeFigures())
    return book.lines
  }

  private func with(
    _ placed: PlacedWorkload, _ old: [CostLine], _ new: [CostLine], _ fleet: FleetProblem, factor: Double
  ) -> PlacedWorkload {
    var placed = placed
    let before = placed.perMonth
    placed.lines = placed.lines.map { line in
      if let at = old.firstIndex(of: line), at < new.count { return new[at] }
      guard line.item.hasPrefix("updates"), line.item.hasSuffix(fleet.name) else { return line }
      return CostLine(
        category: line.category, item: line.item, quantity: line.quantity * factor, unit: line.unit,
        unitPrice: line.unitPrice, source: line.source)
    }
    placed.perMonth = placed.lines.reduce(Money.zero) { $0 + $1.perMonth }
    if let each = placed.perTransaction, before > .zero {
      placed.perTransaction = Money(each.double * placed.perMonth.double / before.double)
    }
    return placed
  }
}
