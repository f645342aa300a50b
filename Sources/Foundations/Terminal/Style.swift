/// What a piece of text means to its reader; a style turns it into colour.
package enum Tone: Sendable, Hashable {
  case plain, strong, secondary, good, bad, careful, place
}

/// Colours of terminal output; plain text when they are off.
package struct Style: Sendable, Hashable {
  /// Whether escape sequences are written.
  package var hasColor: Bool

  /// No escape sequences.
  package static let plain = Style(hasColor: false)

  /// Creates a style.
  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// Emphasis.
  package func bold(_ text: String) -> String { apply(.strong, to: text) }
  /// What is secondary.
  package func dim(_ text: String) -> String { apply(.secondary, to: text) }
  /// What is wrong.
  package func red(_ text: String) -> String { apply(.bad, to: text) }
  /// What deserves a look.
  package func yellow(_ text: String) -> String { apply(.careful, to: text) }
  /// Places and headings.
  package func blue(_ text: String) -> String { apply(.place, to: text) }

  /// The text in the colour of a tone.
  package func apply(_ tone: Tone, to text: String) -> String {
    guard hasColor, !text.isEmpty else { return text }
    let code =
      switch tone {
      case .plain: ""
      case .strong: "1"
      case .secondary: "2"
      case .bad: "31"
      case .good: "32"
      case .careful: "33"
      case .place: "34"
      }
    return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
