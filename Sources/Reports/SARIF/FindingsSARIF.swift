import Foundations

/// Findings as SARIF 2.1.0, as code scanning reads it.
package enum FindingsSARIF {
  /// The log of one run.
  ///
  /// - Parameter version: of the program.
  package static func value(_ list: FindingList, version: String) -> JSON {
    var order: [String] = []
    var rules: [String: Finding] = [:]
    for finding in list.findings where rules[finding.rule] == nil {
      order.append(finding.rule)
      rules[finding.rule] = finding
    }
    order.sort()
    let indices = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    let driver = JSON.object([
      ("name", .string("planner")), ("version", .string(version)),
      ("rules", .array(order.compactMap { rules[$0].map(rule) })),
    ])
    let run = JSON.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(list.findings.map { result($0, indices[$0.rule] ?? 0) })),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private static func text(_ words: String) -> JSON { .object([("text", .string(words))]) }

  private static func rule(_ finding: Finding) -> JSON {
    var members: [(String, JSON)] = [("id", .string(finding.rule)), ("shortDescription", text(finding.ruleSummary))]
    if !finding.ruleHelp.isEmpty { members.append(("help", text(finding.ruleHelp))) }
    return .object(members)
  }

  private static func result(_ finding: Finding, _ index: Int) -> JSON {
    var region: [(String, JSON)] = [("startLine", .int(finding.line))]
    if let column = finding.column { region.append(("startColumn", .int(column))) }
    let place = JSON.object([
      ("artifactLocation", .object([("uri", .string(ReportPath.uri(finding.file)))])), ("region", .object(region)),
    ])
    return .object([
      ("ruleId", .string(finding.rule)), ("ruleIndex", .int(index)), ("level", .string(finding.level.rawValue)),
      ("message", text(finding.message)), ("locations", .array([.object([("physicalLocation", place)])])),
      ("partialFingerprints", .object([("plannerLimit/v1", .string(finding.fingerprint))])),
    ])
  }
}
