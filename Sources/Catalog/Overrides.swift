import Foundations

/// What became of a price that the user stated.
package enum OverrideOutcome: Sendable, Hashable {
  /// A listed price was replaced; the one it replaced, `nil` where that was unknown.
  case replaced(Money?)
  /// The machine had no offer in the region until now.
  case added
  /// The key names a provider, region or machine that the catalog lacks; the nearest known name.
  case unknown(what: String, name: String, nearest: String?)
  /// The key is not of the form `provider:region/machine`.
  case malformed
  /// The price is negative or too large.
  case outOfRange
}

extension Catalog {
  /// Which price of an offer is meant.
  package enum PriceKind: String, Sendable, CaseIterable {
    case onDemand = "on-demand"
    case spot
    case reserved1y = "1y"
    case reserved3y = "3y"
  }

  /// Sets a price, such as `aws:eu-central-1/m6i.large`, or `…@spot`, `…@1y`, `…@3y`.
  package mutating func override(_ key: String, usdPerHour: Money) -> OverrideOutcome {
    guard let slash = key.firstIndex(of: "/") else { return .malformed }
    let (provider, regionName) = Catalog.split(String(key[..<slash]))
    var machineName = String(key[key.index(after: slash)...])
    var kind = PriceKind.onDemand
    if let at = machineName.lastIndex(of: "@") {
      guard let found = PriceKind(rawValue: String(machineName[machineName.index(after: at)...])) else {
        return .malformed
      }
      kind = found
      machineName = String(machineName[..<at])
    }
    guard !provider.isEmpty, !regionName.isEmpty, !machineName.isEmpty else { return .malformed }
    guard let table = tables.firstIndex(where: { $0.provider == provider }) else {
      return .unknown(what: "provider", name: provider, nearest: Suggestion.nearest(provider, in: providers))
    }
    guard let region = tables[table].regions.firstIndex(where: { $0.name == regionName }) else {
      return .unknown(
        what: "region", name: regionName, nearest: Suggestion.nearest(regionName, in: tables[table].regions.map(\.name))
      )
    }
    guard let machine = tables[table].machineIndex(machineName) else {
      return .unknown(
        what: "machine", name: machineName,
        nearest: Suggestion.nearest(machineName, in: tables[table].machines.map(\.name)))
    }
    guard let units = Catalog.units(usdPerHour) else { return .outOfRange }
    return set(kind, units: units, table: table, machine: machine, region: region)
  }

  /// Sets one price of an offer, which is added when there is none.
  mutating func set(_ kind: PriceKind, units: Int64, table: Int, machine: Int, region: Int) -> OverrideOutcome {
    var offer: Offer
    var outcome = OverrideOutcome.added
    if let index = tables[table].offerIndex(machine: machine, region: region) {
      offer = tables[table].offers[index]
      switch kind {
      case .onDemand: outcome = .replaced(offer.onDemand)
      case .spot: outcome = .replaced(offer.spot)
      case .reserved1y: outcome = .replaced(offer.reserved1y)
      case .reserved3y: outcome = .replaced(offer.reserved3y)
      }
    } else {
      offer = Offer(machine: machine, region: region, onDemandUnits: -1)
    }
    switch kind {
    case .onDemand: offer.onDemandUnits = units
    case .spot: offer.spotUnits = units
    case .reserved1y: offer.reserved1yUnits = units
    case .reserved3y: offer.reserved3yUnits = units
    }
    offer.isOverridden = true
    tables[table].put(offer)
    return outcome
  }

  /// An amount as whole 1e-10 USD; `nil` when it is negative or above some hundred million.
  static func units(_ amount: Money) -> Int64? {
    guard amount.scaled >= 0 else { return nil }
    return Int64(exactly: amount.scaled / 100 + (amount.scaled % 100 >= 50 ? 1 : 0))
  }
}
