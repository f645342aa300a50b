import Catalog
import Placement
import Spec

extension KnownWords {
  /// The vocabulary of a catalog.
  package init(_ catalog: Catalog) {
    let countries = Dictionary(catalog.allRegions.map { ($0.id, $0.country) }) { first, _ in first }
    self.init(
      providers: Catalog.allProviders + Catalog.edgeProviders, regions: catalog.allRegions.map(\.id),
      cities: Cities.names,
      access: AccessNetwork.all.map(\.name), country: { countries[$0] ?? "" },
      isInArea: { country, area in
        Countries.isResidency(area) ? Countries.matches(country, residency: area) : nil
      }, matches: { Glob.matches($0, $1) })
  }
}
