import Foundations

/// Builds documents from events: collections, anchors, aliases; keys and merges in extensions.
struct Composer {
  /// What a node stands for when its aliases are written out; saturates.
  struct Size {
    var nodes: Int64 = 1
    var bytes: Int64 = 0
    var depth: Int32 = 0
  }

  /// A node within a collection that is being read, and where it stands: for an alias, the alias.
  struct Child {
    var node: Int32
    var span: SourceSpan
  }

  private struct Open {
    var node: Int32
    /// Index of the first of its children in ``pending``.
    var first: Int
  }

  let stream: ParsedStream
  let limits: YAMLLimits
  let isStrict: Bool
  var records: [NodeArena.Record] = []
  var childIndices: [Int32] = []
  /// Children of all open collections, outermost first.
  var pending: [Child] = []
  var diagnostics: [Diagnostic] = []
  /// Nodes that stand for aliases in error; no more is said about them.
  var broken: Set<Int32> = []
  /// Room for the hashes of a mapping's keys.
  var hashes: [UInt64] = []
  private var open: [Open] = []
  private var roots: [Int32] = []
  private var anchors: [String: Int32] = [:]
  /// By node; empty when the stream has no alias.
  private var sizes: [Size] = []
  private let hasAliases: Bool
  /// What all aliases so far stand for.
  private var expansion = Size(nodes: 0)
  private let sourceNodes: Int64
  private var reported = (errors: 0, warnings: 0)

  private init(_ stream: ParsedStream, limits: YAMLLimits, isStrict: Bool) {
    self.stream = stream
    self.limits = limits
    self.isStrict = isStrict
    var nodes = 0
    var aliases = 0
    for event in stream.events {
      switch event.kind {
      case .scalar, .mappingStart, .sequenceStart: nodes += 1
      case .alias: aliases += 1
      default: break
      }
    }
    sourceNodes = Int64(nodes + aliases)
    hasAliases = aliases > 0
    records.reserveCapacity(nodes)
    childIndices.reserveCapacity(nodes)
  }

  /// The documents, and what is wrong with them.
  static func documents(
    _ stream: ParsedStream, limits: YAMLLimits, isStrict: Bool
  ) -> (roots: [YAMLNode], diagnostics: [Diagnostic]) {
    var composer = Composer(stream, limits: limits, isStrict: isStrict)
    composer.compose()
    let arena = NodeArena(
      source: stream.source, records: composer.records, childIndices: composer.childIndices,
      properties: stream.properties)
    return (composer.roots.map { YAMLNode(arena: arena, index: $0) }, composer.diagnostics)
  }

  private mutating func compose() {
    for event in stream.events {
      switch event.kind {
      case .documentStart: anchors = [:]
      case .documentEnd: break
      case .mappingStart: open.append(Open(node: add(event, .mapping), first: pending.count))
      case .sequenceStart: open.append(Open(node: add(event, .sequence), first: pending.count))
      case .mappingEnd, .sequenceEnd: close(event)
      case .scalar:
        let node = add(event, .scalar)
        checkScalar(event)
        attach(Child(node: node, span: SourceSpan(Int(event.start), Int(event.end))))
      case .alias:
        let span = SourceSpan(Int(event.start) - 1, Int(event.end))
        guard let target = resolve(event, span) else {
          roots = []
          return
        }
        attach(Child(node: target, span: span))
      }
    }
  }

  private mutating func attach(_ child: Child) {
    if open.isEmpty { roots.append(child.node) } else { pending.append(child) }
  }

  private mutating func add(_ event: YAMLEvent, _ kind: YAMLNode.Kind) -> Int32 {
    let node = Int32(truncatingIfNeeded: records.count)
    records.append(
      NodeArena.Record(
        start: event.start, end: event.end, firstChild: 0, childCount: 0, properties: event.properties,
        detail: event.detail, kind: kind, style: event.style))
    if hasAliases { sizes.append(Size(bytes: kind == .scalar ? Int64(event.end - event.start) : 0)) }
    if event.properties >= 0 {
      let anchor = stream.properties[Int(event.properties)].anchor
      if !anchor.isEmpty { anchors[name(anchor.lowerBound, anchor.upperBound)] = node }
    }
    return node
  }

  private mutating func close(_ end: YAMLEvent) {
    guard let collection = open.popLast() else { return }
    let node = Int(collection.node)
    let first = collection.first
    let isMapping = records[node].kind == .mapping
    // After a mistake a key may lack its value.
    if isMapping, (pending.count - first) % 2 == 1 { pending.removeLast() }
    // A block collection ends with its last child, not at the next token.
    if end.style == .flow {
      records[node].end = end.end
    } else if pending.count > first {
      records[node].end = max(records[node].start, Int32(truncatingIfNeeded: pending[pending.count - 1].span.end))
    }
    if isStrict { checkWords(from: first) }
    if isMapping {
      reportDuplicates(from: first)
      checkTemplate(collection.node, from: first)
    }
    let start = childIndices.count
    if isMapping, let merged = merged(from: first) {
      childIndices += merged
    } else {
      for i in first..<pending.count { childIndices.append(pending[i].node) }
    }
    records[node].firstChild = Int32(truncatingIfNeeded: start)
    records[node].childCount = Int32(truncatingIfNeeded: childIndices.count - start)
    if hasAliases { measure(node) }
    pending.removeLast(pending.count - first)
    attach(Child(node: collection.node, span: SourceSpan(Int(records[node].start), Int(records[node].end))))
  }

