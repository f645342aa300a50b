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
    package var exposure: Exposure?
    package var span: SourceSpan
    package var path: String

    /// What a stranger at a device can do, and what hinders it.
    package struct Exposure: Sendable {
      /// Share of the devices that are taken over in a year.
      package var compromised: Amount?
      /// What one device taken over costs.
      package var loss: Amount?
      /// What hardening one device costs, once.
      package var hardening: Amount?
      /// Share of the compromises that hardening prevents.
      package var prevents: Amount?
    }

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
  }

  /// What a device is.
  package struct Hardware: Sendable {
    package var name: String?
    package var cores: Amount?
    /// Bytes.
    package var memory: Amount?
    /// Watts at work.
    package var power: Amount?
    /// Price of one.
    package var price: Amount?
    /// Whether it is bought already.
    package var isOwned: Bool?
    package var span: SourceSpan
    package var path: String
  }
}
