import Foundations
import Planning

/// Parts of an error budget in the measure that fits its objective.
enum BudgetWords {
  /// A share of a budget: money, a rate, lots, or minutes of the window.
  static func part(_ share: Double, of objective: ObjectiveResult, currency: String) -> String {
    let (value, unit) = measure(share, of: objective, currency: currency)
    return value + unit
  }

  /// `5.27 of 40.32 min (13.1 %), worth 4,838.40 USD`.
  static func left(of objective: ObjectiveResult, currency: String) -> String {
    guard let budget = objective.budget else { return "" }
    let whole = part(1, of: objective, currency: currency)
    guard let remaining = budget.remainingRatio else { return "\(whole) in all" }
    // The worth of a budget of money is its measure.
    let isMoney = objective.objective == "cost_per_transaction"
    let money = isMoney ? "" : budget.money.map { ", worth \(Figures.money($0)) \(currency)" } ?? ""
    if remaining < 0 { return "spent, \(Figures.share(1 - remaining)) of \(whole)\(money)" }
    let rest = measure(remaining, of: objective, currency: currency).value
    return "\(rest) of \(whole) (\(Figures.share(remaining)))\(money)"
  }

  private static func measure(
    _ share: Double, of objective: ObjectiveResult, currency: String
  ) -> (value: String, unit: String) {
    guard let budget = objective.budget else { return ("", "") }
    switch objective.objective {
    case "cost_per_transaction":
      return budget.money.map { (Figures.money($0.times(share)), " \(currency)") } ?? ("unknown", "")
    case "throughput":
      let carried = objective.predicted.map { Figures.count($0 * share) }
      return carried.map { ($0, "/s") } ?? ("unknown", "")
    case "deadline":
      return budget.events.map { (Figures.significant($0 * share, 3), " \(budget.detail?.counted ?? "lots")") }
        ?? ("unknown", "")
    default: return (Figures.significant(share * budget.minutes, share == 1 ? 4 : 3), " min")
    }
  }
}
