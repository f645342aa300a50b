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
