/// The words that a spec may use and that only the catalog knows.
package struct KnownWords: Sendable {
  package var providers: [String]
  /// `provider:region`.
  package var regions: [String]
  package var cities: [String]
  /// Names of access networks.
  package var access: [String]
  /// Country of a `provider:region`; empty when unknown.
  package var country: @Sendable (String) -> String
  /// Whether a country lies in an area such as EU; `nil` when the area is unknown.
  package var isInArea: @Sendable (_ country: String, _ area: String) -> Bool?
  /// Whether a pattern matches a region.
  package var matches: @Sendable (_ pattern: String, _ region: String) -> Bool

  /// Creates a vocabulary.
  package init(
    providers: [String], regions: [String], cities: [String], access: [String],
    country: @escaping @Sendable (String) -> String,
    isInArea: @escaping @Sendable (_ country: String, _ area: String) -> Bool?,
    matches: @escaping @Sendable (_ pattern: String, _ region: String) -> Bool
  ) {
    self.providers = providers
    self.regions = regions
    self.cities = cities
    self.access = access
    self.country = country
    self.isInArea = isInArea
    self.matches = matches
  }
}
