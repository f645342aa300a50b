/// One copy of a language model on a group of accelerators that split every layer (tensor parallelism).
///
/// A roofline: a step takes the longer of reading the weights and multiplying, then the key-value cache is
/// read, partial sums are exchanged, and each layer and sequence costs a fixed time. Error: see
/// ``ServingCalibration``; ±50 % for mixtures of experts.
package struct ServingGroup: Sendable {
  package let model: TransformerShape
  package let format: NumberFormat
  package let gpu: AcceleratorFigures
  /// Accelerators of the group.
  package let ways: Int
  package let calibration: ServingCalibration
  /// Mean tokens of a request, read and written.
  package let input: Double
  package let output: Double
  /// Leading tokens of the input that are found in the prefix cache.
  package let cachedInput: Double

  /// Seconds to read the prompt of one request.
  package let prefillSeconds: Double
  /// Sequences that find room at once; below 1 when not even one does.
  package let memoryLimit: Double

  /// Creates a group; `ways` ≥ 1 and, above 1, with a link between accelerators.
  package init(
    model: TransformerShape, format: NumberFormat, gpu: AcceleratorFigures, ways: Int, input: Double, output: Double,
    cachedInput: Double = 0, calibration: ServingCalibration = ServingCalibration()
  ) {
    self.model = model
    self.format = format
    self.gpu = gpu
    self.ways = ways
    self.input = input
    self.output = max(1, output)
    self.cachedInput = min(max(0, cachedInput), input)
    self.calibration = calibration
    let n = Double(ways)
    // Heads of the cache are split; above their number each copy is held twice.
    let shards = min(n, Double(model.keyValueHeads))
    let perToken = model.cacheBytesPerToken(format) / shards
    cacheBytesPerGPU = perToken
    let room =
      calibration.usableMemory * gpu.memory * n - model.weightBytes(format) - calibration.activationBytes * n
    memoryLimit = room / n / (perToken * (input + calibration.reservedOutput * max(1, output)))
    let (rate, share) = calibration.compute(format, on: gpu)
    productSeconds = model.operationsPerToken / (n * rate * share)
    exchangeSeconds = ServingGroup.exchange(model, gpu, ways, calibration)
    let fresh = input - self.cachedInput
    let attention = 2 * Double(model.layers) * Double(model.heads) * Double(model.headSize)
    let prompt =
      fresh * (productSeconds + exchangeSeconds) + attention * (input * input - self.cachedInput * self.cachedInput)
      / (n * gpu.bf16 * gpu.sustained * calibration.attention)
    prefillSeconds = calibration.slowness(of: gpu) * prompt
  }

  private let cacheBytesPerGPU: Double
  private let productSeconds: Double
  private let exchangeSeconds: Double

  /// Whether a group of that many accelerators can hold the model and one request.
  package var fits: Bool { memoryLimit >= 1 }

  /// Bytes that the weights and one request of mean length need, and those the group has for them.
  package var memoryNeed: (needed: Double, available: Double) {
    let n = Double(ways)
    let one = cacheBytesPerGPU * n * (input + calibration.reservedOutput * output)
    return (
      model.weightBytes(format) + one,
      (calibration.usableMemory * gpu.memory - calibration.activationBytes) * n
    )
  }

  /// Sequences that run at once at most: memory, and the engine's own limit.
  package var batchLimit: Double { max(1, min(memoryLimit, calibration.mostSequences).rounded(.down)) }

  /// Two sums over the group in each layer, as a ring: 4·L·(n−1)/n·d 16-bit elements a token.
  private static func exchange(
    _ model: TransformerShape, _ gpu: AcceleratorFigures, _ ways: Int, _ calibration: ServingCalibration
  ) -> Double {
    guard ways > 1 else { return 0 }
    guard let link = gpu.link, link > 0 else { return .infinity }
    let n = Double(ways)
    return 4 * Double(model.layers) * (n - 1) / n * Double(model.hidden) * 2 / (link * calibration.link)
  }

  /// Seconds of one decoding step of `batch` sequences, prompts aside.
  package func decodeSeconds(_ batch: Double) -> Double {
    let n = Double(ways)
    let read = model.touchedBytes(tokens: batch, format) / (n * gpu.bandwidth * calibration.weightRead)
    let cache = batch * (input + output / 2) * cacheBytesPerGPU / (gpu.bandwidth * calibration.cacheRead)
    let layer = calibration.layerSeconds + (model.isMixture ? calibration.expertLayerSeconds : 0)
    let step =
      max(read, batch * productSeconds) + cache + batch * exchangeSeconds + Double(model.layers) * layer
      + batch * calibration.sequenceSeconds
    return calibration.slowness(of: gpu) * step
  }

  /// Relative half-width of the time per token: 0.2 where this accelerator was measured, 0.3 elsewhere,
  /// 0.5 for mixtures of experts, inference chips and shares of an accelerator.
  package var perTokenBand: Double {
    isIndicative
      ? 0.5 : ServingCalibration.fitted.contains(gpu.name) ? 0.2 : 0.3
  }

  /// Relative half-width of throughput: 0.3, and 0.5 for mixtures of experts, inference chips and shares.
  package var throughputBand: Double { isIndicative ? 0.5 : 0.3 }

  private var isIndicative: Bool { model.isMixture || calibration.slowness(of: gpu) > 1 || gpu.share < 1 }
}
