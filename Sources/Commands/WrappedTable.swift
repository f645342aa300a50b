import Foundations

/// Aligned columns whose last one is wrapped, for help: nothing is cut.
enum WrappedTable {
  /// The lines of a table with its head.
  static func text(_ rows: [[String]], indent: Int, width: Int) -> String {
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return "" }
    let widths = (0..<count - 1).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    let offset = indent + widths.reduce(0) { $0 + $1 + 2 }
    var out = ""
    for row in rows {
      var line = margin
      for column in 0..<count - 1 {
        let cell = column < row.count ? row[column] : ""
        line += cell + String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
      }
      let last = row.count == count ? row[count - 1] : ""
      let lines = DisplayWidth.wrap(last, to: max(24, width - offset))
      line += lines.joined(separator: "\n" + String(repeating: " ", count: offset))
      while line.last == " " { line.removeLast() }
      out += line + "\n"
    }
    return out
  }
}
