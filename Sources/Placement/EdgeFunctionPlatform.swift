import Formulas

/// Functions at points of presence near the users, with the limits that their vendors publish.
package struct EdgeFunctionPlatform: Sendable, Hashable {
  package var provider: String
  /// Product name.
  package var name: String
  /// Points of presence that run them, by site, not by server.
  package var sites: Double
  /// Bytes of memory of an instance.
  package var memoryLimit: Double
  /// Seconds of CPU for a request.
  package var cpuLimit: Double
  /// Seconds that a request may take in all; infinite without a limit.
  package var durationLimit: Double
  /// Largest request, in bytes.
  package var bodyLimit: Double
  /// Seconds until a new instance serves: mean and squared variation of a lognormal.
  package var coldSeconds: Double
  package var coldScv: Double
  /// Places that keep instances warm; they share the traffic.
  package var pools: Double
  /// Seconds for which an idle instance is kept [A].
  package var keepSeconds = 600.0
  /// Speed of its CPU over the reference core [A].
  package var speed = 0.8
  /// Whether time is paid as CPU milliseconds, else as memory in time.
  package var isPaidByCPU: Bool
  /// Requests and CPU milliseconds a month within the base fee.
  package var includedRequests: Double
  package var includedCPUMilliseconds: Double
  /// Published availability [K].
  package var availability: Double
  /// Whether it only rewrites requests and answers: no calls to other services, paid by request alone.
  package var isScript = false

  /// The platforms that the catalog has prices for.
  ///
  /// Cloudflare: 128 MB, 30 s of CPU by default, isolates that start within 5 ms [K], just under 300 sites
  /// (TeleGeography, 2025). Lambda@Edge at the origin trigger: 30 s, 10,240 MB, bodies of 1 MB, cold
  /// starts of 0.1 to 1 s, run in 13 regional caches behind 107 cities [K]. CloudFront Functions: about 1 ms of
  /// CPU, 2 MB of memory, answers of 40 KB, the first two million requests a month free, 450 sites, no calls.
  package static let all: [EdgeFunctionPlatform] = [
    EdgeFunctionPlatform(
      provider: "aws", name: "Lambda@Edge", sites: 107, memoryLimit: 10_240 * 1_048_576, cpuLimit: 30,
      durationLimit: 30, bodyLimit: 1e6, coldSeconds: 0.404, coldScv: 0.63, pools: 13, isPaidByCPU: false,
      includedRequests: 0, includedCPUMilliseconds: 0, availability: 0.9995),
    EdgeFunctionPlatform(
      provider: "aws", name: "CloudFront Functions", sites: 450, memoryLimit: 2e6, cpuLimit: 0.001,
      durationLimit: 0.001,
      bodyLimit: 40_000, coldSeconds: 0.000_001, coldScv: 0.25, pools: 450, isPaidByCPU: false, includedRequests: 2e6,
      includedCPUMilliseconds: 0, availability: 0.999, isScript: true),
    EdgeFunctionPlatform(
      provider: "cloudflare", name: "Workers", sites: 300, memoryLimit: 128e6, cpuLimit: 30, durationLimit: .infinity,
      bodyLimit: 100e6, coldSeconds: 0.005, coldScv: 0.25, pools: 300, isPaidByCPU: true, includedRequests: 10e6,
      includedCPUMilliseconds: 30e6, availability: 0.9999),
  ]

  /// Kilometres from a user to the nearest of `sites` spread at random over the inhabited land: ½√(A/n).
  package var distanceKm: Double { 0.5 * (5e7 / sites).squareRoot() }

  /// Round trip over that distance: light in fibre at 204.2 km/ms, with the detours of short hauls, 2.9.
  package var roundTripSeconds: Double { 2 * distanceKm / 204_200 * 2.9 }
}
