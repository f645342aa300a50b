import Catalog
import Foundations

/// `planner catalog list|show|import`: the embedded prices and hardware.
struct CatalogCommand: Command {
  static let actions = ["list", "show", "import"]

  static var spec: CommandSpec {
    CommandSpec(
      "catalog", "lists the embedded prices and hardware, each with source and date",
      operands: ["ACTION", "[WHAT]"], choices: actions,
      options: [
        CommonOptions.format("text", "json", "csv"),
        OptionSpec("provider", placeholder: "NAME", values: Catalog.allProviders, "one provider only"),
        OptionSpec(
          "region", placeholder: "PATTERN", "regions that match, such as 'eu-*' or '*'",
          standard: "the provider's home region"),
        OptionSpec("machine", placeholder: "PATTERN", "machines that match, such as 'm7g.*'"),
        OptionSpec("min-cores", placeholder: "N", "at least that many vCPUs"),
        OptionSpec("min-memory", placeholder: "SIZE", "at least that much memory, such as 16GiB"),
        OptionSpec("gpu", "machines with accelerators only"),
        OptionSpec(
          "sort", placeholder: "BY", values: OfferFilter.Order.allCases.map(\.rawValue), "order of machines",
          standard: "name"),
        OptionSpec("limit", placeholder: "N", "at most that many rows; 0 for all", standard: "40 in text, else all"),
      ],
      details: [
        "list [machines|regions|gpus|services|sources] shows what there is; machines with their prices when left out.",
        "show takes provider:region, provider:machine or provider:region/machine, or the name of an accelerator, and "
          + "tells everything known, with source and date.",
        "import FILE reads own prices from CSV with the columns provider, machine, region, ondemand_usd_per_hour and "
          + "says what they replace; 'evaluate --prices FILE' uses them.",
      ],
      examples: [
        "planner catalog list --provider aws --machine 'm7g.*' --region eu-central-1",
        "planner catalog list --gpu --sort price", "planner catalog show aws:eu-central-1/m7g.large",
        "planner catalog import prices.csv",
      ])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let action = arguments.operands.first ?? ""
    guard CatalogCommand.actions.contains(action) else {
      throw UsageError(unknown: "action", action, in: CatalogCommand.actions)
    }
    let what = arguments.operands.dropFirst().first
    if action == "list" { return try CatalogList.run(what ?? "machines", arguments, environment) }
    for option in ["provider", "region", "machine", "min-cores", "min-memory", "gpu", "sort", "limit"]
    where arguments.has(option) {
      throw UsageError("'--\(option)' is an option of catalog list, not of catalog \(action)")
    }
    guard let what else {
      throw UsageError(
        action == "show"
          ? "catalog show needs provider:region, provider:machine or provider:region/machine"
          : "catalog import needs a CSV file",
        help: action == "show" ? "such as aws:eu-central-1/m7g.large" : nil)
    }
    return action == "show"
      ? try CatalogShow.run(what, arguments, environment) : try CatalogMerge.run(what, arguments, environment)
  }
}

/// `catalog import FILE`: what own prices replace.
enum CatalogMerge {
  static func run(
    _ path: String, _ arguments: ParsedArguments, _ environment: CommandEnvironment
  ) throws(UsageError) -> ExitCode {
    let format = arguments.value("format") ?? "text"
    let source = try environment.read(path)
    var catalog = Catalog()
    let merged = CatalogImport.merge(csv: source, into: &catalog)
    environment.report(merged.diagnostics, source, isJSON: format == "json")
    if merged.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    var report = TableReport([
      .init("price"), .init("before", isRight: true), .init("after", isRight: true), .init("line", isRight: true),
    ])
    for change in merged.changes {
      report.rows.append([
        .string(change.key), change.before.map { .string("\($0)") } ?? .null, .string("\(change.after)"),
        .int(change.line),
      ])
    }
    report.notes = [
      "\(merged.added) added, \(merged.replaced) replaced; USD an hour. Nothing is kept: 'planner evaluate --prices "
        + "\(path)' uses these prices."
    ]
    return environment.print(report.text(format: format, width: environment.width, style: environment.style(.output)))
  }
}
