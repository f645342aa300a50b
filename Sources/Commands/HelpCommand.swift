import Foundations

/// `planner help [COMMAND]`.
struct HelpCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "help", "tells about planner, a command, or a model", operands: ["[COMMAND]", "[NAME…]"],
      choices: Commands.all.filter { $0 != HelpCommand.self }.map { $0.spec.name },
      examples: ["planner help evaluate", "planner help model queue"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    guard let name = arguments.operands.first else {
      return environment.print(Commands.table.overview(intro: Commands.introduction, width: environment.width))
    }
    guard let command = Commands.all.first(where: { $0.spec.name == name }) else {
      throw UsageError(
        unknown: "command", name, in: Commands.all.map { $0.spec.name },
        fallback: "'planner help' lists the commands, 'planner model' the models")
    }
    return environment.print(try Commands.help(command, Array(arguments.operands.dropFirst()), environment.width))
  }
}
