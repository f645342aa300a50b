import Formulas
import Placement

/// What a device draws, what a message and an event take from its battery, and how long that lasts.
struct DevicePower {
  let fleet: FleetProblem
  let figures: EdgeFigures
  /// Share of its cores at work.
  var busyShare = 0.0
  /// CPU seconds of one event on the device.
  var eventSeconds = 0.0
  /// Messages that it sends over its own radio, 1/s, and their bytes.
  var messagesPerSecond = 0.0
  var messageBytes = 0.0

  /// Joules of one message; `nil` without a radio that somebody measured.
  var messageJoules: Double? {
    guard messagesPerSecond > 0, let radio = figures.radio(fleet.access) else { return nil }
    return radio.joules(bytes: messageBytes, bandwidth: fleet.upBytesPerSecond, perSecond: messagesPerSecond)
  }

  /// Joules of the work of one event, beyond what the device takes at rest.
  var eventJoules: Double? {
    guard eventSeconds > 0, let watts = fleet.watts, let idle = fleet.idleWatts else { return nil }
    return eventSeconds * (watts - idle) / max(fleet.cores, 1)
  }

  /// Mean watts: at rest, at work, and sending.
  var watts: Double? {
    guard let full = fleet.watts, let idle = fleet.idleWatts else { return nil }
    return idle + min(1, busyShare) * (full - idle) + (messageJoules ?? 0) * messagesPerSecond
  }

  /// Seconds that a charge lasts; `nil` on mains.
  var batterySeconds: Double? {
    guard let charge = fleet.batteryJoules, let watts, watts > 0 else { return nil }
    return charge / watts
  }

  /// Share of the time between two charges in which it works: L/(L + recharge).
  var duty: Double {
    guard let life = batterySeconds else { return 1 }
    return life / (life + fleet.rechargeSeconds)
  }

  var details: [PlacementDetail] {
    var details: [PlacementDetail] = []
    if let watts {
      details.append(PlacementDetail("power", watts, "W", "of a device, mean: at rest, at work and sending"))
      details.append(
        PlacementDetail("battery_per_day", watts * 24, "Wh", "that a device draws from its battery, vehicle or socket"))
    }
    if let eventJoules {
      details.append(PlacementDetail("energy_per_event", eventJoules, "J", "of the work of one event on the device"))
    }
    if let messageJoules {
      details.append(
        PlacementDetail(
          "energy_per_message", messageJoules, "J",
          "waking the radio, sending and its tail; LTE and Wi-Fi as measured on phones, \u{B1}50 %"))
    }
    if let batterySeconds {
      details.append(
        PlacementDetail("battery_life", batterySeconds, "s", "of a full charge at that power, \u{B1}50 %"))
      details.append(
        PlacementDetail("battery_duty", duty, "ratio", "of the time at work rather than being charged"))
    }
    return details
  }
}
