import Testing

@testable import Formulas

@Suite struct LatencyTests {
  /// Hops in the notation of the reference files, milliseconds.
  static func hops(_ text: String) -> [Hop] {
    text.split(separator: "+").compactMap { part -> Hop? in
      let name = part.trimmingPrefix { $0 == " " }
      let inside = name.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      let numbers = inside.split(separator: ",").compactMap { piece in
        Double(piece.drop { !($0.isNumber || $0 == "-") && $0 != "." })
      }
      if name.hasPrefix("LN"), numbers.count == 2 { return .lognormal(mean: numbers[0], scv: numbers[1]) }
      if name.hasPrefix("Const"), let t = numbers.first { return .constant(t) }
      guard numbers.count == 3 else { return nil }
      let (c, rho, es) = (numbers[0], numbers[1], numbers[2])
      return .queue(QueueInputs(arrivalPerSecond: c * rho / es, serviceSeconds: es, servers: c))
    }
  }

  @Test("percentiles of sums of hops agree with quadrature within 0.02 %")
  func sums() {
    var worst = 0.0
    for row in Oracle.rows("latency_sums.csv") ?? [] {
      let path = LatencyPath.distribution(of: Self.hops(row["hops"] ?? ""))
      let error = Oracle.error(path.percentile(row.number("p")), row.number("expected"))
      worst = max(worst, error)
      #expect(error < 2e-4, "\(row["case"] ?? "") p\(row.number("p")) error \(error)")
    }
    print("latency_sums: worst relative error \(worst)")
  }

  @Test("whole requests agree with simulation within the stated bands")
  func endToEnd() {
    var sums: [String: (Double, Double, Int)] = [:]
    for row in Oracle.rows("latency_end_to_end.csv") ?? [] {
      let (law, scv) = QueueTests.law(row["service"] ?? "")
      let c = row.number("c")
      let queue = QueueInputs(
        arrivalPerSecond: c * row.number("rho"), serviceSeconds: 1, servers: c, cs2: scv, law: law)
      let path = LatencyPath.distribution(
        of: Self.hops(row["rtt"] ?? "") + [.queue(queue)] + Self.hops(row["downstream"] ?? ""))
      for (column, p) in [("T_p50", 0.5), ("T_p90", 0.9), ("T_p95", 0.95), ("T_p99", 0.99)] {
        let error = path.percentile(p) / row.number(column) - 1
        let key = (row["service"] ?? "") + " " + column
        let old = sums[key] ?? (0, 0, 0)
        sums[key] = (old.0 + abs(error), abs(error) > abs(old.1) ? error : old.1, old.2 + 1)
        #expect(abs(error) < (scv <= 1 ? 0.015 : 0.09), "\(row)")
      }
    }
    for (key, value) in sums.sorted(by: { $0.key < $1.key }) {
      print("latency_end_to_end \(key): mean \(percent(value.0 / Double(value.2))) % worst \(percent(value.1)) %")
    }
  }

  @Test("constants are exact, mixtures and maxima follow their definitions")
  func structure() {
    let fixed = LatencyPath.distribution(of: [.constant(0.2), .constant(0.3)])
    #expect(fixed.percentile(0.99) == 0.5 && fixed.mean == 0.5)
    let exponential = Hop.time(ServiceDistribution(mean: 1, scv: 1))
    let slow = LatencyPath.distribution(of: [.slowest([[exponential], [exponential]])])
    #expect(Oracle.error(slow.mean, 1.5) < 1e-4)
    #expect(Oracle.error(slow.percentile(0.81), -Elementary.log(0.1)) < 1e-4)
    let cache = LatencyPath.distribution(of: [.either(0.9, [.constant(0.001)], [exponential])])
    #expect(Oracle.error(cache.percentile(0.99), -Elementary.log(0.1)) < 1e-3)
    #expect(cache.percentile(0.5) < 0.002)
    let stuck = LatencyPath.distribution(of: [
      .queue(QueueInputs(arrivalPerSecond: 2, serviceSeconds: 1, servers: 2))
    ])
    #expect(stuck.percentile(0.5) == .infinity && !stuck.isStable)
  }
}
