import Planning
import Spec

/// What a level of the roadmap holds fixed, as a change of the problem that is solved.
///
/// A level's candidates are a subset of the next one's, so that the optimum never gets dearer from level
/// to level while the same objectives hold.
package struct Restriction: Sendable {
  package var level: PlanLevel
  /// Region, such as `aws:eu-central-1`, that each workload keeps below ``PlanLevel/regions``.
  var homes: [String: String]
  /// What runs today, by workload.
  var today: [String: Spec.CurrentWorkload]
  /// The level at which a workload joins; the others are there from the start.
  var introduced: [String: PlanLevel]
  /// Objectives that a workload cannot meet at this level and that do not bind it.
  var relaxed: [String: Set<String>] = [:]
  /// Workloads whose count of today cannot carry the load.
  var resized: Set<String> = []
  /// Workloads that run in no way of the level: object stores, which exist over several zones only.
  var anyZone: Set<String> = []

  /// Workloads that take a form without zones of its own to choose, such as functions, though the level keeps zones.
  var zoneless: Set<String> = []
  /// Forms that stand over a region's zones by themselves.
  static let zonelessForms: Set<PlacementForm> = [.functions, .objectStorage, .managedBroker]

  /// The problem as this level may solve it.
  package func apply(_ problem: Problem) -> Problem {
    var problem = problem
    problem.workloads = problem.workloads.filter { (introduced[$0.name] ?? .today) <= level }
    let names = Set(problem.workloads.map(\.name))
    for index in problem.workloads.indices {
      problem.workloads[index].calls.removeAll { !names.contains($0.to) }
      if level < .ai { restrict(&problem.workloads[index]) }
      relax(&problem.workloads[index])
    }
    return problem
  }

  private func restrict(_ workload: inout WorkloadProblem) {
    if case .external = workload.kind { return }
    if level < .sizing, let current = today[workload.name] {
      workload.place = place(of: current, resized: resized.contains(workload.name))
      return
    }
    var place = workload.place
    let current = today[workload.name]
    let model = current.flatMap { $0.runOn }.flatMap { PlacementModel(rawValue: $0) }
    let form = current.flatMap { $0.form }.flatMap { PlacementForm(rawValue: $0) }
    let own = introduced[workload.name] ?? .today
    // What runs on devices runs there from the start; nodes and gateways beside them come with the edge.
    let isDevice = workload.kindName == "device"
    if !anyZone.contains(workload.name) {
      place.models = (place.models ?? PlacementModel.allCases).filter {
        PlanLevel.of($0) <= max(level, own) || $0 == model || (isDevice && $0 == .edge)
      }
      place.forms = (place.forms ?? PlacementForm.allCases).filter {
        PlanLevel.of($0) <= max(level, own, .sizing) || $0 == form || (isDevice && $0 == .onDevice)
      }
    }
    if level < .regions, let stated = place.topologies, stated.contains(where: \.isPaired) {
      // What asks for two regions stands in one until the step that adds regions.
      let single = stated.filter { !$0.isPaired }
      place.topologies = !single.isEmpty ? single : level < .reliability ? [.singleZone] : [.singleZone, .multiZone]
    }
    if level < .reliability, zoneless.contains(workload.name) {
      place.forms = (place.forms ?? PlacementForm.allCases).filter { Restriction.zonelessForms.contains($0) }
    } else if level < .reliability, !anyZone.contains(workload.name), !isDevice {
      let topology = current.flatMap { $0.topology }.flatMap { Topology(rawValue: $0) }
      place.topologies = place.topologies ?? [topology ?? .singleZone]
    }
    if level < .regions {
      if place.topologies == nil {
        place.topologies = Topology.allCases.filter { !$0.isPaired }
      }
      if let home = homes[workload.name] {
        place.regions = [home]
        place.providers = [String(home.prefix { $0 != ":" })]
      }
    }
    if level < .sizing, place.pinnedPurchase == nil, !isDevice { place.pinnedPurchase = .onDemand }
    workload.place = place
  }

  /// Exactly what runs today.
  private func place(of current: Spec.CurrentWorkload, resized: Bool) -> PlaceProblem {
    var place = PlaceProblem()
    place.providers = [current.provider]
    place.regions = ["\(current.provider):\(current.region)"]
    place.models = current.runOn.flatMap { PlacementModel(rawValue: $0) }.map { [$0] }
    place.forms = [current.form.flatMap { PlacementForm(rawValue: $0) } ?? .vm]
    place.topologies = [current.topology.flatMap { Topology(rawValue: $0) } ?? .singleZone]
    place.pinnedMachine = current.machine
    place.pinnedCount = resized ? nil : current.count
    place.pinnedPurchase = current.purchase.flatMap { Purchase(rawValue: $0) } ?? .onDemand
    return place
  }

  private func relax(_ workload: inout WorkloadProblem) {
    guard let dropped = relaxed[workload.name] else { return }
    workload.objectives.removeAll { dropped.contains($0.objective) }
    guard dropped.contains("deadline"), case .batch(var batch) = workload.kind else { return }
    batch.deadlineSeconds = nil
    workload.kind = .batch(batch)
  }
}
