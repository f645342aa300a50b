import Foundations
import Planning

/// Grid, cloud, edge and GPU side by side for every workload, with this company's numbers.
struct FourModels {
  let context: RoadmapContext

  var section: ReportSection {
    var section = ReportSection(
      "four_models", "Grid, cloud, edge and GPU for each workload",
      columns: [
        .init("workload", "Workload"), .init("model", "Model"), .init("best", "Best way found"),
        .init("per_month", "\(context.currency)/month", isNumber: true), .init("p99", "p99 or end", isNumber: true),
        .init("verdict", "Verdict"),
      ])
    for result in context.whole.workloads where result.chosen?.form != .external {
      for model in PlacementModel.allCases {
        row(&section, result, model)
      }
    }
    return section
  }

  private func row(_ section: inout ReportSection, _ result: WorkloadResult, _ model: PlacementModel) {
    let time: (PlacedWorkload) -> ReportValue = { placed in
      if let p99 = placed.latency?.total.p99 { return .number(p99, unit: "s") }
      return placed.makespan.map { .number($0, unit: "s") } ?? .text("")
    }
    if let chosen = result.chosen, chosen.model == model {
      section.add(
        .text(result.name), .text(model.rawValue), .text(PlacementWords.text(chosen)), .money(chosen.perMonth),
        time(chosen), .text("chosen"))
    } else if let other = result.alternatives.first(where: { $0.model == model && $0.rejected?.extraPerMonth != nil }) {
      let extra = other.rejected?.extraPerMonth ?? .zero
      section.add(
        .text(result.name), .text(model.rawValue), .text(PlacementWords.text(other)), .money(other.perMonth),
        time(other), .sentence("\(extra) a month more"))
    } else if let miss = result.alternatives.first(where: { $0.model == model }), let rejection = miss.rejected {
      section.add(
        .text(result.name), .text(model.rawValue), .text("\(miss.form.rawValue) \(miss.topology.rawValue)"), .text(""),
        rejection.unit == "s" ? rejection.value.map { .number($0, unit: "s") } ?? .text("") : .text(""),
        .text("ruled out: \(rejection.constraint)\(rejection.by.isEmpty ? "" : ", \(rejection.by)")"))
    }
  }
}
