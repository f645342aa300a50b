import Foundations

/// A fleet of devices: things with limited power, links and trust.
extension Spec {
  /// Devices of one sort, where they are and what links them.
  package struct Fleet: Sendable {
    package var name: String
    /// Devices; of a fleet on sites, `sites` times `perSite`.
    package var count: Amount?
    package var sites: Amount?
    /// Devices a site; 1 when not stated.
    package var perSite: Amount?
    package var growth: Growth?
    /// Where they are, with shares that add to one; a single place has no share.
    package var at: [Location]
    /// The workload or fleet that it serves.
    package var serves: String?
    package var servesSpan: SourceSpan?
    /// Share of the time with a link.
    package var online: Amount?
    /// Mean seconds of an outage of the link.
    package var outage: Amount?
    /// Seconds between failures of a device.
    package var mtbf: Amount?
    package var uplink: Uplink?
    package var hardware: Hardware?
    package var security: Security?
    package var updates: Updates?
    /// Industrial protocols that it must speak.
    package var protocols: [String]
    package var span: SourceSpan
    package var path: String

    /// A place with the share of the fleet that is there.
    package struct Location: Sendable {
      package var place: PlaceName
      package var share: Amount?
      package var span: SourceSpan
    }
  }

  /// The link of a device.
  package struct Uplink: Sendable {
    package var access: String?
    /// Bytes a second to the network.
    package var up: Amount?
    /// Bytes a second from the network.
    package var down: Amount?
    /// Price of a GB.
    package var price: Amount?
  }

  /// What a device is.
  package struct Hardware: Sendable {
    package var name: String?
    package var cores: Amount?
    /// Bytes.
    package var memory: Amount?
    /// Speed of a core over the reference core.
    package var speed: Amount?
    /// Watts at work.
    package var power: Amount?
    /// Price of one.
    package var price: Amount?
    /// Whether it is bought already.
    package var isOwned: Bool?
    /// Watts at rest.
    package var idle: Amount?
    /// Joules of a full battery.
    package var battery: Amount?
    /// Seconds out of work after each charge.
    package var recharge: Amount?
    /// Bytes of storage.
    package var disk: Amount?
    /// A tougher device that could be bought instead: its price, and seconds between its failures.
    package var rugged: (price: Amount, mtbf: Amount?)?
    package var span: SourceSpan
    package var path: String
  }

  /// What devices that strangers can touch may cost.
  package struct Security: Sendable {
    /// Share of the devices a year.
    package var compromised: Amount?
    /// Money lost with one.
    package var loss: Amount
    /// Devices that fall with it.
    package var reach: Amount?
    /// Price of hardening one device.
    package var hardening: Amount?
    /// Share of the take-overs that hardening averts.
    package var averts: Amount?
    package var path: String
  }

  /// Software that is sent to a fleet.
  package struct Updates: Sendable {
    /// Bytes of one.
    package var size: Amount
    /// Seconds between two.
    package var every: Amount?
    /// Devices that fetch it at once.
    package var parallel: Amount?
    package var path: String
  }
}
