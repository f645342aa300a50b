import Foundations
import Planning

/// Every default that was assumed, with the cost of the plan at half and at twice its value.
package enum AssumptionList {
  /// An assumption with what it changes; the costs are `nil` where it is no plain number of a workload.
  package struct Row: Sendable {
    package var input: AssumedInput
    package var low: Money?
    package var high: Money?
  }

  /// The assumptions of a spec, the greatest effect on the cost first, then in the order of the result.
  package static func rows(_ session: PlanSession) -> (rows: [Row]?, diagnostics: [Diagnostic]) {
    let (ladder, diagnostics) = PlanLadder.whole(session)
    guard let ladder, let context = RoadmapContext(ladder) else { return (nil, diagnostics) }
    let values = Dictionary(InputValue(context: context).rows().map { ($0.path, $0) }) { first, _ in first }
    let rows = context.whole.assumptions.map { input in
      Row(input: input, low: values[input.path]?.low, high: values[input.path]?.high)
    }
    let order = rows.indices.sorted { a, b in
      let (x, y) = (values[rows[a].input.path]?.swing ?? .zero, values[rows[b].input.path]?.swing ?? .zero)
      return x == y ? a < b : x > y
    }
    return (order.map { rows[$0] }, diagnostics)
  }
}
