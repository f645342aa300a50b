import Foundations
import Planning

/// Derives the figures of one error budget: what it allows, what uses it, when its alerts fire.
struct BudgetDerivation {
  let parent: PlanDerivation
  let result: WorkloadResult
  let objective: ObjectiveResult
  let budget: BudgetFigures
  /// Where the budget stands in the result.
  let path: String
  let target: Derivation

  /// The share that a percentile names; `nil` for ratios.
  private var percentile: Double? {
    ObjectiveProblem(
      objective: objective.objective, target: objective.target, unit: objective.unit, line: nil, path: path
    ).percentile
  }

  func derivation(_ parts: [String]) -> Derivation? {
    switch parts.first ?? "minutes" {
    case "ratio": return ratio
    case "minutes": return minutes(ratio, "\(path).minutes", budget.minutes)
    case "window": return window
    case "events":
      guard let events = budget.events else { return nil }
      guard let load = result.load, budget.detail?.counted == "requests", objective.objective != "throughput" else {
        let counted = budget.detail?.counted ?? "events"
        let all = Derivation.leaf(
          "\(counted) of the window", events / max(budget.ratio.double, 1e-300), source: "how many there are in it")
        return .rule(.product, "\(path).events", events, counted, "all of the window x ratio", [all, ratio])
      }
      return .rule(
        .product, "\(path).events", events, "requests", "rate x window x ratio",
        [parent.rate(result.name, load, "mean"), window, ratio])
    case "used_ratio": return used
    case "remaining_ratio":
      guard let left = budget.remainingRatio, let used else { return nil }
      return .rule(.complement, "\(path).remaining_ratio", left, "ratio", "one less what is used", [used])
    case "money":
      guard let money = budget.money else { return nil }
      guard objective.objective != "cost_per_transaction" else {
        let count = Derivation.leaf(
          "transactions of the window", budget.events ?? 0, "", source: "as many as cost the month's total")
        return .rule(
          .product, "\(path).money", money.double, parent.plan.currency, "objective x transactions of the window",
          [target, count], exact: money)
      }
      guard
        let cost = parent.problem.workloads.first(where: { $0.name == result.name })?.outageCostPerMinute
      else { return nil }
      return .rule(
        .product, "\(path).money", money.double, parent.plan.currency, "minutes x cost of a minute",
        [
          minutes(ratio, "\(path).minutes", budget.minutes),
          parent.spec("workloads.\(result.name).outage_cost", cost.double, "\(parent.plan.currency)/min"),
        ], exact: money)
    case "uses": return use(Array(parts.dropFirst()))
    case "required": return required(Array(parts.dropFirst()))
    case "alerts": return alert(Array(parts.dropFirst()))
    default: return nil
    }
  }

  // MARK: What it allows

  private var ratio: Derivation {
    // Of a percentile the budget is the share that may be late; of a ratio what it leaves.
    guard percentile != nil || objective.objective == "availability" else {
      return .leaf(
        "\(path).ratio", budget.ratio.double, "ratio", source: budget.detail?.basis ?? "", exact: budget.ratio)
    }
    let base = percentile.map { Derivation.leaf("percentile", $0, "ratio", source: "named by the objective") } ?? target
    return .verified(
      .complement, "\(path).ratio", budget.ratio.double, "ratio",
      percentile == nil ? "one less the target" : "one less the percentile", [base],
      source: "what the objective allows",
      exact: budget.ratio)
  }

  private var window: Derivation {
    let line = parent.lines.line("workloads.\(result.name).slo.window")
    let seconds =
      budget.detail?.windowSeconds ?? parent.problem.workloads.first { $0.name == result.name }?.windowSeconds ?? 0
    return .leaf("\(path).window", seconds, "s", source: line == nil ? "default: 28 d" : "spec", line: line)
  }

  private func minutes(_ ratio: Derivation, _ path: String, _ value: Double) -> Derivation {
    .rule(
      .product, path, value, "min", "ratio x window, in minutes", [ratio, window, .leaf("minutes a second", 1 / 60.0)])
  }

  // MARK: What uses it

