/// The steady state of a ``BatchServer``: latency and batch size under one rate.
package struct BatchState: Sendable {
  /// Mean seconds from arrival to the end of the own batch.
  package let meanLatency: Double
  /// Mean items of a batch.
  package let meanBatch: Double
  /// Share of the time in which a batch is served.
  package let utilization: Double
  /// P(latency ≤ t) between breakpoints is linear; a jump has two entries of one time.
  private let times: [Double]
  private let shares: [Double]

  /// Items whose latency lies evenly between two ends.
  private struct Part: Sendable {
    var weight: Double
    var low: Double
    var high: Double
  }

  init(server: BatchServer, rate: Double, present: [Double]) {
    var (area, cycle, busy, items) = (0.0, 0.0, 0.0, 0.0)
    var list: [Part] = []
    let full = server.seconds(server.limit)
    for (count, mass) in present.enumerated() where mass > 1e-15 {
      let size = min(max(count, 1), server.limit)
      let seconds = server.seconds(size)
      let idle = count == 0 ? 1 / rate : 0
      area += mass * (Double(max(count, 1)) * seconds + rate * seconds * seconds / 2)
      cycle += mass * (seconds + idle)
      busy += mass * seconds
      items += mass * Double(size)
      // The item that finds the server idle is served alone.
      if count == 0 { list.append(Part(weight: mass, low: seconds, high: seconds)) }
      let rest = max(0, count - server.limit)
      let arrivals = Poisson(rate * seconds)
      for (offset, share) in arrivals.shares.enumerated() where mass * share > 1e-11 {
        let came = arrivals.first + offset
        guard came > 0 else { continue }
        BatchState.append(
          server: server, rate: rate, rest: rest, came: came, seconds: seconds, full: full, weight: mass * share,
          to: &list)
      }
    }
    meanLatency = area / cycle / rate
    meanBatch = items
    utilization = busy / cycle
    (times, shares) = BatchState.cumulated(list)
  }

  /// Items that came during one batch: by rank they stand behind the rest, in whole batches.
  private static func append(
    server: BatchServer, rate: Double, rest: Int, came: Int, seconds: Double, full: Double, weight: Double,
    to list: inout [Part]
  ) {
    let limit = server.limit
    let all = rest + came
    var from = 0
    while from < came {
      // Ranks from+1 … upto share their batch.
      let ahead = (rest + from) / limit
      let upto = min(came, (ahead + 1) * limit - rest)
      let behind = Double(all - ahead * limit) + rate * full * Double(ahead)
      let own = server.base + server.perItem * min(Double(limit), max(1, behind))
      let wait = Double(ahead) * full + own
      // Ranks r of n uniform arrivals: what is left of the batch lies around 1 − r/(n+1).
      let scale = seconds / Double(came)
      list.append(
        Part(
          weight: weight * Double(upto - from), low: wait + scale * Double(came - upto),
          high: wait + scale * Double(came - from)))
      from = upto
    }
  }

  /// The parts as one distribution function: densities that begin and end, swept in order.
  private static func cumulated(_ parts: [Part]) -> (times: [Double], shares: [Double]) {
    var events: [(time: Double, density: Double, mass: Double)] = []
    events.reserveCapacity(2 * parts.count)
    for part in parts {
      if part.high > part.low {
        let density = part.weight / (part.high - part.low)
        events.append((part.low, density, 0))
        events.append((part.high, -density, 0))
      } else {
        events.append((part.low, 0, part.weight))
      }
    }
    events.sort { $0.time < $1.time }
    var (times, shares): ([Double], [Double]) = ([], [])
    times.reserveCapacity(events.count)
    shares.reserveCapacity(events.count)
    var (density, sum, last) = (0.0, 0.0, events.first?.time ?? 0)
    for event in events {
      sum += density * (event.time - last)
      last = event.time
      times.append(last)
      shares.append(sum)
      density += event.density
      if event.mass > 0 {
        sum += event.mass
        times.append(last)
        shares.append(sum)
      }
    }
    return (times, shares.map { $0 / max(sum, 1e-300) })
  }

  /// P(latency ≤ t).
  package func within(_ t: Double) -> Double {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= t { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    guard low < times.count else { return 1 }
    let (x0, x1) = (times[low - 1], times[low])
    return shares[low - 1] + (shares[low] - shares[low - 1]) * (t - x0) / max(x1 - x0, 1e-300)
  }

  /// The t with P(latency ≤ t) = `p`, seconds; p in (0,1).
  package func percentile(_ p: Double) -> Double {
    var (low, high) = (0, shares.count)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < p { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return times.first ?? 0 }
    guard low < shares.count else { return times.last ?? 0 }
    let rise = shares[low] - shares[low - 1]
    return rise > 0
      ? times[low - 1] + (times[low] - times[low - 1]) * (p - shares[low - 1]) / rise : times[low]
  }
}
