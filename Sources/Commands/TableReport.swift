import Foundations

/// Rows of named values, written as an aligned table, as JSON objects or as CSV.
struct TableReport {
  /// A column: its key in JSON and CSV.
  struct Column {
    let name: String
    /// Numbers stand to the right in text.
    let isRight: Bool
    /// Gives way first when text is too wide.
    let isFlexible: Bool
    /// Left out of text.
    let isHidden: Bool
    /// Left out of text that is too narrow, the highest first; 0 always stays.
    let rank: Int

    init(
      _ name: String, isRight: Bool = false, isFlexible: Bool = false, isHidden: Bool = false, rank: Int = 0
    ) {
      self.name = name
      self.isRight = isRight
      self.isFlexible = isFlexible
      self.isHidden = isHidden
      self.rank = rank
    }
  }

  let columns: [Column]
  /// Cells in the order of the columns.
  var rows: [[JSON]] = []
  /// Lines below the text table.
  var notes: [String] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The report in a format: `json`, `csv`, else text.
  func text(format: String, width: Int, style: Style) -> String {
    switch format {
    case "json": return json
    case "csv": return csv
    default:
      let (shown, dropped) = visible(width)
      var table = TextTable(
        shown.map { .init(columns[$0].name, isRight: columns[$0].isRight, isFlexible: columns[$0].isFlexible) })
      for row in rows { table.add(shown.map { ModelText.plain(row[$0]) }) }
      var lines = table.lines(width: width, style: style)
      if !notes.isEmpty { lines += [""] + notes.flatMap { DisplayWidth.wrap($0, to: width) } }
      if !dropped.isEmpty {
        let names = dropped.map { columns[$0].name }.joined(separator: ", ")
        lines += DisplayWidth.wrap("Left out at this width: \(names); more with --width or -f csv.", to: width)
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// The columns that text shows: those with any value, less those that do not fit.
  private func visible(_ width: Int) -> (shown: [Int], dropped: [Int]) {
    var shown = columns.indices.filter { column in
      !columns[column].isHidden && rows.contains { if case .null = $0[column] { false } else { true } }
    }
    let widths = columns.indices.map { column in
      let cells = rows.map { DisplayWidth.of(ModelText.plain($0[column])) }.max() ?? 0
      return max(DisplayWidth.of(columns[column].name), columns[column].isFlexible ? min(cells, 12) : cells)
    }
    var dropped: [Int] = []
    while shown.reduce(-2, { $0 + widths[$1] + 2 }) > width,
      let last = shown.filter({ columns[$0].rank > 0 }).max(by: { columns[$0].rank < columns[$1].rank })
    {
      shown.removeAll { $0 == last }
      dropped.append(last)
    }
    return (shown, dropped.sorted())
  }

  private var json: String {
    let objects = rows.map { row in
      JSON.object(zip(columns, row).map { ($0.name, $1) }).text(pretty: false)
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private var csv: String {
    var out = columns.map { CSVReader.quoted($0.name) }.joined(separator: ",") + "\n"
    for row in rows { out += row.map(TableReport.cell).joined(separator: ",") + "\n" }
    return out
  }

  /// A cell of CSV; null is empty.
  static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): CSVReader.quoted(text)
    default: CSVReader.quoted(value.text(pretty: false))
    }
  }
}
