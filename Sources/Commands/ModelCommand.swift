import Foundations

/// `planner model NAME key=value…`: one formula at a time.
struct ModelCommand: Command {
  /// Every calculator, in the order of the list; to add one, write it in `Models` and name its family here.
  static var calculators: [Calculator] {
    QueueModels.all + PathModels.all + NetworkModels.all + ReliabilityModels.all + RetryModels.all + GridModels.all
      + EdgeModels.all + GPUModels.all + [BreakEvenModel.calculator, RangeModel.calculator]
  }

  static var spec: CommandSpec {
    CommandSpec(
      "model", "one formula at a time, as a calculator", operands: ["[NAME]", "[key=value…]"], choices: names,
      options: [
        CommonOptions.format("text", "json", "csv"),
        OptionSpec(
          "batch", placeholder: "FILE", "CSV with a header or JSON lines, one case a row; - for standard input"),
      ],
      details: [
        "Without NAME it lists the models; 'planner model NAME --help' shows formula, source, domain and error. Values "
          + "are quantities such as 50ms, 99.9% or 100/s, or bare SI numbers.",
        "A batch gives one result a row in the order of the input, input columns first; an impossible case is a row "
          + "with 'error'. Columns named case, id or note are handed through.",
      ],
      examples: [
        "planner model queue arrival=100/s service=50ms servers=8",
        "planner model erlang --batch cases.csv -f csv",
        "planner model breakeven rule=B4 discount=37%",
      ])
  }

  /// Names alone, for completion and suggestions, without making the calculators.
  static let names = [
    "erlang", "staffing", "queue", "fleet", "surge", "path", "network", "egress", "cache", "availability", "budget",
    "detection", "retries", "batch-wait", "checkpoint", "spot", "offline", "mesh", "edge-node", "breakeven", "range",
  ]

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let format = arguments.value("format") ?? "text"
    guard let name = arguments.operands.first else {
      if arguments.has("batch") {
        throw UsageError("--batch needs the name of a model", help: "'planner model' lists them")
      }
      let calculators = ModelCommand.calculators
      let text =
        format == "json"
        ? ModelText.list(calculators).text() + "\n"
        : ModelText.list(calculators, width: environment.width, style: environment.style(.output))
      return environment.print(text)
    }
    let calculator = try ModelCommand.find(name)
    if let path = arguments.value("batch") {
      if let word = arguments.operands.dropFirst().first {
        throw UsageError("with --batch the inputs stand in the file, not in '\(word)'")
      }
      let source = try environment.read(path)
      return environment.print(
        try ModelBatch.run(calculator, source, format: format, environment: environment))
    }
    let pairs = try calculator.pairs(arguments.operands.dropFirst())
    switch try calculator.results(pairs) {
    case .failure(let refusal): throw UsageError("\(name): \(refusal.message)")
    case .success(let rows):
      switch format {
      case "json": return environment.print(JSON.object(rows).text() + "\n")
      case "csv":
        return environment.print(
          rows.map(\.0).joined(separator: ",") + "\n"
            + rows.map { TableReport.cell($0.1) }.joined(separator: ",") + "\n")
      default:
        return environment.print(ModelText.results(rows, of: calculator, style: environment.style(.output)))
      }
    }
  }

  func help(_ operands: [String], width: Int) throws(UsageError) -> String? {
    guard let name = operands.first else { return nil }
    return ModelText.help(try ModelCommand.find(name), width: width)
  }

  static func find(_ name: String) throws(UsageError) -> Calculator {
    if let found = calculators.first(where: { $0.name == name }) { return found }
    throw UsageError(unknown: "model", name, in: names, fallback: "'planner model' lists them")
  }
}
