/// What a message costs the battery of a device: waking the radio, sending, and the time for which it stays awake.
///
/// The state machine of a mobile radio with the powers measured by Huang et al., "A Close Examination of
/// Performance and Power Characteristics of 4G LTE Networks" (MobiSys 2012): promotion, transfer at
/// β + α·throughput, and a tail that the next message cuts short. Phones of 2012; ±50 % for another radio.
package struct RadioEnergy: Sendable, Hashable {
  /// Seconds and watts from rest until data flow.
  package var wakeSeconds: Double
  package var wakeWatts: Double
  /// Seconds and watts for which the radio stays on after the last byte.
  package var tailSeconds: Double
  package var tailWatts: Double
  /// Watts while sending: fixed, and for each Mbit/s.
  package var sendWatts: Double
  package var wattsPerMbit: Double

  /// LTE.
  package static let mobile = RadioEnergy(
    wakeSeconds: 0.2601, wakeWatts: 1.2107, tailSeconds: 11.576, tailWatts: 1.06, sendWatts: 1.28804,
    wattsPerMbit: 0.43839)
  /// Wi-Fi.
  package static let wifi = RadioEnergy(
    wakeSeconds: 0.0791, wakeWatts: 0.1244, tailSeconds: 0.2381, tailWatts: 0.1193, sendWatts: 0.13286,
    wattsPerMbit: 0.28317)

  /// Joules of one message among messages at random times.
  ///
  /// With gaps that are exponential with rate r the radio is asleep with e^(−r·tail), and stays on for
  /// (1 − e^(−r·tail))/r of the tail on average.
  ///
  /// - Parameters:
  ///   - bytes: of the message.
  ///   - bandwidth: bytes a second of the uplink, > 0.
  ///   - perSecond: messages a second, ≥ 0.
  package func joules(bytes: Double, bandwidth: Double, perSecond: Double) -> Double {
    let seconds = bandwidth > 0 ? bytes / bandwidth : 0
    let send = seconds * (sendWatts + wattsPerMbit * bandwidth / 125_000)
    let asleep = Elementary.exp(-perSecond * tailSeconds)
    let tail = perSecond > 0 ? -Elementary.expm1(-perSecond * tailSeconds) / perSecond : tailSeconds
    return asleep * wakeSeconds * wakeWatts + send + tail * tailWatts
  }
}
