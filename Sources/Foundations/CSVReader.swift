/// Comma-separated values as RFC 4180 has them.
package enum CSVReader {
  /// The rows of a text; quotes, doubled quotes and line breaks within quotes are understood, empty lines left out.
  ///
  /// - Complexity: O(n).
  package static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if isQuoted {
        if byte == 0x22 {
          if i < bytes.count, bytes[i] == 0x22 {
            cell.append(0x22)
            i += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case 0x22:
        isQuoted = true
        wasQuoted = true
      case 0x2C:
        row.append(text())
        cell = []
      case 0x0D where i < bytes.count && bytes[i] == 0x0A: continue
      case 0x0A, 0x0D:
        if !row.isEmpty || !cell.isEmpty || wasQuoted {
          row.append(text())
          rows.append(row)
        }
        row = []
        cell = []
        wasQuoted = false
      default: cell.append(byte)
      }
    }
    if !row.isEmpty || !cell.isEmpty {
      row.append(text())
      rows.append(row)
    }
    return rows
  }

  /// A cell, in quotes where it needs them.
  package static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
