import Catalog
import Foundations
import Placement

/// The embedded catalog as the search sees it.
package struct CatalogMarket: Market {
  let catalog: Catalog
  private let network = Network()
  private let traffic: Traffic
  /// Regions that are off by default but named by the spec.
  private let named: Set<String>

  /// Creates a market over a decoded catalog; `named` are region ids that the spec names.
  package init(catalog: Catalog, named: Set<String> = []) {
    self.catalog = catalog
    self.named = named
    traffic = Traffic(catalog)
  }

  package var providers: [String] { catalog.providers }

  /// Regions that are on by default or named by the spec, sorted.
  package func regions(of provider: String) -> [String] {
    catalog.regions(provider: provider).filter { $0.isDefault || named.contains($0.id) }.map(\.name).sorted()
  }

  /// Offers with a known speed; machines without one are left out.
  package func offers(provider: String, region: String) -> [MachineOffer] {
    guard let index = catalog.regionIndex("\(provider):\(region)") else { return [] }
    let machines = catalog.machines(provider: provider)
    let source = catalog.source(provider: provider)
    let origin = "\(source.name), \(source.asOf)"
    var result: [MachineOffer] = []
    for offer in catalog.offers(provider: provider) where offer.region == index {
      let machine = machines[offer.machine]
      guard let speed = machine.speed else { continue }
      result.append(
        MachineOffer(
          provider: provider, region: region, machine: machine.name, vcpus: machine.vcpus,
          memoryBytes: machine.memoryBytes, speed: speed, speedSource: machine.speedSource,
          onDemandPerHour: offer.onDemand, spotPerHour: offer.spot, oneYearPerHour: offer.reserved1y,
          threeYearsPerHour: offer.reserved3y, interruptionPerMonth: offer.interruptionHigh,
          hasGPU: machine.gpuCount > 0, source: origin))
    }
    return result
  }

  /// Managed database nodes; hourly price of one node in one zone.
  package func databases(provider: String, region: String) -> [MachineOffer] {
    catalog.managedNodes(.database, region: "\(provider):\(region)").compactMap { node in
      guard let price = node.price.amount, let speed = node.speed else { return nil }
      return MachineOffer(
        provider: provider, region: region, machine: node.name, vcpus: node.vcpus, memoryBytes: node.memoryBytes,
        speed: speed, speedSource: "machine of the same family", onDemandPerHour: price, spotPerHour: nil,
        oneYearPerHour: nil, threeYearsPerHour: nil, interruptionPerMonth: nil, hasGPU: false,
        source: "\(node.price.source), \(node.price.asOf)")
    }
  }

  /// Country code of a region; empty when unknown.
  package func country(provider: String, region: String) -> String {
    catalog.region("\(provider):\(region)")?.country ?? ""
  }

  /// Measured table first, else the path model.
  package func roundTrip(
    from place: PlacePoint, provider: String, region: String
  ) -> (seconds: Double, source: String)? {
    guard let target = catalog.region("\(provider):\(region)").flatMap({ NetworkSite($0) }) else { return nil }
    let origin: NetworkSite?
    switch place {
    case .region(let id): origin = catalog.region(id).flatMap { NetworkSite($0) }
    case .coordinates(let latitude, let longitude):
      origin = NetworkSite(latitude: latitude, longitude: longitude, region: nil)
    }
    guard let origin, let found = network.rtt(from: origin, to: target) else { return nil }
    return (found.seconds, found.source)
  }

  /// The catalog's figure for a meter, with its source and date.
  package func price(_ meter: ServiceMeter, provider: String, region: String) -> UnitPrice {
    let item: ServiceItem
    var factor = 1.0
    switch meter {
    case .loadBalancerHour: item = .loadBalancer
    case .loadBalancerCapacityHour: item = .loadBalancerUnit
    case .blockStorageGBMonth: item = .blockStorage
    case .objectStorageGBMonth: item = .objectStorage
    case .objectReadsPerThousand: item = .objectReads
    case .objectWritesPerThousand: item = .objectWrites
    case .backupGBMonth: item = .backupStorage
    case .crossZoneGB:
      item = .zoneTraffic
      factor = 1
    case .controlPlaneHour: item = .controlPlane
    }
    let figure = catalog.servicePrice(item, region: "\(provider):\(region)")
    return UnitPrice(
      amount: figure.amount?.times(factor), unit: figure.unit, source: "\(figure.source), \(figure.asOf)")
  }

  /// Tiers summed up to the volume.
  package func internetTraffic(
    provider: String, region: String, gigabytes: Double
  ) -> (total: Money, source: String)? {
    traffic.internet("\(provider):\(region)").map { ($0.cost(gb: gigabytes), "\($0.source), \($0.asOf)") }
  }

  /// kg CO2e a kWh.
  package func carbonIntensity(provider: String, region: String) -> Double? {
    catalog.region("\(provider):\(region)")?.gridIntensity.value.map { $0 / 1000 }
  }

  /// Membership by country code tables.
  package func isCountry(_ country: String, in area: String) -> Bool {
    Countries.matches(country, residency: area)
  }
}
