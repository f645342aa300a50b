import Foundations

/// The machines, regions, services and networks that planner knows, each figure with source and date.
///
/// Machines and their prices are decoded only for the providers asked for; the regions of all providers
/// are always known, because users may stand near any of them.
package struct Catalog: Sendable {
  /// ISO 8601 date of the newest table.
  package static let date = Tables.date
  /// SHA-256 of the bytes of all tables, written by the builder.
  package static let sha256 = Tables.sha256
  /// The providers that rent machines, sorted.
  package static let allProviders = ["aws", "azure", "gcp", "lambda"]

  /// Providers of functions at points of presence, which rent no machines.
  package static let edgeProviders = ["cloudflare"]

  /// The providers whose machines are decoded or imported, sorted.
  package private(set) var providers: [String]
  /// All regions, by provider and name.
  package private(set) var allRegions: [Region] {
    didSet { regionIndices = Catalog.indices(of: allRegions) }
  }
  private var regionIndices: [String: Int]
  var tables: [ProviderTable]
  let services: ServiceBook

  /// Decodes the machines of some providers; names the catalog does not know are passed over.
  ///
  /// - Complexity: O(bytes of their tables), some milliseconds for AWS.
  package init(providers wanted: [String] = Catalog.allProviders) {
    let regions = RegionBook.decode()
    allRegions = regions
    regionIndices = Catalog.indices(of: regions)
    services = ServiceBook()
    providers = Catalog.allProviders.filter { wanted.contains($0) }
    tables = providers.map { provider in
      let parts: (machines: [StaticString], prices: [StaticString]) =
        switch provider {
        case "aws": (Tables.awsMachines, Tables.awsPrices)
        case "azure": (Tables.azureMachines, Tables.azurePrices)
        case "gcp": (Tables.gcpMachines, Tables.gcpPrices)
        default: (Tables.lambdaMachines, Tables.lambdaPrices)
        }
      return ProviderTable(provider: provider, machines: parts.machines, prices: parts.prices, regions: regions)
    }
  }

  /// The bytes that `sha256` is the digest of.
  package static var tableBytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in Tables.all.joined() {
      bytes += UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    }
    return bytes
  }

  /// A provider's machines by name; those of an import stand behind. Empty when it is not decoded.
  package func machines(provider: String) -> [Machine] { table(provider)?.machines ?? [] }

  /// A provider's regions by name; those of an import stand behind.
  package func regions(provider: String) -> [Region] {
    table(provider)?.regions ?? allRegions.filter { $0.provider == provider }
  }

  /// All offers of a provider, sorted by machine and region.
  package func offers(provider: String) -> [Offer] { table(provider)?.offers ?? [] }

  /// The offers of one machine, sorted by region.
  package func offers(provider: String, machine: Int) -> ArraySlice<Offer> {
    guard let table = table(provider), machine >= 0, machine + 1 < table.starts.count else { return [] }
    return table.offers[table.starts[machine]..<table.starts[machine + 1]]
  }

  /// The offer of a machine in a region, both by index.
  package func offer(provider: String, machine: Int, region: Int) -> Offer? {
    guard let table = table(provider), let index = table.offerIndex(machine: machine, region: region) else {
      return nil
    }
    return table.offers[index]
  }

  /// A region such as `aws:eu-central-1`.
  ///
  /// - Complexity: O(1).
  package func region(_ id: String) -> Region? { regionIndices[id].map { allRegions[$0] } }

  private static func indices(of regions: [Region]) -> [String: Int] {
    Dictionary(zip(regions.map(\.id), regions.indices)) { first, _ in first }
  }

  /// The index of a region within its provider.
  package func regionIndex(_ id: String) -> Int? {
    let (provider, name) = Catalog.split(id)
    return regions(provider: provider).firstIndex { $0.name == name }
  }

  /// A machine such as `aws:m7i.large`; Azure's may be written without `Standard_`.
  package func machine(_ id: String) -> Machine? {
    let (provider, name) = Catalog.split(id)
    guard let table = table(provider), let index = table.machineIndex(name) else { return nil }
    return table.machines[index]
  }

  /// The index of a machine within its provider.
  package func machineIndex(_ id: String) -> Int? {
    let (provider, name) = Catalog.split(id)
    return table(provider)?.machineIndex(name)
  }

  /// Where a provider's machine prices come from.
  package func source(provider: String) -> DataSource {
    Catalog.sources.first { $0.id == provider + "-machines" }
      ?? DataSource(id: "user", name: "the user's own prices", asOf: "", licence: "")
  }

  func table(_ provider: String) -> ProviderTable? { tables.first { $0.provider == provider } }

  /// The position of a provider's table, which is added when there is none.
  mutating func tableIndex(adding provider: String) -> Int {
    if let index = tables.firstIndex(where: { $0.provider == provider }) { return index }
    var table = ProviderTable(provider: provider)
    table.regions = allRegions.filter { $0.provider == provider }
    tables.append(table)
    tables.sort { $0.provider < $1.provider }
    providers = tables.map(\.provider)
    return tables.firstIndex { $0.provider == provider } ?? 0
  }

  /// Adds a region that only the user knows; returns its index within the provider.
  mutating func add(_ region: Region, table: Int) -> Int {
    allRegions.append(region)
    tables[table].regions.append(region)
    return tables[table].regions.count - 1
  }

  /// `provider:name` in its two parts; the provider is empty when there is no colon.
  static func split(_ id: String) -> (provider: String, name: String) {
    guard let colon = id.firstIndex(of: ":") else { return ("", id) }
    return (String(id[..<colon]), String(id[id.index(after: colon)...]))
  }
}
