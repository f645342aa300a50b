import Foundations
import Planning
import Roadmap

/// A roadmap as one page that needs no network: text, tables and charts in one file, readable by keyboard and
/// screen reader, on a telephone and on paper.
package struct RoadmapHTML {
  let roadmap: Roadmap
  private let words: RoadmapWords
  private var values: ValueText { words.values }
  private var out = ""

  private init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    words = RoadmapWords(roadmap, escaped: HTMLText.escaped) { "<code>\(HTMLText.escaped($0))</code>" }
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - roadmap: what to show.
  ///   - version: of the program, for the footer.
  package static func text(_ roadmap: Roadmap, version: String) -> String {
    var page = RoadmapHTML(roadmap)
    page.head()
    page.opening()
    page.charts()
    for step in roadmap.steps { page.step(step) }
    page.section(roadmap.avoid)
    for section in roadmap.sections { page.section(section) }
    page.assumptions()
    page.foot(version)
    return page.out
  }

  private mutating func head() {
    let title = HTMLText.escaped("\(roadmap.plan.specName): infrastructure roadmap")
    out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    out +=
      """
      <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
      img-src data:\">\n
      """
    out +=
      """
      <link rel=\"icon\" \
      href=\"data:,\">\n<title>\(title)</title>\n<style>\n\(PageStyle.css)\n</style>\n</head>\n<body>\n
      """
    out +=
      """
      <a class=\"skip\" href=\"#main\">To the content</a>\n<header><h1>\(title)</h1>\n<nav \
      aria-label=\"Contents\"><ul>
      """
    for step in roadmap.steps {
      out +=
        """
        <li><a href=\"#step-\(step.level.rawValue)\">\(step.level.rawValue) \
        \(HTMLText.escaped(step.level.title))</a></li>
        """
    }
    for section in [roadmap.avoid] + roadmap.sections {
      out += "<li><a href=\"#\(section.id)\">\(HTMLText.escaped(section.title))</a></li>"
    }
    out += "</ul></nav></header>\n<main id=\"main\">\n"
  }

  private mutating func opening() {
    out += "<section aria-label=\"Summary\"><ul>"
    for sentence in roadmap.summary { out += "<li>\(html(sentence))</li>" }
    out += "</ul>\n"
    let columns = words.planColumns
    table(
      columns.map(\.title), numbers: Set(columns.indices.filter { columns[$0].isNumber }),
      roadmap.totals.map { total in
        var cells = words.planCells(total.level, total.verdict).map(HTMLText.escaped)
        // The state stands as a badge.
        if cells.count > 4, let step = roadmap.step(total.level) { cells[4] = badge(step.state) }
        return cells
      }, label: "The seven plans")
    if !roadmap.orderReasons.isEmpty {
      out += "<h2 id=\"order\">Execution order</h2><ol>"
      for reason in roadmap.orderReasons { out += "<li>\(html(reason)).</li>" }
      out += "</ol>"
    }
    out += "</section>\n"
  }

  private mutating func charts() {
    let charts = RoadmapCharts(roadmap: roadmap, values: values)
    out +=
      "<section aria-label=\"Charts\">\n" + charts.gantt + charts.cost + charts.budgets + charts.latency + charts.pareto
    out += "</section>\n"
  }

  // MARK: Steps

  private mutating func step(_ step: RoadmapStep) {
    out += "<section aria-labelledby=\"step-\(step.level.rawValue)\">\n"
    out +=
      """
      <h2 id=\"step-\(step.level.rawValue)\">Step \(step.level.rawValue) — \
      \(HTMLText.escaped(step.level.title))</h2>\n
      """
    out += "<p>\(badge(step.state)) \(html(step.reason)).</p>\n"
    if !step.triggers.isEmpty {
      out += "<h3>Trigger</h3><ul>"
      for trigger in step.triggers.prefix(6) { out += "<li>\(html(words.trigger(trigger)))</li>" }
      out += "</ul>\n"
    }
    if step.state.isDue { due(step) }
    for section in step.sections { self.section(section, isFolded: true) }
    out += "</section>\n"
  }

  private mutating func due(_ step: RoadmapStep) {
    if !step.actions.isEmpty {
      out += "<h3>Do</h3><ul>"
      for action in step.actions {
        out += "<li>\(html(words.action(action)))"
        if !action.command.isEmpty { out += "<br><code>\(HTMLText.escaped(action.command))</code>" }
        out += "</li>"
      }
      out += "</ul>\n"
    }
    out += "<dl>" + words.facts(step).map { "<dt>\($0.label)</dt><dd>\(html($0.words))</dd>" }.joined() + "</dl>\n"
    let changed = step.effects.filter { $0.before != $0.after }
    table(
      ["Effect", "Before", "After"], numbers: [1, 2],
      changed.map { [HTMLText.escaped($0.name), words.cell($0.before), words.cell($0.after)] },
      label: "Effects of step \(step.level.rawValue)")
    guard !step.exits.isEmpty else { return }
    out += "<h3>Done when</h3><ul>"
    for exit in step.exits { out += "<li>\(html(exit.sentence))<br><code>\(HTMLText.escaped(exit.test))</code></li>" }
    out += "</ul>\n"
  }

  // MARK: Parts

  private mutating func section(_ section: ReportSection, isFolded: Bool = false) {
    guard !section.isEmpty else { return }
    out +=
      isFolded
      ? "<details><summary>\(HTMLText.escaped(section.title))</summary>\n"
      : "<section aria-labelledby=\"\(section.id)\"><h2 id=\"\(section.id)\">\(HTMLText.escaped(section.title))</h2>\n"
    for sentence in section.sentences { out += "<p>\(html(sentence))</p>\n" }
    table(
      section.columns.map(\.title), numbers: Set(section.columns.indices.filter { section.columns[$0].isNumber }),
      section.rows.map { $0.map(words.cell) }, label: section.title)
    out += isFolded ? "</details>\n" : "</section>\n"
  }

  /// A table of cells that are HTML already; nothing when it has no rows.
  private mutating func table(_ columns: [String], numbers: Set<Int>, _ rows: [[String]], label: String) {
    guard !rows.isEmpty else { return }
    func class_(_ index: Int) -> String { numbers.contains(index) ? " class=\"n\"" : "" }
    out +=
      """
      <div class=\"scroll\" tabindex=\"0\" role=\"region\" \
      aria-label=\"\(HTMLText.escaped(label))\"><table><thead><tr>
      """
    for (index, title) in columns.enumerated() {
      out += "<th scope=\"col\"\(class_(index))>\(HTMLText.escaped(title))</th>"
    }
    out += "</tr></thead><tbody>"
    for row in rows {
      out += "<tr>" + row.enumerated().map { "<td\(class_($0))>\($1)</td>" }.joined() + "</tr>"
    }
    out += "</tbody></table></div>\n"
  }

  private mutating func assumptions() {
    out += "<details><summary>What is assumed</summary>\n"
    out += "<p>\(html(words.assumptionSentence))</p>\n"
    table(
      ["Input", "Value", "Because"], numbers: [],
      words.assumptions.map { input in
        ["<code>\(HTMLText.escaped(input.path))</code>", HTMLText.escaped(input.value), HTMLText.escaped(input.why)]
      }, label: "What is assumed")
    out += "</details>\n"
  }

  private mutating func foot(_ version: String) {
    let plan = roadmap.plan
    let words =
      """
      planner \(version); prices of \(plan.catalogDate), the oldest of \(plan.oldestPrice); spec \
      \(plan.specPath), SHA-256 \(plan.specSHA256)
      """
    out += "</main>\n<footer class=\"meta\"><p>\(HTMLText.escaped(words))</p></footer>\n</body>\n</html>\n"
  }

  private func badge(_ state: StepState) -> String {
    "<span class=\"badge \(state.word)\">\(HTMLText.escaped(words.state(state)))</span>"
  }

  private func html(_ sentence: Sentence) -> String { words.text(sentence) }
}
