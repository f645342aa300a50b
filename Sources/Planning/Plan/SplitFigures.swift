import Foundations

/// Everything in the cloud, everything at the edge, and the split between them that was chosen.
package struct SplitFigures: Sendable, Hashable {
  /// One of the two ways that leave nobody a choice.
  package struct Extreme: Sendable, Hashable {
    /// Cost of the whole plan a month; `nil` when something cannot run that way.
    package var perMonth: Money?
    /// The first workload that cannot, and why.
    package var workload: String?
    package var rejection: Rejection?
  }

  /// A way of running one workload, whether or not it keeps every objective.
  package struct Side: Sendable, Hashable {
    package var perMonth: Money
    /// Seconds of the 95th percentile, and the share of the requests that take longer than the objective allows.
    package var p95: Double?
    package var lateShare: Double?
    /// The objective that it misses; `nil` when it keeps all.
    package var missed: Rejection?
  }

  /// A workload that could run in the cloud or at the edge.
  package struct Member: Sendable, Hashable {
    package var workload: String
    package var isAtEdge: Bool
    package var cloud: Side?
    package var edge: Side?
    /// Money a month for each millisecond of the 95th percentile that the edge saves; `nil` where it saves none.
    package var perMillisecond: Double?

    /// Whether nothing but the edge keeps its objectives.
    package var needsEdge: Bool { isAtEdge && cloud?.missed != nil }
  }

  package var perMonth: Money
  package var allCloud: Extreme
  package var allEdge: Extreme
  package var members: [Member]
}
