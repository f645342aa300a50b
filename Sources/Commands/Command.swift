import Foundations

/// One command: its place in help and completions, and what it does.
///
/// To add one, write `NameCommand.swift` beside this file and name it in `Commands.all`.
package protocol Command: Sendable {
  /// Its operands, options and help.
  static var spec: CommandSpec { get }
  /// Creates the command; it has no state.
  init()
  /// Carries it out. What cannot be carried out is thrown and ends with exit code 2.
  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode
  /// Help about what the operands name; `nil` for the command's own.
  func help(_ operands: [String], width: Int) throws(UsageError) -> String?
}

extension Command {
  /// The command's own help.
  package func help(_ operands: [String], width: Int) throws(UsageError) -> String? { nil }
}

/// Options that several commands share.
package enum CommonOptions {
  /// Options that every command takes.
  package static var all: [OptionSpec] {
    [
      OptionSpec("help", short: "h", "show help"),
      OptionSpec("quiet", short: "q", "leave out warnings and progress"),
      OptionSpec("verbose", short: "v", "say more about what is done"),
      OptionSpec("output", short: "o", placeholder: "FILE", "write the report there, whole or not at all"),
      OptionSpec("width", placeholder: "COLUMNS", "width of text", standard: "the terminal's, else 80"),
      OptionSpec(
        "color", placeholder: "WHEN", values: ["auto", "always", "never"], "colour; NO_COLOR forbids it",
        standard: "auto"),
      OptionSpec("timing", "tell the time taken"),
    ]
  }

  /// `-f`, with the formats a command has; the first is the default.
  package static func format(_ formats: String...) -> OptionSpec {
    OptionSpec(
      "format", short: "f", placeholder: "FORMAT", values: formats, "format of the report", standard: formats[0])
  }
}
