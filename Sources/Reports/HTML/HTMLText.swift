import Foundations

/// Writes HTML: escaped text, elements, numbers with few digits for coordinates.
enum HTMLText {
  /// The text with everything escaped that HTML would take for markup; control characters made visible.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayWidth.safe(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate with at most two decimals.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let clamped = min(max(value, -1e6), 1e6)
    let rounded = (clamped * 100).rounded() / 100
    return JSON.text(of: rounded)
  }
}
