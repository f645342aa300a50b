import Testing

@testable import Commands

/// One service, small enough to be planned in no time.
enum GateSpecs {
  static func shop(
    rate: String = "60/s", p99: String = "900 ms", budgets: String = "", more: String = "", slo: String = ""
  ) -> String {
    """
    planner: 1
    name: city-bikes
    horizon: 0 months
    users: {here: {at: [50.11, 8.68], share: 100%, access: fiber}}
    place: {providers: [aws], regions: [eu-central-1]}
    \(budgets)
    workloads:
      rides:
        kind: service
        demand: {rate: \(rate), variability: 1.2}
        work: {cpu: 60 ms, memory: 1500 MiB}
        slo: {availability: 99.9%, latency: {p99: \(p99)}\(slo)}
    \(more)
    """
  }
}

@Suite struct CheckTests {
  @Test func `every exit code has its cause, and the report comes first`() {
    let world = World(files: [
      "fine.yaml": GateSpecs.shop(budgets: "budgets: {monthly: 9000 USD}"),
      "dear.yaml": GateSpecs.shop(budgets: "budgets: {monthly: 1 USD, cost_per_transaction: 0.0000000001 USD}"),
      "nowhere.yaml": GateSpecs.shop(p99: "1 ms"),
      "broken.yaml": GateSpecs.shop().replacing("kind", with: "knd"),
      "increase.yaml": GateSpecs.shop(budgets: "budgets: {increase: {percent: 10%}}"),
      // Nobody's list names commitments there.
      "unpriced.yaml": GateSpecs.shop(budgets: "prices: {commitment: {allow: [1y]}}").replacing(
        "[aws], regions: [eu-central-1]", with: "[azure], regions: [germanywestcentral], forms: [vm]"),
    ])
    let cases: [(line: String, code: ExitCode, output: String, error: String)] = [
      ("check fine.yaml", .done, "holds", ""),
      ("check dear.yaml", .gateFailed, "dear.yaml:6", "the cost a month"),
      ("check dear.yaml --warn-only", .done, "fails", "--warn-only"),
      ("check nowhere.yaml", .gateFailed, "no placement", "rides"),
      ("check nowhere.yaml --warn-only", .done, "no placement", "rides"),
      ("check broken.yaml", .usage, "", "broken.yaml:9"),
      ("check broken.yaml --warn-only", .usage, "", "broken.yaml:9"),
      ("check unpriced.yaml", .price, "fails", "price is unknown"),
      ("check unpriced.yaml --warn-only", .price, "fails", "price is unknown"),
      ("check fine.yaml --max-price-age 1d", .price, "fails", "oldest price"),
      ("check dear.yaml --max-price-age 1d", .price, "budget", "oldest price"),
      ("check fine.yaml --max-price-age 1d --warn-only", .done, "fails", "oldest price"),
      ("check fine.yaml --max-monthly 1", .gateFailed, "--max-monthly", "1.00 USD/month is allowed"),
      ("check fine.yaml --max-monthly 9000 --max-per-transaction 1", .done, "--max-per-transaction", ""),
      ("check fine.yaml --max-p99 rides=1ms", .gateFailed, "--max-p99 rides", "latency.p99 of rides"),
      ("check fine.yaml --max-p99 rides=800ms,rides=1ms", .gateFailed, "--max-p99 rides", "latency.p99"),
      ("check fine.yaml --min-budget-left 100%", .gateFailed, "--min-budget-left", "error budget left"),
      ("check increase.yaml", .done, "warning", ""),
      ("check increase.yaml --strict", .gateFailed, "--against", "cannot be judged"),
      ("check fine.yaml --max-increase 5", .usage, "", "--against"),
      ("check fine.yaml --against absent.json", .usage, "", "absent.json"),
      ("check fine.yaml --against broken.yaml", .usage, "", "BASE broken.yaml"),
      ("check fine.yaml --max-p99 ride=1s", .usage, "", "did you mean 'rides'"),
      ("check fine.yaml --max-p99 rides", .usage, "", "WORKLOAD=TIME"),
      ("check fine.yaml --max-monthly 5EUR", .usage, "", "EUR"),
      ("check fine.yaml --min-budget-left 20", .usage, "", "did you mean '20%'"),
      ("check fine.yaml --strct", .usage, "", "--strict"), ("check fine.yaml -f sarf", .usage, "", "sarif"),
      ("check", .usage, "", "SPEC"),
    ]
    for item in cases {
      let code = world.run(item.line)
      #expect(code == item.code, "planner \(item.line): \(code), \(world.error)")
      #expect(item.output.isEmpty || world.output.contains(item.output), "\(item.line): \(world.output)")
      #expect(item.error.isEmpty || world.error.contains(item.error), "\(item.line): \(world.error)")
      if item.code == .usage { #expect(world.output.isEmpty, "\(item.line)") }
    }
  }

  @Test func `what the base broke is forgiven, what became worse is not`() {
    let limit = "budgets: {monthly: 1 USD}"
    var world = World(files: [
      "base.yaml": GateSpecs.shop(budgets: limit), "more.yaml": GateSpecs.shop(rate: "600/s", budgets: limit),
      "less.yaml": GateSpecs.shop(rate: "6/s", budgets: limit), "free.yaml": GateSpecs.shop(),
      "nowhere.yaml": GateSpecs.shop(p99: "1 ms"), "further.yaml": GateSpecs.shop(p99: "0.5 ms"),
      "nearer.yaml": GateSpecs.shop(p99: "2 ms"),
    ])
    for name in ["base", "more", "nowhere"] {
      _ = world.run("evaluate \(name).yaml -f json -o \(name).json")
    }
    world = World(files: world.files)
    let cases: [(head: String, base: String, options: String, code: ExitCode)] = [
      ("base", "base", "", .done), ("less", "base", "", .done), ("more", "base", "", .gateFailed),
      ("base", "more", "", .done), ("base", "free", "", .gateFailed), ("free", "base", "", .done),
      ("nowhere", "nowhere", "", .done), ("further", "nowhere", "", .gateFailed), ("nearer", "nowhere", "", .done),
      ("nowhere", "free", "", .gateFailed), ("free", "nowhere", "--max-increase 1", .done),
      ("free", "free", "--max-monthly 1", .done), ("more", "free", "--max-monthly 1", .gateFailed),
      ("more", "base", "--max-increase 1000000", .gateFailed), ("free", "free", "--max-increase 0", .done),
      ("less", "base", "--max-increase 0", .done), ("less", "base", "--max-increase-percent 0", .done),
      ("more", "more", "--max-increase-percent 0%", .done),
    ]
    for item in cases {
      for suffix in ["yaml", "json"] where suffix == "yaml" || world.files["\(item.base).json"] != nil {
        let line = "check \(item.head).yaml --against \(item.base).\(suffix) \(item.options)"
        #expect(world.run(line) == item.code, "\(line): \(world.error)\n\(world.output)")
        if item.code == .gateFailed { #expect(!world.error.isEmpty) }
      }
    }
    #expect(world.run("check base.yaml --against base.json") == .done)
    #expect(world.output.contains("forgiven"))
  }

  @Test func `a base that cannot be compared is told in one sentence`() {
    let world = World(files: [
      "a.yaml": GateSpecs.shop(), "list.json": "[1]", "cut.json": "{\"planner\": {",
      "old.json": "{\"planner\": {\"result_version\": 2}}", "odd.json": "{\"planner\": {\"result_version\": 1}}",
      "mistakes.json": "{\"diagnostics\": []}",
    ])
    #expect(world.run("evaluate a.yaml -f json --at 3 -o later.json") == .done)
    let cases = [
      ("list.json", "BASE list.json"), ("cut.json", "cut.json"), ("old.json", "version 2"),
      ("odd.json", "planner.spec"),
      ("mistakes.json", "mistakes in a spec"), ("later.json", "month 3"),
    ]
    for (name, words) in cases {
      #expect(world.run("check a.yaml --against \(name)") == .usage)
      #expect(world.error.contains(words), "\(name): \(world.error)")
      #expect(world.output.isEmpty, "\(name)")
    }
    #expect(world.run("check later.json") == .usage)
    #expect(world.error.contains("takes a spec"))
  }
}
