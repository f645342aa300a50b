import Foundations

/// Prices of services and of the nodes of managed stores, as read.
struct ServiceBook: Sendable {
  struct Row: Sendable {
    var region: String
    var price: Money
    var confidence: Confidence
    var asOf: String
    var origin: String
  }
  /// By `provider|item`.
  let rows: [String: [Row]]
  let nodes: [(node: ManagedNode, region: String)]

  init() {
    var rows: [String: [Row]] = [:]
    for line in Tables.lines(Tables.services) where line.count >= 7 {
      guard let price = Money(parsing: line[3]), let confidence = Confidence(rawValue: line[4]) else { continue }
      rows[line[0] + "|" + line[1], default: []].append(
        Row(region: line[2], price: price, confidence: confidence, asOf: line[5], origin: line[6]))
    }
    self.rows = rows
    nodes = Tables.lines(Tables.managed).compactMap { line in
      guard line.count >= 12, let kind = ManagedKind(rawValue: line[1]), let price = Money(parsing: line[8]),
        let confidence = Confidence(rawValue: line[10])
      else { return nil }
      let node = ManagedNode(
        provider: line[0], kind: kind, name: line[2], engine: line[3], vcpus: (Double(line[4]) ?? 0) / 1000,
        memoryBytes: (Double(line[5]) ?? 0) * 1_048_576, speed: (Double(line[6]) ?? 0) / 10_000,
        price: Figure(
          amount: price, unit: "h", source: line[11], asOf: line[9], confidence: confidence,
          spread: confidence == .derived ? 0.15 : 0))
      return (node, line[7])
    }
  }
}

extension Catalog {
  /// The price of a service in a region such as `aws:eu-central-1`; `cloudflare:global` for the edge.
  ///
  /// Listed where it was read for that region or holds everywhere; elsewhere the price of the region it
  /// was read in times the ratio of the two regions' prices of machines, derived, ±15 %. Unknown, never
  /// zero, where neither is known.
  package func servicePrice(_ item: ServiceItem, region id: String) -> Figure {
    let (provider, name) = Catalog.split(id)
    guard let rows = services.rows[provider + "|" + item.rawValue], let first = rows.first else {
      return .unknown(unit: item.unit, why: "no price of \(item.rawValue) at \(provider.isEmpty ? id : provider)")
    }
    if let row = rows.first(where: { $0.region == name || $0.region == "*" }) {
      return Figure(
        amount: row.price, unit: item.unit, source: "\(provider): \(row.origin)", asOf: row.asOf,
        confidence: row.confidence)
    }
    let home = rows.first { $0.region == "us-central1" } ?? first
    guard let ratio = priceRatio(provider: provider, from: home.region, to: name) else {
      return .unknown(
        unit: item.unit, why: "\(item.rawValue) is known in \(home.region) only and \(id) has no price index")
    }
    return Figure(
      amount: home.price.times(ratio), unit: item.unit,
      source: "\(provider): \(home.origin), \(home.region) x region index \(Catalog.short(ratio))", asOf: home.asOf,
      confidence: home.confidence == .assumed ? .assumed : .derived, spread: 0.15)
  }

  /// The nodes of a kind of managed store that a region's provider rents, priced for that region.
  package func managedNodes(_ kind: ManagedKind, region id: String) -> [ManagedNode] {
    let (provider, name) = Catalog.split(id)
    return services.nodes.compactMap { entry in
      guard entry.node.provider == provider, entry.node.kind == kind else { return nil }
      if entry.region == name { return entry.node }
      var node = entry.node
      guard let ratio = priceRatio(provider: provider, from: entry.region, to: name), let amount = node.price.amount
      else {
        node.price = .unknown(
          unit: "h", why: "\(node.name) is known in \(entry.region) only and \(id) has no price index")
        return node
      }
      node.price = Figure(
        amount: amount.times(ratio), unit: "h",
        source: "\(node.price.source), \(entry.region) x region index \(Catalog.short(ratio))", asOf: node.price.asOf,
        confidence: .derived, spread: 0.15)
      return node
    }
  }

  /// Price of machines in one region relative to another; `nil` when one has no index.
  private func priceRatio(provider: String, from: String, to: String) -> Double? {
    guard let base = region(provider + ":" + from)?.priceIndex, base > 0,
      let here = region(provider + ":" + to)?.priceIndex
    else { return nil }
    return here / base
  }

  /// A ratio with three decimals for people.
  static func short(_ value: Double) -> String { Money(value).formatted(places: 3) }
}
