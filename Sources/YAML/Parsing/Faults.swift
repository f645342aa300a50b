import Foundations

/// The causes of mistakes, in the words of the person who made them.
extension EventParser {
  func endOfLine() -> Int { firstLineEnd(p) }

  func firstLineEnd(_ from: Int) -> Int {
    var i = from
    while i < count, !isBreak(base[i]) { i += 1 }
    while i > from + 1, isBlank(base[i - 1]) { i -= 1 }
    return i
  }

  func endOfToken() -> Int {
    var i = p + 1
    while !isGap(i) { i += 1 }
    return i
  }

  /// Number of Unicode scalars between two offsets.
  func scalars(_ start: Int, _ end: Int) -> Int {
    var n = 0
    for i in start..<max(start, end) where base[i] & 0xC0 != 0x80 { n += 1 }
    return n
  }

  /// A tab where indentation is due.
  func tabFault() -> YAMLFault {
    var i = lineStart
    while i < p, base[i] != 0x09 { i += 1 }
    return YAMLFault(
      "tab", "a tab in the indentation", i, i + 1, help: "use spaces: YAML does not indent by tabs", resume: i)
  }

  /// Something stands behind a complete value on its line.
  func trailingFault() -> YAMLFault {
    let what = source.text(SourceSpan(p, min(endOfLine(), p + 24)))
    if base[p] == 0x3A {
      return YAMLFault("nested-mapping", "a ':' where no key can stand", p, p + 1, help: "put the text in quotes")
    }
    if isTemplate() { return templateFault() }
    var help = "put the whole value in quotes"
    if base[p] == 0x5D || base[p] == 0x7D { help = "nothing is open here" }
    return YAMLFault("trailing", "unexpected '\(what)' behind a complete value", p, endOfLine(), help: help)
  }

