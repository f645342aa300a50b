import Formulas
import Foundations

extension GPUModels {
  /// Training of language models.
  static var training: Calculator {
    Calculator(
      name: "gpu-training", summary: "hours and waste of a training run",
      formula: "hours = 6·N·D/(n·P·MFU), adapters 4·N·D; MFU by accelerator and format, with attention s/(6d) and "
        + "loss at scale; τ = √(2δM)(1 + ⅓√(δ/2M) + δ/18M) − δ, efficiency 1 − δ/τ − τ/2M − R/M",
      source: "MosaicML MPT, Llama 3, MLPerf Training, Megatron; Daly 2006",
      domain: "data-parallel or sharded training; P is the 16-bit peak",
      error: "±20 % where the MFU was measured, else ±35 %; programmes take 1.25 to 2.5 times the hours of a run",
      example: "parameters=8e9 tokens=15e12 gpu=H100-SXM-80 gpus=1024",
      parameters: [
        .needs("parameters", .count, .positive, "parameters of the model, such as 8e9"),
        .may("tokens", .tokens, .positive, "tokens trained on; 20 a parameter when left out"),
        .text("gpu", "accelerator by name"), .needs("gpus", .count, .whole(1...1_000_000), "how many"),
        .text("precision", standard: "bf16", "bf16 or fp8"),
        .may("mfu", .ratio, .ratio, "share of the 16-bit peak by 6·N·D; the table's when left out"),
        .choice("method", TrainingRun.Method.allCases.map(\.rawValue), standard: "full", "all weights, or adapters"),
        .may("sequence", .tokens, .positive, standard: "2048", "tokens of a sequence"),
        .may(
          "checkpoint_bandwidth", .dataRate, .positive,
          "bytes a second to storage; 2 GB/s for each eight accelerators when left out"),
        .may("programme", .count, .atLeastOne, standard: "1.25", "restarts, evaluation and experiments over one run"),
      ],
      outputs: [
        .init("hours", "h", "of the run itself"),
        .init("programme_hours", "h", "with failures, checkpoints and the programme factor"),
        .init("gpu_hours", "h", "accelerator hours of the run itself"),
        .init("programme_gpu_hours", "h", "accelerator hours of the programme"),
        .init("mfu", "", "share of the 16-bit peak by 6·N·D"),
        .init("efficiency", "", "share of the time that failures and checkpoints leave"),
        .init("interval", "s", "work between checkpoints"), .init("mtbf", "s", "mean time between failures"),
        .init("state_bytes", "B", "weights, gradients and optimiser on each accelerator"),
        .init("low", "h", "lower end of hours"), .init("high", "h", "upper end of it"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let (count, gpus) = (values.number("parameters"), values.whole("gpus"))
      guard count >= 1e6, count <= 1e15 else { throw Calculator.Refusal("parameters must lie between 1e6 and 1e15") }
      if let share = values.optional("mfu"), share <= 0 { throw Calculator.Refusal("mfu must be above 0") }
      let accelerator = try gpu(values)
      let method = TrainingRun.Method(rawValue: values.text("method") ?? "") ?? .full
      let run = TrainingRun(
        parameters: count, tokens: values.optional("tokens") ?? 20 * count, gpu: accelerator, gpus: gpus,
        format: try format(values), method: method, sequence: values.number("sequence"),
        utilization: values.optional("mfu"))
      guard run.stateBytes <= 0.9 * accelerator.memory else {
        throw Calculator.Refusal(
          "does not fit: weights, gradients and optimiser take \(Money(run.stateBytes / 1e9).formatted(places: 1)) GB "
            + "on each \(accelerator.name) of \(Money(accelerator.memory / 1e9).formatted(places: 0)) GB; more gpus")
      }
      let machines = Double((gpus + 7) / 8)
      let safe = TrainingRun.Reliability(
        gpus: gpus, checkpointBytes: 14 * count,
        bandwidth: values.optional("checkpoint_bandwidth") ?? machines * 2e9)
      guard safe.efficiency > 0 else {
        throw Calculator.Refusal("failures come faster than checkpoints are written; raise checkpoint_bandwidth")
      }
      let programme = run.hours / safe.efficiency * values.number("programme")
      let band = run.isMeasured ? 0.2 : 0.35
      return [
        ("hours", .number(run.hours)), ("programme_hours", .number(programme)),
        ("gpu_hours", .number(run.hours * Double(gpus))), ("programme_gpu_hours", .number(programme * Double(gpus))),
        ("mfu", .number(run.utilization)), ("efficiency", .number(safe.efficiency)),
        ("interval", .number(safe.interval)), ("mtbf", .number(safe.meanTimeBetweenFailures)),
        ("state_bytes", .number(run.stateBytes)), ("low", .number(run.hours * (1 - band))),
        ("high", .number(run.hours * (1 + band))),
      ]
    }
  }
}
