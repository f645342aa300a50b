import Foundations
import Planning

/// Says what is in a plan, in the order in which a reader asks.
struct PlanDocument {
  let plan: Plan
  /// Also alternatives beyond the first few, and every assumption.
  let showsAll: Bool
  var document = ReportDocument()

  /// How a reader gets at what was left out.
  static let more = "with --all"

  /// The report of a plan.
  static func document(_ plan: Plan, showsAll: Bool) -> ReportDocument {
    var builder = PlanDocument(plan: plan, showsAll: showsAll)
    builder.summary()
    builder.overview()
    for workload in plan.workloads { builder.details(workload) }
    builder.totals()
    builder.sharing()
    builder.split()
    builder.ranges()
    builder.outlook()
    builder.budgets()
    if showsAll { BudgetSections.add(plan, to: &builder.document, inFull: true) }
    builder.assumptions()
    builder.sources()
    return builder.document
  }

  func money(_ value: Money) -> String { "\(Figures.money(value)) \(plan.currency)" }

  func price(_ value: Money) -> String { "\(Figures.price(value)) \(plan.currency)" }

  /// The price of one, and of a million where one is next to nothing.
  func each(_ value: Money) -> String {
    guard value < Money(0.001), value > .zero else { return price(value) }
    return "\(price(value)) (\(money(value.times(1e6))) a million)"
  }

  /// The text with no line break between a number, its sign and what it counts.
  func whole(_ text: String) -> String {
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let holds = word == "×" || words.last?.hasSuffix("×") == true
      if holds, let last = words.last { words[words.count - 1] = "\(last)\u{A0}\(word)" } else { words.append(word) }
    }
    return words.joined(separator: " ")
  }

  /// A value of a constraint or an objective in words.
  func value(_ value: Double, of constraint: String, unit: String? = nil) -> String {
    Figures.value(value, unit: unit ?? PlanDocument.unit(of: constraint))
  }

  /// The unit of a constraint that states none.
  private static func unit(of constraint: String) -> String {
    let head = constraint.prefix { $0 != "." }
    return switch head {
    case "latency", "completion", "deadline", "rto", "rpo", "ttft", "tpot": "s"
    case "availability", "utilization", "loss": "ratio"
    case "memory", "disk", "storage": "B"
    case "throughput", "rate": "1/s"
    default: ""
    }
  }

  /// `98.82 % against 99.9 %`; empty when the value is unknown.
  func comparison(_ value: Double?, _ limit: Double?, of constraint: String, unit: String? = nil) -> String {
    guard let value else { return "" }
    let against = limit.map { " against \(self.value($0, of: constraint, unit: unit))" } ?? ""
    return self.value(value, of: constraint, unit: unit) + against
  }
}
