import Catalog
import Foundations
import Planning
import Spec

/// What is measured: the same on every machine.
enum Inputs {
  /// A file like a large spec, of about `bytes` bytes.
  static func yaml(bytes: Int) -> String {
    var out = "planner: 1\nname: large\nworkloads:\n"
    out.reserveCapacity(bytes + 1000)
    var n = 0
    while out.utf8.count < bytes {
      n += 1
      out += """
          svc-\(n):
            kind: service
            # what users see
            demand: {rate: \(n % 997 + 1)/s, variability: 1.\(n % 10), pattern: diurnal}
            work: {cpu: \(n % 99 + 1) ms, memory: \(n % 900 + 100) MiB, request: 2 KB, response: 9 KB}
            calls:
              - {to: store-\(n), times: 2, timeout: 300 ms}
            slo:
              availability: 99.9%
              latency: {p95: 400 ms, p99: 800 ms, from: users}
            owner: "team \(n)"

        """
    }
    return out
  }

  /// A spec of so many services, each with its own load, in European regions of every provider.
  static func spec(workloads: Int) -> String {
    var out = """
      planner: 1
      name: bench
      horizon: 0 months
      users:
        munich: {at: Munich, share: 60%, access: fiber}
        madrid: {at: Madrid, share: 40%, access: 4g}
      workloads:

      """
    for n in 1...max(1, workloads) {
      out += """
          svc-\(n):
            kind: service
            demand: {rate: \(n * 7 % 400 + 20)/s, variability: 1.\(n % 10)}
            work: {cpu: \(n * 3 % 40 + 4) ms, memory: \(n * 31 % 3000 + 300) MiB}
            slo: {availability: 99.9%, latency: {p99: 900 ms}}

        """
    }
    return out
  }

  /// Answers a spec from its text; `nil` when it has a mistake.
  static func plan(_ text: String) -> (() -> Plan)? {
    let source = SourceText(name: "bench.yaml", bytes: Array(text.utf8))
    func run() -> Plan? {
      guard let spec = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: []))).spec else { return nil }
      return Planner(spec: spec, source: source, catalog: Catalog(providers: Planner.providers(for: spec))).plan().plan
    }
    guard let first = run() else { return nil }
    return { run() ?? first }
  }
}
