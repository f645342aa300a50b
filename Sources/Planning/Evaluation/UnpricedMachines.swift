import Foundations

/// Tells a workload that nothing can run from one for which nobody's prices are known.
///
/// Machines without a price for the ways of paying allowed are no candidates, so that a search may end without any.
struct UnpricedMachines {
  let problem: Problem
  let market: CatalogMarket

  /// The results, with a miss for want of a price where there was no candidate for that reason alone.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    results.map { result in
      guard result.chosen == nil, result.alternatives.isEmpty,
        let workload = problem.workloads.first(where: { $0.name == result.name }), let miss = miss(workload)
      else { return result }
      var result = result
      result.alternatives = [miss]
      result.why = ["The price is unknown: \(miss.rejected?.by ?? "")."]
      return result
    }
  }

  private func miss(_ workload: WorkloadProblem) -> PlacedWorkload? {
    let isInterruptible = workload.kindName == "batch" || workload.kindName == "training"
    let purchases =
      workload.place.pinnedPurchase.map { [$0] }
      ?? problem.money.purchases.filter { isInterruptible || $0 != .spot }
    guard !purchases.isEmpty else { return nil }
    var example: MachineOffer?
    for provider in workload.place.providers.isEmpty ? market.providers : workload.place.providers {
      for region in market.regions(of: provider) where isAllowed(region, provider, workload.place) {
        let offers = market.offers(provider: provider, region: region)
        for index in 0..<offers.count where isPinned(offers.machine(index), provider, workload.place) {
          let offer = offers.offer(index)
          if purchases.contains(where: { problem.price(of: offer, $0) != nil }) { return nil }
          if example == nil { example = offer }
        }
      }
    }
    guard let example, let purchase = purchases.first else { return nil }
    let machine = workload.place.pinnedMachine == nil ? "any machine" : example.machine
    let ways = purchases.map(\.rawValue).joined(separator: " or ")
    var placed = PlacedWorkload(
      model: .cloud, form: .vm, topology: .singleZone,
      sites: [
        Site(
          provider: example.provider, region: example.region, zones: 1, machine: example.machine, count: 0,
          purchase: purchase)
      ], lines: [])
    placed.rejected = Rejection(
      constraint: "price-unknown", by: "the catalog has none of \(machine) of \(example.provider) paid \(ways)")
    return placed
  }

  private func isAllowed(_ region: String, _ provider: String, _ place: PlaceProblem) -> Bool {
    place.regions.isEmpty
      || place.regions.contains { Glob.matches($0, region) || Glob.matches($0, "\(provider):\(region)") }
  }

  private func isPinned(_ machine: String, _ provider: String, _ place: PlaceProblem) -> Bool {
    guard let pinned = place.pinnedMachine else { return true }
    return pinned == machine || pinned == "\(provider):\(machine)"
  }
}
