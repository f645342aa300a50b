import Foundations
import Planning
import Testing

@testable import Reports

extension JSON {
  /// A member of an object by its path, such as `totals.per_month`.
  fileprivate subscript(path: String) -> JSON? {
    path.split(separator: ".").reduce(JSON?.some(self)) { value, key in
      guard case .object(let members)? = value else {
        if case .array(let items)? = value, let index = Int(key), items.indices.contains(index) { return items[index] }
        return nil
      }
      return members.first { $0.0 == key }?.1
    }
  }

  fileprivate var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.0)
  }

  fileprivate var line: String { text(pretty: false) }

  /// Objects within, each with its path.
  fileprivate func objects(_ path: String = "") -> [(String, JSON)] {
    switch self {
    case .object(let members): [(path, self)] + members.flatMap { $0.1.objects("\(path).\($0.0)") }
    case .array(let items): items.flatMap { $0.objects(path) }
    default: []
    }
  }
}

@Suite struct PlanJSONTests {
  static let shop = PlanJSON.value(ReportFixture.shop, version: "1.2.3")

  @Test func `the result has the keys of its contract`() {
    let wanted: [(path: String, keys: String)] = [
      ("planner", "version result_version catalog spec"), ("planner.catalog", "date sha256 oldest_price"),
      ("planner.spec", "path name sha256"), ("assumptions.0", "path value unit why"),
      ("workloads.api", "kind load chosen alternatives slo why"), ("workloads.api.load", "own mean peak from"),
      ("workloads.api.slo.0", "id objective target predicted expected unit met budget line"),
      ("workloads.api.slo.0.budget", "ratio minutes events used_ratio remaining_ratio money reason"),
      (
        "workloads.api.chosen",
        "model form topology sites utilization headroom cost latency availability own_availability rto rpo "
          + "carbon_kg_per_month confidence"
      ), ("workloads.api.chosen.sites.0", "provider region zones machine count purchase"),
      ("workloads.api.chosen.cost", "per_month per_transaction lines reason"),
      ("workloads.api.chosen.cost.lines.0", "category item quantity unit unit_price per_month source"),
      ("workloads.api.chosen.latency", "p50 p95 p99 mean hops method"),
      ("workloads.api.chosen.latency.hops.0", "name p50 p95 p99 mean"),
      ("workloads.api.alternatives.0.rejected", "constraint extra_per_month by"),
      ("workloads.api.alternatives.1.rejected", "constraint value limit unit by"),
      (
        "totals",
        "per_month per_transaction transaction transactions_per_month per_customer by_category by_model"
      ), ("shared", "lines"), ("horizon.0", "month cost first_breach"),
      ("breaks.0", "month workload constraint value limit"),
      ("budgets.0", "id limit value unit met line"), ("bill", "stated modelled unexplained"),
      ("search", "candidates evaluated pruned price_unknown proven unproven_groups"),
      ("revenue", "per_month gross_margin"),
    ]
    for (path, keys) in wanted {
      #expect(PlanJSONTests.shop[path]?.keys.joined(separator: " ") == keys, "\(path)")
    }
    #expect(PlanJSON.value(ReportFixture.shop, version: "1", seconds: 0.5)["search.seconds"]?.line == "0.5")
  }

