import Foundations

/// The events of a text with the tables they point into.
struct ParsedStream: Sendable {
  let source: SourceText
  var events: [YAMLEvent]
  var properties: [NodeProperties]
  var faults: [YAMLFault]

  /// Parses a text; the events are balanced even after mistakes.
  init(_ source: SourceText, limits: YAMLLimits) {
    self.source = source
    do throws(YAMLFault) {
      let input = try YAMLInput(source, limits: limits)
      let parser: EventParser? = input.bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var parser = EventParser(input: input, base: base, source: source, limits: limits)
        parser.parseStream()
        return parser
      }
      events = parser?.events ?? []
      properties = parser?.properties ?? []
      faults = parser?.faults ?? []
    } catch {
      events = []
      properties = []
      faults = [error]
    }
  }

  /// The mistakes by position, at most as many as the limit.
  func diagnostics(limit: Int) -> [Diagnostic] {
    faults.prefix(limit).map(\.diagnostic).sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }
}
