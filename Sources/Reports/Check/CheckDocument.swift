import Foundations
import Gates
import Planning

/// Says what a check found: the verdict, what is missed and where, then every limit.
struct CheckDocument {
  let check: GateCheck
  /// The spec's path as the reader knows it.
  let file: String
  let isVerbose: Bool
  var document = ReportDocument()

  private var plan: Plan { check.plan }

  /// The report of a check.
  static func document(_ check: GateCheck, file: String, isVerbose: Bool) -> ReportDocument {
    var builder = CheckDocument(check: check, file: file, isVerbose: isVerbose)
    builder.document.add(.title(builder.plan.specName, builder.verdict.text, builder.verdict.tone))
    builder.document.add(.facts(builder.facts))
    builder.findings()
    builder.limits()
    BudgetSections.add(builder.plan, to: &builder.document, inFull: isVerbose)
    return builder.document
  }

  /// One sentence: `holds: 14 of 14 limits are met`.
  var verdict: (text: String, tone: Tone) {
    let judged = plan.limits.filter { $0.rule != .spec }
    let met = judged.count { $0.outcome == .met }
    let failures = check.failures
    guard failures.isEmpty else {
      let names = failures.prefix(3).map(\.id).joined(separator: ", ")
      let more = failures.count > 3 ? " and \(failures.count - 3) more" : ""
      return ("fails: \(failures.count) of \(plan.limits.count) limits are not met: \(names)\(more)", .bad)
    }
    let forgiven = check.findings.count { $0.forgiven != nil }
    let warnings = check.findings.count { $0.forgiven == nil && $0.level != .note }
    var text = "holds: \(met) of \(judged.count) limits are met"
    if forgiven > 0 { text += ", \(forgiven) \(forgiven == 1 ? "is" : "are") forgiven" }
    if warnings > 0 { text += ", \(warnings) \(warnings == 1 ? "warning" : "warnings")" }
    return (text, forgiven + warnings == 0 ? .good : .careful)
  }

  private var facts: [ReportFact] {
    var facts: [ReportFact] = []
    if plan.verdict == .infeasible {
      facts.append(.init("Total a month", "unknown: a workload has no placement", .bad))
    } else {
      facts.append(.init("Total a month", CheckDocument.change(plan, check.base, \.perMonth, Figures.money)))
      if let each = plan.perTransaction, plan.transactionsPerMonth > 0 {
        let text = CheckDocument.change(plan, check.base, { $0.perTransaction ?? .zero }, Figures.price)
        facts.append(.init("Per \(plan.transactionName)", each > .zero ? text : "nothing"))
      }
    }
    if let base = check.base {
      facts.append(.init("Compared with", "\(base.specPath), prices of \(base.catalogDate)"))
    }
    facts.append(.init("Prices", "of \(plan.catalogDate), the oldest of \(plan.oldestPrice)"))
    return facts
  }

  /// `3,412.10 USD (3,000.00 before, +412.10 or +13.7 %)`.
  static func change(
    _ plan: Plan, _ base: Plan?, _ value: (Plan) -> Money, _ words: (Money) -> String
  ) -> String {
    let now = "\(words(value(plan))) \(plan.currency)"
    guard let base, base.verdict != .infeasible else { return now }
    let (before, after) = (value(base), value(plan))
    guard before != after else { return "\(now), as before" }
    let sign = after > before ? "+" : ""
    let share = before > .zero ? (after - before).double / before.double : nil
    let percent = share.map { " or \(sign)\(Figures.share($0))" } ?? ""
    return "\(now) (\(words(before)) before, \(sign)\(words(after - before))\(percent))"
  }

  /// What is not met, with the line that states the limit.
  private mutating func findings() {
    guard !check.findings.isEmpty else { return }
    document.heading("Not met")
    document.add(
      .items(
        check.findings.map { finding in
          let place = finding.line.map { "\(file):\($0)" } ?? file
          return "\(finding.forgiven == nil ? finding.level.rawValue : "forgiven"): \(finding.message) [\(place)]"
        }))
  }

  private mutating func limits() {
    let shown = plan.limits.filter { limit in
      limit.rule != .spec && limit.rule != .priceAge && (limit.rule != .placement || isVerbose)
    }
    guard !shown.isEmpty else { return }
    document.heading("Limits")
    var table = ReportTable([
      .sentence("Limit"), .number("Is"), .number("Allowed"), .words(""), .number("Line"),
    ])
    for limit in shown {
      let (word, tone) = CheckDocument.word(limit)
      let figures = CheckDocument.figures(limit)
      table.add(
        [limit.label, figures.value, figures.limit, word, limit.line.map(String.init) ?? ""],
        tones: [.plain, .plain, .plain, tone])
    }
    document.table(table)
  }

  /// Value and limit in words; empty where there is none.
  static func figures(_ limit: LimitCheck) -> (value: String, limit: String) {
    // The column is narrow, and what is counted a month says so by its name.
    let unit = limit.unit.hasSuffix("/month") ? String(limit.unit.dropLast(6)) : limit.unit
    if let value = limit.value, let bound = limit.limit {
      let pair = LimitWords.pair(value, bound, unit: unit)
      return (pair.value, (limit.isFloor ? "≥ " : "≤ ") + pair.limit)
    }
    let bound = limit.limit.map { (limit.isFloor ? "≥ " : "≤ ") + LimitWords.words($0, unit) } ?? ""
    return (limit.outcome == .met || limit.rule == .placement ? "" : "unknown", bound)
  }

  /// What became of a limit, in a word.
  static func word(_ limit: LimitCheck) -> (text: String, tone: Tone) {
    if limit.forgiven != nil { return ("forgiven", .careful) }
    switch limit.outcome {
    case .met: return (limit.probability.map { "met, \(Figures.share($0))" } ?? "met", .good)
    case .missed:
      let tone: Tone = limit.level == .error ? .bad : .careful
      return (limit.probability.map { "missed, \(Figures.share($0))" } ?? "missed", tone)
    case .unknown: return ("unknown", limit.level == .error ? .bad : .careful)
    case .blocked: return ("no placement", .careful)
    }
  }
}
