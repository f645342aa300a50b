import Foundations

/// Block structure: documents' content, sequences and mappings by indentation.
extension EventParser {
  /// Runs one step of the innermost collection; `false` when the document is complete.
  mutating func step() throws(YAMLFault) -> Bool {
    let top = stack.count - 1
    steps += 1
    try checkNodeCount(at: p)
    switch stack[top].kind {
    case .document:
      if stack[top].state == .first {
        stack[top].state = .next
        // Behind `---` a collection needs a line of its own; a bare document starts on one.
        let isBare = events[stack[top].event].style != .flow
        try parseNode(parentIndent: -1, isCompact: isBare, isMappingValue: false)
        return true
      }
      return false
    case .blockSequence: try stepSequence(top)
    case .blockMapping: try stepMapping(top)
    case .flowSequence, .flowMapping, .flowPair: try stepFlow(top)
    }
    return true
  }

  /// Goes to the next line with content; refuses anything left on the line of the last node.
  private mutating func nextLine() throws(YAMLFault) {
    try skipToToken()
    if !isAtEnd, !isOnNewLine { throw trailingFault() }
  }

  private mutating func endBlock(_ kind: YAMLEvent.Kind) {
    emit(kind, .plain, p, p)
    let ended = stack.removeLast()
    closedIndent = (ended.indent, ended.opened, p)
  }

  private mutating func stepSequence(_ top: Int) throws(YAMLFault) {
    let indent = stack[top].indent
    if stack[top].state == .first {
      stack[top].state = .next
    } else {
      try nextLine()
      if isAtEnd || isDocumentMarker() || column < indent { return endBlock(.sequenceEnd) }
      if column > indent { throw indentationFault(indent) }
      if base[p] != 0x2D || !isGap(p + 1) {
        // A sequence may stand at the column of the mapping it is a value of; a key ends it.
        if stack[top - 1].kind == .blockMapping, stack[top - 1].indent == indent { return endBlock(.sequenceEnd) }
        throw entryFault(stack[top])
      }
      if sawTab { throw tabFault() }
    }
    p += 1
    markToken()
    try parseNode(parentIndent: indent, isCompact: true, isMappingValue: false)
  }

  private mutating func stepMapping(_ top: Int) throws(YAMLFault) {
    let indent = stack[top].indent
    switch stack[top].state {
    case .value:
      stack[top].state = .next
      return try parseNode(parentIndent: indent, isCompact: false, isMappingValue: true)
    case .afterKey:
      try nextLine()
      stack[top].state = .next
      if !isAtEnd, column == indent, base[p] == 0x3A, isGap(p + 1), !isDocumentMarker() {
        if sawTab { throw tabFault() }
        p += 1
        markToken()
        return try parseNode(parentIndent: indent, isCompact: true, isMappingValue: true)
      }
      return emitEmpty(at: p)
    case .first: stack[top].state = .next
    default:
      try nextLine()
      if isAtEnd || isDocumentMarker() || column < indent { return endBlock(.mappingEnd) }
      if column > indent { throw indentationFault(indent) }
    }
    if isGap(p + 1), base[p] == 0x3F || base[p] == 0x3A || base[p] == 0x2D {
      if sawTab { throw tabFault() }
      switch base[p] {
      case 0x3F:
        p += 1
        markToken()
        stack[top].state = .afterKey
        return try parseNode(parentIndent: indent, isCompact: true, isMappingValue: true)
      case 0x3A:
        emitEmpty(at: p)
        p += 1
        markToken()
        stack[top].state = .value
        return
      default:
        throw YAMLFault(
          "sequence-in-mapping", "a sequence entry among the keys of a mapping", p, endOfLine(),
          help: "indent the '-' to belong to the key above",
          labels: [DiagnosticLabel(SourceSpan(stack[top].opened, stack[top].opened + 1), "the mapping starts here")])
      }
    }
    if sawTab { throw tabFault() }
    try parseKey(indent: indent)
  }

