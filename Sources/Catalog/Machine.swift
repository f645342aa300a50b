import Foundations

/// The instruction set of a machine's processors.
package enum Architecture: String, Sendable, Hashable {
  case x86, arm
}

/// A type of machine that a provider rents, without its prices.
package struct Machine: Sendable, Hashable {
  /// `aws`, `gcp`, `azure`, `lambda` or a user's own name.
  package var provider: String
  /// The provider's name of the type, such as `m7i.large`.
  package var name: String
  package var vcpus: Double
  package var memoryBytes: Double
  /// Speed of one vCPU relative to one of aws m7i.large under full load (= 1); `nil` when unknown.
  package var speed: Double?
  package var speedConfidence: Confidence
  /// Relative half-width of `speed`: 0 measured, 0.15 derived.
  package var speedSpread: Double
  /// Where the speed comes from.
  package var speedSource: String
  /// Sustained network rate in bit/s; `nil` when unknown.
  package var networkBitsPerSecond: Double?
  /// Name of the accelerator: that of the GPU table where it has a row, else the provider's; `nil` without.
  package var gpuName: String?
  /// Whether `gpuName` has a row in the GPU table, so that serving can be computed for it.
  package var gpuHasSpecs: Bool
  /// Number of accelerators; a slice of one counts as its fraction.
  package var gpuCount: Double
  package var architecture: Architecture
  /// Credit-based burstable machine (t-series, e2 shared core, B-series).
  package var burstable: Bool

  /// `provider:name`.
  package var id: String { provider + ":" + name }

  /// Creates a machine.
  package init(
    provider: String, name: String, vcpus: Double, memoryBytes: Double, speed: Double? = nil,
    speedConfidence: Confidence = .assumed, speedSpread: Double = 0, speedSource: String = "",
    networkBitsPerSecond: Double? = nil, gpuName: String? = nil, gpuHasSpecs: Bool = false,
    gpuCount: Double = 0, architecture: Architecture = .x86, burstable: Bool = false
  ) {
    self.provider = provider
    self.name = name
    self.vcpus = vcpus
    self.memoryBytes = memoryBytes
    self.speed = speed
    self.speedConfidence = speedConfidence
    self.speedSpread = speedSpread
    self.speedSource = speedSource
    self.networkBitsPerSecond = networkBitsPerSecond
    self.gpuName = gpuName
    self.gpuHasSpecs = gpuHasSpecs
    self.gpuCount = gpuCount
    self.architecture = architecture
    self.burstable = burstable
  }
}
