import Formulas
import Foundations
import Spec

/// What ranges of inputs do to a plan: probability of each objective, spread of the cost, and what drives it.
///
/// Draws are common to everything compared, so that differences are not noise. Every range is a split
/// lognormal with P5, median and P95 as stated; ranges vary independently.
struct RangeStudy {
  /// What one draw gives with the fleet as it is.
  struct Outcome {
    /// Cost lines of each workload.
    var lines: [String: [CostLine]] = [:]
    var perMonth: Money?
    var perTransaction: Double?
    var transactions = 0.0
    var loads: [String: LoadFigures] = [:]
    /// Values of objectives by identifier; absent when a fleet is overloaded.
    var values: [String: Double] = [:]
    var latency: [String: LatencyFigures] = [:]
  }

  /// Fleets with what the draws make of them.
  struct Decision {
    var results: [WorkloadResult]
    var search: SearchFigures
    var outcomes: [Outcome]
  }

  let planner: Planner
  let market: CatalogMarket
  let ranges: [Amount]
  /// Draws that sort out fleets; those that are printed come from ``Planner/Options/draws``.
  static let sortingDraws = 128

  // MARK: Draws

  /// Points of a scrambled Sobol sequence: even in every projection, the same on every machine.
  static func points(_ ranges: [Amount], count: Int, seed: UInt64) -> [InputPoint] {
    let sequence = SobolSequence(dimensions: ranges.count, seed: seed)
    return (0..<count).map { index in
      var point = InputPoint()
      for (range, value) in zip(ranges, sequence.point(index)) {
        point.quantiles[range.path] = min(max(value, 1e-6), 1 - 1e-6)
      }
      return point
    }
  }

  /// Every range at the side that makes the load heavier.
  static func heavy(_ ranges: [Amount], at quantile: Double) -> InputPoint {
    var point = InputPoint()
    for range in ranges { point.quantiles[range.path] = range.path.hasSuffix(".cached") ? 1 - quantile : quantile }
    return point
  }

  // MARK: Fleets

