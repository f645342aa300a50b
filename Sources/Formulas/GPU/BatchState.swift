/// The steady state of a ``BatchServer``: latency and batch size under one rate.
package struct BatchState: Sendable {
  /// Mean seconds from arrival to the end of the own batch.
  package let meanLatency: Double
  /// Mean items of a batch.
  package let meanBatch: Double
  /// Share of the time in which a batch is served.
  package let utilization: Double
  private let parts: [Part]

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
      for (offset, share) in arrivals.shares.enumerated() where mass * share > 1e-13 {
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
    self.parts = list
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

  /// P(latency ≤ t).
  package func within(_ t: Double) -> Double {
    var (inside, all) = (0.0, 0.0)
    for part in parts {
      all += part.weight
      inside +=
        part.weight
        * (part.high > part.low ? min(1, max(0, (t - part.low) / (part.high - part.low))) : t >= part.low ? 1 : 0)
    }
    return inside / all
  }

  /// The t with P(latency ≤ t) = `p`, seconds; p in (0,1).
  package func percentile(_ p: Double) -> Double {
    var (low, high) = (0.0, parts.reduce(0) { max($0, $1.high) })
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if within(middle) < p { low = middle } else { high = middle }
    }
    return high
  }
}
