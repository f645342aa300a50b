import Foundations
import Placement

/// A fleet in numbers, for one month.
package struct FleetProblem: Sendable, Hashable {
  package var name: String
  /// Devices in all.
  package var count: Double
  /// Sites; `nil` of a fleet that is counted by device.
  package var sites: Double?
  /// Where they are, with shares that add to one and their last mile.
  package var groups: [UserGroupProblem]
  /// Share of the time with a link.
  package var online: Double
  /// Mean seconds of an outage of the link.
  package var outageSeconds: Double
  /// Seconds between failures of a device.
  package var mtbfSeconds: Double
  package var upBytesPerSecond: Double
  package var downBytesPerSecond: Double
  package var hardwareName: String?
  package var cores: Double
  package var memoryBytes: Double
  /// Watts at work; `nil` when not stated.
  package var watts: Double?
  /// Price of one device; `nil` when it is bought already or not stated.
  package var price: Money?
  /// The fleet or workload it serves: then it is a gateway.
  package var serves: String?
  /// Workloads that may run on it and share its cost.
  package var users = 1
  /// Speed of a core over the reference core.
  package var coreSpeed = EdgeFigures().coreSpeed
  /// What sort of thing it is, where its name says so.
  package var tier: String?
  /// Money a GB over the uplink; `nil` where the line is paid flat.
  package var uplinkPrice: Double?
  /// Whether that price is stated.
  package var isUplinkPriceStated = false
  /// Watts at rest; `nil` when no power is stated.
  package var idleWatts: Double?
  /// Joules of a full battery; `nil` on mains.
  package var batteryJoules: Double?
  /// Seconds out of work after each charge.
  package var rechargeSeconds = 0.0
  /// Bytes of storage; `nil` when not stated.
  package var diskBytes: Double?
  package var rugged: RuggedProblem?
  package var security: SecurityProblem?
  package var updates: UpdateProblem?
  /// Industrial protocols that it must speak.
  package var protocols: [String] = []
  /// Speed of a core relative to the reference core; `nil` when not stated.
  package var speed: Double?

  /// Devices at one site.
  package var perSite: Double { sites.map { count / max($0, 1) } ?? 1 }
  /// Whether it stands between devices and the cloud.
  package var isGateway: Bool { serves != nil }
  /// Name of the hardware to print.
  package var machine: String { hardwareName ?? name }
  /// Access network that all of it uses.
  package var access: AccessNetwork { groups.first?.access ?? AccessNetwork.all[0] }
}

/// A tougher device that could be bought instead.
package struct RuggedProblem: Sendable, Hashable {
  package var price: Double
  /// Seconds between failures.
  package var mtbfSeconds: Double
}

/// What devices that strangers can touch may cost.
package struct SecurityProblem: Sendable, Hashable {
  /// Share of the devices taken over a year.
  package var compromisedPerYear: Double
  /// Money lost with one.
  package var loss: Double
  /// Devices that fall with it.
  package var reach: Double
  /// Price of hardening one device.
  package var hardening: Double
  /// Share of the take-overs that hardening averts.
  package var averts: Double
}

/// Software that is sent to a fleet.
package struct UpdateProblem: Sendable, Hashable {
  package var bytes: Double
  /// Seconds between two.
  package var everySeconds: Double
  /// Devices that fetch it at once; infinite without a limit.
  package var parallel: Double
}

/// What devices do and send.
package struct DeviceProblem: Sendable, Hashable {
  package var fleet: FleetProblem
  /// The gateways that serve the fleet or this workload; `nil` without any.
  package var gateways: FleetProblem?
  /// Events that one device makes, 1/s.
  package var madePerSecond: Double
  /// Bytes of one.
  package var madeBytes: Double
  /// Events that one device sends after local filtering, 1/s.
  package var sentPerSecond: Double
  /// Bytes of one of these.
  package var sentBytes: Double
  /// CPU seconds of one event made, on the reference core; 0 without local work.
  package var cpuSeconds: Double
  package var cs2: Double
  package var memoryBytes: Double
  package var mustWorkOffline: Bool
  /// Bytes kept while the link is down; `nil` when it is to be sized.
  package var bufferBytes: Double?
  /// Objects that every device may write, offline too; `nil` when none are shared.
  package var sharedObjects: Double?
  /// Stated topology; `nil` for the cheapest that meets the objectives.
  package var topology: Topology?
  /// Share of the events that may be lost, which the buffer is sized for; `nil` without an objective.
  package var lossTarget: Double?
  /// The mesh of the devices of a site; `nil` unless it is asked for.
  package var mesh: MeshDesign?

  /// Share of the bytes made that leave the device, filtered.
  package var passes: Double {
    let made = madePerSecond * madeBytes
    return made > 0 ? min(1, sentPerSecond * sentBytes / made) : 1
  }
}

/// Events in, kept in order, processed.
package struct StreamProblem: Sendable, Hashable {
  /// What carries the events.
  package enum Broker: String, Sendable, Hashable { case kafka, mqtt }

  /// Own events, 1/s, mean.
  package var ownRate: Double
  /// Busy hour over the mean.
  package var peakFactor: Double
  package var sizeBytes: Double
  /// Partitions stated; `nil` for as many as the work needs.
  package var partitions: Int?
  package var retentionSeconds: Double
  package var replicas: Int
  /// Groups that read every event.
  package var consumers: Int
  /// CPU seconds of one event on the reference core; 0 when nothing is processed here.
  package var cpuSeconds: Double
  package var cs2: Double
  package var memoryBytes: Double
  package var broker: Broker
  /// Devices that hold a connection.
  package var connections: Double
}
