import Planning

/// What a placement tells beside cost, latency and availability: buffers, certificates, updates, stale answers, drift.
struct DetailTable {
  let context: RoadmapContext

  /// Figures of the workloads of some kinds, as `evaluate` prints them; those without a number are left out.
  func section(_ id: String, _ title: String, kinds: Set<String>) -> ReportSection {
    var section = ReportSection(
      id, title,
      columns: [
        .init("workload", "Workload"), .init("figure", "Figure"), .init("value", "Value", isNumber: true),
        .init("why", "What it is"),
      ])
    for result in context.whole.workloads where kinds.contains(result.kind) {
      for detail in result.chosen?.details ?? [] {
        guard let value = detail.value, value.isFinite else { continue }
        let unit = detail.unit == "ratio" ? "fine_share" : detail.unit
        section.add(
          .text(result.name), .text(detail.name.split(separator: "_").joined(separator: " ")),
          .number(value, unit: unit), .text(detail.why))
      }
    }
    return section.rows.isEmpty ? ReportSection(id, "") : section
  }
}
