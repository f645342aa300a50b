import Foundations
import YAML

/// `planner parse FILE`: how planner reads YAML.
enum ParseCommand {
  static let spec = CommandSpec(
    "parse", "shows how a YAML file is read", operands: ["FILE"],
    options: [
      OptionSpec(
        "format", short: "f", placeholder: "FORMAT", values: ["text", "json", "events"], "text, json or events"),
      Commands.output, OptionSpec("strict", "also report merge keys and words of YAML 1.1"),
    ],
    details: [
      "text is a tree with the line and column of every node, json one value a document, events the notation of "
        + "the public YAML test suite."
    ], examples: ["planner parse spec.yaml", "planner parse spec.yaml -f json"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let source = try Terminal.read(arguments.operands.first ?? "-")
    let isStrict = arguments.has("strict")
    let format = arguments.values["format"] ?? "text"
    let found: (text: String, diagnostics: [Diagnostic]) =
      switch format {
      case "events": YAMLEvents.text(source)
      case "json": YAMLJSON.text(source, strict: isStrict)
      default: YAMLTree.text(source, strict: isStrict)
      }
    terminal.report(found.diagnostics, source, isJSON: false)
    if found.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    return terminal.print(found.text)
  }
}