  /// A line that fits no open collection.
  func indentationFault(_ expected: Int) -> YAMLFault {
    if sawTab { return tabFault() }
    let isBelowClosed = closedIndent.at == p && closedIndent.indent > column
    let expected = isBelowClosed ? closedIndent.indent : expected
    var labels: [DiagnosticLabel] = []
    if !isBelowClosed, let fitting = stack.last(where: { $0.indent >= 0 && $0.kind.rawValue <= 2 }) {
      labels.append(DiagnosticLabel(SourceSpan(fitting.opened, fitting.opened + 1), "its siblings start here"))
    }
    return indentationFault(at: p, column: column, expected: expected, labels: labels)
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

  /// A ':' on a later line than the node before it.
  func multilineKeyFault(_ candidate: Candidate, colon: Int) -> YAMLFault {
    guard isPlainContinuation(candidate) else {
      return YAMLFault(
        "multiline-key", "a key must stand on one line", candidate.start, firstLineEnd(candidate.start),
        labels: [DiagnosticLabel(SourceSpan(colon, colon + 1), "this ':' makes it a key")], resume: colon)
    }
    if candidate.mayStartMapping {
      let text = source.text(SourceSpan(candidate.start, min(firstLineEnd(candidate.start), candidate.start + 40)))
      return YAMLFault(
        "missing-colon", "expected a key and ':' but read '\(text)'", candidate.start, firstLineEnd(candidate.start),
        help: "write 'key: value'", resume: candidate.start)
    }
    // A value goes on over this line although it looks like a key of its own.
    var offset = lineStart
    while base[offset] == 0x20 { offset += 1 }
    return indentationFault(
      at: offset, column: offset - lineStart, expected: max(candidate.parentIndent, 0),
      labels: [DiagnosticLabel(SourceSpan(candidate.start, firstLineEnd(candidate.start)), "this value is complete")])
  }

  /// Content behind the document's only node.
  func outsideFault() -> YAMLFault {
    if sawTab { return tabFault() }
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

  func collectionFault() -> YAMLFault {
    let name = base[p] == 0x2D ? "a sequence" : "a mapping"
    return YAMLFault(
      "nested-collection", "\(name) cannot start on this line", p, endOfLine(),
      help: "start it on the next line, indented")
  }

  /// `a: b: c`.
  func nestedMappingFault(_ colon: Int, _ candidate: Candidate) -> YAMLFault {
    YAMLFault(
      "nested-mapping", "a second ':' on one line: a mapping cannot start here", colon, colon + 1,
      help: "put the value in quotes, or start the mapping on the next line")
  }

  /// A line of a mapping without `: `.
  func missingColonFault(_ candidate: Candidate) -> YAMLFault {
    let end = firstLineEnd(candidate.start)
    // `key:value`: the colon is there, the space is not.
    var i = candidate.start
    while i < end, base[i] != 0x3A { i += 1 }
    if i < end, base[i + 1] != 0x2F {
      return YAMLFault(
        "missing-space", "a space is missing after ':'", i, i + 1, help: "write ': '",
        notes: [], resume: candidate.start)
    }
    let text = source.text(SourceSpan(candidate.start, min(end, candidate.start + 40)))
    return YAMLFault(
      "missing-colon", "expected a key and ':' but read '\(text)'", candidate.start, end,
      help: "write 'key: value'", resume: candidate.start)
  }

  func isPlainContinuation(_ candidate: Candidate) -> Bool {
    candidate.event < events.count && events[candidate.event].kind == .scalar && events[candidate.event].style == .plain
  }

  func unclosedQuote(_ opened: Int) -> YAMLFault {
    let quote = base[opened] == 0x22 ? "\"" : "'"
    return YAMLFault(
      "unclosed-quote", "a quote is never closed", opened, opened + 1, help: "close it with \(quote)", resume: opened)
  }

  /// A bracket that is still open where the text around it goes on.
  func unclosedFault() -> YAMLFault {
    let frame = stack.last { $0.kind == .flowSequence || $0.kind == .flowMapping }
    let at = frame?.opened ?? p
    let close = base[at] == 0x5B ? "]" : "}"
    if base[at] == 0x7B, base[at + 1] == 0x7B { return templateFault() }
    var labels: [DiagnosticLabel] = []
    if !isAtEnd {
      labels.append(DiagnosticLabel(SourceSpan(p, p + 1), "here it should have been closed, or be indented deeper"))
    }
    return YAMLFault(
      "unclosed-bracket", "'\(Character(Unicode.Scalar(base[at])))' is never closed", at, at + 1,
      help: "close it with '\(close)'", labels: labels, resume: at)
  }

  func commaFault() -> YAMLFault {
    YAMLFault("comma", "a value is missing before ','", p, p + 1, help: "remove a comma")
  }

  /// Two entries of a flow collection without a comma, or a wrong bracket.
  func separatorFault(_ top: Int) -> YAMLFault {
    let opened = stack[top].opened
    let isSequence = stack[top].kind == .flowSequence
    if isTemplate() || base[opened] == 0x7B && base[opened + 1] == 0x7B { return templateFault() }
    let label = [DiagnosticLabel(SourceSpan(opened, opened + 1), "opened here")]
    if base[p] == 0x5D || base[p] == 0x7D {
      return YAMLFault(
        "bracket", "'\(Character(Unicode.Scalar(base[p])))' does not close '\(isSequence ? "[" : "{")'", p, p + 1,
        help: "write '\(isSequence ? "]" : "}")'", labels: label)
    }
    return YAMLFault(
      "comma", "expected ',' or '\(isSequence ? "]" : "}")'", p, p + 1,
      help: base[p] == 0x3A ? "is a ',' missing before this key?" : "separate entries by commas", labels: label)
  }

  private func isTemplate() -> Bool {
    var i = lineStart
    while i < p { if base[i] == 0x7B, base[i + 1] == 0x7B { return true } else { i += 1 } }
    return base[p] == 0x7B && base[p + 1] == 0x7B
  }

  /// `{{ … }}` outside quotes.
  func templateFault() -> YAMLFault {
    var i = lineStart
    while i < count, !isBreak(base[i]), !(base[i] == 0x7B && base[i + 1] == 0x7B) { i += 1 }
    let start = i < count && base[i] == 0x7B ? i : p
    return YAMLFault(
      "template", "'{{' starts a mapping, not a template", start, firstLineEnd(start),
      help: "put the value in quotes: \"{{ … }}\"", resume: start)
  }
}
