import Foundations
import YAML

/// Many cases of one model: a table in, a row of results for each, in the same order.
enum Batch {
  /// Reads CSV with a header, or JSON lines; an impossible case is a row with `error`, not a stop.
  static func run(_ calculator: Calculator, _ source: SourceText, format: String) throws(UsageError) -> String {
    let cases = try self.cases(source)
    let results = cases.map { pairs -> [(String, JSON)] in
      let inputs = pairs.map { ($0.0, JSON.string($0.1)) }
      do throws(UsageError) {
        let values = try calculator.values(pairs: pairs)
        do throws(Calculator.Refusal) {
          return inputs + (try calculator.compute(values))
        } catch {
          return inputs + [("error", .string(error.message))]
        }
      } catch {
        return inputs + [("error", .string(error.message + (error.help.map { "; \($0)" } ?? "")))]
      }
    }
    if format == "json" {
      return "[\n" + results.map { JSON.object($0).text(pretty: false) }.joined(separator: ",\n") + "\n]\n"
    }
    return csv(results)
  }

  private static func cases(_ source: SourceText) throws(UsageError) -> [[(String, String)]] {
    let first = source.bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
    if first == 0x7B { return try jsonLines(source) }
    let rows = CSVReader.rows(source.bytes)
    guard let header = rows.first else { throw UsageError("\(source.name) is empty") }
    return try rows.dropFirst().enumerated().map { index, row throws(UsageError) in
      guard row.count == header.count else {
        throw UsageError("\(source.name), row \(index + 2): \(row.count) cells, the header has \(header.count)")
      }
      return Array(zip(header, row))
    }
  }

  private static func jsonLines(_ source: SourceText) throws(UsageError) -> [[(String, String)]] {
    var cases: [[(String, String)]] = []
    for number in 1...source.lineStarts.count {
      let line = source.line(number)
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      // JSON is YAML.
      let parsed = YAMLParse.documents(SourceText(name: source.name, bytes: Array(line.utf8)))
      guard !parsed.hasErrors, let root = parsed.documents.first, root.kind == .mapping else {
        throw UsageError("\(source.name):\(number): not a JSON object")
      }
      cases.append(root.entries.map { ($0.key.text, $0.value.isNull ? "" : $0.value.text) })
    }
    return cases
  }

  private static func csv(_ results: [[(String, JSON)]]) -> String {
    var columns: [String] = []
    for row in results { for (name, _) in row where !columns.contains(name) { columns.append(name) } }
    var out = columns.map(CSVReader.quoted).joined(separator: ",") + "\n"
    for row in results {
      out +=
        columns.map { column in
          guard let value = row.first(where: { $0.0 == column })?.1 else { return "" }
          if case .string(let text) = value { return CSVReader.quoted(text) }
          return CSVReader.quoted(value.text(pretty: false))
        }.joined(separator: ",") + "\n"
    }
    return out
  }
}
