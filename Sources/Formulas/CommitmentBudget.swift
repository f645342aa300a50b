/// Splits one budget for commitments over fleets.
package enum CommitmentBudget {
  /// Cells of savings that the search keeps apart once there are more ways than that.
  static let cells = 2048
  /// Machines of a fleet beyond which splits are looked at in steps of that part of it.
  static let steps = 64
  /// Fleets beyond which the most saving for the money goes first: then no single one weighs much.
  static let exactFleets = 32

  /// A choice for the fleets so far.
  private struct Way {
    var bound: Double
    var saved: Double
    /// The choice of the last fleet, and the way it adds to.
    var mix: CommitmentMix
    var before: Int
  }

  /// The mixes, in the order of the fleets, that save most and bind one to no more than `budget`.
  ///
  /// Exact for up to ``exactFleets`` fleets of up to ``steps`` machines while undominated ways are fewer than
  /// ``cells``; beyond, savings are within one part in `cells` for each fleet, or within one step of one fleet.
  /// - Parameter budget: in the currency of the prices; `nil` for none.
  package static func mixes(_ fleets: [CommittableFleet], budget: Double?) -> [CommitmentMix] {
    let free = fleets.map(\.best)
    guard let budget, zip(fleets, free).reduce(0, { $0 + $1.0.commitment($1.1) }) > budget else { return free }
    let options = fleets.map { fleet in front(choices(fleet).filter { $0.bound <= budget }) }
    return fleets.count > exactFleets ? greedy(options, budget: budget) : exact(options, budget: budget)
  }

  private static func exact(_ options: [[Way]], budget: Double) -> [CommitmentMix] {
    let nothing = CommitmentMix(threeYears: 0, oneYear: 0)
    var layers: [[Way]] = [[Way(bound: 0, saved: 0, mix: nothing, before: 0)]]
    for fleet in options {
      let known = layers[layers.count - 1]
      var ways: [Way] = []
      for option in fleet {
        for (index, way) in known.enumerated() where way.bound + option.bound <= budget {
          ways.append(
            Way(bound: way.bound + option.bound, saved: way.saved + option.saved, mix: option.mix, before: index))
        }
      }
      layers.append(front(ways))
    }
    // Fronts rise in savings: the last way saves most.
    var result: [CommitmentMix] = []
    var index = layers[layers.count - 1].count - 1
    for layer in layers.dropFirst().reversed() {
      result.append(layer[index].mix)
      index = layer[index].before
    }
    return result.reversed()
  }

  /// Steps along the concave hull of each fleet's ways, the most saving for the money first.
  private static func greedy(_ options: [[Way]], budget: Double) -> [CommitmentMix] {
    var steps: [(fleet: Int, rate: Double, bound: Double, mix: CommitmentMix)] = []
    for (fleet, ways) in options.enumerated() {
      var hull: [Way] = []
      func rate(_ a: Way, _ b: Way) -> Double { (b.saved - a.saved) / max(b.bound - a.bound, 1e-12) }
      for way in ways {
        while hull.count > 1, rate(hull[hull.count - 2], hull[hull.count - 1]) <= rate(hull[hull.count - 1], way) {
          hull.removeLast()
        }
        hull.append(way)
      }
      for (from, to) in zip(hull, hull.dropFirst()) {
        steps.append((fleet, rate(from, to), to.bound - from.bound, to.mix))
      }
    }
    var result = options.map { _ in CommitmentMix(threeYears: 0, oneYear: 0) }
    var isOpen = options.map { _ in true }
    var left = budget
    for step in steps.sorted(by: { a, b in a.rate == b.rate ? a.fleet < b.fleet : a.rate > b.rate })
    where isOpen[step.fleet] {
      if step.bound <= left {
        left -= step.bound
        result[step.fleet] = step.mix
      } else {
        isOpen[step.fleet] = false
      }
    }
    return result
  }

  /// The splits of a fleet worth a look, with what each saves over paying on demand.
  private static func choices(_ fleet: CommittableFleet) -> [Way] {
    let count = fleet.count
    let step = max(1, (count + steps - 1) / steps)
    var (hired, year, three) = ([0.0], [0.0], [0.0])
    for level in 0..<count {
      let costs = fleet.costs(level: level)
      hired.append(hired[level] + costs.onDemand)
      year.append(year[level] + costs.oneYear)
      three.append(three[level] + costs.threeYears)
    }
    func counts(_ isOffered: Bool, from first: Int) -> [Int] {
      isOffered ? Array(stride(from: first, to: count, by: step)) + [count] : [first]
    }
    return counts(fleet.threeYears != nil, from: 0).flatMap { long in
      counts(fleet.oneYear != nil, from: long).compactMap { end -> Way? in
        let ownYears = end > long ? year[end] - year[long] : 0
        let saved = hired[end] - (long > 0 ? three[long] : 0) - ownYears
        guard saved > 0 || end == 0 else { return nil }
        let mix = CommitmentMix(threeYears: long, oneYear: end - long)
        return Way(bound: fleet.commitment(mix), saved: saved, mix: mix, before: 0)
      }
    }
  }

  /// The ways that none beats in both, rising in both; thinned to ``cells``.
  private static func front(_ ways: [Way]) -> [Way] {
    let sorted = ways.sorted { a, b in a.bound == b.bound ? a.saved > b.saved : a.bound < b.bound }
    var kept: [Way] = []
    for way in sorted where kept.isEmpty || way.saved > kept[kept.count - 1].saved { kept.append(way) }
    guard kept.count > cells, let most = kept.last?.saved, most > 0 else { return kept }
    // Of each cell of savings the cheapest, which is the first.
    var thinned: [Way] = []
    var last = -1
    for (index, way) in kept.enumerated() {
      let cell = Int(way.saved / most * Double(cells))
      if cell > last || index == kept.count - 1 { thinned.append(way) }
      last = max(last, cell)
    }
    return thinned
  }
}
