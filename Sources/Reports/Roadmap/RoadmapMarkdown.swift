import Foundations
import Planning
import Roadmap

/// A roadmap as Markdown that GitHub and GitLab render: tables, one Mermaid timeline, folded details.
package struct RoadmapMarkdown {
  let roadmap: Roadmap
  let values: ValueText
  private var out = ""

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    values = ValueText(currency: roadmap.plan.currency, start: roadmap.start)
  }

  /// The whole report.
  package static func text(_ roadmap: Roadmap) -> String {
    var writer = RoadmapMarkdown(roadmap)
    writer.opening()
    for step in roadmap.steps { writer.step(step) }
    writer.section(roadmap.avoid, level: 2)
    for section in roadmap.sections { writer.section(section, level: 2, isFolded: section.id == "four_models") }
    writer.assumptions()
    return writer.out.split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: " ")
  }

  // MARK: Opening

  private mutating func opening() {
    let plan = roadmap.plan
    out += "# \(MarkdownWriter.escaped(plan.specName)): infrastructure roadmap\n\n"
    for sentence in roadmap.summary { out += "- \(text(sentence))\n" }
    let spec = MarkdownWriter.escaped(plan.specPath)
    out += "\n_Prices of \(plan.catalogDate), the oldest of \(plan.oldestPrice); spec \(spec), "
    out += "SHA-256 \(plan.specSHA256.prefix(12)). "
    out +=
      """
      Derivation of a figure: `planner explain \(plan.specPath) totals.per_month` and likewise for every path \
      shown._\n\n
      """
    out += "| Plan | \(plan.currency)/month | Change | Objectives | State | Start by | One-off | Payback |\n"
    out += "| --- | ---: | ---: | --- | --- | --- | ---: | --- |\n"
    for total in roadmap.totals {
      let step = roadmap.step(total.level)
      let name =
        total.level == .today
        ? (roadmap.hasCurrent ? "Today" : "Central baseline") : "\(total.level.rawValue) \(total.level.title)"
      let cells = [
        name, roadmap.perMonth(total.level).map(Figures.money) ?? "unknown",
        roadmap.change(total.level).map(signed) ?? "",
        total.verdict == .pass ? "met" : total.verdict == .fail ? "missed" : "no placement",
        step.map { state($0.state) } ?? "", step?.latestStart.map { values.month($0) } ?? "",
        step.map { $0.state.isDue ? Figures.money($0.oneOff) : "" } ?? "",
        step.map { $0.state.isDue ? payback($0, none: "") : "" } ?? "",
      ]
      out += "| " + cells.map(MarkdownWriter.escaped).joined(separator: " | ") + " |\n"
    }
    out += "\n"
    guard !roadmap.order.isEmpty else { return }
    out += "## Execution order\n\n"
    for (index, reason) in roadmap.orderReasons.enumerated() { out += "\(index + 1). \(text(reason)).\n" }
    out += "\n"
    timeline()
  }

  /// Due steps as a Mermaid Gantt chart; without a start of the spec, month 0 stands at 2000-01.
  private mutating func timeline() {
    let dates = ValueText(currency: "", start: roadmap.start ?? (2000, 1))
    out +=
      """
      ```mermaid\ngantt\n  title \(roadmap.start == nil ? "Due steps (month 0 drawn at 2000-01)" : "Due steps")\n \
       dateFormat YYYY-MM\n  axisFormat %Y-%m\n
      """
    for level in roadmap.order {
      guard let step = roadmap.step(level), let date = dates.date(step.latestStart ?? 0) else { continue }
      let days = max(3, Int((step.leadMonths * 30.4).rounded()))
      out += "  section Step \(level.rawValue)\n  \(level.title) :s\(level.rawValue), \(date), \(days)d\n"
      if case .byMonth(let month) = step.state, let when = dates.date(month) {
        out += "  needed :milestone, m\(level.rawValue), \(when), 0d\n"
      }
    }
    out += "```\n\n"
  }

  // MARK: Steps

  private mutating func step(_ step: RoadmapStep) {
    out += "## Step \(step.level.rawValue) — \(step.level.title)\n\n"
    out += "**\(state(step.state).capitalizedFirst):** \(text(step.reason)).\n\n"
    guard step.state.isDue else {
      for trigger in step.triggers.prefix(2) { out += "- \(triggerText(trigger))\n" }
      if !step.triggers.isEmpty { out += "\n" }
      details(step)
      return
    }
    if !step.triggers.isEmpty {
      out += "Trigger:\n\n"
      for trigger in step.triggers.prefix(6) { out += "- \(triggerText(trigger))\n" }
      if step.triggers.count > 6 { out += "- and \(step.triggers.count - 6) more, in the JSON\n" }
      out += "\n"
    }
    if !step.actions.isEmpty {
      out += "Do:\n\n"
      for action in step.actions {
        let change =
          action.perMonth.map { " (\(signed($0)) \(roadmap.plan.currency)/month, \(Figures.count(action.hours)) h)" }
          ?? " (\(Figures.count(action.hours)) h)"
        out += "- \(text(action.sentence))\(change)\n"
        if !action.command.isEmpty { out += "  `\(action.command)`\n" }
      }
      out += "\n"
    }
    facts(step)
    effects(step)
    details(step)
  }

  private mutating func facts(_ step: RoadmapStep) {
    let after =
      step.dependsOn.isEmpty ? "nothing" : step.dependsOn.map { "step \($0.rawValue)" }.joined(separator: ", ")
    let running =
      step.running > .zero ? "; \(Figures.money(step.running)) \(roadmap.plan.currency) a month beside the plan" : ""
    let rows: [(String, String)] = [
      (
        "Cost",
        """
        \(Figures.money(step.oneOff)) \(roadmap.plan.currency) once (\(Figures.count(step.hours)) h); \
        \(signed(step.change)) \(roadmap.plan.currency) a month\(running)
        """
      ),
      ("Payback", payback(step, none: "none: it saves nothing, it is done for its objectives")),
      (
        "Start by",
        """
        \(values.month(step.latestStart ?? 0)); lead time \
        \(values.text(.number(step.leadMonths, unit: "months"))), buffer 1 month
        """
      ),
      ("Depends on", after), ("Owner", step.owner), ("Risk", text(step.risk)), ("Blast radius", text(step.blastRadius)),
      ("Reversible", text(step.reversibility)),
      (
        "Explain",
        "`roadmap.steps.\(step.level.rawValue).per_month_change`, `.one_off`, `.payback_months`, `.latest_start`"
      ),
    ]
    for (label, words) in rows {
      out +=
        """
        - **\(label):** \
        \(label == "Explain" || label == "Risk" || label == "Blast radius" || label == "Reversible" ? words : MarkdownWriter.escaped(words))\n
        """
    }
    out += "\n"
    guard !step.exits.isEmpty else { return }
    out += "Done when:\n\n"
    for exit in step.exits { out += "- [ ] \(text(exit.sentence))\n  `\(exit.test)`\n" }
    out += "\n"
  }

  private mutating func effects(_ step: RoadmapStep) {
    let changed = step.effects.filter { $0.before != $0.after }
    guard !changed.isEmpty else { return }
    out += "| Effect | Before | After |\n| --- | ---: | ---: |\n"
    for effect in changed {
      out += "| \(MarkdownWriter.escaped(effect.name)) | \(cell(effect.before)) | \(cell(effect.after)) |\n"
    }
    out += "\n"
  }

  private mutating func details(_ step: RoadmapStep) {
    for section in step.sections { self.section(section, level: 3, isFolded: true) }
  }

  // MARK: Parts

  private mutating func section(_ section: ReportSection, level: Int, isFolded: Bool = false) {
    guard !section.isEmpty else { return }
    if isFolded {
      out += "<details><summary>\(MarkdownWriter.escaped(section.title))</summary>\n\n"
    } else {
      out += "\(String(repeating: "#", count: level)) \(MarkdownWriter.escaped(section.title))\n\n"
    }
    for sentence in section.sentences { out += "\(text(sentence))\n\n" }
    if !section.rows.isEmpty {
      out += "| " + section.columns.map { MarkdownWriter.escaped($0.title) }.joined(separator: " | ") + " |\n"
      out += "| " + section.columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |\n"
      for row in section.rows { out += "| " + row.map(cell).joined(separator: " | ") + " |\n" }
      out += "\n"
    }
    if isFolded { out += "</details>\n\n" }
  }

  private mutating func assumptions() {
    out += "<details><summary>What is assumed</summary>\n\n| Input | Value | Because |\n| --- | --- | --- |\n"
    for input in roadmap.plan.assumptions + roadmap.assumptions {
      let value = input.unit.isEmpty ? input.value : "\(input.value) \(input.unit)"
      out +=
        """
        | \(MarkdownWriter.escaped(input.path)) | \(MarkdownWriter.escaped(value)) | \
        \(MarkdownWriter.escaped(input.why)) |\n
        """
    }
    out += "\n</details>\n"
  }

  private func triggerText(_ trigger: StepTrigger) -> String {
    let when =
      trigger.month.map { "true from \(values.month($0)) on" } ?? "not true to \(values.month(roadmap.horizonMonths))"
    var words = "\(text(trigger.sentence)) — \(when)"
    if !trigger.restriction.isEmpty, let month = trigger.month {
      words += "; see it with `\(trigger.restriction)` and `planner evaluate \(roadmap.plan.specPath) --at \(month)`"
    }
    return words
  }

  private func state(_ state: StepState) -> String {
    switch state {
    case .done: "done"
    case .now: "now"
    case .byMonth(let month): "by \(values.month(month))"
    case .notNeeded: "not needed"
    case .doesNotPay: "does not pay"
    }
  }

  private func payback(_ step: RoadmapStep, none: String) -> String {
    guard let months = step.paybackMonths else { return none }
    return months == 0 ? "at once" : values.text(.number(months, unit: "months"))
  }

  private func signed(_ value: Money) -> String { (value > .zero ? "+" : "") + Figures.money(value) }

  private func cell(_ value: ReportValue) -> String {
    switch value {
    case .money, .price: MarkdownWriter.escaped(values.text(value, isBare: true))
    case .code(let words): "`\(words)`"
    case .sentence(let sentence): text(sentence)
    default: MarkdownWriter.escaped(values.text(value))
    }
  }

  /// A sentence with names to be copied as code.
  private func text(_ sentence: Sentence) -> String {
    sentence.parts.map { part in
      switch part {
      case .code(let words): "`\(words)`"
      case .sentence(let inner): text(inner)
      default: MarkdownWriter.escaped(values.text(part))
      }
    }.joined()
  }
}

extension String {
  /// With a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
