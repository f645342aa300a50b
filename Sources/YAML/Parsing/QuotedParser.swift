import Foundations

/// Scalars in single and double quotes.
extension EventParser {
  mutating func parseSingle(_ own: Int32, indent: Int) throws(YAMLFault) {
    try checkNodes(at: p)
    let opened = p
    p += 1
    while true {
      while base[p] != 0x27, !isBreak(base[p]), p < count { p += 1 }
      if p >= count { throw unclosedQuote(opened) }
      if base[p] == 0x27 {
        if base[p + 1] == 0x27 {
          p += 2
          continue
        }
        break
      }
      try continueQuoted(opened, indent: indent)
    }
    emit(.scalar, .single, opened + 1, p, own)
    p += 1
  }

  mutating func parseDouble(_ own: Int32, indent: Int) throws(YAMLFault) {
    try checkNodes(at: p)
    let opened = p
    p += 1
    while true {
      while base[p] != 0x22, base[p] != 0x5C, !isBreak(base[p]), p < count { p += 1 }
      if p >= count { throw unclosedQuote(opened) }
      if base[p] == 0x22 { break }
      if base[p] == 0x5C {
        try skipEscape(opened)
        if isBreak(base[p]) { try continueQuoted(opened, indent: indent) }
        continue
      }
      try continueQuoted(opened, indent: indent)
    }
    emit(.scalar, .double, opened + 1, p, own)
    p += 1
  }

  /// Steps over an escape; an escaped line break is left to the caller.
  private mutating func skipEscape(_ opened: Int) throws(YAMLFault) {
    let start = p
    p += 1
    let digits: Int
    switch base[p] {
    case 0x0A, 0x0D: return
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "t"), 0x09, UInt8(ascii: "n"),
      UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "e"), 0x20, 0x22, 0x2F, 0x5C,
      UInt8(ascii: "N"), UInt8(ascii: "_"), UInt8(ascii: "L"), UInt8(ascii: "P"):
      digits = 0
    default:
      if p >= count { throw unclosedQuote(opened) }
      throw YAMLFault(
        "escape", "unknown escape in double quotes", start, endOfCharacter(p),
        help: "write '\\\\' for a backslash, or use single quotes")
    }
    p += 1
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = hex(base[p]) else {
        throw YAMLFault(
          "escape", "an escape needs \(digits) hexadecimal digits here", start, p + 1,
          help: "write '\\\\' for a backslash, or use single quotes")
      }
      value = value &<< 4 | UInt32(digit)
      p += 1
    }
    if digits == 8, Unicode.Scalar(value) == nil {
      throw YAMLFault(
        "escape", "the escape names no character", start, p, help: "Unicode ends at \\U0010FFFF, without D800 to DFFF")
    }
  }

  func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Steps over the breaks within a quoted scalar to its next line, which must be indented.
  private mutating func continueQuoted(_ opened: Int, indent: Int) throws(YAMLFault) {
    while isBreak(base[p]) {
      skipBreak()
      if isDocumentMarker() { throw unclosedQuote(opened) }
      while base[p] == 0x20 { p += 1 }
      let spaces = p - lineStart
      while isBlank(base[p]) { p += 1 }
      if isBreak(base[p]) { continue }
      if p >= count { throw unclosedQuote(opened) }
      guard spaces > indent else {
        if p - lineStart > indent { throw tabFault() }
        throw unclosedQuote(opened)
      }
      return
    }
  }
}
