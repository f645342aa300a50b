import Foundations

/// The program's version.
package enum Version {
  /// Major, minor and patch.
  package static let text = "0.2.0"
}

/// The table of commands, and the way from a command line to an exit code.
package enum Commands {
  /// Every command, in the order of help.
  package static var all: [any Command.Type] {
    [
      EvaluateCommand.self, CheckCommand.self, ReportCommand.self, ExplainCommand.self, DiffCommand.self,
      SimulateCommand.self, ParseCommand.self, CatalogCommand.self, ModelCommand.self,
      CapabilitiesCommand.self, InitCommand.self, SchemaCommand.self, CompletionsCommand.self, HelpCommand.self,
      VersionCommand.self,
    ]
  }

  /// What drives parsing, help and completions.
  package static var table: CommandTable {
    CommandTable(program: "planner", commands: all.map { $0.spec }, common: CommonOptions.all)
  }

  static let introduction =
    "planner tells where each workload should run, what a transaction costs there, how fast and how available it is, "
    + "and when growth breaks the plan."

  /// Carries out a command line and returns the exit code.
  package static func run(_ arguments: [String]) -> Int32 { run(arguments, .real).rawValue }

  /// The same in a world of its own.
  package static func run(_ arguments: [String], _ system: System) -> ExitCode {
    let start = ContinuousClock.now
    var isTimed = false
    defer {
      if isTimed {
        let took = start.duration(to: .now)
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        _ = system.send("time: \(ModelText.significant(seconds * 1000)) ms\n", .error)
      }
    }
    do throws(UsageError) {
      let parsed = try table.parse(spelled(arguments))
      let environment = try CommandEnvironment(parsed, system: system)
      isTimed = environment.isTimed
      guard let command = all.first(where: { $0.spec.name == parsed.command }) else {
        if parsed.has("help") {
          return environment.print(table.overview(intro: introduction, width: environment.width))
        }
        throw UsageError("no command is given", help: "'planner help' lists them")
      }
      if parsed.has("help") { return environment.print(try help(command, parsed.operands, environment.width)) }
      return try command.init().run(parsed, environment)
    } catch {
      let isColorful =
        system.isTerminal(.error) && (system.variable("NO_COLOR") ?? "").isEmpty && system.variable("TERM") != "dumb"
      _ = system.send(CommandEnvironment.words(error, Style(hasColor: isColorful)), .error)
      return .usage
    }
  }

  /// What `planner help COMMAND OPERANDS` says.
  static func help(_ command: any Command.Type, _ operands: [String], _ width: Int) throws(UsageError) -> String {
    try command.init().help(operands, width: width) ?? table.help(command.spec, width: width)
  }

  /// The common spellings of help and version.
  private static func spelled(_ arguments: [String]) -> [String] {
    if arguments.isEmpty { return ["help"] }
    return arguments == ["--version"] || arguments == ["-V"] ? ["version"] : arguments
  }
}
