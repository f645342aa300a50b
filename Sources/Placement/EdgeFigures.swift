import Formulas

/// What devices, gateways and links are like where the spec does not say: visible inputs, never proofs.
package struct EdgeFigures: Sendable {
  /// Speed of a core of a small ARM board over the reference core: about 8,300 of 23,390 CoreMark/s
  /// (four cores of a Raspberry Pi 4 reach 33,000).
  package var coreSpeed = 0.35
  /// Cores of a device that states none.
  package var cores = 4.0
  /// Bytes of memory of a device that states none.
  package var memoryBytes = 2.0 * 1_073_741_824
  /// Share of the cores that may be busy on a device.
  package var utilizationLimit = 0.8
  /// Share of the memory that the control plane of containers may take before a device is too small [A].
  package var overheadLimit = 0.5
  /// Seconds between failures of a device: 8 % of the nodes fail in a year [A].
  package var mtbfSeconds = 365.0 * 86_400 / 0.08
  /// Seconds until a failed device is replaced: a week [A].
  package var repairSeconds = 7.0 * 86_400
  /// Seconds of an outage of a link, mean [A].
  package var outageSeconds = 3600.0
  /// Hours of labour a month for one device of a managed fleet, and for one node at a site [A].
  package var deviceHours = 0.02
  package var nodeHours = 0.2
  /// Life of the hardware, in months, and interest a year [A].
  package var lifeMonths = 36.0
  package var interestPerYear = 0.08
  /// Maintenance a year, as a share of the price [A].
  package var maintenancePerYear = 0.10
  /// Price of a kWh, in USD [A].
  package var energyPricePerKWh = 0.15
  /// One visit to a failed device, in USD [A].
  package var visitPrice = 300.0
  /// Licence of the agent on a node, in USD a month (Greengrass, per active core).
  package var agentPricePerMonth = 0.16
  /// Seconds of a round trip on the site's own network [A].
  package var localSeconds = 0.003
  /// Seconds of one hop of a radio mesh [A].
  package var meshHopSeconds = 0.010
  /// Seconds over which devices spread their return after the hub was away [A].
  package var reconnectSeconds = 60.0
  /// Seconds that a device certificate lives [A].
  package var certificateSeconds = 90.0 * 86_400
  /// Seconds between two looks for an update [A].
  package var checkInSeconds = 900.0
  /// CPU seconds of a TLS 1.3 handshake at the hub, on the reference core [A].
  package var handshakeSeconds = 0.001
  /// Bytes of a TLS 1.3 handshake with certificates on both sides [A].
  package var handshakeBytes = 5000.0
  /// Seconds for which a link may make data wait where no loss is stated: the buffer holds all but this share [A].
  package var bufferLoss = 0.001

  /// Power at rest as a share of that at work, and watts of a device on a battery that states none [A].
  package var idleShare = 0.3
  package var batteryWatts = 2.0
  /// Devices a year that a stranger takes over, price of hardening one, and the share that averts [A].
  package var compromisedPerYear = 0.01
  package var hardeningPrice = 15.0
  package var hardeningAverts = 0.8
  /// Time between failures of rugged hardware over that of the ordinary sort [A].
  package var ruggedFactor = 3.0
  /// Hours to build what EdgeX Foundry brings: at all, and for each protocol; and to adopt it instead [A].
  package var frameworkHours = (build: 400.0, buildEach: 120.0, adopt: 80.0, adoptEach: 16.0)
  /// Price of a million messages of 5 KB to a managed hub (AWS IoT Core, first billion, 2025).
  package var hubMessagesPerMillion = 1.0
  package var hubMessageBytes = 5000.0
  /// Price of a line of its own for a site, and of a port of 1 Gbit/s at the provider, USD a month [A]; what
  /// leaves a region over it, USD a GB (AWS Direct Connect in Europe and North America, 2025).
  package var linePrice = 250.0
  package var portPrice = 219.0
  package var lineTrafficPrice = 0.02
  /// Devices of a pilot.
  package var pilotDevices = 10.0

  /// The documented defaults.
  package init() {}

  /// What the radio of this access takes; `nil` where nothing is measured. 5G counts as LTE.
  package func radio(_ access: AccessNetwork) -> RadioEnergy? {
    switch access.name {
    case "4g", "5g": .mobile
    case "wifi": .wifi
    default: nil
    }
  }

  /// Share of the time a device with this access is online where the fleet does not say: 99 % of wired
  /// ones, 90 % of wireless ones, 85 % of vehicles and others on mobile lines [A].
  package func online(_ access: AccessNetwork) -> Double {
    switch access.name {
    case "fiber", "cable", "dsl", "datacenter": 0.99
    case "wifi": 0.9
    default: 0.85
    }
  }

  /// USD a GB over this access where the spec states no price; `nil` where lines are paid flat [A].
  package func pricePerGB(_ access: AccessNetwork) -> Double? {
    switch access.name {
    case "4g", "5g": 1
    case "starlink": 0.25
    case "satellite": 5
    default: nil
    }
  }
}
