import Foundations

/// Makes the text of a scalar from its bytes: folding, escapes, block indentation.
enum ScalarText {
  /// The content of a scalar event as UTF-8.
  static func bytes(_ event: YAMLEvent, _ source: [UInt8]) -> [UInt8] {
    let start = Int(event.start)
    let end = min(Int(event.end), source.count)
    guard start < end else { return [] }
    let raw = source[start..<end]
    switch event.style {
    case .literal, .folded: return block(event, raw)
    case .double: return double(raw)
    case .single: return flow(raw, isSingle: true)
    default: return raw.contains { $0 == 0x0A || $0 == 0x0D } ? flow(raw, isSingle: false) : Array(raw)
    }
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Steps over one break; returns the next index.
  private static func skipBreak(_ raw: ArraySlice<UInt8>, _ i: Int) -> Int {
    raw[i] == 0x0D && i + 1 < raw.endIndex && raw[i + 1] == 0x0A ? i + 2 : i + 1
  }

  /// Folds the breaks from `i` on: one becomes a space, more become one less. Returns the next index.
  private static func fold(_ raw: ArraySlice<UInt8>, from i: Int, into out: inout [UInt8]) -> Int {
    var i = i
    var breaks = 0
    while i < raw.endIndex {
      if isBreak(raw[i]) {
        i = skipBreak(raw, i)
        breaks += 1
      } else if isBlank(raw[i]) {
        i += 1
      } else {
        break
      }
    }
    if breaks == 1 { out.append(0x20) } else { for _ in 1..<max(breaks, 1) { out.append(0x0A) } }
    return i
  }

  /// Plain and single-quoted scalars: lines folded, quotes undoubled.
  private static func flow(_ raw: ArraySlice<UInt8>, isSingle: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var i = raw.startIndex
    while i < raw.endIndex {
      let byte = raw[i]
      if isBreak(byte) {
        while let last = out.last, isBlank(last) { out.removeLast() }
        i = fold(raw, from: i, into: &out)
      } else if isSingle, byte == 0x27 {
        out.append(byte)
        i += 2
      } else {
        out.append(byte)
        i += 1
      }
    }
    return out
  }

  private static func double(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var i = raw.startIndex
    // Blanks made by escapes stay; those of the source before a break go.
    var kept = 0
    while i < raw.endIndex {
      let byte = raw[i]
      if isBreak(byte) {
        while out.count > kept, let last = out.last, isBlank(last) { out.removeLast() }
        i = fold(raw, from: i, into: &out)
        kept = out.count
      } else if byte == 0x5C, i + 1 < raw.endIndex {
        if isBreak(raw[i + 1]) {
          i = skipBreak(raw, i + 1)
          // An escaped break vanishes; further empty lines stay.
          while true {
            var at = i
            while at < raw.endIndex, isBlank(raw[at]) { at += 1 }
            if at < raw.endIndex, isBreak(raw[at]) {
              out.append(0x0A)
              i = skipBreak(raw, at)
            } else {
              i = at
              break
            }
          }
        } else {
          i = escape(raw, i + 1, &out)
        }
        kept = out.count
      } else {
        out.append(byte)
        i += 1
      }
    }
    return out
  }

  /// Appends what the escape at `i` stands for; returns the next index.
  private static func escape(_ raw: ArraySlice<UInt8>, _ i: Int, _ out: inout [UInt8]) -> Int {
    func value(_ digits: Int, at: Int) -> (UInt32, Int) {
      var value: UInt32 = 0
      var i = at
      while i < min(at + digits, raw.endIndex) {
        let byte = raw[i]
        let digit = byte <= 0x39 ? byte &- 0x30 : (byte | 0x20) &- 0x57
        value = value &<< 4 | UInt32(digit & 15)
        i += 1
      }
      return (value, i)
    }
    switch raw[i] {
    case UInt8(ascii: "0"): out.append(0)
    case UInt8(ascii: "a"): out.append(7)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "t"), 0x09: out.append(9)
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "v"): out.append(11)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "e"): out.append(27)
    case UInt8(ascii: "N"): out += [0xC2, 0x85]
    case UInt8(ascii: "_"): out += [0xC2, 0xA0]
    case UInt8(ascii: "L"): out += [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): out += [0xE2, 0x80, 0xA9]
    case 0x78, 0x75, 0x55:
      var (code, next) = value(raw[i] == 0x78 ? 2 : raw[i] == 0x75 ? 4 : 8, at: i + 1)
      // JSON writes characters beyond the first plane as two surrogates.
      if code >= 0xD800, code < 0xDC00, next + 5 < raw.endIndex, raw[next] == 0x5C, raw[next + 1] == 0x75 {
        let (low, after) = value(4, at: next + 2)
        if low >= 0xDC00, low < 0xE000 {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
          next = after
        }
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      out += Array(String(Character(scalar)).utf8)
      return next
    default: out.append(raw[i])
    }
    return i + 1
  }

  private static func block(_ event: YAMLEvent, _ raw: ArraySlice<UInt8>) -> [UInt8] {
    let indent = Int(event.detail >> 2)
    let chomping = Chomping(rawValue: event.detail & 3) ?? .clip
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var i = raw.startIndex
    var pendingBreaks = 0
    var hasText = false
    var wasMoreIndented = false
    while i < raw.endIndex {
      let lineStart = i
      while i < raw.endIndex, raw[i] == 0x20, i - lineStart < indent { i += 1 }
      let textStart = i
      while i < raw.endIndex, !isBreak(raw[i]) { i += 1 }
      let isEmpty = textStart == i
      if !isEmpty {
        let isMoreIndented = isBlank(raw[textStart])
        if event.style == .folded, hasText, !isMoreIndented, !wasMoreIndented {
          if pendingBreaks == 1 { out.append(0x20) } else { for _ in 1..<max(pendingBreaks, 1) { out.append(0x0A) } }
        } else {
          for _ in 0..<pendingBreaks { out.append(0x0A) }
        }
        pendingBreaks = 0
        hasText = true
        wasMoreIndented = isMoreIndented
        out += raw[textStart..<i]
      }
      guard i < raw.endIndex else {
        // A last line of spaces alone counts as one, with or without its break.
        if i > lineStart, raw[lineStart..<i].allSatisfy({ $0 == 0x20 }) { pendingBreaks += 1 }
        break
      }
      i = skipBreak(raw, i)
      pendingBreaks += 1
    }
    switch chomping {
    case .strip: break
    case .clip: if hasText, pendingBreaks > 0 { out.append(0x0A) }
    case .keep: for _ in 0..<pendingBreaks { out.append(0x0A) }
    }
    return out
  }
}
