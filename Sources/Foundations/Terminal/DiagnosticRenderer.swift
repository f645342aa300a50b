/// Turns diagnostics into text with code frames, JSON, or workflow commands.
package struct DiagnosticRenderer: Sendable {
  let source: SourceText?
  let style: Style
  /// Longest part of a source line that is shown.
  private static let window = 100

  /// Creates a renderer; without a source, places are left out.
  package init(source: SourceText?, style: Style = Style(hasColor: false)) {
    self.source = source
    self.style = style
  }

  /// All findings with their frames, and how many there are.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    let parts = diagnostics.map(frame)
    let errors = diagnostics.filter { $0.level == .error }.count
    let warnings = diagnostics.filter { $0.level == .warning }.count
    var counts: [String] = []
    if errors > 0 { counts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { counts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    let summary = diagnostics.count > 1 ? "\n\(counts.joined(separator: ", "))\n" : ""
    return parts.joined(separator: "\n") + summary
  }

  // MARK: Frames

  private func frame(_ diagnostic: Diagnostic) -> String {
    let word = diagnostic.level.rawValue
    let colored =
      switch diagnostic.level {
      case .error: style.red(word)
      case .warning: style.yellow(word)
      case .note: style.blue(word)
      }
    var out = "\(colored): \(style.bold(diagnostic.message))\n"
    guard let source, let span = diagnostic.span else {
      if let source { out += "  --> \(source.name)\n" }
      if let help = diagnostic.help { out += "  = help: \(help)\n" }
      for note in diagnostic.notes { out += "  = \(note)\n" }
      return out
    }
    let place = source.position(of: span.start)
    let labels = diagnostic.labels.sorted { $0.span.start < $1.span.start }
    let last = ([place.line] + labels.map { source.position(of: $0.span.start).line }).max() ?? place.line
    let margin = String(repeating: " ", count: String(last).count)
    out += "\(margin)\(style.blue("-->")) \(source.name):\(place.line):\(place.column)\n"
    out += "\(margin) \(style.blue("|"))\n"
    var marks = labels.map { (span: $0.span, text: $0.text, isMain: false) }
    marks.append((span, diagnostic.help ?? "", true))
    marks.sort { $0.span.start < $1.span.start }
    for mark in marks { out += lines(mark.span, mark.text, isMain: mark.isMain, margin: margin, source) }
    for note in diagnostic.notes {
      for (index, line) in DisplayWidth.wrap(note, to: 92).enumerated() {
        out += "\(margin) \(index == 0 ? "=" : " ") \(line)\n"
      }
    }
    return out
  }

  /// The source line of a span with a mark below it.
  private func lines(_ span: SourceSpan, _ text: String, isMain: Bool, margin: String, _ source: SourceText) -> String {
    let place = source.position(of: span.start)
    let raw = Array(source.line(place.line).unicodeScalars)
    let start = min(place.column - 1, raw.count)
    let end = source.position(of: span.end)
    let length = end.line == place.line ? max(1, end.column - place.column) : max(1, raw.count - start)
    // A long line is shown around the mark.
    let from = start > DiagnosticRenderer.window - 20 ? max(0, start - 40) : 0
    let to = min(raw.count, from + DiagnosticRenderer.window)
    let shown = (from > 0 ? "…" : "") + visible(raw[from..<max(from, to)]) + (to < raw.count ? "…" : "")
    let indent = (from > 0 ? 1 : 0) + DisplayWidth.of(visible(raw[from..<max(from, start)]))
    let stop = min(start + length, max(to, start + 1))
    let width = max(1, start < raw.count ? DisplayWidth.of(visible(raw[start..<min(stop, raw.count)])) : 1)
    let number = String(place.line)
    let pad = String(repeating: " ", count: margin.count - min(number.count, margin.count))
    let mark = String(repeating: isMain ? "^" : "-", count: width)
    let note = text.isEmpty ? "" : " " + text
    return "\(style.blue(pad + number + " |")) \(shown)\n"
      + "\(margin) \(style.blue("|")) \(String(repeating: " ", count: indent))"
      + (isMain ? style.red(mark + note) : style.blue(mark + note)) + "\n"
  }

  /// Tabs as a blank each, control characters as a question mark.
  private func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      text.append(scalar == "\t" ? " " : scalar.value < 0x20 || scalar.value == 0x7F ? "?" : scalar)
    }
    return String(text)
  }

  // MARK: Machines

  /// The findings as the `diagnostics` array of JSON results.
  package func json(_ diagnostics: [Diagnostic]) -> JSON {
    .object([
      (
        "diagnostics",
        .array(
          diagnostics.map { diagnostic in
            let start = diagnostic.span.flatMap { span in source?.position(of: span.start) }
            let end = diagnostic.span.flatMap { span in source?.position(of: span.end) }
            return .object([
              ("level", .string(diagnostic.level.rawValue)), ("code", .string(diagnostic.code)),
              ("message", .string(diagnostic.message)), ("path", .string(diagnostic.path)),
              ("file", source.map { .string($0.name) } ?? .null),
              ("line", start.map { .int($0.line) } ?? .null), ("column", start.map { .int($0.column) } ?? .null),
              ("end_line", end.map { .int($0.line) } ?? .null), ("end_column", end.map { .int($0.column) } ?? .null),
              ("help", diagnostic.help.map { .string($0) } ?? .null),
              ("notes", .array(diagnostic.notes.map { .string($0) })),
            ])
          })
      )
    ])
  }
}