  @Test func `targets and budgets are exact, money is a decimal string`() {
    for (path, want) in [
      ("workloads.api.slo.0.target", "0.999"), ("workloads.api.slo.0.budget.ratio", "0.001"),
      ("workloads.api.slo.1.target", "0.3"), ("workloads.api.chosen.cost.per_month", "\"507.4\""),
      ("totals.per_month", "\"962.4\""), ("totals.by_model.shared", "\"6\""), ("bill.unexplained", "\"135\""),
      ("planner.result_version", "1"), ("workloads.api.chosen.sites.0.machine", "\"m7g.large\""),
      ("workloads.api.alternatives.0.rejected.extra_per_month", "\"58.4\""),
    ] { #expect(PlanJSONTests.shop[path]?.line == want, "\(path)") }
  }

  @Test func `decimals keep their digits`() throws {
    for text in ["4.35", "0.9999", "1.005", "86400.1", "0.000000000001", "123456.789012"] {
      #expect(Double(JSON.exact(try #require(Money(parsing: text))).line) == Double(text))
    }
  }

  @Test func `what is unknown is null with a reason beside it`() {
    // These are absent, not unknown.
    let absent: Set<String> = ["machine", "line", "first_breach"]
    for (name, plan) in ReportFixture.all {
      for (path, object) in PlanJSON.value(plan, version: "1").objects() {
        let unknown = object.keys.filter { object[$0]?.line == "null" && !absent.contains($0) }
        let reason = object["reason"]?.line ?? ""
        #expect(unknown.isEmpty || !reason.isEmpty, "\(name)\(path): \(unknown)")
      }
    }
    let lost = PlanJSON.value(ReportFixture.infeasible, version: "1")
    #expect(lost["totals.per_month"]?.line == "null")
    #expect(lost["workloads.search.chosen"]?.line == "null")
    #expect(lost["workloads.search.reason"]?.line.contains("nearest miss") == true)
    #expect(
      PlanJSONTests.shop["workloads.report.chosen.reason"]?.line
        == #""latency: a batch answers no requests; rto, rpo: not stated for this form; carbon_kg_per_month: the power of these machines is unknown""#
    )
  }

  @Test func `the schema names every key that is written`() {
    let schema = ResultSchema.json
    for (path, keys) in [
      ("", PlanJSONTests.shop.keys), ("totals", PlanJSONTests.shop["totals"]?.keys ?? []),
      ("search", PlanJSONTests.shop["search"]?.keys ?? []), ("bill", PlanJSONTests.shop["bill"]?.keys ?? []),
    ] {
      let properties = path.isEmpty ? schema["properties"] : schema["properties.\(path).properties"]
      #expect(Set(keys).isSubset(of: Set(properties?.keys ?? [])), "\(path)")
    }
  }
}

@Suite struct PlanTablesTests {
  @Test func `CSV is quoted, of equal rows, and no cell is a formula`() {
    for (first, want) in [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("=1+1", "'=1+1"), ("  @SUM(A1)", "'  @SUM(A1)"), ("-2", "'-2"), ("+3,4", "\"'+3,4\""), ("＝1", "'＝1"), ("", ""),
    ] {
      var table = CSVWriter(head: ["a", "b", "c"])
      table.add([.words(first), .number("-1.5")])
      #expect(table.text == "a,b,c\r\n\(want),-1.5,\r\n")
    }
  }

  @Test func `the cost lines of a plan add up in CSV`() {
    let rows = PlanCSV.text(ReportFixture.shop).split(separator: "\r\n")
    #expect(rows.count == 6)
    // Sources hold a comma within quotes.
    let sum = rows.dropFirst().reduce(Money.zero) { sum, row in
      sum
        + (Money(parsing: row.split(separator: ",", omittingEmptySubsequences: false).dropLast(3).last ?? "") ?? .zero)
    }
    #expect(
      rows[1].hasPrefix(
        "api,service,cloud,vm,multi-zone,aws:us-east-1,compute,\"2 × machines, busy\",1460,h,0.08,116.8,USD,"))
    #expect(rows[5].hasPrefix("shared,,,,,,telemetry,logs,12,h,0.5,6,USD,"))
    #expect(sum == ReportFixture.shop.perMonth)
  }

  @Test func `Markdown tables have equal rows and nothing is taken for markup`() {
    for (name, plan) in ReportFixture.all {
      var wanted = 0
      for line in PlanMarkdown.text(plan, showsAll: true).split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          wanted = 0
          continue
        }
        var bars = 0
        var previous: Character = " "
        for character in line {
          if character == "|", previous != "\\" { bars += 1 }
          previous = character
        }
        if wanted == 0 { wanted = bars }
        #expect(bars == wanted, "\(name): \(line)")
      }
    }
    #expect(
      MarkdownWriter.escaped("a|b <script> *x* [y](z) & `c`") == "a\\|b &lt;script&gt; \\*x\\* \\[y\\](z) &amp; \\`c\\`"
    )
    #expect(
      PlanMarkdown.text(ReportFixture.shop).hasPrefix(
        "# web-shop\n\n**web-shop meets every objective and budget**\n\n- **Total a month:** 962.40 USD\n"))
  }
}
