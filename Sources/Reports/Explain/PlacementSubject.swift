import Planning

/// A placement whose figures are derived: the chosen one of a workload or one that lost.
struct PlacementSubject {
  let result: WorkloadResult
  let placed: PlacedWorkload
  /// Where it stands in the result, such as `workloads.api.chosen` or `workloads.api.alternatives[2]`.
  let base: String

  /// The chosen placement; `nil` where there is none.
  init?(chosen result: WorkloadResult) {
    guard let chosen = result.chosen else { return nil }
    self.result = result
    placed = chosen
    base = "workloads.\(result.name).chosen"
  }

  /// A placement that lost, by its number; `nil` where there is none.
  init?(alternative index: Int, of result: WorkloadResult) {
    guard result.alternatives.indices.contains(index) else { return nil }
    self.result = result
    placed = result.alternatives[index]
    base = "workloads.\(result.name).alternatives[\(index)]"
  }

  var name: String { result.name }
  var isChosen: Bool { base.hasSuffix(".chosen") }
  /// Resolution with which its percentiles were computed.
  var cells: Int { isChosen ? PathModel.printedCells : PathModel.alternativeCells }
}
