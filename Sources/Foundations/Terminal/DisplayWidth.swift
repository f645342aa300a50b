/// Columns that text takes on a terminal.
package enum DisplayWidth {
  /// Columns of a text: combining marks none, East Asian wide characters and emoji two, an emoji joined
  /// from several two as well.
  ///
  /// - Complexity: O(n); ASCII is counted by bytes.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Columns of what a reader takes for one character.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // Text shape becomes emoji shape by U+FE0F; a pair of regional indicators is one flag.
    if scalars.contains("\u{FE0F}") { return 2 }
    return min(2, scalars.reduce(0) { $0 + of($1) })
  }

  /// Columns of a scalar by itself.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
    // Vowels and final consonants of Hangul syllables that stand apart.
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(value) || scalar.properties.isEmojiPresentation && !isRegional(value) ? 2 : 1
    }
  }

  private static func isRegional(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// East_Asian_Width W and F of Unicode Standard Annex 11, by blocks.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18D1E, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text without what would move the cursor, colour the screen or reverse the order of letters.
  ///
  /// Tabs and line breaks become a blank, other control characters U+FFFD.
  package static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(safe(scalar)) }
    return String(result)
  }

  private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t", "\n", "\r": return " "
    case "\u{200D}": return scalar
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
      default: return scalar
      }
    }
  }

  /// The text cut to `width` columns, with `…` where something was cut.
  package static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 1 else { return width == 1 ? "…" : "" }
    return split(text, at: width - 1).head + "…"
  }

  /// The text in two parts, the first of at most `width` columns and without half a character.
  package static func split(_ text: String, at width: Int) -> (head: String, tail: String) {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let columns = of(text[index])
      if used + columns > width { break }
      used += columns
      index = text.index(after: index)
    }
    return (String(text[..<index]), String(text[index...]))
  }

  /// The text wrapped at blanks into lines of at most `width` columns; longer words are cut apart.
  ///
  /// Line breaks in the text are kept.
  package static func wrap(_ text: String, to width: Int) -> [String] {
    let width = max(2, width)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for piece in paragraph.split(separator: " ") {
        var word = String(piece)
        var columns = of(word)
        if used > 0, used + 1 + columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        while columns > width {
          let (head, tail) = split(word, at: width)
          lines.append(head)
          word = tail
          columns = of(word)
        }
        line += (used == 0 ? "" : " ") + word
        used += (used == 0 ? 0 : 1) + columns
      }
      lines.append(line)
    }
    return lines
  }
}
