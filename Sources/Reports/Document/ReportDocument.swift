import Foundations

/// What a report says, before it is laid out for a terminal or written as Markdown.
struct ReportDocument: Sendable {
  private(set) var blocks: [ReportBlock] = []

  mutating func add(_ block: ReportBlock) { blocks.append(block) }

  /// Adds a heading; level 2 stands for a part, 3 for what is within it.
  mutating func heading(_ text: String, level: Int = 2) { blocks.append(.heading(text, level: level)) }

  mutating func paragraph(_ text: String, _ tone: Tone = .plain) { blocks.append(.paragraph(text, tone)) }

  /// Adds a table unless it is empty.
  mutating func table(_ table: ReportTable) { if !table.rows.isEmpty { blocks.append(.table(table)) } }
}

/// A piece of a report.
enum ReportBlock: Sendable {
  /// The name of the plan and what became of it.
  case title(String, String, Tone)
  case heading(String, level: Int)
  case facts([ReportFact])
  case paragraph(String, Tone)
  case items([String])
  case table(ReportTable)
  /// The same table for wide and for narrow pages.
  case either(wide: ReportTable, narrow: ReportTable)
}

/// A label with what is said about it.
struct ReportFact: Sendable {
  var label: String
  var text: String
  var tone: Tone

  init(_ label: String, _ text: String, _ tone: Tone = .plain) {
    self.label = label
    self.text = text
    self.tone = tone
  }
}

/// Rows of cells, some of them toned.
struct ReportTable: Sendable {
  struct Row: Sendable {
    var cells: [String]
    var tones: [Tone]
    /// Share of the whole in [0,1]: a bar where there is room.
    var share: Double?
  }

  var columns: [TextTable.Column]
  private(set) var rows: [Row] = []

  init(_ columns: [TextTable.Column]) { self.columns = columns }

  mutating func add(_ cells: [String], tones: [Tone] = [], share: Double? = nil) {
    rows.append(Row(cells: cells, tones: tones, share: share))
  }

  /// Adds the row that sums up the others.
  mutating func total(_ cells: [String]) { add(cells, tones: cells.map { _ in .strong }) }
}

extension TextTable.Column {
  /// A column of words.
  static func words(_ title: String) -> Self { .init(title) }
  /// A column of numbers.
  static func number(_ title: String) -> Self { .init(title, isRight: true) }
  /// A column of sentences, which go on in the next line.
  static func sentence(_ title: String) -> Self { .init(title, isWrapped: true) }
}
