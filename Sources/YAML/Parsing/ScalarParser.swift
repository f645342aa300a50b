import Foundations

/// Scalars in all five styles, aliases and node properties.
extension EventParser {
  // MARK: Plain

  /// A plain scalar from `p`; in block context only its first line when it must be a key.
  mutating func parsePlain(_ own: Int32, indent: Int, isFlow: Bool, isKeyOnly: Bool) throws(YAMLFault) {
    try checkNodes(at: p)
    try checkPlainStart(isFlow: isFlow)
    let start = p
    var end = scanPlainLine(isFlow: isFlow)
    // A key ends at its colon; only what has none can go on over lines.
    while !isKeyOnly, p < count, isBreak(base[p]) {
      let (before, beforeLine) = (p, lineStart)
      var isContinued = false
      while isBreak(base[p]) {
        skipBreak()
        while base[p] == 0x20 { p += 1 }
        let spaces = p - lineStart
        while isBlank(base[p]) { p += 1 }
        if isBreak(base[p]) { continue }
        if p >= count { break }
        if spaces <= indent { break }
        let at = p
        p = lineStart
        let isMarker = isDocumentMarker()
        p = at
        isContinued =
          !isMarker && base[p] != 0x23 && !(base[p] == 0x3A && isPlainEnd(p + 1, isFlow: isFlow))
          && !(isFlow && isFlowIndicator(base[p]))
        break
      }
      guard isContinued else {
        p = before
        lineStart = beforeLine
        break
      }
      end = scanPlainLine(isFlow: isFlow)
    }
    p = end
    emit(.scalar, .plain, start, end, own)
  }

  /// Whether a `:` before this offset ends a plain scalar.
  @inline(__always) private func isPlainEnd(_ at: Int, isFlow: Bool) -> Bool {
    isGap(at) || isFlow && isFlowIndicator(base[at])
  }

  /// Moves `p` to the end of the scalar's part on this line; returns the end without trailing blanks.
  ///
  /// Leaves `p` at the line break when the scalar may go on, else at what ends it.
  private mutating func scanPlainLine(isFlow: Bool) -> Int {
    var i = p
    var end = p
    while true {
      let byte = base[i]
      if byte > 0x3A, byte != 0x5B, byte != 0x5D, byte != 0x7B, byte != 0x7D {
        i += 1
        end = i
        continue
      }
      switch byte {
      case 0x20, 0x09:
        i += 1
        if base[i] == 0x23 {
          p = end
          return end
        }
        continue
      case 0x0A, 0x0D:
        p = i
        return end
      case 0x3A:
        if isPlainEnd(i + 1, isFlow: isFlow) {
          p = end
          return end
        }
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D:
        if isFlow {
          p = end
          return end
        }
      case 0:
        if i >= count {
          p = end
          return end
        }
      default: break
      }
      i += 1
      end = i
    }
  }

  private func checkPlainStart(isFlow: Bool) throws(YAMLFault) {
    let byte = base[p]
    switch byte {
    case 0x2D, 0x3F, 0x3A:
      guard isGap(p + 1) || isFlow && isFlowIndicator(base[p + 1]) else { return }
      throw YAMLFault("indicator", "'\(Character(Unicode.Scalar(byte)))' is out of place here", p, p + 1)
    case 0x40, 0x60:
      throw YAMLFault(
        "reserved", "a text cannot start with '\(Character(Unicode.Scalar(byte)))'", p, p + 1, help: "put it in quotes")
    case 0x25:
      throw YAMLFault("reserved", "a text cannot start with '%'", p, p + 1, help: "put it in quotes")
    case 0x2C, 0x5D, 0x7D:
      throw YAMLFault(
        "indicator", "'\(Character(Unicode.Scalar(byte)))' is out of place here", p, p + 1,
        help: byte == 0x2C ? "put the text in quotes" : "nothing is open here")
    case 0x7C, 0x3E:
      throw YAMLFault("indicator", "a block text cannot stand within brackets", p, p + 1, help: "put it in quotes")
    default: return
    }
  }

