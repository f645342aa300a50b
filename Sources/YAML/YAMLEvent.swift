/// One step of a parse: 16 bytes, no strings; texts are made from the source when asked for.
struct YAMLEvent: Sendable {
  enum Kind: UInt8, Sendable {
    case documentStart, documentEnd, mappingStart, mappingEnd, sequenceStart, sequenceEnd, scalar, alias
  }

  enum Style: UInt8, Sendable {
    /// Block collections, implicit documents, plain scalars.
    case plain
    case single, double, literal, folded
    /// Flow collections; documents with a marker.
    case flow
  }

  /// Byte offset of the content; of the name for an alias.
  var start: Int32
  /// Offset behind the content.
  var end: Int32
  /// Index into the table of properties; −1 for none.
  var properties: Int32
  /// Content indentation of a block scalar; its chomping in the upper bits.
  var detail: Int16
  var kind: Kind
  var style: Style
}

/// The anchor and tag of a node, as byte ranges of the source; empty ranges when absent.
struct NodeProperties: Sendable {
  /// Name behind `&`.
  var anchor: Range<Int32> = 0..<0
  /// The whole tag, from `!`.
  var tag: Range<Int32> = 0..<0
  /// The resolved tag, such as `tag:yaml.org,2002:str`; empty when there is none.
  var resolvedTag = ""
}

/// Indentation and chomping of a block text in the 16 bits an event has for them.
enum BlockIndentation {
  /// The widest indentation that fits.
  static let most = 4000

  static func detail(_ indent: Int, _ chomping: Chomping) -> Int16 {
    Int16(truncatingIfNeeded: min(indent, most)) << 2 | chomping.rawValue
  }
}

/// What becomes of the line breaks at the end of a block scalar.
enum Chomping: Int16, Sendable {
  case clip = 0
  case strip = 1
  case keep = 2
}
