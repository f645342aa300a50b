/// An accelerator as its data sheet states it; dense rates, no sparsity.
package struct AcceleratorFigures: Sendable, Hashable {
  package var name: String
  /// Operations a second in 16 bit, and in narrower formats where the hardware has them.
  package var bf16: Double
  package var fp8: Double?
  package var int8: Double?
  package var fp4: Double?
  /// Bytes of memory.
  package var memory: Double
  /// Bytes a second from memory.
  package var bandwidth: Double
  /// Bytes a second and direction to another accelerator of the machine; `nil` without a link.
  package var link: Double?
  /// Power limit in watts; `nil` when unknown.
  package var watts: Double?
  /// Share of the accelerator, in (0,1]; below 1 it is shared by time with strangers.
  package var share = 1.0

  /// Creates figures; all SI.
  package init(
    name: String, bf16: Double, fp8: Double? = nil, int8: Double? = nil, fp4: Double? = nil, memory: Double,
    bandwidth: Double, link: Double? = nil, watts: Double? = nil
  ) {
    self.name = name
    self.bf16 = bf16
    self.fp8 = fp8
    self.int8 = int8
    self.fp4 = fp4
    self.memory = memory
    self.bandwidth = bandwidth
    self.link = link
    self.watts = watts
  }

  /// What time slicing leaves of a share: 0.76 of what partitions of their own hardware reach.
  package static let slicingEfficiency = 0.76

  /// A share of the accelerator with its part of the memory; rates are what time slicing leaves of their part.
  ///
  /// Measured: a time slice answers 0.76 requests where a hardware partition answers one; hardware partitions
  /// add up to 0.87 to 0.97 of the whole (MLPerf Inference v2.1, seven partitions of an A100).
  package func slice(_ share: Double) -> AcceleratorFigures {
    guard share > 0, share < 1 else { return self }
    var slice = self
    let rate = share * AcceleratorFigures.slicingEfficiency
    slice.bf16 *= rate
    slice.fp8 = fp8.map { $0 * rate }
    slice.int8 = int8.map { $0 * rate }
    slice.fp4 = fp4.map { $0 * rate }
    slice.bandwidth *= rate
    slice.memory *= share
    slice.link = nil
    slice.share = share
    return slice
  }

  /// The name, with the share before it: `1/8 L4`.
  package var label: String {
    guard share < 1 else { return name }
    let parts = 1 / share
    return abs(parts - parts.rounded()) < 0.02
      ? "1/\(Int(parts.rounded())) \(name)" : "\(Int((share * 100).rounded())) % of a \(name)"
  }

  /// Whether it multiplies in that format; else weights are widened to 16 bit when they are read.
  package func multiplies(in format: NumberFormat) -> Bool { rate(format) != nil }

  /// Operations a second in a format that the hardware has.
  func rate(_ format: NumberFormat) -> Double? {
    switch format {
    case .bf16: bf16
    case .fp8: fp8
    case .int8: int8
    case .fp4: fp4
    case .int4: nil
    }
  }

  /// Cards of 75 W and less keep 0.65 of their 16-bit rate under sustained load (T4, BERT-large, Triton).
  package var sustained: Double { (watts ?? .infinity) <= 75 ? 0.65 : 1 }
}
