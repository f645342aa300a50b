import CostSolver
import Formulas
import Foundations
import Placement

/// A sized fleet of one region, as one half of a pair.
struct RegionalFleet {
  var option: Candidate
  var key: ServiceSearch.SizingKey
  var sizing: ServiceSearch.Sizing
  var cost: Double
  /// Shares of the requests within each latency limit: surely, and possibly.
  var within: [(least: Double, most: Double)]

  /// Whether it is as good in all that a pair looks at.
  func isAsGood(as other: RegionalFleet) -> Bool {
    sizing.availability >= other.sizing.availability
      && zip(within, other.within).allSatisfy { $0.least >= $1.least && $0.most >= $1.most }
  }
}

/// The fleets of one region by rising cost, each better in something than every cheaper one; made as they are asked for.
///
/// For each speed and size of machine the cheapest offer counts, with every number of instances from the least that
/// carries the load.
final class FleetLadder {
  /// What a fleet is sized for.
  enum Duty {
    /// Serves everybody: every latency limit holds by itself.
    case serving
    /// Serves a share, and everybody when the other region is lost: latency is judged with the other region's.
    case sharing
    /// The same as far as machines and availability go, whatever the latency.
    case carrying
    /// Waits for the other region to be lost.
    case waiting
  }

  private struct Row {
    var option: Candidate
    var key: ServiceSearch.SizingKey
    var perInstance: Double
    /// `nil` until the row is looked at.
    var next: Int?
    var last = 0
    var bound: Double
  }

  let search: ServiceSearch
  let form: PlacementForm
  let duty: Duty
  /// Busy-hour rate of both regions, which one must be able to carry.
  let fullPeak: Double
  private let fixed: Double
  private var rows: [Row] = []
  private var found: [RegionalFleet] = []
  private(set) var sized = 0
  private lazy var screen: PathScreen? = {
    let limits = search.latencyLimits
    guard duty == .sharing, !limits.isEmpty else { return nil }
    return ScreenCache.make(
      search.fixedPath,
      limits.flatMap { [$0.seconds * (1 - PathModel.band), $0.seconds * (1 + PathModel.band)] },
      PathModel.searchCells)
  }()

  init(_ search: ServiceSearch, form: PlacementForm, zones: Int, duty: Duty, fullPeak: Double) {
    self.search = search
    self.form = form
    self.duty = duty
    self.fullPeak = fullPeak
    fixed = search.fixedCost(form: form, zones: zones).total
    let labour = search.instanceCost(form: form)
    var cheapest: [ServiceSearch.SizingKey: Candidate] = [:]
    for option in search.candidates(form: form, zones: zones, fixed: fixed, cutoff: .infinity) {
      let index = option.index
      let key = ServiceSearch.SizingKey(
        speed: search.context.offers.speed[index], workers: search.workers(search.context.offers.vcpus[index], form: form),
        zones: zones)
      if let known = cheapest[key], search.monthly(known) <= search.monthly(option) { continue }
      cheapest[key] = option
    }
    rows = cheapest.map { key, option in
      Row(
        option: option, key: key, perInstance: search.monthly(option) + labour, next: nil,
        bound: option.bound)
    }
    rows.sort { $0.bound == $1.bound ? $0.option.index < $1.option.index : $0.bound < $1.bound }
  }

  /// The fleet at a place of the ladder; `nil` past its end.
  func fleet(_ place: Int) -> RegionalFleet? {
    while found.count <= place {
      guard advance() else { return nil }
    }
    return found[place]
  }

  /// Whether any machine can carry the load at all.
  var isEmpty: Bool { fleet(0) == nil }

  /// Looks at the next fleet; false when there is none.
  private func advance() -> Bool {
    guard let place = rows.indices.min(by: { rows[$0].bound < rows[$1].bound }), rows[place].bound < .infinity else {
      return false
    }
    guard let count = rows[place].next else {
      size(&rows[place])
      return true
    }
    let row = rows[place]
    let fleet = fleet(row, count: count)
    if count < row.last {
      rows[place].next = count + 1
      rows[place].bound = cost(row, count + 1)
    } else {
      rows[place].bound = .infinity
    }
    if !found.contains(where: { $0.isAsGood(as: fleet) }) { found.append(fleet) }
    return true
  }

  private func cost(_ row: Row, _ count: Int) -> Double { Double(count) * row.perInstance + fixed }

  /// The fewest instances of a row, and the most worth a look.
  private func size(_ row: inout Row) {
    sized += 1
    let minimum: Int?
    if duty == .serving {
      minimum = search.size(row.key)?.instances
    } else {
      let carried = max(fullPeak, search.workload.throughputTarget) * search.service.cpuSeconds / row.key.speed
      let share = search.context.parameters.utilizationLimit * Double(row.key.workers)
      let least = max(row.key.zones, Int(clamped: (carried / max(share, 1e-12)).rounded(.up)), 1)
      let pinned = search.workload.place.pinnedCount
      minimum = row.key.workers > 0 && (pinned ?? least) >= least && least <= ServiceSearch.largestFleet
        ? pinned ?? least : nil
    }
    guard let minimum else {
      row.bound = .infinity
      return
    }
    row.next = minimum
    row.last = minimum
    if search.workload.place.pinnedCount == nil {
      row.last = minimum + max(4, needed(row.key))
      if duty == .sharing, !search.latencyLimits.isEmpty { row.last = max(row.last, search.largest(minimum)) }
    }
    row.bound = cost(row, minimum)
  }

  /// Instances that must be up for the whole load.
  private func needed(_ key: ServiceSearch.SizingKey) -> Int {
    let demand = fullPeak * search.service.cpuSeconds / key.speed
    return max(1, Int(clamped: (demand / (0.99 * Double(max(key.workers, 1)))).rounded(.up)))
  }

  private func fleet(_ row: Row, count: Int) -> RegionalFleet {
    let figures = search.context.reliability
    let demand = search.load.peak * search.service.cpuSeconds / row.key.speed
    let needed = min(needed(row.key), count)
    let sizing = ServiceSearch.Sizing(
      zones: row.key.zones, instances: count, needed: needed,
      utilization: demand / (Double(max(row.key.workers, 1)) * Double(count)),
      availability: figures.fleet(needed: needed, count: count, zones: row.key.zones) * figures.loadBalancer)
    var within: [(least: Double, most: Double)] = []
    if let screen {
      let shares = screen.within(queue: search.queue(sizing, key: row.key))
      within = stride(from: 0, to: shares.count, by: 2).map { (shares[$0], shares[$0 + 1]) }
    }
    return RegionalFleet(option: row.option, key: row.key, sizing: sizing, cost: cost(row, count), within: within)
  }
}
