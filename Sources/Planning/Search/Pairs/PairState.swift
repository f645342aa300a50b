import Formulas
import Foundations
import Placement

/// What a workload adds to the availability and recovery of all that needs it.
struct PairPart: Sendable, Hashable {
  enum Span: Sendable, Hashable {
    /// Outside both regions: somebody else's service.
    case shared
    /// In the home region alone.
    case home
    /// In both; the other takes over.
    case passive
    /// Both serve.
    case active
    /// Both serve, one of them takes the writes.
    case activeWriter
  }

  var span: Span
  /// Availability in either region by itself.
  var home: Double
  var other: Double
  /// Seconds that it needs besides detection and redirection until the other region has taken over.
  var takeoverSeconds = 0.0
  /// Seconds of writes that are lost with the home region.
  var rpo = 0.0
}

/// What callers must know of a workload that stands in two regions.
struct PairState: Sendable, Hashable {
  var part: PairPart
  /// The path of its answers in the other region.
  var otherPath: PathNode
}

/// Availability, time and loss of a stack that stands in two regions.
struct PairRecovery {
  let pair: RegionPair
  /// Own part and all that it needs, by name.
  let parts: [PairPart]
  let homeShare: Double

  init(pair: RegionPair, parts: [String: PairPart], homeShare: Double) {
    self.pair = pair
    self.parts = parts.sorted { $0.key < $1.key }.map(\.value)
    self.homeShare = homeShare
  }

  private func series(_ span: (PairPart.Span) -> Bool, _ value: (PairPart) -> Double) -> Availability {
    .series(parts.filter { span($0.span) }.map { Availability(value($0)) })
  }

  private static func isPaired(_ span: PairPart.Span) -> Bool { span != .shared && span != .home }

  /// Seconds until the other region has taken over from home, all parts of it.
  var takeoverSeconds: Double {
    pair.redirectSeconds + (parts.filter { PairRecovery.isPaired($0.span) }.map(\.takeoverSeconds).max() ?? 0)
  }

  /// Seconds without service when home is lost; the repair where a part stands there alone.
  var rto: Double {
    parts.contains { $0.span == .home } ? pair.failover.repairSeconds : takeoverSeconds
  }

  /// Seconds of writes that are lost with home.
  var rpo: Double { parts.map(\.rpo).max() ?? 0 }

  /// Share of requests that are answered, over all failures.
  var availability: Availability {
    let regions = PairedAvailability(
      shared: .series([
        Availability(pair.failover.entry), series({ $0 == .shared }, { $0.home }), series({ $0 == .home }, { $0.home }),
      ]), home: series(PairRecovery.isPaired) { $0.home }, other: series(PairRecovery.isPaired) { $0.other },
      beta: pair.failover.beta, repairSeconds: pair.failover.repairSeconds)
    guard pair.topology == .activeActive else {
      return regions.passive(failoverSeconds: takeoverSeconds, coverage: pair.coverage)
    }
    let isWritten = parts.contains { $0.span == .activeWriter }
    return regions.active(
      homeShare: homeShare, redirectSeconds: pair.redirectSeconds,
      promotionSeconds: isWritten ? takeoverSeconds : nil, coverage: pair.coverage)
  }
}
