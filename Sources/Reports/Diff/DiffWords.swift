import Foundations
import Gates
import Planning

extension DiffDocument {
  /// `+` for what is new, `-` for what is gone, `~` for what changed.
  static func mark(_ isAdded: Bool, _ isRemoved: Bool) -> String { isAdded ? "+" : isRemoved ? "-" : "~" }

  /// The path with blanks where a line may break.
  static func name(_ path: String) -> String {
    if path.hasPrefix("totals.") { return "total " + path.dropFirst(7).replacing("_", with: " ") }
    guard path.hasPrefix("workloads.") else { return path }
    let rest = path.dropFirst(10)
    guard let dot = rest.firstIndex(of: ".") else { return String(rest) }
    return
      "\(rest[..<dot]) \(rest[rest.index(after: dot)...].replacing("_", with: " ").replacing(".budget.", with: " budget "))"
  }

  static func name(_ cause: Cause) -> String {
    switch cause.kind {
    case .input: cause.path.split(separator: ",").map { name(String($0.drop { $0 == " " })) }.joined(separator: ", ")
    case .prices: "prices"
    case .model: "prices or version of planner"
    case .workload: "\(name(cause.path)): quantities and placement"
    }
  }

  /// An input as written, cut where it is a whole part of the spec.
  static func short(_ text: String?) -> String {
    guard let text else { return "" }
    return text.count > 40 ? "\(text.prefix(37))..." : text
  }

  /// `+412.10`, `-0.50`.
  static func signed(_ value: Money) -> String { (value > .zero ? "+" : "") + Figures.money(value) }

  /// `+13.7 %`; `nil` where there is nothing to take a share of.
  static func percent(_ base: Double, _ head: Double) -> String? {
    guard base != 0, base.isFinite, head.isFinite else { return nil }
    return (head > base ? "+" : "") + Figures.share((head - base) / abs(base))
  }

  /// A figure in its unit.
  static func value(_ figure: PlanFigure) -> String {
    if let money = figure.money { return Figures.price(money) }
    return words(figure.value, figure.unit)
  }

  private static func words(_ value: Double, _ unit: String) -> String {
    switch unit {
    case "1/month": Figures.count(value)
    case "ratio" where value < 0: Figures.share(value)
    default: LimitWords.words(value, unit)
    }
  }

  /// The change, absolute and in percent.
  static func change(_ change: PlanDiff.FigureChange) -> String {
    guard let base = change.base, let head = change.head else { return change.base == nil ? "new" : "gone" }
    let sign = head.value > base.value ? "+" : ""
    if let a = base.money, let b = head.money {
      let amount = sign + Figures.price(b - a)
      return percent(base.value, head.value).map { "\(amount) (\($0))" } ?? amount
    }
    let difference = head.value - base.value
    if change.unit == "ratio" { return "\(sign)\(Figures.significant(difference * 100, 3)) points" }
    let negative = difference < 0 ? "-" : ""
    let amount = sign + negative + words(abs(difference), change.unit)
    return percent(base.value, head.value).map { "\(amount) (\($0))" } ?? amount
  }

  /// The change in percent, or in points of a ratio.
  static func shortChange(_ change: PlanDiff.FigureChange) -> String {
    guard let base = change.base, let head = change.head else { return change.base == nil ? "new" : "gone" }
    if change.unit == "ratio" { return self.change(change) }
    return percent(base.value, head.value) ?? self.change(change)
  }

  /// Whether the change shows at all in the digits of a report.
  static func isNoticeable(_ change: PlanDiff.FigureChange) -> Bool {
    guard let base = change.base, let head = change.head else { return true }
    return abs(head.value - base.value) > 0.0005 * abs(base.value)
  }

  /// Whether the change is for the worse.
  static func tone(_ change: PlanDiff.FigureChange) -> Tone {
    guard let difference = change.change, let worse = change.head?.worse, worse != .neither else { return .plain }
    return (difference > 0) == (worse == .up) ? .careful : .good
  }
}