  private var used: Derivation? {
    guard let used = budget.usedRatio else { return nil }
    let uses = budget.detail?.uses ?? []
    let sum: Derivation
    if objective.objective == "availability", !uses.contains(where: \.isPlanned),
      let predicted = parent.predicted(result, objective, sloPath)
    {
      sum = .rule(
        .complement, "failing share", 1 - predicted.node.value, "ratio", "one less the prediction", [predicted])
    } else if uses.isEmpty {
      sum = late
    } else {
      let parts = uses.enumerated().map { useRatio($0.offset, $0.element) }
      sum =
        parts.count == 1
        ? parts[0]
        : .rule(
          .sum, "used share", parts.reduce(0) { $0 + $1.node.value }, "ratio", "everything that uses the budget", parts)
    }
    let made = Derivation.rule(
      .quotient, "\(path).used_ratio", used, "ratio", "failing share over the budget's ratio", [sum, ratio])
    if made.isConsistent { return made }
    return .rule(
      .quotient, "\(path).used_ratio", used, "ratio", "failing share over the budget's ratio",
      [.leaf("failing share", used * budget.ratio.double, "ratio", source: "requests that fail or are late"), ratio])
  }

  private var sloPath: String { String(path.dropLast(".budget".count)) }

  /// The share of the requests beyond the limit of a percentile.
  private var late: Derivation {
    let value =
      budget.detail?.uses.first { $0.source == "the latency tail" }?.ratio
      ?? (budget.usedRatio ?? 0) * budget.ratio.double
    if let subject = PlacementSubject(chosen: result), let made = parent.lateShare(subject, target, value) {
      return made
    }
    return .leaf("late share", value, "ratio", source: "requests beyond the limit, by the composed path")
  }

  private func use(_ parts: [String]) -> Derivation? {
    guard parts.count > 1, let uses = budget.detail?.uses, let index = Int(parts[0]), uses.indices.contains(index)
    else {
      return nil
    }
    let name = "\(path).uses[\(index)]"
    let share = useRatio(index, uses[index])
    switch parts[1] {
    case "ratio": return share
    case "minutes": return minutes(share, "\(name).minutes", share.node.value * window.node.value / 60)
    case "budget_share":
      return .rule(
        .quotient, "\(name).budget_share", share.node.value / max(budget.ratio.double, 1e-300), "ratio",
        "over what the budget holds", [share, ratio])
    default: return nil
    }
  }

  private func useRatio(_ index: Int, _ use: BudgetUse) -> Derivation {
    let name = "\(path).uses[\(index)].ratio"
    let operations = parent.session.spec.operations
    switch use.source {
    case "the latency tail":
      return .rule(.same, name, use.ratio, "ratio", use.why, [late])
    case "failed deploys":
      guard let deploys = operations.deploys?.mid, let failing = operations.changeFailure?.mid,
        let restore = operations.restore?.mid
      else { break }
      let detect = operations.detect?.mid ?? 0
      let each = Derivation.rule(
        .sum, "seconds of a failure", restore + detect, "s", "to notice and to mend",
        [parent.spec("operations.detect", detect, "s"), parent.spec("operations.restore", restore, "s")])
      return .verified(
        .product, name, use.ratio, "ratio", use.why,
        [
          parent.spec("operations.deploys", deploys, "1/s"),
          parent.spec("operations.change_failure", failing, "ratio"), each,
        ], source: use.why)
    case "failover drills":
      guard let drills = parent.session.spec.practices.failoverDrills?.mid, let back = result.chosen?.rto else { break }
      return .verified(
        .product, name, use.ratio, "ratio", use.why,
        [
          .leaf("practices.failover_drills", drills, "1/s", source: "spec"),
          .leaf("workloads.\(result.name).chosen.rto", back, "s", source: "time to recover of the form"),
        ], source: use.why)
    default:
      guard objective.objective == "availability", !use.isPlanned,
        let predicted = parent.predicted(result, objective, sloPath), predicted.node.value < 1
      else { break }
      let failing = Derivation.rule(
        .complement, "failing share", 1 - predicted.node.value, "ratio", "one less the prediction", [predicted])
      return .rule(
        .product, name, use.ratio, "ratio",
        "the failing share, split over its parts by the logarithms of their availabilities",
        [
          failing,
          .leaf(
            "share of \(use.source)", use.ratio / (1 - predicted.node.value), "ratio",
            source: "log of its availability over the sum of the logs; \(use.why)"),
        ])
    }
    return .leaf(name, use.ratio, "ratio", source: use.why)
  }

