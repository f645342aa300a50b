/// Reads command lines against a table of commands.
package struct CommandTable: Sendable {
  package var program: String
  package var commands: [CommandSpec]
  /// Options that every command takes.
  package var common: [OptionSpec]

  /// Creates a table.
  package init(program: String, commands: [CommandSpec], common: [OptionSpec]) {
    self.program = program
    self.commands = commands
    self.common = common
  }

  /// The command named `name`.
  package func command(_ name: String) -> CommandSpec? { commands.first { $0.name == name } }

  /// Every option that a command takes, its own first; without a command, those of all.
  package func options(of command: CommandSpec?) -> [OptionSpec] {
    let own = command?.options ?? []
    return own + common.filter { option in !own.contains { $0.name == option.name } }
  }

  /// Reads arguments, the program's name left out, and says in words what is wrong with them.
  package func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    do throws(CommandLineError) {
      return try interpret(arguments)
    } catch {
      throw UsageError(error, program: program)
    }
  }

  /// Reads arguments, the program's name left out.
  ///
  /// Options stand anywhere, before the command too; `--` ends them; `-` is an operand. Short flags may be grouped
  /// (`-qv`), a short option's value may follow at once (`-ojson`).
  package func interpret(_ arguments: [String]) throws(CommandLineError) -> ParsedArguments {
    let name = try commandName(arguments)
    let spec = name.flatMap { command($0) }
    var reader = ArgumentReader(arguments, options: options(of: spec))
    var parsed = ParsedArguments(command: name ?? "")
    var isCommandTaken = false
    while let word = reader.next() {
      switch word {
      case .option(let option, let attached): try take(option, attached, &reader, &parsed)
      case .unknown(let text): throw unknownOption(text, spec)
      case .operand(let text):
        if isCommandTaken || name == nil { parsed.operands.append(text) } else { isCommandTaken = true }
      }
    }
    try checkOperands(parsed)
    return parsed
  }

  /// The first word that is neither an option nor an option's value.
  private func commandName(_ arguments: [String]) throws(CommandLineError) -> String? {
    var reader = ArgumentReader(arguments, options: common + commands.flatMap(\.options))
    while let word = reader.next() {
      switch word {
      case .option(let option, let attached):
        if option.placeholder != nil, attached == nil { _ = reader.value() }
      case .unknown: continue
      case .operand(let text):
        if command(text) == nil {
          throw .unknownCommand(text, nearest: Suggestion.nearest(text, in: commands.map(\.name)))
        }
        return text
      }
    }
    return nil
  }

  private func take(
    _ option: OptionSpec, _ attached: String?, _ reader: inout ArgumentReader, _ parsed: inout ParsedArguments
  ) throws(CommandLineError) {
    guard let placeholder = option.placeholder else {
      guard attached == nil else { throw .unexpectedValue(option: option.name) }
      parsed.values[option.name] = ""
      return
    }
    guard let value = attached ?? reader.value() else {
      throw .missingValue(option: option.name, placeholder: placeholder)
    }
    if !option.values.isEmpty, !option.values.contains(value) {
      throw .unknownValue(
        option: option.name, value: value, allowed: option.values,
        nearest: Suggestion.nearest(value, in: option.values))
    }
    parsed.values[option.name] = value
    parsed.lists[option.name, default: []].append(value)
  }

  private func unknownOption(_ text: String, _ spec: CommandSpec?) -> CommandLineError {
    let known = options(of: spec).map { "--" + $0.name }
    let elsewhere = commands.first { command in command.options.contains { "--" + $0.name == text } }
    return .unknownOption(
      text, command: spec?.name, nearest: Suggestion.nearest(text, in: known), elsewhere: elsewhere?.name)
  }

  private func checkOperands(_ parsed: ParsedArguments) throws(CommandLineError) {
    guard let spec = command(parsed.command), !parsed.has("help") else { return }
    let required = spec.operands.filter { !$0.hasPrefix("[") }
    if parsed.operands.count < required.count {
      throw .missingOperand(command: spec.name, operand: required[parsed.operands.count], usage: usage(spec))
    }
    let isOpen = spec.operands.contains { $0.contains("…") }
    if !isOpen, parsed.operands.count > spec.operands.count {
      throw .extraOperand(
        command: spec.name, operand: parsed.operands[spec.operands.count], usage: usage(spec))
    }
  }
}

/// Cuts arguments into options and operands, without judging them.
struct ArgumentReader {
  enum Word {
    case option(OptionSpec, attached: String?)
    /// An option that is not in the list, with its dashes.
    case unknown(String)
    case operand(String)
  }

  private let arguments: [String]
  private let options: [OptionSpec]
  private var index = 0
  /// What is left of a group of short options.
  private var group: Substring = ""
  private var areOptionsOver = false

  init(_ arguments: [String], options: [OptionSpec]) {
    self.arguments = arguments
    self.options = options
  }

  /// The next argument whatever it looks like, as an option's value.
  mutating func value() -> String? {
    guard index < arguments.count else { return nil }
    defer { index += 1 }
    return arguments[index]
  }

  mutating func next() -> Word? {
    if !group.isEmpty { return short() }
    guard let argument = value() else { return nil }
    if areOptionsOver || argument == "-" || !argument.hasPrefix("-") { return .operand(argument) }
    if argument == "--" {
      areOptionsOver = true
      return next()
    }
    guard argument.hasPrefix("--") else {
      group = argument.dropFirst()
      return short()
    }
    let body = argument.dropFirst(2)
    let name = body.prefix { $0 != "=" }
    let attached = body.count > name.count ? String(body.dropFirst(name.count + 1)) : nil
    guard let option = options.first(where: { $0.name == name }) else { return .unknown("--" + name) }
    return .option(option, attached: attached)
  }

  private mutating func short() -> Word {
    let letter = String(group.prefix(1))
    group = group.dropFirst()
    guard let option = options.first(where: { $0.short == letter }) else {
      group = ""
      return .unknown("-" + letter)
    }
    guard option.placeholder != nil, !group.isEmpty else { return .option(option, attached: nil) }
    defer { group = "" }
    return .option(option, attached: String(group.first == "=" ? group.dropFirst() : group))
  }
}
