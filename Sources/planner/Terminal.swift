import Foundations

/// Where output goes and how it looks.
struct Terminal {
  let isQuiet: Bool
  let width: Int
  let outputPath: String?
  private let color: String

  init(_ arguments: ParsedArguments) {
    isQuiet = arguments.has("quiet")
    color = arguments.values["color"] ?? "auto"
    outputPath = arguments.values["output"]
    let asked = arguments.values["width"].flatMap { Int($0) }
    width = min(max(asked ?? Platform.terminalWidth ?? 80, 60), 200)
  }

  /// The style of a stream: colour on a terminal only, unless asked for or forbidden.
  func style(_ stream: Platform.Stream) -> Style {
    switch color {
    case "always": return Style(hasColor: true)
    case "never": return Style(hasColor: false)
    default:
      let isForbidden = Platform.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      let isDumb = Platform.environment("TERM") == "dumb"
      let isFile = stream == .output && outputPath != nil
      return Style(hasColor: !isForbidden && !isDumb && !isFile && Platform.isTerminal(stream))
    }
  }

  /// Writes a report to the file asked for or to standard output; a reader that went away is no error.
  func print(_ text: String) -> ExitCode {
    if let outputPath {
      do throws(PlatformError) {
        try Platform.writeAtomically(Array(text.utf8), to: outputPath)
        return .done
      } catch {
        return Terminal.refuse(UsageError("cannot write \(error.path): \(error.reason)"))
      }
    }
    if Platform.write(text, to: .output) || Platform.isBrokenPipe { return .done }
    return Terminal.refuse(UsageError("cannot write to standard output: \(Platform.lastReason)"))
  }

  /// Writes findings to standard error, or as JSON to standard output.
  func report(_ diagnostics: [Diagnostic], _ source: SourceText?, isJSON: Bool) {
    let shown = isQuiet ? diagnostics.filter { $0.level == .error } : diagnostics
    guard !shown.isEmpty else { return }
    let renderer = DiagnosticRenderer(source: source, style: style(.error))
    Platform.write(renderer.text(shown), to: .error)
    if isJSON { Platform.write(renderer.json(shown).text() + "\n", to: .output) }
  }

  /// Says why a command line cannot be carried out.
  static func refuse(_ error: UsageError) -> ExitCode {
    let help = error.help.map { "\n  = \($0)" } ?? ""
    Platform.write("error: \(error.message)\(help)\n", to: .error)
    return .usage
  }

  /// The text of a file, or why there is none.
  static func read(_ path: String) throws(UsageError) -> SourceText {
    do throws(PlatformError) {
      return SourceText(name: path == "-" ? "<stdin>" : path, bytes: try Platform.read(path, limit: 64 << 20))
    } catch {
      throw UsageError("cannot read \(path): \(error.reason)")
    }
  }
}
