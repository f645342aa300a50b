import Foundations

/// What kind of site a region is.
package enum RegionKind: String, Sendable, Hashable, CaseIterable {
  case region
  /// A small site of a parent region near a city.
  case localZone = "local-zone"
  /// A site inside a mobile operator's network.
  case wavelength
  /// Only for governments.
  case government
}

/// A place where a provider rents machines.
package struct Region: Sendable, Hashable {
  package var provider: String
  /// The provider's name, such as `eu-central-1`.
  package var name: String
  package var kind: RegionKind
  package var city: String
  /// ISO 3166-1 alpha-2; empty when unknown.
  package var country: String
  /// Degrees; `nil` when unknown.
  package var latitude: Double?
  package var longitude: Double?
  /// Number of availability zones.
  package var zones: Int
  /// The number of zones is a default nobody published here.
  package var zonesAssumed: Bool
  /// Carbon intensity of the electricity, g CO2e per kWh.
  package var gridIntensity: Measure
  /// Price of general-purpose machines relative to the provider's home region (= 1); `nil` when unknown.
  package var priceIndex: Double?
  /// Index of the region whose zone this is, by name; empty for ordinary regions.
  package var parent: String

  /// `provider:name`.
  package var id: String { provider + ":" + name }

  /// Whether the region takes part without being named: it has coordinates and is open to everybody.
  package var isDefault: Bool { latitude != nil && kind == .region && !country.isEmpty && country != "CN" }

  /// Creates a region.
  package init(
    provider: String, name: String, kind: RegionKind, city: String = "", country: String = "",
    latitude: Double? = nil, longitude: Double? = nil, zones: Int = 3, zonesAssumed: Bool = true,
    gridIntensity: Measure, priceIndex: Double? = nil, parent: String = ""
  ) {
    self.provider = provider
    self.name = name
    self.kind = kind
    self.city = city
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.zones = zones
    self.zonesAssumed = zonesAssumed
    self.gridIntensity = gridIntensity
    self.priceIndex = priceIndex
    self.parent = parent
  }
}
