/// A figure of a placement beside cost, latency and availability.
package struct PlacementDetail: Sendable, Hashable {
  /// Snake-case name, such as `buffer_per_device`.
  package var name: String
  /// `nil` where ``text`` says it.
  package var value: Double?
  /// SI unit: `s`, `B`, `1/s`, `ratio` …; empty for counts.
  package var unit: String
  /// A word instead of a number, such as the runtime that fits.
  package var text: String?
  /// What it means, for a reader, with the formula's inputs.
  package var why: String

  /// Creates a figure.
  package init(_ name: String, _ value: Double?, _ unit: String, _ why: String, text: String? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.text = text
    self.why = why
  }
}
