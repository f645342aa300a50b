import Foundations

/// The program's version.
enum Version {
  static let text = "0.2.0"
}

/// The table of commands, and where each is answered.
enum Commands {
  /// Options that every command takes.
  static let common = [
    OptionSpec("help", short: "h", "show this help"),
    OptionSpec("quiet", short: "q", "leave out warnings and progress"),
    OptionSpec("verbose", short: "v", "say more about what is done"),
    OptionSpec("color", placeholder: "WHEN", values: ["auto", "always", "never"], "colour: auto, always or never"),
  ]

  static let format = OptionSpec("format", short: "f", placeholder: "FORMAT", values: ["text", "json"], "text or json")
  static let output = OptionSpec("output", short: "o", placeholder: "FILE", "write there instead of standard output")
  static let width = OptionSpec("width", placeholder: "COLUMNS", "width of text; that of the terminal, else 80")

  static let table = CommandTable(
    program: "planner",
    commands: [
      EvaluateCommand.spec, SimulateCommand.spec, ParseCommand.spec, CatalogCommand.spec, ModelCommand.spec,
      InitCommand.spec,
      SchemaCommand.spec, completions,
      CommandSpec("help", "tells about a command", operands: ["[COMMAND]"]),
      CommandSpec("version", "prints the version"),
    ], common: common)

  private static let completions = CommandSpec(
    "completions", "prints a completion script", operands: ["SHELL"],
    details: ["SHELL is bash, zsh or fish."], examples: ["planner completions bash > /etc/bash_completion.d/planner"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    switch arguments.command {
    case "evaluate": return try EvaluateCommand.run(arguments, terminal)
    case "simulate": return try SimulateCommand.run(arguments, terminal)
    case "parse": return try ParseCommand.run(arguments, terminal)
    case "catalog": return try CatalogCommand.run(arguments, terminal)
    case "model": return try ModelCommand.run(arguments, terminal)
    case "init": return try InitCommand.run(arguments, terminal)
    case "schema": return try SchemaCommand.run(arguments, terminal)
    case "completions":
      let shell = arguments.operands.first ?? ""
      guard let script = table.completions(shell: shell) else {
        let help = Suggestion.nearest(shell, in: CommandTable.shells).map { "did you mean '\($0)'?" }
        throw UsageError("unknown shell '\(shell)'; it is one of bash, zsh, fish", help: help)
      }
      return terminal.print(script)
    case "version": return terminal.print("planner \(Version.text)\n")
    default: return try showHelp(arguments, terminal)
    }
  }

  private static func showHelp(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    guard let name = arguments.operands.first else { return help(nil, terminal) }
    guard let spec = table.command(name) else {
      let help = Suggestion.nearest(name, in: table.commands.map(\.name)).map { "did you mean '\($0)'?" }
      throw UsageError("unknown command '\(name)'", help: help)
    }
    return terminal.print(table.help(spec, width: terminal.width))
  }

  static func help(_ arguments: ParsedArguments?, _ terminal: Terminal) -> ExitCode {
    if let arguments {
      if arguments.command == "model", let name = arguments.operands.first,
        let text = ModelCommand.help(name, width: terminal.width)
      {
        return terminal.print(text)
      }
      if let spec = table.command(arguments.command) { return terminal.print(table.help(spec, width: terminal.width)) }
    }
    return terminal.print(
      table.overview(
        intro:
          "planner tells where each workload should run, what a transaction costs there,\nhow fast and how available it is, and when growth breaks the plan.",
        width: terminal.width))
  }
}
