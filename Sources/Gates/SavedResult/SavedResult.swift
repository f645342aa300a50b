import Foundations
import Planning
import YAML

/// Reads the JSON result of an earlier run back into a plan, to compare a later one with it.
package enum SavedResult {
  /// The version of results that is read.
  package static let version = 1

  /// Whether a file holds a result rather than a spec: `planner` is an object in the one, a number in the other.
  package static func isResult(_ source: SourceText) -> Bool {
    guard source.bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) == 0x7B else {
      return false
    }
    let root = ResultNode(node: YAMLParse.documents(source).documents.first, path: "")
    return root["planner"].node?.kind == .mapping || root["diagnostics"].node != nil
  }

  /// The plan that a result tells of: everything that is compared, without the paths of its latencies.
  package static func plan(_ source: SourceText) throws(SavedResultError) -> Plan {
    let parsed = YAMLParse.documents(source)
    if let mistake = parsed.diagnostics.first(where: { $0.level == .error }) {
      let line = mistake.span.map { " in line \(source.position(of: $0.start).line)" } ?? ""
      throw SavedResultError(path: "", reason: "it is no JSON\(line): \(mistake.message)")
    }
    let root = ResultNode(node: parsed.documents.first, path: "")
    if root["diagnostics"].node != nil, root["planner"].isNull {
      throw SavedResultError(path: "", reason: "it tells of mistakes in a spec and holds no result")
    }
    let head = root["planner"]
    let found = try head["result_version"].whole()
    guard found == version else {
      throw SavedResultError(
        path: "planner.result_version",
        reason: "it is a result of version \(found), and this planner reads version \(version); save it anew")
    }
    var plan = Plan(
      specName: try head["spec"]["name"].text(), specPath: try head["spec"]["path"].text(),
      specSHA256: try head["spec"]["sha256"].text(), catalogDate: try head["catalog"]["date"].text(),
      catalogSHA256: try head["catalog"]["sha256"].text(), currency: try root["currency"].text(),
      month: try root["month"].whole(), assumptions: [], inputCount: 0,
      workloads: try root["workloads"].map(SavedPlacement.workload),
      sharedLines: try root["shared"]["lines"].list(SavedPlacement.line),
      transactionName: try root["totals"]["transaction"].text(),
      transactionsPerMonth: try root["totals"]["transactions_per_month"].number(),
      oldestPrice: try head["catalog"]["oldest_price"].text())
    plan.programVersion = try head["version"].text()
    plan.specText = try text(head["spec"], sha256: plan.specSHA256)
    plan.perTransaction = try root["totals"]["per_transaction"].optional { (node) throws(SavedResultError) in
      try node.money()
    }
    plan.budgets = try root["budgets"].list(budget)
    guard let verdict = Plan.Verdict(rawValue: try root["verdict"].text()) else {
      throw SavedResultError(path: "verdict", reason: "pass, fail or infeasible is due there")
    }
    plan.verdict = verdict
    try check(plan, root["totals"]["per_month"])
    return plan
  }

  /// The spec that stands in the result, if it is the one the result was made from.
  private static func text(_ spec: ResultNode, sha256: String) throws(SavedResultError) -> String? {
    guard !spec["text"].isNull else { return nil }
    let text = try spec["text"].text()
    guard SHA256.hex(Array(text.utf8)) == sha256 else { return nil }
    return text
  }

  /// A result that was changed by hand does not add up.
  private static func check(_ plan: Plan, _ total: ResultNode) throws(SavedResultError) {
    guard !total.isNull else { return }
    let stated = try total.money()
    guard stated == plan.perMonth else {
      throw SavedResultError(
        path: total.path, reason: "its lines add up to \(plan.perMonth), it says \(stated)")
    }
  }

  private static func budget(_ node: ResultNode) throws(SavedResultError) -> SpendingBudget {
    SpendingBudget(
      id: try node["id"].text(), limit: try node["limit"].money(),
      value: try node["value"].optional { (value) throws(SavedResultError) in try value.money() },
      unit: try node["unit"].text(),
      met: try node["met"].optional { (value) throws(SavedResultError) in try value.flag() },
      line: try node["line"].optional { (value) throws(SavedResultError) in try value.whole() })
  }
}
