import Foundations
import Planning

/// The cost lines of a plan as CSV: one row a line, the shared ones under `shared`.
package enum PlanCSV {
  /// The table; money as exact decimals in the plan's currency.
  package static func text(_ plan: Plan) -> String {
    var table = CSVWriter(head: [
      "workload", "kind", "model", "form", "topology", "place", "category", "item", "quantity", "unit", "unit_price",
      "per_month", "currency", "source",
    ])
    func add(_ head: [String], _ lines: [CostLine]) {
      for line in lines {
        table.add(
          head.map { .words($0) } + [
            .words(line.category), .words(line.item), .number(JSON.text(of: line.quantity)), .words(line.unit),
            .number(line.unitPrice.description), .number(line.perMonth.description), .words(plan.currency),
            .words(line.source),
          ])
      }
    }
    for workload in plan.workloads {
      guard let chosen = workload.chosen else { continue }
      add(
        [
          workload.name, workload.kind, chosen.model.rawValue, chosen.form.rawValue, chosen.topology.rawValue,
          PlanDocument.places(chosen),
        ], chosen.lines)
    }
    add(["shared", "", "", "", "", ""], plan.sharedLines)
    return table.text
  }
}
