import Planning

/// Break-evens of the plan beside the step they concern, as `evaluate` prints them.
struct BreakEvenTable {
  let context: RoadmapContext

  /// Rows of some rules; nothing where the plan has none.
  func section(_ rules: Set<String>) -> ReportSection {
    var section = ReportSection(
      "break_evens", "Where the decisions would turn",
      columns: [
        .init("workload", "Workload"), .init("rule", "Rule"), .init("question", "Question"),
        .init("value", "Turns at", isNumber: true), .init("now", "Now", isNumber: true), .init("holds", "Holds"),
        .init("why", "From"),
      ])
    for result in context.whole.workloads {
      for figure in result.breakEvens where rules.contains(figure.rule) {
        func value(_ number: Double?) -> ReportValue {
          number.map { .number($0, unit: figure.unit == "ratio" ? "share" : figure.unit) } ?? .text("never")
        }
        section.add(
          .text(result.name), .text(figure.rule), .text(figure.question), value(figure.value), value(figure.now),
          .text(figure.holds ? "yes" : "no"), .text(figure.why))
      }
    }
    return section.rows.isEmpty ? ReportSection("break_evens", "") : section
  }
}
