import Foundations
import Planning

/// Causes read off the cost lines, where a saved result does not tell its inputs.
///
/// Of a line that stands on both sides, half of the sum of its quantities times the difference of its
/// unit prices is the price's doing; all else is the workload's.
struct LineCauses {
  let base: Plan
  let head: Plan

  private struct Key: Hashable {
    var workload: String
    var category: String
    var item: String
    var unit: String
  }

  var result: CauseStudy.Result {
    var result = CauseStudy.Result()
    guard base.verdict != .infeasible, head.verdict != .infeasible else { return result }
    let (old, new) = (lines(base), lines(head))
    var prices = Money.zero
    var workloads: [String: Money] = [:]
    for key in Set(old.keys).union(new.keys) {
      let (a, b) = (old[key], new[key])
      let change = (b?.perMonth ?? .zero) - (a?.perMonth ?? .zero)
      var price = Money.zero
      if let a, let b, a.unitPrice != b.unitPrice {
        price = (b.unitPrice - a.unitPrice).times((a.quantity + b.quantity) / 2)
      }
      prices = prices + price
      workloads[key.workload, default: .zero] = (workloads[key.workload] ?? .zero) + (change - price)
    }
    if prices != .zero {
      result.causes.append(
        Cause(kind: .prices, path: "prices", base: base.catalogDate, head: head.catalogDate, perMonth: prices))
      result.effects.append(["totals.per_month": prices.double])
    }
    for (name, change) in workloads.sorted(by: { $0.key < $1.key }) where change != .zero {
      result.causes.append(
        Cause(kind: .workload, path: name.isEmpty ? "shared" : "workloads.\(name)", perMonth: change))
      result.effects.append(["totals.per_month": change.double])
    }
    return result
  }

  /// Lines by what they are for; how many machines there are is a quantity, not a name.
  private func lines(_ plan: Plan) -> [Key: CostLine] {
    let all =
      plan.workloads.flatMap { workload in (workload.chosen?.lines ?? []).map { (workload.name, $0) } }
      + plan.sharedLines.map { ("", $0) }
    var result: [Key: CostLine] = [:]
    for (workload, line) in all {
      var item = line.item
      if let sign = item.firstRange(of: " × "), item[..<sign.lowerBound].allSatisfy(\.isNumber) {
        item = String(item[sign.upperBound...])
      }
      let key = Key(workload: workload, category: line.category, item: item, unit: line.unit)
      if var known = result[key] {
        known.quantity += line.quantity
        known.perMonth = known.perMonth + line.perMonth
        result[key] = known
      } else {
        result[key] = line
      }
    }
    return result
  }
}
