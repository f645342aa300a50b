import Testing

@testable import Formulas

@Suite struct QueueTests {
  static func law(_ name: String) -> (ServiceLaw, Double) {
    if name == "M" { return (.exponential, 1) }
    if name == "D" { return (.deterministic, 0) }
    let number = Double(name.dropFirst()) ?? .nan
    switch name.first {
    case "E": return (.erlang, 1 / number)
    case "H": return (.hyperexponential, number)
    case "L": return (.lognormal, number)
    default: return (.pareto, number / (number - 2))
    }
  }

  static func solve(_ row: [String: String]) -> QueueResult {
    let (arrivalLaw, ca2) = law(row["arrival"] ?? "")
    let (serviceLaw, cs2) = law(row["service"] ?? "")
    let c = row.number("c")
    return QueueSystem.solve(
      QueueInputs(
        arrivalPerSecond: c * row.number("rho"), serviceSeconds: 1, servers: c, ca2: ca2, cs2: cs2,
        law: serviceLaw, arrivalLaw: arrivalLaw))
  }

  /// Errors by class: mean and worst of each column over the rows of a file.
  static func report(_ name: String) -> [String: [String: (sum: Double, worst: Double, count: Int)]] {
    var result: [String: [String: (sum: Double, worst: Double, count: Int)]] = [:]
    for row in Oracle.rows(name) ?? [] {
      let queue = solve(row)
      let kind = (row["arrival"] ?? "") + "/" + (row["service"] ?? "") + (row["c"] == "1" ? "/1" : "/c")
      func add(_ column: String, _ value: Double, _ expected: Double) {
        guard expected.isFinite, expected > 1e-3 else { return }
        let error = column == "Pw" ? value - expected : value / expected - 1
        var entry = result[kind, default: [:]][column] ?? (0, 0, 0)
        entry.sum += abs(error)
        if abs(error) > abs(entry.worst) { entry.worst = error }
        entry.count += 1
        result[kind, default: [:]][column] = entry
      }
      add("EW", queue.meanWait, row.number("EW"))
      add("Pw", queue.waitProbability, row.number("Pw"))
      for (column, p) in [("50", 0.5), ("90", 0.9), ("95", 0.95), ("99", 0.99), ("99.9", 0.999), ("999", 0.999)] {
        add("w" + column, queue.waitPercentile(p), row.number("w" + column))
        add("t" + column, queue.responsePercentile(p), row.number("t" + column))
      }
    }
    return result
  }

  @Test("percentiles of the reference queues stay within their bands")
  func bands() {
    for file in ["queue_mgc.csv", "queue_ggc.csv", "queue_ggc_simulated.csv"] {
      for (kind, columns) in Self.report(file).sorted(by: { $0.key < $1.key }) {
        var line = kind.padding(9)
        for column in ["EW", "Pw", "w90", "w95", "w99", "w99.9", "w999", "t50", "t90", "t95", "t99", "t99.9", "t999"] {
          guard let entry = columns[column], entry.count > 0 else { continue }
          line += " \(column) \(percent(entry.sum / Double(entry.count)))/\(percent(entry.worst))"
        }
        print(line)
        let names = kind.split(separator: "/").map(String.init)
        let scv = Self.law(names[1]).1
        let limit = names[0] != "M" ? 0.25 : scv <= 1 ? 0.015 : scv <= 2 ? 0.05 : scv <= 4 ? 0.11 : 0.21
        for column in ["t50", "t90", "t95", "t99"] {
          let worst = columns[column]?.worst ?? 0
          #expect(abs(worst) < limit, "\(kind) \(column): \(percent(worst)) %")
        }
      }
    }
  }

  @Test("M/D/c is exact to 1e-6 in every reference row")
  func deterministicService() {
    for row in Oracle.rows("queue_mgc.csv") ?? [] where row["service"] == "D" {
      let queue = Self.solve(row)
      #expect(Oracle.error(queue.meanWait, row.number("EW")) < 1e-6, "EW \(row)")
      #expect(Oracle.error(queue.waitProbability, row.number("Pw")) < 1e-6, "Pw \(row)")
      for (column, p) in [("50", 0.5), ("90", 0.9), ("95", 0.95), ("99", 0.99), ("99.9", 0.999)] {
        #expect(Oracle.error(queue.waitPercentile(p), row.number("w" + column)) < 1e-6, "w\(column) \(row)")
        #expect(Oracle.error(queue.responsePercentile(p), row.number("t" + column)) < 1e-6, "t\(column) \(row)")
      }
    }
  }

  @Test("a fleet behind a random balancer waits far more often than one queue")
  func fleet() {
    let inputs = QueueInputs(arrivalPerSecond: 48 * 0.775, serviceSeconds: 1, servers: 4)
    let waits = Balancer.allCases.map { FleetQueue.solve(inputs, instances: 12, balancer: $0).waitProbability }
    #expect(abs(waits[0] - 0.55) < 0.006)
    #expect(abs(waits[3] - 0.06) < 0.006)
    let calm = QueueInputs(arrivalPerSecond: 48 * 0.6, serviceSeconds: 1, servers: 4)
    #expect(abs(FleetQueue.solve(calm, instances: 12, balancer: .random).waitProbability - 0.29) < 0.006)
    #expect(FleetQueue.solve(calm, instances: 12, balancer: .shared).waitProbability < 0.0008)
    for p in [0.5, 0.95, 0.99] {
      let times = [Balancer.shared, .leastLoaded, .random].map {
        FleetQueue.solve(inputs, instances: 12, balancer: $0).responsePercentile(p)
      }
      #expect(times[0] <= times[1] * 1.001 && times[1] <= times[2])
    }
  }
}

extension String {
  func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

func percent(_ x: Double) -> String { "\((x * 1000).rounded() / 10)" }
