import Catalog
import Foundations
import Planning
import Reports
import Spec

/// `planner evaluate SPEC`: the main job.
enum EvaluateCommand {
  static let spec = CommandSpec(
    "evaluate", "chooses where each workload runs, and tells what it costs and how it performs", operands: ["SPEC"],
    options: [
      Commands.format, Commands.output, Commands.width,
      OptionSpec("at", placeholder: "MONTH", "size and price that month; 0"),
      OptionSpec("all", "show every alternative and assumption"),
      OptionSpec("exhaustive", "search without pruning; the answer must be the same"),
      OptionSpec("gate", "fail with exit code 1 when an objective or budget is missed"),
      OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
      OptionSpec("max-price-age", placeholder: "AGE", "fail with exit code 4 when a price is older"),
      OptionSpec("timing", "add the seconds of the search to JSON"),
    ],
    details: [
      "SPEC is a YAML file, or - for standard input. Exit code 0 when every workload has a placement, 1 when one "
        + "has none (the nearest miss is named), 2 for a mistake in the spec, 4 for an unknown or old price."
    ],
    examples: ["planner evaluate shop.yaml", "planner evaluate shop.yaml -f json -o plan.json"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let isJSON = arguments.values["format"] == "json"
    let month = try whole(arguments, "at")
    let maximumAge = try age(arguments)
    let source = try Terminal.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      terminal.report(decoded.diagnostics, source, isJSON: isJSON)
      return .usage
    }
    let clock = ContinuousClock()
    let start = clock.now
    var options = Planner.Options()
    options.month = month
    options.isExhaustive = arguments.has("exhaustive")
    var catalog = Catalog(providers: Planner.providers(for: spec))
    if let path = arguments.values["prices"] {
      let csv = try Terminal.read(path)
      let merged = CatalogImport.merge(csv: csv, into: &catalog)
      terminal.report(merged.diagnostics, csv, isJSON: false)
      if merged.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    }
    let planner = Planner(spec: spec, source: source, catalog: catalog, options: options)
    let (plan, findings) = planner.plan()
    terminal.report(decoded.diagnostics + findings, source, isJSON: isJSON && plan == nil)
    guard let plan else { return .usage }
    let duration = clock.now - start
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let text =
      isJSON
      ? PlanJSON.value(plan, version: Version.text, seconds: arguments.has("timing") ? seconds : nil).text() + "\n"
      : PlanText.text(plan, width: terminal.width, style: terminal.style(.output), showsAll: arguments.has("all"))
    let written = terminal.print(text)
    guard written == .done else { return written }
    return verdict(plan, arguments, maximumAge)
  }

  private static func verdict(_ plan: Plan, _ arguments: ParsedArguments, _ maximumAge: Double?) -> ExitCode {
    if let maximumAge, let age = CalendarDate.age(of: plan.oldestPrice), age > maximumAge {
      Platform.write(
        "error: the oldest price used is of \(plan.oldestPrice), older than --max-price-age allows\n"
          + "  = import newer prices with 'planner catalog import', or allow an older catalog\n", to: .error)
      return .price
    }
    if plan.isPriceUnknown {
      Platform.write("error: a price that the plan needs is unknown; state it under prices.override\n", to: .error)
      return .price
    }
    if plan.verdict == .infeasible {
      for gate in plan.gates where gate.id.hasSuffix(".placement") {
        Platform.write("error: \(gate.path): \(gate.message)\n", to: .error)
      }
      return .gateFailed
    }
    guard arguments.has("gate"), plan.verdict == .fail else { return .done }
    for gate in plan.gates where gate.level == .error { Platform.write("error: \(gate.message)\n", to: .error) }
    return .gateFailed
  }

  private static func whole(_ arguments: ParsedArguments, _ name: String) throws(UsageError) -> Int {
    guard let text = arguments.values[name] else { return 0 }
    guard let value = Int(text), (0...1200).contains(value) else {
      throw UsageError("--\(name) takes a month from 0 to 1200, not '\(text)'")
    }
    return value
  }

  /// Seconds that a price may be old.
  private static func age(_ arguments: ParsedArguments) throws(UsageError) -> Double? {
    guard let text = arguments.values["max-price-age"] else { return nil }
    do throws(QuantityError) {
      return try QuantityText.parse(text, as: .time).value
    } catch {
      throw UsageError("--max-price-age takes a duration such as '90 days', not '\(text)'")
    }
  }
}
