import Foundations

/// Where something is.
package enum PlaceName: Sendable, Hashable {
  /// `aws:us-east-1`.
  case region(String)
  /// A city of the built-in list.
  case city(String)
  /// A group of users.
  case users(String)
  case coordinates(latitude: Double, longitude: Double)
}

/// Where a workload may run.
package struct Place: Sendable {
  package var runOn: [String]?
  package var forms: [String]?
  package var providers: [String]?
  package var regions: [String]?
  package var residency: [String]?
  package var topology: [String]?
  package var operate: String?
  package var pin: Pin?
  package var span: SourceSpan?
  /// Where the value of each key stands, by its word in the language.
  package var spans: [String: SourceSpan] = [:]

  /// A fixed placement.
  package struct Pin: Sendable {
    package var runOn: String?
    package var form: String?
    package var topology: String?
    package var provider: String?
    package var region: String?
    package var machine: String?
    package var count: Int?
    package var purchase: String?
    package var span: SourceSpan
  }

  /// What this leaves open, filled from the place of the whole spec.
  package func filled(from other: Place) -> Place {
    Place(
      runOn: runOn ?? other.runOn, forms: forms ?? other.forms, providers: providers ?? other.providers,
      regions: regions ?? other.regions, residency: residency ?? other.residency,
      topology: topology ?? other.topology, operate: operate ?? other.operate, pin: pin ?? other.pin,
      span: span ?? other.span, spans: spans.merging(other.spans) { own, _ in own })
  }
}
