import Foundations

/// RFC 4180 text of a user, with the place of every cell.
enum UserCSV {
  /// One cell, unquoted, blanks at its ends removed.
  struct Cell {
    var text: String
    var span: SourceSpan
  }
  /// One line of cells.
  struct Row {
    var cells: [Cell]
    var span: SourceSpan
  }

  /// The rows; empty lines and lines that begin with `#` are passed over. Never fails.
  static func rows(_ source: SourceText) -> [Row] {
    let bytes = source.bytes
    var rows: [Row] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let start = index
      if bytes[index] == 0x23 {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        index += 1
        continue
      }
      var cells: [Cell] = []
      var isOpen = true
      while isOpen {
        let from = index
        var text: [UInt8] = []
        var quoted = false
        while index < bytes.count {
          let byte = bytes[index]
          if quoted {
            if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
              text.append(byte)
              index += 2
              continue
            }
            if byte == 0x22 { quoted = false } else { text.append(byte) }
          } else if byte == 0x22 {
            quoted = true
          } else if byte == 0x2C || byte == 0x0A {
            break
          } else if byte != 0x0D {
            text.append(byte)
          }
          index += 1
        }
        cells.append(Cell(text: trimmed(text), span: SourceSpan(from, index)))
        isOpen = index < bytes.count && bytes[index] == 0x2C
        index += 1
      }
      if cells.count == 1, cells[0].text.isEmpty { continue }
      rows.append(Row(cells: cells, span: SourceSpan(start, min(index - 1, bytes.count))))
    }
    return rows
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    var slice = bytes[...]
    while let first = slice.first, first == 0x20 || first == 0x09 { slice = slice.dropFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 { slice = slice.dropLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
