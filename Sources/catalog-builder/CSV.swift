/// A parsed CSV file: a header and rows of equal width, all fields as text.
struct CSV {
  var header: [String]
  var rows: [[String]]

  /// Parses RFC 4180 text: quoted fields may hold commas, doubled quotes and line breaks.
  init(_ bytes: [UInt8]) {
    var all: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var index = 0
    func take() {
      row.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quoted {
        if byte == 0x22 {
          if index < bytes.count, bytes[index] == 0x22 {
            field.append(0x22)
            index += 1
          } else {
            quoted = false
          }
        } else {
          field.append(byte)
        }
        continue
      }
      switch byte {
      case 0x22: quoted = true
      case 0x2C: take()
      case 0x0D: break
      case 0x0A:
        take()
        all.append(row)
        row = []
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !row.isEmpty {
      take()
      all.append(row)
    }
    header = all.first ?? []
    rows = all.isEmpty ? [] : Array(all.dropFirst())
  }

  /// The position of a column; stops the builder when the file has none of that name.
  func column(_ name: String) -> Int {
    guard let index = header.firstIndex(of: name) else { fail("no column '\(name)' in \(header)") }
    return index
  }
}
