import Foundations
import Testing

@testable import YAML

/// The public YAML test suite, where it lies beside the project.
struct SuiteTests {
  private static let folder = (Platform.environment("PLANNER_SHARED") ?? "../shared") + "/yaml-test-suite"

  /// `229Q`, `Y79Y/003`, …
  private static let cases: [String] = {
    var found: [String] = []
    for name in Platform.names(in: folder) {
      if text("\(name)/in.yaml") != nil { found.append(name) }
      found += Platform.names(in: "\(folder)/\(name)").map { "\(name)/\($0)" }.filter { text("\($0)/in.yaml") != nil }
    }
    return found.sorted()
  }()

  private static func text(_ name: String) -> [UInt8]? { try? Platform.read("\(folder)/\(name)", limit: 1 << 24) }

  @Test func `all 402 cases of the public test suite`() throws {
    guard !Self.cases.isEmpty else {
      print("SKIPPED: the YAML test suite is not beside the project")
      return
    }
    #expect(Self.cases.count == 402)
    var wrong: [String] = []
    for name in Self.cases {
      let source = SourceText(name: name, bytes: try #require(Self.text("\(name)/in.yaml")))
      let found = YAMLEvents.text(source)
      if Self.text("\(name)/error") != nil {
        if found.diagnostics.isEmpty || found.diagnostics.contains(where: { $0.span == nil }) { wrong.append(name) }
        continue
      }
      let expected = String(decoding: Self.text("\(name)/test.event") ?? [], as: UTF8.self)
      if trimmed(found.text) != trimmed(expected) { wrong.append(name) }
    }
    #expect(wrong.isEmpty, "\(wrong)")
    print("YAML test suite: \(Self.cases.count - wrong.count) of \(Self.cases.count) cases")
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
