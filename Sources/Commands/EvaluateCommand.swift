import Catalog
import Foundations
import Planning
import Reports
import Spec

/// `planner evaluate SPEC`: the main job.
struct EvaluateCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "evaluate", "chooses where each workload runs, and tells what it costs and how it performs", operands: ["SPEC"],
      options: [
        CommonOptions.format("text", "json", "markdown", "csv"),
        OptionSpec("at", placeholder: "MONTH", "size and price that month", standard: "0"),
        OptionSpec("all", "show every alternative, assumption and error budget, and price the next nine"),
        OptionSpec("draws", placeholder: "N", "draws over the ranges of the inputs", standard: "1024"),
        OptionSpec("seed", placeholder: "S", "of the draws", standard: "1"),
        OptionSpec("exhaustive", "search without pruning; the answer must be the same"),
        OptionSpec("gate", "fail with exit code 1 when an objective or budget is missed"),
        OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
        OptionSpec("max-price-age", placeholder: "AGE", "fail with exit code 4 when a price is older"),
      ],
      details: [
        "SPEC is a YAML file, or - for standard input. Exit code 0 when every workload has a placement, 1 when one "
          + "has none (the nearest miss is named), 2 for a mistake in the spec, 4 for an unknown or old price."
      ],
      examples: ["planner evaluate shop.yaml", "planner evaluate shop.yaml -f json -o plan.json"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let isJSON = arguments.value("format") == "json"
    let month = try arguments.whole("at", standard: 0, in: 0...1200)
    let maximumAge = try age(arguments)
    let source = try environment.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      environment.report(decoded.diagnostics, source, isJSON: isJSON)
      return .usage
    }
    let clock = ContinuousClock()
    let start = clock.now
    var options = Planner.Options()
    options.month = month
    options.measuresAlternatives = isJSON
    options.isExhaustive = arguments.has("exhaustive")
    options.draws = try arguments.whole("draws", standard: 1024, in: 16...1_000_000)
    options.seed = UInt64(try arguments.whole("seed", standard: 1, in: 0...Int.max))
    options.pricesNines = arguments.has("all")
    var catalog = Catalog(providers: Planner.providers(for: spec))
    if let path = arguments.value("prices") {
      let csv = try environment.read(path)
      let merged = CatalogImport.merge(csv: csv, into: &catalog)
      environment.report(merged.diagnostics, csv, isJSON: false)
      if merged.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    }
    environment.detail(
      "\(source.name): \(source.bytes.count) bytes; catalog of \(Catalog.date) for "
        + Planner.providers(for: spec).joined(separator: ", "))
    let planner = Planner(spec: spec, source: source, catalog: catalog, options: options)
    let (plan, findings) = planner.plan()
    environment.report(decoded.diagnostics + findings, source, isJSON: isJSON && plan == nil)
    guard let plan else { return .usage }
    let duration = clock.now - start
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    environment.detail(
      "\(plan.search.candidates) candidates, \(plan.search.evaluated) evaluated, \(plan.search.pruned) pruned in "
        + "\(ModelText.significant(seconds)) s")
    let showsAll = arguments.has("all")
    let text =
      switch arguments.value("format") {
      case "json":
        PlanJSON.value(plan, version: Version.text, seconds: environment.isTimed ? seconds : nil).text() + "\n"
      case "markdown": PlanMarkdown.text(plan, showsAll: showsAll)
      case "csv": PlanCSV.text(plan)
      default: PlanText.text(plan, width: environment.width, style: environment.style(.output), showsAll: showsAll)
      }
    let written = environment.print(text)
    guard written == .done else { return written }
    return verdict(plan, arguments, maximumAge, environment)
  }

  private func verdict(
    _ plan: Plan, _ arguments: ParsedArguments, _ maximumAge: Double?, _ environment: CommandEnvironment
  )
    -> ExitCode
  {
    if let maximumAge, let age = CalendarDate.age(of: plan.oldestPrice), age > maximumAge {
      environment.complain(
        "the oldest price used is of \(plan.oldestPrice), older than --max-price-age allows",
        help: "import newer prices with 'planner catalog import', or allow an older catalog")
      return .price
    }
    if plan.isPriceUnknown {
      let missing = plan.limits.first { $0.rule == .priceMissing && $0.isFinding }?.message
      environment.complain(
        missing ?? "a price that the plan needs is unknown", help: "state it under prices.override")
      return .price
    }
    if plan.verdict == .infeasible {
      for limit in plan.limits where limit.rule == .placement && limit.isFinding {
        environment.complain(limit.message)
      }
      return .gateFailed
    }
    let failures = plan.limits.filter(\.isFailure)
    guard arguments.has("gate"), !failures.isEmpty else { return .done }
    for failure in failures { environment.complain(failure.message) }
    return .gateFailed
  }

  /// Seconds that a price may be old.
  private func age(_ arguments: ParsedArguments) throws(UsageError) -> Double? {
    guard let text = arguments.value("max-price-age") else { return nil }
    do throws(QuantityError) {
      return try QuantityText.parse(text, as: .time).value
    } catch {
      throw UsageError("--max-price-age takes a duration such as '90 days', not '\(text)'")
    }
  }
}
