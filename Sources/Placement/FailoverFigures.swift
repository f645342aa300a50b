/// How a second region takes over, and how often the two fail together: assumptions that are printed.
package struct FailoverFigures: Sendable, Hashable {
  /// Seconds until checks from outside call a region failed: three of 30 s each [A].
  package var detectSeconds = 90.0
  /// Seconds until names point elsewhere: their time to live [A].
  package var redirectSeconds = 60.0
  /// Mean seconds until a lost region serves again: 4 h [A].
  package var repairSeconds = 4.0 * 3600
  /// Share of failovers that work when they are drilled, and when they never were [A].
  package var drilledCoverage = 0.95
  package var undrilledCoverage = 0.5
  /// Share of a region's unavailability that takes the other down as well: 0.05 to 0.1 where nothing is known [A].
  package var beta = 0.05
  /// Availability of the names that point users to a region [A].
  package var entry = 0.999_99
  /// Longest time that a write waits to be shipped to the other region [A].
  package var shipSeconds = 0.2
  /// Lag of a copy of an object, p99 (S3 replication time control, 15 min).
  package var objectLagSeconds = 900.0
  /// Hours of labour that a drill takes for each workload [A].
  package var drillHours = 2.0

  /// The documented defaults.
  package init() {}
}