  /// An implicit key of a mapping that is open already.
  private mutating func parseKey(indent: Int) throws(YAMLFault) {
    let start = p
    var own: Int32 = -1
    if base[p] == 0x26 || base[p] == 0x21 {
      own = try parseProperties()
      while isBlank(base[p]) { p += 1 }
    }
    let candidate = Candidate(
      event: events.count, start: start, lineStart: lineStart, column: start - lineStart, outer: -1,
      mayStartMapping: true, mustBeKey: true, parentIndent: indent, hasTab: false)
    if base[p] == 0x3A, isGap(p + 1) {
      emitEmpty(own, at: p)
      return try afterNode(candidate)
    }
    try parseAtom(own, candidate: candidate, indent: indent)
  }

  /// A node behind an indicator, a key, or at the start of a document.
  ///
  /// - Parameters:
  ///   - parentIndent: column of the surrounding collection; the node must stand to its right.
  ///   - isCompact: a collection may start on this very line (behind `-`, `?` and their `:`).
  ///   - isMappingValue: a sequence may stand at the column of its key.
  mutating func parseNode(parentIndent n: Int, isCompact: Bool, isMappingValue: Bool) throws(YAMLFault) {
    var outer: Int32 = -1
    var own: Int32 = -1
    var ownLine = -1
    var ownStart = p
    var crossed = false
    var hasTab = false
    while true {
      let line = lineStart
      try skipToToken()
      if lineStart != line { crossed = true }
      hasTab = sawTab || (hasTab && lineStart == line)
      // Properties of an earlier line belong to the whole node, those of this line may be a key's.
      if own >= 0, ownLine != lineStart {
        outer = try merged(outer, own)
        own = -1
      }
      if isAtEnd || isDocumentMarker() { return emitEmpty(try merged(outer, own), at: p) }
      if crossed, own < 0 {
        let isSequenceAtKey =
          isMappingValue && column == n && base[p] == 0x2D && isGap(p + 1) && !sawTab
        if min(leadingSpaces, column) <= n, !isSequenceAtKey {
          if column > n, sawTab { throw tabFault() }
          return emitEmpty(outer, at: p)
        }
      }
      guard base[p] == 0x26 || base[p] == 0x21 else { break }
      if own < 0 { ownStart = p }
      own = try merged(own, parseProperties())
      ownLine = lineStart
      markToken()
    }
    let mayStart = (crossed || isCompact)
    let isEntry = isGap(p + 1)
    switch base[p] {
    case 0x2D where isEntry, 0x3F where isEntry, 0x3A where isEntry:
      if own >= 0, base[p] != 0x3A {
        throw YAMLFault(
          "properties", "an anchor or tag cannot stand on the line of its collection", ownStart, p,
          help: "move the collection to the next line")
      }
      guard mayStart else { throw collectionFault() }
      if hasTab { throw tabFault() }
      try startCollection(outer: outer, own: own, ownStart: ownStart)
    case 0x7C, 0x3E:
      try parseBlockScalar(merged(outer, own), parentIndent: n)
    default:
      let start = own >= 0 ? ownStart : p
      let candidate = Candidate(
        event: events.count, start: start, lineStart: lineStart, column: start - lineStart, outer: outer,
        mayStartMapping: mayStart, mustBeKey: false, parentIndent: n, hasTab: hasTab)
      try parseAtom(own, candidate: candidate, indent: n)
    }
  }

  private mutating func startCollection(outer: Int32, own: Int32, ownStart: Int) throws(YAMLFault) {
    let isSequence = base[p] == 0x2D
    let start = own >= 0 ? ownStart : p
    let indent = start - lineStart
    try checkNodes(at: p)
    let event = events.count
    emit(isSequence ? .sequenceStart : .mappingStart, .plain, start, start, outer)
    try push(isSequence ? .blockSequence : .blockMapping, .first, indent: indent, event: event, opened: start)
    guard own >= 0 else { return }
    // `&a : value`: an empty key with properties.
    emitEmpty(own, at: p)
    p += 1
    markToken()
    stack[stack.count - 1].state = .value
  }

