import Catalog
import Foundations
import Planning
import Spec
import Testing

@testable import Reports

/// Every figure of whole examples, derived and computed again from the leaves of its tree.
@Suite struct ExplainExampleTests {
  /// Examples of every kind of workload; they stand beside the tests in the sources.
  static let names = ["portfolio", "cameras", "assistant", "clinic", "fleet-navigation", "nightly-batch", "newcomer"]

  private func opened(_ name: String) -> PlanSession? {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let bytes = try? Platform.read("/\(folder)/examples/\(name).yaml", limit: 1 << 20) else { return nil }
    let source = SourceText(name: "\(name).yaml", bytes: bytes)
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    return decoded.spec.map {
      PlanSession(spec: $0, source: source, catalog: Catalog(providers: Planner.providers(for: $0)))
    }
  }

  /// Nodes whose rule does not give their value from the values of their inputs.
  private func faults(_ derivation: Derivation) -> [String] {
    let own =
      derivation.isConsistent ? [] : ["\(derivation.node.path): \(derivation.recomputed.map { "\($0)" } ?? "nothing")"]
    return own + derivation.node.inputs.flatMap(faults)
  }

  @Test(arguments: names) func `every figure computes again from its own leaves`(_ name: String) throws {
    let session = try #require(opened(name))
    let plan = try #require(session.plan().plan)
    let report = try #require(ExplainReport(plan, session, version: "1"))
    let result = PlanJSON.value(plan, version: "1")
    var (all, derived) = (0, 0)
    for path in ResultPath.below(result, "", limit: 100_000) {
      guard let printed = ResultPath.value(result, PlanDerivation.parts(path)[...]).flatMap(ResultPath.number) else {
        continue
      }
      let derivation = try #require(report.derivation(path), "\(path)")
      #expect(derivation.node.value == printed.value, "\(path)")
      let found = faults(derivation)
      #expect(found.isEmpty, "\(path): \(found.prefix(3))")
      // A leaf says where it is from.
      if derivation.node.rule == .leaf { #expect(!derivation.node.source.isEmpty, "\(path)") }
      all += 1
      if derivation.node.rule != .leaf { derived += 1 }
    }
    #expect(all > 100)
    #expect(Double(derived) > 0.3 * Double(all), "\(derived) of \(all)")
  }

  @Test func `a leaf that is changed changes what follows from it`() throws {
    let session = try #require(opened("newcomer"))
    let plan = try #require(session.plan().plan)
    let report = try #require(ExplainReport(plan, session, version: "1"))
    for path in ["workloads.api.latency.p99", "workloads.api.availability", "totals.per_month"] {
      let tree = try #require(report.derivation(path))
      let changed = lowered(tree)
      let again = try #require(upwards(changed))
      #expect(abs(again - tree.node.value) > 1e-9 * tree.node.value, "\(path)")
      #expect(abs((upwards(tree) ?? 0) - tree.node.value) <= 1e-6 * tree.node.value, "\(path)")
    }
  }

  /// With every leaf that is no whole number 1 % lower.
  private func lowered(_ derivation: Derivation) -> Derivation {
    guard case .node(var node) = derivation else { return derivation }
    if node.rule == .leaf, node.value != node.value.rounded() { node.value *= 0.99 }
    node.inputs = node.inputs.map(lowered)
    return .node(node)
  }

  /// The value from the leaves upwards, not from the values printed between.
  private func upwards(_ derivation: Derivation) -> Double? {
    fresh(derivation).node.value
  }

  private func fresh(_ derivation: Derivation) -> Derivation {
    guard case .node(var node) = derivation else { return derivation }
    node.inputs = node.inputs.map(fresh)
    if node.rule != .leaf, let value = Derivation.node(node).recomputed { node.value = value }
    return .node(node)
  }
}
