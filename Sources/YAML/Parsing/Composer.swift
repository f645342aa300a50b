import Foundations

/// Builds documents from events: anchors, aliases, merge keys, duplicate keys.
struct Composer {
  private let stream: ParsedStream
  private let limits: YAMLLimits
  private let isStrict: Bool
  private var records: [NodeArena.Record] = []
  private var childIndices: [Int32] = []
  /// Nodes each node stands for when its aliases are expanded; saturates.
  private var expanded: [Int64] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var roots: [Int32] = []
  /// Nodes that stand for aliases in error; no more is said about them.
  private var broken: Set<Int32> = []

  private struct Open {
    var node: Int32
    var children: [Int32] = []
    /// Where each child stands in the text, for aliases.
    var spans: [SourceSpan] = []
  }

  init(_ stream: ParsedStream, limits: YAMLLimits, isStrict: Bool) {
    self.stream = stream
    self.limits = limits
    self.isStrict = isStrict
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
    records.reserveCapacity(stream.events.count)
    expanded.reserveCapacity(stream.events.count)
    var anchors: [String: Int32] = [:]
    var open: [Open] = []
    var aliasNodes: Int64 = 0
    for event in stream.events {
      var finished: (node: Int32, span: SourceSpan)?
      switch event.kind {
      case .documentStart: anchors = [:]
      case .documentEnd: break
      case .mappingStart, .sequenceStart:
        let node = add(event, event.kind == .mappingStart ? .mapping : .sequence)
        name(node, event, &anchors)
        open.append(Open(node: node))
      case .mappingEnd, .sequenceEnd:
        guard let collection = open.popLast() else { continue }
        close(collection, end: event)
        let record = records[Int(collection.node)]
        finished = (collection.node, SourceSpan(Int(record.start), Int(record.end)))
      case .scalar:
        let node = add(event, .scalar)
        name(node, event, &anchors)
        finished = (node, SourceSpan(Int(event.start), Int(event.end)))
      case .alias:
        let span = SourceSpan(Int(event.start) - 1, Int(event.end))
        let word = stream.source.text(SourceSpan(Int(event.start), Int(event.end)))
        var target = anchors[word]
        if target == nil {
          let known = anchors.keys.sorted()
          let help = Suggestion.nearest(word, in: known).map { "did you mean '*\($0)'?" }
          report(
            "alias", "no anchor is named '\(word)' above this line", span,
            help: help ?? "write '&\(word)' before the node it stands for")
        } else if let found = target, open.contains(where: { $0.node == found }) {
          report("alias-cycle", "'*\(word)' stands for a node that contains it", span)
          target = nil
        } else if let found = target {
          aliasNodes &+= expanded[Int(found)]
          let limit = Int64(limits.aliasFactor) * Int64(records.count) + Int64(limits.aliasSlack)
          if aliasNodes > limit {
            report("limit-aliases", "aliases expand to more than \(limit) nodes here", span)
            roots = []
            return
          }
        }
        finished = (target ?? addBroken(at: event.start), span)
      }
      guard let finished else { continue }
      if open.isEmpty {
        roots.append(finished.node)
      } else {
        open[open.count - 1].children.append(finished.node)
        open[open.count - 1].spans.append(finished.span)
      }
    }
  }

  private mutating func add(_ event: YAMLEvent, _ kind: YAMLNode.Kind) -> Int32 {
    records.append(
      NodeArena.Record(
        start: event.start, end: event.end, firstChild: 0, childCount: 0, properties: event.properties,
        detail: event.detail, kind: kind, style: event.style))
    expanded.append(1)
    return Int32(truncatingIfNeeded: records.count - 1)
  }

  /// The empty node that stands for an alias without an anchor.
  private mutating func addBroken(at offset: Int32) -> Int32 {
    let empty = YAMLEvent(start: offset, end: offset, properties: -1, detail: 0, kind: .scalar, style: .plain)
    let node = add(empty, .scalar)
    broken.insert(node)
    return node
  }

  private mutating func name(_ node: Int32, _ event: YAMLEvent, _ anchors: inout [String: Int32]) {
    guard event.properties >= 0 else { return }
    let anchor = stream.properties[Int(event.properties)].anchor
    guard !anchor.isEmpty else { return }
    anchors[stream.source.text(SourceSpan(Int(anchor.lowerBound), Int(anchor.upperBound)))] = node
  }

  private mutating func report(
    _ code: String, _ message: String, _ span: SourceSpan, help: String? = nil, labels: [DiagnosticLabel] = [],
    level: DiagnosticLevel = .error
  ) {
    guard diagnostics.count < 4 * limits.errors else { return }
    diagnostics.append(Diagnostic(level, code: "yaml/" + code, message, at: span, help: help, labels: labels))
  }

  private mutating func close(_ open: Open, end: YAMLEvent) {
    let node = Int(open.node)
    var children = open.children
    if records[node].kind == .mapping {
      if children.count % 2 == 1 { children.removeLast() }
      if isStrict { checkWords(children, open.spans) }
      reportDuplicates(children, open.spans)
      if let merged = merged(children, open.spans) { children = merged }
    } else if isStrict {
      checkWords(children, open.spans)
    }
    records[node].firstChild = Int32(truncatingIfNeeded: childIndices.count)
    records[node].childCount = Int32(truncatingIfNeeded: children.count)
    childIndices += children
    var size: Int64 = 1
    for child in children { size = min(size &+ expanded[Int(child)], 1 << 50) }
    expanded[node] = size
    // A block collection ends with its last child, not at the next token.
    if end.style == .flow {
      records[node].end = end.end
    } else if let last = open.spans.last {
      records[node].end = max(records[node].start, Int32(truncatingIfNeeded: last.end))
    }
  }

