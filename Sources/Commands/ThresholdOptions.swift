import Foundations
import Gates
import Spec

/// Limits given on the command line of `check`.
enum ThresholdOptions {
  static var all: [OptionSpec] {
    [
      OptionSpec("max-monthly", placeholder: "AMOUNT", "most that the plan may cost a month"),
      OptionSpec("max-increase", placeholder: "AMOUNT", "most it may cost more than BASE, a month"),
      OptionSpec("max-increase-percent", placeholder: "SHARE", "most it may cost more than BASE, such as 10%"),
      OptionSpec("max-per-transaction", placeholder: "AMOUNT", "most that a transaction may cost"),
      OptionSpec("max-p99", placeholder: "WORKLOAD=TIME", "most time at p99; may be repeated"),
      OptionSpec("min-budget-left", placeholder: "SHARE", "least share of each error budget that must be left"),
    ]
  }

  /// The thresholds; amounts in the spec's currency.
  static func thresholds(_ arguments: ParsedArguments, _ spec: Spec) throws(UsageError) -> Thresholds {
    var thresholds = Thresholds()
    let currency = spec.currency
    thresholds.monthly = try arguments.money("max-monthly", as: .monthlyMoney, currency: currency)
    thresholds.increase = try arguments.money("max-increase", as: .monthlyMoney, currency: currency)
    thresholds.increaseRatio = try arguments.percent("max-increase-percent")
    thresholds.perTransaction = try arguments.money("max-per-transaction", as: .money, currency: currency)
    thresholds.budgetLeft = try arguments.share("min-budget-left", example: "20%")
    for text in (arguments.lists["max-p99"] ?? []).flatMap({ $0.split(separator: ",").map(String.init) }) {
      thresholds.p99.append(try p99(text, spec))
    }
    return thresholds
  }

  private static func p99(_ text: String, _ spec: Spec) throws(UsageError) -> (workload: String, seconds: Money) {
    guard let equals = text.firstIndex(of: "=") else {
      throw UsageError("--max-p99 takes WORKLOAD=TIME such as 'api=300ms', not '\(text)'")
    }
    let name = String(text[..<equals])
    let time = String(text[text.index(after: equals)...])
    let names = spec.workloads.map(\.name)
    guard names.contains(name) else {
      throw UsageError(
        "--max-p99 names the workload '\(name)', which the spec does not have",
        help: Suggestion.nearest(name, in: names).map { "did you mean '\($0)'?" }
          ?? "its workloads are \(names.joined(separator: ", "))")
    }
    do throws(QuantityError) {
      return (name, try QuantityText.parse(time, as: .time).decimal)
    } catch {
      throw UsageError("--max-p99 takes WORKLOAD=TIME such as '\(name)=300ms', not '\(text)'")
    }
  }
}
