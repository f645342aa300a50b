/// Colours of terminal output; plain text when they are off.
package struct Style: Sendable, Hashable {
  /// Whether escape sequences are written.
  package var hasColor: Bool

  /// Creates a style.
  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// Emphasis.
  package func bold(_ text: String) -> String { wrap(text, "1") }
  /// What is secondary.
  package func dim(_ text: String) -> String { wrap(text, "2") }
  /// What is wrong.
  package func red(_ text: String) -> String { wrap(text, "31") }
  /// What is right.
  package func green(_ text: String) -> String { wrap(text, "32") }
  /// What deserves a look.
  package func yellow(_ text: String) -> String { wrap(text, "33") }
  /// Places and headings.
  package func blue(_ text: String) -> String { wrap(text, "34") }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
