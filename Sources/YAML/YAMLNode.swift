import Foundations

/// A scalar's value under the core schema of YAML 1.2.2 (section 10.3).
package enum YAMLValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case string(String)
}

/// A key with its value, in source order.
package struct YAMLEntry: Sendable {
  package let key: YAMLNode
  package let value: YAMLNode
}

/// One node of a document: a cheap handle into a flat arena.
///
/// Aliases are resolved: an alias is the node it names. Merge keys are applied: their entries stand
/// where `<<` stood, without those the mapping states itself.
package struct YAMLNode: Sendable {
  /// What a node is.
  package enum Kind: Sendable { case scalar, sequence, mapping }

  let arena: NodeArena
  let index: Int32

  private var record: NodeArena.Record { arena.records[Int(index)] }

  package var kind: Kind { record.kind }
  /// The bytes of the content: text without quotes, a collection from its first to its last byte.
  package var span: SourceSpan { SourceSpan(Int(record.start), Int(record.end)) }
  /// Text of a scalar after unescaping and folding; empty for collections.
  package var text: String {
    record.kind == .scalar ? String(decoding: ScalarText.bytes(record.event, arena.source.bytes), as: UTF8.self) : ""
  }
  /// Whether the node is a scalar without quotes, not a block text.
  package var isPlain: Bool { record.kind == .scalar && record.style == .plain }
  /// Whether the node is null under the core schema; never when it is quoted.
  package var isNull: Bool { value == .null }
  /// The tag in full, such as `tag:yaml.org,2002:str`; empty when none is written.
  package var tag: String { record.properties < 0 ? "" : arena.properties[Int(record.properties)].resolvedTag }

  /// A scalar's value under the core schema; a collection is an empty string.
  package var value: YAMLValue {
    record.kind == .scalar ? CoreSchema.value(text, isPlain: isPlain, tag: tag) : .string("")
  }

  /// The nodes of a sequence.
  package var items: [YAMLNode] {
    guard record.kind == .sequence else { return [] }
    return arena.children(of: index).map { YAMLNode(arena: arena, index: $0) }
  }

  /// The entries of a mapping.
  package var entries: [YAMLEntry] {
    guard record.kind == .mapping else { return [] }
    let all = arena.children(of: index)
    return stride(from: all.startIndex, to: all.endIndex - 1, by: 2).map {
      YAMLEntry(key: YAMLNode(arena: arena, index: all[$0]), value: YAMLNode(arena: arena, index: all[$0 + 1]))
    }
  }
}

/// The nodes of a stream in flat tables.
final class NodeArena: Sendable {
  struct Record: Sendable {
    var start: Int32
    var end: Int32
    var firstChild: Int32
    var childCount: Int32
    var properties: Int32
    var detail: Int16
    var kind: YAMLNode.Kind
    var style: YAMLEvent.Style

    /// The scalar as the event it came from.
    var event: YAMLEvent {
      YAMLEvent(start: start, end: end, properties: properties, detail: detail, kind: .scalar, style: style)
    }
  }

  let source: SourceText
  let records: [Record]
  let childIndices: [Int32]
  let properties: [NodeProperties]

  init(source: SourceText, records: [Record], childIndices: [Int32], properties: [NodeProperties]) {
    self.source = source
    self.records = records
    self.childIndices = childIndices
    self.properties = properties
  }

  func children(of index: Int32) -> ArraySlice<Int32> {
    let record = records[Int(index)]
    return childIndices[Int(record.firstChild)..<Int(record.firstChild + record.childCount)]
  }
}
