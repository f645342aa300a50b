import Foundations

extension LimitCheck {
  /// What is limited: `latency.p99 of api`, `the monthly budget`.
  package var title: String {
    let owner = workload.map { " of \($0)" } ?? ""
    switch rule {
    case .placement, .priceMissing: return "the placement\(owner)"
    case .monthly: return "the cost a month"
    case .perTransaction: return "the cost of a transaction"
    case .carbon: return "the carbon of the plan"
    case .increase: return "the increase over the base"
    case .errorBudget: return "the error budget left of \(subject)"
    case .alertPlan: return "the alert plan of \(subject)"
    case .priceAge: return "the age of the oldest price"
    case .spec: return "the spec"
    default: return "\(objective)\(owner)"
    }
  }

  /// The objective's path within `slo`.
  private var objective: String {
    if id.hasPrefix("options.max-p99") { return "latency.p99" }
    guard let workload, id.hasPrefix("\(workload).") else { return id }
    return String(id.dropFirst(workload.count + 1))
  }

  private var subject: String {
    var parts = id.split(separator: ".").map(String.init)
    if parts.first == "options" { parts.removeFirst(2) }
    if parts.last == "budget" || parts.last == "alerts" { parts.removeLast() }
    return parts.joined(separator: ".")
  }

  /// The limit as a table names it, with blanks where it may be broken: `api latency.p99`, `--max-monthly`.
  package var label: String {
    if path.hasPrefix("--") {
      let words = rule == .errorBudget ? [path, subject] : [path] + (workload.map { [$0] } ?? [])
      return words.joined(separator: " ")
    }
    if let workload, id.hasPrefix("\(workload).") { return "\(workload) \(id.dropFirst(workload.count + 1))" }
    return id.hasPrefix("budgets.") ? "budget \(id.dropFirst(8).replacing("_", with: " "))" : id
  }

  /// One sentence about the outcome, with value and limit.
  package var message: String {
    let words = sentence
    return forgiven.map { "\(words) (forgiven: \($0))" } ?? words
  }

  private var sentence: String {
    switch outcome {
    case .met, .missed:
      guard let value, let limit else { return detail ?? title }
      let (shown, bound) = LimitWords.pair(value, limit, unit: unit)
      let side = isFloor ? "at least" : "at most"
      return "\(title) is \(shown), \(side) \(bound) is \(isFloor ? "due" : "allowed")\(odds)\(reason)"
    case .unknown, .blocked:
      return "\(title) cannot be judged\(detail.map { ": \($0)" } ?? "")"
    }
  }

  private var odds: String {
    guard let probability, let confidence else { return "" }
    return "; it holds with \(Figures.share(probability)), \(Figures.share(confidence)) is due"
  }

  private var reason: String { detail.map { " (\($0))" } ?? "" }
}

/// Values beside their limits in words.
package enum LimitWords {
  /// Both in the same words as everywhere, with more digits where rounding would make them equal.
  package static func pair(_ value: Double, _ limit: Double, unit: String) -> (value: String, limit: String) {
    let shown = (words(value, unit), words(limit, unit))
    guard shown.0 == shown.1, value != limit else { return shown }
    let symbol = ["": "", "ratio": ""][unit] ?? " \(unit)"
    for digits in 5...15 {
      let (a, b) = (Figures.significant(value, digits), Figures.significant(limit, digits))
      if a != b { return (a + symbol, b + symbol) }
    }
    return ("\(value)\(symbol)", "\(limit)\(symbol)")
  }

  /// A value in its unit; money with its cents.
  package static func words(_ value: Double, _ unit: String) -> String {
    guard value.isFinite else { return value < 0 ? "less than nothing" : "without bound" }
    let currency = unit.prefix { $0 != "/" }
    if currency.count == 3, currency.allSatisfy(\.isUppercase) {
      return "\(Figures.price(Money(value))) \(unit)"
    }
    return unit == "ratio" && value < 0 ? Figures.share(value) : Figures.value(value, unit: unit)
  }
}