  // MARK: Keys

  private func isScalar(_ node: Int32) -> Bool { records[Int(node)].kind == .scalar }

  private func bytes(_ node: Int32) -> [UInt8] { ScalarText.bytes(records[Int(node)].event, stream.source.bytes) }

  private func isMergeKey(_ node: Int32) -> Bool {
    let record = records[Int(node)]
    return record.kind == .scalar && record.style == .plain && record.end - record.start == 2
      && stream.source.bytes[Int(record.start)] == 0x3C && stream.source.bytes[Int(record.start) + 1] == 0x3C
  }

  /// FNV-1a of the text, and whether it is quoted where that changes its type.
  private func hash(_ node: Int32) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let record = records[Int(node)]
    if record.style == .plain {
      for byte in stream.source.bytes[Int(record.start)..<Int(record.end)] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    } else {
      for byte in bytes(node) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }

  private func isSameKey(_ a: Int32, _ b: Int32) -> Bool {
    a == b || bytes(a) == bytes(b) && value(a) == value(b)
  }

  private func value(_ node: Int32) -> YAMLValue {
    let record = records[Int(node)]
    let tag = record.properties < 0 ? "" : stream.properties[Int(record.properties)].resolvedTag
    return CoreSchema.value(String(decoding: bytes(node), as: UTF8.self), isPlain: record.style == .plain, tag: tag)
  }

  private mutating func reportDuplicates(_ children: [Int32], _ spans: [SourceSpan]) {
    let pairs = children.count / 2
    guard pairs > 1 else { return }
    var hashes = [UInt64](repeating: 0, count: pairs)
    for i in 0..<pairs where isScalar(children[2 * i]) { hashes[i] = hash(children[2 * i]) }
    var duplicates: [(first: Int, second: Int)] = []
    func compare(_ first: Int, _ second: Int) {
      let (a, b) = (children[2 * first], children[2 * second])
      if isScalar(a), isScalar(b), isSameKey(a, b) { duplicates.append((first, second)) }
    }
    if pairs <= 16 {
      for i in 1..<pairs { for j in 0..<i where hashes[i] == hashes[j] { compare(j, i) } }
    } else {
      var seen: [UInt64: Int] = [:]
      seen.reserveCapacity(pairs)
      for i in 0..<pairs {
        if let first = seen[hashes[i]] { compare(first, i) } else { seen[hashes[i]] = i }
      }
    }
    for (first, second) in duplicates {
      let word = String(decoding: bytes(children[2 * second]), as: UTF8.self)
      report(
        "duplicate-key", "the key '\(word)' stands twice in one mapping", spans[2 * second],
        help: "remove or rename one of them", labels: [DiagnosticLabel(spans[2 * first], "first stated here")])
    }
  }

  /// The children with `<<` replaced by what it merges; `nil` when there is none.
  private mutating func merged(_ children: [Int32], _ spans: [SourceSpan]) -> [Int32]? {
    guard stride(from: 0, to: children.count, by: 2).contains(where: { isMergeKey(children[$0]) }) else { return nil }
    var result: [Int32] = []
    var known: Set<[UInt8]> = []
    for i in stride(from: 0, to: children.count, by: 2) where !isMergeKey(children[i]) && isScalar(children[i]) {
      known.insert(bytes(children[i]))
    }
    for i in stride(from: 0, to: children.count, by: 2) {
      guard isMergeKey(children[i]) else {
        result += [children[i], children[i + 1]]
        continue
      }
      if isStrict {
        report("merge-key", "'<<' is not part of YAML 1.2; its entries are merged", spans[i], level: .warning)
      }
      let target = children[i + 1]
      let sources = records[Int(target)].kind == .sequence ? Array(slice(target)) : [target]
      for source in sources where !broken.contains(source) {
        guard records[Int(source)].kind == .mapping else {
          report(
            "merge-key", "'<<' takes a mapping or a list of mappings", spans[i + 1],
            help: "name one by an alias, such as '<<: *defaults'")
          continue
        }
        let entries = Array(slice(source))
        for k in stride(from: 0, to: entries.count - 1, by: 2) {
          if isScalar(entries[k]), !known.insert(bytes(entries[k])).inserted { continue }
          result += [entries[k], entries[k + 1]]
        }
      }
    }
    return result
  }

  private func slice(_ node: Int32) -> ArraySlice<Int32> {
    let record = records[Int(node)]
    return childIndices[Int(record.firstChild)..<Int(record.firstChild + record.childCount)]
  }

  /// Words that YAML 1.1 read as booleans and 1.2 reads as text.
  private mutating func checkWords(_ children: [Int32], _ spans: [SourceSpan]) {
    let words: Set<String> = [
      "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N",
    ]
    for (child, span) in zip(children, spans) {
      let record = records[Int(child)]
      guard record.kind == .scalar, record.style == .plain, record.end - record.start <= 3, record.end > record.start
      else { continue }
      let word = String(decoding: bytes(child), as: UTF8.self)
      guard words.contains(word) else { continue }
      let isTrue = ["y", "o"].contains(word.lowercased().prefix(1)) && word.lowercased() != "off"
      report(
        "yaml-1.1-word", "'\(word)' is a text in YAML 1.2, not a boolean", span,
        help: "write \(isTrue ? "true" : "false"), or put it in quotes", level: .warning)
    }
  }
}
