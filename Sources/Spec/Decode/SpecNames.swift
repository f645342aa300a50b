import Foundations

/// Names of systems, workloads and groups: RFC 1123 labels.
enum SpecNames {
  static func isLabel(_ text: String, minimum: Int = 2) -> Bool {
    let bytes = text.utf8
    guard (minimum...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last) && bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
  }

  /// The label nearest to a text.
  static func proposal(_ text: String, minimum: Int = 2) -> String {
    var bytes: [UInt8] = []
    for byte in text.lowercased().utf8.prefix(200) {
      if isAlphanumeric(byte) { bytes.append(byte) } else if bytes.last != 0x2D, !bytes.isEmpty { bytes.append(0x2D) }
    }
    bytes = Array(bytes.prefix(63))
    while bytes.last == 0x2D { bytes.removeLast() }
    while bytes.count < minimum { bytes.append(0x78) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of a `provider:region` without the provider.
  static func regionName(_ region: String) -> String {
    region.split(separator: ":", maxSplits: 1).last.map(String.init) ?? region
  }

  static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The known word that a mistyped one was meant to be; none for words no hand would type.
  static func nearest(_ word: String, in candidates: [String]) -> String? {
    word.utf8.count <= 80 ? Suggestion.nearest(word, in: candidates) : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
  }
}
