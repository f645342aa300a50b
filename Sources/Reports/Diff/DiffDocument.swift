import Foundations
import Gates
import Planning

/// Says what changed between two plans: the sentence, the causes, the figures, the placements.
struct DiffDocument {
  let diff: PlanDiff
  let isVerbose: Bool
  var document = ReportDocument()

  /// Rows of a table before the rest is counted, unless everything is asked for.
  private static let rows = 16

  /// The report of a comparison.
  static func document(_ diff: PlanDiff, isVerbose: Bool) -> ReportDocument {
    var builder = DiffDocument(diff: diff, isVerbose: isVerbose)
    builder.summary()
    guard !diff.isEmpty || !diff.causes.isEmpty else { return builder.document }
    builder.causes()
    builder.limits()
    builder.placements()
    builder.figures()
    builder.lines()
    return builder.document
  }

  private var currency: String { diff.head.currency }

  /// One sentence: `costs 412.10 USD a month more (+13.7 %)`.
  var sentence: (text: String, tone: Tone) {
    if diff.isEmpty {
      return diff.causes.isEmpty
        ? ("nothing changed", .good)
        : ("no figure changed; \(DiffDocument.count(diff.causes.count, "input")) differ in words only", .good)
    }
    switch (diff.base.verdict == .infeasible, diff.head.verdict == .infeasible) {
    case (false, true): return ("has no placement any more for \(unplaced(diff.head))", .bad)
    case (true, false):
      return ("has a placement for everything now, at \(money(diff.head.perMonth)) a month", .good)
    case (true, true): return ("has no placement for \(unplaced(diff.head)), before and after", .bad)
    case (false, false): break
    }
    let broken = diff.limits.filter(\.isBroken).map(\.id)
    let harm =
      broken.isEmpty
      ? ""
      : " and breaks \(broken.prefix(3).joined(separator: ", "))\(broken.count > 3 ? " and \(broken.count - 3) more" : "")"
    guard let change = diff.totalChange, change != .zero else {
      return broken.isEmpty
        ? ("costs the same, and differs otherwise", .plain) : ("costs the same\(harm)", .bad)
    }
    let amount = change < .zero ? -change : change
    let percent = DiffDocument.percent(diff.base.perMonth.double, diff.head.perMonth.double).map { " (\($0))" } ?? ""
    return (
      "costs \(money(amount)) a month \(change < .zero ? "less" : "more")\(percent)\(harm)",
      broken.isEmpty ? change < .zero ? .good : .careful : .bad
    )
  }

  private func unplaced(_ plan: Plan) -> String {
    plan.workloads.filter { $0.chosen == nil }.map(\.name).joined(separator: ", ")
  }

  private func money(_ value: Money) -> String { "\(Figures.money(value)) \(currency)" }

  static func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private mutating func summary() {
    let (text, tone) = sentence
    document.add(.title(diff.head.specName, text, tone))
    func side(_ plan: Plan) -> String {
      let cost =
        plan.verdict == .infeasible ? "no cost: a workload has no placement" : "\(money(plan.perMonth)) a month"
      return "\(plan.specPath): \(cost), prices of \(plan.catalogDate)"
    }
    document.add(.facts([.init("Before", side(diff.base)), .init("After", side(diff.head))]))
  }

  // MARK: Parts

  private mutating func causes() {
    guard !diff.causes.isEmpty else { return }
    document.heading("Why")
    var table = ReportTable([
      .words(""), .sentence("Input"), .init("Before", isWrapped: true), .init("After", isWrapped: true),
      .number("\(currency)/month"),
    ])
    for cause in diff.causes {
      let mark =
        cause.kind == .input
        ? DiffDocument.mark(cause.base == nil && cause.head != nil, cause.head == nil && cause.base != nil) : "~"
      let tone: Tone = (cause.perMonth ?? .zero) > .zero ? .careful : (cause.perMonth ?? .zero) < .zero ? .good : .plain
      table.add(
        [
          mark, DiffDocument.name(cause), DiffDocument.short(cause.base), DiffDocument.short(cause.head),
          cause.perMonth.map(DiffDocument.signed) ?? "unknown",
        ], tones: [.plain, .plain, .plain, .plain, tone])
    }
    if let total = diff.totalChange { table.total(["", "total", "", "", DiffDocument.signed(total)]) }
    document.table(table)
  }

