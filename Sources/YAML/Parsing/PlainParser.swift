import Foundations

/// Plain scalars: text without quotes, over one line or more.
extension EventParser {
  /// A plain scalar from `p`; in block context only its first line when it must be a key.
  mutating func parsePlain(_ own: Int32, indent: Int, isFlow: Bool, isKeyOnly: Bool) throws(YAMLFault) {
    try checkNodes(at: p)
    try checkPlainStart(isFlow: isFlow)
    let start = p
    var end = scanPlainLine(isFlow: isFlow)
    // A key ends at its colon; only what has none can go on over lines.
    while !isKeyOnly, p < count, isBreak(base[p]) {
      let (before, beforeLine) = (p, lineStart)
      var isContinued = false
      while isBreak(base[p]) {
        skipBreak()
        while base[p] == 0x20 { p += 1 }
        let spaces = p - lineStart
        while isBlank(base[p]) { p += 1 }
        if isBreak(base[p]) { continue }
        if p >= count { break }
        if spaces <= indent { break }
        let at = p
        p = lineStart
        let isMarker = isDocumentMarker()
        p = at
        isContinued =
          !isMarker && base[p] != 0x23 && !(base[p] == 0x3A && isPlainEnd(p + 1, isFlow: isFlow))
          && !(isFlow && isFlowIndicator(base[p]))
        break
      }
      guard isContinued else {
        steps += p - before
        p = before
        lineStart = beforeLine
        break
      }
      end = scanPlainLine(isFlow: isFlow)
    }
    p = end
    emit(.scalar, .plain, start, end, own)
  }

  /// Whether a `:` before this offset ends a plain scalar.
  @inline(__always) private func isPlainEnd(_ at: Int, isFlow: Bool) -> Bool {
    isGap(at) || isFlow && isFlowIndicator(base[at])
  }

  /// Moves `p` to the end of the scalar's part on this line; returns the end without trailing blanks.
  ///
  /// Leaves `p` at the line break when the scalar may go on, else at what ends it.
  private mutating func scanPlainLine(isFlow: Bool) -> Int {
    var i = p
    var end = p
    while true {
      let byte = base[i]
      if byte > 0x3A, byte != 0x5B, byte != 0x5D, byte != 0x7B, byte != 0x7D {
        i += 1
        end = i
        continue
      }
      switch byte {
      case 0x20, 0x09:
        i += 1
        if base[i] == 0x23 {
          p = end
          return end
        }
        continue
      case 0x0A, 0x0D:
        p = i
        return end
      case 0x3A:
        if isPlainEnd(i + 1, isFlow: isFlow) {
          p = end
          return end
        }
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D:
        if isFlow {
          p = end
          return end
        }
      case 0:
        if i >= count {
          p = end
          return end
        }
      default: break
      }
      i += 1
      end = i
    }
  }

  private func checkPlainStart(isFlow: Bool) throws(YAMLFault) {
    let byte = base[p]
    switch byte {
    case 0x2D, 0x3F, 0x3A:
      guard isGap(p + 1) || isFlow && isFlowIndicator(base[p + 1]) else { return }
      throw YAMLFault(
        "indicator", "'\(Character(Unicode.Scalar(byte)))' is out of place here", p, p + 1,
        help: "put the text in quotes")
    case 0x40, 0x60:
      throw YAMLFault(
        "reserved", "a text cannot start with '\(Character(Unicode.Scalar(byte)))'", p, p + 1, help: "put it in quotes")
    case 0x25:
      throw YAMLFault("reserved", "a text cannot start with '%'", p, p + 1, help: "put it in quotes")
    case 0x2C, 0x5D, 0x7D:
      throw YAMLFault(
        "indicator", "'\(Character(Unicode.Scalar(byte)))' is out of place here", p, p + 1,
        help: byte == 0x2C ? "put the text in quotes" : "nothing is open here")
    case 0x7C, 0x3E:
      if !isFlow, let fault = conflictFault(p) { throw fault }
      throw YAMLFault(
        "indicator", isFlow ? "a block text cannot stand within brackets" : "a key cannot be a block text", p, p + 1,
        help: "put it in quotes")
    default: return
    }
  }
}
