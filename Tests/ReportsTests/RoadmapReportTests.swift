import Catalog
import Foundations
import Planning
import Roadmap
import Spec
import Testing

@testable import Reports

/// One roadmap for every test: an API whose objective one zone misses.
private enum Sample {
  static let text = """
    planner: 1
    name: sample
    start: 2026-10
    horizon: 12 months
    growth: 5%/month
    team: {engineer: 150000 USD/year, count: 4}
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {providers: [aws], regions: [eu-central-1, eu-west-1]}
    customers: {count: 500}
    finance: {revenue: 20k USD/month}
    budgets: {monthly: 4000 USD}
    workloads:
      api:
        kind: service
        demand: {rate: 30/s}
        work: {cpu: 12 ms, memory: 700 MiB}
        calls: [{to: data, times: 2, cached: 50%}, {to: mail, times: 0.01, optional: true}]
        slo: {availability: 99.9%, latency: {p99: 700 ms}}
        outage_cost: 30 USD/min
      data:
        kind: store
        data: {size: 40 GB, writes: 4/s, class: relational}
        slo: {availability: 99.9%}
      mail:
        kind: external
        price: 0.0001 USD/request
      jobs:
        kind: batch
        jobs: {per: day, count: 40, runtime: 10 min, restartable: true}
        slo: {deadline: 4h}
    """
  static let session: PlanSession? = {
    let source = SourceText(name: "sample.yaml", bytes: Array(text.utf8))
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    return decoded.spec.map { PlanSession(spec: $0, source: source, catalog: Catalog(providers: ["aws"])) }
  }()
  static let roadmap: Roadmap? = session.flatMap { RoadmapBuilder.roadmap($0).roadmap }
}

@Suite struct RoadmapReportTests {
  @Test func `Markdown has the six steps in order, tables of equal width and details that close`() throws {
    let text = RoadmapMarkdown.text(try #require(Sample.roadmap))
    let titles = [
      "Establish baseline", "Optimise cost and sizing", "Harden reliability", "Regional distribution",
      "Edge and caching",
      "Operationalise AI",
    ]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let headings = lines.filter { $0.hasPrefix("## Step ") }
    #expect(headings == titles.enumerated().map { "## Step \($0.offset + 1) — \($0.element)" })
    #expect(lines.contains("## What you should not build"))
    #expect(lines.filter { $0 == "```mermaid" }.count == 1)
    #expect(lines.filter { $0.hasPrefix("```") }.count % 2 == 0)
    #expect(lines.filter { $0.hasPrefix("<details>") }.count == lines.filter { $0 == "</details>" }.count)
    var width = 0
    for line in lines {
      let cells = line.hasPrefix("|") ? line.replacing("\\|", with: "").filter { $0 == "|" }.count : 0
      if cells > 0, width > 0 { #expect(cells == width, "\(line)") }
      width = cells
    }
    #expect(!text.contains("nan") && !text.contains("inf "))
  }

  @Test func `the page needs no network, closes what it opens and draws what the JSON holds`() throws {
    let roadmap = try #require(Sample.roadmap)
    let page = RoadmapHTML.text(roadmap, version: "1")
    for word in ["http://", "https://", "<script", "url(", "@import"] { #expect(!page.contains(word), "\(word)") }
    for tag in [
      "section", "table", "tr", "td", "th", "details", "figure", "svg", "ul", "ol", "li", "dl", "g", "div", "p",
    ] {
      let open = page.components(of: "<\(tag)>") + page.components(of: "<\(tag) ")
      #expect(open == page.components(of: "</\(tag)>"), "\(tag)")
    }
    for choice in roadmap.curves.choices {
      #expect(page.contains("<td>\(Figures.money(choice.perMonth))</td>"))
    }
    for point in roadmap.curves.cost.flatMap(\.points) {
      if let cost = point.cost { #expect(page.contains("month \(point.month): \(Figures.money(cost)) USD")) }
    }
  }

  @Test func `the JSON carries every step, and its plan is the one that evaluate prints`() throws {
    let roadmap = try #require(Sample.roadmap)
    let json = RoadmapJSON.value(roadmap, version: "1")
    guard case .object(let members) = json, case .array(let steps)? = members.first(where: { $0.0 == "steps" })?.1
    else {
      Issue.record("no steps")
      return
    }
    #expect(steps.count == 6)
    let plan = members.first { $0.0 == "plan" }?.1.text()
    #expect(plan == PlanJSON.value(roadmap.plan, version: "1").text())
    #expect(json.text() == RoadmapJSON.value(roadmap, version: "1").text())
  }

  @Test func `every derivation gives its figure from its own leaves, and the figure is the result's`() throws {
    let session = try #require(Sample.session)
    let plan = try #require(Sample.roadmap?.plan)
    let report = try #require(ExplainReport(plan, session, version: "1"))
    let result = PlanJSON.value(plan, version: "1")
    func check(_ derivation: Derivation) {
      #expect(derivation.isConsistent, "\(derivation.node.path): \(derivation.recomputed ?? .nan)")
      derivation.node.inputs.forEach(check)
    }
    var derived = 0
    for path in report.allPaths where !path.contains("alternatives") {
      guard let found = ResultPath.value(result, PlanDerivation.parts(path)[...]).flatMap(ResultPath.number) else {
        continue
      }
      let derivation = try #require(report.derivation(path), "\(path)")
      #expect(derivation.node.value == found.value, "\(path)")
      check(derivation)
      if derivation.node.rule != .leaf { derived += 1 }
    }
    #expect(derived > 60)
    // Without `chosen`, with the objective's name, and with brackets.
    for path in [
      "workloads.api.latency.p99", "workloads.api.slo.availability.budget.minutes",
      "workloads.api.cost.lines[0].per_month",
      "workloads.api.slo.latency.p99.predicted", "totals.per_transaction", "totals.per_customer",
      "revenue.gross_margin",
      "budgets.monthly.value", "workloads.data.load.mean",
    ] {
      #expect(report.derivation(path)?.node.rule != .leaf, "\(path)")
    }
    #expect(report.derivation("workloads.nobody.cost.per_month") == nil)
  }

  @Test func `figures of the roadmap derive from the plans on either side and the hours of the work`() throws {
    let session = try #require(Sample.session)
    let roadmap = try #require(Sample.roadmap)
    let derivations = try #require(RoadmapDerivation(roadmap, session))
    for level in 0...6 {
      let total = try #require(derivations.derivation("roadmap.totals.\(level).per_month"))
      #expect(total.node.exact == roadmap.totals[level].perMonth)
      #expect(total.isConsistent)
    }
    for step in roadmap.steps {
      for word in ["one_off", "hours", "per_month_change", "payback_months", "latest_start"] {
        let found = derivations.derivation("roadmap.steps.\(step.level.rawValue).\(word)")
        if word == "payback_months" { #expect((found == nil) == (step.paybackMonths == nil)) }
        if let found { #expect(found.isConsistent, "\(step.level) \(word)") }
      }
      #expect(derivations.derivation("roadmap.steps.\(step.level.rawValue).one_off")?.node.exact == step.oneOff)
    }
    #expect(derivations.derivation("roadmap.steps.9.one_off") == nil)
  }

  @Test func `the tree stays within its width and names lines of the spec`() throws {
    let session = try #require(Sample.session)
    let plan = try #require(Sample.roadmap?.plan)
    let report = try #require(ExplainReport(plan, session, version: "1"))
    let tree = try #require(report.derivation("totals.per_month"))
    let text = report.text(tree, depth: 20, width: 80)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    #expect(text.contains("[spec, line 15]"))
    #expect(text.contains("EC2"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
