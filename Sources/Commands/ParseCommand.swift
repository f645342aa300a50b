import Foundations
import YAML

/// `planner parse FILE`: how planner reads YAML.
struct ParseCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "parse", "shows how a YAML file is read", operands: ["FILE"],
      options: [
        CommonOptions.format("text", "json", "events"),
        OptionSpec("strict", "also report merge keys and words of YAML 1.1"),
      ],
      details: [
        "FILE may be - for standard input. text is a tree with the line and column of every node, json one value a "
          + "document, one a line, events the notation of the public YAML test suite. All mistakes come in one run."
      ], examples: ["planner parse spec.yaml", "planner parse spec.yaml -f json"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let source = try environment.read(arguments.operands.first ?? "-")
    let isStrict = arguments.has("strict")
    let found: (text: String, diagnostics: [Diagnostic]) =
      switch arguments.value("format") {
      case "events": YAMLEvents.text(source)
      case "json": YAMLJSON.text(source, strict: isStrict)
      default: YAMLTree.text(source, strict: isStrict)
      }
    // The event writer judges no words.
    let isEvents = arguments.value("format") == "events"
    let further = isEvents && isStrict ? YAMLParse.documents(source, strict: true).diagnostics : found.diagnostics
    environment.report(found.diagnostics.isEmpty ? further : found.diagnostics, source)
    if found.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    return environment.print(found.text)
  }
}
