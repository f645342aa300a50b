import Catalog
import Formulas
import Foundations
import Synchronization

/// The machines with accelerators of each region; looked through once for each provider asked for.
final class AcceleratorBook: Sendable {
  private let known = Mutex<[String: [String: [AcceleratorOffer]]]>([:])

  /// The offers of a region, sorted by machine.
  func offers(_ catalog: Catalog, provider: String, region: String) -> [AcceleratorOffer] {
    let all = known.withLock { books in
      if let found = books[provider] { return found }
      let made = AcceleratorBook.regions(catalog, provider)
      books[provider] = made
      return made
    }
    return all[region] ?? []
  }

  private static func regions(_ catalog: Catalog, _ provider: String) -> [String: [AcceleratorOffer]] {
    let machines = catalog.machines(provider: provider)
    let regions = catalog.regions(provider: provider)
    let source = catalog.source(provider: provider)
    let origin = "\(source.name), \(source.asOf)"
    var result: [String: [AcceleratorOffer]] = [:]
    var figures: [String: AcceleratorFigures] = [:]
    for offer in catalog.offers(provider: provider) {
      let machine = machines[offer.machine]
      guard machine.gpuHasSpecs, machine.gpuCount > 0, let name = machine.gpuName, let gpu = catalog.gpu(name) else {
        continue
      }
      let share = min(1, machine.gpuCount)
      let key = "\(name) \(share)"
      let known = figures[key] ?? AcceleratorFigures(gpu).slice(share)
      figures[key] = known
      let region = regions[offer.region].name
      let row = MachineOffer(
        provider: provider, region: region, machine: machine.name, vcpus: machine.vcpus,
        memoryBytes: machine.memoryBytes, speed: machine.speed ?? 1, speedSource: machine.speedSource,
        onDemandPerHour: offer.onDemand, spotPerHour: offer.spot, oneYearPerHour: offer.reserved1y,
        threeYearsPerHour: offer.reserved3y, interruptionPerMonth: offer.interruptionHigh, hasGPU: true,
        source: origin)
      result[region, default: []].append(
        AcceleratorOffer(
          machine: row, gpu: known, count: max(1, Int(machine.gpuCount)),
          networkBytesPerSecond: machine.networkBitsPerSecond.map { $0 / 8 }))
    }
    return result.mapValues { $0.sorted { $0.machine.machine < $1.machine.machine } }
  }
}

extension CatalogMarket {
  /// Machines whose accelerators have a data sheet, sorted by machine.
  package func accelerators(provider: String, region: String) -> [AcceleratorOffer] {
    accelerators.offers(catalog, provider: provider, region: region)
  }
}
