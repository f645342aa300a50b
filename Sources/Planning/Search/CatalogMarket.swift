import Catalog
import Foundations
import Placement
import Synchronization

/// The embedded catalog as the search sees it.
package struct CatalogMarket: Market {
  let catalog: Catalog
  private let network = Network()
  private let traffic: Traffic
  /// Price and source of traffic to the internet by region.
  private let toInternet: [String: (price: TrafficPrice, source: String)]
  private let columns: [String: OfferColumns]
  private let factCache = FactCache()
  private let roundTripCache = RoundTripCache()
  let accelerators = AcceleratorBook()
  /// Regions that are off by default but named by the spec.
  private let named: Set<String>

  /// Creates a market over a decoded catalog; `named` are region ids that the spec names.
  package init(catalog: Catalog, named: Set<String> = []) {
    self.catalog = catalog
    self.named = named
    traffic = Traffic(catalog)
    var prices: [String: (price: TrafficPrice, source: String)] = [:]
    for region in catalog.allRegions {
      if let price = traffic.internet(region.id) { prices[region.id] = (price, "\(price.source), \(price.asOf)") }
    }
    toInternet = prices
    var all: [String: OfferColumns] = [:]
    for provider in catalog.providers {
      all.merge(CatalogMarket.columns(catalog, provider: provider)) { first, _ in first }
    }
    columns = all
  }

  package var providers: [String] { catalog.providers }

  /// Regions that are on by default or named by the spec, sorted.
  package func regions(of provider: String) -> [String] {
    catalog.regions(provider: provider).filter { $0.isDefault || named.contains($0.id) }.map(\.name).sorted()
  }

  /// Offers with a known speed; machines without one are left out.
  package func offers(provider: String, region: String) -> OfferColumns {
    columns["\(provider):\(region)"] ?? OfferColumns(provider: provider, region: region, offers: [])
  }

  /// One pass over a provider's offers, which come by machine, into columns by region.
  private static func columns(_ catalog: Catalog, provider: String) -> [String: OfferColumns] {
    let regions = catalog.regions(provider: provider)
    let machines = catalog.machines(provider: provider)
    let offers = catalog.offers(provider: provider)
    let source = catalog.source(provider: provider)
    let origin = "\(source.name), \(source.asOf)"
    var rows = [[Int]](repeating: [], count: regions.count)
    for (index, offer) in offers.enumerated() where machines[offer.machine].speed != nil {
      rows[offer.region].append(index)
    }
    func dollars(_ units: Int64) -> Double? { units < 0 ? nil : Double(units) / Double(Offer.unitsPerUSD) }
    var result: [String: OfferColumns] = [:]
    for (index, region) in regions.enumerated() where !rows[index].isEmpty {
      let mine = rows[index]
      var table = OfferTable()
      for row in mine {
        let offer = offers[row]
        let machine = machines[offer.machine]
        table.append(
          vcpus: machine.vcpus, memoryBytes: machine.memoryBytes, speed: machine.speed ?? 0,
          isSteady: !machine.burstable && machine.gpuCount == 0, onDemand: dollars(offer.onDemandUnits),
          oneYear: dollars(offer.reserved1yUnits), threeYears: dollars(offer.reserved3yUnits),
          spot: dollars(offer.spotUnits))
      }
      result[region.id] = OfferColumns(
        provider: provider, region: region.name, table: table, name: { machines[offers[mine[$0]].machine].name }
      ) { row in
        let offer = offers[mine[row]]
        let machine = machines[offer.machine]
        return MachineOffer(
          provider: provider, region: region.name, machine: machine.name, vcpus: machine.vcpus,
          memoryBytes: machine.memoryBytes, speed: machine.speed ?? 0, speedSource: machine.speedSource,
          onDemandPerHour: offer.onDemand, spotPerHour: offer.spot, oneYearPerHour: offer.reserved1y,
          threeYearsPerHour: offer.reserved3y, interruptionPerMonth: offer.interruptionHigh,
          hasGPU: machine.gpuCount > 0, source: origin)
      }
    }
    return result
  }

  /// Prices, managed nodes and electricity of one region.
  package func facts(provider: String, region: String) -> RegionFacts {
    let id = "\(provider):\(region)"
    return factCache.value(id) { lookUp(provider: provider, region: region, id) }
  }

  private func lookUp(provider: String, region: String, _ id: String) -> RegionFacts {
    RegionFacts(
      prices: ServiceMeter.allCases.map { meter in
        let figure = catalog.servicePrice(item(meter), region: id)
        return UnitPrice(amount: figure.amount, unit: figure.unit, source: CatalogMarket.source(figure))
      },
      databases: nodes(.database, provider: provider, region: region),
      caches: nodes(.cache, provider: provider, region: region),
      brokers: nodes(.broker, provider: provider, region: region),
      carbonIntensity: catalog.region(id)?.gridIntensity.value.map { $0 / 1000 })
  }

  /// Where a price comes from, and since when; an assumed one says so.
  private static func source(_ figure: Figure) -> String {
    "\(figure.source)\(figure.confidence == .assumed ? ", assumed" : ""), \(figure.asOf)"
  }

  private func nodes(_ kind: ManagedKind, provider: String, region: String) -> OfferColumns {
    OfferColumns(
      provider: provider, region: region,
      offers: catalog.managedNodes(kind, region: "\(provider):\(region)").compactMap { node in
        guard let price = node.price.amount, let speed = node.speed else { return nil }
        return MachineOffer(
          provider: provider, region: region, machine: node.name, vcpus: node.vcpus, memoryBytes: node.memoryBytes,
          speed: speed, speedSource: "machine of the same family", onDemandPerHour: price, spotPerHour: nil,
          oneYearPerHour: nil, threeYearsPerHour: nil, interruptionPerMonth: nil, hasGPU: false,
          source: "\(node.price.source), \(node.price.asOf)")
      })
  }

  private func item(_ meter: ServiceMeter) -> ServiceItem {
    switch meter {
    case .loadBalancerHour: .loadBalancer
    case .loadBalancerCapacityHour: .loadBalancerUnit
    case .loadBalancerGB: .loadBalancerData
    case .blockStorageGBMonth: .blockStorage
    case .objectStorageGBMonth: .objectStorage
    case .objectReadsPerMillion: .objectReads
    case .objectWritesPerMillion: .objectWrites
    case .backupGBMonth: .backupStorage
    case .crossZoneGB: .zoneTraffic
    case .controlPlaneHour: .controlPlane
    case .queueRequestsPerMillion: .queueRequests
    case .streamShardHour: .streamShard
    case .streamWritesPerMillion: .streamWrites
    case .brokerStorageGBMonth: .brokerStorage
    case .mqttMessagesPerMillion: .mqttMessages
    case .mqttConnectionMinutesPerMillion: .mqttConnections
    case .functionRequestsPerMillion: .functionRequests
    case .functionGBSecond: .functionDuration
    case .edgeFunctionRequestsPerMillion: .edgeFunctionRequests
    case .edgeFunctionGBSecond: .edgeFunctionDuration
    case .edgeFunctionCPUPerMillion: .edgeFunctionCPU
    case .edgeFunctionBaseMonth: .edgeFunctionBase
    case .cdnTrafficGB: .cdnTraffic
    case .cdnRequestsPerMillion: .cdnRequests
    case .edgeScriptRequestsPerMillion: .edgeScriptRequests
    case .objectStorageCoolGBMonth: .objectStorageCool
    case .objectRetrievalCoolGB: .objectRetrievalCool
    case .objectReadsCoolPerMillion: .objectReadsCool
    case .objectWritesCoolPerMillion: .objectWritesCool
    case .objectStorageColdGBMonth: .objectStorageCold
    case .objectRetrievalColdGB: .objectRetrievalCold
    case .objectReadsColdPerMillion: .objectReadsCold
    case .objectWritesColdPerMillion: .objectWritesCold
    case .objectStorageArchiveGBMonth: .objectStorageArchive
    case .objectRetrievalArchiveGB: .objectRetrievalArchive
    case .objectReadsArchivePerMillion: .objectReadsArchive
    case .objectWritesArchivePerMillion: .objectWritesArchive
    }
  }

  /// `arm` or `x86`, for machines of the catalog.
  package func architecture(provider: String, machine: String) -> String? {
    catalog.machines(provider: provider).first { $0.name == machine }.map { $0.architecture == .arm ? "arm" : "x86" }
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
    let key = RoundTripKey(place: place, other: .region("\(provider):\(region)"))
    if let known = roundTripCache.value(key) { return known }
    guard let origin = site(place), let found = network.rtt(from: origin, to: target) else { return nil }
    roundTripCache.keep(key, (found.seconds, found.source))
    return (found.seconds, found.source)
  }

  /// Measured between regions, else the path model.
  package func roundTrip(from place: PlacePoint, to other: PlacePoint) -> Double? {
    let key = RoundTripKey(place: place, other: other)
    if let known = roundTripCache.value(key) { return known.seconds }
    guard let a = site(place), let b = site(other), let found = network.rtt(from: a, to: b) else { return nil }
    roundTripCache.keep(key, (found.seconds, found.source))
    return found.seconds
  }

  private func site(_ place: PlacePoint) -> NetworkSite? {
    switch place {
    case .region(let id): catalog.region(id).flatMap { NetworkSite($0) }
    case .coordinates(let latitude, let longitude):
      NetworkSite(latitude: latitude, longitude: longitude, region: nil)
    }
  }

  /// Tiers summed up to the volume.
  package func internetTraffic(
    provider: String, region: String, gigabytes: Double
  ) -> (total: Money, source: String)? {
    let id = "\(provider):\(region)"
    if let known = toInternet[id] { return (known.price.cost(gb: gigabytes), known.source) }
    return traffic.internet(id).map { ($0.cost(gb: gigabytes), "\($0.source), \($0.asOf)") }
  }

  /// Tiers summed up to the volume; between clouds as to the internet.
  package func traffic(from: String, to: String, gigabytes: Double) -> (total: Money, source: String)? {
    traffic.between(from, to).map { ($0.cost(gb: gigabytes), "\($0.source), \($0.asOf)") }
  }

  /// Membership by country code tables.
  package func isCountry(_ country: String, in area: String) -> Bool {
    Countries.matches(country, residency: area)
  }
}

/// Facts of regions that were looked up before; the same whoever asks first.
private final class FactCache: Sendable {
  private let known = Mutex<[String: RegionFacts]>([:])

  func value(_ id: String, _ make: () -> RegionFacts) -> RegionFacts {
    if let found = known.withLock({ $0[id] }) { return found }
    let facts = make()
    known.withLock { $0[id] = facts }
    return facts
  }
}

private struct RoundTripKey: Hashable, Sendable {
  var place: PlacePoint
  var other: PlacePoint
}

/// Round trips that were looked up before.
private final class RoundTripCache: Sendable {
  private let known = Mutex<[RoundTripKey: (seconds: Double, source: String)]>([:])

  func value(_ key: RoundTripKey) -> (seconds: Double, source: String)? { known.withLock { $0[key] } }

  func keep(_ key: RoundTripKey, _ value: (seconds: Double, source: String)) { known.withLock { $0[key] = value } }
}