  // MARK: Aliases

  private mutating func measure(_ node: Int) {
    var size = Size()
    for child in children(of: Int32(truncatingIfNeeded: node)) {
      let own = sizes[Int(child)]
      size.nodes = min(size.nodes + own.nodes, 1 << 50)
      size.bytes = min(size.bytes + own.bytes, 1 << 50)
      size.depth = max(size.depth, own.depth)
    }
    size.depth += 1
    sizes[node] = size
  }

  private func name(_ start: Int32, _ end: Int32) -> String { stream.source.text(SourceSpan(Int(start), Int(end))) }

  /// The node an alias names, or an empty one after a mistake; `nil` when the aliases expand to too much.
  private mutating func resolve(_ event: YAMLEvent, _ span: SourceSpan) -> Int32? {
    guard let found = anchors[name(event.start, event.end)] else {
      reportUnknown(event, span)
      return addBroken(at: event.start)
    }
    let word = stream.source.excerpt(span)
    if open.contains(where: { $0.node == found }) {
      report(
        "alias-cycle", "'\(word)' stands for a node that contains it", span,
        help: "write out what is meant here",
        labels: [DiagnosticLabel(anchorSpan(found), "the node that contains it")])
      return addBroken(at: event.start)
    }
    let size = sizes[Int(found)]
    guard open.count + Int(size.depth) <= limits.depth else {
      report(
        "limit-depth", "collections are nested deeper than \(limits.depth) once '\(word)' is written out", span,
        help: "use the alias further out")
      return addBroken(at: event.start)
    }
    expansion.nodes += size.nodes
    expansion.bytes += size.bytes
    let mostNodes = min(
      Int64(limits.aliasFactor) * sourceNodes + Int64(limits.aliasSlack), max(Int64(limits.nodes) - sourceNodes, 0))
    let mostBytes = min(
      Int64(limits.aliasFactor) * Int64(stream.source.bytes.count) + 1024 * Int64(limits.aliasSlack),
      Int64(limits.bytes))
    guard expansion.nodes <= mostNodes, expansion.bytes <= mostBytes else {
      let what = expansion.nodes > mostNodes ? "\(mostNodes) nodes" : "\(mostBytes) bytes of text"
      report(
        "limit-aliases", "aliases expand to more than \(what) here", span,
        help: "name smaller nodes, or split the file")
      return nil
    }
    return found
  }

  private func anchorSpan(_ node: Int32) -> SourceSpan {
    let anchor = stream.properties[Int(records[Int(node)].properties)].anchor
    return SourceSpan(Int(anchor.lowerBound) - 1, Int(anchor.upperBound))
  }

  private mutating func reportUnknown(_ event: YAMLEvent, _ span: SourceSpan) {
    let word = name(event.start, event.end)
    var nearest: String?
    // Names are compared letter by letter: only short ones, and not too many.
    if reported.errors < limits.errors, anchors.count <= 1000, word.utf8.count <= 64 {
      nearest = Suggestion.nearest(word, in: anchors.keys.filter { $0.utf8.count <= 64 }.sorted())
    }
    report(
      "alias", "no anchor is named '\(stream.source.excerpt(SourceSpan(span.start + 1, span.end)))' above this line",
      span,
      help: nearest.map { "did you mean '*\($0)'?" } ?? "write '&' and the name before the node it stands for")
  }

  /// The empty node that stands for an alias in error.
  private mutating func addBroken(at offset: Int32) -> Int32 {
    let empty = YAMLEvent(start: offset, end: offset, properties: -1, detail: 0, kind: .scalar, style: .plain)
    let node = add(empty, .scalar)
    broken.insert(node)
    return node
  }

  // MARK: Access

  func children(of node: Int32) -> ArraySlice<Int32> {
    let record = records[Int(node)]
    return childIndices[Int(record.firstChild)..<Int(record.firstChild + record.childCount)]
  }

  func isScalar(_ node: Int32) -> Bool { records[Int(node)].kind == .scalar }

  /// The text of a scalar as UTF-8.
  func bytes(_ node: Int32) -> [UInt8] { ScalarText.bytes(records[Int(node)].event, stream.source.bytes) }

  /// Notes a finding, unless there are plenty of its level already.
  mutating func report(
    _ code: String, _ message: String, _ span: SourceSpan, help: String? = nil, labels: [DiagnosticLabel] = [],
    level: DiagnosticLevel = .error
  ) {
    if level == .error { reported.errors += 1 } else { reported.warnings += 1 }
    guard (level == .error ? reported.errors : reported.warnings) <= 4 * limits.errors else { return }
    diagnostics.append(Diagnostic(level, code: "yaml/" + code, message, at: span, help: help, labels: labels))
  }
}
