import Foundations

/// One step of a tiered price.
package struct Tier: Sendable, Hashable {
  /// End of the step in GB a month; `nil` for the last.
  package var upToGB: Double?
  package var usdPerGB: Money

  /// Creates a step.
  package init(upToGB: Double?, usdPerGB: Money) {
    self.upToGB = upToGB
    self.usdPerGB = usdPerGB
  }
}

/// What traffic over one way costs, by month.
///
/// A GB is 10⁹ bytes; the sellers' steps (10 TB and so on) are at 10,240, 51,200 and 153,600 GB.
/// Free allowances belong to an account, not to a region, and are stated but not taken off.
package struct TrafficPrice: Sendable, Hashable {
  package var tiers: [Tier]
  /// GB a month that an account has for nothing.
  package var freeGB: Double
  package var source: String
  package var asOf: String
  package var confidence: Confidence

  /// Creates a price.
  package init(tiers: [Tier], freeGB: Double = 0, source: String, asOf: String, confidence: Confidence) {
    self.tiers = tiers
    self.freeGB = freeGB
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
  }

  /// USD for a month with `gb` gigabytes: each step's part at its own price, so continuous and monotone.
  ///
  /// Negative and non-finite amounts cost nothing.
  package func cost(gb: Double) -> Money {
    guard gb > 0, gb.isFinite else { return .zero }
    var total = Money.zero
    var low = 0.0
    for tier in tiers {
      let high = tier.upToGB.map { min($0, gb) } ?? gb
      if high > low { total = total + tier.usdPerGB.times(high - low) }
      low = max(low, tier.upToGB ?? gb)
      if gb <= low { break }
    }
    return total
  }

  /// USD for the next GB after `gb`.
  package func marginal(gb: Double) -> Money {
    for tier in tiers {
      guard let end = tier.upToGB else { return tier.usdPerGB }
      if gb < end { return tier.usdPerGB }
    }
    return tiers.last?.usdPerGB ?? .zero
  }
}

/// Prices of traffic from regions to the internet, to other regions and between zones.
package struct Traffic: Sendable {
  private struct Between: Sendable {
    var provider, from, to: String
    var price: Money
    var confidence: Confidence
  }
  private var toInternet: [String: TrafficPrice] = [:]
  private var pairs: [String: Money] = [:]
  private var others: [String: Money] = [:]
  private var continents: [Between] = []
  private let catalog: [String: Region]

  /// Reads the tables.
  package init(_ catalog: Catalog) {
    var byID: [String: Region] = [:]
    for region in catalog.allRegions { byID[region.id] = region }
    self.catalog = byID
    for row in Tables.lines(Tables.traffic) {
      switch row.first {
      case "i" where row.count >= 6:
        let tiers: [Tier] = row[5].split(separator: ";").compactMap { cell in
          let pair = cell.split(separator: ":", omittingEmptySubsequences: false)
          guard pair.count == 2, let price = Money(parsing: pair[1]) else { return nil }
          return Tier(upToGB: Double(String(pair[0])), usdPerGB: price)
        }
        toInternet[row[1] + ":" + row[2]] = TrafficPrice(
          tiers: tiers, freeGB: row[1] == "aws" || row[1] == "azure" ? 100 : 0,
          source: "\(row[1]) to the internet: \(row[4])",
          asOf: Traffic.date(row[4]), confidence: Confidence(rawValue: row[3]) ?? .assumed)
      case "p" where row.count >= 4: pairs[row[1] + ">" + row[2]] = Money(parsing: row[3])
      case "o" where row.count >= 3: others[row[1]] = Money(parsing: row[2])
      case "c" where row.count >= 6:
        guard let price = Money(parsing: row[5]) else { continue }
        continents.append(
          Between(
            provider: row[1], from: row[2], to: row[3], price: price,
            confidence: Confidence(rawValue: row[4]) ?? .assumed))
      default: break
      }
    }
  }

  /// From a region such as `aws:eu-central-1` to the internet; `nil` when unknown.
  package func internet(_ id: String) -> TrafficPrice? {
    if let price = toInternet[id] { return price }
    let provider = Catalog.split(id).provider
    guard let region = catalog[id] else { return toInternet[provider + ":*"] }
    if !region.parent.isEmpty { return toInternet[provider + ":" + region.parent] }
    if let continent = Countries.continent(region.country), let price = toInternet[provider + ":" + continent] {
      return price
    }
    return toInternet[provider + ":*"]
  }

  /// From one region to another: within a region 0, between clouds as to the internet; `nil` when unknown.
  package func between(_ a: String, _ b: String) -> TrafficPrice? {
    if a == b { return Traffic.flat(.zero, "within a region", "2025", .listed) }
    let (provider, from) = home(a)
    let (other, to) = home(b)
    if provider != other { return internet(a) }
    if from == to { return Traffic.flat(.zero, "within a region", "2025", .assumed) }
    if provider == "aws" {
      if let price = pairs[from + ">" + to] {
        return Traffic.flat(price, "matrix of region pairs 2022-11", "2022-11", .listed)
      }
      if let price = others[from] {
        return Traffic.flat(price, "\(from) to other regions, golden test outputs", "2025-07", .listed)
      }
      return nil
    }
    guard let here = catalog[a].flatMap({ Countries.continent($0.country) }),
      let there = catalog[b].flatMap({ Countries.continent($0.country) })
    else { return nil }
    let rows = continents.filter { $0.provider == provider }
    let best =
      rows.first { $0.from == here && $0.to == there }
      ?? rows.first { $0.from == here && $0.to == "*" } ?? rows.first { $0.from == "*" }
    return best.map {
      Traffic.flat($0.price, "\(provider) by continent, \(here) to \(there)", "2022-11", $0.confidence)
    }
  }

  /// Between two zones of a region, for each of the two directions; `nil` when unknown.
  package func zone(_ id: String) -> TrafficPrice? {
    let provider = Catalog.split(id).provider
    for row in Tables.lines(Tables.traffic) where row.count >= 3 && row[0] == "z" && row[1] == provider {
      guard let price = Money(parsing: row[2]) else { return nil }
      return Traffic.flat(price, "\(provider) between zones, each way", "2025", provider == "aws" ? .listed : .assumed)
    }
    return nil
  }

  /// Provider and name of a region, for a zone those of its parent.
  private func home(_ id: String) -> (String, String) {
    if let region = catalog[id], !region.parent.isEmpty { return (region.provider, region.parent) }
    return Catalog.split(id)
  }

  private static func flat(_ price: Money, _ source: String, _ asOf: String, _ confidence: Confidence) -> TrafficPrice {
    TrafficPrice(tiers: [Tier(upToGB: nil, usdPerGB: price)], source: source, asOf: asOf, confidence: confidence)
  }

  /// The date at the end of a source's name.
  private static func date(_ source: String) -> String {
    guard let word = source.split(separator: " ").last, word.first == "2" else { return "" }
    let text = String(word)
    return text == "2024-2025" ? "2025-07" : text
  }
}
