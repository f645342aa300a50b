import Catalog
import Foundations
import Gates
import Planning
import Reports
import Spec

/// `planner check SPEC`: the gate of a pull request.
struct CheckCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "check", "holds a plan against every objective and budget; the gate of a pull request", operands: ["SPEC"],
      options: [
        CommonOptions.format("text", "json", "markdown", "github", "sarif", "junit", "gitlab", "csv"),
        OptionSpec("against", placeholder: "BASE", "forgive what BASE broke already; a spec or a saved JSON result"),
      ] + ThresholdOptions.all + [
        OptionSpec("max-price-age", placeholder: "AGE", "fail with exit code 4 when a price is older"),
        OptionSpec("strict", "warnings fail too"),
        OptionSpec("warn-only", "tell everything, and end with exit code 0"),
        OptionSpec("at", placeholder: "MONTH", "check the plan of that month", standard: "0"),
        OptionSpec("prices", placeholder: "FILE", "own prices as CSV, merged into the catalog"),
      ],
      details: [
        "Exit code 0 when every limit holds, 1 when one is missed or cannot be judged, or a workload has no placement; "
          + "2 for bad usage or a mistake in a spec; 4 for an unknown or old price, before 1. The report is written "
          + "whole before the program fails.",
        "With --against, what BASE broke by its own limits is told and forgiven unless it became worse; limits on "
          + "an increase are never forgiven. --warn-only ends with 0 unless the spec has a mistake or a price is unknown.",
      ],
      examples: [
        "planner check shop.yaml", "planner check shop.yaml --against main.json --max-increase-percent 10",
        "planner check shop.yaml -f sarif -o planner.sarif",
      ])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    var options = Planner.Options()
    options.month = try arguments.whole("at", standard: 0, in: 0...1200)
    options.pricesNines = environment.isVerbose || arguments.value("format") == "json"
    let maximumAge = try arguments.duration("max-price-age", example: "90 days")
    let prices = try arguments.value("prices").map { (path) throws(UsageError) in try environment.read(path) }
    let source = try environment.read(arguments.operands.first ?? "-")
    let format = arguments.value("format") ?? "text"
    let file = ReportPath.relative(source.name, to: environment.system.workingDirectory())
    guard !SavedResult.isResult(source) else {
      throw UsageError(
        "\(source.name) is the result of an earlier run; check takes a spec",
        help: "a result may stand behind --against")
    }
    let head = try SpecRun(source, options: options, prices: prices, environment)
    environment.report(head.diagnostics, source)
    guard let plan = head.plan, let spec = head.spec else {
      return broken(head, file: file, format: format, environment)
    }
    let thresholds = try ThresholdOptions.thresholds(arguments, spec)
    if thresholds.needsBase, !arguments.has("against") {
      throw UsageError("a limit on the increase needs a base to compare with", help: "name one with --against BASE")
    }
    var base: BaseRun?
    if let path = arguments.value("against") {
      options.isBrief = true
      options.pricesNines = false
      base = try BaseRun.read(path, role: "BASE", options: options, prices: prices, environment)
      guard let found = base else { return .usage }
      if let obstacle = BaseRun.obstacle(found.plan, plan) { throw obstacle }
    }
    let check = GateCheck(
      plan: plan, spec: spec, source: source, findings: head.diagnostics, thresholds: thresholds,
      extra: CheckCommand.priceAge(plan, maximumAge), base: base?.plan, isStrict: arguments.has("strict"))
    let code = CheckCommand.exitCode(check, isWarnOnly: arguments.has("warn-only"))
    let text = report(check, file: file, format: format, code: code, environment)
    let written = environment.print(text)
    guard written == .done else { return written }
    if format == "github" { summarize(CheckMarkdown.text(check, file: file), environment) }
    say(check, code, environment)
    return code
  }

  // MARK: Verdict

  /// Whether the oldest price is young enough; nothing when no age is asked for.
  static func priceAge(_ plan: Plan, _ maximum: Double?) -> [LimitCheck] {
    guard let maximum else { return [] }
    var check = LimitCheck(
      id: "options.max-price-age", rule: .priceAge, path: "--max-price-age", line: 1, unit: "s", limit: maximum)
    check.value = CalendarDate.age(of: plan.oldestPrice)
    check.outcome = check.value.map { $0 <= maximum ? .met : .missed } ?? .unknown
    check.detail = "the oldest price is of \(plan.oldestPrice)"
    return [check]
  }

  /// 4 before 1: figures from missing or old prices prove nothing.
  static func exitCode(_ check: GateCheck, isWarnOnly: Bool) -> ExitCode {
    let failures = check.failures
    if failures.contains(where: { $0.rule == .priceMissing }) { return .price }
    if isWarnOnly { return .done }
    if failures.contains(where: { $0.rule == .priceAge }) { return .price }
    return failures.isEmpty ? .done : .gateFailed
  }

  /// One line beside the report, for a log that shows nothing else.
  private func say(_ check: GateCheck, _ code: ExitCode, _ environment: CommandEnvironment) {
    let failures = check.failures
    guard !failures.isEmpty else { return }
    // The line names what the exit code is for.
    let first = failures.first { code == .price && [.priceMissing, .priceAge].contains($0.rule) } ?? failures[0]
    let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
    if code == .done {
      environment.note("warning: \(first.message)\(more); --warn-only makes it no failure")
    } else {
      environment.complain("\(first.message)\(more)")
    }
  }

  // MARK: Reports

  private func report(
    _ check: GateCheck, file: String, format: String, code: ExitCode, _ environment: CommandEnvironment
  ) -> String {
    let list = FindingList(check, file: file)
    return switch format {
    case "json": CheckJSON.value(check, exitCode: Int(code.rawValue), version: Version.text).text() + "\n"
    case "markdown": CheckMarkdown.text(check, file: file)
    case "github": FindingsGitHub.text(list)
    case "sarif": FindingsSARIF.value(list, version: Version.text).text() + "\n"
    case "junit": CheckJUnit.text(check, file: file)
    case "gitlab": FindingsGitLab.value(list).text() + "\n"
    case "csv": CheckCSV.text(check, file: file)
    default:
      CheckText.text(
        check, file: file, width: environment.width, style: environment.style(.output),
        isVerbose: environment.isVerbose)
    }
  }

  /// The mistakes of a spec, in the format that is read elsewhere.
  private func broken(
    _ head: SpecRun, file: String, format: String, _ environment: CommandEnvironment
  ) -> ExitCode {
    let list = FindingList(head.diagnostics, source: head.source, file: file)
    let text: String
    switch format {
    case "json":
      text = DiagnosticRenderer(source: head.source, style: Style(hasColor: false)).json(head.diagnostics).text() + "\n"
    case "github": text = FindingsGitHub.text(list)
    case "sarif": text = FindingsSARIF.value(list, version: Version.text).text() + "\n"
    case "junit": text = CheckJUnit.text(list)
    case "gitlab": text = FindingsGitLab.value(list).text() + "\n"
    case "csv": text = CheckCSV.text(list)
    case "markdown": text = FindingsMarkdown.text(list)
    default: return .usage
    }
    // A file that is there already is not replaced by a run that failed, unless that is where tools look for it.
    if ["sarif", "junit", "gitlab"].contains(format) || !environment.hasOutputFile { _ = environment.print(text) }
    return .usage
  }

  /// Adds the comment to the summary of the step, when GitHub has named its file.
  private func summarize(_ text: String, _ environment: CommandEnvironment) {
    guard let path = environment.system.variable("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    let known = (try? environment.system.read(path, 1 << 20)) ?? []
    let separator: [UInt8] = known.isEmpty || known.last == 0x0A ? [] : [0x0A]
    let whole = known + separator + Array(text.utf8)
    guard whole.count <= 1 << 20 else {
      return environment.note("the step summary is full; what is found stands in the log only")
    }
    do throws(PlatformError) {
      try environment.system.write(whole, path)
    } catch {
      environment.note("warning: cannot write the step summary: \(error.reason)")
    }
  }
}
