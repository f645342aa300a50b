import Foundations
import Planning

extension PlanDocument {
  /// The split between cloud and edge beside both extremes, and each workload the other way round.
  mutating func split() {
    guard let split = plan.split, plan.verdict != .infeasible else { return }
    document.heading("Cloud, edge, or both")
    var extremes = ReportTable([.words("All that may choose"), .number("\(plan.currency)/month"), .sentence("")])
    extremes.add(["as chosen", Figures.money(split.perMonth), ""])
    for (name, way) in [("in the cloud", split.allCloud), ("at the edge", split.allEdge)] {
      extremes.add([name, way.perMonth.map { Figures.money($0) } ?? "impossible", words(way, split)])
    }
    document.table(extremes)
    var table = ReportTable([
      .words("Workload"), .words("Where"), .number("\(plan.currency)/month"), .number("p95"), .number("Late"),
      .sentence("Verdict"),
    ])
    for member in split.members {
      for (name, side, isHere) in [
        ("cloud", member.cloud, !member.isAtEdge), ("edge", member.edge, member.isAtEdge),
      ] {
        table.add([
          member.workload, name, side.map { Figures.money($0.perMonth) } ?? "impossible",
          side?.p95.map { Figures.duration($0) } ?? "", side?.lateShare.map { Figures.share($0) } ?? "",
          isHere ? verdict(member) : side?.missed.map { "misses \(missed($0))" } ?? "",
        ])
      }
    }
    document.table(table)
  }

  private func words(_ way: SplitFigures.Extreme, _ split: SplitFigures) -> String {
    guard let cost = way.perMonth else {
      return "\(way.workload ?? "") cannot: \(way.rejection.map(missed) ?? "no placement")"
    }
    return cost > split.perMonth ? "\(money(cost - split.perMonth)) more" : ""
  }

  private func missed(_ rejection: Rejection) -> String {
    let figures = comparison(
      rejection.value, rejection.limit, of: rejection.constraint, unit: rejection.unit.isEmpty ? nil : rejection.unit)
    return figures.isEmpty ? "\(rejection.constraint) (\(rejection.by))" : "\(rejection.constraint): \(figures)"
  }

  private func verdict(_ member: SplitFigures.Member) -> String {
    var words = member.isAtEdge ? "chosen; nothing in the cloud may" : "chosen; nothing at the edge may"
    if let cloud = member.cloud, let edge = member.edge {
      let extra = edge.perMonth - cloud.perMonth
      if member.needsEdge {
        words = "chosen; without the edge an objective is missed"
      } else if member.isAtEdge {
        words = extra <= .zero ? "chosen; cheaper" : "chosen"
      } else {
        words = edge.missed != nil ? "chosen; the edge misses an objective" : "chosen; cheaper"
      }
    }
    guard let each = member.perMillisecond else { return words }
    let price = Figures.price(Money(abs(each)))
    return each >= 0
      ? "\(words); a ms saved at the edge costs \(price) \(plan.currency) a month"
      : "\(words); the edge saves a ms and \(price) \(plan.currency) a month with each"
  }
}
