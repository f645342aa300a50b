/// Rows in aligned columns, two blanks apart, never wider than asked.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    package var title: String
    /// Numbers stand to the right.
    package var isRight: Bool
    /// Gives way first when the table is too wide.
    package var isFlexible: Bool

    /// Creates a column.
    package init(_ title: String, isRight: Bool = false, isFlexible: Bool = false) {
      self.title = title
      self.isRight = isRight
      self.isFlexible = isFlexible
    }
  }

  package var columns: [Column]
  package private(set) var rows: [[String]] = []

  /// Creates an empty table.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells stay empty.
  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines of the table; the head is left out when every title is empty.
  package func lines(width: Int, indent: Int = 0, style: Style) -> [String] {
    let titles = columns.map(\.title)
    var widths = columns.indices.map { column in
      ([titles] + rows).map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * max(0, columns.count - 1) + indent - width
    // The widest flexible column first, then whatever is widest.
    while excess > 0 {
      let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 8 }
      let candidates = flexible.isEmpty ? columns.indices.filter { widths[$0] > 4 } : flexible
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    var result: [String] = []
    if titles.contains(where: { !$0.isEmpty }) { result.append(style.bold(line(titles, widths, indent))) }
    result += rows.map { line($0, widths, indent) }
    return result
  }

  private func line(_ cells: [String], _ widths: [Int], _ indent: Int) -> String {
    var text = String(repeating: " ", count: indent)
    for column in columns.indices {
      let cell = DisplayWidth.cut(column < cells.count ? cells[column] : "", to: widths[column])
      let pad = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
      text += columns[column].isRight ? pad + cell : cell + pad
      if column < columns.count - 1 { text += "  " }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
