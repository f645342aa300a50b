import Catalog
import Foundations
import Gates
import Planning
import Reports
import Spec

/// `planner diff BASE HEAD`: what changed, and which input caused it.
struct DiffCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "diff", "tells what changed from one plan to another, and which input caused it", operands: ["BASE", "HEAD"],
      options: [
        CommonOptions.format("text", "json", "markdown", "csv"),
        OptionSpec("exit-code", "end with exit code 1 when something changed"),
        OptionSpec("at", placeholder: "MONTH", "compare the plans of that month", standard: "0"),
        OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
        OptionSpec("base-prices", placeholder: "FILE", "those of BASE, where they differ; their effect stands apart"),
      ],
      details: [
        "Each side is a spec or a saved JSON result of 'planner evaluate'. Inputs are switched from BASE to HEAD in "
          + "the order of their paths and back again, and each gets half of both: the effects add up to the whole "
          + "change. What prices did stands apart from what the spec did.",
        "Exit code 0, or with --exit-code 1 when something changed; 2 for bad usage or a mistake in a spec.",
      ],
      examples: ["planner diff main.yaml shop.yaml", "planner diff main.json shop.yaml -f markdown"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    var options = Planner.Options()
    options.month = try arguments.whole("at", standard: 0, in: 0...1200)
    options.isBrief = true
    let paths = arguments.operands
    let prices = try arguments.value("prices").map { (path) throws(UsageError) in try environment.read(path) }
    var basePrices = prices
    if let path = arguments.value("base-prices") { basePrices = try environment.read(path) }
    if paths.filter({ $0 == "-" }).count > 1 { throw UsageError("only one side can be standard input") }
    let base = try BaseRun.read(paths[0], role: "BASE", options: options, prices: basePrices, environment)
    let head = try BaseRun.read(paths[1], role: "HEAD", options: options, prices: prices, environment)
    guard let base, let head else { return .usage }
    if let obstacle = BaseRun.obstacle(base.plan, head.plan) { throw obstacle }
    let study = CauseStudy { [options, prices] source in
      // What a mixed spec cannot be planned for is told by what is left out, not by its mistakes.
      let quiet = try? SpecRun(source, options: options, prices: prices, environment.silent)
      return quiet?.plan
    }
    let hasOwnPrices = arguments.has("base-prices")
    let causes = study.result(
      base: base.plan, head: head.plan, baseSpec: base.spec, headSpec: head.spec,
      isBasePlannedAlike: base.run != nil && !hasOwnPrices, isHeadPlannedAlike: head.run != nil)
    let diff = PlanDiff(base: base.plan, head: head.plan, causes: causes)
    let text =
      switch arguments.value("format") ?? "text" {
      case "json": DiffJSON.value(diff, version: Version.text).text() + "\n"
      case "markdown": DiffMarkdown.text(diff)
      case "csv": DiffCSV.text(diff)
      default:
        DiffText.text(
          diff, width: environment.width, style: environment.style(.output), isVerbose: environment.isVerbose)
      }
    let written = environment.print(text)
    guard written == .done else { return written }
    return arguments.has("exit-code") && !diff.isEmpty ? .gateFailed : .done
  }
}

extension BaseRun {
  /// The spec of this side, also where it stands in a saved result; `nil` when it does not.
  var spec: SourceText? {
    if run != nil { return source }
    return plan.specText.map { SourceText(name: plan.specPath, bytes: Array($0.utf8)) }
  }
}
