import Foundations
import Planning
import Roadmap

/// A roadmap as Markdown that GitHub and GitLab render: tables, one Mermaid timeline, folded details.
package struct RoadmapMarkdown {
  let roadmap: Roadmap
  private let words: RoadmapWords
  private var values: ValueText { words.values }
  private var out = ""

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    words = RoadmapWords(roadmap, escaped: MarkdownWriter.escaped) { "`\($0)`" }
  }

  /// The whole report.
  package static func text(_ roadmap: Roadmap) -> String {
    var writer = RoadmapMarkdown(roadmap)
    writer.opening()
    for step in roadmap.steps { writer.step(step) }
    writer.section(roadmap.avoid, level: 2)
    for section in roadmap.sections {
      writer.section(section, level: 2, isFolded: ["four_models", "axes"].contains(section.id))
    }
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
    let columns = words.planColumns
    row(columns.map { MarkdownWriter.escaped($0.title) })
    row(columns.map { $0.isNumber ? "---:" : "---" })
    for total in roadmap.totals { row(words.planCells(total.level, total.verdict).map(MarkdownWriter.escaped)) }
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
    out += "**\(words.state(step.state).capitalizedFirst):** \(text(step.reason)).\n\n"
    guard step.state.isDue else {
      for trigger in step.triggers.prefix(2) { out += "- \(text(words.trigger(trigger)))\n" }
      if !step.triggers.isEmpty { out += "\n" }
      details(step)
      return
    }
    if !step.triggers.isEmpty {
      out += "Trigger:\n\n"
      for trigger in step.triggers.prefix(6) { out += "- \(text(words.trigger(trigger)))\n" }
      if step.triggers.count > 6 { out += "- and \(step.triggers.count - 6) more, in the JSON\n" }
      out += "\n"
    }
    if !step.actions.isEmpty {
      out += "Do:\n\n"
      for action in step.actions {
        out += "- \(text(words.action(action)))\n"
        if !action.command.isEmpty { out += "  `\(action.command)`\n" }
      }
      out += "\n"
    }
    facts(step)
    effects(step)
    details(step)
  }

  private mutating func facts(_ step: RoadmapStep) {
    for (label, fact) in words.facts(step) { out += "- **\(label):** \(text(fact))\n" }
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
      row([MarkdownWriter.escaped(effect.name), words.cell(effect.before), words.cell(effect.after)])
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
      row(section.columns.map { MarkdownWriter.escaped($0.title) })
      row(section.columns.map { $0.isNumber ? "---:" : "---" })
      for cells in section.rows { row(cells.map(words.cell)) }
      out += "\n"
    }
    if isFolded { out += "</details>\n\n" }
  }

  /// One row of a table, its cells marked already.
  private mutating func row(_ cells: [String]) { out += "| " + cells.joined(separator: " | ") + " |\n" }

  private mutating func assumptions() {
    out += "<details><summary>What is assumed</summary>\n\n\(text(words.assumptionSentence))\n\n"
    out += "| Input | Value | Because |\n| --- | --- | --- |\n"
    for input in words.assumptions { row([input.path, input.value, input.why].map(MarkdownWriter.escaped)) }
    out += "\n</details>\n"
  }

  private func text(_ sentence: Sentence) -> String { words.text(sentence) }
}

extension String {
  /// With a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
