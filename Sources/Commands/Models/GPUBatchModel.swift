import Formulas
import Foundations

extension GPUModels {
  /// Other networks, in batches.
  static var batch: Calculator {
    Calculator(
      name: "gpu-batch", summary: "a network that is no language model, in batches",
      formula: "latency = a + b·m; b = max(F/(P·e), bytes/host link), a = 0.44 ms·(F/8.2e9)^0.42; "
        + "under a rate, the exact chain of batch sizes",
      source: "e from MLPerf Inference, Triton and Neuron results by accelerator and format",
      domain: "one accelerator", error: "offline rate 20 % where e was measured, else 35 %; a within a factor of 2",
      example: "gpu=A100-SXM-80 precision=int8 flops=8.2e9 bytes=150kB batch=32",
      parameters: [
        .text("gpu", isRequired: false, "accelerator by name"),
        .text("precision", standard: "int8", "bf16, fp8, int8 …"),
        .may("flops", .count, .positive, "operations of one item, such as 8.2e9"),
        .may("bytes", .size, .atLeastZero, standard: "0", "input of one item, sent from the host"),
        .may("efficiency", .ratio, .ratio, "share of the peak rate; the table's when left out"),
        .may("base", .time, .atLeastZero, "measured time of a batch whatever its size, instead of flops"),
        .may("per_item", .time, .positive, "measured time of each item"),
        .may("batch", .count, .whole(1...1_000_000), "items of a batch; very large batches when left out"),
        .may("rate", .rate, .positive, "items a second: batches of what waits, up to batch"),
      ],
      outputs: [
        .init("latency", "s", "of one batch"), .init("throughput", "1/s", "items a second, batch after batch"),
        .init("base", "s", "time of a batch whatever its size"), .init("per_item", "s", "time of each item"),
        .init("efficiency", "", "share of the peak rate"), .init("low", "1/s", "lower end of the throughput"),
        .init("high", "1/s", "upper end of it"), .init("mean_batch", "", "items of a batch under the rate"),
        .init("response_mean", "s", "from arrival to answer under the rate"), .init("response_p50", "s", "percentile"),
        .init("response_p95", "s", "percentile"), .init("response_p99", "s", "percentile"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let (base, perItem, efficiency, band) = try speed(values)
      let size = values.optional("batch").map { Int($0) }
      var rows: Calculator.Results = []
      let throughput = size.map { Double($0) / (base + perItem * Double($0)) } ?? 1 / perItem
      if let size {
        rows.append(("latency", .number(base + perItem * Double(size))))
      } else {
        rows.append(("latency", .null))
      }
      rows += [
        ("throughput", .number(throughput)), ("base", .number(base)), ("per_item", .number(perItem)),
        ("efficiency", efficiency.map { .number($0) } ?? .null), ("low", .number(throughput * (1 - band))),
        ("high", .number(throughput * (1 + band))),
      ]
      if let rate = values.optional("rate") {
        let server = BatchServer(base: base, perItem: perItem, limit: min(size ?? 128, 4096))
        guard let state = server.state(rate: rate) else {
          throw Calculator.Refusal(
            "overloaded: \(JSON.text(of: rate)) items a second, at most "
              + "\(JSON.text(of: (server.saturation * 1000).rounded() / 1000)) can be served")
        }
        rows += [("mean_batch", .number(state.meanBatch)), ("response_mean", .number(state.meanLatency))]
        rows += [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)].map {
          ("response_\($0.0)", .number(state.percentile($0.1)))
        }
      }
      if size == nil { rows.append(("reason", .string("the latency of a batch depends on its size: give batch"))) }
      return rows
    }
  }

  private static func speed(
    _ values: ModelValues
  ) throws(Calculator.Refusal) -> (base: Double, perItem: Double, efficiency: Double?, band: Double) {
    if let perItem = values.optional("per_item") {
      guard values.optional("flops") == nil else { throw Calculator.Refusal("give flops, or base and per_item") }
      return (values.optional("base") ?? 0, perItem, nil, 0.1)
    }
    let flops = try values.needed("flops", for: "without per_item")
    guard flops >= 1e6 else { throw Calculator.Refusal("flops must be 1e6 or more") }
    if let share = values.optional("efficiency"), share <= 0 {
      throw Calculator.Refusal("efficiency must be above 0")
    }
    guard values.text("gpu") != nil else { throw Calculator.Refusal("gpu is needed with flops") }
    let speed = NetworkSpeed(
      gpu: try gpu(values), format: try format(values), flops: flops, bytes: values.number("bytes"),
      efficiency: values.optional("efficiency"))
    return (values.optional("base") ?? speed.base, speed.perItem, speed.efficiency, speed.isMeasured ? 0.2 : 0.35)
  }
}
