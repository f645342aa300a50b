import Foundations

/// Mistakes of a spec as a comment on a pull request.
package enum FindingsMarkdown {
  /// One bold sentence and a table of what is wrong.
  package static func text(_ list: FindingList) -> String {
    let errors = list.findings.count { $0.level == .error }
    let count = errors == 1 ? "1 mistake" : "\(errors) mistakes"
    var text = "**\(MarkdownWriter.escaped(list.name)) has \(count) and was not planned**\n\n"
    var table = ReportTable([.words("Line"), .words(""), .sentence("What is wrong")])
    for finding in list.findings.prefix(100) {
      table.add(["\(finding.line)", finding.level.rawValue, finding.message])
    }
    text += MarkdownWriter.text(.table(table))
    if list.findings.count > 100 { text += "\nand \(list.findings.count - 100) more\n" }
    return text
  }
}
