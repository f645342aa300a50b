import Foundations
import Reports
import Spec

/// `planner schema [spec|result]`: JSON Schemas.
struct SchemaCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "schema", "prints the JSON Schema of specs or of results", operands: ["[spec|result]"],
      choices: ["spec", "result"],
      examples: ["planner schema spec > planner.schema.json"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    switch arguments.operands.first ?? "spec" {
    case "spec": return environment.print(SpecSchema.json.text() + "\n")
    case "result": return environment.print(ResultSchema.json.text() + "\n")
    case let other: throw UsageError(unknown: "schema", other, in: ["spec", "result"])
    }
  }
}
