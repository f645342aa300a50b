/// The numbers of a JSON document by the path of keys that leads to each.
struct JSONReader {
  private var bytes: [UInt8]
  private var index = 0
  private(set) var numbers: [(path: [String], text: String)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    value([])
  }

  private mutating func skip() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x3A].contains(bytes[index]) { index += 1 }
  }

  private mutating func string() -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != 0x22 { index += 1 }
    defer { index += 1 }
    return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
  }

  private mutating func value(_ path: [String]) {
    skip()
    guard index < bytes.count else { return }
    switch bytes[index] {
    case 0x7B:
      index += 1
      while true {
        skip()
        guard index < bytes.count, bytes[index] != 0x7D else { break }
        let key = string()
        value(path + [key])
      }
      index += 1
    case 0x5B:
      index += 1
      while true {
        skip()
        guard index < bytes.count, bytes[index] != 0x5D else { break }
        value(path)
      }
      index += 1
    case 0x22: _ = string()
    default:
      let start = index
      while index < bytes.count, ![0x2C, 0x7D, 0x5D, 0x0A, 0x20].contains(bytes[index]) { index += 1 }
      numbers.append((path, String(decoding: bytes[start..<index], as: UTF8.self)))
    }
  }
}
