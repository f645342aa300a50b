/// Devices that people mean when they say edge: sensors, wearables, phones, vehicles, gateways.
///
/// A fleet that names one takes from here what it does not state. Speeds are CoreMark over 23,390 of the
/// reference core where the maker publishes it, else assumed.
package struct EdgeHardware: Sendable, Hashable {
  /// The name in specs, and what sort of thing it is.
  package var name: String
  package var tier: String
  package var cores: Double
  /// Speed of a core over the reference core.
  package var coreSpeed: Double
  package var memoryBytes: Double
  /// Watts at work and at rest.
  package var watts: Double
  package var idleWatts: Double
  /// Joules of its battery; `nil` on mains.
  package var batteryJoules: Double?
  /// Where the figures come from.
  package var source: String

  /// The hardware of a name, whatever its case.
  package static func named(_ name: String) -> EdgeHardware? {
    let wanted = name.lowercased()
    return all.first { $0.name == wanted }
  }

  /// The known devices, small ones first.
  package static let all: [EdgeHardware] = [
    EdgeHardware(
      name: "sensor", tier: "sensor", cores: 2, coreSpeed: 0.026, memoryBytes: 512 * 1024, watts: 0.35,
      idleWatts: 0.0001, batteryJoules: 8.1 * 3600,
      source: "ESP32-S3 data sheet: 614 CoreMark a core; three cells of 1.8 Ah"),
    EdgeHardware(
      name: "wearable", tier: "wearable", cores: 2, coreSpeed: 0.2, memoryBytes: 1_073_741_824, watts: 0.5,
      idleWatts: 0.02, batteryJoules: 1.2 * 3600, source: "watches of 2023: 300 mAh at 3.9 V; the rest assumed"),
    EdgeHardware(
      name: "phone", tier: "phone", cores: 8, coreSpeed: 0.5, memoryBytes: 8 * 1_073_741_824, watts: 4,
      idleWatts: 0.05, batteryJoules: 19 * 3600, source: "middle-class phones of 2024: 5,000 mAh; the rest assumed"),
    EdgeHardware(
      name: "tablet", tier: "phone", cores: 8, coreSpeed: 0.5, memoryBytes: 6 * 1_073_741_824, watts: 6,
      idleWatts: 0.1, batteryJoules: 30 * 3600, source: "tablets of 2024: 7,800 mAh; the rest assumed"),
    EdgeHardware(
      name: "raspberry-pi-4", tier: "gateway", cores: 4, coreSpeed: 0.35, memoryBytes: 4 * 1_073_741_824, watts: 6.4,
      idleWatts: 2.7, batteryJoules: nil,
      source: "33,000 CoreMark on four cores; 6.4 W loaded, 2.7 W idle, as published"),
    EdgeHardware(
      name: "vehicle", tier: "vehicle", cores: 4, coreSpeed: 0.35, memoryBytes: 4 * 1_073_741_824, watts: 12,
      idleWatts: 3, batteryJoules: nil, source: "an on-board unit fed by the vehicle, assumed"),
    EdgeHardware(
      name: "industrial-gateway", tier: "gateway", cores: 4, coreSpeed: 0.45, memoryBytes: 8 * 1_073_741_824, watts: 20,
      idleWatts: 8, batteryJoules: nil, source: "fanless x86 gateways of 2024, assumed"),
  ]
}
