import Testing

@testable import Formulas

@Suite struct EdgeAndMoneyTests {
  @Test("rows of the edge and grid reference that formulas answer")
  func edgeAndGrid() {
    var checked = 0
    for row in Oracle.rows("edge_grid.csv") ?? [] {
      guard let value = Self.answer(row) else { continue }
      checked += 1
      let expected = row.number("expected")
      let error = row["tolerance_kind"] == "abs" ? abs(value - expected) : Oracle.error(value, expected)
      #expect(error <= row.number("tolerance"), "\(row["name"] ?? "") \(row["inputs"] ?? ""): \(value) for \(expected)")
    }
    print("edge_grid.csv: \(checked) rows checked")
  }

  static func answer(_ row: [String: String]) -> Double? {
    let text = (row["inputs"] ?? "").replacing("%", with: "")
    let inputs = Oracle.inputs(text)
    func n(_ key: String) -> Double { inputs[key] ?? .nan }
    switch row["name"] ?? "" {
    case "pool_servers", "silo_servers":
      return Staffing.servers(load: n("load"), waitProbability: n("wait_probability")).map(Double.init)
    case "lru_hit_ratio": return LRUCache(objects: n("objects"), zipf: n("zipf"), size: n("size"))?.hitRatio
    case "lru_characteristic_time":
      return LRUCache(objects: n("objects"), zipf: n("zipf"), size: n("capacity"))?.characteristicTime
    case "mesh_p_connected":
      return MeshNetwork(nodes: Int(n("nodes")), degree: n("degree"), failed: n("failed"))?.connected
    case "mesh_giant_fraction", "mesh_giant_fraction_survivors":
      return MeshNetwork(nodes: Int(n("nodes")), degree: n("degree"), failed: n("failed"))?.giantShare
    case "downtime_30d": return ErrorBudget(target: n("target"), windowSeconds: 30 * 86_400)?.minutes
    case "spot_waste_young":
      return Spot.waste(interruptionPerMonth: n("interruption"), checkpoint: n("checkpoint"), restart: n("restart"))
    case "spot_mtbi": return Spot.meanTimeBetween(interruptionPerMonth: n("interruption"))
    case "crf_monthly": return Finance.capitalRecovery(ratePerPeriod: 0.08 / 12, periods: 36)
    case "edge_node_month":
      return EdgeNodeCost(
        capex: 900, months: 36, interestPerYear: 0.08, maintenancePerYear: 0.1, watts: 30, energyPrice: 0.15,
        failuresPerYear: 0.08, roll: 300, labourPerMonth: 15_000, nodesPerPerson: 500, agent: 0.16
      ).perMonth
    case "edge_breakeven_gb":
      return BreakEven.edgeVolume(node: n("node"), reduction: n("reduction"), avoided: n("avoided"))
    case "multiregion_hours_saved":
      return Availability.hoursSaved(outagesPerYear: 0.5, repairHours: 4, failoverHours: 1.0 / 6, coverage: 0.95)
    case "reserved_breakeven_utilisation": return BreakEven.reservation(discount: n("discount"))
    case "gpu_vs_api_utilisation":
      return BreakEven.ownGPUs(
        hourly: n("hourly"), tokensPerSecond: n("tps"), api: n("api"), operations: n("ops"), gpus: n("gpus"))
    case "drain_time_h": return OfflineBuffer.drain(rate: n("rate"), outage: n("outage"), uplink: n("uplink"))
    case "retry_load": return Retries.load(failure: n("failure"), attempts: n("attempts"))
    case "retry_success": return Retries.success(failure: n("failure"), attempts: n("attempts"))
    case let name where name.hasPrefix("batch_wait_"):
      let policy: BatchWait.Policy = text.hasPrefix("FCFS") ? .fcfs : .easy
      guard let wait = BatchWait(load: (n("offered_load") * 1000).rounded() / 1000, policy: policy) else { return nil }
      let seconds: Double
      switch name.dropFirst(11) {
      case "mean": seconds = wait.mean
      case "median": seconds = wait.p50
      case "p90": seconds = wait.p90
      default: seconds = wait.p99
      }
      return seconds / 3600
    default: return nil
    }
  }

  @Test("cache hit ratios agree with every reference row")
  func cache() {
    for row in Oracle.rows("cache_lru.csv") ?? [] {
      let quantity = row["quantity"] ?? ""
      let policy: LRUCache.Policy = quantity.hasPrefix("FIFO") ? .fifo : .lru
      let cache = LRUCache(
        objects: row.number("N"), zipf: row.number("zipf_alpha"), size: row.number("capacity"), policy: policy)
      let error = Oracle.error(cache?.hitRatio ?? .nan, row.number("expected"))
      #expect(error < (quantity.contains("exact") ? 0.01 : 1e-9), "\(row) \(error)")
    }
  }

