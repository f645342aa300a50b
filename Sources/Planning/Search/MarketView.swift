import Foundations
import Placement

/// A machine for hire in one region, in plain numbers: what the search iterates over.
package struct MachineOffer: Sendable, Hashable {
  package var provider: String
  package var region: String
  package var machine: String
  package var vcpus: Double
  package var memoryBytes: Double
  /// Speed of one vCPU relative to the reference core.
  package var speed: Double
  /// Where the speed comes from: measured, derived.
  package var speedSource: String
  package var onDemandPerHour: Money?
  package var spotPerHour: Money?
  package var oneYearPerHour: Money?
  package var threeYearsPerHour: Money?
  /// Share of spot instances interrupted in a month, upper end of the published band.
  package var interruptionPerMonth: Double?
  package var hasGPU: Bool
  /// Source and date of the price.
  package var source: String

  /// Creates an offer.
  package init(
    provider: String, region: String, machine: String, vcpus: Double, memoryBytes: Double, speed: Double,
    speedSource: String, onDemandPerHour: Money?, spotPerHour: Money?, oneYearPerHour: Money?,
    threeYearsPerHour: Money?, interruptionPerMonth: Double?, hasGPU: Bool, source: String
  ) {
    self.provider = provider
    self.region = region
    self.machine = machine
    self.vcpus = vcpus
    self.memoryBytes = memoryBytes
    self.speed = speed
    self.speedSource = speedSource
    self.onDemandPerHour = onDemandPerHour
    self.spotPerHour = spotPerHour
    self.oneYearPerHour = oneYearPerHour
    self.threeYearsPerHour = threeYearsPerHour
    self.interruptionPerMonth = interruptionPerMonth
    self.hasGPU = hasGPU
    self.source = source
  }

  /// The hourly price of a way of paying; `nil` when unknown.
  package func price(_ purchase: Purchase) -> Money? {
    switch purchase {
    case .onDemand: onDemandPerHour
    case .oneYear: oneYearPerHour
    case .threeYears: threeYearsPerHour
    case .spot: spotPerHour
    case .owned: nil
    }
  }
}

/// A unit price that may be unknown, with where it comes from.
package struct UnitPrice: Sendable, Hashable {
  package var amount: Money?
  package var unit: String
  package var source: String

  /// Creates a unit price.
  package init(amount: Money?, unit: String, source: String) {
    self.amount = amount
    self.unit = unit
    self.source = source
  }
}

/// Services whose unit price the search needs.
package enum ServiceMeter: String, Sendable, Hashable, CaseIterable {
  case loadBalancerHour, loadBalancerCapacityHour, loadBalancerGB, blockStorageGBMonth, objectStorageGBMonth
  case objectReadsPerMillion, objectWritesPerMillion, backupGBMonth, crossZoneGB, controlPlaneHour
  case queueRequestsPerMillion
  case streamShardHour, streamWritesPerMillion, brokerStorageGBMonth, mqttMessagesPerMillion
  case mqttConnectionMinutesPerMillion, functionRequestsPerMillion, functionGBSecond
  case edgeFunctionRequestsPerMillion, edgeFunctionGBSecond, edgeFunctionCPUPerMillion, edgeFunctionBaseMonth
  case cdnTrafficGB, cdnRequestsPerMillion, edgeScriptRequestsPerMillion
  case objectStorageCoolGBMonth, objectRetrievalCoolGB, objectReadsCoolPerMillion, objectWritesCoolPerMillion
  case objectStorageColdGBMonth, objectRetrievalColdGB, objectReadsColdPerMillion, objectWritesColdPerMillion
  case objectStorageArchiveGBMonth, objectRetrievalArchiveGB, objectReadsArchivePerMillion
  case objectWritesArchivePerMillion
}

/// What a region costs and emits besides its machines; looked up once for each region and evaluation.
package struct RegionFacts: Sendable {
  /// Unit prices in the order of ``ServiceMeter/allCases``.
  package var prices: [UnitPrice]
  /// Managed database instances, sorted by machine; hourly single-zone price.
  package var databases: OfferColumns
  /// Managed cache nodes, sorted by machine; hourly price of one node.
  package var caches: OfferColumns
  /// Managed Kafka brokers, sorted by machine; hourly price of one.
  package var brokers: OfferColumns
  /// Grid intensity, in kg CO2e a kWh; `nil` when unknown.
  package var carbonIntensity: Double?

  /// Creates the facts of a region.
  package init(
    prices: [UnitPrice], databases: OfferColumns, caches: OfferColumns, brokers: OfferColumns,
    carbonIntensity: Double?
  ) {
    self.prices = prices
    self.databases = databases
    self.caches = caches
    self.brokers = brokers
    self.carbonIntensity = carbonIntensity
  }
}

/// The view of the catalog that the search needs; keeps the search apart from how prices are stored.
package protocol Market: Sendable {
  /// Every provider with offers, sorted.
  var providers: [String] { get }
  /// Region names of a provider that are on by default or named, sorted.
  func regions(of provider: String) -> [String]
  /// Offers of one region as columns, sorted by machine.
  func offers(provider: String, region: String) -> OfferColumns
  /// Machines with accelerators in one region, sorted by machine.
  func accelerators(provider: String, region: String) -> [AcceleratorOffer]
  /// Service prices, managed stores and electricity of one region.
  func facts(provider: String, region: String) -> RegionFacts
  /// Country code of a region.
  func country(provider: String, region: String) -> String
  /// Round trip between a place and a region, in seconds, with its source.
  func roundTrip(from place: PlacePoint, provider: String, region: String) -> (seconds: Double, source: String)?
  /// Round trip between two places, in seconds; `nil` where one is unknown.
  func roundTrip(from place: PlacePoint, to other: PlacePoint) -> Double?
  /// Price of `gigabytes` a month to the internet: total and its source; `nil` when unknown.
  func internetTraffic(provider: String, region: String, gigabytes: Double) -> (total: Money, source: String)?
  /// Price of `gigabytes` a month from one region such as `aws:us-east-1` to another; `nil` when unknown.
  func traffic(from: String, to: String, gigabytes: Double) -> (total: Money, source: String)?
  /// Whether a country lies in a residency area (EU, EEA or a country code).
  func isCountry(_ country: String, in area: String) -> Bool
}

extension Market {
  /// Unknown unless the market knows prices between regions; nothing within one.
  package func traffic(from: String, to: String, gigabytes: Double) -> (total: Money, source: String)? {
    from == to ? (.zero, "") : nil
  }
}
