import Planning

/// How much may change: each level allows one more kind of change than the one before.
package enum PlanLevel: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// What runs today, or the central baseline.
  case today = 0
  /// The same, measured.
  case baseline = 1
  /// Machines, counts, ways of paying, forms of cloud and grid.
  case sizing = 2
  /// Zones and redundancy within the region.
  case reliability = 3
  /// Regions.
  case regions = 4
  /// Forms at the edge.
  case edge = 5
  /// Forms on GPUs; the whole catalog, what `evaluate` finds.
  case ai = 6

  /// The six steps of the roadmap.
  package static let steps: [PlanLevel] = [.baseline, .sizing, .reliability, .regions, .edge, .ai]

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The level below; the lowest is its own.
  package var previous: PlanLevel { PlanLevel(rawValue: rawValue - 1) ?? .today }

  /// The name of the step, as headings show it.
  package var title: String {
    switch self {
    case .today: "Today"
    case .baseline: "Establish baseline"
    case .sizing: "Optimise cost and sizing"
    case .reliability: "Harden reliability"
    case .regions: "Regional distribution"
    case .edge: "Edge and caching"
    case .ai: "Operationalise AI"
    }
  }

  /// What the level allows to change beyond the one before.
  package var change: String {
    switch self {
    case .today: "nothing"
    case .baseline: "nothing; it is measured"
    case .sizing: "machine, count, form within cloud and grid, way of paying"
    case .reliability: "zones and redundancy"
    case .regions: "regions and replication"
    case .edge: "caches, edge sites, devices"
    case .ai: "GPU forms"
    }
  }

  /// The level that first allows a form.
  static func of(_ form: PlacementForm) -> PlanLevel {
    switch form.rawValue {
    case "edge-functions", "edge-nodes", "fog-gateways", "on-device", "cdn": .edge
    case "gpu-serving", "gpu-training", "model-api": .ai
    default: .sizing
    }
  }

  /// The level that first allows a placement model.
  static func of(_ model: PlacementModel) -> PlanLevel {
    switch model {
    case .cloud: .today
    case .grid: .sizing
    case .edge: .edge
    case .gpu: .ai
    }
  }

  /// The level that brings in a kind of workload that does not run today.
  static func introducing(kind: String) -> PlanLevel {
    switch kind {
    case "inference", "training": .ai
    default: .today
    }
  }
}
