/// One place in a source line that a frame points to.
struct CodeMark {
  /// 1-based line of the start.
  var line: Int
  /// Columns before the mark: of the whole line at first, of what is shown in an excerpt.
  var column: Int
  /// Columns of the mark within its first line; at least 1.
  var width: Int
  /// What is written behind the mark.
  var text: String
  var isMain: Bool

  /// The mark of a span; a span over several lines is marked to the end of its first.
  init(_ source: SourceText, _ span: SourceSpan, _ text: String, isMain: Bool) {
    let place = source.position(of: span.start)
    let isWithin = source.lineStarts.indices.contains(place.line - 1)
    var start = isWithin ? source.lineStarts[place.line - 1] : span.start
    if place.line == 1, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, max(span.start, 0)) }
    let next = place.line < source.lineStarts.count ? source.lineStarts[place.line] : source.bytes.count
    let marked = source.text(SourceSpan(span.start, min(span.end, next)))
    line = place.line
    column = DisplayWidth.of(DisplayWidth.safe(source.text(SourceSpan(start, span.start))))
    width = max(1, DisplayWidth.of(DisplayWidth.safe(CodeExcerpt.trimmed(marked))))
    self.text = DisplayWidth.safe(text)
    self.isMain = isMain
  }
}

/// A source line, or the part of it that fits, with the marks below it.
struct CodeExcerpt {
  /// 1-based.
  var line: Int
  /// What is shown; `…` stands where a long line was cut.
  var text: String
  /// In the order of their columns.
  var marks: [CodeMark]
  /// Whether the text of the main mark fits behind it.
  var hasRoom: Bool

  /// The excerpts of all marks, by position, at most `width` columns wide.
  static func excerpts(of marks: [CodeMark], _ source: SourceText, width: Int) -> [CodeExcerpt] {
    let sorted = marks.sorted { ($0.line, $0.column, $0.isMain ? 1 : 0) < ($1.line, $1.column, $1.isMain ? 1 : 0) }
    var result: [CodeExcerpt] = []
    var rest = sorted[...]
    while let first = rest.first {
      let same = rest.prefix { $0.line == first.line }
      rest = rest.dropFirst(same.count)
      var text = DisplayWidth.safe(trimmed(source.line(first.line)))
      if first.line == 1, text.unicodeScalars.first == "\u{FFFD}", source.bytes.first == 0xEF {
        text = String(text.unicodeScalars.dropFirst())
      }
      // Marks too far apart for one excerpt of a long line get one each.
      var waiting = Array(same)
      while let anchor = waiting.first(where: \.isMain) ?? waiting.first {
        let (excerpt, shown) = excerpt(of: text, around: anchor, waiting, width: width)
        result.append(excerpt)
        waiting = waiting.indices.filter { !shown.contains($0) }.map { waiting[$0] }
      }
    }
    return result
  }

  /// The part of a line around a mark, and the indices of the marks that it shows.
  private static func excerpt(
    of text: String, around anchor: CodeMark, _ marks: [CodeMark], width: Int
  ) -> (CodeExcerpt, shown: Set<Int>) {
    var from = 0
    var shown = text
    let isLong = DisplayWidth.of(text) > width
    if isLong {
      // A third of the room for what stands before the mark.
      let wanted = anchor.column + min(anchor.width, width / 3) < width - 1 ? 0 : max(0, anchor.column - width / 3)
      let (head, tail) = DisplayWidth.split(text, at: wanted)
      from = DisplayWidth.of(head)
      shown = DisplayWidth.cut((from > 0 ? "…" : "") + tail, to: width)
    }
    let end = DisplayWidth.of(shown)
    var indices: Set<Int> = []
    var visible: [CodeMark] = []
    for (index, mark) in marks.enumerated() {
      var mark = mark
      mark.column += (from > 0 ? 1 : 0) - from
      let isAnchor = mark.isMain == anchor.isMain && marks[index].column == anchor.column
      guard isAnchor || (mark.column >= 0 && mark.column < end) || !isLong else { continue }
      mark.column = min(max(0, mark.column), width - 1)
      if isLong { mark.width = max(1, min(mark.width, end - mark.column)) }
      indices.insert(index)
      visible.append(mark)
    }
    let hasRoom = visible.allSatisfy {
      !$0.isMain || $0.column + $0.width + 1 + DisplayWidth.of($0.text) <= width
    }
    return (CodeExcerpt(line: anchor.line, text: shown, marks: visible, hasRoom: hasRoom), indices)
  }

  /// The text without trailing blanks, tabs and line breaks.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, last == " " || last == "\t" || last == "\n" || last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
