import CostSolver
import Formulas
import Foundations

/// Fleets offered to callers.
extension ServiceSearch {
  /// Most fleets that are offered to callers.
  static let variantLimit = 16

  /// The optimum, then dearer fleets, each of which answers sooner or is up more often than all cheaper ones.
  ///
  /// Fleets are compared by the mean and the 99th percentile of their own response and by availability; a
  /// caller's path depends on its callee through nothing else but the shape between.
  func variants(_ prepared: Prepared) -> [FormOutcome] {
    let optimum = best(prepared)
    guard optimum.placed != nil, workload.place.pinnedCount == nil else { return [optimum] }
    struct Fleet {
      var option: Candidate
      var key: SizingKey
      var sizing: Sizing
      var cost: Double
    }
    let form = prepared.form
    let zones = prepared.topology == .multiZone ? 2 : 1
    let perInstance = instanceCost(form: form)
    // The cheapest machine of each speed and size.
    var cheapest: [SizingKey: Candidate] = [:]
    for option in candidates(form: form, zones: zones, fixed: prepared.fixed, cutoff: .infinity) {
      let key = SizingKey(
        speed: context.offers.speed[option.index], workers: workers(context.offers.vcpus[option.index], form: form),
        zones: zones)
      if let known = cheapest[key], machinePerMonth(known) <= machinePerMonth(option) { continue }
      cheapest[key] = option
    }
    var fleets: [Fleet] = []
    for (key, option) in cheapest {
      guard let least = size(key).map(available) else { continue }
      for count in Set([0, 1, 2, 3, least.instances / 2, least.instances].map { least.instances + $0 }) {
        let sizing = grown(least, to: count)
        if let target = workload.target("availability"), sizing.availability * dependencies < target { continue }
        let cost = Double(count) * (machinePerMonth(option) + perInstance) + prepared.fixed
        fleets.append(Fleet(option: option, key: key, sizing: sizing, cost: cost))
      }
    }
    fleets.sort { a, b in
      a.cost == b.cost
        ? (a.option.index, a.sizing.instances) < (b.option.index, b.sizing.instances) : a.cost < b.cost
    }
    var (mean, tail, availability) = (Double.infinity, Double.infinity, 0.0)
    var outcomes: [FormOutcome] = [optimum]
    let queues = fleets.map { queue($0.sizing, key: $0.key) }
    let waits = ErlangColumns.waitProbabilities(loads: queues.map(\.load), servers: queues.map(\.servers))
    for (index, fleet) in fleets.enumerated() where outcomes.count <= ServiceSearch.variantLimit {
      let queue = queues[index]
      let isMarkov = queue.isPoisson && queue.service.law == .exponential && queue.utilization < 1
      let response =
        isMarkov
        ? QueueBound(
          queue, waitProbability: waits[index],
          meanWait: waits[index] * queue.serviceSeconds / (queue.servers - queue.load)
        ).response : QueueBound(queue).response
      let late = ShiftedLognormal(response).percentile(0.99)
      let isBetter =
        response.mean < mean * (1 - 1e-9) || late < tail * (1 - 1e-9) || fleet.sizing.availability > availability
      guard isBetter else { continue }
      (mean, tail) = (min(mean, response.mean), min(tail, late))
      availability = max(availability, fleet.sizing.availability)
      let offer = context.offers.offer(fleet.option.index)
      guard
        var placed = price(
          offer, purchase: fleet.option.purchase, form: form, topology: prepared.topology, zones: zones, fleet.sizing),
        placed.sites != optimum.placed?.sites
      else { continue }
      placed.path = userPath(fleet.sizing, key: fleet.key)
      var outcome = FormOutcome()
      complete(&placed, &outcome, fleet.sizing, key: fleet.key)
      outcome.placed = placed
      outcome.path = servicePath(fleet.sizing, key: fleet.key)
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// The same fleet with more instances.
  func grown(_ sizing: Sizing, to count: Int) -> Sizing {
    guard count > sizing.instances else { return sizing }
    var result = sizing
    result.instances = count
    result.utilization *= Double(sizing.instances) / Double(count)
    result.availability =
      context.reliability.fleet(needed: sizing.needed, count: count, zones: sizing.zones)
      * context.reliability.loadBalancer
    return result
  }
}
