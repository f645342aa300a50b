import Formulas
import Foundations
import Planning
import Spec

/// What traces, logs and alerts save in time to repair, in minutes and money.
struct RepairTime {
  let context: RoadmapContext
  /// Share of the time to mend that goes into finding the cause, and what traces leave of it.
  static let diagnosis = 0.5
  static let remaining = 0.5

  /// The assumptions to print.
  static let assumptions = [
    AssumedInput(
      path: "roadmap.repair.diagnosis", value: "50", unit: "%",
      why: "of the time to mend goes into finding the cause; with traces and logs in one place half of that")
  ]

  var section: ReportSection {
    let operations = context.spec.operations
    guard let restore = operations.restore?.mid else { return ReportSection("repair", "") }
    let practices = context.spec.practices
    let detect = operations.detect?.mid ?? 0
    let diagnose = restore * RepairTime.diagnosis
    let hasBoth = practices.hasCentralLogs == true && practices.hasTracing == true
    // The fastest page of the tightest objective, for a complete outage.
    let pages = context.problem.workloads.compactMap { workload -> Double? in
      guard let target = workload.target("availability"), target < 1 else { return nil }
      return BurnRate.pairs(windowSeconds: workload.windowSeconds).filter { $0.severity == "page" }
        .compactMap { BurnRate.detectionSeconds($0, budget: 1 - target, errorRatio: 1) }.min()
    }
    let seen = min(detect, pages.min() ?? detect)
    let after = hasBoth ? diagnose : diagnose * RepairTime.remaining
    let (before, then) = (detect + restore, seen + after + restore - diagnose)
    var section = ReportSection(
      "repair", "What telemetry saves in time to repair",
      columns: [
        .init("part", "Part"), .init("now", "Now", isNumber: true), .init("then", "With step 1", isNumber: true),
      ])
    section.add(.text("notice"), .number(detect, unit: "s"), .number(seen, unit: "s"))
    section.add(.text("find the cause"), .number(diagnose, unit: "s"), .number(after, unit: "s"))
    section.add(.text("mend"), .number(restore - diagnose, unit: "s"), .number(restore - diagnose, unit: "s"))
    section.add(.text("time to repair"), .number(before, unit: "s"), .number(then, unit: "s"))
    let saved = before - then
    var sentence: Sentence = "Each failure ends \(saved, "s") earlier"
    if let deploys = operations.deploys?.mid, let failing = operations.changeFailure?.mid {
      let incidents = deploys * failing * 730 * 3600
      sentence = sentence + "; with \(incidents, "") failed deploys a month that is \(incidents * saved, "s") of outage"
      if let cost = context.ladder.transactionWorkload.flatMap({ context.workload($0) })?.outageCostPerMinute {
        sentence = sentence + ", worth \(cost.times(incidents * saved / 60)) a month"
      }
    }
    section.sentences = [sentence + "."]
    return section
  }
}
