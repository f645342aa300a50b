import Placement

/// Searches the regions of one provider for a workload that calls no other and is called by none.
///
/// Each form and topology is a search of its own over the regions by rising bound: a region is left
/// out only when its bound exceeds the best found, so that the best of every form is proven.
struct LoneSearch {
  /// The workload in each region.
  let trials: [GroupSearch]
  let isExhaustive: Bool

  /// One outcome for each placement that may matter; the cheapest carries the misses of forms that work nowhere.
  ///
  /// - Parameter chosen: the choice whose runner-up is wanted too: the next best of its form.
  func outcomes(runnerUp chosen: PlacedWorkload?) -> [GroupOutcome] {
    guard let first = trials.first?.trials.first else { return [] }
    let name = first.workload.name
    var found: [GroupOutcome] = []
    var misses: [PlacedWorkload] = []
    var search = SearchFigures()
    // A way need not exist in every region: accelerators are not for hire everywhere.
    var places: [TrialWay.Key: Int] = [:]
    var ways: [[(region: Int, way: TrialWay)]] = []
    for region in trials.indices {
      for way in trials[region].trials[0].ways {
        if let place = places[way.key] {
          // A way comes once in a region.
          if ways[place].last?.region != region { ways[place].append((region, way)) }
        } else {
          places[way.key] = ways.count
          ways.append([(region, way)])
        }
      }
    }
    for same in ways {
      let (outcomes, miss) = outcomes(same, name, chosen, &search)
      found += outcomes
      if let miss { misses.append(miss) }
    }
    for outcome in first.settled {
      if let placed = outcome.placed {
        found.append(GroupOutcome(trials[0].context, name, placed))
      } else if let miss = outcome.miss {
        misses.append(miss)
      }
    }
    if found.isEmpty {
      found = [GroupOutcome(provider: trials[0].context.provider, region: trials[0].context.region, isComplete: false)]
    }
    let cheapest = found.indices.min { found[$0].perMonth < found[$1].perMonth } ?? 0
    found[cheapest].misses[name] = misses
    found[cheapest].search = search
    return found
  }

  /// The placements of one form and topology by rising bound; else its nearest miss.
  private func outcomes(
    _ ways: [(region: Int, way: TrialWay)], _ name: String, _ chosen: PlacedWorkload?, _ search: inout SearchFigures
  ) -> (found: [GroupOutcome], miss: PlacedWorkload?) {
    // Regions come sorted by name, and equal bounds keep that order.
    let order = ways.indices.sorted {
      ways[$0].way.bound < ways[$1].way.bound || ways[$0].way.bound == ways[$1].way.bound && $0 < $1
    }
    var found: [GroupOutcome] = []
    var miss: PlacedWorkload?
    var best = Double.infinity
    var second = Double.infinity
    var needsSecond = false
    for index in order {
      let limit = needsSecond ? second : best
      let (region, way) = ways[index]
      if !isExhaustive, way.bound > limit || way.bound == .infinity && best < .infinity { break }
      let outcome = way.best([:], isExhaustive ? .infinity : limit)
      search.evaluated += outcome.search.evaluated
      search.priceUnknown += outcome.search.priceUnknown
      if let placed = outcome.placed {
        needsSecond = placed.form == chosen?.form && placed.topology == chosen?.topology
        let cost = placed.perMonth.double
        if cost < best { (best, second) = (cost, best) } else { second = min(second, cost) }
        LoneSearch.keep(GroupOutcome(trials[region].context, name, placed), name, in: &found)
      } else if let next = outcome.miss, WorkloadAnswer.isNearer(next, than: miss) {
        miss = next
      }
    }
    return (found, found.isEmpty ? miss : nil)
  }
}

extension LoneSearch {
  /// The two cheapest of a way are all that an answer can name: the choice and its runner-up.
  private static func keep(_ outcome: GroupOutcome, _ name: String, in found: inout [GroupOutcome]) {
    func order(_ a: GroupOutcome, _ b: GroupOutcome) -> Bool {
      a.perMonth == b.perMonth
        ? (a.placed[name]?.label ?? "") < (b.placed[name]?.label ?? "") : a.perMonth < b.perMonth
    }
    if found.count == 2, order(found[1], outcome) { return }
    found.append(outcome)
    found.sort(by: order)
    if found.count > 2 { found.removeLast() }
  }
}

extension GroupOutcome {
  /// One placed workload.
  fileprivate init(_ context: RegionContext, _ name: String, _ placed: PlacedWorkload) {
    self.init(provider: context.provider, region: context.region)
    self.placed[name] = placed.with(hub: context)
    perMonth = placed.perMonth
  }

  init(provider: String, region: String, isComplete: Bool) {
    self.init(provider: provider, region: region)
    self.isComplete = isComplete
  }
}
