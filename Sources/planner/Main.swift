import Foundations

/// Options in, exit code out.
@main
struct Main {
  static let version = "0.1.0"

  static func main() {
    Platform.ignoreBrokenPipes()
    Platform.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ arguments: [String]) -> ExitCode {
    guard let command = arguments.first else { return show(help) }
    let rest = Array(arguments.dropFirst())
    switch command {
    case "help", "--help", "-h": return show(help)
    case "version", "--version": return show("planner \(version)\n")
    case "model": return ModelCommand.run(rest)
    default:
      let hint = Suggestion.nearest(command, in: ["help", "model", "version"]).map { "; did you mean '\($0)'?" } ?? ""
      return usage("unknown command '\(command)'\(hint)")
    }
  }

  static let help = """
    planner tells where each workload should run and what a transaction costs there.

    Usage: planner COMMAND

      model [NAME key=value…] [-f text|json]   one formula at a time, as a calculator
      help                                     this text
      version                                  the version

    Example: planner model queue arrival=100/s service=50ms servers=8

    """

  static func show(_ text: String) -> ExitCode {
    Platform.write(text, to: .output) || Platform.isBrokenPipe ? .done : .usage
  }

  static func usage(_ message: String) -> ExitCode {
    Platform.write("error: \(message)\n", to: .error)
    return .usage
  }
}

/// The documented exit codes.
enum ExitCode: Int32 {
  case done = 0
  case gateFailed = 1
  case usage = 2
}
