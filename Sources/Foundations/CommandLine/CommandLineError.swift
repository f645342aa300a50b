/// Why a command line is not understood: the facts, without the words.
package enum CommandLineError: Error, Sendable, Hashable {
  /// A word that is no command, with the nearest one.
  case unknownCommand(String, nearest: String?)
  /// An option that the command does not take, as written; with the nearest one, or a command that takes it.
  case unknownOption(String, command: String?, nearest: String?, elsewhere: String?)
  /// A value outside an option's few.
  case unknownValue(option: String, value: String, allowed: [String], nearest: String?)
  /// An option that ends the line without its value.
  case missingValue(option: String, placeholder: String)
  /// A flag with `=value`.
  case unexpectedValue(option: String)
  /// An operand that is due; `usage` is the command's line of usage.
  case missingOperand(command: String, operand: String, usage: String)
  /// An operand too many.
  case extraOperand(command: String, operand: String, usage: String)
}

/// A command line that cannot be carried out, in words, with the way out.
package struct UsageError: Error, Sendable, Hashable {
  package var message: String
  package var help: String?

  /// Creates an error.
  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// Puts a fact into words.
  ///
  /// - Parameter program: the program's name, for `PROGRAM help`.
  package init(_ error: CommandLineError, program: String) {
    switch error {
    case .unknownCommand(let word, let nearest):
      message = "unknown command '\(word)'"
      help = nearest.map(UsageError.didYouMean) ?? "'\(program) help' lists the commands"
    case .unknownOption(let word, let command, let nearest, let elsewhere):
      message = "unknown option '\(word)'\(command.map { " of \($0)" } ?? "")"
      help = nearest.map(UsageError.didYouMean) ?? elsewhere.map { "'\(word)' is an option of \($0)" }
    case .unknownValue(let option, let value, let allowed, let nearest):
      message = "unknown \(option) '\(value)'; it is one of \(allowed.joined(separator: ", "))"
      help = nearest.map(UsageError.didYouMean)
    case .missingValue(let option, let placeholder):
      message = "'--\(option)' needs a value: --\(option) \(placeholder)"
    case .unexpectedValue(let option):
      message = "'--\(option)' takes no value"
    case .missingOperand(let command, let operand, let usage):
      message = "\(command) needs \(operand)"
      help = "usage: \(usage)"
    case .extraOperand(let command, let operand, let usage):
      message = "\(command) takes no further operand '\(operand)'"
      help = "usage: \(usage)"
    }
  }

  /// An error about a word outside a known few, naming the nearest.
  ///
  /// - Parameters:
  ///   - what: what the word should be, such as `template`.
  ///   - fallback: help for a word that resembles none.
  package init(unknown what: String, _ word: String, in known: [String], fallback: String? = nil) {
    message = "unknown \(what) '\(word)'"
    help =
      Suggestion.nearest(word, in: known).map(UsageError.didYouMean) ?? fallback
      ?? "it is one of \(known.joined(separator: ", "))"
  }

  private static func didYouMean(_ word: String) -> String { "did you mean '\(word)'?" }
}