  @Test("buffers of links that fail agree with every reference row")
  func offline() {
    for row in Oracle.rows("offline_onoff.csv") ?? [] {
      let inputs = Oracle.inputs(row["inputs"] ?? "")
      guard let r = inputs["r"], let c = inputs["C"], let up = inputs["Eon"], let down = inputs["Eoff"] else {
        continue
      }
      let quantity = row["quantity"] ?? ""
      let value: Double?
      if quantity.hasPrefix("decay theta (root)") {
        value = OfflineBuffer.decay(
          rate: r, uplink: c, meanUp: up, meanDown: down, upVariation: inputs["scv_on"] ?? 1,
          downVariation: inputs["scv_off"] ?? 1)
      } else if (row["inputs"] ?? "").contains("exponential") {
        let buffer = OfflineBuffer(rate: r, uplink: c, meanUp: up, meanDown: down)
        if quantity.hasPrefix("decay") {
          value = buffer?.decay
        } else if quantity == "P0" {
          value = buffer?.probability
        } else if quantity.hasPrefix("E[") {
          value = buffer?.meanBacklog
        } else if quantity.hasPrefix("mean delay") {
          value = buffer?.meanDelay
        } else if quantity.hasPrefix("buffer") {
          value = buffer?.buffer(loss: Double(quantity.split(separator: "=").last ?? "") ?? .nan)
        } else {
          continue
        }
      } else {
        continue
      }
      #expect(Oracle.error(value ?? .nan, row.number("expected")) < 1e-8, "\(row) \(value ?? .nan)")
    }
  }

  @Test("surges follow the fluid equations")
  func surge() throws {
    for row in Oracle.rows("queue_timevarying.csv") ?? [] where row["quantity"] == "surge: peak fluid N" {
      let i = Oracle.inputs(row["inputs"] ?? "")
      let surge = Surge(
        before: i["lam0"] ?? .nan, after: i["lam1"] ?? .nan, serviceSeconds: 1, serversBefore: i["c0"] ?? .nan,
        serversAfter: i["c1"] ?? .nan, lag: i["lag"] ?? .nan, limit: 1)
      #expect(Oracle.error(surge?.peak ?? .nan, row.number("expected")) < 2e-3, "\(row)")
    }
    let calm = try #require(
      Surge(before: 5, after: 8, serviceSeconds: 1, serversBefore: 10, serversAfter: 10, lag: 10, limit: 0.1))
    #expect(calm.late == 0 && calm.drain == 0)
    let step = try #require(
      Surge(before: 14, after: 30, serviceSeconds: 1, serversBefore: 20, serversAfter: 40, lag: 20, limit: 1))
    #expect(Oracle.error(step.drain, (215.3236 - 40) / 10) < 1e-3, "\(step)")
    #expect(step.lateRatio > 0.3 && step.lateRatio < 1, "\(step)")
  }

  @Test("a range meets P5, P50 and P95 exactly, symmetric or not")
  func range() throws {
    for (low, mid, high) in [(1000.0, 10_000.0, 100_000.0), (1, 2, 30), (-5, 0, 2), (0, 3, 10), (7, 7, 7)] {
      let range = try #require(SplitRange(low: low, mid: mid, high: high))
      #expect(range.quantile(0.05) == low && range.quantile(0.5) == mid && range.quantile(0.95) == high)
      #expect(abs(range.value(z: 1.6448536269514722) - high) <= 1e-9 * abs(high))
      var sum = 0.0
      for i in 0..<20_000 { sum += range.quantile((Double(i) + 0.5) / 20_000) }
      #expect(abs(sum / 20_000 - range.mean) <= 0.01 * abs(range.mean) + 1e-3)
    }
    #expect(SplitRange(low: 2, mid: 1, high: 3) == nil)
  }

  @Test("worked break-evens of the reference")
  func breakEvens() {
    let cases: [(Double?, Double)] = [
      (BreakEven.selfManaged(managed: 400, infrastructure: 150, labour: 15_000, unitsPerPerson: 200), 85.714285714),
      (BreakEven.edgeDistance(limitSeconds: 0.1, serverSeconds: 0.03, roundTrips: 3, lastMileSeconds: 0), 1168.4),
      (BreakEven.edgeDistance(limitSeconds: 0.1, serverSeconds: 0.03, roundTrips: 3, lastMileSeconds: 0.01), 437.4),
      (BreakEven.ownGPUs(hourly: 3.13, tokensPerSecond: 2000, api: 0.9, operations: 3750, gpus: 8), 0.58212),
      (
        BreakEven.secondRegion(
          outagesPerYear: 0.5, repairHours: 4, failoverHours: 1.0 / 6, coverage: 0.95, extraPerMonth: 142_000 / 12),
        77_986
      ),
    ]
    for (value, expected) in cases {
      #expect(Oracle.error(value ?? .nan, expected) < 1e-3, "\(expected) \(value ?? .nan)")
    }
    #expect(BreakEven.selfManaged(managed: 200, infrastructure: 150, labour: 15_000, unitsPerPerson: 200) == nil)
  }
}
