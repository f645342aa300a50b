/// What keeping a fleet of devices up to date and trusted takes.
package enum FleetUpkeep {
  /// Seconds until a share of the fleet has an update.
  ///
  /// done(t) = a(1 − e^(−ct)) + (1 − a)(1 − e^(−t/M)): a share `a` is online and looks for updates at
  /// rate c; the others come back after M on average and take it then. Infinite for a share of 1.
  ///
  /// - Parameters:
  ///   - share: of the fleet, 0…1.
  ///   - online: share of the devices with a link, 0…1.
  ///   - checkInSeconds: mean time between two looks, > 0.
  ///   - outageSeconds: mean time until a device without link is back, > 0.
  /// - Complexity: O(log) steps of bisection to 1e-12 relative.
  package static func patchSeconds(
    share: Double, online: Double, checkInSeconds: Double, outageSeconds: Double
  ) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1, checkInSeconds > 0, outageSeconds > 0 else { return .infinity }
    let away = 1 - online
    func missing(_ t: Double) -> Double {
      online * Elementary.exp(-t / checkInSeconds) + away * Elementary.exp(-t / outageSeconds)
    }
    var high = max(checkInSeconds, outageSeconds)
    while missing(high) > 1 - share { high *= 2 }
    var low = 0.0
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if missing(middle) > 1 - share { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  /// Availability of a thing that fails every `mtbf` and is away for `repair`: MTBF/(MTBF + MTTR).
  package static func availability(mtbf: Double, repair: Double) -> Double {
    mtbf == .infinity ? 1 : mtbf / (mtbf + repair)
  }

  /// Reconnections a second in normal times: each link that is up fails as often as outages begin,
  /// n(1 − a)/outage.
  package static func reconnections(devices: Double, online: Double, outageSeconds: Double) -> Double {
    outageSeconds > 0 ? devices * (1 - online) / outageSeconds : 0
  }
}
