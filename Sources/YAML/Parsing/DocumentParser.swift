import Foundations

/// The stream: directives, document markers, and the loop that goes on after mistakes.
extension EventParser {
  /// Parses the whole text; ``events`` are balanced even after mistakes.
  mutating func parseStream() {
    var mayHaveDirectives = true
    var needsMarker = false
    while faults.count < limits.errors {
      do throws(YAMLFault) {
        try skipToToken()
        if isAtEnd { return }
        if p == lineStart, base[p] == 0xEF, base[p + 1] == 0xBB, base[p + 2] == 0xBF, mayHaveDirectives {
          p += 3
          lineStart = p
          continue
        }
        if isDocumentMarker(), base[p] == 0x2E {
          p += 3
          markToken()
          try endOfMarkerLine()
          mayHaveDirectives = true
          needsMarker = false
          continue
        }
        tagHandles = [:]
        var hasDirectives = false
        if mayHaveDirectives, column == 0, base[p] == 0x25 { hasDirectives = try parseDirectives() }
        let isExplicit = isDocumentMarker() && base[p] == 0x2D
        if !isExplicit, hasDirectives {
          throw YAMLFault(
            "directive", "'---' is due after a directive", p, endOfLine(),
            help: "write '---' on a line of its own before this one")
        }
        if !isExplicit, needsMarker {
          throw YAMLFault(
            "document", "text behind the end of the document", p, endOfLine(), help: "start another document with '---'"
          )
        }
        emit(.documentStart, isExplicit ? .flow : .plain, p, p)
        stack = [Frame(kind: .document, state: .first, indent: -1, event: events.count - 1, opened: p)]
        if isExplicit { p += 3 }
        markToken()
        if isExplicit, !isGap(p) {
          throw YAMLFault(
            "document", "a space must follow '---'", p, p + 1, help: "write a space, or quote the text")
        }
      } catch {
        note(error)
        if error.isFatal { return }
        skipLine()
        mayHaveDirectives = false
        continue
      }
      let isOpen = runDocument()
      mayHaveDirectives = !isOpen
      needsMarker = isOpen
      if faults.last?.isFatal == true { return }
    }
  }

  /// The content of one document; `true` when it ended without `...`.
  private mutating func runDocument() -> Bool {
    while true {
      do throws(YAMLFault) {
        while try step() {}
        try skipToToken()
        if !isAtEnd, !isDocumentMarker() {
          guard isOnNewLine else { throw trailingFault() }
          throw outsideFault()
        }
        break
      } catch {
        note(error)
        if error.isFatal || faults.count >= limits.errors {
          p = count
          closeFrames(to: 1)
          break
        }
        recover(from: error)
      }
    }
    closeFrames(to: 1)
    stack = []
    let isMarked = !isAtEnd && base[p] == 0x2E && isDocumentMarker()
    emit(.documentEnd, isMarked ? .flow : .plain, p, p)
    guard isMarked else { return true }
    p += 3
    markToken()
    do throws(YAMLFault) {
      try endOfMarkerLine()
    } catch {
      note(error)
      skipLine()
    }
    return false
  }

  private mutating func endOfMarkerLine() throws(YAMLFault) {
    let line = lineStart
    try skipToToken()
    guard isAtEnd || lineStart != line else {
      throw YAMLFault(
        "document", "nothing may stand behind '...'", p, endOfLine(), help: "start another document with '---'")
    }
  }

  private mutating func parseDirectives() throws(YAMLFault) -> Bool {
    var hasVersion = false
    while column == 0, base[p] == 0x25 {
      let start = p
      let end = endOfLine()
      var words: [(start: Int, end: Int)] = []
      var i = p
      while i < end {
        while i < end, isBlank(base[i]) { i += 1 }
        if i >= end || base[i] == 0x23 && i > start { break }
        let from = i
        while i < end, !isBlank(base[i]) { i += 1 }
        words.append((from, i))
      }
      let name = words.first.map { source.text(SourceSpan($0.start, $0.end)) } ?? ""
      if name == "%YAML" {
        guard !hasVersion else {
          throw YAMLFault("directive", "%YAML stands twice", start, end, help: "remove one of them")
        }
        hasVersion = true
        let version = words.count > 1 ? source.text(SourceSpan(words[1].start, words[1].end)) : ""
        guard words.count == 2, isVersion(version) else {
          throw YAMLFault("directive", "%YAML takes a version such as 1.2", start, end, help: "write '%YAML 1.2'")
        }
      } else if name == "%TAG" {
        guard words.count == 3 else {
          throw YAMLFault(
            "directive", "%TAG takes a handle and a prefix", start, end,
            help: "such as '%TAG !e! tag:example.com,2000:'")
        }
        let handle = source.text(SourceSpan(words[1].start, words[1].end))
        guard handle.hasPrefix("!"), handle.hasSuffix("!"), tagHandles[handle] == nil else {
          throw YAMLFault(
            "directive", "a tag handle starts and ends with '!' and stands once", words[1].start, words[1].end,
            help: "such as '!e!'")
        }
        tagHandles[handle] = source.text(SourceSpan(words[2].start, words[2].end))
      }
      p = end
      markToken()
      try skipToToken()
      if isAtEnd {
        throw YAMLFault(
          "directive", "'---' is due after a directive", start, end, help: "write '---' on the next line")
      }
    }
    return true
  }

  private func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == "1" && Int(parts[1]) != nil
  }
}
