import Foundations
import Planning

/// Where a request's time goes: network, waiting or work.
struct Bottleneck {
  /// Shares of the mean, which add up; percentiles do not.
  struct Split {
    var workload: String
    /// Seconds of the mean.
    var network: Double
    var queue: Double
    var service: Double
    /// Round trips, storage and calls that are neither.
    var other: Double
    var total: Double

    /// What more than half of the mean goes to; `mixed` where nothing does.
    var verdict: String {
      let half = total / 2
      if network > half { return "network" }
      if queue > half { return "queue" }
      if service > half { return "service" }
      return "mixed"
    }
  }

  let context: RoadmapContext

  /// The split of everything that answers requests, from a level's plan.
  func splits(_ level: PlanLevel) -> [Split] {
    context.ladder[level].workloads.compactMap { result in
      guard let chosen = result.chosen, chosen.form != .external, let latency = chosen.latency, result.kind != "store",
        latency.total.mean.isFinite, latency.total.mean > 0
      else { return nil }
      var split = Split(workload: result.name, network: 0, queue: 0, service: 0, other: 0, total: latency.total.mean)
      var known = 0.0
      for hop in latency.hops {
        let mean = hop.figures.mean
        known += mean
        if hop.name.hasPrefix("network") || hop.name.hasPrefix("access") || hop.name == "transfer" {
          split.network += mean
        } else if hop.name.hasSuffix("queue and service"), let work = work(hop.name, chosen) {
          split.service += min(work, mean)
          split.queue += max(0, mean - work)
        } else if hop.name == "\(result.name) function" {
          split.service += mean
        } else {
          split.other += mean
        }
      }
      // Optional branches are listed at full length and count with their share only.
      split.other += split.total - known
      if split.other < 0 {
        split.service = max(0, split.service + split.other)
        split.other = 0
      }
      return split
    }
  }

  /// Seconds of work without waiting in a hop: CPU time on the machine chosen.
  private func work(_ hop: String, _ placed: PlacedWorkload) -> Double? {
    let name = String(hop.dropLast(" queue and service".count))
    guard let workload = context.workload(name), case .service(let service) = workload.kind else { return nil }
    let chosen = context.whole.workloads.first { $0.name == name }?.chosen ?? placed
    guard let site = chosen.sites.first, let machine = site.machine,
      let speed = context.ladder.session.catalog.machine("\(site.provider):\(machine)")?.speed, speed > 0
    else { return nil }
    return service.cpuSeconds / speed + service.offCPUSeconds
  }
}
