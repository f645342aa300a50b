import Foundations

/// A machine for rent in one region, with its list prices per hour.
///
/// Prices are whole numbers of 1e-10 USD, so that a month of hours reproduces the public figure to
/// the cent; -1 stands for unknown, which is never zero.
package struct Offer: Sendable, Hashable {
  /// Index into `Catalog.machines(provider:)`.
  package var machine: Int
  /// Index into `Catalog.regions(provider:)`.
  package var region: Int
  package var onDemandUnits: Int64
  package var spotUnits: Int64
  package var reserved1yUnits: Int64
  package var reserved3yUnits: Int64
  /// Interruptions of spot capacity: 0…4 for below 5, 5–10, 10–15, 15–20 and above 20 % a month;
  /// 5 is the assumed band of 5–20 %; -1 unknown.
  package var interruptionBucket: Int8
  /// The price was given by the user (override or import).
  package var isOverridden: Bool

  /// Units of one USD.
  package static let unitsPerUSD: Int64 = 10_000_000_000

  /// Creates an offer from prices in 1e-10 USD per hour, -1 where unknown.
  package init(
    machine: Int, region: Int, onDemandUnits: Int64, spotUnits: Int64 = -1, reserved1yUnits: Int64 = -1,
    reserved3yUnits: Int64 = -1, interruptionBucket: Int8 = -1, isOverridden: Bool = false
  ) {
    self.machine = machine
    self.region = region
    self.onDemandUnits = onDemandUnits
    self.spotUnits = spotUnits
    self.reserved1yUnits = reserved1yUnits
    self.reserved3yUnits = reserved3yUnits
    self.interruptionBucket = interruptionBucket
    self.isOverridden = isOverridden
  }

  /// USD per hour on demand; `nil` when unknown.
  package var onDemand: Money? { Offer.money(onDemandUnits) }
  /// Average USD per hour of interruptible capacity; `nil` when unknown.
  package var spot: Money? { Offer.money(spotUnits) }
  /// USD per hour under a one-year commitment (all paid in advance at AWS, monthly at GCP); `nil` when unknown.
  package var reserved1y: Money? { Offer.money(reserved1yUnits) }
  /// USD per hour under a three-year commitment; `nil` when unknown.
  package var reserved3y: Money? { Offer.money(reserved3yUnits) }

  /// Lowest share of spot machines interrupted in a month; `nil` when unknown.
  package var interruptionLow: Double? {
    switch interruptionBucket {
    case 0: 0
    case 1: 0.05
    case 2: 0.10
    case 3: 0.15
    case 4: 0.20
    case 5: 0.05
    default: nil
    }
  }

  /// Highest share of spot machines interrupted in a month; `nil` when unknown.
  ///
  /// The publisher's last bucket has no upper end; 30 % is assumed.
  package var interruptionHigh: Double? {
    switch interruptionBucket {
    case 0: 0.05
    case 1: 0.10
    case 2: 0.15
    case 3: 0.20
    case 4: 0.30
    case 5: 0.20
    default: nil
    }
  }

  private static func money(_ units: Int64) -> Money? {
    units < 0 ? nil : Money(scaled: Int128(units) * 100)
  }
}