  /// What the change breaks and mends, the broken first.
  private mutating func limits() {
    guard !diff.limits.isEmpty else { return }
    document.heading("Objectives and budgets")
    var table = ReportTable([.words(""), .sentence("Limit"), .words("Before"), .words("After"), .words("")])
    func rank(_ change: LimitChange) -> Int { change.isBroken ? 0 : change.isMended ? 1 : 2 }
    for change in diff.limits.enumerated().sorted(by: {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }).map(\.element) {
      table.add(
        [
          DiffDocument.mark(change.base == nil, change.head == nil), change.id, DiffDocument.word(change.base),
          DiffDocument.word(change.head), change.isBroken ? "broken" : change.isMended ? "mended" : "",
        ],
        tones: [.plain, .plain, .plain, .plain, change.isBroken ? .bad : change.isMended ? .good : .plain])
    }
    document.table(table)
  }

  private static func word(_ outcome: LimitCheck.Outcome?) -> String {
    outcome.map { $0 == .blocked ? "no placement" : $0.rawValue } ?? ""
  }

  private mutating func placements() {
    guard !diff.placements.isEmpty else { return }
    document.heading("Placements")
    var table = ReportTable([
      .words(""), .words("Workload"), .sentence("Before"), .sentence("After"), .sentence("Because of"),
    ])
    for change in diff.placements {
      table.add([
        DiffDocument.mark(!change.isInBase, !change.isInHead), change.workload,
        change.isInBase ? change.base ?? "no placement" : "", change.isInHead ? change.head ?? "no placement" : "",
        change.causes.map(DiffDocument.name).joined(separator: "; "),
      ])
    }
    document.table(table)
  }

  private mutating func figures() {
    guard !diff.figures.isEmpty else { return }
    document.heading("Figures")
    var wide = ReportTable([
      .words(""), .sentence("Figure"), .number("Before"), .number("After"), .number("Change"), .sentence("Because of"),
    ])
    var narrow = ReportTable([
      .words(""), .sentence("Figure"), .number("Before"), .number("After"), .number("Change"),
    ])
    let noticeable = diff.figures.filter(DiffDocument.isNoticeable)
    let shown = isVerbose ? diff.figures[...] : noticeable.prefix(DiffDocument.rows)
    for change in shown {
      let head = [
        DiffDocument.mark(change.base == nil, change.head == nil), DiffDocument.name(change.path),
        change.base.map(DiffDocument.value) ?? "", change.head.map(DiffDocument.value) ?? "",
      ]
      let tones: [Tone] = [.plain, .plain, .plain, .plain, DiffDocument.tone(change)]
      let cause = change.causes.first.map { DiffDocument.name($0.path) } ?? ""
      wide.add(head + [DiffDocument.change(change), cause], tones: tones)
      narrow.add(head + [DiffDocument.shortChange(change)], tones: tones)
    }
    document.add(.either(wide: wide, narrow: narrow))
    more(diff.figures.count - shown.count, "figure")
  }

  private mutating func lines() {
    guard !diff.lines.isEmpty else { return }
    document.heading("Cost lines")
    var table = ReportTable([
      .words(""), .words("Workload"), .sentence("For"), .number("Before"), .number("After"),
      .number("\(currency)/month"),
    ])
    let shown = isVerbose ? diff.lines[...] : diff.lines.prefix(DiffDocument.rows / 2)
    for line in shown {
      table.add([
        DiffDocument.mark(line.base == .zero, line.head == .zero), line.workload.isEmpty ? "(shared)" : line.workload,
        "\(line.category): \(line.item)", line.base == .zero ? "" : Figures.money(line.base),
        line.head == .zero ? "" : Figures.money(line.head), DiffDocument.signed(line.head - line.base),
      ])
    }
    document.table(table)
    more(diff.lines.count - shown.count, "line")
  }

  private mutating func more(_ count: Int, _ word: String) {
    if count > 0 { document.paragraph("and \(DiffDocument.count(count, "more \(word)")), with --verbose", .secondary) }
  }
}
