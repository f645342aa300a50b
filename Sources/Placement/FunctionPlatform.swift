/// A provider's functions: limits and times. Limits are the vendors' published defaults [K]; a quota that
/// can be raised on request is still the number to know.
package struct FunctionPlatform: Sendable, Hashable {
  package var provider: String
  /// Product name.
  package var name: String
  /// Bytes of memory: the least, the step, the most.
  package var memoryStep: Double
  package var memoryLimit: Double
  /// Bytes of memory that come with one vCPU.
  package var memoryPerCPU: Double
  /// Longest run, in seconds.
  package var durationLimit: Double
  /// Largest request or answer, in bytes.
  package var payloadLimit: Double
  /// Requests at the same time.
  package var concurrencyLimit: Double
  /// Speed of a whole vCPU over the reference core [A].
  package var speed = 0.8
  /// Seconds until a new instance serves: 0.1 to 1 s, lognormal.
  package var coldSeconds = 0.404
  package var coldScv = 0.63
  /// Seconds for which an idle instance is kept [A].
  package var keepSeconds = 600.0
  /// Availability of the service in a region (Lambda, Functions, Cloud Run SLAs).
  package var availability = 0.9995

  /// The platforms that the catalog has prices for.
  package static let all: [FunctionPlatform] = [
    FunctionPlatform(
      provider: "aws", name: "Lambda", memoryStep: 128 * 1_048_576, memoryLimit: 10_240 * 1_048_576,
      memoryPerCPU: 1769 * 1_048_576, durationLimit: 900, payloadLimit: 6e6, concurrencyLimit: 1000),
    FunctionPlatform(
      provider: "azure", name: "Functions", memoryStep: 128 * 1_048_576, memoryLimit: 1536 * 1_048_576,
      memoryPerCPU: 1536 * 1_048_576, durationLimit: 230, payloadLimit: 100e6, concurrencyLimit: 200),
    FunctionPlatform(
      provider: "gcp", name: "Cloud Run functions", memoryStep: 128 * 1_048_576, memoryLimit: 32_768 * 1_048_576,
      memoryPerCPU: 1755 * 1_048_576, durationLimit: 3600, payloadLimit: 32e6, concurrencyLimit: 1000),
  ]

  /// The platform of a provider; `nil` without one.
  package static func of(_ provider: String) -> FunctionPlatform? { all.first { $0.provider == provider } }

  /// Memory sizes worth comparing for a need in bytes: in steps up to one whole vCPU.
  package func memories(need: Double) -> [Double] {
    let first = max(memoryStep, (need / memoryStep).rounded(.up) * memoryStep)
    var sizes = [first]
    while let last = sizes.last, last < memoryPerCPU, last + memoryStep <= memoryLimit {
      sizes.append(last + memoryStep)
    }
    return sizes
  }
}
