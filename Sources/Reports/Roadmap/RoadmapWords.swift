import Foundations
import Planning
import Roadmap

/// Sentences, cells and facts of a roadmap as every output says them; only the markup differs.
struct RoadmapWords {
  let roadmap: Roadmap
  let values: ValueText
  /// Makes a text safe for the output, and a name that is to be copied.
  let escaped: @Sendable (String) -> String
  let code: @Sendable (String) -> String

  init(
    _ roadmap: Roadmap, escaped: @escaping @Sendable (String) -> String, code: @escaping @Sendable (String) -> String
  ) {
    self.roadmap = roadmap
    values = ValueText(currency: roadmap.plan.currency, start: roadmap.start)
    self.escaped = escaped
    self.code = code
  }

  private var currency: String { roadmap.plan.currency }

  // MARK: Marked text

  /// A sentence with names to be copied as code.
  func text(_ sentence: Sentence) -> String {
    sentence.parts.map { part in
      switch part {
      case .code(let words): code(words)
      case .sentence(let inner): text(inner)
      default: escaped(values.text(part))
      }
    }.joined()
  }

  /// A cell of a table; amounts stand without their currency, which the column names.
  func cell(_ value: ReportValue) -> String {
    switch value {
    case .money, .price: escaped(values.text(value, isBare: true))
    case .code(let words): code(words)
    case .sentence(let sentence): text(sentence)
    default: escaped(values.text(value))
    }
  }

  // MARK: Plain words

  func state(_ state: StepState) -> String {
    switch state {
    case .done: "done"
    case .now: "now"
    case .byMonth(let month): "by \(values.month(month))"
    case .notNeeded: "not needed"
    case .doesNotPay: "does not pay"
    }
  }

  func signed(_ value: Money) -> String { (value > .zero ? "+" : "") + Figures.money(value) }

  private func payback(_ step: RoadmapStep, none: String) -> String {
    guard let months = step.paybackMonths else { return none }
    return months == 0 ? "at once" : values.text(.number(months, unit: "months"))
  }

  // MARK: The plans

  /// Columns of the table of plans, and whether they hold numbers.
  var planColumns: [(title: String, isNumber: Bool)] {
    [
      ("Plan", false), ("\(currency)/month", true), ("Change", true), ("Objectives", false), ("State", false),
      ("Start by", false), ("One-off", true), ("Payback", true),
    ]
  }

  /// The plain cells of one plan, in the order of ``planColumns``.
  func planCells(_ level: PlanLevel, _ verdict: Plan.Verdict) -> [String] {
    let step = roadmap.step(level)
    let name =
      level == .today ? (roadmap.hasCurrent ? "Today" : "Central baseline") : "\(level.rawValue) \(level.title)"
    let isDue = step?.state.isDue == true
    return [
      name, roadmap.perMonth(level).map(Figures.money) ?? "unknown", roadmap.change(level).map(signed) ?? "",
      verdict == .pass ? "met" : verdict == .fail ? "missed" : "no placement", step.map { state($0.state) } ?? "",
      step?.latestStart.map { values.month($0) } ?? "", isDue ? step.map { Figures.money($0.oneOff) } ?? "" : "",
      isDue ? step.map { payback($0, none: "") } ?? "" : "",
    ]
  }

  // MARK: Steps

  /// A trigger with the month in which it becomes true and how to see that.
  func trigger(_ trigger: StepTrigger) -> Sentence {
    var words: Sentence = "\(trigger.sentence) — "
    guard let month = trigger.month else { return words + "not true to \(month: roadmap.horizonMonths)" }
    words = words + "true from \(month: month) on"
    if !trigger.restriction.isEmpty {
      words =
        words
          + """
          ; see it with \(code: trigger.restriction) and \
          \(code: "planner evaluate \(roadmap.plan.specPath) --at \(month)")
          """
    }
    return words
  }

  /// An action with its change of cost and its hours.
  func action(_ action: StepAction) -> Sentence {
    let hours = "\(Figures.count(action.hours)) h"
    let change = action.perMonth.map { "\(signed($0)) \(currency)/month, " } ?? ""
    return "\(action.sentence) (\(change)\(hours))"
  }

  /// What is told of a step that is due, by label.
  func facts(_ step: RoadmapStep) -> [(label: String, words: Sentence)] {
    let after =
      step.dependsOn.isEmpty ? "nothing" : step.dependsOn.map { "step \($0.rawValue)" }.joined(separator: ", ")
    let running: Sentence = step.running > .zero ? "; \(step.running) a month beside the plan" : ""
    let path = "roadmap.steps.\(step.level.rawValue)"
    return [
      (
        "Cost",
        """
        \(step.oneOff) once (\(Figures.count(step.hours)) h); \(signed(step.change)) \(currency) a month\(running)
        """
      ), ("Payback", "\(payback(step, none: "none: it saves nothing, it is done for its objectives"))"),
      (
        "Start by",
        "\(month: step.latestStart ?? 0); lead time \(step.leadMonths, "months"), buffer \(roadmap.bufferMonths, "months")"
      ), ("Depends on", "\(after)"), ("Owner", "\(step.owner)"), ("Risk", step.risk),
      ("Blast radius", step.blastRadius), ("Reversible", step.reversibility),
      (
        "Explain",
        """
        \(code: "\(path).per_month_change"), \(code: ".one_off"), \(code: ".payback_months"), \(code: ".latest_start")
        """
      ),
    ]
  }

  // MARK: Assumptions

  /// How many assumptions are printed; the JSON has all.
  static let shownAssumptions = 14

  /// Paths, values and reasons of the assumptions that are printed.
  var assumptions: [(path: String, value: String, why: String)] {
    (roadmap.assumptionsByEffect + roadmap.assumptions).prefix(RoadmapWords.shownAssumptions).map {
      ($0.path, $0.unit.isEmpty ? $0.value : "\($0.value) \($0.unit)", $0.why)
    }
  }

  /// What is said above them.
  var assumptionSentence: Sentence {
    let all = roadmap.assumptionsByEffect.count + roadmap.assumptions.count
    return
      """
      \(min(all, RoadmapWords.shownAssumptions)) of \(all), those that move the cost most first; \
      \(code: "planner explain \(roadmap.plan.specPath) assumptions") lists each with what it changes.
      """
  }
}
