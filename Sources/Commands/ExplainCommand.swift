import Catalog
import Foundations
import Planning
import Reports
import Roadmap
import Spec

/// `planner explain SPEC [PATH]`: how a figure of the result follows.
struct ExplainCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "explain", "derives a figure of the result: formulas with values, units, spec lines and sources",
      operands: ["SPEC", "[PATH]"],
      options: [
        CommonOptions.format("text", "json"),
        OptionSpec("depth", placeholder: "LEVELS", "levels of the tree to print", standard: "3"),
        OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
      ],
      details: [
        "PATH is a path of the JSON result such as workloads.api.latency.p99 or totals.per_month, which is also the "
          + "default; 'chosen' may be left out, lines are counted from 0, objectives are named. "
          + "Figures of the report are under roadmap, such as roadmap.steps.3.one_off. "
          + "'explain SPEC assumptions' lists every default with what it changes."
      ],
      examples: [
        "planner explain shop.yaml totals.per_month",
        "planner explain shop.yaml workloads.api.slo.availability.budget.minutes",
        "planner explain shop.yaml assumptions",
      ])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let isJSON = arguments.value("format") == "json"
    let depth = try arguments.whole("depth", standard: isJSON ? 99 : 3, in: 0...99)
    let source = try environment.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      environment.report(decoded.diagnostics, source, isJSON: isJSON)
      return .usage
    }
    var catalog = Catalog(providers: Planner.providers(for: spec))
    if let path = arguments.value("prices") {
      let csv = try environment.read(path)
      let merged = CatalogImport.merge(csv: csv, into: &catalog)
      environment.report(merged.diagnostics, csv, isJSON: false)
      if merged.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    }
    let session = PlanSession(spec: spec, source: source, catalog: catalog)
    let path = arguments.operands.count > 1 ? arguments.operands[1] : "totals.per_month"
    if path == "assumptions" { return try assumptions(session, isJSON: isJSON, environment) }
    if path.hasPrefix("roadmap.") { return try roadmap(path, session, depth, isJSON: isJSON, environment) }
    let (plan, findings) = session.plan()
    environment.report(decoded.diagnostics + findings, source, isJSON: isJSON && plan == nil)
    guard let plan, let report = ExplainReport(plan, session, version: Version.text) else { return .usage }
    let missing = plan.workloads.filter { $0.chosen == nil }.map(\.name)
    if path.hasPrefix("totals."), path != "totals.transactions_per_month", plan.verdict == .infeasible {
      throw UsageError(
        "'\(path)' is unknown: no placement for \(missing.joined(separator: ", "))",
        help: "'planner evaluate' tells the nearest miss of each")
    }
    guard let derivation = report.derivation(path) else { throw unknown(path, report) }
    if isJSON { return environment.print(report.json(derivation).text() + "\n") }
    return environment.print(report.text(derivation, depth: depth, width: environment.width))
  }

  /// A figure of the roadmap.
  private func roadmap(
    _ path: String, _ session: PlanSession, _ depth: Int, isJSON: Bool, _ environment: CommandEnvironment
  ) throws(UsageError) -> ExitCode {
    let (roadmap, findings) = RoadmapBuilder.roadmap(session)
    environment.report(findings, session.source, isJSON: isJSON && roadmap == nil)
    guard let roadmap, let report = ExplainReport(roadmap.plan, session, version: Version.text) else { return .usage }
    guard let derivation = RoadmapDerivation(roadmap, session)?.derivation(path) else {
      throw UsageError(
        "the roadmap has no '\(path)' to derive",
        help: "such are roadmap.totals.0.per_month to roadmap.totals.6.per_month, and of roadmap.steps.1 to "
          + "roadmap.steps.6 one_off, hours, per_month_change, payback_months, latest_start")
    }
    if isJSON { return environment.print(report.json(derivation).text() + "\n") }
    return environment.print(report.text(derivation, depth: depth, width: environment.width))
  }

  /// What stands below a path that is no figure itself, or the nearest path that is one.
  private func unknown(_ path: String, _ report: ExplainReport) -> UsageError {
    let below = report.paths(path)
    if !below.isEmpty {
      let shown = below.prefix(12).joined(separator: ", ")
      return UsageError(
        "'\(path)' is not one figure", help: "below it: \(shown)\(below.count > 12 ? ", …" : "")")
    }
    let nearest = Suggestion.nearest(path, in: report.allPaths)
    return UsageError(
      "the result has no '\(path)'",
      help: nearest.map { "did you mean '\($0)'?" } ?? "paths are those of 'planner evaluate -f json'")
  }

  /// Every default with what it changes, the greatest effect first.
  private func assumptions(
    _ session: PlanSession, isJSON: Bool, _ environment: CommandEnvironment
  ) throws(UsageError) -> ExitCode {
    let (list, diagnostics) = AssumptionList.rows(session)
    environment.report(diagnostics, session.source, isJSON: isJSON && list == nil)
    guard let list else { return .usage }
    if isJSON {
      let rows = list.map { row -> JSON in
        func cost(_ value: Money?) -> JSON { value.map { .string($0.description) } ?? .null }
        return .object([
          ("path", .string(row.input.path)), ("value", .string(row.input.value)), ("unit", .string(row.input.unit)),
          ("why", .string(row.input.why)), ("per_month_at_half", cost(row.low)),
          ("per_month_at_double", cost(row.high)), ("one_off_at_half", cost(row.oneOff?.low)),
          ("one_off_at_double", cost(row.oneOff?.high)),
        ])
      }
      return environment.print(JSON.array(rows).text() + "\n")
    }
    var lines: [String] = []
    for row in list {
      let value = row.input.unit.isEmpty ? row.input.value : "\(row.input.value) \(row.input.unit)"
      lines += DisplayWidth.wrap("\(row.input.path) = \(value)", to: environment.width)
      var words = row.input.why
      if let low = row.low, let high = row.high {
        words +=
          "; the plan costs \(low.formatted(places: 2)) a month at half of it, \(high.formatted(places: 2)) at twice"
      }
      if let oneOff = row.oneOff {
        words +=
          "; the work of all six steps costs \(oneOff.low.formatted(places: 2)) at half of it, "
          + "\(oneOff.high.formatted(places: 2)) at twice"
      }
      lines += DisplayWidth.wrap(words, to: environment.width - 4).map { "    " + $0 }
    }
    if lines.isEmpty { lines = ["nothing is assumed"] }
    return environment.print(lines)
  }
}
