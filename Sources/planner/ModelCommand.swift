import Foundations

/// `planner model NAME key=value…`: one formula at a time.
enum ModelCommand {
  static let spec = CommandSpec(
    "model", "one formula at a time, as a calculator", operands: ["[NAME]", "[key=value…]"],
    options: [
      OptionSpec(
        "format", short: "f", placeholder: "FORMAT", values: ["text", "json", "csv"], "text, json or csv (of a batch)"),
      Commands.output,
      OptionSpec("batch", placeholder: "FILE", "CSV with a header or JSON lines, one case a row; - for standard input"),
    ],
    details: [
      "Without NAME it lists the models; 'planner model NAME --help' shows formula, source, domain and error. Values "
        + "are quantities such as 50ms or 99.9%, or bare SI numbers."
    ],
    examples: [
      "planner model queue arrival=100/s service=50ms servers=8", "planner model erlang --batch cases.csv -f json",
    ])

  static let calculators = QueueCalculators.all + ReliabilityCalculators.all + MoneyCalculators.all

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    guard let name = arguments.operands.first else { return terminal.print(list(width: terminal.width)) }
    let calculator = try find(name)
    let format = arguments.values["format"] ?? "text"
    if let path = arguments.values["batch"] {
      return terminal.print(try Batch.run(calculator, try Terminal.read(path), format: format))
    }
    let values = try calculator.values(arguments.operands.dropFirst())
    do throws(Calculator.Refusal) {
      let rows = try calculator.compute(values)
      return terminal.print(format == "json" ? JSON.object(rows).text() + "\n" : text(rows))
    } catch {
      throw UsageError(error.message)
    }
  }

  static func find(_ name: String) throws(UsageError) -> Calculator {
    if let found = calculators.first(where: { $0.name == name }) { return found }
    let help = Suggestion.nearest(name, in: calculators.map(\.name)).map { "did you mean '\($0)'?" }
    throw UsageError("unknown model '\(name)'", help: help ?? "'planner model' lists them")
  }

  private static func text(_ rows: [(String, JSON)]) -> String {
    var table = TextTable([.init(""), .init("")])
    for (name, value) in rows {
      if case .array(let items) = value {
        table.add([name, items.isEmpty ? "none" : ""])
        for item in items { table.add(["", plain(item)]) }
      } else {
        table.add([name, plain(value)])
      }
    }
    return table.lines(width: 400, style: Style(hasColor: false)).joined(separator: "\n") + "\n"
  }

  private static func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .object(let members): members.map { "\($0.0) \(plain($0.1))" }.joined(separator: ", ")
    default: value.text(pretty: false)
    }
  }

  private static func list(width: Int) -> String {
    var table = TextTable([.init("Model"), .init("Tells", isFlexible: true), .init("Inputs", isFlexible: true)])
    for calculator in calculators {
      table.add([calculator.name, calculator.summary, calculator.parameters.map(\.name).joined(separator: ", ")])
    }
    return table.lines(width: width, style: Style(hasColor: false)).joined(separator: "\n")
      + "\n\n'planner model NAME --help' shows formula, source, domain and error.\n"
  }

  /// Formula, source, domain, error band and inputs of one model; `nil` for an unknown one.
  static func help(_ name: String, width: Int) -> String? {
    guard let calculator = calculators.first(where: { $0.name == name }) else { return nil }
    var table = TextTable([.init("Input"), .init("In"), .init("Default"), .init("", isFlexible: true)])
    for parameter in calculator.parameters {
      let unit =
        switch parameter.input {
        case .quantity(let dimension): dimension.symbol.isEmpty ? "number" : dimension.symbol
        case .choice: "word"
        case .text: "text"
        }
      var summary = parameter.summary
      if case .choice(let allowed) = parameter.input { summary += ": " + allowed.joined(separator: ", ") }
      table.add([parameter.name, unit, parameter.standard.map { $0.isEmpty ? "-" : $0 } ?? "required", summary])
    }
    var out = "\(name): \(calculator.summary)\n\n"
    for (label, text) in [
      ("formula", calculator.formula), ("source", calculator.source), ("domain", calculator.domain),
      ("error", calculator.error),
    ] {
      let lines = DisplayWidth.wrap(text, to: width - 12)
      out += "  \(label.padded(to: 8))  \(lines.joined(separator: "\n            "))\n"
    }
    return out + "\n" + table.lines(width: width, indent: 2, style: Style(hasColor: false)).joined(separator: "\n")
      + "\n"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
