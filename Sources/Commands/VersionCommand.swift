import Catalog
import Foundations

/// `planner version`.
struct VersionCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "version", "prints the version, and the date of the catalog", options: [CommonOptions.format("text", "json")])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    if arguments.value("format") == "json" {
      let catalog = JSON.object([("date", .string(Catalog.date)), ("sha256", .string(Catalog.sha256))])
      return environment.print(
        JSON.object([("version", .string(Version.text)), ("result_version", .int(1)), ("catalog", catalog)]).text()
          + "\n")
    }
    return environment.print("planner \(Version.text), catalog of \(Catalog.date)\n")
  }
}
