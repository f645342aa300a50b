import Formulas

/// The last mile between a user and the first hub: round-trip time with its tail, and bandwidth.
package struct AccessNetwork: Sendable, Hashable {
  /// The spec's word: `fiber`, `cable`, `dsl`, `wifi`, `5g`, `4g`, `starlink`, `satellite`.
  package var name: String
  /// Median round trip, in seconds.
  package var medianSeconds: Double
  /// Standard deviation of the logarithm of the round trip.
  package var sigma: Double
  /// Downstream bandwidth, in bytes per second.
  package var downBytesPerSecond: Double
  /// Upstream bandwidth, in bytes per second.
  package var upBytesPerSecond: Double

  /// Mean round trip of the lognormal law, in seconds.
  package var meanSeconds: Double { medianSeconds * Elementary.exp(sigma * sigma / 2) }
  /// Squared coefficient of variation of the round trip.
  package var scv: Double { Elementary.exp(sigma * sigma) - 1 }

  /// The known technologies.
  ///
  /// Medians from regulators' and operators' reports (FCC Measuring Broadband America; Opensignal
  /// 2019 for LTE; operator and Ookla 2025 for Starlink); sigmas are assumptions, 0.3 for fixed and
  /// 0.5 for mobile lines. Bandwidths are typical consumer lines [A].
  package static let all: [AccessNetwork] = [
    AccessNetwork(name: "fiber", median: 0.008, sigma: 0.3, downMbit: 300, upMbit: 100),
    AccessNetwork(name: "cable", median: 0.016, sigma: 0.3, downMbit: 150, upMbit: 20),
    AccessNetwork(name: "dsl", median: 0.032, sigma: 0.3, downMbit: 40, upMbit: 8),
    AccessNetwork(name: "wifi", median: 0.0115, sigma: 0.3, downMbit: 100, upMbit: 40),
    AccessNetwork(name: "5g", median: 0.032, sigma: 0.5, downMbit: 100, upMbit: 20),
    AccessNetwork(name: "4g", median: 0.052, sigma: 0.5, downMbit: 30, upMbit: 8),
    AccessNetwork(name: "starlink", median: 0.038, sigma: 0.5, downMbit: 100, upMbit: 12),
    AccessNetwork(name: "satellite", median: 0.6, sigma: 0.3, downMbit: 20, upMbit: 3),
    AccessNetwork(name: "datacenter", median: 0.0005, sigma: 0.05, downMbit: 10_000, upMbit: 10_000),
  ]

  /// The technology of a name, without regard to case.
  package static func named(_ name: String) -> AccessNetwork? {
    let wanted = name.lowercased()
    let alias = ["lte": "4g", "fibre": "fiber", "geo": "satellite", "lan": "datacenter"][wanted] ?? wanted
    return all.first { $0.name == alias }
  }

  private init(name: String, median: Double, sigma: Double, downMbit: Double, upMbit: Double) {
    self.name = name
    medianSeconds = median
    self.sigma = sigma
    downBytesPerSecond = downMbit * 125_000
    upBytesPerSecond = upMbit * 125_000
  }
}
