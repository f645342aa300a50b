import Foundations

/// `planner completions SHELL`.
struct CompletionsCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "completions", "prints a completion script for bash, zsh or fish", operands: ["SHELL"],
      choices: CommandTable.shells,
      examples: [
        "planner completions bash > ~/.local/share/bash-completion/completions/planner",
        "planner completions zsh > ~/.zfunc/_planner",
        "planner completions fish > ~/.config/fish/completions/planner.fish",
      ])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let shell = arguments.operands.first ?? ""
    guard let script = Commands.table.completions(shell: shell) else {
      throw UsageError(unknown: "shell", shell, in: CommandTable.shells)
    }
    return environment.print(script)
  }
}
