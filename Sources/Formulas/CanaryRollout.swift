/// A new version that few requests meet before all do.
///
/// A fault shows after a time T, exponential with mean d; the canary takes the share c for w seconds. Seen in time,
/// with probability P = 1 − e^(−w/d), it costs c·(T + r); else all requests meet it for d + r more. In the mean
///
///     c·(d·P + P·r) + (1 − P)·(d + r)
///
/// seconds of complete outage: d + r for c = 1, c·(d + r) for a canary that is watched for ever.
package struct CanaryRollout: Sendable, Hashable {
  /// Share of the requests that meet the new version first, 0…1.
  package let share: Double
  /// How long it is watched, seconds.
  package let watchSeconds: Double

  /// Nil for a share outside 0…1 or a negative time.
  package init?(share: Double, watchSeconds: Double) {
    guard share >= 0, share <= 1, watchSeconds >= 0, watchSeconds.isFinite else { return nil }
    self.share = share
    self.watchSeconds = watchSeconds
  }

  /// Every request meets a new version at once.
  package static let none = CanaryRollout(everything: ())

  private init(everything: Void) { (share, watchSeconds) = (1, 0) }

  /// Probability that a fault shows before all requests meet it.
  package func detection(detectSeconds: Double) -> Double {
    detectSeconds > 0 ? -Elementary.expm1(-watchSeconds / detectSeconds) : 1
  }

  /// Seconds to watch for a fault to show with probability `p`: −d·ln(1 − p).
  package static func watch(detectSeconds: Double, probability p: Double) -> Double {
    -detectSeconds * Elementary.log1p(-p)
  }

  /// Mean seconds of complete outage that a failed deploy is worth.
  package func spoiledSeconds(detectSeconds: Double, restoreSeconds: Double) -> Double {
    let seen = detection(detectSeconds: detectSeconds)
    return share * seen * (detectSeconds + restoreSeconds) + (1 - seen) * (detectSeconds + restoreSeconds)
  }
}
