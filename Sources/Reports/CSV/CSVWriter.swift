/// Rows as comma-separated values of RFC 4180, safe to open in a spreadsheet.
package struct CSVWriter: Sendable {
  private(set) var text = ""
  /// Columns of each row; shorter rows are filled up.
  private let columns: Int

  /// Creates a table with a head.
  package init(head: [String]) {
    columns = head.count
    add(head.map { .words($0) })
  }

  /// A cell.
  package enum Cell: Sendable {
    /// Text, which is never read as a formula.
    case words(String)
    /// A number in plain notation, kept as it is.
    case number(String)
  }

  /// Adds a row of as many cells as the head has.
  package mutating func add(_ cells: [Cell]) {
    let filled = cells.prefix(columns) + [Cell](repeating: .words(""), count: max(0, columns - cells.count))
    text += filled.map(CSVWriter.quoted).joined(separator: ",") + "\r\n"
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it; quotes where they are due.
  private static func quoted(_ cell: Cell) -> String {
    switch cell {
    case .number(let text): return text
    case .words(let text):
      let first = text.unicodeScalars.first { $0 != " " }
      let isFormula = first.map { "=+-@\t\r\n＝＋－＠|%".unicodeScalars.contains($0) } ?? false
      let safe = isFormula ? "'" + text : text
      let needsQuotes = safe.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return safe }
      return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
  }
}
