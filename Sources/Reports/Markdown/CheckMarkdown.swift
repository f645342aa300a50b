import Foundations
import Gates
import Planning

/// A check as a comment on a pull request: one bold sentence, a small table, the rest folded.
package enum CheckMarkdown {
  /// Characters that GitHub takes in a comment.
  package static let limit = 65_536

  /// The comment; its first line is a hidden tag by which a later run finds and replaces it.
  package static func text(_ check: GateCheck, file: String) -> String {
    let whole = CheckDocument(check: check, file: file, isVerbose: true)
    let head =
      "<!-- planner-check: \(tag(check.plan.specName)) -->\n"
      + "**\(MarkdownWriter.escaped("\(check.plan.specName) \(whole.verdict.text)"))**\n\n"
    let summary = MarkdownWriter.text(.table(totals(check))) + "\n"
    let document = CheckDocument.document(check, file: file, isVerbose: true)
    let details = document.blocks.dropFirst(2).map(MarkdownWriter.text).joined(separator: "\n")
    let missed = findings(check, file, room: limit - head.utf16.count - summary.utf16.count - 400)
    let short = head + summary + missed
    let open = "\n<details><summary>Every limit</summary>\n\n"
    let close = "\n</details>\n"
    let full = short + open + details + close
    if full.utf16.count <= limit { return plain(full) }
    return plain(
      short + "\nThe table of every limit is too long for a comment; `planner check \(tag(file))` shows it.\n")
  }

  /// Blanks that hold words together on a page are plain ones in a comment.
  private static func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }

  /// A name that cannot end the comment it stands in.
  static func tag(_ name: String) -> String {
    String(DisplayWidth.safe(name).map { "`<>".contains($0) ? "_" : $0 }).replacing("--", with: "- -")
  }

  private static func totals(_ check: GateCheck) -> ReportTable {
    let plan = check.plan
    let base = check.base
    var table = ReportTable(
      [.words("")] + (base == nil ? [.number("Value")] : [.number("Before"), .number("Now"), .number("Change")]))
    func row(_ name: String, _ value: (Plan) -> Money?, _ words: (Money) -> String) {
      let now = value(plan).map { "\(words($0)) \(plan.currency)" } ?? "unknown"
      guard let base else { return table.add([name, now]) }
      let before = value(base)
      var change = ""
      if let before, let after = value(plan), before != after {
        let share = before > .zero ? (after - before).double / before.double : 0
        let sign = after > before ? "+" : ""
        change = "\(sign)\(words(after - before))" + (share != 0 ? " (\(sign)\(Figures.share(share)))" : "")
      }
      table.add([name, before.map { "\(words($0)) \(base.currency)" } ?? "unknown", now, change])
    }
    row("Total a month", { $0.verdict == .infeasible ? nil : $0.perMonth }, Figures.money)
    row("Per \(plan.transactionName)", { $0.verdict == .infeasible ? nil : $0.perTransaction }, Figures.price)
    let counts = "\(plan.limits.count { $0.outcome == .met }) of \(plan.limits.count)"
    table.add(base == nil ? ["Limits met", counts] : ["Limits met", "", counts, ""])
    return table
  }

  /// What is not met, as much of it as there is room for.
  private static func findings(_ check: GateCheck, _ file: String, room: Int) -> String {
    var text = ""
    var left = check.findings.count
    for finding in check.findings {
      let word = finding.forgiven == nil ? finding.level.rawValue : "forgiven"
      let line = "- **\(word)** \(MarkdownWriter.escaped(finding.message)) (`\(tag(file)):\(finding.line ?? 1)`)\n"
      guard text.utf16.count + line.utf16.count < room else { break }
      text += line
      left -= 1
    }
    return left > 0 ? text + "- and \(left) more\n" : text
  }
}
