import Formulas
import Placement

/// Patches, certificates and returns of a fleet.
struct DeviceUpkeep {
  let fleet: FleetProblem
  let figures: EdgeFigures

  private func patch(_ share: Double) -> Double {
    FleetUpkeep.patchSeconds(
      share: share, online: fleet.online, checkInSeconds: figures.checkInSeconds, outageSeconds: fleet.outageSeconds)
  }

  var details: [PlacementDetail] {
    let storm = fleet.count / figures.reconnectSeconds
    let usual = FleetUpkeep.reconnections(
      devices: fleet.count, online: fleet.online, outageSeconds: fleet.outageSeconds)
    var details = [
      PlacementDetail(
        "uptime", FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: figures.repairSeconds), "ratio",
        "of a device: MTBF over MTBF and a week of repair"),
      PlacementDetail("patch_95", patch(0.95), "s", "until 95 % of the devices have an update"),
      PlacementDetail("patch_99", patch(0.99), "s", "until 99 % of the devices have an update"),
      PlacementDetail(
        "certificates_per_day", fleet.count * 86_400 / figures.certificateSeconds, "1/day", "renewed, 90 days each"),
      PlacementDetail("handshakes", usual, "1/s", "TLS 1.3, as links come back"),
      PlacementDetail(
        "reconnect_storm", storm, "1/s", "handshakes when the hub was away and devices return within a minute"),
      PlacementDetail(
        "reconnect_cores", storm * figures.handshakeSeconds, "cores", "reference cores that storm keeps busy"),
    ]
    if let watts = fleet.watts {
      details.append(
        PlacementDetail("battery_per_day", watts * 24, "Wh", "that a device draws from its battery or vehicle"))
    }
    return details
  }
}
