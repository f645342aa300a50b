import Foundations
import YAML

/// Builds the typed spec from checked values.
struct SpecBuilder {
  private(set) var spec: Spec?

  init(_ root: YAMLNode, _ decoder: inout ShapeDecoder) {
    // Workloads are decoded by their kind, not by the common table.
    let keys = KeyTables.spec.keys.filter { $0.name != "workloads" }
    let workloads = root.entries.first { $0.key.text == "workloads" }
    let top = KeyTable("a spec", keys + [Key("workloads", .opaque, "what is to run", isRequired: true)])
    guard let table = decoder.table(root, top, path: "") else { return }
    var spec = SpecBuilder.head(table, decoder)
    let named = workloads.map { SpecBuilder.entries($0.value, &decoder) } ?? []
    for entry in named {
      if let workload = SpecBuilder.workload(entry, &decoder) { spec.workloads.append(workload) }
    }
    spec.statedCount = SpecBuilder.count(root)
    SpecChecker(spec: spec, names: named.map(\.key.text), top: table).check(&decoder)
    var seen: Set<String> = []
    spec.ranges = decoder.ranges.filter { seen.insert($0.path).inserted }
    self.spec = spec
  }

  private static func entries(_ node: YAMLNode, _ decoder: inout ShapeDecoder) -> [YAMLEntry] {
    if node.isNull { return [] }
    let entries = node.entries
    if node.kind != .mapping {
      decoder.reportKind(node, "a mapping of names to workloads", "workloads", help: "write 'name:' before each")
    } else if entries.isEmpty {
      decoder.report(
        "empty", "'workloads' names no workload", at: node.span, path: "workloads",
        help: "add one, such as 'api: {kind: service, …}'")
    }
    return entries
  }

  /// Scalars in all: what the user stated.
  private static func count(_ node: YAMLNode) -> Int {
    switch node.kind {
    case .scalar: 1
    case .sequence: node.items.reduce(0) { $0 + count($1) }
    case .mapping: node.entries.reduce(0) { $0 + count($1.value) }
    }
  }
}
