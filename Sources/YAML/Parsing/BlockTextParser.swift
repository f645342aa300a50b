import Foundations

/// Block texts: `|` literal and `>` folded.
extension EventParser {
  mutating func parseBlockScalar(_ own: Int32, parentIndent n: Int) throws(YAMLFault) {
    try checkNodes(at: p)
    let opened = p
    let style: YAMLEvent.Style = base[p] == 0x7C ? .literal : .folded
    var chomping = Chomping.clip
    var explicit = 0
    p += 1
    for _ in 0..<2 {
      switch base[p] {
      case 0x2B where chomping == .clip, 0x2D where chomping == .clip:
        chomping = base[p] == 0x2B ? .keep : .strip
        p += 1
      case 0x31...0x39 where explicit == 0:
        explicit = Int(base[p] - 0x30)
        p += 1
      default: break
      }
    }
    let header = p
    while isBlank(base[p]) { p += 1 }
    if base[p] == 0x23, p > header { while !isBreak(base[p]), p < count { p += 1 } }
    guard isBreak(base[p]) || p >= count else {
      throw YAMLFault(
        "block-header", "a block text starts on the next line", header, endOfLine(),
        help: "only an indentation of 1 to 9 and '+' or '-' may follow '\(style == .literal ? "|" : ">")'",
        labels: [DiagnosticLabel(SourceSpan(opened, opened + 1), "the block text")])
    }
    if isBreak(base[p]) { skipBreak() }
    let content = p
    let least = max(n + 1, 0)
    var indent = explicit > 0 ? max(n, 0) + explicit : -1
    if indent < 0 { indent = try detectIndent(least: least) }
    guard indent <= BlockIndentation.most else {
      throw YAMLFault(
        "limit-indentation", "a block text is indented by more than \(BlockIndentation.most) spaces", opened,
        opened + 1,
        help: "indent it less")
    }
    p = content
    lineStart = content
    var end = p
    while p < count {
      var i = p
      while base[i] == 0x20, i - p < indent { i += 1 }
      if i - p < indent {
        // A blank line may be shorter; anything else ends the text.
        if isBreak(base[i]) {
          p = i
          skipBreak()
          end = p
          continue
        }
        if base[i] == 0x09, isBlankLine(i) {
          throw YAMLFault("tab", "a tab where the text's indentation is due", i, i + 1, help: "use spaces", resume: i)
        }
        break
      }
      if i == p, isDocumentMarker() { break }
      while !isBreak(base[i]), i < count { i += 1 }
      p = i
      if p >= count {
        end = p
        break
      }
      skipBreak()
      end = p
    }
    emit(.scalar, style, content, end, own, detail: BlockIndentation.detail(indent, chomping))
    closedText = (indent, opened, end)
    // The text ends at a line start: what follows is on a line of its own.
    p = end
    lineStart = end
    tokenLine = -1
    if end > 0, end >= count, !isBreak(base[end - 1]) { tokenLine = lineStart }
  }

  private func isBlankLine(_ from: Int) -> Bool {
    var i = from
    while isBlank(base[i]) { i += 1 }
    return isBreak(base[i]) && i < count
  }

  /// The indentation of the first line with text; blank lines before it must not be longer.
  private mutating func detectIndent(least: Int) throws(YAMLFault) -> Int {
    var i = p
    defer { steps += i - p }
    var longest = (spaces: 0, at: p)
    while true {
      let start = i
      while base[i] == 0x20 { i += 1 }
      if isBreak(base[i]) {
        if i - start > longest.spaces { longest = (i - start, start) }
        i += base[i] == 0x0D && base[i + 1] == 0x0A ? 2 : 1
        continue
      }
      if i >= count { return max(least, longest.spaces, i - start) }
      let spaces = i - start
      guard spaces >= least else { return max(least, longest.spaces) }
      if longest.spaces > spaces {
        throw YAMLFault(
          "block-indentation", "a blank line before the text is indented deeper than the text", longest.at,
          longest.at + longest.spaces, help: "remove its spaces, or state the indentation, such as |2", resume: i)
      }
      return spaces
    }
  }
}
