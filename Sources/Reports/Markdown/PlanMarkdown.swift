import Foundations
import Planning

/// A plan as Markdown with tables, as GitHub and GitLab show them.
package enum PlanMarkdown {
  /// The report; the same content as the text, without colours.
  ///
  /// - Parameters:
  ///   - plan: the answer.
  ///   - showsAll: also alternatives beyond the first few, and every assumption.
  package static func text(_ plan: Plan, showsAll: Bool = false) -> String {
    let blocks = PlanDocument.document(plan, showsAll: showsAll).blocks.map(MarkdownWriter.text)
    return String(blocks.joined(separator: "\n").map { $0 == "\u{A0}" ? " " : $0 })
  }
}

/// Writes the blocks of a report as Markdown.
enum MarkdownWriter {
  /// A block with its line breaks.
  static func text(_ block: ReportBlock) -> String {
    switch block {
    case .title(let name, let text, _): "# \(escaped(name))\n\n**\(escaped("\(name) \(text)"))**\n"
    case .heading(let text, let level): "\(String(repeating: "#", count: level)) \(escaped(text))\n"
    case .facts(let facts):
      facts.map { "- **\(escaped($0.label)):** \(escaped($0.text))\n" }.joined()
    case .paragraph(let text, let tone): tone == .secondary ? "_\(escaped(text))_\n" : "\(escaped(text))\n"
    case .items(let items): items.map { "- \(escaped($0))\n" }.joined()
    case .table(let table), .either(let table, _): text(table)
    }
  }

  private static func text(_ table: ReportTable) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    var text = row(table.columns.map { escaped($0.title) })
    text += row(table.columns.map { $0.isRight ? "---:" : "---" })
    for line in table.rows {
      text += row(
        table.columns.indices.map { column in
          let cell = column < line.cells.count ? escaped(line.cells[column]) : ""
          let isStrong = column < line.tones.count && line.tones[column] == .strong
          return isStrong && !cell.isEmpty ? "**\(cell)**" : cell
        })
    }
    return text
  }

  /// The text with everything escaped that Markdown or HTML would take for markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayWidth.safe(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
