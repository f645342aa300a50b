import Foundations
import Reports
import Spec

/// `planner schema [spec|result]`: JSON Schemas.
enum SchemaCommand {
  static let spec = CommandSpec(
    "schema", "prints the JSON Schema of specs or of results", operands: ["[spec|result]"], options: [Commands.output],
    examples: ["planner schema spec > planner.schema.json"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    switch arguments.operands.first ?? "spec" {
    case "spec": return terminal.print(SpecSchema.json.text() + "\n")
    case "result": return terminal.print(ResultSchema.json.text() + "\n")
    case let other:
      throw UsageError(
        "unknown schema '\(other)'; it is spec or result",
        help: Suggestion.nearest(other, in: ["spec", "result"]).map { "did you mean '\($0)'?" })
    }
  }
}
