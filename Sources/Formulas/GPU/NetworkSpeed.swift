/// How fast an accelerator runs a network that is not a language model: time of a batch a + b·m from the
/// operations and input bytes of one item.
///
/// b = max(F/(P·e), bytes/(0.8·host link)); e by accelerator and format from offline runs, growing with the
/// size of the network; a = 0.44 ms·(F/8.2e9)^0.42 for launches, fitted on single-item runs. Error: offline rate
/// 20 % where the accelerator was measured, 35 % elsewhere; a within a factor of 2.
package struct NetworkSpeed: Sendable, Hashable {
  /// Seconds of a batch whatever its size, and of each item.
  package let base: Double
  package let perItem: Double
  /// Share of the peak rate that is reached, and whether it was measured on this accelerator.
  package let efficiency: Double
  package let isMeasured: Bool

  /// - Parameters:
  ///   - flops: operations of one item, a multiplication and an addition being two; > 0.
  ///   - bytes: input of one item, ≥ 0.
  ///   - efficiency: share of the peak; nil for the table's.
  package init(gpu: AcceleratorFigures, format: NumberFormat, flops: Double, bytes: Double, efficiency: Double? = nil) {
    let known = NetworkSpeed.efficiency(gpu, format, flops: flops)
    self.efficiency = efficiency ?? known.share
    isMeasured = known.isMeasured
    let rate = gpu.rate(format) ?? gpu.bf16
    perItem = max(flops / (rate * self.efficiency), bytes / (0.8 * NetworkSpeed.hostLink(gpu)))
    base = 0.44e-3 * Elementary.pow(flops / 8.2e9, 0.42)
  }

  /// Share of the peak on ResNet-50 (8.2 GFLOP), and the exponent with which it grows with the operations of
  /// an item up to 250 GFLOP: MLPerf Inference v2.1 to v5.1 offline results, Triton BERT-large, AWS Neuron.
  private static let table8: [String: (share: Double, growth: Double)] = [
    "A100": (0.512, 0.036), "A30": (0.478, 0.058), "A10": (0.463, 0.05), "A10G": (0.463, 0.05),
    "L40S": (0.488, 0), "L4": (0.48, 0), "H100-SXM-80": (0.337, 0.118), "H100-PCIe-80": (0.307, 0.116),
    "H200-SXM-141": (0.392, 0.095), "Jetson-AGX-Orin-64": (0.368, 0.05),
  ]
  private static let table16: [String: (share: Double, growth: Double)] = [
    "A100": (0.35, 0.06), "V100-32": (0.37, 0.06), "A30": (0.31, 0.06), "T4": (0.266, 0.01),
    "Inferentia2": (0.26, 0.16),
  ]

  private static func efficiency(
    _ gpu: AcceleratorFigures, _ format: NumberFormat, flops: Double
  ) -> (share: Double, isMeasured: Bool) {
    let narrow = format != .bf16 && gpu.rate(format) != nil
    let table = narrow ? table8 : table16
    let family = gpu.name.hasPrefix("A100") ? "A100" : gpu.name
    let size = min(max(flops, 1e9), 250e9) / 8.2e9
    guard let known = table[family] else {
      // Between the families: bigger accelerators reach less.
      return (0.37 * Elementary.pow(size, 0.06), false)
    }
    return (known.share * Elementary.pow(size, known.growth), format != .fp8 && format != .fp4)
  }

  /// Bytes a second from the host: PCIe 3, 4 or 5 by sixteen lanes; without bound where memory is shared.
  private static func hostLink(_ gpu: AcceleratorFigures) -> Double {
    if gpu.name.hasPrefix("Jetson") { return .infinity }
    if ["T4", "V100", "TPU", "Inf", "Tra"].contains(where: { gpu.name.hasPrefix($0) }) { return 16e9 }
    return ["H", "GH", "B2", "GB", "MI"].contains { gpu.name.hasPrefix($0) } ? 64e9 : 32e9
  }
}
