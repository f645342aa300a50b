import Foundations

/// Turns bytes into events; iterative, so that no input can exhaust the stack.
///
/// Block structure is held on a stack of frames by indentation; flow collections use the same stack.
/// A key is recognised after the fact: when `:` follows a node on its own line, the start of the
/// mapping is put before the node's events (at most 1,024 characters back, as the specification bounds
/// implicit keys). On a mistake the parser notes it, leaves the damaged node and goes on at the next
/// line that fits an open collection.
struct EventParser {
  /// One open collection, or the document itself.
  struct Frame {
    enum Kind: UInt8 { case document, blockSequence, blockMapping, flowSequence, flowMapping, flowPair }

    enum State: UInt8 {
      /// Block: the first entry starts right here. Flow: an entry or the end.
      case first
      /// Block: an entry on a line of its own, or the end.
      case next
      /// Block: the value behind an implicit key.
      case value
      /// Block and flow: behind `?` and its key, `:` may follow.
      case afterKey
      /// Flow: behind `:`, a value.
      case flowValue
      /// Flow: behind an entry, `,` or the end.
      case afterEntry
      /// Flow sequence: behind a pair, which no `:` may follow.
      case afterPair
    }

    var kind: Kind
    var state: State
    /// Column of a block collection; −1 for the document.
    var indent: Int
    /// Index of the collection's first event.
    var event: Int
    /// Byte offset of its first byte, for messages.
    var opened: Int
  }

  /// The node that may turn out to be a key.
  struct Candidate {
    var event: Int
    var start: Int
    var lineStart: Int
    /// Column of the node with its properties.
    var column: Int
    /// Properties of the mapping, should the node be its first key.
    var outer: Int32
    /// Whether a mapping may start here.
    var mayStartMapping: Bool
    /// The mapping is open already: `:` must follow.
    var mustBeKey: Bool
    /// Indentation of the surrounding collection.
    var parentIndent: Int
    /// Whether a tab stands before the node where only spaces may.
    var hasTab: Bool
  }

  let base: UnsafePointer<UInt8>
  let count: Int
  let limits: YAMLLimits
  let source: SourceText
  var p: Int
  /// Offset of the first byte of the line that `p` is on.
  var lineStart: Int
  /// ``lineStart`` when the last token ended.
  var tokenLine: Int
  /// Spaces before the first other character of this line.
  var leadingSpaces = 0
  /// Whether a tab was skipped since the last token or line start.
  var sawTab = false
  /// The token that was skipped to last.
  var tokenAt = -1
  var events: [YAMLEvent] = []
  var properties: [NodeProperties] = []
  var stack: [Frame] = []
  var faults: [YAMLFault] = []
  /// A flow collection at block level that may turn out to be a key.
  var flowCandidate: Candidate?
  /// Block indentation around the flow collection being read.
  var flowIndent = -1
  /// Whether the node just read is quoted or a flow collection, so that `:` may touch it.
  var isJSONLike = false
  var tagHandles: [String: String] = [:]
  var nodeCount = 0
  /// Bytes of all tags with their prefixes written out.
  var tagBytes = 0
  /// Moves of the parser and bytes it looked at again: what its time grows with, beside the bytes once.
  var steps = 0
  /// The block collection that ended last: its column, its start, and where the line that ended it has its text.
  var closedIndent = (indent: -1, opened: -1, at: -1)
  /// The block text that ended last: its indentation, its header, and the line behind it.
  var closedText = (indent: -1, opened: -1, next: -1)

  init(input: YAMLInput, base: UnsafePointer<UInt8>, source: SourceText, limits: YAMLLimits) {
    self.base = base
    self.source = source
    self.limits = limits
    count = input.count
    p = input.start
    lineStart = input.start
    tokenLine = -1
    events.reserveCapacity(input.count / 8 + 64)
  }

  // MARK: Characters

  @inline(__always) func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  @inline(__always) func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Blank, line break or the end of the text.
  @inline(__always) func isGap(_ at: Int) -> Bool {
    let byte = base[at]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0 && at >= count
  }

  @inline(__always) func isFlowIndicator(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  @inline(__always) var isAtEnd: Bool { p >= count }
  @inline(__always) var column: Int { p - lineStart }

  /// Steps over one line break.
  @inline(__always) mutating func skipBreak() {
    if base[p] == 0x0D, base[p + 1] == 0x0A { p += 1 }
    p += 1
    lineStart = p
  }

  /// `---` or `...` at the start of a line.
  @inline(__always) func isDocumentMarker() -> Bool {
    guard p == lineStart else { return false }
    let byte = base[p]
    return (byte == 0x2D || byte == 0x2E) && base[p + 1] == byte && base[p + 2] == byte && isGap(p + 3)
  }

  /// Skips blanks, comments and line breaks to the next token.
  mutating func skipToToken() throws(YAMLFault) {
    // Asked again at the same token, the tab before it still counts.
    if p != tokenAt { sawTab = false }
    while true {
      let start = p
      while base[p] == 0x20 { p += 1 }
      if start == lineStart { leadingSpaces = p - start }
      while isBlank(base[p]) {
        if base[p] == 0x09 { sawTab = true }
        p += 1
      }
      if base[p] == 0x23 {
        guard p == lineStart || isBlank(base[p - 1]) else {
          throw YAMLFault(
            "comment", "a comment must be separated by a space", p, p + 1, help: "write a space before '#'")
        }
        skipComment()
      }
      guard isBreak(base[p]) else {
        tokenAt = p
        return
      }
      skipBreak()
      sawTab = false
    }
  }

  private mutating func skipComment() { while !isBreak(base[p]), p < count { p += 1 } }

  /// Whether a line break lies between the last token and here.
  @inline(__always) var isOnNewLine: Bool { lineStart != tokenLine }

  mutating func markToken() { tokenLine = lineStart }

  // MARK: Events

  mutating func emit(
    _ kind: YAMLEvent.Kind, _ style: YAMLEvent.Style = .plain, _ start: Int, _ end: Int, _ properties: Int32 = -1,
    detail: Int16 = 0
  ) {
    events.append(
      YAMLEvent(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), properties: properties,
        detail: detail, kind: kind, style: style))
  }

  /// The empty node.
  mutating func emitEmpty(_ properties: Int32 = -1, at offset: Int) {
    nodeCount += 1
    emit(.scalar, .plain, offset, offset, properties)
  }

  mutating func push(_ kind: Frame.Kind, _ state: Frame.State, indent: Int, event: Int, opened: Int) throws(YAMLFault) {
    // The document itself does not count.
    guard stack.count <= limits.depth else {
      throw YAMLFault(
        "limit-depth", "collections are nested deeper than \(limits.depth)", opened, opened + 1,
        help: "close some before this one", isFatal: true)
    }
    stack.append(Frame(kind: kind, state: state, indent: indent, event: event, opened: opened))
  }

  mutating func checkNodes(at offset: Int) throws(YAMLFault) {
    nodeCount += 1
    try checkNodeCount(at: offset)
  }

  @inline(__always) func checkNodeCount(at offset: Int) throws(YAMLFault) {
    guard nodeCount <= limits.nodes else {
      throw YAMLFault(
        "limit-nodes", "the file has more than \(limits.nodes) nodes", offset, offset, help: "split the file",
        isFatal: true)
    }
  }
}