  /// The answer whose fleets meet every objective with the required probability.
  ///
  /// Fleets are sized with every range at one common quantile, raised until the share of draws that
  /// meet each objective reaches the confidence.
  func decide(_ builder: inout ProblemBuilder, confidence: Double) -> Decision? {
    let draws = RangeStudy.points(ranges, count: planner.options.draws, seed: planner.options.seed)
    var last: Decision?
    let quantiles = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995]
    for quantile in quantiles {
      guard let problem = builder.problem(month: planner.options.month, point: RangeStudy.heavy(ranges, at: quantile))
      else { return nil }
      let found = planner.solve(problem, market)
      if found.results.contains(where: { $0.chosen == nil }) {
        // Even heavier inputs cannot help once something has no placement.
        if last == nil { last = Decision(results: found.results, search: found.search, outcomes: []) }
        break
      }
      func isEnough(_ outcomes: [Outcome]) -> Bool { shares(outcomes, problem).values.allSatisfy { $0 >= confidence } }
      // A first part of the draws sorts out fleets that are far too small.
      let some = outcomes(draws.prefix(RangeStudy.sortingDraws), builder, found.results)
      let isLast = quantile == quantiles.last
      if !isLast, shares(some, problem).values.contains(where: { $0 < confidence - 0.1 }) {
        last = Decision(results: found.results, search: found.search, outcomes: some)
        continue
      }
      let all = some + outcomes(draws.dropFirst(RangeStudy.sortingDraws), builder, found.results)
      last = Decision(results: found.results, search: found.search, outcomes: all)
      if isEnough(all) { break }
    }
    // What is printed rests on all draws, also of the largest fleet that could be placed.
    if let decision = last, !decision.outcomes.isEmpty, decision.outcomes.count < draws.count {
      last?.outcomes += outcomes(draws.dropFirst(decision.outcomes.count), builder, decision.results)
    }
    return last
  }

  /// The fleet under each of these draws, on all cores.
  private func outcomes(
    _ draws: ArraySlice<InputPoint>, _ builder: ProblemBuilder, _ results: [WorkloadResult]
  ) -> [Outcome] {
    let points = Array(draws)
    return Parallel.map(points.count) { outcome(points[$0], builder, results) }
  }

  /// The fleet as it is under one draw: nothing is resized, nothing is required.
  func outcome(_ point: InputPoint, _ builder: ProblemBuilder, _ results: [WorkloadResult]) -> Outcome {
    var outcome = Outcome()
    var builder = builder
    guard let stated = builder.problem(month: planner.options.month, point: point) else { return outcome }
    var problem = stated.held(to: results, isFleetFixed: true)
    for index in problem.workloads.indices {
      problem.workloads[index].objectives = []
      if case .batch(var batch) = problem.workloads[index].kind {
        batch.deadlineSeconds = nil
        problem.workloads[index].kind = .batch(batch)
      }
      if case .training(var training) = problem.workloads[index].kind {
        training.deadlineSeconds = nil
        problem.workloads[index].kind = .training(training)
      }
    }
    var parameters = planner.parameters
    parameters.utilizationLimit = 0.999
    let found = Evaluator(
      problem: problem, market: market, parameters: parameters, isBrief: true, isSerial: true
    ).workloads().results
    var total = planner.sharedLines(stated).reduce(Money.zero) { $0 + $1.perMonth }
    var isComplete = true
    for (result, workload) in zip(found, stated.workloads) {
      guard var placed = result.chosen else {
        isComplete = false
        continue
      }
      outcome.lines[result.name] = placed.lines
      outcome.loads[result.name] = result.load
      total = total + placed.perMonth
      placed.latency = placed.path.flatMap { PathModel.latency($0, isChosen: false) }
      outcome.latency[result.name] = placed.latency?.total
      for objective in workload.objectives {
        outcome.values["\(workload.name).\(objective.objective)"] = ObjectiveModel.value(objective, placed)
      }
    }
    guard isComplete else { return outcome }
    outcome.perMonth = total
    let transactions = planner.transactionsPerMonth(stated, found)
    outcome.transactions = transactions
    if transactions > 0 { outcome.perTransaction = total.double / transactions }
    return outcome
  }

  /// Share of the draws that meet each objective.
  private func shares(_ outcomes: [Outcome], _ problem: Problem) -> [String: Double] {
    var result: [String: Double] = [:]
    for workload in problem.workloads {
      for objective in workload.objectives {
        let id = "\(workload.name).\(objective.objective)"
        guard outcomes.contains(where: { $0.values[id] != nil }) else { continue }
        let target = objective.target.double
        let met = outcomes.filter { outcome in
          guard let value = outcome.values[id] else { return false }
          return ObjectiveModel.isFloor(objective.objective) ? value >= target : value <= target
        }
        result[id] = Double(met.count) / Double(outcomes.count)
      }
    }
    return result
  }

  // MARK: What is printed

  /// The results with expected values, probabilities and values at the required confidence.
  func described(
    _ results: [WorkloadResult], _ problem: Problem, _ outcomes: [Outcome], confidence: Double
  ) -> [WorkloadResult] {
    let shares = shares(outcomes, problem)
    return results.map { result in
      var result = result
      guard var chosen = result.chosen else { return result }
      chosen.lines = expectedLines(result.name, outcomes) ?? chosen.lines
      chosen.perMonth = chosen.lines.reduce(Money.zero) { $0 + $1.perMonth }
      if let latency = expectedLatency(result.name, outcomes) { chosen.latency?.total = latency }
      result.chosen = chosen
      result.load = expectedLoad(result.name, outcomes) ?? result.load
      for index in result.slo.indices {
        let id = result.slo[index].id
        let known = outcomes.compactMap { $0.values[id] }
        guard !known.isEmpty else { continue }
        let isFloor = ObjectiveModel.isFloor(result.slo[index].objective)
        // Overloaded draws count as the worst value.
        let worst = isFloor ? 0 : Double.infinity
        let all = (known + Array(repeating: worst, count: outcomes.count - known.count)).sorted {
          isFloor ? $0 > $1 : $0 < $1
        }
        let rank = Int((confidence * Double(all.count)).rounded(.up)) - 1
        let predicted = all[max(0, min(all.count - 1, rank))]
        result.slo[index].predicted = predicted.isFinite ? predicted : nil
        result.slo[index].expected = known.reduce(0, +) / Double(known.count)
        result.slo[index].probability = shares[id]
        let target = result.slo[index].target.double
        result.slo[index].met = isFloor ? predicted >= target : predicted <= target
        if let ratio = result.slo[index].budget?.ratio.double, ratio > 0 {
          let used = (1 - (predicted.isFinite ? predicted : 0)) / ratio
          result.slo[index].budget?.usedRatio = used
          result.slo[index].budget?.remainingRatio = 1 - used
        }
      }
      return result
    }
  }

  /// Lines with the mean of their quantities and amounts over the draws; the same lines in every draw.
  private func expectedLines(_ name: String, _ outcomes: [Outcome]) -> [CostLine]? {
    let all = outcomes.compactMap { $0.lines[name] }
    guard !all.isEmpty else { return nil }
    var order: [String] = []
    var sums: [String: (line: CostLine, quantity: Double, amount: Money)] = [:]
    for line in all.joined() {
      let key = "\(line.category)|\(line.item)"
      if sums[key] == nil { order.append(key) }
      let known = sums[key] ?? (line, 0, .zero)
      sums[key] = (known.line, known.quantity + line.quantity, known.amount + line.perMonth)
    }
    return order.compactMap { key in
      guard let (known, quantity, amount) = sums[key] else { return nil }
      var line = known
      line.quantity = quantity / Double(all.count)
      line.perMonth = Money(scaled: amount.scaled / Int128(all.count))
      if line.quantity > 0 { line.unitPrice = Money(line.perMonth.double / line.quantity) }
      return line
    }
  }

  /// Means of the rates over the draws.
  private func expectedLoad(_ name: String, _ outcomes: [Outcome]) -> LoadFigures? {
    let all = outcomes.compactMap { $0.loads[name] }
    guard let first = all.first else { return nil }
    let count = Double(all.count)
    func mean(_ value: (LoadFigures) -> Double) -> Double { all.reduce(0) { $0 + value($1) } / count }
    return LoadFigures(
      own: mean(\.own),
      fromCalls: first.fromCalls.indices.map { index in
        (first.fromCalls[index].caller, mean { index < $0.fromCalls.count ? $0.fromCalls[index].rate : 0 })
      }, mean: mean(\.mean), peak: mean(\.peak))
  }

  private func expectedLatency(_ name: String, _ outcomes: [Outcome]) -> LatencyFigures? {
    let all = outcomes.compactMap { $0.latency[name] }.filter { $0.p99.isFinite }
    guard !all.isEmpty else { return nil }
    let count = Double(all.count)
    return LatencyFigures(
      mean: all.reduce(0) { $0 + $1.mean } / count, p50: all.reduce(0) { $0 + $1.p50 } / count,
      p95: all.reduce(0) { $0 + $1.p95 } / count, p99: all.reduce(0) { $0 + $1.p99 } / count)
  }

  /// P10, P50, P90 and mean of a value over the draws that have one.
  static func spread(_ values: [Double]) -> RangeSpread? {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    func quantile(_ p: Double) -> Double {
      let at = p * Double(sorted.count - 1)
      let low = Int(at)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (sorted[high] - sorted[low]) * (at - Double(low))
    }
    return RangeSpread(
      p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9),
      expected: sorted.reduce(0, +) / Double(sorted.count))
  }

  /// What the fleet costs beyond what each draw needs, and what it lacks, on average over the sorting draws.
  func regret(_ builder: ProblemBuilder, _ decision: Decision) -> RangeRegret? {
    let draws = RangeStudy.points(ranges, count: planner.options.draws, seed: planner.options.seed)
    let points = Array(draws.prefix(RangeStudy.sortingDraws))
    let needed = Parallel.map(points.count) { index -> Double? in
      var builder = builder
      guard let stated = builder.problem(month: planner.options.month, point: points[index]) else { return nil }
      let problem = stated.held(to: decision.results, isFleetFixed: false)
      let found = Evaluator(
        problem: problem, market: market, parameters: planner.parameters, isBrief: true, isSerial: true
      ).workloads().results
      guard found.allSatisfy({ $0.chosen != nil }) else { return nil }
      let shared = planner.sharedLines(stated).reduce(Money.zero) { $0 + $1.perMonth }
      return found.reduce(shared) { $0 + ($1.chosen?.perMonth ?? .zero) }.double
    }
    var (over, under, count) = (0.0, 0.0, 0.0)
    for (need, outcome) in zip(needed, decision.outcomes) {
      guard let need, let cost = outcome.perMonth?.double else { continue }
      over += max(0, cost - need)
      under += max(0, need - cost)
      count += 1
    }
    guard count > 0 else { return nil }
    return RangeRegret(over: Money(over / count), under: Money(under / count))
  }

  /// What each range does to the cost when the fleets are resized for its ends, the widest first.
  func drivers(_ builder: inout ProblemBuilder, _ results: [WorkloadResult]) -> [RangeDriver] {
    var drivers: [RangeDriver] = []
    for range in ranges {
      var ends: [Money] = []
      for quantile in [0.05, 0.95] {
        var point = InputPoint.median
        point.quantiles[range.path] = quantile
        guard let problem = builder.problem(month: planner.options.month, point: point) else { continue }
        let found = planner.brief(problem.held(to: results, isFleetFixed: false), market)
        guard found.allSatisfy({ $0.chosen != nil }) else { continue }
        ends.append(found.reduce(Money.zero) { $0 + ($1.chosen?.perMonth ?? .zero) })
      }
      if ends.count == 2 { drivers.append(RangeDriver(path: range.path, low: ends[0], high: ends[1])) }
    }
    return drivers.sorted { a, b in
      a.swing == b.swing ? a.path < b.path : a.swing > b.swing
    }
  }
}
