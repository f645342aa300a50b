import Foundations

/// The events of a text in the notation of the public test suite, one a line.
package enum YAMLEvents {
  /// The events, and the mistakes found; the events are worth reading only when there are none.
  ///
  /// - Complexity: O(n).
  package static func text(
    _ source: SourceText, limits: YAMLLimits = .standard
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let stream = ParsedStream(source, limits: limits)
    guard stream.faults.isEmpty else { return ("", stream.diagnostics(limit: limits.errors)) }
    var out: [UInt8] = []
    out.reserveCapacity(source.bytes.count * 2 + 64)
    out += "+STR\n".utf8
    for event in stream.events { write(event, stream, &out) }
    out += "-STR\n".utf8
    return (String(decoding: out, as: UTF8.self), [])
  }

  /// The number of events and mistakes: the parser alone, for measuring.
  package static func count(_ source: SourceText, limits: YAMLLimits = .standard) -> (events: Int, mistakes: Int) {
    let stream = ParsedStream(source, limits: limits)
    return (stream.events.count + 2, stream.faults.count)
  }

  private static func write(_ event: YAMLEvent, _ stream: ParsedStream, _ out: inout [UInt8]) {
    switch event.kind {
    case .documentStart: out += event.style == .flow ? "+DOC ---".utf8 : "+DOC".utf8
    case .documentEnd: out += event.style == .flow ? "-DOC ...".utf8 : "-DOC".utf8
    case .mappingStart:
      out += event.style == .flow ? "+MAP {}".utf8 : "+MAP".utf8
      writeProperties(event, stream, &out)
    case .mappingEnd: out += "-MAP".utf8
    case .sequenceStart:
      out += event.style == .flow ? "+SEQ []".utf8 : "+SEQ".utf8
      writeProperties(event, stream, &out)
    case .sequenceEnd: out += "-SEQ".utf8
    case .alias:
      out += "=ALI *".utf8
      out += stream.source.bytes[Int(event.start)..<Int(event.end)]
    case .scalar:
      out += "=VAL".utf8
      writeProperties(event, stream, &out)
      let mark: UInt8 =
        switch event.style {
        case .single: 0x27
        case .double: 0x22
        case .literal: 0x7C
        case .folded: 0x3E
        default: 0x3A
        }
      out += [0x20, mark]
      for byte in ScalarText.bytes(event, stream.source.bytes) {
        switch byte {
        case 0x5C: out += [0x5C, 0x5C]
        case 0x0A: out += [0x5C, 0x6E]
        case 0x0D: out += [0x5C, 0x72]
        case 0x09: out += [0x5C, 0x74]
        case 0x08: out += [0x5C, 0x62]
        case 0x00: out += [0x5C, 0x30]
        default: out.append(byte)
        }
      }
    }
    out.append(0x0A)
  }

  private static func writeProperties(_ event: YAMLEvent, _ stream: ParsedStream, _ out: inout [UInt8]) {
    guard event.properties >= 0 else { return }
    let own = stream.properties[Int(event.properties)]
    if !own.anchor.isEmpty {
      out += [0x20, 0x26]
      out += stream.source.bytes[Int(own.anchor.lowerBound)..<Int(own.anchor.upperBound)]
    }
    if !own.tag.isEmpty { out += " <\(own.resolvedTag)>".utf8 }
  }
}
