import Foundation
import Testing

@testable import Commands

/// Holds every calculator against the reference files, through `--batch`, and prints the agreement.
@Suite struct ModelOracleTests {
  /// One question to a model, and how its answer must be.
  private struct Question {
    var model: String
    var inputs: [String: String]
    /// What is expected of the results; nil when all is well.
    var judge: ([String: Any]) -> String?
  }

  private static let percentiles = ["0.5": "p50", "0.9": "p90", "0.95": "p95", "0.99": "p99", "0.999": "p999"]

  /// A question for the value of a key within a relative tolerance.
  private func value(
    _ model: String, _ inputs: [String: String], _ key: String, _ expected: Double, within tolerance: Double
  ) -> Question {
    Question(model: model, inputs: inputs) { results in
      let found = Model.number(results, key)
      if expected < 1e-300, let found, found >= 0, found < 1e-300 { return nil }
      return Reference.error(found, expected) <= tolerance ? nil : "\(key) \(found ?? .nan), \(expected) is due"
    }
  }

  private func ask(_ file: String, _ questions: ([String: String]) -> [Question]) {
    guard let rows = Reference.rows(file) else { return }
    let all = rows.flatMap(questions)
    var wrong: [String] = []
    for model in Set(all.map(\.model)).sorted() {
      let mine = all.filter { $0.model == model }
      let answers = Model.batch(model, mine.map(\.inputs))
      #expect(answers.count == mine.count)
      for (question, answer) in zip(mine, answers) {
        if let complaint = question.judge(answer) { wrong.append("\(model) \(question.inputs): \(complaint)") }
      }
    }
    print("\(file): \(all.count - wrong.count) of \(all.count) agree")
    #expect(wrong.isEmpty, "\(file): \(wrong.prefix(5).joined(separator: "\n"))")
    #expect(!all.isEmpty, "\(file) asks nothing")
  }

  private func number(_ row: [String: String], _ key: String) -> Double { Double(row[key] ?? "") ?? .nan }

  private func tolerance(_ row: [String: String], _ key: String = "tolerance_rel") -> Double {
    Double((row[key] ?? "").split(separator: " ").first.map(String.init) ?? "") ?? 0
  }

  @Test func `Erlang, M/M/c and staffing are exact`() {
    ask("erlang.csv") { row in
      [
        value(
          "erlang", ["load": row["offered_load_a"] ?? "", "servers": row["c"] ?? ""],
          row["function"] == "erlangB" ? "b" : "c", number(row, "expected"), within: tolerance(row))
      ]
    }
    ask("queue_mmc.csv") { row in
      let rate = number(row, "c") * number(row, "rho") / number(row, "mean_service")
      let part = Self.percentiles[row["p"] ?? ""] ?? ""
      let key = row["quantity"] == "EW" ? "mean_wait" : (row["quantity"] == "W" ? "wait_" : "response_") + part
      return [
        value(
          "queue", ["arrival": "\(rate)", "service": row["mean_service"] ?? "", "servers": row["c"] ?? ""], key,
          number(row, "expected"), within: max(1e-9, tolerance(row)))
      ]
    }
    ask("staffing.csv") { row in
      var inputs = ["load": row["load"] ?? "", "wait_probability": row["target"] ?? ""]
      if row["problem"]?.contains("wait") == false {
        let given = Reference.pairs("\(row["load"] ?? "");\(row["target"] ?? "")")
        inputs = [
          "arrival": given["lam"] ?? "", "service": given["es"] ?? "", "percentile": given["p"] ?? "",
          "at": given["t"] ?? "",
        ]
      }
      let expected = number(row, "expected_c")
      if expected >= 0 { return [value("staffing", inputs, "servers", expected, within: 0)] }
      return [Question(model: "staffing", inputs: inputs) { $0["error"] == nil ? "an impossible target is met" : nil }]
    }
  }

  @Test func `sums of hops agree to a millionth`() {
    ask("latency_sums.csv") { row in
      let hops = (row["hops"] ?? "").components(separatedBy: " + ").map { hop -> String in
        let inside = hop.drop { $0 != "(" }.dropFirst().dropLast()
        let given = Reference.pairs(inside.replacingOccurrences(of: ",", with: ";"))
        func seconds(_ text: String?) -> Double { (Double(text ?? "") ?? .nan) / 1000 }
        if hop.hasPrefix("LN") { return "lognormal(\(seconds(given["mean"])),\(given["scv"] ?? ""))" }
        if hop.hasPrefix("Const") { return "constant(\(seconds(String(inside))))" }
        let load = (Double(given["c"] ?? "") ?? .nan) * (Double(given["rho"] ?? "") ?? .nan)
        return "queue(\(load / seconds(given["es"])),\(seconds(given["es"])),\(given["c"] ?? ""))"
      }
      return [
        value(
          "path", ["hops": hops.joined(separator: ";")], Self.percentiles[row["p"] ?? ""] ?? "",
          number(row, "expected") / 1000, within: 1e-6)
      ]
    }
  }

