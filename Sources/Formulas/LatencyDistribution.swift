/// The distribution of the time a request takes along a path of independent hops.
///
/// Percentiles are read from three tables of different range, so that the median and p99.9 are
/// equally fine. Error below 0.01 % of each percentile beyond that of the hops themselves.
package struct LatencyDistribution: Sendable {
  /// Mean, seconds.
  package let mean: Double
  /// How it was found, for the reader.
  package let method: String
  private let tables: [(top: Double, end: Double, table: TabulatedTail)]

  init(mean: Double, method: String, tables: [(top: Double, end: Double, table: TabulatedTail)]) {
    self.mean = mean
    self.method = method
    self.tables = tables
  }

  /// Whether every queue on the path has a steady state.
  package var isStable: Bool { !tables.isEmpty }

  /// The t with P(latency ≤ t) = `p`; infinite without a steady state.
  package func percentile(_ p: Double) -> Double {
    for entry in tables where p <= entry.top { return entry.table.percentile(p) }
    return tables.last?.table.percentile(p) ?? .infinity
  }

  /// P(latency > t).
  package func tail(_ t: Double) -> Double {
    for entry in tables where t <= entry.end { return entry.table.tail(t) }
    return tables.last?.table.tail(t) ?? 1
  }

  /// P(latency ≤ t), the share of requests within a limit.
  package func within(_ t: Double) -> Double { 1 - tail(t) }
}
