import Catalog
import Foundations
import Planning
import Reports
import Roadmap
import Spec

/// `planner report SPEC`: the six-step roadmap.
struct ReportCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "report", "writes the six-step roadmap: what to do, in which order, when, and what it costs and brings",
      operands: ["SPEC"],
      options: [
        CommonOptions.format("markdown", "html", "json"),
        OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
      ],
      details: [
        "Today's plan and six more, each the optimum with one more kind of change allowed; the last is what evaluate "
          + "finds. The page of -f html needs no network. The report is written before exit code 1 tells that a "
          + "workload has no placement."
      ],
      examples: ["planner report shop.yaml -o roadmap.md", "planner report shop.yaml -f html -o roadmap.html"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let format = arguments.value("format") ?? "markdown"
    let source = try environment.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      environment.report(decoded.diagnostics, source, isJSON: format == "json")
      return .usage
    }
    var catalog = Catalog(providers: Planner.providers(for: spec))
    if let path = arguments.value("prices") {
      let csv = try environment.read(path)
      let merged = CatalogImport.merge(csv: csv, into: &catalog)
      environment.report(merged.diagnostics, csv, isJSON: false)
      if merged.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    }
    let (roadmap, findings) = RoadmapBuilder.roadmap(PlanSession(spec: spec, source: source, catalog: catalog))
    environment.report(decoded.diagnostics + findings, source, isJSON: format == "json" && roadmap == nil)
    guard let roadmap else { return .usage }
    let text =
      switch format {
      case "json": RoadmapJSON.value(roadmap, version: Version.text).text() + "\n"
      case "html": RoadmapHTML.text(roadmap, version: Version.text)
      default: RoadmapMarkdown.text(roadmap)
      }
    let written = environment.print(text)
    guard written == .done else { return written }
    guard roadmap.plan.verdict == .infeasible else { return .done }
    for gate in roadmap.plan.gates where gate.id.hasSuffix(".placement") {
      environment.complain("\(gate.path): \(gate.message)")
    }
    return .gateFailed
  }
}
