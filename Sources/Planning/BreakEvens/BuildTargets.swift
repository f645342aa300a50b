import Catalog
import Foundations
import Placement

/// The kinds of processor that images are built for: every further one doubles builds and tests.
struct BuildTargets {
  let market: CatalogMarket

  /// The results with the processor of each placement, where the plan runs on more than one kind.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    let kinds = results.map { result in result.chosen.flatMap(architecture) }
    let all = Set(kinds.compactMap(\.self)).sorted()
    guard all.count > 1 else { return results }
    return zip(results, kinds).map { result, kind in
      guard let kind else { return result }
      var result = result
      result.chosen?.details.append(
        PlacementDetail(
          "processor", nil, "",
          "the plan runs on \(all.joined(separator: " and ")), so what both share is built and tested \(all.count) times",
          text: kind))
      return result
    }
  }

  /// `arm` or `x86`; `nil` where the provider runs its own images.
  private func architecture(_ placed: PlacedWorkload) -> String? {
    guard [.vm, .containers, .gpuServing, .gpuTraining, .reservedCluster, .spotPool].contains(placed.form),
      let site = placed.sites.first, let name = site.machine
    else { return nil }
    return market.architecture(provider: site.provider, machine: name)
  }
}
