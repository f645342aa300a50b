import Foundations
import Placement

/// What the next nine costs, what a nine less saves, and which redundancy no objective needs.
///
/// Everything is solved anew with the same region and provider; nobody moves for a nine.
struct NineStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// Prices of other targets by objective.
  func prices(_ results: [WorkloadResult]) -> [String: (tighter: NinePrice?, looser: NinePrice?)] {
    let stated = results.flatMap { result in
      result.slo.filter { $0.objective == "availability" && result.chosen != nil && result.chosen?.form != .external }
        .map { (result.name, $0) }
    }
    let solved = Parallel.map(stated.count * 3) { index -> Solved? in
      let (name, objective) = stated[index / 3]
      let target = [objective.target, NineStudy.tighter(objective.target), NineStudy.looser(objective.target)][
        index % 3]
      return target.flatMap { self.solved(name, target: $0, results) }
    }
    var prices: [String: (tighter: NinePrice?, looser: NinePrice?)] = [:]
    for (index, (_, objective)) in stated.enumerated() {
      guard let now = solved[index * 3] else { continue }
      func price(_ target: Money?, _ other: Solved?) -> NinePrice? {
        target.map {
          NinePrice(
            target: $0, extraPerMonth: other.map { $0.perMonth - now.perMonth },
            sparedMinutes: other.map { ($0.availability - now.availability) * CostBook.hoursPerMonth * 60 })
        }
      }
      prices[objective.id] = (
        price(NineStudy.tighter(objective.target), solved[index * 3 + 1]),
        price(NineStudy.looser(objective.target), solved[index * 3 + 2])
      )
    }
    return prices
  }

  /// A tenth of the budget: 99.9 % becomes 99.99 %.
  static func tighter(_ target: Money) -> Money? {
    let budget = Money(scaled: Money.unit) - target
    return budget > .zero ? Money(scaled: Money.unit) - Money(scaled: budget.scaled / 10) : nil
  }

  /// Ten times the budget: 99.9 % becomes 99 %; `nil` where nothing would be left of the target.
  static func looser(_ target: Money) -> Money? {
    let budget = Money(scaled: Money.unit) - target
    return budget.scaled * 10 < Money.unit ? Money(scaled: Money.unit - budget.scaled * 10) : nil
  }

  /// What a group costs, and how available the workload in question is.
  private struct Solved {
    var perMonth: Money
    var availability: Double
  }

  /// A workload and those it shares a region with, at another target of its availability.
  private func solved(_ name: String, target: Money, _ results: [WorkloadResult]) -> Solved? {
    let found = solve(name, results) { workload in
      for index in workload.objectives.indices where workload.objectives[index].objective == "availability" {
        workload.objectives[index].target = target
      }
    }
    guard let found, let sum = NineStudy.sum(found),
      let reached = found.first(where: { $0.name == name })?.chosen?.availability
    else { return nil }
    return Solved(perMonth: sum, availability: reached)
  }

  private static func sum(_ results: [WorkloadResult]) -> Money? {
    results.allSatisfy { $0.chosen != nil } ? results.reduce(Money.zero) { $0 + ($1.chosen?.perMonth ?? .zero) } : nil
  }

  /// The group of a workload solved in its region, with a change to that workload.
  private func solve(
    _ name: String, _ results: [WorkloadResult], _ change: (inout WorkloadProblem) -> Void
  ) -> [WorkloadResult]? {
    guard var group = LoadModel.groups(problem).first(where: { $0.contains { $0.name == name } }) else { return nil }
    for index in group.indices {
      let chosen = results.first { $0.name == group[index].name }?.chosen
      // What others run is where it is.
      if let chosen, chosen.form != .external, let site = chosen.sites.first {
        group[index].place.providers = [site.provider]
        group[index].place.regions = ["\(site.provider):\(site.region)"]
      }
      if group[index].name == name { change(&group[index]) }
    }
    var part = problem
    part.workloads = group
    return planner.brief(part, market)
  }

  // MARK: Redundancy

  /// Sentences about redundancy that the spec asks for and no objective needs, by workload.
  func spare(_ results: [WorkloadResult]) -> [String: String] {
    let forced = results.filter { result in
      guard let place = problem.workloads.first(where: { $0.name == result.name })?.place, let chosen = result.chosen,
        let site = chosen.sites.first, site.count > 1
      else { return false }
      return place.pinnedCount != nil || place.topologies != nil
    }
    let found = Parallel.map(forced.count) { index -> String? in
      let result = forced[index]
      let free = solve(result.name, results) { workload in
        workload.place.topologies = nil
        workload.place.pinnedCount = nil
      }
      let same = solve(result.name, results) { _ in }
      guard let free, let same, let now = NineStudy.sum(same), let less = NineStudy.sum(free), less < now,
        let other = free.first(where: { $0.name == result.name })?.chosen
      else { return nil }
      let reached = other.availability.map { ", availability \(Figures.ratio($0))" } ?? ""
      return "Redundancy that no objective needs: \(other.label)\(reached) meets them all and saves "
        + "\(Figures.money(now - less)) \(planner.spec.currency) a month."
    }
    var sentences: [String: String] = [:]
    for (result, sentence) in zip(forced, found) { sentences[result.name] = sentence }
    return sentences
  }
}
