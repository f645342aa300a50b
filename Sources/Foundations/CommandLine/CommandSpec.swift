/// An option of a command.
package struct OptionSpec: Sendable, Hashable {
  /// Long name without dashes.
  package var name: String
  /// One letter; `nil` when there is none.
  package var short: String?
  /// What stands for its value in help, such as `FILE`; `nil` for a flag.
  package var placeholder: String?
  /// The values it takes, when they are few.
  package var values: [String]
  package var summary: String
  /// What holds when it is left out, as help shows it.
  package var standard: String?

  /// Creates an option.
  package init(
    _ name: String, short: String? = nil, placeholder: String? = nil, values: [String] = [], _ summary: String,
    standard: String? = nil
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.values = values
    self.summary = summary
    self.standard = standard
  }
}

/// A command: drives parsing, help, completions and documentation.
package struct CommandSpec: Sendable, Hashable {
  package var name: String
  package var summary: String
  /// Names of operands in order; `[X]` is optional, `X…` repeats.
  package var operands: [String]
  /// Words that the first operand may be, for completion; empty when it is a file or free text.
  package var choices: [String]
  package var options: [OptionSpec]
  /// Further paragraphs of its help.
  package var details: [String]
  package var examples: [String]

  /// Creates a command.
  package init(
    _ name: String, _ summary: String, operands: [String] = [], choices: [String] = [], options: [OptionSpec] = [],
    details: [String] = [], examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.choices = choices
    self.options = options
    self.details = details
    self.examples = examples
  }
}

/// What a command line says once it is understood.
package struct ParsedArguments: Sendable, Hashable {
  /// The command's name; empty when none was given.
  package var command: String
  package var operands: [String] = []
  /// Values of options by name, the last one wins; flags have an empty value.
  package var values: [String: String] = [:]
  /// Values of options by name in the order given, for options that may be repeated.
  package var lists: [String: [String]] = [:]

  /// Creates arguments of a command.
  package init(command: String) { self.command = command }

  /// Whether a flag or option was given.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option; `nil` when it was not given.
  package func value(_ name: String) -> String? { values[name] }
}