  // MARK: What it asks of others, and its alerts

  private func required(_ parts: [String]) -> Derivation? {
    guard parts.count > 1, let rows = budget.detail?.required, let index = Int(parts[0]), rows.indices.contains(index)
    else { return nil }
    let row = rows[index]
    let name = "\(path).required[\(index)].\(parts[1])"
    guard let other = parent.plan.workloads.first(where: { $0.name == row.dependency }),
      let subject = PlacementSubject(chosen: other),
      let own = parent.ownAvailability(subject) ?? parent.availability(subject)
    else { return nil }
    switch parts[1] {
    case "reached": return .verified(.same, name, row.reached, "ratio", "its own part", [own], source: "of its form")
    case "required":
      guard let predicted = parent.predicted(result, objective, sloPath), own.node.value > 0 else { return nil }
      let rest = Derivation.rule(
        .quotient, "everything else", predicted.node.value / own.node.value, "ratio",
        "the prediction without this dependency", [predicted, own])
      return .verified(
        .quotient, name, row.required, "ratio", "the target over everything else", [target, rest],
        source: "the target over everything else")
    case "even_share":
      let count = Double(rows.count)
      guard let itself = PlacementSubject(chosen: result).flatMap({ parent.ownAvailability($0) }) else { return nil }
      let made = Derivation.formula(
        name, row.evenShare, "ratio",
        "(target over its own part) to the power of one over the number of its dependencies",
        [target, itself, .leaf("dependencies", count)]
      ) { inputs in
        guard inputs.count == 3, inputs[1].node.value > 0 else { return nil }
        return BudgetDerivation.root(inputs[0].node.value / inputs[1].node.value, inputs[2].node.value)
      }
      return made.isConsistent ? made : nil
    default: return nil
    }
  }

  /// The root of a positive number by halving; exact to the last digits.
  private static func root(_ value: Double, _ degree: Double) -> Double {
    var (low, high) = (0.0, max(1, value))
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if Derivation.power(middle, degree) < value { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  private func alert(_ parts: [String]) -> Derivation? {
    guard parts.count > 1, let alerts = budget.detail?.alerts, let index = Int(parts[0]),
      alerts.indices.contains(index)
    else { return nil }
    let pair = alerts[index].pair
    let name = "\(path).alerts[\(index)]"
    let long = Derivation.leaf("\(name).long", pair.longSeconds, "s", source: "Google SRE Workbook, chapter 5")
    let share = Derivation.leaf(
      "\(name).budget_share", pair.budgetShare, "ratio", source: "Google SRE Workbook, chapter 5")
    let factor = Derivation.verified(
      .quotient, "\(name).factor", pair.factor, "x", "share of the budget x window, over the long window",
      [
        .rule(
          .product, "budget share x window", pair.budgetShare * window.node.value, "s", "kept when the window changes",
          [share, window]), long,
      ], source: "share of the budget x window over the long window")
    switch parts[1] {
    case "long": return long
    case "short":
      return .leaf("\(name).short", pair.shortSeconds, "s", source: "a twelfth of the long window, or a quarter")
    case "budget_share": return share
    case "factor": return factor
    case "detection":
      guard parts.count > 3, let step = Int(parts[2]), alerts[index].detection.indices.contains(step) else {
        return nil
      }
      let row = alerts[index].detection[step]
      let error = Derivation.leaf(
        "\(name).detection[\(step)].error_ratio", row.errorRatio, "ratio", source: "a fault of this size, as an example"
      )
      if parts[3] == "error_ratio" { return error }
      guard parts[3] == "seconds", let seconds = row.seconds else { return nil }
      let level = factor.node.value * budget.ratio.double * pair.longSeconds
      return .verified(
        .quotient, "\(name).detection[\(step)].seconds", seconds, "s", "factor x budget x long window, over the error",
        [
          .rule(.product, "factor x budget x long window", level, "s", "errors that fire it", [factor, ratio, long]),
          error,
        ], source: "factor x budget x long window, over the error ratio")
    default: return nil
    }
  }
}
