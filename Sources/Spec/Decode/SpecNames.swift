/// Names of systems, workloads and groups: RFC 1123 labels of 2 to 63 characters.
enum SpecNames {
  static func isLabel(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last) && bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
  }

  /// The label nearest to a text.
  static func proposal(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.lowercased().utf8 {
      if isAlphanumeric(byte) { bytes.append(byte) } else if bytes.last != 0x2D, !bytes.isEmpty { bytes.append(0x2D) }
    }
    while bytes.last == 0x2D { bytes.removeLast() }
    bytes = Array(bytes.prefix(63))
    while bytes.count < 2 { bytes.append(0x78) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
  }
}
