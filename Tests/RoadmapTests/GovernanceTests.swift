import Foundations
import Planning
import Testing

@testable import Roadmap

/// Sections that tell who answers, what is missing and what leaving costs, held against sums made by hand.
@Suite struct GovernanceTests {
  private static let spec = """
    planner: 1
    name: governed
    start: 2026-10
    horizon: 12 months
    team: {engineer: 192000 USD/year, count: 4, skills: [linux], effort: {training: 50 h, drill: 16 h}}
    operations: {deploys: 1/day, change_failure: 10%, detect: 20 min, restore: 40 min}
    practices:
      tools:
        - {name: pipes, covers: deploy, price: 100 USD/month}
        - {name: eyes, covers: [monitor], price: 300 USD/month}
        - {name: glass, covers: monitor, price: 200 USD/month}
    users: {eu: {at: Munich, share: 100%, access: fiber}}
    place: {providers: [aws], regions: [eu-central-1]}
    workloads:
      api:
        kind: service
        owner: web
        runbook: docs/api.md
        demand: {rate: 30/s}
        work: {cpu: 12 ms, memory: 700 MiB}
        place: {forms: [vm]}
        calls: [{to: data, contract: backward}, {to: mail}]
        slo: {availability: 99.9%, latency: {p99: 700 ms}}
        outage_cost: 30 USD/min
      data:
        kind: store
        owner: storage
        data: {size: 40 GB, writes: 4/s, class: relational}
        slo: {availability: 99.5%}
      mail:
        kind: service
        owner: storage
        demand: from-calls
        work: {cpu: 2 ms}
        place: {forms: [vm]}
    """

  private func context(_ text: String = GovernanceTests.spec) throws -> RoadmapContext {
    let session = try #require(RoadmapFixture.session(text))
    return try #require(PlanLadder.whole(session).ladder.flatMap { RoadmapContext($0) })
  }

  private func words(_ section: ReportSection) -> String {
    section.sentences.map { sentence in
      sentence.parts.map { part in
        switch part {
        case .text(let text), .code(let text): text
        case .number(let value, let unit): "\(value) \(unit)"
        case .money(let money), .price(let money): "\(money)"
        default: ""
        }
      }.joined()
    }.joined(separator: " ")
  }

  @Test func `components without an owner, an objective or a runbook are named`() throws {
    let section = Ownership(context: try context()).section
    #expect(section.rows.count == 3)
    let missing = Dictionary(
      section.rows.compactMap { row -> (String, String)? in
        if case .text(let name) = row[0], case .text(let gaps)? = row.last { return (name, gaps) }
        return nil
      }, uniquingKeysWith: { first, _ in first })
    #expect(missing["api"] == "drill")
    #expect(missing["data"] == "runbook, drill")
    #expect(missing["mail"] == "objective, runbook, drill")
    #expect(words(section).hasPrefix("1 of 3 components"))
  }

  @Test func `a flow between owners without a contract is a finding, one with a contract is not`() throws {
    let section = Ownership(context: try context()).contracts
    #expect(section.rows.count == 2)
    #expect(words(section).hasPrefix("1 of 2 flows between owners keep no contract"))
  }

  @Test func `tools cover each function once, twice or not at all`() throws {
    let section = ToolSet(context: try context()).section
    #expect(section.rows.count == 3)
    #expect(words(section) == "3 tools cost 600 a month; what is covered twice could save 300.")
    #expect(section.rows[2][1] == .text("none"))
  }

