import Foundations

/// The causes of mistakes in block structure: indentation, keys, entries.
extension EventParser {
  /// A tab where indentation is due.
  func tabFault() -> YAMLFault {
    var i = lineStart
    while i < p, base[i] != 0x09 { i += 1 }
    return YAMLFault(
      "tab", "a tab in the indentation", i, i + 1, help: "use spaces: YAML does not indent by tabs", resume: i)
  }

  /// A line that fits no open collection.
  func indentationFault(_ expected: Int) -> YAMLFault {
    if sawTab { return tabFault() }
    if let fault = leftTextFault() { return fault }
    if closedIndent.at == p, closedIndent.indent > column {
      return indentationFault(
        at: p, column: column, expected: closedIndent.indent, labels: [label(closedIndent.opened, siblings)])
    }
    var labels: [DiagnosticLabel] = []
    if let fitting = stack.last(where: { $0.indent >= 0 && $0.kind.rawValue <= 2 }) {
      labels.append(label(fitting.opened, siblings))
    }
    return indentationFault(at: p, column: column, expected: expected, labels: labels)
  }

  private var siblings: String { "its siblings start here" }

  private func label(_ offset: Int, _ text: String) -> DiagnosticLabel {
    DiagnosticLabel(SourceSpan(offset, offset + 1), text)
  }

  private func indentationFault(
    at offset: Int, column: Int, expected: Int, labels: [DiagnosticLabel]
  ) -> YAMLFault {
    let difference = abs(column - expected)
    let spaces = "\(difference) space\(difference == 1 ? "" : "s")"
    return YAMLFault(
      "indentation", "this line is indented by \(column), its siblings by \(expected)", offset, firstLineEnd(offset),
      help: column > expected
        ? "remove \(spaces), or is the line above missing its ':' or value?" : "add \(spaces)",
      labels: labels, resume: offset)
  }

  /// A line behind a block text, indented less than the text but not as a key would be.
  private func leftTextFault() -> YAMLFault? {
    guard closedText.next == lineStart, column < closedText.indent else { return nil }
    let difference = closedText.indent - column
    return YAMLFault(
      "indentation", "this line is indented by \(column), the text above by \(closedText.indent)", p, endOfLine(),
      help: "add \(difference) space\(difference == 1 ? "" : "s") if it belongs to the text",
      labels: [label(closedText.opened, "the text starts here")], resume: p)
  }

  /// Content behind the document's only node.
  func outsideFault() -> YAMLFault {
    if sawTab { return tabFault() }
    if let fault = leftTextFault() { return fault }
    let last = events.last { $0.kind == .mappingEnd || $0.kind == .sequenceEnd || $0.kind == .scalar }
    if last?.kind == .scalar {
      return YAMLFault(
        "document", "text behind the only value of the document", p, endOfLine(), help: "is a ':' missing above?",
        resume: p)
    }
    return YAMLFault(
      "indentation", "this line's indentation of \(column) matches none above", p, endOfLine(),
      help: "align it with the lines it belongs to", resume: p)
  }

  /// A line among the entries of a sequence that is none.
  func entryFault(_ sequence: Frame) -> YAMLFault {
    let labels = [label(sequence.opened, "the sequence starts here")]
    if base[p] == 0x2D, base[p + 1] != 0x2D {
      return YAMLFault("missing-space", "a space is missing after '-'", p, p + 1, help: "write '- '", labels: labels)
    }
    return YAMLFault(
      "sequence-entry", "expected '- ' like the entries above", p, endOfLine(),
      help: "start the line with '- ' or indent it to belong to the entry above", labels: labels)
  }

  /// A collection that cannot start where it does.
  func collectionFault() -> YAMLFault {
    let name = base[p] == 0x2D ? "a sequence" : "a mapping"
    return YAMLFault(
      "nested-collection", "\(name) cannot start on this line", p, endOfLine(),
      help: "start it on the next line, indented")
  }

  /// `a: b: c`.
  func nestedMappingFault(_ colon: Int, _ candidate: Candidate) -> YAMLFault {
    if stack.count == 1 {
      return YAMLFault(
        "nested-mapping", "a mapping cannot start on the line of '---'", colon, colon + 1,
        help: "start the mapping on the next line")
    }
    return YAMLFault(
      "nested-mapping", "a second ':' on one line: a mapping cannot start here", colon, colon + 1,
      help: "put the value in quotes, or start the mapping on the next line")
  }

  /// A ':' on a later line than the node before it.
  func multilineKeyFault(_ candidate: Candidate, colon: Int) -> YAMLFault {
    guard candidate.event < events.count, events[candidate.event].kind == .scalar,
      events[candidate.event].style == .plain
    else {
      return YAMLFault(
        "multiline-key", "a key must stand on one line", candidate.start, firstLineEnd(candidate.start),
        labels: [label(colon, "this ':' makes it a key")], resume: colon)
    }
    if candidate.mayStartMapping { return missingColonFault(candidate) }
    // A value goes on over this line although it looks like a key of its own.
    var offset = lineStart
    while base[offset] == 0x20 { offset += 1 }
    return indentationFault(
      at: offset, column: offset - lineStart, expected: max(candidate.parentIndent, 0),
      labels: [DiagnosticLabel(SourceSpan(candidate.start, firstLineEnd(candidate.start)), "this value is complete")])
  }

  /// A line of a mapping without `: `.
  func missingColonFault(_ candidate: Candidate) -> YAMLFault {
    let start = candidate.start
    let end = firstLineEnd(start)
    if let fault = conflictFault(start) { return fault }
    // `key:value`: the colon is there, the space is not.
    var i = start
    while i < end, base[i] != 0x3A { i += 1 }
    if i < end, base[i + 1] != 0x2F {
      return YAMLFault(
        "missing-space", "a space is missing after ':'", i, i + 1, help: "write ': '", resume: start)
    }
    return YAMLFault(
      "missing-colon", "expected a key and ':' but read '\(excerpt(start, end))'", start, end,
      help: colonHelp(start, end),
      resume: start)
  }

  /// What was probably meant by a line without `: `.
  private func colonHelp(_ start: Int, _ end: Int) -> String {
    if base[start] == 0x2F, base[start + 1] == 0x2F { return "a comment starts with '#'" }
    for i in start..<end {
      if base[i] == 0x3D { return "write ': ' instead of '='" }
      // The full-width colon of East Asian keyboards.
      if base[i] == 0xEF, base[i + 1] == 0xBC, base[i + 2] == 0x9A { return "write ': ' instead of '\u{FF1A}'" }
    }
    return "write 'key: value'"
  }

  /// What version control leaves in a file: `<<<<<<<`, `=======`, `>>>>>>>`.
  func conflictFault(_ start: Int) -> YAMLFault? {
    let mark = base[start]
    guard start == lineStart || start == 0 || isBreak(base[start - 1]) else { return nil }
    guard mark == 0x3C || mark == 0x3D || mark == 0x3E, (1..<7).allSatisfy({ base[start + $0] == mark }) else {
      return nil
    }
    return YAMLFault(
      "conflict", "a mark of a merge conflict", start, firstLineEnd(start),
      help: "keep one of the two versions and remove the marks", resume: start)
  }
}
