import Foundation
import Testing

@testable import Commands

/// Holds the accelerator calculators against measured rows, and prints the agreement.
@Suite struct GPUOracleTests {
  /// Ratios of predicted to measured values.
  private struct Agreement {
    var ratios: [Double] = []

    var mape: Double { ratios.isEmpty ? .nan : ratios.reduce(0) { $0 + abs($1 - 1) } / Double(ratios.count) }
    var median: Double {
      let errors = ratios.map { abs($0 - 1) }.sorted()
      return errors.isEmpty ? .nan : errors[errors.count / 2]
    }
    func within(_ factor: Double) -> Double {
      Double(ratios.filter { $0 < factor && $0 > 1 / factor }.count) / Double(max(1, ratios.count))
    }
    func line(_ name: String) -> String {
      String(
        format: "%@: %d rows, MAPE %.1f %%, median %.1f %%, within x0.5..2 %.0f %%", name, ratios.count, mape * 100,
        median * 100, within(2) * 100)
    }
  }

  private func rows(_ kinds: [String]) -> [[String: String]]? {
    Reference.rows("gpu_measured.csv")?.filter { kinds.contains($0["kind"] ?? "") }
  }

  private func number(_ row: [String: String], _ key: String) -> Double { Double(row[key] ?? "") ?? .nan }

  private func serving(_ rows: [[String: String]], _ key: String, scale: (([String: String]) -> Double)) -> Agreement {
    let answers = Model.batch(
      "gpu-serving",
      rows.map { row in
        [
          "model": row["model"] ?? "", "precision": row["precision"] ?? "", "gpu": row["gpu"] ?? "",
          "gpus": row["tp"] ?? "", "tp": row["tp"] ?? "", "tokens_in": row["input_tokens"] ?? "",
          "tokens_out": row["output_tokens"] ?? "", "concurrency": row["batch_or_concurrency"] ?? "",
        ]
      })
    var agreement = Agreement()
    #expect(answers.count == rows.count)
    for (row, answer) in zip(rows, answers) {
      guard let value = Model.number(answer, key) else {
        Issue.record("\(row["model"] ?? "") on \(row["gpu"] ?? ""): \(answer["error"] ?? "no value")")
        continue
      }
      agreement.ratios.append(value * scale(row) / number(row, "value"))
    }
    return agreement
  }

  @Test func `Language models agree with measured times and throughput`() {
    guard let all = rows(["llm_infer"]) else { return }
    func metric(_ name: String) -> [[String: String]] { all.filter { $0["metric"] == name } }
    let perToken = serving(metric("tpot_mean"), "tpot_mean") { _ in 1000 }
    print(perToken.line("time per token"))
    #expect(perToken.mape <= 0.14)
    #expect(perToken.median <= 0.09)
    let throughput = serving(metric("output_throughput_total"), "tokens_per_s") { _ in 1 }
    print(throughput.line("saturated throughput"))
    #expect(throughput.mape <= 0.14)
    let first = serving(metric("ttft_mean"), "ttft_mean") { _ in 1000 }
    print(first.line("time to the first token"))
    #expect(first.within(2) >= 0.85)
    let single = serving(metric("ttft_single"), "ttft_mean") { _ in 1000 }
    print(single.line("first token of a request alone"))
    #expect(single.mape <= 0.2)
    let old = serving(metric("output_throughput_per_gpu"), "tokens_per_s") { 1 / number($0, "tp") }
    print(old.line("static batches, kernels of 2023"))
  }

  @Test func `Mixtures of experts agree within their wider band`() {
    guard let all = rows(["llm_infer_moe"]) else { return }
    let known = all.filter { $0["metric"] == "tpot_mean" && number($0, "tp") <= 8 }
    let perToken = serving(known, "tpot_mean") { _ in 1000 }
    print(perToken.line("time per token of mixtures"))
    #expect(perToken.mape <= 0.3)
  }

