import Foundations

/// Merge keys: `<<` with a mapping or a list of mappings, an extension that many files use.
extension Composer {
  private func isMergeKey(_ node: Int32) -> Bool {
    let record = records[Int(node)]
    guard record.kind == .scalar, record.style == .plain, record.end - record.start == 2 else { return false }
    let bytes = stream.source.bytes
    return bytes[Int(record.start)] == 0x3C && bytes[Int(record.start) + 1] == 0x3C
  }

  /// The children of the mapping from `first` on, with each `<<` replaced by what it merges; `nil` when there is none.
  ///
  /// Keys that the mapping states itself win; among merged ones the earlier.
  mutating func merged(from first: Int) -> [Int32]? {
    let keys = stride(from: first, to: pending.count, by: 2)
    guard keys.contains(where: { isMergeKey(pending[$0].node) }) else { return nil }
    var result: [Int32] = []
    var known: Set<[UInt8]> = []
    for i in keys where !isMergeKey(pending[i].node) && isScalar(pending[i].node) {
      known.insert(bytes(pending[i].node))
    }
    for i in keys {
      guard isMergeKey(pending[i].node) else {
        result += [pending[i].node, pending[i + 1].node]
        continue
      }
      if isStrict {
        report(
          "merge-key", "'<<' is not part of YAML 1.2; its entries are merged", pending[i].span,
          help: "write the entries out", level: .warning)
      }
      merge(pending[i + 1], into: &result, &known)
    }
    return result
  }

  private mutating func merge(_ target: Child, into result: inout [Int32], _ known: inout Set<[UInt8]>) {
    let isList = records[Int(target.node)].kind == .sequence
    let sources = isList ? Array(children(of: target.node)) : [target.node]
    for source in sources where !broken.contains(source) {
      guard records[Int(source)].kind == .mapping else {
        report(
          "merge-key", "'<<' takes a mapping or a list of mappings", target.span,
          help: "name one by an alias, such as '<<: *defaults'")
        continue
      }
      let entries = children(of: source)
      for k in stride(from: entries.startIndex, to: entries.endIndex - 1, by: 2) {
        if isScalar(entries[k]), !known.insert(bytes(entries[k])).inserted { continue }
        result += [entries[k], entries[k + 1]]
      }
    }
  }
}