  @Test func `missing skills cost their hours at the price of an engineer`() throws {
    let context = try context()
    let section = SkillGap(context: context).section
    // 192,000 USD over 1,920 h: 100 USD an hour, 50 h stated.
    let missing = section.rows.filter { $0[2] == .text("missing") }
    #expect(!missing.isEmpty)
    for row in missing { #expect(row[3] == .money(Money(5000))) }
    #expect(section.rows.contains { $0[0] == .text("linux") && $0[2] == .text("there") })
  }

  @Test func `telemetry saves the minutes between noticing by chance and by an alert, and half of the search`() throws {
    let section = RepairTime(context: try context()).section
    // 99.9 % over 28 d: the 1 h pair pages a full outage after 0.001 · 13.44 · 3600 s.
    let page = 0.001 * (0.02 * 28 * 24) * 3600
    let saved = 1200 - page + 600
    guard case .number(let now, _)? = section.rows.last?[1], case .number(let then, _)? = section.rows.last?[2] else {
      Issue.record("no row")
      return
    }
    #expect(now == 3600)
    #expect(abs(now - then - saved) < 1e-6)
    // 365/12 deploys a month, a tenth of them failing, at 30 USD a minute.
    let worth = Money(730.0 / 24 * 0.1 * saved / 60 * 30)
    guard
      let told = section.sentences.first?.parts.compactMap({ part -> Money? in
        if case .money(let money) = part { return money }
        return nil
      }).first
    else {
      Issue.record("no worth")
      return
    }
    #expect(abs((told - worth).double) < 1e-6)
  }

  @Test func `expected cost of leaving is its cost times the chance of it, and interfaces are counted both ways`()
    throws
  {
    let context = try context()
    let study = Reversibility(context: context)
    #expect(study.interfaces("api") == 3)
    #expect(study.interfaces("data") == 1)
    let chosen = try #require(context.whole.workloads.first { $0.name == "api" }?.chosen)
    #expect(chosen.form == .vm)
    #expect(study.switching(chosen, "api") == Money(4000))
    #expect(abs(study.regret(chosen, "api").double - 4000 * 0.2 / 12) < 1e-9)
    var own = chosen
    own.form = .functions
    #expect(study.switching(own, "api") == Money(4000 + 3 * 16 * 100))
  }

  @Test func `a dominated way is left out of the three axes`() throws {
    let section = ThreeAxes(context: try context()).section
    var seen: [(p99: Double, cost: Money, bytes: Double, name: ReportValue)] = []
    for row in section.rows {
      guard case .number(let p99, _) = row[2], case .money(let cost) = row[3], case .number(let bytes, _) = row[4]
      else {
        continue
      }
      seen.append((p99, cost, bytes, row[0]))
    }
    #expect(!seen.isEmpty)
    for a in seen.indices {
      for b in seen.indices where a != b && seen[a].name == seen[b].name {
        let beats = seen[a].p99 <= seen[b].p99 && seen[a].cost <= seen[b].cost && seen[a].bytes <= seen[b].bytes
        #expect(!beats)
      }
    }
  }

  @Test func `hardware written off early costs what is left to pay`() {
    // 1,000 paid over 36 months at 8 %: 31.3364 a month; the balance after 18 payments is 530.67 or so.
    let each = 1000 * ModelGovernance.factor(0.08, months: 36)
    #expect(abs(each - 31.3364) < 1e-3)
    var balance = 1000.0
    for _ in 0..<18 { balance = balance * (1 + 0.08 / 12) - each }
    #expect(abs(each / ModelGovernance.factor(0.08, months: 18) - balance) < 1e-9)
  }

  @Test func `hours that the spec states replace those assumed, and change the price of the work`() throws {
    let stated = try context()
    #expect(stated.effort.drill == 16)
    #expect(!stated.effort.assumptions.contains { $0.path == "team.effort.drill" })
    let session = try #require(RoadmapFixture.session(GovernanceTests.spec))
    let rows = try #require(AssumptionList.rows(session).rows)
    let row = try #require(rows.first { $0.input.path == "team.effort.instrument" })
    let oneOff = try #require(row.oneOff)
    // Three workloads to instrument at 12 h and 100 USD: 1.5 times that between half and twice.
    #expect(abs((oneOff.high - oneOff.low).double - 3 * 12 * 1.5 * 100) < 1e-6)
  }
}
