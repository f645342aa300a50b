import Foundations
import Gates
import Planning

/// A check as CSV: one row a limit, met or not.
package enum CheckCSV {
  private static let head = [
    "id", "rule", "workload", "level", "outcome", "forgiven", "value", "limit", "unit", "probability", "confidence",
    "path", "file", "line", "message",
  ]

  /// The table of a check.
  package static func text(_ check: GateCheck, file: String) -> String {
    var table = CSVWriter(head: head)
    func number(_ value: Double?) -> CSVWriter.Cell {
      .number(value.map { $0.isFinite ? JSON.text(of: $0) : "" } ?? "")
    }
    for limit in check.plan.limits {
      table.add([
        .words(limit.id), .words(limit.rule.rawValue), .words(limit.workload ?? ""),
        .words(limit.isFinding ? limit.shownLevel.rawValue : ""), .words(limit.outcome.rawValue),
        .words(limit.forgiven ?? ""), number(limit.value), number(limit.limit), .words(limit.unit),
        number(limit.probability), number(limit.confidence), .words(limit.path), .words(file),
        .number(limit.line.map(String.init) ?? ""), .words(limit.message),
      ])
    }
    return table.text
  }

  /// The table of a spec with mistakes.
  package static func text(_ list: FindingList) -> String {
    var table = CSVWriter(head: head)
    for finding in list.findings {
      table.add([
        .words(finding.id), .words(finding.rule), .words(""), .words(finding.level.rawValue), .words("missed"),
        .words(""), .number(""), .number(""), .words(""), .number(""), .number(""), .words(""), .words(finding.file),
        .number(String(finding.line)), .words(finding.message),
      ])
    }
    return table.text
  }
}
