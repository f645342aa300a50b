import Foundation
import Foundations

/// Reads reference values from the folder in `PLANNER_SHARED`, or `../shared` beside the package.
enum Reference {
  /// Rows of a file by column; nil, with a notice, when the file is absent.
  static func rows(_ name: String) -> [[String: String]]? {
    for folder in folders {
      guard let data = FileManager.default.contents(atPath: "\(folder)/oracles/\(name)") else { continue }
      let rows = CSVReader.rows(Array(data))
      guard let head = rows.first else { return [] }
      return rows.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
    }
    print("SKIPPED: \(name) is not here; set PLANNER_SHARED to the folder that holds oracles/")
    return nil
  }

  private static var folders: [String] {
    let named = ProcessInfo.processInfo.environment["PLANNER_SHARED"].map { [$0] } ?? []
    let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    return named + [package.deletingLastPathComponent().appendingPathComponent("shared").path]
  }

  /// The pairs in "a=1;b=2 c=3".
  static func pairs(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    for part in text.split(whereSeparator: { "; ".contains($0) }) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { result[pair[0]] = pair[1] }
    }
    return result
  }

  /// |value − expected| relative to expected, absolute at 0; endless when there is no value.
  static func error(_ value: Double?, _ expected: Double) -> Double {
    guard let value else { return .infinity }
    return value == expected ? 0 : expected == 0 ? abs(value) : abs(value / expected - 1)
  }
}
