import Foundation

/// Reads reference values from the folder in `PLANNER_SHARED`, or `../shared` beside the package.
enum Oracle {
  /// Rows of a file as dictionaries by column; nil, with a notice, when the file is absent.
  static func rows(_ name: String) -> [[String: String]]? {
    for folder in folders() {
      guard let text = try? String(contentsOfFile: folder + "/oracles/" + name, encoding: .utf8) else { continue }
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      guard let head = lines.first.map(fields) else { return [] }
      return lines.dropFirst().map { line in
        Dictionary(zip(head, fields(line)), uniquingKeysWith: { first, _ in first })
      }
    }
    print("SKIPPED: \(name) is not here; set PLANNER_SHARED to the folder that holds oracles/")
    return nil
  }

  private static func folders() -> [String] {
    var result: [String] = []
    if let named = ProcessInfo.processInfo.environment["PLANNER_SHARED"] { result.append(named) }
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    result.append(folder.deletingLastPathComponent().appendingPathComponent("shared").path)
    return result
  }

  private static func fields(_ line: String) -> [String] {
    var result: [String] = []
    var current = ""
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == "," && !quoted {
        result.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return result + [current]
  }

  /// The numbers in "a=1;b=2 c=3".
  static func inputs(_ text: String) -> [String: Double] {
    var result: [String: Double] = [:]
    for part in text.split(whereSeparator: { "; ,".contains($0) }) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2, let value = Double(pair[1]) { result[pair[0]] = value }
    }
    return result
  }

  /// |value − expected| relative to expected, absolute at 0.
  static func error(_ value: Double, _ expected: Double) -> Double {
    if value == expected { return 0 }
    return expected == 0 ? abs(value) : abs(value / expected - 1)
  }
}

extension Dictionary where Key == String, Value == String {
  /// The number in a column, NaN where there is none.
  func number(_ column: String) -> Double { self[column].flatMap(Double.init) ?? .nan }
}
