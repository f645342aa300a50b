import Catalog
import Formulas

extension AcceleratorFigures {
  /// The formula's view of a catalog row.
  package init(_ gpu: GPU) {
    self.init(
      name: gpu.name, bf16: gpu.bf16TFLOPS * 1e12, fp8: gpu.fp8TFLOPS.map { $0 * 1e12 },
      int8: gpu.int8TOPS.map { $0 * 1e12 }, fp4: gpu.fp4TFLOPS.map { $0 * 1e12 }, memory: gpu.memoryBytes,
      bandwidth: gpu.bandwidthBytesPerSecond, link: gpu.link == "none" ? nil : gpu.linkBytesPerSecond,
      watts: gpu.watts)
  }
}

extension TransformerShape {
  /// The dimensions of a known language model.
  package init(_ model: NeuralModel) {
    self.init(
      parameters: model.parameters, activeParameters: model.activeParameters, layers: model.layers,
      hidden: model.hidden, heads: model.heads, keyValueHeads: model.keyValueHeads, headSize: model.headSize,
      vocabulary: model.vocabulary, experts: model.experts, expertsPerToken: model.expertsPerToken)
  }
}
