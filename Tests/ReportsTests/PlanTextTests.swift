import Foundations
import Planning
import Testing

@testable import Reports

@Suite struct PlanTextTests {
  @Test func `no line is wider than the page, for every width`() {
    for (name, plan) in ReportFixture.all {
      for width in 60...200 {
        for showsAll in [false, true] {
          let text = PlanText.text(plan, width: width, style: .plain, showsAll: showsAll)
          let widest = text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
          #expect(widest <= width, "\(name) at \(width)")
        }
      }
    }
  }

  @Test func `a narrower or wider page than can be read is held within bounds`() {
    let narrow = PlanText.text(ReportFixture.shop, width: 1, style: .plain)
    #expect(narrow == PlanText.text(ReportFixture.shop, width: 60, style: .plain))
    let wide = PlanText.text(ReportFixture.shop, width: .max, style: .plain)
    #expect(wide == PlanText.text(ReportFixture.shop, width: 200, style: .plain))
  }

  @Test func `nothing reads like a value of a program`() {
    for (name, plan) in ReportFixture.all {
      for text in [PlanText.text(plan, width: 100, style: .plain), PlanMarkdown.text(plan)] {
        let words = text.lowercased().split { !$0.isLetter && $0 != "(" }
        for word in ["nan", "inf", "infinity", "nil", "null", "optional("] {
          #expect(!words.contains(Substring(word)), "\(name): \(word)")
        }
        #expect(!text.contains("\u{1B}") && !text.contains("\u{A0}"), "\(name)")
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(name) has blanks at the end of a line")
      }
    }
  }

  @Test func `colour changes nothing but colour`() {
    for (name, plan) in ReportFixture.all {
      let colored = PlanText.text(plan, width: 90, style: Style(hasColor: true))
      var plain = ""
      var isEscape = false
      for scalar in colored.unicodeScalars {
        if scalar == "\u{1B}" { isEscape = true }
        if !isEscape { plain.unicodeScalars.append(scalar) }
        if isEscape, scalar == "m" { isEscape = false }
      }
      #expect(plain == PlanText.text(plan, width: 90, style: .plain), "\(name)")
      #expect(colored != plain, "\(name)")
    }
  }

  @Test func `the first screen answers the first questions`() {
    let text = PlanText.text(ReportFixture.shop, width: 80, style: .plain)
    let want = """
      web-shop meets every objective and budget

        Total a month  962.40 USD
        Per order      0.002441 USD, at 394,200 a month
        Per customer   0.04 USD a month
        Gross margin   98.9 % of 90,000.00 USD revenue a month
        Breaks         month 5: api breaks latency.p99, 340 ms against 300 ms
        Bill           91.0 % of your bill of 1,500.00 USD; unexplained 135.00 USD
        Assumed        3 of 91 inputs; first workloads.api.demand.peak (2.5 x) and
                       workloads.api.work.balancer (random)

      Workloads
        Workload  Runs as                                      p99     SLOs  USD/month
        api       cloud vm multi-zone, 2 × m7g.large        250 ms  2/2 met     507.40
                  on-demand, aws:us-east-1

      """
    #expect(text.hasPrefix(want), "\(text.prefix(1400))")
  }

  @Test func `a wide page names form, place and machines apart`() {
    let text = PlanText.text(ReportFixture.shop, width: 160, style: .plain)
    let head = text.split(separator: "\n").first { $0.contains("Workload ") }
    for word in ["Workload", "Model", "Runs as", "Where", "Machines", "p99", "Availability", "SLOs", "USD/month"] {
      #expect(head?.contains(word) == true, "\(word)")
    }
  }

  @Test func `without a placement the miss is named and no total is claimed`() {
    let text = PlanText.text(ReportFixture.infeasible, width: 110, style: .plain)
    #expect(text.hasPrefix("web-shop has no placement for search\n"))
    for part in [
      "nearest miss is latency.p99", "Total a month  unknown", "610 ms against 300 ms (queue of api)", "price-unknown",
      "no price of a reservation", "no placement",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("Total, by category"))
  }

  @Test func `parts of the report stand where a reader looks for them`() {
    let text = PlanText.text(ReportFixture.shop, width: 120, style: .plain)
    for part in [
      "41/s = 0/s own + 41/s from cameras; busy hour 102/s", "to data, 2 times, each", "21 of 40.32 min (52.0 %)",
      "58.40 USD a month more", "Total, by category and by model", "no placement  broken: api.latency.p99",
      "Prices of 2026-07-30, the oldest of 2026-07-05. 834,275 candidates", "ends 5.04 h",
      "percentiles do not add up",
    ] { #expect(text.contains(part), "\(part)") }
    // A table: three columns or more, three rows or more, two blanks apart.
    let rows = text.split(separator: "\n").filter {
      $0.contains("  ") && $0.contains("USD/month") || $0.contains("h  ")
    }
    #expect(rows.count >= 3)
  }

  @Test func `what is unknown does not count as met`() {
    var plan = ReportFixture.shop
    plan.budgets.append(
      SpendingBudget(id: "carbon", limit: ReportFixture.cents(90), value: nil, unit: "kg/month", met: nil, line: nil))
    let text = PlanText.text(plan, width: 80, style: .plain)
    #expect(text.hasPrefix("web-shop meets what could be computed; unknown: carbon\n"))
    plan.verdict = .fail
    plan.budgets[0].met = false
    #expect(PlanText.text(plan, width: 80, style: .plain).hasPrefix("web-shop misses the budget monthly\n"))
  }
}

@Suite struct FiguresTests {
  @Test func `numbers are short, with units that fit`() {
    for (seconds, want) in [
      (0, "0 s"), (3e-9, "3 ns"), (0.0000187, "19 µs"), (0.000253, "0.253 ms"), (0.085, "85 ms"), (0.9996, "1 s"),
      (1.234, "1.23 s"), (90, "90 s"), (300, "5 min"), (18_144, "5.04 h"), (345_600, "4 d"), (.infinity, "never"),
    ] { #expect(Figures.duration(seconds) == want) }
    for (ratio, want) in [
      (0.9988, "99.88 %"), (0.999, "99.9 %"), (1, "100 %"), (0.5, "50 %"), (0.999991, "99.9991 %"), (.nan, "unknown"),
    ] { #expect(Figures.ratio(ratio) == want) }
    for (value, want) in [(1_430_280.4, "1,430,280"), (8.834, "8.834"), (-1234.5, "-1,234"), (0, "0")] {
      #expect(Figures.count(value) == want)
    }
    for (rate, want) in [(240, "240/s"), (0.01, "36/h"), (1e-5, "26.3/month"), (12_345, "12,345/s")] {
      #expect(Figures.rate(rate) == want)
    }
    #expect(Figures.money(Money(1_234_567.5)) == "1,234,567.50")
    #expect(Figures.price(Money(0.00000602)) == "0.00000602")
    #expect(Figures.size(34_359_738_368) == "34.36 GB")
  }
}
