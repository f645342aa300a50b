import Foundations
import Spec

/// `planner init [TEMPLATE]`: a commented spec to start from.
struct InitCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "init", "prints a commented spec to start from", operands: ["[TEMPLATE]"], choices: Templates.names,
      details: ["TEMPLATE is \(Templates.names.joined(separator: ", ")); service when none is named."],
      examples: ["planner init > shop.yaml", "planner init batch -o nightly.yaml"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let name = arguments.operands.first ?? "service"
    guard let text = Templates.text(name) else {
      throw UsageError(unknown: "template", name, in: Templates.names)
    }
    return environment.print(text)
  }
}
