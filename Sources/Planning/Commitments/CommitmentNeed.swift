import Formulas
import Foundations
import Spec

/// How much of each coming year a fleet needs its first, second, … machine.
struct CommitmentNeed {
  let planner: Planner
  let market: CatalogMarket
  let years: Int

  /// Shares by fleet, year and machine; fleets by workload, place within its placement, and site.
  ///
  /// Where inputs are ranges, months are drawn with them from one even sequence.
  func shares(
    _ fleets: [(workload: String, index: Int, site: Site)], _ results: [WorkloadResult], _ builder: ProblemBuilder
  ) -> [[[Double]]] {
    let ranges = planner.spec.ranges
    let first = planner.options.month
    let cells: [(month: Int, point: InputPoint)]
    if ranges.isEmpty {
      cells = (0..<12 * years).map { ($0, .median) }
    } else {
      let sequence = SobolSequence(dimensions: ranges.count + 1, seed: planner.options.seed)
      cells = (0..<planner.options.draws).map { index in
        let values = sequence.point(index)
        var point = InputPoint()
        for (range, value) in zip(ranges, values) { point.quantiles[range.path] = min(max(value, 1e-6), 1 - 1e-6) }
        return (min(12 * years - 1, Int((values.last ?? 0) * Double(12 * years))), point)
      }
    }
    let problems = Parallel.map(cells.count) { index -> Problem? in
      var builder = builder
      return builder.problem(month: first + cells[index].month, point: cells[index].point)
    }
    // Months that ask for the same are looked at once.
    var sameAs = Array(cells.indices)
    for index in cells.indices.dropFirst() where ranges.isEmpty {
      if let one = problems[index], let other = problems[index - 1], one.workloads == other.workloads {
        sameAs[index] = sameAs[index - 1]
      }
    }
    let fixed = cells.indices.filter { sameAs[$0] == $0 }
    // What never changes keeps the fleet it has.
    let isConstant = ranges.isEmpty && fixed.count == 1
    let found = isConstant ? [] : Parallel.map(fixed.count) { needs(problems[fixed[$0]], fleets, results) }
    let places = Dictionary(fixed.enumerated().map { ($1, $0) }) { first, _ in first }
    return fleets.enumerated().map { fleet, place in
      let whole = place.site.count
      var counts = Array(repeating: Array(repeating: 0, count: whole + 1), count: years)
      for (index, cell) in cells.enumerated() {
        let need = isConstant ? whole : places[sameAs[index]].map { found[$0][fleet] } ?? whole
        counts[cell.month / 12][min(need, whole)] += 1
      }
      return counts.map { year in
        let total = max(1, year.reduce(0, +))
        // Machine j is needed wherever at least j are.
        var above = 0
        return (1...whole).reversed().map { machine -> Double in
          above += year[machine]
          return Double(above) / Double(total)
        }.reversed()
      }
    }
  }

  /// Machines of its kind that each fleet needs; the whole fleet where none would do.
  private func needs(
    _ stated: Problem?, _ fleets: [(workload: String, index: Int, site: Site)], _ results: [WorkloadResult]
  ) -> [Int] {
    let whole = fleets.map(\.site.count)
    guard let stated else { return whole }
    var problem = stated.held(to: results, isFleetFixed: true)
    let kept = Set(fleets.map(\.workload))
    for index in problem.workloads.indices where kept.contains(problem.workloads[index].name) {
      // A stated count is needed as stated.
      problem.workloads[index].place.pinnedCount = stated.workloads[index].place.pinnedCount
      problem.workloads[index].place.pinnedWorkers?.count = 0
    }
    let found = Evaluator(
      problem: problem, market: market, parameters: planner.parameters, isBrief: true, isSerial: true
    ).workloads().results
    let sites = Dictionary(found.map { ($0.name, $0.chosen?.fleets ?? []) }) { first, _ in first }
    return fleets.map { fleet in
      guard let mine = sites[fleet.workload], fleet.index < mine.count, mine[fleet.index].machine == fleet.site.machine
      else { return fleet.site.count }
      return mine[fleet.index].count
    }
  }
}