  // MARK: Quoted

  mutating func parseSingle(_ own: Int32, indent: Int) throws(YAMLFault) {
    try checkNodes(at: p)
    let opened = p
    p += 1
    while true {
      while base[p] != 0x27, !isBreak(base[p]), p < count { p += 1 }
      if p >= count { throw unclosedQuote(opened) }
      if base[p] == 0x27 {
        if base[p + 1] == 0x27 {
          p += 2
          continue
        }
        break
      }
      try continueQuoted(opened, indent: indent)
    }
    emit(.scalar, .single, opened + 1, p, own)
    p += 1
  }

  mutating func parseDouble(_ own: Int32, indent: Int) throws(YAMLFault) {
    try checkNodes(at: p)
    let opened = p
    p += 1
    while true {
      while base[p] != 0x22, base[p] != 0x5C, !isBreak(base[p]), p < count { p += 1 }
      if p >= count { throw unclosedQuote(opened) }
      if base[p] == 0x22 { break }
      if base[p] == 0x5C {
        try skipEscape(opened)
        if isBreak(base[p]) { try continueQuoted(opened, indent: indent) }
        continue
      }
      try continueQuoted(opened, indent: indent)
    }
    emit(.scalar, .double, opened + 1, p, own)
    p += 1
  }

  /// Steps over an escape; an escaped line break is left to the caller.
  private mutating func skipEscape(_ opened: Int) throws(YAMLFault) {
    let start = p
    p += 1
    let digits: Int
    switch base[p] {
    case 0x0A, 0x0D: return
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "t"), 0x09, UInt8(ascii: "n"),
      UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "e"), 0x20, 0x22, 0x2F, 0x5C,
      UInt8(ascii: "N"), UInt8(ascii: "_"), UInt8(ascii: "L"), UInt8(ascii: "P"):
      digits = 0
    default:
      if p >= count { throw unclosedQuote(opened) }
      throw YAMLFault(
        "escape", "unknown escape in double quotes", start, p + 1,
        help: "write '\\\\' for a backslash, or use single quotes")
    }
    p += 1
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = hex(base[p]) else {
        throw YAMLFault("escape", "an escape needs \(digits) hexadecimal digits here", start, p + 1)
      }
      value = value &<< 4 | UInt32(digit)
      p += 1
    }
    if digits == 8, Unicode.Scalar(value) == nil {
      throw YAMLFault("escape", "the escape names no character", start, p)
    }
  }

  func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Steps over the breaks within a quoted scalar to its next line, which must be indented.
  private mutating func continueQuoted(_ opened: Int, indent: Int) throws(YAMLFault) {
    while isBreak(base[p]) {
      skipBreak()
      if isDocumentMarker() { throw unclosedQuote(opened) }
      while base[p] == 0x20 { p += 1 }
      let spaces = p - lineStart
      while isBlank(base[p]) { p += 1 }
      if isBreak(base[p]) { continue }
      if p >= count { throw unclosedQuote(opened) }
      guard spaces > indent else {
        if p - lineStart > indent { throw tabFault() }
        throw unclosedQuote(opened)
      }
      return
    }
  }

  // MARK: Block scalars

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
    emit(
      .scalar, style, content, end, own, detail: Int16(truncatingIfNeeded: min(indent, 4000)) << 2 | chomping.rawValue)
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
  private func detectIndent(least: Int) throws(YAMLFault) -> Int {
    var i = p
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

  // MARK: Aliases and properties

  mutating func parseAlias() throws(YAMLFault) {
    try checkNodes(at: p)
    let start = p + 1
    p += 1
    while !isGap(p), !isFlowIndicator(base[p]) { p += 1 }
    guard p > start else {
      throw YAMLFault(
        "alias", "'*' needs the name of an anchor", start - 1, start,
        help: "quote the text if it is meant to start with '*'")
    }
    emit(.alias, .plain, start, p)
    isJSONLike = false
  }

  /// An anchor and a tag in either order, on one line.
  mutating func parseProperties() throws(YAMLFault) -> Int32 {
    var result = NodeProperties()
    while true {
      let start = p
      if base[p] == 0x26 {
        guard result.anchor.isEmpty else { throw YAMLFault("properties", "a node has two anchors", p, endOfToken()) }
        p += 1
        while !isGap(p), !isFlowIndicator(base[p]) { p += 1 }
        guard p > start + 1 else { throw YAMLFault("anchor", "'&' needs a name", start, start + 1) }
        result.anchor = Int32(truncatingIfNeeded: start + 1)..<Int32(truncatingIfNeeded: p)
      } else if base[p] == 0x21 {
        guard result.tag.isEmpty else { throw YAMLFault("properties", "a node has two tags", p, endOfToken()) }
        result.resolvedTag = try parseTag()
        result.tag = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: p)
      } else {
        break
      }
      let end = p
      guard isGap(p) || isFlowIndicator(base[p]) && stack.last.map({ $0.kind.rawValue >= 3 }) == true else {
        throw YAMLFault("properties", "a space must follow an anchor or tag", start, p + 1)
      }
      markToken()
      let next = p
      while isBlank(base[p]) { p += 1 }
      if base[p] != 0x26 && base[p] != 0x21 {
        p = next
        break
      }
      if p == end { break }
    }
    properties.append(result)
    return Int32(properties.count - 1)
  }

  private mutating func parseTag() throws(YAMLFault) -> String {
    let start = p
    p += 1
    if base[p] == 0x3C {
      p += 1
      let from = p
      while base[p] != 0x3E, !isGap(p) { p += 1 }
      guard base[p] == 0x3E, p > from else { throw YAMLFault("tag", "a tag '!<' ends with '>'", start, p) }
      let text = try uri(from, p)
      p += 1
      return text
    }
    var handleEnd = start + 1
    var i = p
    while isWord(base[i]) { i += 1 }
    if base[i] == 0x21 {
      handleEnd = i + 1
      p = i + 1
    }
    let suffixStart = p
    while !isGap(p), !isFlowIndicator(base[p]) { p += 1 }
    let handle = source.text(SourceSpan(start, handleEnd))
    if let invalid = (suffixStart..<p).first(where: { !isTagCharacter(base[$0]) }) {
      throw YAMLFault("tag", "a tag has a character it may not have", invalid, invalid + 1, resume: p)
    }
    let suffix = try uri(suffixStart, p)
    if handle == "!" { return suffix.isEmpty ? "!" : (tagHandles["!"] ?? "!") + suffix }
    guard !suffix.isEmpty else { throw YAMLFault("tag", "a tag needs a name behind '\(handle)'", start, p) }
    if let prefix = tagHandles[handle] { return prefix + suffix }
    guard handle == "!!" else {
      throw YAMLFault("tag", "the tag handle '\(handle)' is not declared", start, p, help: "declare it with %TAG")
    }
    return "tag:yaml.org,2002:" + suffix
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x2D
  }

  private func isTagCharacter(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x21 && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x5C
      && byte != 0x5E && byte != 0x60 && byte != 0x7C
  }

  /// Tag text with %-escapes decoded.
  private func uri(_ start: Int, _ end: Int) throws(YAMLFault) -> String {
    var bytes: [UInt8] = []
    var i = start
    while i < end {
      if base[i] == 0x25 {
        guard i + 2 < end, let a = hex(base[i + 1]),
          let b = hex(base[i + 2])
        else { throw YAMLFault("tag", "'%' needs two hexadecimal digits", i, i + 1, resume: end) }
        bytes.append(a << 4 | b)
        i += 3
      } else {
        bytes.append(base[i])
        i += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
