import Foundations
import Planning

/// Every default that was assumed, with the cost of the plan at half and at twice its value.
package enum AssumptionList {
  /// An assumption with what it changes; the costs are `nil` where it is no plain number of a workload.
  package struct Row: Sendable {
    package var input: AssumedInput
    package var low: Money?
    package var high: Money?
    /// One-off labour of all six steps at half and at twice the value; `nil` where it is no figure of work.
    package var oneOff: (low: Money, high: Money)?
  }

  /// The assumptions of a spec, the greatest effect on the cost first, then in the order of the result.
  package static func rows(_ session: PlanSession) -> (rows: [Row]?, diagnostics: [Diagnostic]) {
    let (ladder, diagnostics) = PlanLadder.climb(session)
    guard let ladder, let context = RoadmapContext(ladder) else { return (nil, diagnostics) }
    let values = Dictionary(InputValue(context: context).rows().map { ($0.path, $0) }) { first, _ in first }
    let rows = context.whole.assumptions.map { input in
      Row(input: input, low: values[input.path]?.low, high: values[input.path]?.high)
    }
    let order = rows.indices.sorted { a, b in
      let (x, y) = (values[rows[a].input.path]?.swing ?? .zero, values[rows[b].input.path]?.swing ?? .zero)
      return x == y ? a < b : x > y
    }
    return (order.map { rows[$0] } + work(context), diagnostics)
  }

  /// What the roadmap assumes beside the plan: hours of work with what they change, then the rest.
  private static func work(_ context: RoadmapContext) -> [Row] {
    func labour(_ word: String, _ factor: Double) -> Money {
      guard let scaled = RoadmapContext(context.ladder, scaled: (word, factor)) else { return .zero }
      var hours = BaselineStep(context: scaled).actions.reduce(0) { $0 + $1.hours }
      for level in PlanLevel.steps where level > .baseline {
        let difference = PlanDifference(context: scaled, level: level)
        hours += difference.actions.reduce(0) { $0 + $1.hours }
        if level == .reliability { hours += scaled.effort.drill * Double(difference.changes.count) }
      }
      return scaled.labour.times(hours)
    }
    let prefix = "team.effort."
    let rows = context.effort.assumptions.map { input -> Row in
      guard input.path.hasPrefix(prefix) else { return Row(input: input, low: nil, high: nil) }
      let word = String(input.path.dropFirst(prefix.count))
      return Row(input: input, low: nil, high: nil, oneOff: (labour(word, 0.5), labour(word, 2)))
    }
    let others = RoadmapBuilder.assumptions(context).filter { !context.effort.assumptions.contains($0) }
    return rows.sorted { a, b in
      let (x, y) = (a.oneOff.map { $0.high - $0.low } ?? .zero, b.oneOff.map { $0.high - $0.low } ?? .zero)
      return x == y ? a.input.path < b.input.path : x > y
    } + others.map { Row(input: $0, low: nil, high: nil) }
  }
}
