import Foundations

/// The bytes of a source, checked once: length, encoding, control characters.
struct YAMLInput {
  /// The bytes with sixteen zero bytes behind them, so that looking ahead needs no bounds.
  let bytes: [UInt8]
  /// Length without the padding.
  let count: Int
  /// Offset of the first byte behind a byte order mark.
  let start: Int

  /// Checks the bytes of a source; the fault names the byte offset.
  init(_ source: SourceText, limits: YAMLLimits) throws(YAMLFault) {
    let bytes = source.bytes
    guard bytes.count <= limits.bytes else {
      throw YAMLFault(
        "limit-bytes", "the file is longer than \(limits.bytes >> 20) MiB (\(bytes.count) bytes)", limits.bytes,
        limits.bytes, isFatal: true)
    }
    try YAMLInput.refuseWideEncodings(bytes)
    start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    try YAMLInput.validate(bytes)
    count = bytes.count
    self.bytes = bytes + [UInt8](repeating: 0, count: 16)
  }

  private static func refuseWideEncodings(_ bytes: [UInt8]) throws(YAMLFault) {
    guard bytes.count >= 2 else { return }
    let hasMark = bytes[0] == 0xFE && bytes[1] == 0xFF || bytes[0] == 0xFF && bytes[1] == 0xFE
    // Without a mark the zero bytes of the first character tell (YAML 1.2.2, section 5.2).
    let isWide =
      bytes.count % 2 == 0 && bytes.count >= 4 && (bytes[0] == 0) != (bytes[1] == 0)
      || bytes.count % 4 == 0 && bytes.count >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[3] != 0
    if hasMark || isWide {
      throw YAMLFault(
        "encoding", "the file is UTF-16 or UTF-32 (byte 0)", 0, 2, help: "save it as UTF-8", isFatal: true)
    }
  }

  /// Refuses ill-formed UTF-8 (Unicode 15, table 3-7) and control characters other than tab and line breaks.
  private static func validate(_ bytes: [UInt8]) throws(YAMLFault) {
    var fault: (offset: Int, isControl: Bool)?
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let raw = UnsafeRawPointer(base)
      let count = buffer.count
      var i = 0
      let ones: UInt64 = 0x0101_0101_0101_0101
      while i < count {
        // Eight printable ASCII bytes at a time; most of a file is that.
        while i + 8 <= count {
          let block = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          let below = (block &- ones &* 0x20) & ~block
          let delete = block ^ ones &* 0x7F
          let special = (below | block | ((delete &- ones) & ~delete)) & (ones &* 0x80)
          if special != 0 { break }
          i += 8
        }
        if i >= count { return }
        let byte = base[i]
        if byte >= 0x20, byte < 0x7F {
          i += 1
          continue
        }
        if byte < 0x80 {
          guard byte == 0x0A || byte == 0x0D || byte == 0x09 else {
            fault = (i, true)
            return
          }
          i += 1
          continue
        }
        let length = sequenceLength(base, i, count)
        guard length > 0 else {
          fault = (i, false)
          return
        }
        // C1 controls other than next line, and the two non-characters of the specification.
        if length == 2, byte == 0xC2, base[i + 1] < 0xA0, base[i + 1] != 0x85 {
          fault = (i, true)
          return
        }
        if length == 3, byte == 0xEF, base[i + 1] == 0xBF, base[i + 2] >= 0xBE {
          fault = (i, true)
          return
        }
        i += length
      }
    }
    guard let fault else { return }
    if fault.isControl {
      let value = String(bytes[fault.offset], radix: 16, uppercase: true)
      let name = bytes[fault.offset] == 0 ? "NUL" : "control character 0x\(value)"
      throw YAMLFault(
        "control-character", "\(name) at byte \(fault.offset)", fault.offset, fault.offset + 1,
        help: "remove it, or write it as an escape in double quotes", isFatal: true)
    }
    throw YAMLFault(
      "encoding", "invalid UTF-8 at byte \(fault.offset)", fault.offset, fault.offset + 1,
      help: "save the file as UTF-8", isFatal: true)
  }

  /// Length of the well-formed sequence at `i`; 0 when it is ill-formed.
  private static func sequenceLength(_ base: UnsafePointer<UInt8>, _ i: Int, _ count: Int) -> Int {
    func isTail(_ at: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      at < count && base[at] >= low && base[at] <= high
    }
    switch base[i] {
    case 0xC2...0xDF: return isTail(i + 1) ? 2 : 0
    case 0xE0: return isTail(i + 1, 0xA0) && isTail(i + 2) ? 3 : 0
    case 0xED: return isTail(i + 1, 0x80, 0x9F) && isTail(i + 2) ? 3 : 0
    case 0xE1...0xEF: return isTail(i + 1) && isTail(i + 2) ? 3 : 0
    case 0xF0: return isTail(i + 1, 0x90) && isTail(i + 2) && isTail(i + 3) ? 4 : 0
    case 0xF1...0xF3: return isTail(i + 1) && isTail(i + 2) && isTail(i + 3) ? 4 : 0
    case 0xF4: return isTail(i + 1, 0x80, 0x8F) && isTail(i + 2) && isTail(i + 3) ? 4 : 0
    default: return 0
    }
  }
}
