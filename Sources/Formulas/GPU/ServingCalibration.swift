/// Constants of the serving model, fitted by `Tests/referees/gpu_fit.py` to public measurements of dense
/// models on H100, H200 and B200 under three engines (NVIDIA AIConfigurator's silicon sample, TensorRT-LLM's
/// tables). Errors with whole configurations left out of the fit: time per token 13.7 % on average, 7.7 % at
/// the median; saturated throughput 11.7 %. With one model left out at a time 17.0 and 11.7 %, with one
/// accelerator 20.0 and 11.0 %, throughput 22.0 and 10.5 %: what an accelerator without rows should be read with.
package struct ServingCalibration: Sendable, Hashable {
  /// Share of the memory bandwidth that reading weights, and reading the key-value cache, reaches.
  package var weightRead = 0.9435
  package var cacheRead = 0.8029
  /// Share of the peak rate that matrix products reach.
  package var compute16 = 0.8608
  package var compute8 = 0.5629
  package var compute4 = 0.3578
  /// Share of the 16-bit peak that attention over the prompt reaches.
  package var attention = 0.77
  /// Share of the link rate that the sums over a tensor-parallel group reach.
  package var link = 0.5627
  /// Seconds of each layer in each step, more in one with experts, and of each sequence.
  package var layerSeconds = 72.54e-6
  package var expertLayerSeconds = 33.63e-6
  package var sequenceSeconds = 2.983e-6
  /// Bytes of each accelerator kept for activations.
  package var activationBytes = 1.714e9
  /// Share of the memory that engines use.
  package var usableMemory = 0.9
  /// Share of its output for which a sequence must find room in the cache when it is admitted.
  package var reservedOutput = 0.75
  /// Sequences an engine runs at once.
  package var mostSequences = 2048.0
  /// Seconds before the first token in a closed loop: client and interface, of each sequence in
  /// flight, and the share of all prompts that is met in a common wave.
  package var clientSeconds = 0.1203
  package var joinSeconds = 1.049e-3
  package var wave = 0.06797
  /// Seconds of the interface in front of the engine under independent arrivals (inference-sim's fit).
  package var interfaceSeconds = 0.0156
  /// Standard deviation of the logarithm of the time to the first token and of the time per token,
  /// over 160 valid MLPerf server runs.
  package var firstTokenSigma = 0.42
  package var perTokenSigma = 0.076
  /// Sequences held to this share of what the group carries (reference: 0.85).
  package var busiest = 0.85

  /// The fitted constants.
  package init() {}

  /// Share of the peak that products reach in a format on an accelerator.
  func compute(_ format: NumberFormat, on gpu: AcceleratorFigures) -> (rate: Double, share: Double) {
    guard format != .bf16, let rate = gpu.rate(format) else { return (gpu.bf16 * gpu.sustained, compute16) }
    return (rate, format == .fp4 ? compute4 : compute8)
  }

  /// Steps of Inferentia2 and Trainium1 took 1.85 times what the roofline says (AWS Neuron's own tables).
  package var neuronSlowness = 1.85

  func slowness(of gpu: AcceleratorFigures) -> Double {
    ["Inferentia2", "Trainium1"].contains(gpu.name) ? neuronSlowness : 1
  }

  /// Accelerators whose rows are in the fit: time per token ±20 %, ±30 % elsewhere.
  static let fitted: Set<String> = ["H100-SXM-80", "H200-SXM-141", "B200-SXM-180"]
}
