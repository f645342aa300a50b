/// Rows in aligned columns, two blanks apart, never wider than asked.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable, Hashable {
    package var title: String
    /// Numbers stand to the right.
    package var isRight: Bool
    /// Gives way first when the table is too wide.
    package var isFlexible: Bool
    /// Goes on in the next line instead of being cut.
    package var isWrapped: Bool

    /// Creates a column.
    package init(_ title: String, isRight: Bool = false, isFlexible: Bool = false, isWrapped: Bool = false) {
      self.title = title
      self.isRight = isRight
      self.isFlexible = isFlexible || isWrapped
      self.isWrapped = isWrapped
    }
  }

  package var columns: [Column]
  package private(set) var rows: [[String]] = []
  /// Tones of the cells of each row; cells without one are plain.
  private var tones: [[Tone]] = []

  /// Creates an empty table.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells stay empty.
  package mutating func add(_ cells: [String], tones: [Tone] = []) {
    rows.append(cells.map(DisplayWidth.safe))
    self.tones.append(tones)
  }

  private var naturalWidths: [Int] {
    columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) {
        max($0, column < $1.count ? DisplayWidth.of($1[column]) : 0)
      }
    }
  }

  /// The lines of the table; the head is left out when every title is empty.
  package func lines(width: Int, indent: Int = 0, style: Style) -> [String] {
    let widths = fitted(to: width - indent)
    var result: [String] = []
    let titles = columns.map(\.title)
    if titles.contains(where: { !$0.isEmpty }) {
      let strong = columns.map { _ in Tone.strong }
      result.append(line(titles, strong, widths, indent, width, style))
    }
    for (row, tones) in zip(rows, tones) {
      let parts = columns.indices.map { column -> [String] in
        let cell = column < row.count ? row[column] : ""
        return columns[column].isWrapped ? DisplayWidth.wrap(cell, to: widths[column]) : [cell]
      }
      for index in 0..<(parts.map(\.count).max() ?? 1) {
        result.append(line(parts.map { index < $0.count ? $0[index] : "" }, tones, widths, indent, width, style))
      }
    }
    return result
  }

  /// Widths of the columns that together fit a width.
  ///
  /// Wrapped columns give way first, as long as no word is cut, then flexible ones, then whatever is widest.
  private func fitted(to width: Int) -> [Int] {
    var widths = naturalWidths.map { min($0, max(1, width)) }
    var excess = widths.reduce(0, +) + 2 * max(0, columns.count - 1) - width
    let words = columns.indices.map { max(12, columns[$0].isWrapped ? longestWord($0) : 0) }
    let floors: [(Int) -> Int?] = [
      { columns[$0].isWrapped ? words[$0] : nil }, { columns[$0].isFlexible ? words[$0] : nil },
      { columns[$0].isFlexible ? 12 : nil }, { _ in 4 },
    ]
    for floor in floors {
      while excess > 0 {
        let candidates = columns.indices.filter { column in floor(column).map { widths[column] > $0 } ?? false }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  /// Columns of the longest word of a column.
  private func longestWord(_ column: Int) -> Int {
    rows.reduce(0) { longest, row in
      guard column < row.count else { return longest }
      return row[column].split(separator: " ").reduce(longest) { max($0, DisplayWidth.of(String($1))) }
    }
  }

  private func line(
    _ cells: [String], _ tones: [Tone], _ widths: [Int], _ indent: Int, _ width: Int, _ style: Style
  ) -> String {
    var text = String(repeating: " ", count: indent)
    var used = indent
    // Blanks wait until something follows them.
    var blanks = 0
    for column in columns.indices {
      let room = min(widths[column], max(0, width - used - blanks))
      let cell = DisplayWidth.cut(cells[column], to: room)
      let columnsOfCell = DisplayWidth.of(cell)
      let pad = max(0, room - columnsOfCell)
      if columns[column].isRight { blanks += pad }
      if !cell.isEmpty {
        text += String(repeating: " ", count: blanks)
        text += style.apply(column < tones.count ? tones[column] : .plain, to: cell)
        used += blanks + columnsOfCell
        blanks = 0
      }
      if !columns[column].isRight { blanks += pad }
      blanks += 2
    }
    return text.allSatisfy { $0 == " " } ? "" : text
  }
}
