/// A cursor over the bytes of a table in the binary; no string is made unless asked for.
///
/// The tables are written by our own builder and verified by their digest, so fields are trusted to be
/// well formed; reading never runs past the end.
struct ByteCursor {
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private(set) var index = 0

  /// A cursor over a literal, which lives as long as the program.
  init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  /// Whether all bytes are read.
  var isAtEnd: Bool { index >= count }

  /// The byte at the cursor; 0 at the end.
  var current: UInt8 { index < count ? start[index] : 0 }

  /// Steps over one byte.
  mutating func skip() { index += 1 }

  /// Reads digits up to the next other byte; `nil` when there is none.
  mutating func integer() -> Int64? {
    var value: Int64 = 0
    let from = index
    while index < count {
      let digit = start[index] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    return index == from ? nil : value
  }

  /// Reads up to a separator or the end of the line and steps over a separator.
  mutating func field(_ separator: UInt8) -> String {
    let from = index
    while index < count, start[index] != separator, start[index] != 0x0A { index += 1 }
    let text = String(decoding: UnsafeBufferPointer(start: start + from, count: index - from), as: UTF8.self)
    if index < count, start[index] == separator { index += 1 }
    return text
  }

  /// The fields of the current line; steps to the next line.
  mutating func line(_ separator: UInt8 = 0x7C) -> [String] {
    var fields: [String] = []
    while index < count, start[index] != 0x0A {
      fields.append(field(separator))
      if index < count, start[index] == 0x0A, start[index - 1] == separator { fields.append("") }
      if index >= count, start[count - 1] == separator { fields.append("") }
    }
    skip()
    return fields
  }
}

extension Tables {
  /// The lines of a small table, each split into fields.
  static func lines(_ parts: [StaticString], _ separator: UInt8 = 0x7C) -> [[String]] {
    var result: [[String]] = []
    for part in parts {
      var cursor = ByteCursor(part)
      while !cursor.isAtEnd { result.append(cursor.line(separator)) }
    }
    return result
  }
}
