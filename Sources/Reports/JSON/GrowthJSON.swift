import Foundations
import Planning

/// Costs over the horizon, and services on shared nodes.
enum GrowthJSON {
  static func value(_ growth: GrowthFigures) -> JSON {
    let curves = growth.curves.map { curve -> JSON in
      .object([
        ("model", .string(curve.model.rawValue)), ("form", .string(curve.form.rawValue)),
        ("topology", .string(curve.topology.rawValue)), ("place", .string(curve.place)),
        ("costs", .array(curve.costs.map { $0.map { .string($0.description) } ?? .null })),
      ])
    }
    return .object([
      ("months", .array(growth.months.map { .int($0) })), ("ways", .array(curves)),
      ("flips_in_month", growth.flip.map { .int($0.month) } ?? .null),
      ("flips_to", growth.flip.map { .string("\($0.curve.form.rawValue) \($0.curve.topology.rawValue)") } ?? .null),
    ])
  }

  static func packing(_ packing: PackingFigures) -> JSON {
    .object([
      ("place", .string(packing.place)), ("members", .array(packing.members.map { .string($0) })),
      ("pods", .int(packing.pods)), ("machine", .string(packing.machine)), ("nodes", .int(packing.nodes)),
      ("per_month", .string(packing.perMonth.description)), ("separate_machines", .int(packing.machines)),
      ("separate_per_month", .string(packing.separate.description)), ("saving", .string(packing.saving.description)),
    ])
  }
}
