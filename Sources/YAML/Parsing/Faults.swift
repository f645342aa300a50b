import Foundations

/// A mistake in the text, before it becomes a diagnostic.
struct YAMLFault: Error {
  var diagnostic: Diagnostic
  /// Nothing behind it can be read.
  var isFatal: Bool
  /// Where to look for the next sound line: behind the mistake itself.
  var resume: Int

  init(
    _ code: String, _ message: String, _ start: Int, _ end: Int, help: String? = nil,
    labels: [DiagnosticLabel] = [], notes: [String] = [], isFatal: Bool = false, resume: Int? = nil
  ) {
    diagnostic = Diagnostic(
      .error, code: "yaml/" + code, message, at: SourceSpan(start, end), help: help, labels: labels, notes: notes)
    self.isFatal = isFatal
    self.resume = resume ?? end
  }
}

/// Places and excerpts for messages.
extension EventParser {
  /// The end of the line that `p` is on, without trailing blanks.
  func endOfLine() -> Int { firstLineEnd(p) }

  /// The end of the line of an offset, without trailing blanks.
  func firstLineEnd(_ from: Int) -> Int {
    var i = from
    while i < count, !isBreak(base[i]) { i += 1 }
    while i > from + 1, isBlank(base[i - 1]) { i -= 1 }
    return i
  }

  func endOfToken() -> Int {
    var i = p + 1
    while !isGap(i) { i += 1 }
    return i
  }

  /// Offset behind the character at `offset`.
  func endOfCharacter(_ offset: Int) -> Int {
    var i = offset + 1
    while i < count, base[i] & 0xC0 == 0x80 { i += 1 }
    return min(i, max(count, offset))
  }

  /// The beginning of the bytes `start..<end`, cut between characters.
  func excerpt(_ start: Int, _ end: Int) -> String { source.excerpt(SourceSpan(start, end)) }

  /// Number of Unicode scalars between two offsets.
  func scalars(_ start: Int, _ end: Int) -> Int {
    var n = 0
    for i in start..<max(start, end) where base[i] & 0xC0 != 0x80 { n += 1 }
    return n
  }
}

extension SourceText {
  /// The first 40 bytes of a span, cut between characters and at the end of its first line.
  func excerpt(_ span: SourceSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let whole = min(max(span.end, start), bytes.count)
    var end = min(whole, start + 40)
    while end > start, end < whole, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let line = bytes[start..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    return String(decoding: bytes[start..<line], as: UTF8.self) + (line < whole ? "…" : "")
  }
}
