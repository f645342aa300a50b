import Foundations

/// Going on after a mistake: the damaged node is left, and reading resumes at the next line that fits.
extension EventParser {
  mutating func note(_ fault: YAMLFault) { faults.append(fault) }

  mutating func skipLine() {
    while !isBreak(base[p]), p < count { p += 1 }
    if p < count { skipBreak() }
    tokenLine = -1
  }

  /// Leaves the damaged node and goes to the next line that fits an open block collection.
  mutating func recover(from fault: YAMLFault) {
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
        if stack[frame].state != .afterKey || base[p] != 0x3A {
          complete(stack[frame].kind, nodes: openNodes(1).first ?? 0)
        }
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
  mutating func closeFrames(to depth: Int) {
    let depth = max(depth, 1)
    let counts = stack.count > depth ? openNodes(stack.count - depth) : []
    for count in counts {
      let kind = stack.removeLast().kind
      complete(kind, nodes: count)
      emit(kind == .blockSequence || kind == .flowSequence ? .sequenceEnd : .mappingEnd, .plain, p, p)
    }
    if stack.count == 1, depth == 1, events.last?.kind == .documentStart { emitEmpty(at: p) }
  }

  /// Adds what a mapping with this number of keys and values lacks.
  private mutating func complete(_ kind: Frame.Kind, nodes: Int) {
    guard kind == .blockMapping || kind == .flowMapping || kind == .flowPair else { return }
    if nodes % 2 == 1 { emitEmpty(at: p) }
    if kind == .flowPair, nodes == 0 {
      emitEmpty(at: p)
      emitEmpty(at: p)
    }
  }

  /// Nodes directly within each of the innermost open collections, innermost first; one pass for all.
  private func openNodes(_ frames: Int) -> [Int] {
    var counts: [Int] = []
    var depth = 0
    var nodes = 0
    var i = events.count - 1
    while i >= 0, counts.count < frames {
      switch events[i].kind {
      case .mappingEnd, .sequenceEnd: depth += 1
      case .mappingStart where depth == 0, .sequenceStart where depth == 0:
        counts.append(nodes)
        nodes = 1
      case .mappingStart, .sequenceStart:
        depth -= 1
        if depth == 0 { nodes += 1 }
      case .scalar, .alias: if depth == 0 { nodes += 1 }
      default: break
      }
      i -= 1
    }
    return counts
  }
}
