/// Seconds until a new copy of a model answers: machine, image, weights, engine.
package struct ModelLoading: Sendable, Hashable {
  /// Seconds until the machine runs (60 to 180 observed).
  package var machine = 120.0
  /// Bytes of the container image and their rate.
  package var imageBytes = 10e9
  package var imageBytesPerSecond = 0.5e9
  /// Rate at which weights are read by the default loader from block storage: 0.31 GB/s whatever the disk
  /// (Run:ai's loader benchmarks); parallel streamers reach 1 to 3 GB/s.
  package var weightBytesPerSecond = 0.31e9
  /// Seconds of the engine's own start (16 to 21 measured, vLLM 0.5.5, 8B).
  package var engine = 20.0

  /// The published medians.
  package init() {}

  /// Seconds from the request for a machine to the first answer.
  package func coldStart(weightBytes: Double) -> Double {
    machine + imageBytes / imageBytesPerSecond + weightBytes / weightBytesPerSecond + engine
  }
}
