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
          throw YAMLFault("directive", "'---' is due after a directive", p, endOfLine())
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
        if isExplicit, !isGap(p) { throw YAMLFault("document", "a space must follow '---'", p, p + 1) }
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
      throw YAMLFault("document", "nothing may stand behind '...'", p, endOfLine())
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
        guard !hasVersion else { throw YAMLFault("directive", "%YAML stands twice", start, end) }
        hasVersion = true
        let version = words.count > 1 ? source.text(SourceSpan(words[1].start, words[1].end)) : ""
        guard words.count == 2, isVersion(version) else {
          throw YAMLFault("directive", "%YAML takes a version such as 1.2", start, end)
        }
      } else if name == "%TAG" {
        guard words.count == 3 else { throw YAMLFault("directive", "%TAG takes a handle and a prefix", start, end) }
        let handle = source.text(SourceSpan(words[1].start, words[1].end))
        guard handle.hasPrefix("!"), handle.hasSuffix("!"), tagHandles[handle] == nil else {
          throw YAMLFault(
            "directive", "a tag handle starts and ends with '!' and stands once", words[1].start, words[1].end)
        }
        tagHandles[handle] = source.text(SourceSpan(words[2].start, words[2].end))
      }
      p = end
      markToken()
      try skipToToken()
      if isAtEnd { throw YAMLFault("directive", "'---' is due after a directive", start, end) }
    }
    return true
  }

  private func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == "1" && Int(parts[1]) != nil
  }

  // MARK: Recovery

  private mutating func note(_ fault: YAMLFault) { faults.append(fault) }

  private mutating func skipLine() {
    while !isBreak(base[p]), p < count { p += 1 }
    if p < count { skipBreak() }
    tokenLine = -1
  }

  /// Leaves the damaged node and goes to the next line that fits an open block collection.
  private mutating func recover(from fault: YAMLFault) {
    flowCandidate = nil
    p = min(max(fault.resume, lineStartBefore(fault.resume)), count)
    lineStart = lineStartBefore(p)
    skipLine()
    while p < count {
      while base[p] == 0x20 { p += 1 }
      let spaces = p - lineStart
      if isBreak(base[p]) {
        skipBreak()
        continue
      }
      if isDocumentMarker() {
        closeFrames(to: 1)
        stack[0].state = .next
        return
      }
      if base[p] != 0x23, base[p] != 0x09, let frame = frame(fitting: spaces) {
        closeFrames(to: frame + 1)
        if stack[frame].state != .afterKey || base[p] != 0x3A { completePair(frame) }
        stack[frame].state = .next
        tokenLine = -1
        return
      }
      skipLine()
    }
    closeFrames(to: 1)
    if !stack.isEmpty { stack[0].state = .next }
  }

  /// The innermost open block collection whose entry could start at this column here.
  private func frame(fitting column: Int) -> Int? {
    for index in stack.indices.reversed() where stack[index].indent == column {
      switch stack[index].kind {
      case .blockSequence: if base[p] == 0x2D, isGap(p + 1) { return index }
      case .blockMapping: if lineHasKey() { return index }
      default: break
      }
    }
    return nil
  }

  private func lineHasKey() -> Bool {
    if base[p] == 0x3F, isGap(p + 1) { return true }
    if base[p] == 0x2D, isGap(p + 1) { return false }
    var i = p
    while !isBreak(base[i]), i < count {
      if base[i] == 0x3A, isGap(i + 1) { return true }
      i += 1
    }
    return false
  }

  private func lineStartBefore(_ offset: Int) -> Int {
    var i = min(offset, count)
    while i > 0, !isBreak(base[i - 1]) { i -= 1 }
    return i
  }

  /// Closes collections until `depth` frames are left, with empty values where one is due.
  private mutating func closeFrames(to depth: Int) {
    while stack.count > max(depth, 1) {
      completePair(stack.count - 1)
      switch stack[stack.count - 1].kind {
      case .blockSequence, .flowSequence: emit(.sequenceEnd, .plain, p, p)
      default: emit(.mappingEnd, .plain, p, p)
      }
      stack.removeLast()
    }
    if stack.count == 1, depth <= 1, events.last?.kind == .documentStart { emitEmpty(at: p) }
  }

  /// Adds an empty value when a mapping holds a key without one.
  private mutating func completePair(_ index: Int) {
    let kind = stack[index].kind
    guard kind == .blockMapping || kind == .flowMapping || kind == .flowPair else { return }
    var depth = 0
    var nodes = 0
    var i = events.count - 1
    // Back to the start of this very mapping: the first start that nothing behind it closes.
    while i >= 0 {
      switch events[i].kind {
      case .mappingEnd, .sequenceEnd: depth += 1
      case .mappingStart, .sequenceStart:
        if depth == 0 { i = -1 } else { depth -= 1 }
        if depth == 0, i >= 0 { nodes += 1 }
      case .scalar, .alias: if depth == 0 { nodes += 1 }
      default: break
      }
      i -= 1
    }
    if nodes % 2 == 1 { emitEmpty(at: p) }
    if kind == .flowPair, nodes == 0 {
      emitEmpty(at: p)
      emitEmpty(at: p)
    }
  }
}
