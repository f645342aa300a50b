import Foundations

/// Options in, exit code out.
@main
struct Main {
  static func main() {
    Platform.ignoreBrokenPipes()
    Platform.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ arguments: [String]) -> ExitCode {
    var arguments = arguments
    // The common spellings of help and version.
    if arguments.isEmpty || arguments == ["--help"] || arguments == ["-h"] { arguments = ["help"] }
    if arguments == ["--version"] { arguments = ["version"] }
    do throws(UsageError) {
      let parsed = try Commands.table.parse(arguments)
      if parsed.command.isEmpty {
        if parsed.has("help") { return Commands.help(nil, Terminal(parsed)) }
        throw UsageError("no command is given", help: "'planner help' lists them")
      }
      let terminal = Terminal(parsed)
      if parsed.has("help") { return Commands.help(parsed, terminal) }
      return try Commands.run(parsed, terminal)
    } catch {
      return Terminal.refuse(error)
    }
  }
}

/// The documented exit codes.
enum ExitCode: Int32 {
  case done = 0
  case gateFailed = 1
  case usage = 2
  case price = 4
}
