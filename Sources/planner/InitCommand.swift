import Foundations
import Spec

/// `planner init [TEMPLATE]`: a commented spec to start from.
enum InitCommand {
  static let spec = CommandSpec(
    "init", "prints a commented spec to start from", operands: ["[TEMPLATE]"], options: [Commands.output],
    details: ["TEMPLATE is \(Templates.names.joined(separator: ", ")); service when none is named."],
    examples: ["planner init > shop.yaml", "planner init batch -o nightly.yaml"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let name = arguments.operands.first ?? "service"
    guard let text = Templates.text(name) else {
      let help = Suggestion.nearest(name, in: Templates.names).map { "did you mean '\($0)'?" }
      throw UsageError(
        "unknown template '\(name)'; it is one of \(Templates.names.joined(separator: ", "))", help: help)
    }
    return terminal.print(text)
  }
}