  @Test func `Offline rates of other networks agree with MLPerf`() {
    guard let all = rows(["dnn_mlperf"]) else { return }
    let operations = ["ResNet-50": "8.2e9", "BERT-large": "108e9"]
    let offline = all.filter {
      $0["batch_or_concurrency"] == "offline" && operations[$0["model"] ?? ""] != nil
    }
    let answers = Model.batch(
      "gpu-batch",
      offline.map { row in
        [
          "gpu": row["gpu"] ?? "", "precision": row["precision"] ?? "", "flops": operations[row["model"] ?? ""] ?? "",
          "batch": "1024",
        ]
      })
    var agreement = Agreement()
    for (row, answer) in zip(offline, answers) {
      agreement.ratios.append(
        (Model.number(answer, "throughput") ?? 0) * number(row, "n_gpus") / number(row, "value"))
    }
    print(agreement.line("offline rate of other networks"))
    #expect(agreement.mape <= 0.2)
    #expect(agreement.within(1.35) == 1)
  }

  @Test func `Training agrees where the utilisation was measured`() {
    guard let all = rows(["train"]) else { return }
    let speeds = all.filter { $0["metric"] == "tokens_per_s_per_gpu" }
    let answers = Model.batch(
      "gpu-training",
      speeds.map { row in
        [
          "parameters": String(number(row, "params_b") * 1e9), "tokens": "1e12", "gpu": row["gpu"] ?? "",
          "gpus": row["n_gpus"] ?? "", "precision": row["precision"] ?? "", "sequence": row["input_tokens"] ?? "",
        ]
      })
    var agreement = Agreement()
    for (row, answer) in zip(speeds, answers) {
      let hours = Model.number(answer, "hours") ?? .infinity
      agreement.ratios.append(1e12 / (hours * 3600 * number(row, "n_gpus")) / number(row, "value"))
    }
    print(agreement.line("training speed"))
    #expect(agreement.mape <= 0.1)
  }

  @Test func `Figures of the published rows stand`() {
    // Four measured rows, with the band they were printed with.
    let cases: [(line: String, key: String, want: Double, band: Double)] = [
      (
        "gpu-serving model=Llama-3.1-70B precision=fp8 gpu=H200-SXM-141 tp=4 tokens_in=8192 tokens_out=1024 concurrency=64",
        "tpot_mean", 0.0461, 0.2
      ),
      (
        "gpu-serving model=Llama-3.3-70B precision=fp8 gpu=H200 tokens_in=1000 tokens_out=1000 concurrency=max",
        "tokens_per_s", 2909, 0.2
      ), ("gpu-batch gpu=A100-SXM-40 precision=int8 flops=8.2e9 batch=2048", "throughput", 311_662.0 / 8, 0.1),
      ("gpu-training parameters=29.975e9 tokens=1e12 gpu=H100-SXM-80 gpus=128", "mfu", 0.4, 0.05),
    ]
    for entry in cases {
      let found = Model.number(Model.run(entry.line), entry.key)
      #expect(Reference.error(found, entry.want) <= entry.band, "\(entry.line): \(found ?? .nan)")
    }
  }

  @Test func `What cannot be is refused with the reason`() {
    let cases = [
      ("gpu-serving model=Llama-3.1-70B gpu=L4 tokens_in=1000 tokens_out=100 concurrency=1", "does not fit"),
      ("gpu-serving model=Lama-3.1-8B gpu=H100 tokens_in=1000 tokens_out=100 concurrency=1", "did you mean"),
      ("gpu-serving model=Llama-3.1-8B gpu=H100 tokens_in=1000 tokens_out=100 rate=1000/s", "at most"),
      ("gpu-serving model=ResNet-50 gpu=H100 tokens_in=1000 tokens_out=100 rate=1/s", "gpu-batch"),
      ("gpu-training parameters=70e9 gpu=H100 gpus=8", "does not fit"),
      ("gpu-batch flops=1e9", "gpu is needed"),
    ]
    for (line, words) in cases {
      #expect("\(Model.run(line)["error"] ?? "")".contains(words), "\(line): \(Model.run(line))")
    }
  }
}
