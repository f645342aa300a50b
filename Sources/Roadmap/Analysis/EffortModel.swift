import Foundations
import Planning
import Spec

/// Hours that one piece of work takes a company that does it for the first time.
///
/// Judgement, not measurement: teams differ by a factor of two either way, so that every figure is an
/// assumption that the report lists.
struct EffortModel {
  /// Hours that the spec states, by the word of the action.
  let stated: [String: Double]
  /// Changes one of the hours, for what it is worth to know it.
  var scaled: (word: String, factor: Double)?

  /// The hours with what the spec states of them.
  init(_ spec: Spec? = nil, scaled: (word: String, factor: Double)? = nil) {
    stated = spec?.team.effort.mapValues { $0.mid / 3600 } ?? [:]
    self.scaled = scaled
  }

  private func hours(_ word: String, _ standard: Double) -> Double {
    (stated[word] ?? standard) * (scaled?.word == word ? scaled?.factor ?? 1 : 1)
  }

  /// Traces, metrics and structured logs of one workload.
  var instrument: Double { hours("instrument", 12) }
  let centralLogs = 24.0
  let continuousIntegration = 40.0
  /// Trying a rollback, a restore or a failover once, with notes.
  var drill: Double { hours("drill", 8) }
  /// An indicator, its dashboard and its alerts.
  let objective = 2.0
  var resize: Double { hours("resize", 4) }
  let purchase = 2.0
  /// Another form, such as machines to containers.
  var changeForm: Double { hours("form", 40) }
  let batchPool = 32.0
  let moveStore = 24.0
  var zoneService: Double { hours("zones", 12) }
  var zoneStore: Double { hours("zones", 12) * 4 / 3 }
  var moveRegion: Double { hours("region", 24) }
  var secondRegion: Double { hours("region", 24) * 5 }
  var edgeWorkload: Double { hours("edge", 80) }
  var servingWorkload: Double { hours("ai", 120) }
  var trainingWorkload: Double { hours("ai", 120) * 2 / 3 }
  /// Until an engineer runs a kind of system they have not run.
  var training: Double { hours("training", 80) }
  /// A workload that runs nowhere yet, beyond writing it.
  let deploy = 16.0
  /// Working hours of an engineer a week: 1,920 a year.
  let hoursPerWeek = 1920.0 / 52
  /// Share of the team's time that is free for infrastructure where none is stated.
  let infrastructureShare = 0.2
  /// Months within which a change must pay for itself.
  let paybackLimit = 12.0
  /// Months kept free before a date.
  let buffer = 1.0
  /// Months of waiting for hardware, and for a quota of GPUs.
  let hardwareWait = 2.0
  let quotaWait = 1.0

  /// The assumptions to print.
  var assumptions: [AssumedInput] {
    func hours(_ path: String, _ value: Double, _ why: String) -> AssumedInput {
      AssumedInput(path: "team.effort.\(path)", value: JSON.text(of: value), unit: "h", why: why)
    }
    let known = [
      hours("resize", resize, "to change machine or count of a fleet and watch it for a day"),
      hours("form", changeForm, "to move a workload to another form, such as machines to containers"),
      hours("zones", zoneService, "to spread a service over zones and fail one over; 16 h for a store"),
      hours("region", moveRegion, "to move a workload to another region; 120 h for a second region"),
      hours("edge", edgeWorkload, "to bring a workload to the edge"),
      hours("ai", servingWorkload, "to bring a model into service; 80 h for its training"),
      hours("instrument", instrument, "traces, metrics and logs of one workload"),
      hours("drill", drill, "to try a rollback, a restore or a failover once"),
      hours("training", training, "until an engineer runs a kind of system they have not run"),
    ]
    return known.filter { input in stated[String(input.path.dropFirst("team.effort.".count))] == nil } + [
      AssumedInput(
        path: "roadmap.payback", value: JSON.text(of: paybackLimit), unit: "months",
        why: "within which a change must pay for itself"),
      AssumedInput(
        path: "roadmap.buffer", value: JSON.text(of: buffer), unit: "month", why: "kept free before a trigger's month"),
    ]
  }
}

/// The people there are for infrastructure.
struct TeamCapacity {
  let effort: EffortModel
  /// Engineers; `nil` when the spec states none.
  let count: Double?
  /// Share of their time.
  let share: Double
  let isShareStated: Bool

  /// Engineer-weeks a month; `nil` when the spec states no team.
  var weeksPerMonth: Double? { count.map { $0 * share * 52 / 12 } }

  /// Engineer-weeks of some hours.
  func weeks(_ hours: Double) -> Double { hours / effort.hoursPerWeek }

  /// Months the people there are need for some hours; one engineer with nothing else to do where none is stated.
  func months(_ hours: Double) -> Double {
    let rate = max(weeksPerMonth ?? 52 / 12, 1e-9)
    return weeks(hours) / rate
  }
}
