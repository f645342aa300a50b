import Testing

@testable import Formulas

@Suite struct ReliabilityTests {
  @Test("availability agrees with every reference row to 1e-9 of the unavailability")
  func availability() {
    for row in Oracle.rows("availability.csv") ?? [] {
      let text = row["inputs"] ?? ""
      let value: Availability
      if text.hasPrefix("series=") {
        value = .series(text.dropFirst(7).split(separator: ";").compactMap { Double($0) })
      } else {
        let inputs = Oracle.inputs(text)
        guard let each = inputs["each"], let n = inputs["n"], let k = inputs["k"] else { continue }
        value = .atLeast(Int(k), of: Int(n), Availability(each), beta: inputs["beta"] ?? 0)
      }
      #expect(Oracle.error(value.unavailability, row.number("unavailability")) < 1e-9, "\(row)")
      #expect(Oracle.error(value.availability, row.number("availability")) < 1e-15, "\(row)")
    }
  }

  @Test("common cause, large groups and edge cases")
  func groups() {
    let part = Availability(0.99)
    let cases: [(Double, Double)] = [
      (Availability.atLeast(1, of: 2, part, beta: 0.05).availability, 0.99940975),
      (Availability.atLeast(1, of: 2, part, beta: 0.1).availability, 0.998919),
      (Availability.atLeast(3, of: 5, part).availability, 0.9999901494),
      (Availability.atLeast(0, of: 5, part).availability, 1), (Availability.atLeast(6, of: 5, part).availability, 0),
      (Availability.parallel([0.9999, 0.999]).unavailability, 1e-7), (Availability.series([Double]()).availability, 1),
    ]
    for (value, expected) in cases { #expect(Oracle.error(value, expected) < 1e-9, "\(expected)") }
    // Large n by logarithms agrees with the complement.
    let large = Availability.atLeast(95, of: 100, part).unavailability
    #expect(Oracle.error(large, 0.0005345344639) < 1e-5, "\(large)")
  }

  @Test("budgets, burn-rate pairs and detection follow the workbook")
  func budgets() throws {
    let budget = try #require(ErrorBudget(target: 0.999, windowSeconds: 30 * 86_400))
    #expect(budget.ratio == 0.001 && Oracle.error(budget.minutes, 43.2) < 1e-15)
    #expect(ErrorBudget(target: 1, windowSeconds: 1) == nil)
    let pairs = BurnRate.pairs(windowSeconds: 30 * 86_400)
    for (factor, expected) in zip(pairs.map(\.factor), [14.4, 6, 3, 1]) {
      #expect(Oracle.error(factor, expected) < 1e-12)
    }
    let cases: [(Int, Double, Double?)] = [
      (0, 1, 51.84), (1, 1, 129.6), (0, 0.1, 518.4), (0, 0.01, nil), (1, 0.01, 12_960), (3, 0.002, 129_600),
    ]
    for (index, errors, expected) in cases {
      let found = BurnRate.detectionSeconds(pairs[index], budget: budget.ratio, errorRatio: errors)
      #expect((found == nil) == (expected == nil))
      if let found, let expected { #expect(Oracle.error(found, expected) < 1e-9) }
    }
    #expect(BurnRate.lints(BurnRate.pairs(windowSeconds: 28 * 86_400), budget: 0.001).count == 1)
    let low = BurnRate.lints(pairs, budget: 0.001, requestsPerSecond: 0.01)
    #expect(low.contains { if case .lowTraffic(_, let n) = $0 { abs(n - 69.44) < 0.01 } else { false } })
  }

  @Test("checkpoint formulas agree with every reference row")
  func checkpoint() {
    for row in Oracle.rows("checkpoint.csv") ?? [] {
      let inputs = Oracle.inputs(row["inputs"] ?? "")
      guard let cost = inputs["delta"], let mtbf = inputs["M"], let restart = inputs["R"] else { continue }
      let quantity = row["quantity"] ?? ""
      let expected = row.number("expected")
      let optimum = Checkpoint.optimum(cost: cost, mtbf: mtbf)
      func slowdown(_ interval: Double) -> Double {
        Checkpoint.expectedTime(work: 1, interval: interval, cost: cost, mtbf: mtbf, restart: restart)
      }
      let value: Double
      var tolerance = Double(row["tolerance_rel"]?.prefix { $0 != " " } ?? "") ?? 0
      if quantity.hasPrefix("tau Young") {
        value = Checkpoint.young(cost: cost, mtbf: mtbf)
      } else if quantity.hasPrefix("tau Daly") {
        value = Checkpoint.daly(cost: cost, mtbf: mtbf)
      } else if quantity.hasPrefix("tau_opt") {
        value = optimum
      } else if quantity.contains("exact tau") {
        value = slowdown(optimum)
      } else if quantity.contains("Young tau") {
        value = slowdown(Checkpoint.young(cost: cost, mtbf: mtbf))
      } else if quantity.contains("Daly3") {
        value = slowdown(Checkpoint.daly(cost: cost, mtbf: mtbf))
      } else if quantity.contains("Daly1") {
        value = slowdown((2 * cost * mtbf).squareRoot() - cost)
      } else {
        let n = inputs["n"] ?? 1
        let interval = inputs["work"].map { $0 / n } ?? optimum
        let one = Checkpoint.segment(interval: interval, cost: cost, mtbf: mtbf, restart: restart)
        if quantity.hasPrefix("segment mean") {
          value = one.mean
        } else if quantity.hasPrefix("segment var") {
          value = one.variance; tolerance = max(tolerance, 1e-11)
        } else if quantity == "makespan mean" {
          value = n * one.mean
        } else if quantity == "makespan sd" {
          value = (n * one.variance).squareRoot()
        } else {
          let p = Double(quantity.split(separator: "=").last ?? "") ?? .nan
          value = Checkpoint.makespan(
            quantile: p, segments: n, interval: interval, cost: cost, mtbf: mtbf, restart: restart)
          tolerance = 0.004
        }
      }
      #expect(Oracle.error(value, expected) <= max(tolerance, 1e-12), "\(quantity) \(inputs): \(value) \(expected)")
    }
  }

  @Test("retries and hedges agree with every reference row")
  func retries() {
    for row in Oracle.rows("retries_hedging.csv") ?? [] {
      let inputs = Oracle.inputs(row["inputs"] ?? "")
      guard let rate = inputs["lam"], let mu = inputs["mu"], let c = inputs["c"] else { continue }
      let quantity = row["quantity"] ?? ""
      let p = quantity.contains("p=") ? Double(quantity.split(separator: "=").last ?? "") ?? .nan : .nan
      let value: Double
      if let delay = inputs["hedge_delay"] {
        let hedged = HedgedQueue(arrivalPerSecond: rate, serviceSeconds: 1 / mu, servers: c, delay: delay)
        value = p.isNaN ? hedged.arrivalPerSecond : hedged.percentile(p)
      } else {
        let queue = RetryQueue(
          arrivalPerSecond: rate, serviceSeconds: 1 / mu, servers: c, timeout: inputs["timeout"] ?? .nan,
          retries: Int(inputs["max_retries"] ?? 0))
        if quantity.hasPrefix("lower") {
          value = queue.arrivalPerSecond
        } else if quantity.hasPrefix("metastable") {
          value = queue.isMetastable ? 1 : 0
        } else if quantity.hasPrefix("success") {
          value = queue.success
        } else {
          value = queue.percentile(p)
        }
      }
      #expect(Oracle.error(value, row.number("expected")) <= max(1e-9, row.number("tolerance_rel")), "\(row) \(value)")
    }
  }
}
