import Formulas
import Foundations

/// What bursts do to a fleet of a service.
extension ServiceSearch {
  /// The burst that a fleet meets at its busiest.
  func burst(_ sizing: Sizing, key: SizingKey) -> Burst? {
    service.burst?.fluid(
      ownPeak: service.ownRate * service.peakFactor, load: load, serviceSeconds: service.cpuSeconds / key.speed,
      servers: Double(key.workers * sizing.instances))
  }

  /// The most machines worth a look: with bursts, those that carry one without a queue.
  func largest(_ minimum: Int) -> Int {
    let usual = minimum * 8 + 64
    guard let burst = service.burst, load.peak > 0 else { return usual }
    let factor = 1 + service.ownRate * service.peakFactor * (burst.factor - 1) / load.peak
    return max(usual, Int(clamped: (Double(minimum) * factor).rounded(.up)) + 64)
  }

  /// Whether what bursts make late leaves every percentile its limit; no queue may last into the next burst.
  func carriesBurst(_ sizing: Sizing, key: SizingKey) -> Bool {
    guard let burst = burst(sizing, key: key) else { return true }
    guard burst.isDrained else { return false }
    guard burst.backlog > 0 else { return true }
    let path = userPath(sizing, key: key)
    let mean = PathModel.cumulants(path).mean
    return latencyLimits.allSatisfy { limit in
      let late = burst.lateRatio(limit: limit.seconds - mean, mean: load.mean)
      return late == 0
        || late <= 1 - limit.percentile
          && late + PathModel.tail(limit.seconds, path, near: limit.percentile) <= 1 - limit.percentile
    }
  }

  /// What bursts make a fleet miss.
  func burstMiss(_ sizing: Sizing, key: SizingKey) -> Rejection? {
    guard let burst = burst(sizing, key: key), !carriesBurst(sizing, key: key) else { return nil }
    let mean = PathModel.cumulants(userPath(sizing, key: key)).mean
    let worst = latencyLimits.max { a, b in
      burst.lateRatio(limit: a.seconds - mean, mean: load.mean) / (1 - a.percentile)
        < burst.lateRatio(limit: b.seconds - mean, mean: load.mean) / (1 - b.percentile)
    }
    guard burst.isDrained, let worst else {
      return Rejection(constraint: "burst", by: "the queue of a burst lasts into the next")
    }
    return Rejection(
      constraint: "burst", value: burst.lateRatio(limit: worst.seconds - mean, mean: load.mean),
      limit: 1 - worst.percentile, unit: "ratio",
      by: "requests of bursts later than latency.p\(PathModel.label(worst.percentile)) allows")
  }

  /// Figures of the burst for a reader.
  func burstDetails(_ sizing: Sizing, key: SizingKey) -> [PlacementDetail] {
    guard let burst = burst(sizing, key: key) else { return [] }
    let month = CostBook.hoursPerMonth * 3600
    var details = [
      PlacementDetail("burst_rate", burst.during, "1/s", "requests in a burst at the busy hour"),
      PlacementDetail("bursts_per_month", month / burst.every, "", "730 h over the time from one to the next"),
      PlacementDetail("burst_backlog", burst.backlog, "", "most requests that wait: what the fleet does not carry"),
      PlacementDetail("burst_drain", burst.drain, "s", "from the end of a burst until nobody waits"),
    ]
    let carries = Int(clamped: (burst.during * service.cpuSeconds / key.speed / Double(key.workers)).rounded(.up))
    details.append(
      PlacementDetail("burst_machines", Double(carries), "", "machines that carry a burst without a backlog"))
    let lag = context.parameters.bootSeconds + service.startSeconds
    if burst.backlog > 0, lag < burst.duration, carries > sizing.instances,
      let surge = Surge(
        before: burst.before, after: burst.during, serviceSeconds: service.cpuSeconds / key.speed,
        serversBefore: Double(key.workers * sizing.instances), serversAfter: Double(key.workers * (carries + 1)),
        lag: lag,
        limit: 0), lag + surge.drain <= burst.duration
    {
      details.append(
        PlacementDetail(
          "burst_backlog_scaled", max(0, surge.peak - Double(key.workers * sizing.instances)), "",
          "most that wait if \(carries + 1) machines serve \(JSON.text(of: lag)) s after it begins"))
    }
    return details
  }
}
