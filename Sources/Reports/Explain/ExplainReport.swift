import Foundations
import Planning

/// Prints derivations as trees, and as JSON.
package struct ExplainReport {
  let derivations: PlanDerivation
  let result: JSON
  let currency: String

  /// Prepares the explanation of a plan.
  package init?(_ plan: Plan, _ session: PlanSession, version: String) {
    guard let derivations = PlanDerivation(plan, session) else { return nil }
    self.derivations = derivations
    result = PlanJSON.value(plan, version: version)
    currency = plan.currency
  }

  /// The derivation of a path; a figure without one of its own stands as a leaf; `nil` when there is no figure.
  package func derivation(_ path: String) -> Derivation? {
    if let found = derivations.derivation(path) { return found }
    guard let found = ResultPath.value(result, PlanDerivation.parts(path)[...]), let number = ResultPath.number(found)
    else { return nil }
    let parts = PlanDerivation.parts(path)
    let source: String
    switch parts.first {
    case "breaks": source = "the first month in which the fleet of month 0 misses the constraint, month by month"
    case "ranges": source = "draws over the ranges of the inputs"
    default: source = reason(beside: parts) ?? "by the model of the placement, from the inputs of the spec"
    }
    return .leaf(path, number.value, "", source: source, exact: number.exact)
  }

  /// What the result itself says of a figure, beside it.
  private func reason(beside parts: [String]) -> String? {
    guard case .object(let members)? = ResultPath.value(result, parts.dropLast()) else { return nil }
    for key in ["why", "source", "by"] {
      if case .string(let words)? = members.first(where: { $0.0 == key })?.1, !words.isEmpty { return words }
    }
    return nil
  }

  /// Paths that hold a figure, below a path or in all.
  package func paths(_ path: String) -> [String] {
    let parts = PlanDerivation.parts(path)
    guard let found = ResultPath.value(result, parts[...]) else { return [] }
    return ResultPath.below(found, path)
  }

  /// Every path of the result that holds a figure, for suggestions.
  package var allPaths: [String] { ResultPath.below(result, "", limit: 5000) }

  // MARK: Text

  /// The tree, at most `depth` levels below its top.
  package func text(_ derivation: Derivation, depth: Int, width: Int) -> String {
    var out = ""
    write(derivation, "", "", depth, width, &out)
    return out
  }

  private func write(
    _ derivation: Derivation, _ lead: String, _ below: String, _ depth: Int, _ width: Int, _ out: inout String
  ) {
    let node = derivation.node
    add("\(node.path) = \(value(node))", lead, below, width, &out)
    let hasChildren = !node.inputs.isEmpty
    let indent = below + (hasChildren && depth > 0 ? "│ " : "  ")
    if node.rule != .leaf { add("\(sign(node.rule)) \(node.words)", indent, indent + "  ", width, &out) }
    var origin = node.rule == .leaf ? node.source : ""
    if let line = node.line { origin = "\(origin.isEmpty ? "spec" : origin), line \(line)" }
    if !origin.isEmpty { add("[\(origin)]", indent, indent + " ", width, &out) }
    guard hasChildren else { return }
    guard depth > 0 else {
      add("… \(node.inputs.count) inputs; see 'explain' of this path, or --depth", indent, indent, width, &out)
      return
    }
    for (index, input) in node.inputs.enumerated() {
      let isLast = index == node.inputs.count - 1
      write(input, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), depth - 1, width, &out)
    }
  }

  /// One line, broken at the width; `lead` stands before the first part, `next` before the others.
  private func add(_ text: String, _ lead: String, _ next: String, _ width: Int, _ out: inout String) {
    let room = max(24, width - lead.count)
    for (index, part) in DisplayWidth.wrap(text, to: room).enumerated() {
      out += (index == 0 ? lead : next + "  ") + part + "\n"
    }
  }

  private func value(_ node: Derivation.Node) -> String {
    let number = node.exact.map(\.description) ?? JSON.text(of: node.value)
    let shown = number.count > 14 && node.exact == nil ? Figures.significant(node.value, 9) : number
    return node.unit.isEmpty ? shown : "\(shown) \(node.unit)"
  }

  private func sign(_ rule: Derivation.Rule) -> String {
    switch rule {
    case .leaf: ""
    case .sum: "= sum of"
    case .product: "= product:"
    case .quotient: "= quotient:"
    case .difference: "= difference:"
    case .complement: "= complement:"
    case .power: "= power:"
    case .minimum: "= least of"
    case .maximum: "= greatest of"
    case .formula: "= formula:"
    case .same: "="
    }
  }

  // MARK: JSON

  /// The whole tree; `rule` tells how `value` follows from the values of `inputs`.
  package func json(_ derivation: Derivation) -> JSON {
    let node = derivation.node
    var members: [(String, JSON)] = [
      ("path", .string(node.path)), ("value", node.exact.map { .string($0.description) } ?? .number(node.value)),
      ("unit", .string(node.unit)), ("rule", .string(node.rule.rawValue)),
    ]
    if !node.words.isEmpty { members.append(("formula", .string(node.words))) }
    if !node.source.isEmpty { members.append(("source", .string(node.source))) }
    if let line = node.line { members.append(("line", .int(line))) }
    if !node.inputs.isEmpty { members.append(("inputs", .array(node.inputs.map(json)))) }
    return .object(members)
  }
}
