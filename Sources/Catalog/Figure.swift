import Foundations

/// How far a figure of the catalog can be trusted.
package enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Observed: a latency probe, a benchmark run.
  case measured
  /// Published by the seller for exactly this item.
  case listed
  /// Computed from a listed or measured figure by a rule stated in its source.
  case derived
  /// A default nobody measured here; the user should overrule it.
  case assumed
}

/// A price with its unit and its provenance; `amount` is `nil` when nobody published it.
package struct Figure: Sendable, Hashable {
  /// USD per `unit`; `nil` means unknown, which is never zero.
  package var amount: Money?
  /// What one amount buys, such as `GB-month` or `h`.
  package var unit: String
  /// Where the figure was read, or the rule it was derived by.
  package var source: String
  /// ISO 8601 date of the figure, possibly shortened to the month or the year; empty when unknown.
  package var asOf: String
  /// How far the figure can be trusted.
  package var confidence: Confidence
  /// Relative half-width of the figure's band: 0 for listed prices, 0.15 for ±15 %.
  package var spread: Double

  /// Creates a figure.
  package init(
    amount: Money?, unit: String, source: String, asOf: String, confidence: Confidence,
    spread: Double = 0
  ) {
    self.amount = amount
    self.unit = unit
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
    self.spread = spread
  }

  /// A figure nobody published.
  package static func unknown(unit: String, why: String) -> Figure {
    Figure(amount: nil, unit: unit, source: why, asOf: "", confidence: .assumed)
  }
}

/// A physical quantity with its provenance; `value` is `nil` when unknown.
package struct Measure: Sendable, Hashable {
  package var value: Double?
  package var unit: String
  package var source: String
  package var asOf: String
  package var confidence: Confidence
  /// Relative half-width of the band: 0.15 for ±15 %.
  package var spread: Double

  /// Creates a measure.
  package init(
    value: Double?, unit: String, source: String, asOf: String, confidence: Confidence,
    spread: Double = 0
  ) {
    self.value = value
    self.unit = unit
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
    self.spread = spread
  }
}

/// Where a table of the catalog comes from.
package struct DataSource: Sendable, Hashable {
  /// Short stable name, such as `aws-machines`.
  package var id: String
  /// The publication it was distilled from.
  package var name: String
  /// ISO 8601 date of its figures, possibly shortened.
  package var asOf: String
  /// The publication's licence; "none declared" where it has none.
  package var licence: String

  /// Creates a source.
  package init(id: String, name: String, asOf: String, licence: String) {
    self.id = id
    self.name = name
    self.asOf = asOf
    self.licence = licence
  }
}
