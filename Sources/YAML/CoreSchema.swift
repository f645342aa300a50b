import Foundations

/// Resolution of scalars under the core schema (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
  private static let prefix = "tag:yaml.org,2002:"

  static func value(_ text: String, isPlain: Bool, tag: String) -> YAMLValue {
    if tag.isEmpty { return isPlain ? resolve(text) : .string(text) }
    switch tag {
    case prefix + "str", "!": return .string(text)
    case prefix + "int", prefix + "float", prefix + "bool", prefix + "null": return resolve(text)
    default: return .string(text)
    }
  }

  /// The words YAML 1.1 read as booleans, and as which.
  static let oldBooleans: [String: Bool] = [
    "yes": true, "Yes": true, "YES": true, "y": true, "Y": true, "on": true, "On": true, "ON": true,
    "no": false, "No": false, "NO": false, "n": false, "N": false, "off": false, "Off": false, "OFF": false,
  ]

  /// Whether a plain scalar has the form of an integer that exceeds 64 bits.
  static func isWideInteger(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let digits = text.utf8.dropFirst(text.utf8.first == 0x2B || text.utf8.first == 0x2D ? 1 : 0)
    if digits.count == text.utf8.count, text.hasPrefix("0x") || text.hasPrefix("0o") {
      let radix = text.hasPrefix("0x") ? 16 : 8
      return Int64(text.dropFirst(2), radix: radix) == nil
        && digits.dropFirst(2).allSatisfy { Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } == true }
    }
    return digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && Int64(text) == nil
  }

  private static func resolve(_ text: String) -> YAMLValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: return number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> YAMLValue? {
    guard let first = text.utf8.first, first <= 0x39, first != 0x20 else { return nil }
    if text.hasPrefix("0o") { return Int64(text.dropFirst(2), radix: 8).flatMap { unsigned(text, $0) } }
    if text.hasPrefix("0x") { return Int64(text.dropFirst(2), radix: 16).flatMap { unsigned(text, $0) } }
    var digits = 0
    var points = 0
    var exponentDigits: Int?
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: if exponentDigits == nil { digits += 1 } else { exponentDigits? += 1 }
      case 0x2B, 0x2D: guard offset == 0 || previous == 0x65 || previous == 0x45 else { return nil }
      case 0x2E:
        guard points == 0, exponentDigits == nil else { return nil }
        points = 1
      case 0x65, 0x45:
        guard exponentDigits == nil, digits > 0 else { return nil }
        exponentDigits = 0
      default: return nil
      }
      previous = byte
    }
    guard digits > 0, exponentDigits != 0 else { return nil }
    if points == 0, exponentDigits == nil, let whole = Int64(text) { return .int(whole) }
    return Double(text).map { .float($0) }
  }

  private static func unsigned(_ text: String, _ value: Int64) -> YAMLValue? {
    text.utf8.dropFirst(2).first == 0x2D || text.utf8.dropFirst(2).first == 0x2B ? nil : .int(value)
  }
}
