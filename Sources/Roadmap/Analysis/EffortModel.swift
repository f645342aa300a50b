import Foundations
import Planning

/// Hours that one piece of work takes a company that does it for the first time.
///
/// Judgement, not measurement: teams differ by a factor of two either way, so that every figure is an
/// assumption that the report lists.
struct EffortModel {
  /// Traces, metrics and structured logs of one workload.
  let instrument = 12.0
  let centralLogs = 24.0
  let continuousIntegration = 40.0
  /// Trying a rollback, a restore or a failover once, with notes.
  let drill = 8.0
  /// An indicator, its dashboard and its alerts.
  let objective = 2.0
  let resize = 4.0
  let purchase = 2.0
  /// Another form, such as machines to containers.
  let changeForm = 40.0
  let batchPool = 32.0
  let moveStore = 24.0
  let zoneService = 12.0
  let zoneStore = 16.0
  let moveRegion = 24.0
  let secondRegion = 120.0
  let edgeWorkload = 80.0
  let servingWorkload = 120.0
  let trainingWorkload = 80.0
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
      AssumedInput(path: "roadmap.effort.\(path)", value: JSON.text(of: value), unit: "h", why: why)
    }
    return [
      hours("resize", resize, "to change machine or count of a fleet and watch it for a day"),
      hours("form", changeForm, "to move a workload to another form, such as machines to containers"),
      hours("zones", zoneService, "to spread a service over zones and fail one over; 16 h for a store"),
      hours("region", moveRegion, "to move a workload to another region; 120 h for a second region"),
      hours("edge", edgeWorkload, "to bring a workload to the edge"),
      hours("ai", servingWorkload, "to bring a model into service; 80 h for its training"),
      hours("instrument", instrument, "traces, metrics and logs of one workload"),
      hours("drill", drill, "to try a rollback, a restore or a failover once"),
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
