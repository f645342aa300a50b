import Formulas
import Foundations
import Placement

/// The search over pairs of regions.
///
/// A second region is taken for a named reason only: where `place.topology` asks for one, or where topologies are
/// left open and no single region meets every objective. All pairs are then looked at by rising bound, the sum of
/// what either region costs at least, until none left can be cheaper than the best found.
extension Evaluator {
  /// The topologies of two regions that a group is tried in.
  ///
  /// - Parameter isNeeded: whether no single region will do.
  static func pairTopologies(_ group: [WorkloadProblem], isNeeded: Bool) -> [Topology] {
    [.activePassive, .activeActive].filter { topology in
      let mine = group.filter { PairTrials.isPaired($0, topology) }
      return mine.contains { $0.place.topologies != nil }
        || isNeeded && !mine.isEmpty
          && group.allSatisfy { PairTrials.isPaired($0, topology) || $0.kindName == "external" }
    }
  }

  /// The outcomes over pairs of regions for each group; nothing for groups that need none.
  func pairs(
    _ groups: [[WorkloadProblem]], _ single: [[GroupOutcome]], loads: [String: LoadFigures],
    _ search: inout SearchFigures
  ) -> [[GroupOutcome]] {
    groups.indices.map { index -> [GroupOutcome] in
      let group = groups[index]
      let isNeeded = !single[index].contains(where: \.isComplete)
      return providers(for: group).flatMap { provider -> [GroupOutcome] in
        let cheapest = single[index].filter { $0.isComplete && $0.provider == provider }.map(\.perMonth.double).min()
        let (found, figures) = pairs(
          group, provider: provider, loads: loads, isNeeded: isNeeded, cutoff: cheapest ?? .infinity)
        search.add(figures)
        return found
      }
    }
  }

  /// The best outcome of a group with a provider over pairs of regions; nothing when no pair is allowed.
  ///
  /// - Parameter cutoff: cost above which no outcome is of interest.
  func pairs(
    _ group: [WorkloadProblem], provider: String, loads: [String: LoadFigures], isNeeded: Bool, cutoff: Double
  ) -> (found: [GroupOutcome], search: SearchFigures) {
    let topologies = Evaluator.pairTopologies(group, isNeeded: isNeeded)
    guard !topologies.isEmpty else { return ([], SearchFigures()) }
    let order = LoadModel.calleesFirst(group)
    let candidates = topologies.flatMap { regionPairs(group, provider: provider, topology: $0) }
    let memo = PairMemo()
    return optimum(candidates.map { trials(order, $0, loads, memo) }, cutoff: cutoff)
  }

  /// Ordered pairs of regions that every workload allows and in which somebody has a use for either.
  private func regionPairs(_ group: [WorkloadProblem], provider: String, topology: Topology) -> [RegionPair] {
    let paired = group.filter { PairTrials.isPaired($0, topology) }
    let others = group.filter { !PairTrials.isPaired($0, topology) && $0.kindName != "external" }
    let regions = market.regions(of: provider).filter { region in paired.allSatisfy { allows($0, provider, region) } }
    // Without an authority the two are alike.
    let isSymmetric =
      topology == .activeActive && others.isEmpty
      && paired.allSatisfy { $0.kindName == "service" && $0.place.pair == nil }
    var pairs: [RegionPair] = []
    var nearest: (pair: RegionPair, seconds: Double)?
    for home in regions {
      guard others.allSatisfy({ allows($0, provider, home) }) else { continue }
      for other in regions where home != other && (!isSymmetric || home < other) {
        let isAsPinned = paired.allSatisfy { workload in
          workload.place.pair.map { $0.home == "\(provider):\(home)" && $0.other == "\(provider):\(other)" } ?? true
        }
        guard isAsPinned,
          let pair = RegionPair(
            home: context(provider, home), other: context(provider, other), topology: topology)
        else { continue }
        if topology == .activeActive {
          // Whoever serves nobody is a standby, not a second active region.
          let shares = group.compactMap { pair.homeShare($0) }
          if !shares.isEmpty, shares.allSatisfy({ $0 == 0 }) || shares.allSatisfy({ $0 == 1 }) { continue }
        }
        if !isExhaustive, paired.contains(where: { pair.isTooFar($0) }) {
          let seconds = paired.reduce(0) { $0 + pair.meanTrip($1) }
          if seconds < nearest?.seconds ?? .infinity { nearest = (pair, seconds) }
          continue
        }
        pairs.append(pair)
      }
    }
    // Who asks for two regions is told how far the nearest two are from what he wants.
    let isAsked = paired.contains { $0.place.topologies != nil }
    return pairs.isEmpty && isAsked ? [nearest?.pair].compactMap(\.self) : pairs
  }

