import Foundations
import Planning

/// A plan for people at a terminal: the answer first, then the reasons, then the details.
package struct PlanText {
  let width: Int
  let style: Style
  private var lines: [String] = []
  /// A table stands apart from what is before it, unless that is its heading.
  private var isBelowHeading = false
  /// Whether an empty line comes before the block.
  private var isApart = false

  /// The narrowest and the widest page that is laid out; a wider one is hard to read.
  private static let widths = 60...200
  /// Pages from this width on show wide tables.
  private static let wide = 118

  /// The report, at most `width` columns wide.
  ///
  /// - Parameters:
  ///   - plan: the answer.
  ///   - width: columns of the page, held within 60 and 200.
  ///   - style: with or without colours.
  ///   - showsAll: also alternatives beyond the first few, and every assumption.
  package static func text(_ plan: Plan, width: Int, style: Style, showsAll: Bool = false) -> String {
    page(PlanDocument.document(plan, showsAll: showsAll), width: width, style: style)
  }

  /// Any document, laid out for a terminal.
  static func page(_ document: ReportDocument, width: Int, style: Style) -> String {
    let width = min(max(width, widths.lowerBound), widths.upperBound)
    let blocks = document.blocks
    // Blocks know nothing of each other but whether a heading comes before.
    let parts = Parallel.map(blocks.count) { index -> (isApart: Bool, bytes: [UInt8], endsBlank: Bool) in
      var part = PlanText(width: width, style: style)
      if index > 0, case .heading = blocks[index - 1] { part.isBelowHeading = true }
      part.write(blocks[index])
      var bytes: [UInt8] = []
      for line in part.lines { PlanText.append(line, to: &bytes) }
      return (part.isApart, bytes, part.lines.last?.isEmpty ?? false)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count + 1 })
    var isBlank = true
    for part in parts {
      if part.isApart, !isBlank { bytes.append(newline) }
      bytes += part.bytes
      if !part.bytes.isEmpty { isBlank = part.endsBlank } else if part.isApart { isBlank = true }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let newline = UInt8(ascii: "\n")

  /// A line with its end; blanks that hold words together have done their work.
  private static func append(_ line: String, to bytes: inout [UInt8]) {
    var isHeld = false
    for byte in line.utf8 {
      if isHeld, byte == 0xA0 {
        bytes[bytes.count - 1] = UInt8(ascii: " ")
      } else {
        bytes.append(byte)
      }
      isHeld = byte == 0xC2
    }
    bytes.append(newline)
  }

  private init(width: Int, style: Style) {
    self.width = width
    self.style = style
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .title(let name, let text, let tone): title(name, text, tone)
    case .heading(let text, let level):
      blank()
      if level > 2 {
        lines.append("  " + style.bold(DisplayWidth.cut(text, to: width - 2)))
      } else {
        lines.append(style.blue(DisplayWidth.cut(text, to: width)))
      }
    case .facts(let facts): self.facts(facts)
    case .paragraph(let text, let tone): paragraph(text, tone, first: "  ", next: "  ")
    case .items(let items): for item in items { paragraph(item, .plain, first: "  - ", next: "    ") }
    case .table(let table): self.table(table)
    case .either(let wide, let narrow): table(width >= PlanText.wide ? wide : narrow)
    }
  }

  /// An empty line, unless there is one: before the block's first line it is for the page to see.
  private mutating func blank() {
    if lines.isEmpty { isApart = true } else if lines.last?.isEmpty == false { lines.append("") }
  }

  private mutating func title(_ name: String, _ text: String, _ tone: Tone) {
    let line = DisplayWidth.wrap("\(name) \(text)", to: width)
    // Both parts keep their tones where they share a line.
    if line.count == 1 {
      lines.append("\(style.bold(name)) \(style.apply(tone, to: text))")
    } else {
      lines += line.map { style.apply(tone, to: $0) }
    }
    blank()
  }

  private mutating func paragraph(_ text: String, _ tone: Tone, first: String, next: String) {
    let safe = DisplayWidth.safe(text)
    for (index, line) in DisplayWidth.wrap(safe, to: width - next.count).enumerated() {
      lines.append((index == 0 ? first : next) + style.apply(tone, to: line))
    }
  }

  private mutating func facts(_ facts: [ReportFact]) {
    let column = min((facts.map { DisplayWidth.of($0.label) }.max() ?? 0) + 4, width / 2)
    for fact in facts {
      for (index, line) in DisplayWidth.wrap(DisplayWidth.safe(fact.text), to: width - column).enumerated() {
        let label = index == 0 ? "  " + DisplayWidth.cut(fact.label, to: column - 3) : ""
        let pad = String(repeating: " ", count: max(0, column - DisplayWidth.of(label)))
        lines.append(label + pad + style.apply(fact.tone, to: line))
      }
    }
  }

  private mutating func table(_ table: ReportTable) {
    if !isBelowHeading { blank() }
    var columns = table.columns
    let hasShares = table.rows.contains { $0.share != nil }
    if hasShares { columns.append(.init("")) }
    var text = TextTable(columns)
    let longest = table.rows.compactMap(\.share).max() ?? 0
    for row in table.rows {
      let bar = hasShares ? [bar(row.share ?? 0, of: longest)] : []
      let cells = row.cells + [String](repeating: "", count: max(0, table.columns.count - row.cells.count))
      text.add(cells + bar, tones: row.tones)
    }
    lines += text.lines(width: width, indent: 2, style: style)
  }

  /// A bar of blocks, as long as a share of the longest.
  private func bar(_ share: Double, of longest: Double) -> String {
    let room = width >= 100 ? 40.0 : 20.0
    guard longest > 0, share > 0, share.isFinite else { return "" }
    return String(repeating: "█", count: max(1, Int((min(1, share / longest) * room).rounded())))
  }
}