  @Test func `retries, hedges, caches and links agree`() {
    ask("retries_hedging.csv") { row in
      let given = Reference.pairs(row["inputs"] ?? "")
      let quantity = row["quantity"] ?? ""
      var inputs = [
        "arrival": given["lam"] ?? "", "service": "\(1 / (Double(given["mu"] ?? "") ?? .nan))",
        "servers": given["c"] ?? "",
      ]
      inputs["timeout"] = given["timeout"]
      inputs["hedge"] = given["hedge_delay"]
      inputs["attempts"] = given["max_retries"].flatMap { Int($0) }.map { "\($0 + 1)" }
      let expected = number(row, "expected")
      if quantity.hasPrefix("metastable") {
        return [
          Question(model: "retries", inputs: inputs) {
            ($0["metastable"] as? Bool) == (expected == 1) ? nil : "metastable"
          }
        ]
      }
      if !expected.isFinite {
        return [Question(model: "retries", inputs: inputs) { $0["reason"] == nil ? "no storm is seen" : nil }]
      }
      let key =
        quantity.contains("effective") || quantity.contains("lam_eff")
        ? "arrival_effective"
        : quantity.hasPrefix("success")
          ? "success"
          : "response_" + (Self.percentiles[quantity.components(separatedBy: "p=").last ?? ""] ?? "")
      return [value("retries", inputs, key, expected, within: tolerance(row))]
    }
    ask("cache_lru.csv") { row in
      let isExact = row["quantity"]?.contains("exact") == true
      let policy = row["quantity"]?.hasPrefix("FIFO") == true ? "fifo" : "lru"
      let expected = number(row, "expected")
      return [
        value(
          "cache",
          [
            "objects": row["N"] ?? "", "zipf": row["zipf_alpha"] ?? "", "size": row["capacity"] ?? "", "policy": policy,
          ], "hit_ratio", expected, within: isExact ? 0.01 / expected : 1e-9)
      ]
    }
    ask("offline_onoff.csv") { row in
      let given = Reference.pairs(row["inputs"] ?? "")
      let quantity = row["quantity"] ?? ""
      let keys = [("buffer", "buffer"), ("E[backlog]", "mean_backlog"), ("mean delay", "mean_delay")]
      guard given["scv_on"] == nil, let key = keys.first(where: { quantity.hasPrefix($0.0) })?.1 else { return [] }
      let loss = quantity.components(separatedBy: "<=").last.flatMap { Double($0) } ?? 0.001
      let inputs = [
        "rate": given["r"] ?? "", "uplink": given["C"] ?? "", "up": given["Eon"] ?? "", "outage": given["Eoff"] ?? "",
        "loss": "\(loss)",
      ]
      return [value("offline", inputs, key, number(row, "expected"), within: 1e-10)]
    }
  }

  @Test func `availability, checkpoints and the edge agree`() {
    ask("availability.csv") { row in
      guard let inputs = row["inputs"], !inputs.isEmpty else { return [] }
      var pairs: [String: String] = [:]
      for word in inputs.split(separator: " ") {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        if pair.count == 2 { pairs[pair[0]] = pair[1] }
      }
      return [value("availability", pairs, "unavailability", number(row, "unavailability"), within: 1e-9)]
    }
    ask("checkpoint.csv") { row in
      let given = Reference.pairs(row["inputs"] ?? "")
      let keys = [
        "tau Young 1974": "young", "tau Daly 2006 higher order": "daly", "tau_opt exact (Lambert W)": "optimum",
        "expected slowdown at exact tau (Daly T/Ts)": "expected_time", "makespan quantile p=0.5": "finish_p50",
        "makespan quantile p=0.95": "finish_p95", "makespan quantile p=0.99": "finish_p99",
      ]
      let quantity = row["quantity"] ?? ""
      guard let key = keys[quantity] else { return [] }
      var inputs = [
        "work": given["work"] ?? "1", "mtbf": given["M"] ?? "", "checkpoint": given["delta"] ?? "",
        "restart": given["R"] ?? "",
      ]
      if let work = Double(given["work"] ?? ""), let n = Double(given["n"] ?? "") { inputs["interval"] = "\(work / n)" }
      let isSimulated = quantity.hasPrefix("makespan")
      return [value("checkpoint", inputs, key, number(row, "expected"), within: isSimulated ? 0.005 : 1e-11)]
    }
    ask("edge_grid.csv") { row in
      guard let model = row["model"], !model.isEmpty else { return [] }
      let expected = number(row, "expected")
      let isAbsolute = row["tolerance_kind"] == "abs"
      let key = row["result"] ?? ""
      let limit = number(row, "tolerance")
      var pairs: [String: String] = [:]
      for word in (row["inputs"] ?? "").split(separator: " ") {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        if pair.count == 2 { pairs[pair[0]] = pair[1] }
      }
      guard isAbsolute else { return [value(model, pairs, key, expected, within: limit)] }
      return [
        Question(model: model, inputs: pairs) { results in
          abs((Model.number(results, key) ?? .infinity) - expected) <= limit
            ? nil : "\(key) of \(results), not \(expected)"
        }
      ]
    }
  }

  @Test func `the table of round trips is reproduced, the path model within its band`() {
    var errors: [Double] = []
    ask("region_rtt.csv") { row in
      let ends = [
        "from": "\(row["provider"] ?? ""):\(row["src"] ?? "")", "to": "\(row["provider"] ?? ""):\(row["dst"] ?? "")",
      ]
      return [
        value(
          "network", ends.merging(["method": "table"]) { $1 }, "rtt", number(row, "rtt_ms") / 1000, within: 1e-9)
      ]
    }
    guard let rows = Reference.rows("region_rtt.csv")?.filter({ $0["src"] != $0["dst"] }) else { return }
    let cases = rows.map { row in
      ["from": "aws:\(row["src"] ?? "")", "to": "aws:\(row["dst"] ?? "")", "method": "path"]
    }
    for (row, results) in zip(rows, Model.batch("network", cases)) {
      errors.append(Reference.error(Model.number(results, "rtt"), number(row, "rtt_ms") / 1000))
    }
    let mean = errors.reduce(0, +) / Double(max(1, errors.count))
    print("region_rtt.csv: path model off by \(mean * 100) % on average over \(errors.count) pairs")
    #expect(mean < 0.095)
  }
}
