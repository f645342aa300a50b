import Formulas
import Foundations
import Placement

/// What is worth knowing of machines that run jobs.
extension BatchSearch {
  /// Of a lot: the pool, its end by quantile, what it makes the queue of its cluster wait, failures.
  func lotDetails(
    _ placed: PlacedWorkload, _ run: JobRun, _ fleet: BatchFleet, end: (Double) -> Double
  ) -> [PlacementDetail] {
    let slots = Double(fleet.count) * slots(fleet.offer)
    var details = pool(fleet)
    details.append(
      PlacementDetail(
        "throughput", slots / run.expectedSeconds * 86_400, "1/d", "jobs a day with every slot busy, losses counted"))
    let bound = batch.scv == 0 ? "exact" : "at most, for any order of jobs (Graham 1966)"
    for (name, quantile) in [("end_p50", 0.5), ("end_p90", 0.9), ("end_p95", 0.95), ("end_p99", 0.99)] {
      let isDue = quantile == deadlineQuantile(fleet.purchase)
      details.append(
        PlacementDetail(name, end(quantile), "s", isDue ? "where the deadline must hold; \(bound)" : bound))
    }
    if fleet.form == .reservedCluster { details += queueWaits(fleet, run) }
    return details + failures(run, fleet.purchase, jobs: batch.jobs)
  }

  /// Of jobs that come one by one: load and waits of their queue.
  func spreadDetails(_ run: JobRun, _ fleet: BatchFleet, _ queue: JobQueue?) -> [PlacementDetail] {
    var details = queue == nil ? [] : pool(fleet)
    if let queue {
      let law = queue.mixed.map { "unlike widths, \($0.rawValue.uppercased()), replay of a public trace, ±50 %" }
      details.append(PlacementDetail("queue_load", queue.load, "ratio", "busy share of the slots"))
      for (name, quantile) in [("wait_p50", 0.5), ("wait_p90", 0.9), ("wait_p99", 0.99)] {
        details.append(
          PlacementDetail(
            name, queue.wait(quantile: quantile), "s", "in the queue; \(law ?? "one width, M/G/c, ±10 %")"))
      }
      details.append(
        PlacementDetail(
          "throughput", queue.slots / run.expectedSeconds * 86_400, "1/d", "jobs a day with every slot busy"))
    } else {
      details.append(
        PlacementDetail(
          "concurrency", batch.jobs / lotSeconds * run.expectedSeconds, "",
          "machines at the same time on average, one for each job"))
    }
    return details + failures(run, fleet.purchase, jobs: batch.jobs)
  }

  private func pool(_ fleet: BatchFleet) -> [PlacementDetail] {
    let each = slots(fleet.offer)
    let pool = SlotPool([
      SlotPool.Class(
        name: fleet.offer.machine, machines: Double(fleet.count), slotsEach: each, speed: fleet.offer.speed,
        availability: fleet.purchase == .spot ? 1 : context.reliability.instance)
    ])
    return [
      PlacementDetail("slots", pool.slots, "", "\(fleet.count) machines x \(JSON.text(of: each)) jobs at a time"),
      PlacementDetail(
        "effective_slots", pool.effectiveSlots, "",
        "slots x speed \(Money(fleet.offer.speed).formatted(places: 3)) x availability, in reference cores' slots"),
    ]
  }

  /// What others would wait in the queue of a cluster kept all month, between lots.
  private func queueWaits(_ fleet: BatchFleet, _ run: JobRun) -> [PlacementDetail] {
    var details = [
      PlacementDetail("queue_load", fleet.utilization, "ratio", "of the cluster over the month")
    ]
    for policy in [BatchWait.Policy.fcfs, .easy] {
      guard let wait = BatchWait(load: fleet.utilization, policy: policy) else { continue }
      let scale = run.expectedSeconds / JobQueue.traceRunSeconds
      details.append(
        PlacementDetail(
          "wait_\(policy.rawValue)_p90", wait.isSaturated ? nil : wait.p90 * scale, "s",
          wait.isSaturated
            ? "\(policy.rawValue.uppercased()) is saturated at this load"
            : "of further jobs of unlike width, \(policy.rawValue.uppercased()), at this load; ±50 %"))
    }
    return details
  }

  private func failures(_ run: JobRun, _ purchase: Purchase, jobs: Double) -> [PlacementDetail] {
    let what = purchase == .spot ? "interruptions of the pool" : "failures of a machine"
    var details = [
      PlacementDetail("mtbf", run.mtbfSeconds, "s", "between \(what)"),
      PlacementDetail("failed_runs", jobs * run.failure, "", "of \(JSON.text(of: jobs)) jobs of a lot, expected"),
      PlacementDetail("waste", run.waste, "ratio", "of the paid time, lost to failures and checkpoints"),
      PlacementDetail(
        "jobs_done", run.done, "ratio",
        run.tries == 1 ? "end at their only run: they are not restartable" : "end within \(run.tries) runs"),
    ]
    if let interval = run.interval, let cost = run.checkpointSeconds {
      let young = Money(Checkpoint.young(cost: cost, mtbf: run.mtbfSeconds)).formatted(places: 0)
      details.append(PlacementDetail("checkpoint_interval", interval, "s", "optimum; Young's is \(young) s"))
    } else if let cost = run.checkpointSeconds, cost > 0 {
      details.append(
        PlacementDetail(
          "checkpoint_interval", nil, "s",
          "a job of \(Money(run.plainSeconds / 3600).formatted(places: 2)) h is too short for one: starting anew is "
            + "quicker"))
    }
    if purchase == .spot {
      let loss = run.loss(longest: batch.runtimeSeconds > 0 ? run.undisturbedSeconds : 0)
      details.append(
        PlacementDetail(
          "interruption_loss", loss, "s", "that one interruption sets everything back: the pool leaves as a whole"))
    }
    return details
  }
}
