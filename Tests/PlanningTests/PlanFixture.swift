import Catalog
import Foundations
import Spec

@testable import Planning

/// Plans of small specs against the embedded catalog.
enum PlanFixture {
  static let words = KnownWords(Catalog(providers: []))
  static let catalog = Catalog(providers: ["aws", "azure", "gcp"])

  /// The plan of a spec; `nil` when it has a mistake.
  static func plan(_ text: String, isExhaustive: Bool = false) -> Plan? {
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let decoded = SpecDecoder.decode(source, words: words)
    guard let spec = decoded.spec else {
      print(decoded.diagnostics.map(\.message))
      return nil
    }
    var options = Planner.Options()
    options.isExhaustive = isExhaustive
    let providers = Planner.providers(for: spec)
    return Planner(
      spec: spec, source: source, catalog: providers == catalog.providers ? catalog : Catalog(providers: providers),
      options: options
    ).plan().plan
  }

  /// An API and its database, to be varied.
  static func shop(
    rate: String = "60/s", p99: String = "700 ms", availability: String = "99.9%", providers: String = "[aws]",
    regions: String = "[eu-*]"
  ) -> String {
    """
    planner: 1
    name: shop
    horizon: 0 months
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {providers: \(providers), regions: \(regions)}
    workloads:
      api:
        kind: service
        demand: {rate: \(rate), variability: 1.2}
        work: {cpu: 20 ms, memory: 1 GiB}
        calls: [{to: data, times: 2}]
        slo: {availability: \(availability), latency: {p99: \(p99)}}
      data:
        kind: store
        data: {size: 50 GB, writes: 5/s}
        slo: {availability: 99.5%}
    """
  }
}
