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

  /// Creates an option.
  package init(
    _ name: String, short: String? = nil, placeholder: String? = nil, values: [String] = [], _ summary: String
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.values = values
    self.summary = summary
  }
}

/// A command: drives parsing, help, completions and documentation.
package struct CommandSpec: Sendable, Hashable {
  package var name: String
  package var summary: String
  /// Names of operands in order; `[X]` is optional, `X…` repeats.
  package var operands: [String]
  package var options: [OptionSpec]
  /// Further paragraphs of its help.
  package var details: [String]
  package var examples: [String]

  /// Creates a command.
  package init(
    _ name: String, _ summary: String, operands: [String] = [], options: [OptionSpec] = [], details: [String] = [],
    examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options
    self.details = details
    self.examples = examples
  }
}

/// What a command line says once it is understood.
package struct ParsedArguments: Sendable, Hashable {
  package var command: String
  package var operands: [String] = []
  /// Values of options by name, the last one wins; flags have an empty value.
  package var values: [String: String] = [:]

  /// Creates arguments of a command.
  package init(command: String) { self.command = command }

  /// Whether a flag or option was given.
  package func has(_ name: String) -> Bool { values[name] != nil }
}

/// A command line that cannot be understood, with the way out.
package struct UsageError: Error, Sendable, Hashable {
  package var message: String
  package var help: String?

  /// Creates an error.
  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// Reads command lines against a table of commands.
package struct CommandTable: Sendable {
  package var program: String
  package var commands: [CommandSpec]
  /// Options that every command takes, and that may stand before it.
  package var common: [OptionSpec]

  /// Creates a table.
  package init(program: String, commands: [CommandSpec], common: [OptionSpec]) {
    self.program = program
    self.commands = commands
    self.common = common
  }

  /// The command named `name`.
  package func command(_ name: String) -> CommandSpec? { commands.first { $0.name == name } }

  /// Reads arguments, the program's name left out.
  ///
  /// Options may stand anywhere; `--` ends them; `-` is an operand.
  package func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    // The command is the first word that is neither an option nor an option's value.
    var options = common
    var parsed = ParsedArguments(command: "")
    var isCommandKnown = false
    var index = 0
    var areOptionsOver = false
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if !areOptionsOver, argument == "--" {
        areOptionsOver = true
      } else if !areOptionsOver, argument.hasPrefix("--") {
        let body = argument.dropFirst(2)
        let name = String(body.prefix { $0 != "=" })
        let attached = body.contains("=") ? String(body.dropFirst(name.count + 1)) : nil
        guard let option = options.first(where: { $0.name == name }) else {
          throw unknownOption("--" + name, options, isCommandKnown ? parsed.command : nil)
        }
        try take(option, attached, arguments, &index, &parsed)
      } else if !areOptionsOver, argument.hasPrefix("-"), argument.count > 1 {
        var rest = argument.dropFirst()
        while let letter = rest.first {
          rest = rest.dropFirst()
          guard let option = options.first(where: { $0.short == String(letter) }) else {
            throw unknownOption("-\(letter)", options, isCommandKnown ? parsed.command : nil)
          }
          let attached =
            option.placeholder != nil && !rest.isEmpty ? String(rest.first == "=" ? rest.dropFirst() : rest) : nil
          try take(option, attached, arguments, &index, &parsed)
          if attached != nil { break }
        }
      } else if !isCommandKnown {
        guard let command = command(argument) else { throw unknownCommand(argument) }
        isCommandKnown = true
        parsed.command = argument
        options += command.options
      } else {
        parsed.operands.append(argument)
      }
    }
    try checkOperands(parsed)
    return parsed
  }

  private func take(
    _ option: OptionSpec, _ attached: String?, _ arguments: [String], _ index: inout Int,
    _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    guard let placeholder = option.placeholder else {
      guard attached == nil else { throw UsageError("'--\(option.name)' takes no value") }
      parsed.values[option.name] = ""
      return
    }
    var value = attached
    if value == nil, index < arguments.count {
      value = arguments[index]
      index += 1
    }
    guard let value else { throw UsageError("'--\(option.name)' needs a value: --\(option.name) \(placeholder)") }
    if !option.values.isEmpty, !option.values.contains(value) {
      let help = Suggestion.nearest(value, in: option.values).map { "did you mean '\($0)'?" }
      throw UsageError(
        "unknown \(option.name) '\(value)'; it is one of \(option.values.joined(separator: ", "))", help: help)
    }
    parsed.values[option.name] = value
  }

  private func unknownOption(_ name: String, _ options: [OptionSpec], _ command: String?) -> UsageError {
    let known = options.map { "--" + $0.name }
    let elsewhere = commands.first { $0.options.contains { "--" + $0.name == name } }?.name
    let help =
      Suggestion.nearest(name, in: known).map { "did you mean '\($0)'?" }
      ?? elsewhere.map { "'\(name)' is an option of \($0)" }
    return UsageError("unknown option '\(name)'\(command.map { " of \($0)" } ?? "")", help: help)
  }

  private func unknownCommand(_ name: String) -> UsageError {
    let help = Suggestion.nearest(name, in: commands.map(\.name)).map { "did you mean '\($0)'?" }
    return UsageError("unknown command '\(name)'", help: help ?? "'\(program) help' lists the commands")
  }

  private func checkOperands(_ parsed: ParsedArguments) throws(UsageError) {
    guard let spec = command(parsed.command), !parsed.has("help") else { return }
    let required = spec.operands.filter { !$0.hasPrefix("[") }
    if parsed.operands.count < required.count {
      let missing = required[parsed.operands.count]
      throw UsageError("\(parsed.command) needs \(missing)", help: "usage: \(usage(spec))")
    }
    let isOpen = spec.operands.contains { $0.contains("…") }
    if !isOpen, parsed.operands.count > spec.operands.count {
      throw UsageError(
        "\(parsed.command) takes no further operand '\(parsed.operands[spec.operands.count])'",
        help: "usage: \(usage(spec))")
    }
  }

  /// One line of usage.
  package func usage(_ spec: CommandSpec) -> String {
    ([program, spec.name] + spec.operands + (spec.options.isEmpty ? [] : ["[options]"])).joined(separator: " ")
  }

  // MARK: Help

  /// The list of commands.
  package func overview(intro: String, width: Int) -> String {
    return intro + "\n\nUsage: \(program) COMMAND [options]\n\nCommands:\n"
      + CommandTable.rows(commands.map { ($0.name, $0.summary) }, width: width)
      + "\nOptions of every command:\n" + CommandTable.rows(common.map { (label($0), $0.summary) }, width: width)
      + "\n'\(program) help COMMAND' tells more.\n"
  }

  /// Names with what they are for, wrapped in the second column.
  private static func rows(_ rows: [(String, String)], width: Int) -> String {
    let first = min(34, rows.map { DisplayWidth.of($0.0) }.max() ?? 0)
    var out = ""
    for (name, text) in rows {
      let pad = String(repeating: " ", count: first + 4)
      var lines = DisplayWidth.wrap(text, to: width - first - 4)
      out += "  " + name
      if DisplayWidth.of(name) > first {
        out += "\n"
      } else {
        out += String(repeating: " ", count: first + 2 - DisplayWidth.of(name)) + lines.removeFirst() + "\n"
      }
      for line in lines { out += pad + line + "\n" }
    }
    return out
  }

  /// The help of one command.
  package func help(_ spec: CommandSpec, width: Int) -> String {
    var out = "\(spec.summary)\n\nUsage: \(usage(spec))\n"
    for paragraph in spec.details {
      out += "\n" + DisplayWidth.wrap(paragraph, to: width).joined(separator: "\n") + "\n"
    }
    out += "\nOptions:\n" + CommandTable.rows((spec.options + common).map { (label($0), $0.summary) }, width: width)
    if !spec.examples.isEmpty { out += "\nExamples:\n" + spec.examples.map { "  \($0)\n" }.joined() }
    return out
  }

  private func label(_ option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.values.isEmpty ? option.placeholder : option.values.joined(separator: "|")
    return short + "--" + option.name + (value.map { " \($0)" } ?? "")
  }
}
