import Catalog
import Foundations
import Planning

/// Which offers of the catalog are wanted, and in which order.
struct OfferFilter {
  /// What offers are sorted by.
  enum Order: String, CaseIterable {
    case price, spot, corePrice = "price-per-core", cores, memory, speed, name
  }

  /// One offer with what it is an offer of.
  struct Row {
    let machine: Machine
    let region: Region
    let offer: Offer
  }

  /// Regions whose prices are shown when none are named.
  static let homes = ["aws": "us-east-1", "azure": "eastus", "gcp": "us-central1"]

  var providers: [String]
  /// Pattern of region names; the provider's home when nil.
  var region: String?
  var machine: String?
  var cores = 0.0
  var memory = 0.0
  var needsGPU = false
  var order = Order.name

  /// Reads the options.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    providers = arguments.value("provider").map { [$0] } ?? Catalog.allProviders
    region = arguments.value("region")
    machine = arguments.value("machine")
    // Both may carry their provider: aws:m7i.large.
    for (key, text) in [("region", region), ("machine", machine)] {
      guard let text, let colon = text.firstIndex(of: ":") else { continue }
      let provider = String(text[..<colon])
      guard Catalog.allProviders.contains(provider) else {
        throw UsageError(unknown: "provider", provider, in: Catalog.allProviders)
      }
      providers = providers.filter { $0 == provider }
      let rest = String(text[text.index(after: colon)...])
      if key == "region" { region = rest } else { machine = rest }
    }
    needsGPU = arguments.has("gpu")
    order = arguments.value("sort").flatMap { Order(rawValue: $0) } ?? .name
    if let text = arguments.value("min-cores") {
      guard let value = try? QuantityText.parse(text, as: .cores).value, value >= 0 else {
        throw UsageError("--min-cores takes a number, not '\(text)'")
      }
      cores = value
    }
    if let text = arguments.value("min-memory") {
      guard let value = try? QuantityText.parse(text, as: .size).value, value >= 0 else {
        throw UsageError("--min-memory takes a size such as 16GiB, not '\(text)'")
      }
      memory = value
    }
  }

  /// The offers of a catalog that are wanted, in order; equals by name.
  func rows(_ catalog: Catalog) -> [Row] {
    var rows: [Row] = []
    for provider in providers {
      let regions = catalog.regions(provider: provider)
      let pattern = region ?? OfferFilter.homes[provider] ?? "*"
      let isWanted = regions.map { Glob.matches(pattern, $0.name) }
      for (index, type) in catalog.machines(provider: provider).enumerated() where admits(type) {
        for offer in catalog.offers(provider: provider, machine: index) where isWanted[offer.region] {
          rows.append(Row(machine: type, region: regions[offer.region], offer: offer))
        }
      }
    }
    return rows.sorted(by: precedes)
  }

  private func admits(_ type: Machine) -> Bool {
    type.vcpus >= cores && type.memoryBytes >= memory && (!needsGPU || type.gpuCount > 0)
      && (machine.map { Glob.matches($0, type.name) } ?? true)
  }

  private func precedes(_ a: Row, _ b: Row) -> Bool {
    let (x, y) = (key(a), key(b))
    if x != y { return x < y }
    if a.machine.id != b.machine.id { return a.machine.id < b.machine.id }
    return a.region.name < b.region.name
  }

  /// What is sorted by, rising; what is unknown comes last.
  private func key(_ row: Row) -> Double {
    switch order {
    case .price: row.offer.onDemand?.double ?? .infinity
    case .spot: row.offer.spot?.double ?? .infinity
    case .corePrice: row.offer.onDemand.map { $0.double / max(row.machine.vcpus, 0.001) } ?? .infinity
    case .cores: row.machine.vcpus
    case .memory: row.machine.memoryBytes
    case .speed: row.machine.speed.map { -$0 } ?? .infinity
    case .name: 0
    }
  }
}
