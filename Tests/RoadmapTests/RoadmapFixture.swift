import Catalog
import Foundations
import Planning
import Spec

@testable import Roadmap

/// Roadmaps of small specs against the embedded catalog.
enum RoadmapFixture {
  static let words = KnownWords(Catalog(providers: []))
  static let aws = Catalog(providers: ["aws"])

  static func session(_ text: String) -> PlanSession? {
    let source = SourceText(name: "t.yaml", bytes: Array(text.utf8))
    let decoded = SpecDecoder.decode(source, words: words)
    guard let spec = decoded.spec else {
      print(decoded.diagnostics.map(\.message))
      return nil
    }
    let providers = Planner.providers(for: spec)
    return PlanSession(
      spec: spec, source: source, catalog: providers == ["aws"] ? aws : Catalog(providers: providers))
  }

  static func roadmap(_ text: String) -> Roadmap? {
    session(text).flatMap { RoadmapBuilder.roadmap($0).roadmap }
  }

  /// An API of one city with its database.
  static func city(
    availability: String = "99%", p99: String = "700 ms", growth: String = "0%/month", extra: String = "",
    place: String = "{providers: [aws], regions: [eu-central-1, eu-west-1]}"
  ) -> String {
    """
    planner: 1
    name: city
    start: 2026-10
    horizon: 12 months
    growth: \(growth)
    team: {engineer: 150000 USD/year, count: 4, infrastructure_share: 25%}
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: \(place)
    \(extra)
    workloads:
      api:
        kind: service
        demand: {rate: 30/s, variability: 1, peak: 2x}
        work: {cpu: 12 ms, memory: 700 MiB}
        calls: [{to: data}]
        slo: {availability: \(availability), latency: {p99: \(p99)}}
      data:
        kind: store
        data: {size: 40 GB, writes: 4/s, class: relational}
    """
  }

  /// The same with a fleet that is three times too large.
  static var moved: String {
    city(
      extra: "current: {api: {run_on: cloud, form: vm, region: aws:eu-central-1, machine: m6i.2xlarge, count: 6}}",
      place: "{providers: [aws], regions: [eu-central-1, eu-west-1], forms: [vm, managed-database]}")
  }
}
