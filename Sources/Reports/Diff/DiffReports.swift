import Foundations
import Gates
import Planning

/// A comparison of two plans for people at a terminal.
package enum DiffText {
  /// The report, at most `width` columns wide.
  package static func text(_ diff: PlanDiff, width: Int, style: Style, isVerbose: Bool) -> String {
    PlanText.page(DiffDocument.document(diff, isVerbose: isVerbose), width: width, style: style)
  }
}

/// A comparison of two plans as a comment on a pull request.
package enum DiffMarkdown {
  /// One bold sentence, what caused it, the rest folded; at most ``CheckMarkdown/limit`` characters.
  package static func text(_ diff: PlanDiff) -> String {
    let name = CheckMarkdown.tag(diff.head.specName)
    let (sentence, _) = DiffDocument(diff: diff, isVerbose: true).sentence
    let head =
      "<!-- planner-diff: \(name) -->\n**\(MarkdownWriter.escaped("\(diff.head.specName) \(sentence)"))**\n"
    let blocks = DiffDocument.document(diff, isVerbose: true).blocks.dropFirst()
    guard !blocks.isEmpty, !diff.isEmpty else { return head }
    // The facts and the causes stand open.
    let end =
      blocks.firstIndex { if case .heading(let text, _) = $0 { text != "Why" } else { false } } ?? blocks.endIndex
    func words(_ part: ArraySlice<ReportBlock>) -> String { part.map(MarkdownWriter.text).joined(separator: "\n") }
    let open = "\n" + words(blocks[..<end])
    let details = "\n<details><summary>Everything that changed</summary>\n\n\(words(blocks[end...]))\n</details>\n"
    for text in [head + open + (end < blocks.endIndex ? details : ""), head + open]
    where text.utf16.count <= CheckMarkdown.limit {
      return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
    return head + "\nThe rest is too long for a comment; `planner diff` shows it.\n"
  }
}

/// A comparison of two plans as CSV: one row a figure, then one a cause.
package enum DiffCSV {
  /// The table; money as exact decimals.
  package static func text(_ diff: PlanDiff) -> String {
    var table = CSVWriter(head: ["kind", "path", "unit", "base", "head", "change", "cause"])
    func number(_ figure: PlanFigure?) -> CSVWriter.Cell {
      guard let figure else { return .number("") }
      return .number(figure.money.map(\.description) ?? JSON.text(of: figure.value))
    }
    for change in diff.figures {
      let money = change.base?.money.flatMap { a in change.head?.money.map { ($0 - a).description } }
      table.add([
        .words("figure"), .words(change.path), .words(change.unit), number(change.base), number(change.head),
        .number(money ?? change.change.map { JSON.text(of: $0) } ?? ""), .words(change.causes.first?.path ?? ""),
      ])
    }
    for change in diff.limits {
      table.add([
        .words("limit"), .words(change.id), .words(""), .words(change.base?.rawValue ?? ""),
        .words(change.head?.rawValue ?? ""), .words(change.isBroken ? "broken" : change.isMended ? "mended" : ""),
        .words(""),
      ])
    }
    for change in diff.placements {
      table.add([
        .words("placement"), .words("workloads.\(change.workload)"), .words(""), .words(change.base ?? ""),
        .words(change.head ?? ""), .words(""), .words(change.causes.joined(separator: "; ")),
      ])
    }
    for cause in diff.causes {
      table.add([
        .words("cause"), .words(cause.path), .words("\(diff.head.currency)/month"), .words(cause.base ?? ""),
        .words(cause.head ?? ""), .number(cause.perMonth?.description ?? ""), .words(cause.kind.rawValue),
      ])
    }
    return table.text
  }
}
