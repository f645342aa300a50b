import Formulas
import Foundations

/// Decides how many machines of each fleet are committed to, from how long and how surely each is needed.
///
/// Every month of the longest term allowed, and every draw where inputs are ranges, asks for machines of
/// the chosen kind; a machine is committed to when it is needed in a greater share of them than the
/// commitment's price is of the price on demand. Machines beyond today's are bought when they are due.
struct CommitmentStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// A fleet with its prices.
  private struct Fleet {
    var workload: String
    var index: Int
    var site: Site
    var prices: [Purchase: Money]
    var source: String
  }

  private var terms: [Purchase] { [.oneYear, .threeYears].filter { problem.money.purchases.contains($0) } }
  private var years: Int { terms.contains(.threeYears) ? 3 : 1 }

  /// The fleets whose payment is to be split; those paid one way as chosen are left out.
  func mixes(_ results: [WorkloadResult], _ builder: ProblemBuilder) -> [PurchaseMix] {
    guard !terms.isEmpty, problem.money.purchases.contains(.onDemand), results.allSatisfy({ $0.chosen != nil }) else {
      return []
    }
    let fleets = zip(problem.workloads, results).flatMap { self.fleets($0, $1) }
    guard !fleets.isEmpty else { return [] }
    let need = CommitmentNeed(planner: planner, market: market, years: years).shares(
      fleets.map { ($0.workload, $0.index, $0.site) }, results, builder)
    let committable = zip(fleets, need).map { fleet, need in
      CommittableFleet(
        onDemand: fleet.prices[.onDemand]?.double ?? 0, oneYear: fleet.prices[.oneYear]?.double,
        threeYears: fleet.prices[.threeYears]?.double, need: need)
    }
    let others = Set(fleets.map { FleetKey(workload: $0.workload, index: $0.index) })
    let budget = problem.money.commitmentBudget.map { max(0, ($0 - bound(results, without: others)).double) }
    let splits = CommitmentBudget.mixes(committable, budget: budget)
    return fleets.indices.compactMap { index in
      let (fleet, split) = (fleets[index], splits[index])
      var mix = PurchaseMix(
        workload: fleet.workload, fleet: fleet.index, site: fleet.site, prices: fleet.prices, source: fleet.source,
        split: split, why: "")
      if mix.parts.count == 1, mix.parts.first?.purchase == fleet.site.purchase { return nil }
      mix.why = sentence(mix, committable[index], isLimited: split != committable[index].best)
      return mix
    }
  }

  // MARK: Fleets

  /// A fleet by its workload and its place there.
  struct FleetKey: Hashable {
    var workload: String
    var index: Int
  }

  /// What the commitments of a plan bind one to pay over their terms.
  func bound(_ results: [WorkloadResult], without others: Set<FleetKey> = []) -> Money {
    results.reduce(Money.zero) { sum, result in
      let sites = result.chosen?.sites ?? []
      return sites.enumerated().reduce(sum) { sum, entry in
        let (index, site) = entry
        guard site.purchase == .oneYear || site.purchase == .threeYears,
          !others.contains(FleetKey(workload: result.name, index: index))
        else { return sum }
        let head = "\(site.count) × \(site.machine ?? "") \(site.purchase.rawValue)"
        let monthly = (result.chosen?.lines ?? []).filter { $0.item == head || $0.item.hasPrefix(head + ",") }
        let months = site.purchase == .threeYears ? 36.0 : 12
        return sum + monthly.reduce(Money.zero) { $0 + $1.perMonth }.times(months)
      }
    }
  }

  /// Commitments beyond the budget, where nothing else may be bought.
  func finding(_ results: [WorkloadResult]) -> Diagnostic? {
    guard let limit = problem.money.commitmentBudget else { return nil }
    let bound = bound(results)
    guard bound > limit else { return nil }
    return Diagnostic(
      .warning, code: "model/commitment-budget",
      "the plan commits to \(Figures.money(bound)) \(planner.spec.currency), more than its budget for commitments",
      path: "prices.commitment.budget",
      help: "add on-demand to prices.commitment.allow, leave out what is pinned to a term, or raise the budget")
  }

  private func fleets(_ workload: WorkloadProblem, _ result: WorkloadResult) -> [Fleet] {
    guard let chosen = result.chosen, workload.place.pinnedPurchase == nil,
      !chosen.isPaired
    else { return [] }
    switch workload.kind {
    // What is off for hours is paid by the hour.
    case .service(let service): if service.onHours < CostBook.hoursPerMonth { return [] }
    case .store, .stream, .inference: break
    case .batch: if chosen.form != .reservedCluster { return [] }
    default: return []
    }
    return chosen.fleets.enumerated().compactMap { index, site in
      guard let machine = site.machine, site.count > 0,
        site.purchase == .oneYear || site.purchase == .threeYears || site.purchase == .onDemand,
        let offer = offer(machine, site, chosen.form)
      else { return nil }
      var prices: [Purchase: Money] = [:]
      for purchase in [.onDemand] + terms { prices[purchase] = problem.price(of: offer, purchase) }
      guard prices[.onDemand] != nil, prices.count > 1 else { return nil }
      return Fleet(workload: result.name, index: index, site: site, prices: prices, source: offer.source)
    }
  }

  private func offer(_ machine: String, _ site: Site, _ form: PlacementForm) -> MachineOffer? {
    let columns: OfferColumns
    switch form {
    case .managedDatabase: columns = market.facts(provider: site.provider, region: site.region).databases
    case .managedCache: columns = market.facts(provider: site.provider, region: site.region).caches
    case .managedBroker: return nil
    case .gpuServing:
      return market.accelerators(provider: site.provider, region: site.region).first {
        $0.machine.machine == machine
      }?.machine
    case .vm, .containers, .reservedCluster: columns = market.offers(provider: site.provider, region: site.region)
    default: return nil
    }
    return (0..<columns.count).first { columns.machine($0) == machine }.map(columns.offer)
  }

  // MARK: Words

  /// `6 of 10 m6i.large for one year; 4 on demand: …`.
  private func sentence(_ mix: PurchaseMix, _ fleet: CommittableFleet, isLimited: Bool) -> String {
    let words: [Purchase: String] = [.threeYears: "for three years", .oneYear: "for one year", .onDemand: "on demand"]
    let parts = mix.parts.enumerated().map { place, part in
      "\(part.count)\(place == 0 ? " of \(mix.site.count) \(mix.site.machine ?? "")" : "") \(words[part.purchase] ?? "")"
    }
    let head = "Paid as " + parts.joined(separator: "; ")
    if isLimited, let limit = problem.money.commitmentBudget {
      return head
        + ": prices.commitment.budget allows commitments of \(Figures.money(limit)) \(planner.spec.currency) in all."
    }
    guard let term = mix.parts.first(where: { $0.purchase != .onDemand })?.purchase ?? terms.first,
      let price = mix.prices[term], let hired = mix.prices[.onDemand], hired > .zero
    else { return head + "." }
    let years = term == .threeYears ? 3 : 1
    let pays = "a commitment \(words[term] ?? "") pays from \(percent(price.double / hired.double)) of the time"
    /// Share of the term in which a machine is needed.
    func need(_ machine: Int) -> String {
      percent(fleet.need.prefix(years).reduce(0) { $0 + $1[machine - 1] } / Double(years))
    }
    let last = mix.split.committed
    var facts = [pays]
    if last > 0 { facts.append("machine \(last) is needed \(need(last))") }
    if last < mix.site.count { facts.append("machine \(last + 1) \(need(last + 1))") }
    return head + ": " + facts.joined(separator: ", ") + "."
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }
}
