extension DiagnosticRenderer {
  /// The findings as an object with the array `diagnostics`: positions from 1, `null` without a place.
  package func json(_ diagnostics: [Diagnostic]) -> JSON {
    .object([("diagnostics", .array(diagnostics.map(json)))])
  }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    let start = diagnostic.span.flatMap { source?.position(of: $0.start) }
    let end = diagnostic.span.flatMap { source?.position(of: $0.end) }
    func number(_ value: Int?) -> JSON { value.map { .int($0) } ?? .null }
    return .object([
      ("level", .string(diagnostic.level.rawValue)), ("code", .string(diagnostic.code)),
      ("message", .string(diagnostic.message)), ("path", .string(diagnostic.path)),
      ("file", source.map { .string($0.name) } ?? .null), ("line", number(start?.line)),
      ("column", number(start?.column)), ("end_line", number(end?.line)), ("end_column", number(end?.column)),
      ("help", diagnostic.help.map { .string($0) } ?? .null),
      ("notes", .array(diagnostic.notes.map { .string($0) })),
      (
        "labels",
        .array(
          diagnostic.labels.map { label in
            let place = source?.position(of: label.span.start)
            return .object([
              ("text", .string(label.text)), ("line", number(place?.line)), ("column", number(place?.column)),
            ])
          })
      ),
    ])
  }

  /// The findings as workflow commands of GitHub Actions, one a line.
  package func github(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let start = diagnostic.span.flatMap { source?.position(of: $0.start) }
      let end = diagnostic.span.flatMap { source?.position(of: $0.end) }
      let remarks = (diagnostic.help.map { ["help: \($0)"] } ?? []) + diagnostic.notes
      return GitHubCommand(
        level: diagnostic.level, message: ([diagnostic.message] + remarks).joined(separator: "\n"),
        title: diagnostic.code, file: source?.name, start: start, end: end
      ).text + "\n"
    }.joined()
  }
}

/// One workflow command of GitHub Actions, which shows a finding beside the line it concerns.
package struct GitHubCommand: Sendable, Hashable {
  package var level: DiagnosticLevel
  package var message: String
  package var title: String
  package var file: String?
  package var start: SourcePosition?
  /// Behind the last character; columns are shown only for a place within one line.
  package var end: SourcePosition?

  /// Creates a command.
  package init(
    level: DiagnosticLevel, message: String, title: String = "", file: String? = nil, start: SourcePosition? = nil,
    end: SourcePosition? = nil
  ) {
    self.level = level
    self.message = message
    self.title = title
    self.file = file
    self.start = start
    self.end = end
  }

  /// `::error file=shop.yaml,line=21,col=7::message`, escaped.
  package var text: String {
    var properties: [(String, String)] = []
    if let file {
      properties.append(("file", file))
      if let start {
        properties.append(("line", String(start.line)))
        if let end, end.line != start.line {
          properties.append(("endLine", String(max(start.line, end.line))))
        } else {
          properties.append(("col", String(start.column)))
          if let end { properties.append(("endColumn", String(max(start.column, end.column)))) }
        }
      }
    }
    if !title.isEmpty { properties.append(("title", title)) }
    let list = properties.map { "\($0.0)=\(GitHubCommand.escape($0.1, isProperty: true))" }.joined(separator: ",")
    return "::\(word)\(list.isEmpty ? "" : " ")\(list)::\(GitHubCommand.escape(message, isProperty: false))"
  }

  private var word: String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Percent signs and line breaks everywhere, separators in properties.
  private static func escape(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