  /// An alias, flow collection, quoted or plain scalar, which may turn out to be a key.
  private mutating func parseAtom(_ own: Int32, candidate: Candidate, indent: Int) throws(YAMLFault) {
    switch base[p] {
    case 0x2A:
      if own >= 0 || candidate.outer >= 0 && !candidate.mustBeKey && !aliasIsKey() {
        throw aliasPropertiesFault()
      }
      try parseAlias()
      try afterNode(candidate)
    case 0x5B, 0x7B:
      flowCandidate = candidate
      flowIndent = indent
      try startFlow(own)
    case 0x22:
      try parseDouble(own, indent: indent)
      try afterNode(candidate)
    case 0x27:
      try parseSingle(own, indent: indent)
      try afterNode(candidate)
    default:
      try parsePlain(own, indent: indent, isFlow: false, isKeyOnly: candidate.mustBeKey)
      try afterNode(candidate)
    }
  }

  private func aliasIsKey() -> Bool {
    var i = p
    while !isGap(i) { i += 1 }
    while isBlank(base[i]) { i += 1 }
    return base[i] == 0x3A && isGap(i + 1)
  }

  /// Behind a complete node at block level: is it a key?
  mutating func afterNode(_ candidate: Candidate) throws(YAMLFault) {
    let end = p
    var at = p
    while isBlank(base[at]) { at += 1 }
    let isKey = base[at] == 0x3A && isGap(at + 1) && at < count
    guard isKey else {
      if candidate.mustBeKey { throw missingColonFault(candidate) }
      try finishValue(candidate)
      return markToken()
    }
    if lineStart != candidate.lineStart { throw multilineKeyFault(candidate, colon: at) }
    if at - candidate.start > limits.implicitKey, scalars(candidate.start, at) > limits.implicitKey {
      throw YAMLFault(
        "limit-key", "a key is longer than \(limits.implicitKey) characters", candidate.start, end,
        help: "write it as '? key' on a line of its own")
    }
    if !candidate.mustBeKey {
      guard candidate.mayStartMapping else { throw nestedMappingFault(at, candidate) }
      if candidate.hasTab { throw tabFault() }
      try checkNodes(at: candidate.start)
      events.insert(
        YAMLEvent(
          start: Int32(truncatingIfNeeded: candidate.start), end: Int32(truncatingIfNeeded: candidate.start),
          properties: candidate.outer, detail: 0, kind: .mappingStart, style: .plain), at: candidate.event)
      try push(
        .blockMapping, .value, indent: candidate.column, event: candidate.event, opened: candidate.start)
    } else {
      stack[stack.count - 1].state = .value
    }
    p = at + 1
    markToken()
  }

  /// The node is no key: properties of earlier lines are its own.
  private mutating func finishValue(_ candidate: Candidate) throws(YAMLFault) {
    guard candidate.outer >= 0, candidate.event < events.count else { return }
    let own = events[candidate.event].properties
    if own < 0 {
      events[candidate.event].properties = candidate.outer
    } else {
      events[candidate.event].properties = try merged(candidate.outer, own)
    }
  }

  /// One set of properties out of two; a node has at most one anchor and one tag.
  mutating func merged(_ a: Int32, _ b: Int32) throws(YAMLFault) -> Int32 {
    if a < 0 { return b }
    if b < 0 { return a }
    var result = properties[Int(a)]
    let other = properties[Int(b)]
    if !other.anchor.isEmpty {
      guard result.anchor.isEmpty else {
        throw YAMLFault(
          "properties", "a node has two anchors", Int(other.anchor.lowerBound) - 1, Int(other.anchor.upperBound),
          help: "remove one of them")
      }
      result.anchor = other.anchor
    }
    if !other.tag.isEmpty {
      guard result.tag.isEmpty else {
        throw YAMLFault(
          "properties", "a node has two tags", Int(other.tag.lowerBound), Int(other.tag.upperBound),
          help: "remove one of them")
      }
      result.tag = other.tag
      result.resolvedTag = other.resolvedTag
    }
    properties.append(result)
    return Int32(properties.count - 1)
  }
}
