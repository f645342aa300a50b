import Foundations

/// Flow collections: `[…]`, `{…}` and single pairs within sequences.
extension EventParser {
  /// Opens the flow collection at `p`.
  mutating func startFlow(_ own: Int32) throws(YAMLFault) {
    let isSequence = base[p] == 0x5B
    try checkNodes(at: p)
    let event = events.count
    emit(isSequence ? .sequenceStart : .mappingStart, .flow, p, p + 1, own)
    try push(isSequence ? .flowSequence : .flowMapping, .first, indent: flowIndent, event: event, opened: p)
    p += 1
    markToken()
  }

  /// Skips to the next token of a flow collection; its lines must be indented deeper than the block around it.
  mutating func skipFlow() throws(YAMLFault) {
    let line = lineStart
    try skipToToken()
    guard !isAtEnd, !isDocumentMarker() else { throw unclosedFault() }
    if lineStart != line, leadingSpaces <= flowIndent {
      throw sawTab && column > flowIndent ? tabFault() : unclosedFault()
    }
  }

  mutating func stepFlow(_ top: Int) throws(YAMLFault) {
    try skipFlow()
    switch (stack[top].kind, stack[top].state) {
    case (.flowSequence, .first):
      if base[p] == 0x5D { return try endFlow(.sequenceEnd) }
      stack[top].state = .afterEntry
      stack[top].event = events.count
      if base[p] == 0x3F, isGap(p + 1) || isFlowIndicator(base[p + 1]) {
        emit(.mappingStart, .flow, p, p)
        try push(.flowPair, .first, indent: flowIndent, event: events.count - 1, opened: p)
        p += 1
        return
      }
      if base[p] == 0x2C { throw commaFault() }
      try parseFlowNode()
    case (.flowSequence, _):
      switch base[p] {
      case 0x2C:
        p += 1
        stack[top].state = .first
      case 0x5D: try endFlow(.sequenceEnd)
      case 0x3A where stack[top].state != .afterPair && isValueIndicator(): try startPair(top)
      default: throw separatorFault(top)
      }
    case (.flowMapping, .first):
      if base[p] == 0x7D { return try endFlow(.mappingEnd) }
      if base[p] == 0x2C { throw commaFault() }
      stack[top].state = .afterKey
      if base[p] == 0x3F, isGap(p + 1) || isFlowIndicator(base[p + 1]) {
        p += 1
        try skipFlow()
      }
      try parseFlowNode()
    case (.flowPair, .first):
      stack[top].state = .afterKey
      try parseFlowNode()
    case (.flowMapping, .afterKey), (.flowPair, .afterKey):
      if base[p] == 0x3A, isValueIndicator() {
        p += 1
        stack[top].state = .flowValue
      } else {
        emitEmpty(at: p)
        stack[top].state = .afterEntry
      }
    case (_, .flowValue):
      stack[top].state = .afterEntry
      try parseFlowNode()
    case (.flowPair, _):
      emit(.mappingEnd, .flow, p, p)
      stack.removeLast()
      stack[stack.count - 1].state = .afterPair
    default:
      switch base[p] {
      case 0x2C:
        p += 1
        stack[top].state = .first
      case 0x7D: try endFlow(.mappingEnd)
      default: throw separatorFault(top)
      }
    }
  }

  /// `:` that introduces a value: before a gap or flow indicator, or right behind a JSON-like key.
  private func isValueIndicator() -> Bool {
    isGap(p + 1) || isFlowIndicator(base[p + 1]) || isJSONLike
  }

  /// The entry just read was a key: puts the start of a one-pair mapping before it.
  private mutating func startPair(_ top: Int) throws(YAMLFault) {
    let event = stack[top].event
    let entry = flowEntryStart(event)
    var i = entry
    while i < p, !isBreak(base[i]) { i += 1 }
    guard i == p else {
      throw YAMLFault(
        "multiline-key", "a key within [ ] must stand on one line", entry, firstLineEnd(entry),
        labels: [DiagnosticLabel(SourceSpan(p, p + 1), "this ':' makes it a key")], resume: p)
    }
    guard p - entry <= limits.implicitKey || scalars(entry, p) <= limits.implicitKey else {
      throw YAMLFault(
        "limit-key", "a key is longer than \(limits.implicitKey) characters", entry, firstLineEnd(entry),
        help: "write it as '? key'")
    }
    events.insert(
      YAMLEvent(
        start: Int32(truncatingIfNeeded: entry), end: Int32(truncatingIfNeeded: entry), properties: -1, detail: 0,
        kind: .mappingStart, style: .flow), at: event)
    nodeCount += 1
    try push(.flowPair, .flowValue, indent: flowIndent, event: event, opened: entry)
    p += 1
  }

  /// Where the entry whose first event is `event` starts in the text, its properties included.
  private func flowEntryStart(_ event: Int) -> Int {
    guard event < events.count else { return p }
    let first = events[event]
    var start = Int(first.start)
    if first.kind == .alias { start -= 1 }
    if first.kind == .scalar, first.style == .single || first.style == .double { start -= 1 }
    if first.properties >= 0 {
      let own = properties[Int(first.properties)]
      if !own.anchor.isEmpty { start = min(start, Int(own.anchor.lowerBound) - 1) }
      if !own.tag.isEmpty { start = min(start, Int(own.tag.lowerBound)) }
    }
    return start
  }

  private mutating func endFlow(_ kind: YAMLEvent.Kind) throws(YAMLFault) {
    emit(kind, .flow, p, p + 1)
    p += 1
    markToken()
    isJSONLike = true
    stack.removeLast()
    guard let below = stack.last?.kind, below != .flowSequence, below != .flowMapping, below != .flowPair,
      let candidate = flowCandidate
    else { return }
    flowCandidate = nil
    try afterNode(candidate)
  }

  private mutating func parseFlowNode() throws(YAMLFault) {
    var own: Int32 = -1
    while base[p] == 0x26 || base[p] == 0x21 {
      own = try merged(own, parseProperties())
      try skipFlow()
    }
    isJSONLike = false
    switch base[p] {
    case 0x5B, 0x7B: try startFlow(own)
    case 0x5D, 0x7D, 0x2C: emitEmpty(own, at: p)
    case 0x3A where isGap(p + 1) || isFlowIndicator(base[p + 1]): emitEmpty(own, at: p)
    case 0x2A:
      if own >= 0 { throw aliasPropertiesFault() }
      try parseAlias()
    case 0x22:
      try parseDouble(own, indent: flowIndent)
      isJSONLike = true
    case 0x27:
      try parseSingle(own, indent: flowIndent)
      isJSONLike = true
    case 0x2D where isGap(p + 1) || isFlowIndicator(base[p + 1]):
      throw YAMLFault(
        "sequence-entry", "a '- ' entry cannot stand within brackets", p, p + 1, help: "separate entries by commas")
    default: try parsePlain(own, indent: flowIndent, isFlow: true, isKeyOnly: false)
    }
    markToken()
  }
}
