import Formulas
import Foundations

/// What a served model needs once it runs: watching its quality, trying a version, going back to the one before.
extension InferenceSearch {
  /// Hours after which a canary ends, seen or not.
  static let longestCanaryHours = 72.0
  /// Prompts and answers as one machine more would take them, of `count`: its share of the load.
  static func canaryShare(_ count: Int) -> Double { 1 / Double(count + 1) }

  /// Hours for which one machine more tries a new version.
  func canaryHours(_ count: Int) -> Double {
    guard mean > 0 else { return 1 }
    var test = DriftTest()
    test.sampled = InferenceSearch.canaryShare(count)
    return min(max(test.seconds(rate: mean) / 3600, 1), InferenceSearch.longestCanaryHours)
  }

  /// The figures of a fleet of `count` machines in operation.
  func operations(_ option: Option, _ state: ServedCopy.State, count: Int, perMonth: Double) -> [PlacementDetail] {
    var details: [PlacementDetail] = []
    let tokens = mean * CostBook.hoursPerMonth * 3600
    if case .tokens(let served) = option.copy.engine, tokens > 0 {
      let each = served.group.input + served.group.output
      details.append(
        PlacementDetail(
          "price_per_million_tokens", perMonth / (tokens * each / 1e6), "USD",
          "all lines over the tokens read and written, \(Int(each)) a request; an API is compared with this"))
      details.append(
        PlacementDetail(
          "prompt_share", peak / (Double(count) * Double(option.copiesPerMachine)) * served.group.prefillSeconds,
          "ratio", "of the time of a copy goes to reading prompts in the busy hour, and slows the rest by as much"))
    }
    if inference.driftCheckSeconds != nil || inference.retrainSeconds != nil, mean > 0 {
      let watch = DriftTest().watch(rate: mean, interval: inference.driftCheckSeconds)
      details += [
        PlacementDetail(
          "drift_delay", watch.meanDelay, "s",
          "on average from a drop of 1 % to its alarm, checked on all requests of \(Figures.duration(watch.window))"),
        PlacementDetail(
          "false_alarms_per_month", watch.falseAlarmsPerMonth, "", "2.5 % of the checks, while nothing is wrong"),
      ]
    }
    if inference.retrainSeconds != nil, mean > 0 {
      let hours = canaryHours(count)
      let share = InferenceSearch.canaryShare(count)
      details += [
        PlacementDetail("canary_share", share, "ratio", "of the requests that one machine more takes"),
        PlacementDetail(
          "canary", hours * 3600, "s", "for which it runs, until a drop of 1 % would be seen; 72 h at most"),
        PlacementDetail(
          "canary_drop", DriftTest().smallestDrop(requests: hours * 3600 * mean * share), "ratio",
          "the smallest drop it shows by then, at 5 % false alarms and 80 % power"),
      ]
    }
    return details + rollback(option, state)
  }

  /// Going back: from the disk, or at once where the version before stays in memory beside the new one.
  private func rollback(_ option: Option, _ state: ServedCopy.State) -> [PlacementDetail] {
    let loading = ModelLoading()
    let seconds = weightBytes(option) / loading.weightBytesPerSecond + loading.engine
    var details = [
      PlacementDetail(
        "rollback", seconds, "s",
        "until a copy answers with the version before, read from its disk; the machine and image are there")
    ]
    if let target = workload.target("availability"), target < 1 {
      details.append(
        PlacementDetail(
          "rollback_budget", seconds / ((1 - target) * workload.windowSeconds), "ratio",
          "of the error budget, where all copies go back at the same time"))
    }
    guard case .tokens(let served) = option.copy.engine else { return details }
    let group = served.group
    let need = group.memoryNeed
    let weights = group.model.weightBytes(group.format)
    let each = max(need.needed - weights, 1)
    let left = ((need.available - 2 * weights) / each).rounded(.down)
    details.append(
      PlacementDetail(
        "rollback_resident", min(max(0, left), group.calibration.mostSequences), "",
        left >= state.batch
          ? "sequences find room beside two versions in memory, which is enough: going back is then immediate, "
            + "instead of at most \(Int(min(group.batchLimit, 1e9)))"
          : "sequences find room beside two versions in memory, fewer than the \(Figures.significant(state.batch, 3)) "
            + "of the busy hour: only one version stays there"))
    return details
  }
}
