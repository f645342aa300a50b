import Formulas
import Foundations
import Placement

/// The uplink of a device or gateway: whether it carries the data, and what waits while it is away.
struct DeviceLink {
  let sender: FleetProblem
  /// Bytes a second that go over one uplink, mean.
  let bytesPerSecond: Double
  /// Devices behind one uplink.
  let devices: Double
  private let stated: Double?
  private let standardLoss: Double
  private let fluid: OfflineBuffer?

  init(device: DeviceProblem, sender: FleetProblem, devices: Double, _ figures: EdgeFigures) {
    self.sender = sender
    self.devices = devices
    bytesPerSecond = devices * device.sentPerSecond * device.sentBytes
    stated = device.bufferBytes.map { $0 * devices }
    standardLoss = figures.bufferLoss
    let up = sender.online < 1 ? sender.outageSeconds * sender.online / (1 - sender.online) : Double.infinity
    fluid =
      sender.online > 0 && sender.online < 1 && bytesPerSecond > 0
      ? OfflineBuffer(
        rate: bytesPerSecond, uplink: sender.upBytesPerSecond, meanUp: up, meanDown: sender.outageSeconds) : nil
  }

  /// The data do not fit through the link while it is up.
  var overload: Rejection? {
    let capacity = sender.upBytesPerSecond * sender.online
    guard bytesPerSecond >= capacity else { return nil }
    return Rejection(
      constraint: "uplink", value: bytesPerSecond, limit: capacity, unit: "B/s",
      by: "one uplink of \(sender.name), \(Money(sender.online * 100).formatted(places: 1)) % of the time")
  }

  /// Seconds to send what a mean outage left.
  var meanDrainSeconds: Double {
    OfflineBuffer.drain(rate: bytesPerSecond, outage: sender.outageSeconds, uplink: sender.upBytesPerSecond)
  }

  /// Share of the events that finds the buffer full, and the bytes of the buffer.
  ///
  /// A loss of nothing is fewer than one event of the whole fleet in a year.
  ///
  /// - Parameters:
  ///   - target: of the objective; `nil` without one.
  ///   - perSecond: events of the whole fleet.
  func loss(target: Double?, perSecond: Double) -> (loss: Double, buffer: Double) {
    guard let fluid else { return (0, 0) }
    let one = 1 / max(perSecond * 365 * 86_400, 1)
    if let stated {
      let share = min(1, fluid.probability * Elementary.exp(-fluid.decay * stated))
      return (share < one ? 0 : share, stated)
    }
    let wanted = target.map { $0 > 0 ? $0 : one } ?? standardLoss
    return (target == 0 ? 0 : wanted, fluid.buffer(loss: wanted))
  }

  func details(buffer: Double) -> [PlacementDetail] {
    guard fluid != nil else {
      return [
        PlacementDetail(
          "uplink_utilization", bytesPerSecond / sender.upBytesPerSecond, "ratio", "of one uplink of \(sender.name)")
      ]
    }
    return [
      PlacementDetail(
        "uplink_utilization", bytesPerSecond / (sender.upBytesPerSecond * sender.online), "ratio",
        "of one uplink of \(sender.name) while it is up"),
      PlacementDetail(
        "buffer", buffer, "B", "kept at each of \(sender.name) while its link is down"),
      PlacementDetail("drain", meanDrainSeconds, "s", "to send what a mean outage left"),
      PlacementDetail("mean_delay", fluid?.meanDelay, "s", "age of data on arrival, outages included"),
    ]
  }
}
