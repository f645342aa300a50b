import Foundations

/// Where a command's report and findings go, and how they look: the options that every command takes.
package struct CommandEnvironment: Sendable {
  /// Largest input that is read.
  static let inputLimit = 64 << 20

  package let system: System
  /// Warnings and progress are left out.
  package private(set) var isQuiet: Bool
  /// More is said about what is done.
  package let isVerbose: Bool
  /// The time taken is told.
  package let isTimed: Bool
  /// Columns of text.
  package let width: Int
  private let outputPath: String?
  private let color: String

  /// Reads the common options.
  package init(_ arguments: ParsedArguments, system: System) throws(UsageError) {
    self.system = system
    isQuiet = arguments.has("quiet")
    isVerbose = arguments.has("verbose")
    isTimed = arguments.has("timing")
    color = arguments.value("color") ?? "auto"
    outputPath = arguments.value("output").flatMap { $0 == "-" ? nil : $0 }
    if outputPath == "" { throw UsageError("'--output' needs the name of a file") }
    if let text = arguments.value("width") {
      guard let columns = Int(text), (20...1000).contains(columns) else {
        throw UsageError("--width takes columns from 20 to 1000, not '\(text)'")
      }
      width = columns
    } else {
      width = min(max((outputPath == nil ? system.terminalWidth() : nil) ?? 80, 60), 200)
    }
  }

  /// The style of a stream: colour on a terminal only, unless asked for or forbidden.
  package func style(_ stream: Platform.Stream) -> Style {
    switch color {
    case "always": return Style(hasColor: true)
    case "never": return Style(hasColor: false)
    default:
      let isForbidden = system.variable("NO_COLOR").map { !$0.isEmpty } ?? false
      let isFile = stream == .output && outputPath != nil
      return Style(
        hasColor: !isForbidden && !isFile && system.variable("TERM") != "dumb" && system.isTerminal(stream))
    }
  }

  /// Writes a report to the file asked for or to standard output; a reader that went away is no error.
  package func print(_ text: String) -> ExitCode {
    if let outputPath {
      do throws(PlatformError) {
        try system.write(Array(text.utf8), outputPath)
        return .done
      } catch {
        return refuse(UsageError("cannot write \(error.path): \(error.reason)"))
      }
    }
    switch system.send(text, .output) {
    case .done, .closed: return .done
    case .failed(let reason): return refuse(UsageError("cannot write to standard output: \(reason)"))
    }
  }

  /// The same without findings.
  package var silent: CommandEnvironment {
    var copy = self
    copy.isQuiet = true
    return copy
  }

  /// Whether the report goes to a file.
  package var hasOutputFile: Bool { outputPath != nil }

  /// Writes the lines of a table.
  package func print(_ lines: [String]) -> ExitCode { print(lines.joined(separator: "\n") + "\n") }

  /// Writes findings to standard error, or as JSON to standard output.
  package func report(_ diagnostics: [Diagnostic], _ source: SourceText?, isJSON: Bool = false) {
    let shown = isQuiet ? diagnostics.filter { $0.level == .error } : diagnostics
    guard !shown.isEmpty else { return }
    let renderer = DiagnosticRenderer(source: source, style: style(.error))
    _ = system.send(renderer.text(shown), .error)
    if isJSON { _ = system.send(renderer.json(shown).text() + "\n", .output) }
  }

  /// Says something beside the report, unless `--quiet`.
  package func note(_ text: String) {
    if !isQuiet { _ = system.send(text + "\n", .error) }
  }

  /// Says what is done, with `--verbose` only.
  package func detail(_ text: String) {
    if isVerbose, !isQuiet { _ = system.send(style(.error).dim(text) + "\n", .error) }
  }

  /// Says what is wrong, even with `--quiet`.
  package func complain(_ message: String, help: String? = nil) {
    _ = system.send(CommandEnvironment.words(UsageError(message, help: help), style(.error)), .error)
  }

  /// Says why a command cannot be carried out.
  package func refuse(_ error: UsageError) -> ExitCode {
    complain(error.message, help: error.help)
    return .usage
  }

  static func words(_ error: UsageError, _ style: Style) -> String {
    "\(style.red("error")): \(error.message)\n" + (error.help.map { "  = \($0)\n" } ?? "")
  }

  /// The text of a file, or of standard input for `-`.
  package func read(_ path: String) throws(UsageError) -> SourceText {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try system.read(path, CommandEnvironment.inputLimit)
    } catch {
      throw UsageError("cannot read \(path): \(error.reason)")
    }
    guard bytes.count <= CommandEnvironment.inputLimit else {
      throw UsageError("\(path) is larger than 64 MiB, the most that is read")
    }
    return SourceText(name: path == "-" ? "<stdin>" : path, bytes: bytes)
  }
}
