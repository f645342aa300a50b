import Foundations

/// What growth makes of the cost of one way of running a workload.
package struct GrowthCurve: Sendable, Hashable {
  package var model: PlacementModel
  package var form: PlacementForm
  package var topology: Topology
  /// Where it runs, such as `aws:eu-west-1`.
  package var place: String
  /// Cost a month by month, with its fleet resized; `nil` where it misses an objective by then.
  package var costs: [Money?]
}

/// The ways of running a workload over the horizon, the chosen one first.
package struct GrowthFigures: Sendable, Hashable {
  package var months: [Int]
  package var curves: [GrowthCurve]

  /// The first month looked at in which another way than the chosen one is the cheapest; `nil` when none is.
  package var flip: (month: Int, curve: GrowthCurve)? {
    guard let chosen = curves.first else { return nil }
    for (index, month) in months.enumerated() {
      let mine = chosen.costs[index]
      let best = curves.dropFirst().filter { $0.costs[index] != nil }.min { a, b in
        (a.costs[index] ?? .zero) < (b.costs[index] ?? .zero)
      }
      guard let best, let cost = best.costs[index] else { continue }
      if mine.map({ cost < $0 }) ?? true { return (month, best) }
    }
    return nil
  }
}

/// Services packed together on shared container nodes, against machines for each.
package struct PackingFigures: Sendable, Hashable {
  /// The region, and who would share.
  package var place: String
  package var members: [String]
  /// Instances to be packed.
  package var pods: Int
  /// The node that is cheapest, how many first-fit decreasing needs, and what they cost with one control plane.
  package var machine: String
  package var nodes: Int
  package var perMonth: Money
  /// Machines that the services have each for itself, and what these cost.
  package var machines: Int
  package var separate: Money

  /// What packing saves a month; negative where it costs more.
  package var saving: Money { separate - perMonth }
}
