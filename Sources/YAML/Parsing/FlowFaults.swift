import Foundations

/// The causes of mistakes within brackets and quotes.
extension EventParser {
  /// A quote that no other closes; reported where it opens.
  func unclosedQuote(_ opened: Int) -> YAMLFault {
    let quote = base[opened] == 0x22 ? "\"" : "'"
    return YAMLFault(
      "unclosed-quote", "a quote is never closed", opened, opened + 1, help: "close it with \(quote)", resume: opened)
  }

  /// A bracket that is still open where the text around it goes on; reported where it opens.
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
      "unclosed-bracket", "'\(character(at))' is never closed", at, at + 1, help: "close it with '\(close)'",
      labels: labels, resume: at)
  }

  /// `[, a]` or `[a,, b]`.
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
        "bracket", "'\(character(p))' does not close '\(isSequence ? "[" : "{")'", p, p + 1,
        help: "write '\(isSequence ? "]" : "}")'", labels: label)
    }
    return YAMLFault(
      "comma", "expected ',' or '\(isSequence ? "]" : "}")'", p, endOfCharacter(p),
      help: base[p] == 0x3A ? "is a ',' missing before this key?" : "separate entries by commas", labels: label)
  }

  /// Something stands behind a complete value on its line.
  func trailingFault() -> YAMLFault {
    if base[p] == 0x3A {
      return YAMLFault("nested-mapping", "a ':' where no key can stand", p, p + 1, help: "put the text in quotes")
    }
    if isTemplate() { return templateFault() }
    return YAMLFault(
      "trailing", "unexpected '\(excerpt(p, endOfLine()))' behind a complete value", p, endOfLine(),
      help: trailingHelp())
  }

  private func trailingHelp() -> String {
    if base[p] == 0x5D || base[p] == 0x7D { return "nothing is open here" }
    guard let last = events.last, last.kind == .scalar else { return "put the whole value in quotes" }
    let quote: UInt8 = last.style == .single ? 0x27 : 0x22
    let isQuoted = last.style == .single || last.style == .double
    guard isQuoted, (p..<endOfLine()).contains(where: { base[$0] == quote }) else {
      return "put the whole value in quotes"
    }
    return last.style == .single
      ? "a quote within single quotes is written twice: ''" : "a quote within double quotes is written \\\""
  }

  /// `&a *b`.
  func aliasPropertiesFault() -> YAMLFault {
    YAMLFault(
      "alias", "an alias cannot have an anchor or a tag of its own", p, endOfToken(),
      help: "remove the anchor or tag, or write the node out")
  }

  /// `&` without a name.
  func anchorFault(_ start: Int) -> YAMLFault {
    YAMLFault(
      "anchor", "'&' needs a name", start, start + 1, help: "quote the text if it is meant to start with '&'")
  }

  private func character(_ offset: Int) -> Character { Character(Unicode.Scalar(base[offset])) }

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
