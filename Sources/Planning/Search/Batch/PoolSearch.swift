import Formulas
import Foundations
import Placement

/// Jobs on machines of one's own, unlike ones pooled into one grid.
///
/// Any set of the fleets may be used, each as a whole: the cheapest set that ends the jobs in time is taken.
struct PoolSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let batch: BatchProblem
  let base: BatchSearch
  let figures = EdgeFigures()
  /// Fleets beyond which only their whole is tried.
  private static let subsetLimit = 10

  /// Creates a search over the fleets that the jobs may use.
  init(context: RegionContext, workload: WorkloadProblem, batch: BatchProblem) {
    self.context = context
    self.workload = workload
    self.batch = batch
    base = BatchSearch(context: context, workload: workload, batch: batch)
  }

  private var sets: [[FleetProblem]] {
    let fleets = batch.pool
    guard fleets.count <= Self.subsetLimit else { return [fleets] }
    return (1..<(1 << fleets.count)).map { mask in fleets.indices.filter { mask >> $0 & 1 == 1 }.map { fleets[$0] } }
  }

  var candidates: Int { sets.count }
  var bound: Double { sets.reduce(.infinity) { min($0, book($1).total * (1 - 1e-9)) } }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    var outcome = FormOutcome()
    var nearest: Rejection?
    let limit = batch.isSpread ? batch.deadlineSeconds : min(batch.deadlineSeconds ?? .infinity, base.lotSeconds)
    for fleets in sets {
      let pool = pool(fleets)
      let names = fleets.map(\.name).joined(separator: " and ")
      guard !pool.classes.isEmpty else {
        nearest = nearest ?? misfit(fleets)
        continue
      }
      let queue = batch.isSpread ? queue(pool) : nil
      let end = end(pool, queue, quantile: context.parameters.deadlineQuantile)
      guard queue?.isSaturated != true else {
        let miss = Rejection(
          constraint: "capacity", value: queue?.load, limit: 1, unit: "ratio", by: "slots of \(names)")
        nearest = nearest ?? miss
        continue
      }
      if let limit, end > limit {
        let miss = Rejection(constraint: "deadline", value: end, limit: limit, unit: "s", by: "slots of \(names)")
        if nearest?.constraint != "deadline" || end < nearest?.value ?? .infinity { nearest = miss }
        continue
      }
      let placed = place(fleets, pool, queue, end: end)
      if placed.perMonth < outcome.placed?.perMonth ?? Money(1e15) { outcome.placed = placed }
    }
    if outcome.placed == nil, let nearest {
      var missed = FormOutcome.missed(
        PlacedWorkload(
          model: .grid, form: .reservedCluster, topology: .singleZone, sites: batch.pool.map(\.site), lines: []),
        nearest)
      missed.search.candidates = sets.count
      return missed
    }
    outcome.search.candidates = sets.count
    outcome.search.evaluated = sets.count
    return outcome
  }

  // MARK: Slots

  private func slotsEach(_ fleet: FleetProblem) -> Double {
    let byCores = (fleet.cores / batch.coresPerJob).rounded(.down)
    return batch.memoryBytes > 0 ? min(byCores, (fleet.memoryBytes / batch.memoryBytes).rounded(.down)) : byCores
  }

  /// One job on a node of a fleet: it fails, and it leaves when its owner wants it back.
  private func run(_ fleet: FleetProblem) -> JobRun {
    let away = 1 - fleet.online
    let leaves = away > 0 && fleet.online > 0 ? away / (fleet.outageSeconds * fleet.online) : 0
    let rate = 1 / fleet.mtbfSeconds + leaves
    return JobRun(
      plainSeconds: batch.runtimeSeconds / (fleet.speed ?? 1), mtbfSeconds: rate > 0 ? 1 / rate : .infinity,
      checkpointSeconds: batch.isRestartable ? batch.checkpointSeconds : nil,
      restartSeconds: context.parameters.jobRestartSeconds,
      tries: batch.isRestartable ? context.parameters.jobTries : 1)
  }

  /// Slots with the speed that failures leave.
  private func pool(_ fleets: [FleetProblem]) -> SlotPool {
    SlotPool(
      fleets.map { fleet in
        let expected = run(fleet).expectedSeconds
        return SlotPool.Class(
          name: fleet.name, machines: fleet.count, slotsEach: slotsEach(fleet),
          speed: expected.isFinite && expected > 0 ? batch.runtimeSeconds / expected : 0, availability: fleet.online)
      })
  }

  private func misfit(_ fleets: [FleetProblem]) -> Rejection {
    let most = fleets.map(\.memoryBytes).max() ?? 0
    let isMemory = batch.memoryBytes > most
    return Rejection(
      constraint: isMemory ? "memory" : "cores", value: isMemory ? batch.memoryBytes : batch.coresPerJob,
      limit: isMemory ? most : fleets.map(\.cores).max(), unit: isMemory ? "B" : "",
      by: "a machine of \(fleets.map(\.name).joined(separator: " and "))")
  }

  // MARK: Times

  private func queue(_ pool: SlotPool) -> JobQueue {
    let there = pool.meanSpeed > 0 ? pool.effectiveSlots / pool.meanSpeed : 0
    return JobQueue(
      arrivalPerSecond: batch.jobs / base.lotSeconds, runtimeSeconds: batch.runtimeSeconds / max(pool.meanSpeed, 1e-12),
      scv: batch.scv, slots: there, mixed: batch.mixed)
  }

  private func end(_ pool: SlotPool, _ queue: JobQueue?, quantile: Double) -> Double {
    let start = context.parameters.dispatchSeconds
    if let queue { return start + queue.finish(quantile: quantile) }
    return start
      + BatchLot(jobs: batch.jobs, runtimeSeconds: batch.runtimeSeconds, scv: batch.scv)
      .makespan(pool: pool, quantile: quantile)
  }

  // MARK: Price

  private func book(_ fleets: [FleetProblem]) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    for fleet in fleets {
      book.fleet(fleet, count: fleet.count, share: 1 / Double(fleet.users), figures: figures)
    }
    book.batchLabour(.reservedCluster, nodes: fleets.reduce(0) { $0 + $1.count }, context.parameters)
    base.addData(to: &book)
    return book
  }

  private func place(
    _ fleets: [FleetProblem], _ pool: SlotPool, _ queue: JobQueue?, end: Double
  ) -> PlacedWorkload {
    let busy = min(1, batch.jobs * batch.runtimeSeconds / base.lotSeconds / pool.effectiveSlots)
    var placed = PlacedWorkload(
      model: .grid, form: .reservedCluster, topology: .singleZone, sites: fleets.map(\.site), lines: book(fleets).lines,
      utilization: busy, headroom: 1 - busy, makespan: end, rto: context.parameters.jobRestartSeconds,
      rpo: batch.isRestartable ? 0 : batch.runtimeSeconds / pool.slowest)
    let monthly = batch.jobs * batch.lotsPerMonth
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.details = details(fleets, pool, queue)
    return placed
  }

  private func details(_ fleets: [FleetProblem], _ pool: SlotPool, _ queue: JobQueue?) -> [PlacementDetail] {
    var details = [
      PlacementDetail("slots", pool.slots, "", "jobs at a time with every machine there"),
      PlacementDetail(
        "effective_slots", pool.effectiveSlots, "",
        "sum over the fleets of slots x speed x availability, losses to failures taken off"),
    ]
    for part in pool.classes {
      details.append(
        PlacementDetail(
          "effective_slots_\(part.name.split(separator: "-").joined(separator: "_"))", part.effectiveSlots, "",
          "\(JSON.text(of: part.machines)) x \(JSON.text(of: part.slotsEach)) slots x speed "
            + "\(Money(part.speed).formatted(places: 3)) x \(Money(part.availability * 100).formatted(places: 1)) %"))
    }
    if let queue {
      details.append(PlacementDetail("queue_load", queue.load, "ratio", "busy share of the slots that are there"))
      for (name, quantile) in [("wait_p50", 0.5), ("wait_p90", 0.9), ("wait_p99", 0.99)] {
        details.append(
          PlacementDetail(name, queue.wait(quantile: quantile), "s", "in the queue, unlike slots taken as equal"))
      }
    }
    details.append(
      PlacementDetail(
        "throughput", pool.effectiveSlots / batch.runtimeSeconds * 86_400, "1/d", "jobs a day with every slot busy"))
    for (name, quantile) in [("end_p50", 0.5), ("end_p90", 0.9), ("end_p99", 0.99)] {
      details.append(
        PlacementDetail(name, self.end(pool, queue, quantile: quantile), "s", "at most, for any order of jobs"))
    }
    let runs = fleets.map(run)
    let lost = zip(fleets, runs).reduce(0.0) { $0 + $1.1.waste * $1.0.count }
    let waste = lost / max(fleets.reduce(0) { $0 + $1.count }, 1)
    details.append(
      PlacementDetail("waste", waste, "ratio", "of the machines' time, lost to failures, leaving and checkpoints"))
    if let least = runs.map(\.done).min() {
      details.append(
        PlacementDetail(
          "jobs_done", least, "ratio",
          batch.isRestartable
            ? "end within \(context.parameters.jobTries) runs, on the worst fleet"
            : "end at their only run, on the worst fleet"))
    }
    return details
  }
}
