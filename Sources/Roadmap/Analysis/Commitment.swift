import Foundations
import Planning

/// Which machines survive in every later plan, so that committing to them strands nothing.
struct Commitment {
  /// Machines of one kind in one region.
  struct Row {
    var workload: String
    var region: String
    var machine: String
    /// Machines in the plan of the whole.
    var count: Int
    /// Machines that every due level from sizing on, and every month looked at, still has.
    var kept: Int
    /// List prices an hour, where known.
    var onDemand: Money?
    var oneYear: Money?
    var threeYears: Money?

    /// Discount of the price of a year on demand's.
    func discount(_ price: Money?) -> Double? {
      guard let price, let onDemand, onDemand > .zero, price < onDemand else { return nil }
      return 1 - price.double / onDemand.double
    }
  }

  let context: RoadmapContext

  /// One row for each fleet of machines in the whole plan.
  func rows() -> [Row] {
    let catalog = context.ladder.session.catalog
    let later = later()
    return context.whole.workloads.flatMap { result -> [Row] in
      (result.chosen?.sites ?? []).compactMap { site in
        guard let machine = site.machine, let index = catalog.machineIndex("\(site.provider):\(machine)"),
          let region = catalog.regionIndex("\(site.provider):\(site.region)"),
          let offer = catalog.offer(provider: site.provider, machine: index, region: region)
        else { return nil }
        let kept =
          later.map { plan -> Int in
            let sites = plan.first { $0.name == result.name }?.chosen?.sites ?? []
            return sites.filter { $0.machine == machine && $0.region == site.region }.reduce(0) { $0 + $1.count }
          }.min() ?? site.count
        return Row(
          workload: result.name, region: "\(site.provider):\(site.region)", machine: machine, count: site.count,
          kept: min(site.count, kept), onDemand: offer.onDemand, oneYear: offer.reserved1y,
          threeYears: offer.reserved3y)
      }
    }
  }

  /// The plan in later months of the first year, chosen anew each time in the same regions: what a commitment must outlive.
  private func later() -> [[WorkloadResult]] {
    let session = context.ladder.session
    let months = [6, 12].filter { $0 <= context.horizon }
    return Parallel.map(months.count) { index in
      session.problem(month: months[index]).map { session.choices(session.inPlace($0, context.whole.workloads)) }
    }.compactMap { $0 }
  }
}
