/// A half-open range of byte offsets into one source text.
package struct SourceSpan: Sendable, Hashable {
  /// Offset of the first byte.
  package var start: Int
  /// Offset behind the last byte; equal to `start` for an empty span.
  package var end: Int

  /// Creates a span of the bytes `start..<end`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

/// A place in a source text as people count: line and column from 1, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A file's bytes with its name and the index of its lines.
///
/// Lines end at LF, CR LF or a lone CR.
package struct SourceText: Sendable {
  /// The name as the user typed it; `<stdin>` for standard input.
  package let name: String
  package let bytes: [UInt8]
  /// Offset of the first byte of each line; never empty.
  package let lineStarts: [Int]

  /// Indexes the lines of `bytes`.
  ///
  /// - Complexity: O(n) in the number of bytes.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    lineStarts = starts
  }

  /// The 1-based line and column of a byte offset; offsets outside the text are clamped.
  ///
  /// - Complexity: O(log lines + length of the line).
  package func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    var index = lineStarts[low]
    if low == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = min(3, offset) }
    while index < offset {
      index += 1
      while index < offset, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return SourcePosition(line: low + 1, column: column)
  }

  /// The text of a 1-based line without its line break, decoded leniently.
  package func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The bytes of a span as text, decoded leniently.
  package func text(_ span: SourceSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
