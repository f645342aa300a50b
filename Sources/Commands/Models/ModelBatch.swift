import Foundations
import YAML

/// Many cases of one model: a table in, a row of results for each, in the same order.
enum ModelBatch {
  /// One row of inputs, or why it is none.
  private struct Case {
    var inputs: [(String, String)]
    var mistake: String?
  }

  /// Columns that only name a case and are handed through.
  static let labels = ["case", "id", "note"]

  /// Reads CSV with a header, or JSON lines; an impossible case is a row with `error`, not a stop.
  static func run(
    _ calculator: Calculator, _ source: SourceText, format: String, environment: CommandEnvironment
  ) throws(UsageError) -> String {
    let rows = try cases(source, calculator).map { results(of: $0, calculator) }
    let impossible = rows.filter { row in row.contains { $0.0 == "error" } }.count
    environment.detail("\(source.name): \(rows.count) cases, \(impossible) without an answer")
    switch format {
    case "json":
      return "[\n" + rows.map { JSON.object($0).text(pretty: false) }.joined(separator: ",\n") + "\n]\n"
    case "csv": return csv(rows)
    default: return table(rows, environment)
    }
  }

  private static func results(of item: Case, _ calculator: Calculator) -> Calculator.Results {
    let inputs = item.inputs.map { ($0.0, cell($0.1)) }
    if let mistake = item.mistake { return inputs + [("error", .string(mistake))] }
    do throws(UsageError) {
      switch try calculator.results(item.inputs.filter { !labels.contains($0.0) }) {
      case .success(let results): return inputs + results
      case .failure(let refusal): return inputs + [("error", .string(refusal.message))]
      }
    } catch {
      return inputs + [("error", .string(error.message + (error.help.map { "; \($0)" } ?? "")))]
    }
  }

  /// Numbers as numbers, all else as text.
  private static func cell(_ text: String) -> JSON {
    let isPlain = text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    if isPlain, let value = Double(text), value.isFinite { return .number(value) }
    return .string(text)
  }

  // MARK: Reading

  private static func cases(_ source: SourceText, _ calculator: Calculator) throws(UsageError) -> [Case] {
    let first = source.bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    if first == 0x7B { return jsonLines(source) }
    let rows = CSVReader.rows(source.bytes)
    guard let header = rows.first else {
      throw UsageError(
        "\(source.name) is empty", help: "the first line names the inputs, or every line is a JSON object")
    }
    try checkHeader(header, source, calculator)
    return rows.dropFirst().map { row in
      let inputs = Array(zip(header, row + Array(repeating: "", count: max(0, header.count - row.count))))
      if row.count == header.count { return Case(inputs: inputs) }
      return Case(inputs: inputs, mistake: "\(row.count) cells where the header has \(header.count)")
    }
  }

  private static func checkHeader(
    _ header: [String], _ source: SourceText, _ calculator: Calculator
  ) throws(UsageError) {
    let known = calculator.parameters.map(\.name) + calculator.variants.flatMap { $0.parameters.map(\.name) }
    for (index, name) in header.enumerated() where !labels.contains(name) {
      if !known.contains(name) {
        throw UsageError(
          "\(source.name): unknown column '\(name)' of \(calculator.name)",
          help: Suggestion.nearest(name, in: known).map { "did you mean '\($0)'?" }
            ?? "columns: \(calculator.parameters.map(\.name).joined(separator: ", ")); case, id and note are labels")
      }
      if header[..<index].contains(name) { throw UsageError("\(source.name): column '\(name)' stands twice") }
    }
  }

  private static func jsonLines(_ source: SourceText) -> [Case] {
    var cases: [Case] = []
    for number in 1...source.lineStarts.count {
      let line = source.line(number)
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      // JSON is YAML.
      let parsed = YAMLParse.documents(SourceText(name: source.name, bytes: Array(line.utf8)))
      guard !parsed.hasErrors, let root = parsed.documents.first, root.kind == .mapping else {
        cases.append(Case(inputs: [], mistake: "line \(number) is not a JSON object"))
        continue
      }
      let nested = root.entries.first { $0.value.kind != .scalar }
      cases.append(
        Case(
          inputs: root.entries.map { ($0.key.text, $0.value.isNull ? "" : $0.value.text) },
          mistake: nested.map { "\($0.key.text) is not a number or text" }))
    }
    return cases
  }

  // MARK: Writing

  private static func columns(_ rows: [Calculator.Results]) -> [String] {
    var columns: [String] = []
    var seen: Set<String> = []
    for row in rows { for (name, _) in row where seen.insert(name).inserted { columns.append(name) } }
    return columns
  }

  private static func csv(_ rows: [Calculator.Results]) -> String {
    let columns = columns(rows)
    var out = columns.map(CSVReader.quoted).joined(separator: ",") + "\n"
    for row in rows {
      let cells = columns.map { column in
        switch row.first(where: { $0.0 == column })?.1 {
        case nil: ""
        case let value?: TableReport.cell(value)
        }
      }
      out += cells.joined(separator: ",") + "\n"
    }
    return out
  }

  private static func table(_ rows: [Calculator.Results], _ environment: CommandEnvironment) -> String {
    let columns = columns(rows)
    var table = TextTable(columns.map { .init($0, isRight: $0 != "error") })
    for row in rows {
      table.add(columns.map { column in row.first { $0.0 == column }.map { ModelText.plain($0.1) } ?? "" })
    }
    // A table for people is never cut: the terminal wraps it, and -f csv is there for programs.
    return table.lines(width: .max, style: environment.style(.output)).joined(separator: "\n") + "\n"
  }
}
