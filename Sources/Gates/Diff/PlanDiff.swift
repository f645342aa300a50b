import Foundations
import Planning

/// What changed from one plan to another, and which input caused it.
package struct PlanDiff: Sendable {
  /// A figure with its values on both sides; `nil` where a side has none.
  package struct FigureChange: Sendable, Hashable {
    package var path: String
    package var unit: String
    package var base: PlanFigure?
    package var head: PlanFigure?
    /// What each cause adds to the change, the largest first; empty when it is not known.
    package var causes: [FigureShare] = []

    /// Head less base; `nil` when one of them is unknown.
    package var change: Double? { base.flatMap { b in head.map { $0.value - b.value } } }
  }

  /// What one cause adds to the change of a figure.
  package struct FigureShare: Sendable, Hashable {
    package var path: String
    package var change: Double
  }

  /// Where a workload runs on both sides; `nil` where it has no placement or does not exist.
  package struct PlacementChange: Sendable, Hashable {
    package var workload: String
    package var base: String?
    package var head: String?
    /// Whether the workload exists on each side.
    package var isInBase: Bool
    package var isInHead: Bool
    /// Inputs that flip it.
    package var causes: [String] = []
  }

  /// A cost line on both sides; zero where it is not paid.
  package struct LineChange: Sendable, Hashable {
    /// Empty for shared lines.
    package var workload: String
    package var category: String
    package var item: String
    package var base: Money
    package var head: Money
  }

  package var base: Plan
  package var head: Plan
  package var figures: [FigureChange]
  package var placements: [PlacementChange]
  /// Limits that are broken or mended, or come and go.
  package var limits: [LimitChange]
  /// The largest change first.
  package var lines: [LineChange]
  /// Inputs and prices that differ, the largest effect first; their effects add up to ``totalChange``.
  package var causes: [Cause]
  /// Head less base, a month; `nil` when one of them has no cost.
  package var totalChange: Money?

  /// Compares two plans; causes are those of `study`.
  package init(base: Plan, head: Plan, causes study: CauseStudy.Result) {
    self.base = base
    self.head = head
    figures = PlanDiff.figures(base, head)
    placements = PlanDiff.placements(base, head)
    limits = LimitOutcomes.changes(base, head)
    lines = PlanDiff.lines(base, head)
    let isPriced = base.verdict != .infeasible && head.verdict != .infeasible
    totalChange = isPriced ? head.perMonth - base.perMonth : nil
    causes = study.causes.sorted { a, b in
      let (x, y) = (a.size, b.size)
      return x == y ? a.path < b.path : x > y
    }
    for index in figures.indices { figures[index].causes = study.shares(of: figures[index].path) }
    for index in placements.indices { placements[index].causes = study.flips[placements[index].workload] ?? [] }
  }

  /// Whether both plans are the same in everything that is compared.
  package var isEmpty: Bool {
    figures.isEmpty && placements.isEmpty && lines.isEmpty && limits.isEmpty && base.verdict == head.verdict
  }

  private static func figures(_ base: Plan, _ head: Plan) -> [FigureChange] {
    let (old, new) = (PlanFigures.all(base), PlanFigures.all(head))
    let olds = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
    let news = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
    let gone = old.filter { news[$0.path] == nil }
    return (new + gone).compactMap { figure in
      let (a, b) = (olds[figure.path], news[figure.path])
      guard a?.value != b?.value || a?.money != b?.money else { return nil }
      return FigureChange(path: figure.path, unit: figure.unit, base: a, head: b)
    }
  }

  private static func placements(_ base: Plan, _ head: Plan) -> [PlacementChange] {
    func find(_ plan: Plan, _ name: String) -> WorkloadResult? { plan.workloads.first { $0.name == name } }
    let names = head.workloads.map(\.name)
    let gone = base.workloads.map(\.name).filter { !names.contains($0) }
    return (names + gone).compactMap { name in
      let (old, new) = (find(base, name), find(head, name))
      let change = PlacementChange(
        workload: name, base: old?.chosen?.label, head: new?.chosen?.label, isInBase: old != nil, isInHead: new != nil)
      return change.base == change.head && change.isInBase == change.isInHead ? nil : change
    }
  }

  private static func lines(_ base: Plan, _ head: Plan) -> [LineChange] {
    struct Key: Hashable {
      var workload: String
      var category: String
      var item: String
    }
    func sums(_ plan: Plan) -> [Key: Money] {
      var sums: [Key: Money] = [:]
      let all =
        plan.workloads.flatMap { workload in (workload.chosen?.lines ?? []).map { (workload.name, $0) } }
        + plan.sharedLines.map { ("", $0) }
      for (workload, line) in all {
        let key = Key(workload: workload, category: line.category, item: line.item)
        sums[key] = (sums[key] ?? .zero) + line.perMonth
      }
      return sums
    }
    let (old, new) = (sums(base), sums(head))
    let changes = Set(old.keys).union(new.keys).compactMap { key -> LineChange? in
      let (a, b) = (old[key] ?? .zero, new[key] ?? .zero)
      guard a != b else { return nil }
      return LineChange(workload: key.workload, category: key.category, item: key.item, base: a, head: b)
    }
    func size(_ line: LineChange) -> Money { line.head > line.base ? line.head - line.base : line.base - line.head }
    return changes.sorted { a, b in
      let (x, y) = (size(a), size(b))
      return x == y ? (a.workload, a.category, a.item) < (b.workload, b.category, b.item) : x > y
    }
  }
}
