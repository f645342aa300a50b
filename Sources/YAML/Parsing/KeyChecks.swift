import Foundations

/// Keys that stand twice, and values that are not what they look like.
extension Composer {
  // MARK: Duplicate keys

  /// FNV-1a of a key's text.
  private func quickHash(_ node: Int32) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    withText(node) { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    return hash
  }

  /// A hash that no input can be made to collide under.
  private func safeHash(_ node: Int32) -> UInt64 {
    var hasher = Hasher()
    withText(node) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private func withText(_ node: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let record = records[Int(node)]
    // What stands on one line without quotes is its own text.
    if record.style == .plain, record.end - record.start <= 64, !isFolded(record) {
      stream.source.bytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[Int(record.start)..<Int(record.end)]))
      }
    } else {
      bytes(node).withUnsafeBufferPointer(body)
    }
  }

  private func isFolded(_ record: NodeArena.Record) -> Bool {
    stream.source.bytes.withUnsafeBufferPointer { bytes in
      for i in Int(record.start)..<Int(record.end) where bytes[i] == 0x0A || bytes[i] == 0x0D { return true }
      return false
    }
  }

  private func isSameKey(_ a: Int32, _ b: Int32) -> Bool {
    a == b || bytes(a) == bytes(b) && value(a) == value(b)
  }

  private func value(_ node: Int32) -> YAMLValue {
    let record = records[Int(node)]
    let tag = record.properties < 0 ? "" : stream.properties[Int(record.properties)].resolvedTag
    return CoreSchema.value(String(decoding: bytes(node), as: UTF8.self), isPlain: record.style == .plain, tag: tag)
  }

  /// Reports each key of the mapping from `first` on that an earlier one equals.
  mutating func reportDuplicates(from first: Int) {
    let pairs = (pending.count - first) / 2
    guard pairs > 1 else { return }
    if pairs <= 16 { compareAll(pairs, first) } else { compareHashed(pairs, first) }
  }

  private mutating func compareAll(_ pairs: Int, _ first: Int) {
    hashes.removeAll(keepingCapacity: true)
    for i in 0..<pairs {
      let key = pending[first + 2 * i].node
      guard isScalar(key) else {
        hashes.append(0)
        continue
      }
      let hash = quickHash(key)
      for j in 0..<i where hashes[j] == hash {
        let earlier = pending[first + 2 * j].node
        guard isScalar(earlier), isSameKey(earlier, key) else { continue }
        reportDuplicate(first + 2 * j, first + 2 * i)
        break
      }
      hashes.append(hash)
    }
  }

  private mutating func compareHashed(_ pairs: Int, _ first: Int) {
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(pairs)
    for i in 0..<pairs where isScalar(pending[first + 2 * i].node) {
      let place = first + 2 * i
      var hash = safeHash(pending[place].node)
      while true {
        guard let earlier = seen[hash] else {
          seen[hash] = place
          break
        }
        if isSameKey(pending[earlier].node, pending[place].node) {
          reportDuplicate(earlier, place)
          break
        }
        // `1` and `'1'` have one text and are two keys.
        hash &+= 1
      }
    }
  }

  private mutating func reportDuplicate(_ first: Int, _ second: Int) {
    let span = pending[second].span
    report(
      "duplicate-key", "the key '\(stream.source.excerpt(span))' stands twice in one mapping", span,
      help: "remove or rename one of them", labels: [DiagnosticLabel(pending[first].span, "first stated here")])
  }

  // MARK: Values

  /// Integers that no 64 bits hold: they would lose digits without a word.
  mutating func checkScalar(_ event: YAMLEvent) {
    guard event.style == .plain, event.end - event.start >= 17, event.properties < 0 else { return }
    let span = SourceSpan(Int(event.start), Int(event.end))
    guard stream.source.bytes[span.start] <= 0x39, CoreSchema.isWideInteger(stream.source.bytes[span.start..<span.end])
    else { return }
    report(
      "integer-range", "the integer '\(stream.source.excerpt(span))' does not fit into 64 bits", span,
      help: "put it in quotes if it is a text, or write it as 1.0e20")
  }

  /// `{{ name }}` alone: a mapping with a mapping as its key, which nobody means.
  mutating func checkTemplate(_ node: Int32, from first: Int) {
    guard pending.count == first + 2 else { return }
    let outer = records[Int(node)]
    let inner = records[Int(pending[first].node)]
    let value = records[Int(pending[first + 1].node)]
    guard outer.style == .flow, inner.style == .flow, inner.kind == .mapping, inner.start == outer.start + 1,
      value.kind == .scalar, value.start == value.end, inner.end == outer.end - 1
    else { return }
    report(
      "template", "'{{' starts a mapping, not a template", SourceSpan(Int(outer.start), Int(outer.end)),
      help: "put the value in quotes: \"{{ … }}\"", level: .warning)
  }

  /// Words that YAML 1.1 read as booleans and 1.2 reads as text, in the collection from `first` on.
  mutating func checkWords(from first: Int) {
    for i in first..<pending.count {
      let record = records[Int(pending[i].node)]
      let length = record.end - record.start
      guard record.kind == .scalar, record.style == .plain, length >= 1, length <= 3 else { continue }
      let word = String(decoding: bytes(pending[i].node), as: UTF8.self)
      guard let isTrue = CoreSchema.oldBooleans[word] else { continue }
      report(
        "yaml-1.1-word", "'\(word)' is a text in YAML 1.2, not a boolean", pending[i].span,
        help: "write \(isTrue ? "true" : "false"), or put it in quotes", level: .warning)
    }
  }
}