  private func trials(_ order: [WorkloadProblem], _ pair: RegionPair, _ loads: [String: LoadFigures], _ memo: PairMemo)
    -> GroupSearch
  {
    let trials = PairTrials(pair: pair, group: order, loads: loads, memo: memo)
    let shares = trials.homeShares
    let all = order.map { workload -> WorkloadTrial in
      guard PairTrials.isPaired(workload, pair.topology) else {
        return trial(workload, pair.home, loads, isFirst: true, isGroup: order.count > 1)
      }
      return WorkloadTrial(workload: workload, ways: trials.ways(workload, homeShare: shares[workload.name] ?? 1))
    }
    return GroupSearch(context: pair.home, trials: all, isPaired: true)
  }

  /// Pairs by rising bound until none left can be cheaper; ties by name.
  private func optimum(
    _ trials: [GroupSearch], cutoff: Double
  ) -> (found: [GroupOutcome], search: SearchFigures) {
    var figures = SearchFigures()
    figures.candidates = trials.reduce(0) { $0 + $1.trials.reduce(0) { $0 + $1.candidates } }
    let order = trials.indices.sorted {
      trials[$0].bound == trials[$1].bound ? $0 < $1 : trials[$0].bound < trials[$1].bound
    }
    var best: GroupOutcome?
    var miss: GroupOutcome?
    for index in order {
      let limit = min(best?.perMonth.double ?? .infinity, cutoff)
      let bound = trials[index].bound
      if !isExhaustive, bound > limit || bound == .infinity && (best != nil || miss != nil) { break }
      let outcome = trials[index].solve(limit: isExhaustive ? .infinity : limit)
      figures.evaluated += outcome.search.evaluated
      figures.priceUnknown += outcome.search.priceUnknown
      guard outcome.isComplete else {
        if miss == nil || miss?.misses.isEmpty == true { miss = outcome }
        continue
      }
      if outcome.perMonth < best?.perMonth ?? Money(1e15) { best = outcome }
    }
    figures.pruned = max(0, figures.candidates - figures.evaluated)
    return ([best ?? miss].compactMap(\.self), figures)
  }
}

extension RegionPair {
  /// The round trip of each group of users to the region that serves it, in seconds.
  private func trips(_ workload: WorkloadProblem) -> [(share: Double, seconds: Double)] {
    workload.users.map { group in
      let isHome = topology == .activePassive || isNearerHome(group)
      let context = isHome ? home : other
      let path = context.market.roundTrip(from: group.place, provider: context.provider, region: context.region)
      return (group.share, path?.seconds ?? 0)
    }
  }

  /// The mean round trip of a workload's users, in seconds.
  func meanTrip(_ workload: WorkloadProblem) -> Double { trips(workload).reduce(0) { $0 + $1.share * $1.seconds } }

  /// Whether the round trips alone break a latency objective: each group's in its own law, everything else at 0.
  func isTooFar(_ workload: WorkloadProblem) -> Bool {
    guard workload.isLatencyFromUsers, !workload.users.isEmpty else { return false }
    let limits = workload.latencyLimits
    guard !limits.isEmpty else { return false }
    let trips = trips(workload)
    // As in the path of a service: lognormal, squared variation 0.0025.
    let variance = Elementary.log1p(0.0025)
    return limits.contains { limit in
      let within = trips.reduce(0.0) { sum, trip in
        guard trip.seconds > 0 else { return sum + trip.share }
        let z = (Elementary.log(limit.seconds / trip.seconds) + variance / 2) / variance.squareRoot()
        return sum + trip.share * Normal.cdf(z)
      }
      return within < limit.percentile - 1e-9
    }
  }
}
