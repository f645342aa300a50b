import Foundations

/// Aliases, anchors and tags.
extension EventParser {
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
        guard result.anchor.isEmpty else {
          throw YAMLFault("properties", "a node has two anchors", p, endOfToken(), help: "remove one of them")
        }
        p += 1
        while !isGap(p), !isFlowIndicator(base[p]) { p += 1 }
        guard p > start + 1 else { throw anchorFault(start) }
        result.anchor = Int32(truncatingIfNeeded: start + 1)..<Int32(truncatingIfNeeded: p)
      } else if base[p] == 0x21 {
        guard result.tag.isEmpty else {
          throw YAMLFault("properties", "a node has two tags", p, endOfToken(), help: "remove one of them")
        }
        result.resolvedTag = try parseTag()
        result.tag = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: p)
      } else {
        break
      }
      let end = p
      guard isGap(p) || isFlowIndicator(base[p]) && stack.last.map({ $0.kind.rawValue >= 3 }) == true else {
        throw YAMLFault(
          "properties", "a space must follow an anchor or tag", start, p + 1, help: "write a space behind it")
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
    let tag = try readTag()
    // Long prefixes must not make much of little; the events write every tag in full.
    tagBytes += tag.utf8.count
    guard tagBytes <= 10 * count + 1 << 24 else {
      throw YAMLFault(
        "limit-tags", "tags expand to more than \(tagBytes >> 20) MiB", start, p, help: "shorten the prefix in %TAG",
        isFatal: true)
    }
    return tag
  }

  private mutating func readTag() throws(YAMLFault) -> String {
    let start = p
    p += 1
    if base[p] == 0x3C {
      p += 1
      let from = p
      while base[p] != 0x3E, !isGap(p) { p += 1 }
      guard base[p] == 0x3E, p > from else {
        throw YAMLFault("tag", "a tag '!<' ends with '>'", start, p, help: "close it with '>'")
      }
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
      throw YAMLFault(
        "tag", "a tag has a character it may not have", invalid, invalid + 1,
        help: "write it as % and two hexadecimal digits, or quote the text", resume: p)
    }
    let suffix = try uri(suffixStart, p)
    if handle == "!" { return suffix.isEmpty ? "!" : (tagHandles["!"] ?? "!") + suffix }
    guard !suffix.isEmpty else {
      throw YAMLFault("tag", "a tag needs a name behind '\(handle)'", start, p, help: "write one, such as !!str")
    }
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
        else {
          throw YAMLFault("tag", "'%' needs two hexadecimal digits", i, i + 1, help: "write '%25' for '%'", resume: end)
        }
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
