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
    /// Whether the latency limits are known to hold from `next` on.
    var isFast = false
    var bound: Double
  }

  let search: ServiceSearch
  let form: PlacementForm
  let duty: Duty
  /// Busy-hour rate of both regions, which one must be able to carry.
  let fullPeak: Double
  private let fixed: Double
  private var rows: [Row] = []
  /// Places of rows, the least bound first: a heap.
  private var order: [Int] = []
  private var ideals: [Double: [Double]] = [:]
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
      if let known = cheapest[key], search.machinePerMonth(known) <= search.machinePerMonth(option) { continue }
      cheapest[key] = option
    }
    rows = cheapest.map { key, option in
      Row(
        option: option, key: key, perInstance: search.machinePerMonth(option) + labour, next: nil,
        bound: option.bound)
    }
    rows.sort { $0.bound == $1.bound ? $0.option.index < $1.option.index : $0.bound < $1.bound }
    // Sorted is a heap.
    order = Array(rows.indices)
  }

  /// The fleet at a place of the ladder; `nil` past its end.
  func fleet(_ place: Int) -> RegionalFleet? {
    while found.count <= place {
      guard advance() else { return nil }
    }
    return found[place]
  }

  /// Whether no machine can carry the load.
  var isEmpty: Bool { fleet(0) == nil }

  /// Looks at the next fleet; false when there is none.
  private func advance() -> Bool {
    guard let place = order.first, rows[place].bound < .infinity, !isComplete else { return false }
    defer { sink() }
    guard let count = rows[place].next else {
      size(&rows[place])
      return true
    }
    let row = rows[place]
    let isUp = availability(row.key, count) > (found.last?.sizing.availability ?? -1) + FleetLadder.resolution
    // Only who is up more often than all cheaper ones is worth its sizing.
    if duty == .serving, !row.isFast, isUp {
      settle(&rows[place])
      return true
    }
    if count < row.last {
      rows[place].next = count + 1
      rows[place].bound = cost(row, count + 1)
    } else {
      rows[place].bound = .infinity
    }
    if duty == .sharing ? isBeaten(row.key, count) : !isUp { return true }
    let fleet = fleet(row, count: count)
    if !found.contains(where: { $0.isAsGood(as: fleet) }) { found.append(fleet) }
    return true
  }

  /// Differences in availability below this are none.
  private static let resolution = 1e-9

  /// Whether no fleet can be up more often than the last one found, where nothing else counts.
  private var isComplete: Bool {
    guard duty != .sharing, let last = found.last else { return false }
    let figures = search.context.reliability
    let cap = (last.key.zones > 1 ? figures.region : figures.zone) * figures.loadBalancer
    return last.sizing.availability + FleetLadder.resolution >= cap
  }

  /// Whether a cheaper fleet is up as often and answers as soon as a machine of this speed does without any queue.
  private func isBeaten(_ key: ServiceSearch.SizingKey, _ count: Int) -> Bool {
    guard let screen else {
      return availability(key, count) <= (found.last?.sizing.availability ?? -1) + FleetLadder.resolution
    }
    let ideal =
      ideals[key.speed]
      ?? screen.within(service: ServiceDistribution(mean: search.service.cpuSeconds / key.speed, scv: search.service.cs2))
    ideals[key.speed] = ideal
    let available = availability(key, count) - FleetLadder.resolution
    return found.contains { fleet in
      fleet.sizing.availability >= available
        && fleet.within.indices.allSatisfy {
          fleet.within[$0].least >= ideal[2 * $0] - 1e-9 && fleet.within[$0].most >= ideal[2 * $0 + 1] - 1e-9
        }
    }
  }

  /// Puts the first row where its bound belongs.
  private func sink() {
    func isBefore(_ a: Int, _ b: Int) -> Bool {
      rows[a].bound < rows[b].bound || rows[a].bound == rows[b].bound && a < b
    }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < order.count else { return }
      if child + 1 < order.count, isBefore(order[child + 1], order[child]) { child += 1 }
      guard isBefore(order[child], order[parent]) else { return }
      order.swapAt(child, parent)
      parent = child
    }
  }

  /// Moves a row on to the fewest instances that keep every latency limit.
  private func settle(_ row: inout Row) {
    sized += 1
    guard let count = search.size(row.key)?.instances, let next = row.next else {
      row.bound = .infinity
      return
    }
    row.isFast = true
    row.next = max(next, count)
    row.last = max(row.last, count + max(4, needed(row.key)))
    if search.workload.place.pinnedCount != nil { row.last = count }
    row.bound = cost(row, max(next, count))
  }

  /// Probability that a fleet of a row carries the whole load, its balancer included.
  private func availability(_ key: ServiceSearch.SizingKey, _ count: Int) -> Double {
    let figures = search.context.reliability
    return figures.fleet(needed: min(needed(key), count), count: count, zones: key.zones) * figures.loadBalancer
  }

  private func cost(_ row: Row, _ count: Int) -> Double { Double(count) * row.perInstance + fixed }

  /// The fewest instances of a row, and the most worth a look.
  private func size(_ row: inout Row) {
    let carried = max(fullPeak, search.workload.throughputTarget) * search.service.cpuSeconds / row.key.speed
    let share = search.context.parameters.utilizationLimit * Double(row.key.workers)
    let least = max(row.key.zones, Int(clamped: (carried / max(share, 1e-12)).rounded(.up)), 1)
    let pinned = search.workload.place.pinnedCount
    let isPossible = row.key.workers > 0 && (pinned ?? least) >= least && least <= ServiceSearch.largestFleet
    let minimum = isPossible ? pinned ?? least : nil
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
    let demand = search.load.peak * search.service.cpuSeconds / row.key.speed
    let needed = min(needed(row.key), count)
    let sizing = ServiceSearch.Sizing(
      zones: row.key.zones, instances: count, needed: needed,
      utilization: demand / (Double(max(row.key.workers, 1)) * Double(count)),
      availability: availability(row.key, count))
    var within: [(least: Double, most: Double)] = []
    if let screen {
      let shares = screen.within(queue: search.queue(sizing, key: row.key))
      within = stride(from: 0, to: shares.count, by: 2).map { (shares[$0], shares[$0 + 1]) }
    }
    return RegionalFleet(option: row.option, key: row.key, sizing: sizing, cost: cost(row, count), within: within)
  }
}
