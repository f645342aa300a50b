/// Turns diagnostics into text with code frames, JSON, or workflow commands.
package struct DiagnosticRenderer: Sendable {
  let source: SourceText?
  let style: Style
  /// Columns that code, help and notes should not exceed.
  let width: Int

  /// Creates a renderer; without a source, places are left out.
  package init(source: SourceText?, style: Style = .plain, width: Int = 100) {
    self.source = source
    self.style = style
    self.width = max(40, width)
  }

  /// All findings with their frames, and how many there are when there is more than one.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    let frames = diagnostics.map(frame).joined(separator: "\n")
    let summary = DiagnosticRenderer.summary(diagnostics)
    return frames + (diagnostics.count > 1 && !summary.isEmpty ? "\n\(summary)\n" : "")
  }

  /// `3 errors, 1 warning`; empty when there are neither.
  package static func summary(_ diagnostics: [Diagnostic]) -> String {
    [(DiagnosticLevel.error, "error"), (.warning, "warning")].compactMap { level, word in
      let count = diagnostics.count { $0.level == level }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  // MARK: Frames

  private func frame(_ diagnostic: Diagnostic) -> String {
    let level = diagnostic.level
    let message = style.bold(DisplayWidth.safe(diagnostic.message))
    var lines = ["\(colored(level.rawValue, level)): \(message)"]
    guard let source else { return text(lines + remarks(diagnostic, help: diagnostic.help, margin: 2)) }
    let name = DisplayWidth.safe(source.name)
    guard let span = diagnostic.span else {
      lines.append("  \(style.blue("-->")) \(name)\(diagnostic.path.isEmpty ? "" : " (\(diagnostic.path))")")
      return text(lines + remarks(diagnostic, help: diagnostic.help, margin: 2))
    }
    let place = source.position(of: span.start)
    var marks = diagnostic.labels.map { CodeMark(source, $0.span, $0.text, isMain: false) }
    let main = CodeMark(source, span, diagnostic.help ?? "", isMain: true)
    marks.append(main)
    let margin = marks.map { String($0.line).count }.max() ?? 1
    let pad = String(repeating: " ", count: margin)
    lines.append("\(pad)\(style.blue("-->")) \(name):\(place.line):\(place.column)")
    lines.append("\(pad) \(style.blue("|"))")
    // Help that has no room beside the caret stands among the notes.
    let excerpts = CodeExcerpt.excerpts(of: marks, source, width: width - margin - 3)
    let hasRoom = excerpts.allSatisfy(\.hasRoom)
    var previous: Int?
    for excerpt in excerpts {
      if let previous, excerpt.line > previous + 1 { lines.append(style.blue("...")) }
      previous = excerpt.line
      let number = String(excerpt.line)
      let gutter = String(repeating: " ", count: margin - number.count) + number + " |"
      lines.append(style.blue(gutter) + (excerpt.text.isEmpty ? "" : " " + excerpt.text))
      for mark in excerpt.marks {
        let label = mark.text.isEmpty || (mark.isMain && !hasRoom) ? "" : " " + mark.text
        let arrow = String(repeating: mark.isMain ? "^" : "-", count: mark.width) + label
        let blanks = String(repeating: " ", count: mark.column)
        lines.append(
          "\(pad) \(style.blue("|")) \(blanks)\(mark.isMain ? colored(arrow, level) : style.blue(arrow))")
      }
    }
    return text(lines + remarks(diagnostic, help: hasRoom ? nil : diagnostic.help, margin: margin + 1))
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  private func colored(_ text: String, _ level: DiagnosticLevel) -> String {
    switch level {
    case .error: style.red(text)
    case .warning: style.yellow(text)
    case .note: style.blue(text)
    }
  }

  /// Lines `= note`, wrapped.
  private func remarks(_ diagnostic: Diagnostic, help: String?, margin: Int) -> [String] {
    let pad = String(repeating: " ", count: margin)
    let remarks = (help.map { ["help: \($0)"] } ?? []) + diagnostic.notes
    return remarks.flatMap { remark in
      DisplayWidth.wrap(DisplayWidth.safe(remark), to: width - margin - 2).enumerated().map { index, line in
        "\(pad)\(style.blue(index == 0 ? "=" : " ")) \(line)"
      }
    }
  }
}
