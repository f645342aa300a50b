import Formulas
import Placement

/// Patches, certificates, returns and theft of a fleet.
struct DeviceUpkeep {
  let fleet: FleetProblem
  let figures: EdgeFigures

  private var downloadSeconds: Double {
    guard let updates = fleet.updates, fleet.downBytesPerSecond > 0 else { return 0 }
    return updates.bytes / fleet.downBytesPerSecond
  }

  /// Seconds until a share of the fleet has an update: looked for, waited for, and fetched no faster than
  /// as many at once as may.
  private func patch(_ share: Double) -> Double {
    let found = FleetUpkeep.patchSeconds(
      share: share, online: fleet.online, checkInSeconds: figures.checkInSeconds, outageSeconds: fleet.outageSeconds)
    guard let updates = fleet.updates, updates.parallel.isFinite else { return found + downloadSeconds }
    return max(found + downloadSeconds, fleet.count * share * downloadSeconds / updates.parallel)
  }

  var details: [PlacementDetail] { ofDevices + framework }

  /// What concerns the devices themselves, not the host of their work.
  var ofDevices: [PlacementDetail] { uptime + patches + trust + theft }

  private var uptime: [PlacementDetail] {
    [
      PlacementDetail(
        "uptime", FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: figures.repairSeconds), "ratio",
        "of a device: MTBF over MTBF and a week of repair")
    ]
  }

  private var patches: [PlacementDetail] {
    var details = [
      PlacementDetail("patch_95", patch(0.95), "s", "until 95 % of the devices have an update they look for"),
      PlacementDetail("patch_99", patch(0.99), "s", "until 99 % of the devices have an update they look for"),
      PlacementDetail(
        "push_reach", fleet.online, "ratio", "of the devices that a push reaches at once; others must ask"),
    ]
    if let updates = fleet.updates {
      details.append(
        PlacementDetail(
          "update_traffic", fleet.count * updates.bytes * 2_628_000 / updates.everySeconds, "B",
          "a month, to all devices"))
    }
    return details
  }

  /// Certificates, handshakes and what a return of all of them asks of the hub.
  private var trust: [PlacementDetail] {
    let storm = fleet.count / figures.reconnectSeconds
    let usual = FleetUpkeep.reconnections(
      devices: fleet.count, online: fleet.online, outageSeconds: fleet.outageSeconds)
    return [
      PlacementDetail(
        "certificates_per_day", fleet.count * 86_400 / figures.certificateSeconds, "1/day", "renewed, 90 days each"),
      PlacementDetail(
        "revocation_lag", figures.checkInSeconds, "s", "until a device that is online hears of a withdrawn certificate"),
      PlacementDetail("handshakes", usual, "1/s", "TLS 1.3, as links come back"),
      PlacementDetail(
        "handshake_bytes", usual * figures.handshakeBytes, "B/s", "of these handshakes, certificates of both sides"),
      PlacementDetail(
        "handshake_time", 2 * fleet.access.meanSeconds, "s",
        "last mile of TCP and TLS 1.3, 2 round trips; with TLS 1.2 3, with session resumption over QUIC 1"),
      PlacementDetail(
        "reconnect_storm", storm, "1/s", "handshakes when the hub was away and devices return within a minute"),
      PlacementDetail(
        "reconnect_cores", storm * figures.handshakeSeconds, "cores", "reference cores that storm keeps busy"),
    ]
  }

  /// What strangers who can touch the devices cost, with and without hardening.
  private var theft: [PlacementDetail] {
    guard let security = fleet.security else { return [] }
    return [
      PlacementDetail(
        "compromise_loss", compromiseLoss, "USD/month", "expected: devices taken over, what falls with them, its loss"),
      PlacementDetail(
        "hardening_averts", compromiseLoss * security.averts, "USD/month", "of that loss, if every device is hardened"),
      PlacementDetail(
        "hardening_cost", hardeningCost, "USD/month", "price of hardening all of them, over 36 months at 8 % a year"),
    ]
  }

  /// Expected loss a month: n·rate/12·reach·loss, no more devices than there are.
  var compromiseLoss: Double {
    guard let security = fleet.security else { return 0 }
    return fleet.count * security.compromisedPerYear / 12 * min(security.reach, fleet.count) * security.loss
  }

  /// Hardening spread over the life of the hardware, a month.
  var hardeningCost: Double {
    guard let security = fleet.security else { return 0 }
    return fleet.count * security.hardening * capitalRecovery
  }

  /// Share of a price paid each month of the hardware's life.
  var capitalRecovery: Double {
    Finance.capitalRecovery(ratePerPeriod: figures.interestPerYear / 12, periods: figures.lifeMonths)
  }

  /// What EdgeX Foundry saves where industrial protocols must be spoken, and whether it fits.
  var framework: [PlacementDetail] {
    let protocols = Double(fleet.protocols.count)
    let fits = EdgeRuntime.fitsEdgeX(memoryBytes: fleet.memoryBytes, diskBytes: fleet.diskBytes)
    var details = [
      PlacementDetail(
        "edgex", nil, "", "EdgeX Foundry, with drivers for industrial protocols: 1 GB of memory, 10 GB of disk",
        text: fits ? "fits" : "too large")
    ]
    guard protocols > 0 else { return details }
    let hours = figures.frameworkHours
    details += [
      PlacementDetail(
        "framework_build", hours.build + protocols * hours.buildEach, "h", "to write the drivers and what they feed"),
      PlacementDetail(
        "framework_adopt", hours.adopt + protocols * hours.adoptEach, "h",
        fits ? "to adopt EdgeX Foundry instead" : "to adopt EdgeX Foundry, which this hardware does not hold"),
    ]
    return details
  }
}
