import Catalog
import Foundations
import Planning
import Reports
import Spec
import Testing

@testable import Gates

/// Plans of the living examples.
enum Examples {
  /// The folder of the project: three levels above this file.
  static var root: String { #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() }

  /// Those that are planned in no time.
  static let names = ["clinic.yaml", "newcomer.yaml", "nightly-batch.yaml", "portfolio.yaml"]

  static func source(_ name: String) throws -> SourceText {
    SourceText(name: "examples/\(name)", bytes: try Platform.read("\(root)/examples/\(name)", limit: 1 << 20))
  }

  static func plan(_ source: SourceText) -> Plan? {
    guard let spec = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: []))).spec else { return nil }
    var options = Planner.Options()
    options.isBrief = true
    return Planner(
      spec: spec, source: source, catalog: Catalog(providers: Planner.providers(for: spec)), options: options
    ).plan().plan
  }
}

@Suite struct SavedResultTests {
  @Test func `a plan read back from its result has nothing that differs`() throws {
    for name in Examples.names {
      let plan = try #require(Examples.plan(try Examples.source(name)))
      let text = PlanJSON.value(plan, version: "1").text()
      let source = SourceText(name: "saved.json", bytes: Array(text.utf8))
      #expect(SavedResult.isResult(source))
      let read = try SavedResult.plan(source)
      #expect(read.perMonth == plan.perMonth && read.specText == plan.specText && read.verdict == plan.verdict)
      let diff = PlanDiff(base: read, head: plan, causes: CauseStudy.Result())
      #expect(diff.isEmpty, "\(name): \(diff.figures.map(\.path)) \(diff.placements) \(diff.lines)")
    }
  }

  @Test func `a result that was changed by hand is refused with the place`() throws {
    let plan = try #require(Examples.plan(try Examples.source("newcomer.yaml")))
    let text = PlanJSON.value(plan, version: "1").text()
    let cases: [(from: String, to: String, path: String)] = [
      ("\"result_version\": 1", "\"result_version\": 7", "planner.result_version"),
      ("\"model\": \"cloud\"", "\"model\": \"clod\"", "model"),
      ("\"verdict\": \"pass\"", "\"verdict\": \"great\"", "verdict"),
      ("\"per_month\": \"", "\"per_month\": \"9", ""), ("\"kind\": \"service\"", "\"knd\": 1", "kind"),
    ]
    for item in cases {
      let changed = text.replacing(item.from, with: item.to)
      #expect(changed != text, "\(item.from)")
      do {
        _ = try SavedResult.plan(SourceText(name: "s", bytes: Array(changed.utf8)))
        Issue.record("\(item.to) is read")
      } catch {
        #expect(error.path.contains(item.path), "\(item.to): \(error)")
      }
    }
  }

  @Test func `what prices did stands apart from what the spec did, and both add up`() throws {
    let old = try Examples.source("newcomer.yaml")
    let text = String(decoding: old.bytes, as: UTF8.self)
    let new = SourceText(name: "new", bytes: Array((text + "team: {engineer: 90000 USD/year}\n").utf8))
    let (before, head) = (try #require(Examples.plan(old)), try #require(Examples.plan(new)))
    // The same spec at twice the price of every line, as an earlier snapshot might have had it.
    var base = before
    base.catalogSHA256 = "another"
    base.perMonth = before.perMonth.times(2)
    let study = CauseStudy { Examples.plan($0) }
    let result = study.result(
      base: base, head: head, baseSpec: old, headSpec: new, isBasePlannedAlike: false, isHeadPlannedAlike: true)
    let diff = PlanDiff(base: base, head: head, causes: result)
    let prices = diff.causes.filter { $0.kind == .prices }
    #expect(prices.map(\.perMonth) == [-before.perMonth])
    #expect(diff.causes.filter { $0.kind == .input }.map(\.path) == ["team"])
    let sum = diff.causes.reduce(Money.zero) { $0 + ($1.perMonth ?? .zero) }
    #expect(sum == diff.totalChange)
  }

  @Test func `a spec is no result, whatever its first character`() {
    for text in ["planner: 1\n", "{\"planner\": 1, \"workloads\": {}}", "", "# {\n", "[1]"] {
      #expect(!SavedResult.isResult(SourceText(name: "s", bytes: Array(text.utf8))), "\(text)")
    }
  }
}

@Suite struct SpecTreeTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "s", bytes: Array(text.utf8)) }

  @Test func `a spec switched in every input is the other one, and plans the same`() throws {
    for name in Examples.names {
      let text = try Examples.source(name)
      let empty = try #require(SpecTree(base: source("{}"), head: text))
      let all = empty.between(Set(empty.changes.map(\.path)))
      let again = try #require(SpecTree(base: source(all), head: text))
      #expect(again.changes.isEmpty, "\(name): \(again.changes)")
      let plan = try #require(Examples.plan(text))
      let same = try #require(Examples.plan(source(all)), "\(name): \(all)")
      #expect(same.perMonth == plan.perMonth, "\(name)")
    }
  }

  @Test func `changes are told by path, and only those asked for are switched`() throws {
    let tree = try #require(
      SpecTree(
        base: source("a: 1\nb: {c: 2, d: [1, 2]}\ngone: x y\n"),
        head: source("b: {d: [1, 3], c: \"2\", e: 'it: is'}\na: 5\n")))
    #expect(tree.changes.map(\.path) == ["a", "b.c", "b.d", "b.e", "gone"])
    #expect(
      tree.changes.map { "\($0.base ?? "nil")>\($0.head ?? "nil")" } == [
        "1>5", "2>\"2\"", "[1, 2]>[1, 3]", "nil>\"it: is\"", "x y>nil",
      ])
    #expect(tree.between([]) == "{\"a\": 1, \"b\": {\"c\": 2, \"d\": [1, 2]}, \"gone\": x y}")
    #expect(tree.between(["a", "b.d"]) == "{\"a\": 5, \"b\": {\"c\": 2, \"d\": [1, 3]}, \"gone\": x y}")
    #expect(tree.between(["b", "gone"]) == "{\"a\": 1, \"b\": {\"d\": [1, 3], \"c\": \"2\", \"e\": \"it: is\"}}")
    #expect(tree.between(["b.e"]) == "{\"a\": 1, \"b\": {\"c\": 2, \"d\": [1, 2], \"e\": \"it: is\"}, \"gone\": x y}")
  }

  @Test func `many changes are taken together by what they belong to`() {
    let paths = (0..<40).map { "workloads.w\($0 % 5).demand.k\($0)" } + ["name", "workloads.w1"]
    let coarse = CauseStudy.coarse(paths)
    #expect(coarse.count <= CauseStudy.mostParts)
    for path in paths { #expect(coarse.count { path == $0 || path.hasPrefix("\($0).") } == 1, "\(path)") }
  }
}
