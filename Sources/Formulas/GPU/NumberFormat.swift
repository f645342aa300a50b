/// How the weights of a neural network are stored and multiplied.
package enum NumberFormat: String, Sendable, Hashable, CaseIterable {
  case bf16, fp8, int8, fp4, int4

  /// The format of that name without regard to case; `fp16`, `half` and `float16` are 16-bit like bf16,
  /// `nvfp4` and `mxfp4` are fp4, `awq` and `gptq` int4.
  package static func named(_ name: String) -> NumberFormat? {
    switch name.lowercased() {
    case "fp16", "float16", "bfloat16", "half": .bf16
    case "e4m3": .fp8
    case "nvfp4", "mxfp4": .fp4
    case "awq", "gptq", "q4": .int4
    case let other: NumberFormat(rawValue: other)
    }
  }

  /// Bytes of one weight, the scales of blocks included: 2, 1 or 4.5 bit.
  package var bytesPerWeight: Double {
    switch self {
    case .bf16: 2
    case .fp8, .int8: 1
    case .fp4, .int4: 0.5625
    }
  }

  /// Bytes of one element of the key-value cache: engines keep 8 bit beside quantised weights.
  package var bytesPerCacheElement: Double { self == .bf16 ? 2 : 1 }
}
