/// Time and waste of one training run of a language model on a number of accelerators.
///
/// 6·N·D operations (4·N·D for low-rank adapters), attention over the sequence on top: s/(6d) of them, d the
/// width. Hours = operations/(n·P·MFU), P the 16-bit peak. Error ±20 % where the utilisation of that accelerator
/// was measured, ±35 % elsewhere; reported hours of whole programmes are 1.25 to 2.5 times more.
package struct TrainingRun: Sendable, Hashable {
  /// Full training, or low-rank adapters on frozen weights.
  package enum Method: String, Sendable, CaseIterable {
    case full, lora
  }

  /// Hours of the run itself: no failures, no experiments.
  package let hours: Double
  /// Share of the 16-bit peak reached, by 6·N·D (4·N·D): attention is not counted as useful.
  package let utilization: Double
  /// Whether that share was measured on this accelerator and format.
  package let isMeasured: Bool
  /// Bytes of weights, gradients and optimiser that each accelerator holds.
  package let stateBytes: Double

  /// - Parameters:
  ///   - operations: in all; nil for 6·N·D or 4·N·D.
  ///   - utilization: by the same count; nil for the table's, with its loss at scale.
  package init(
    parameters: Double, tokens: Double, gpu: AcceleratorFigures, gpus: Int, format: NumberFormat,
    method: Method = .full, sequence: Double = 2048, operations: Double? = nil, utilization: Double? = nil
  ) {
    let n = Double(gpus)
    let useful = operations ?? (method == .full ? 6 : 4) * parameters * tokens
    let known = TrainingRun.table(gpu, format, method)
    let shape = TransformerShape(parameters: parameters)
    let attention = operations == nil ? 1 + sequence / (6 * Double(shape.hidden)) : 1
    let reached = known.share * TrainingRun.scale(gpus: n, format, method) / attention
    self.utilization = utilization ?? reached
    isMeasured = utilization != nil || known.isMeasured
    hours = useful / (n * gpu.bf16 * self.utilization) / 3600
    stateBytes = (method == .full ? 16 : 2.2) * parameters / n
  }

  /// Medians over MosaicML's MPT table, the Llama 3 reports, Megatron fp8 and MLPerf Training, attention
  /// counted; others are assumed at 0.35.
  private static func table(
    _ gpu: AcceleratorFigures, _ format: NumberFormat, _ method: Method
  ) -> (share: Double, isMeasured: Bool) {
    if method == .lora {
      switch gpu.name {
      case "H100-SXM-80": return (0.60, true)
      case "A100-SXM-80": return (0.50, true)
      case "L40S": return (0.36, true)
      default: return (0.40, false)
      }
    }
    let narrow = format == .fp8 && gpu.multiplies(in: .fp8)
    switch gpu.name {
    case "H100-SXM-80": return (narrow ? 0.92 : 0.405, true)
    case "A100-SXM-80": return (0.54, format == .bf16)
    case "A100-SXM-40": return (0.515, format == .bf16)
    case "H200-SXM-141": return (narrow ? 0.92 : 0.405, false)
    case "B200-SXM-180": return (narrow ? 0.78 : 0.51, narrow)
    case "TPU-v5p": return (0.75, false)
    case "TPU-v6e": return (0.43, false)
    default: return (narrow ? 0.6 : 0.35, false)
    }
  }

  /// Loss at scale: (n/256)^−0.12 above 256 in 8 bit (MLPerf GPT-3, 256 to 11,616 H100), ^−0.02 in 16 bit, where
  /// products take twice as long (MPT, Llama 3); adapters (n/8)^−0.15 above 8 on a fixed small job.
  private static func scale(gpus: Double, _ format: NumberFormat, _ method: Method) -> Double {
    if method == .lora { return gpus > 8 ? Elementary.pow(gpus / 8, -0.15) : 1 }
    guard gpus > 256 else { return 1 }
    return Elementary.pow(gpus / 256, format == .bf16 ? -0.02 : -0.12)
  }

  /// What failures and checkpoints of a long run on many accelerators leave of its time.
  package struct Reliability: Sendable, Hashable {
    /// Mean seconds between failures of the job.
    package let meanTimeBetweenFailures: Double
    /// Seconds to write a checkpoint, and of work between two (Daly).
    package let checkpointSeconds: Double
    package let interval: Double
    /// Share of the time that makes progress: 1 − δ/τ − τ/2M − R/M, at least 0.
    package let efficiency: Double

    /// - Parameters:
    ///   - gpus: each fails every 50,700 h (466 interruptions in 54 days on 16,384 H100, Llama 3).
    ///   - checkpointBytes: 14 bytes a parameter: weights, master copy and both moments.
    ///   - bandwidth: bytes a second to storage, > 0.
    ///   - restart: seconds to begin again.
    ///   - interruptions: others a second, such as of spot capacity.
    package init(
      gpus: Int, checkpointBytes: Double, bandwidth: Double, restart: Double = 600, interruptions: Double = 0
    ) {
      let mtbf = 1 / (Double(gpus) / (50_700 * 3600) + interruptions)
      let cost = checkpointBytes / bandwidth
      let interval = max(Checkpoint.daly(cost: cost, mtbf: mtbf), 1e-3)
      meanTimeBetweenFailures = mtbf
      checkpointSeconds = cost
      self.interval = interval
      efficiency = max(0, 1 - cost / interval - interval / (2 * mtbf) - restart / mtbf)
    }
  }
}
