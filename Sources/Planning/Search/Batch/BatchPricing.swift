import Formulas
import Foundations
import Placement

/// Machines that run jobs, sized.
struct BatchFleet {
  var offer: MachineOffer
  var purchase: Purchase
  var form: PlacementForm
  var count: Int
  /// Hours a month that each is paid.
  var hours: Double
  /// Machine-hours a month that are work.
  var work: Double
  var utilization: Double
  /// Seconds until the lot (or a job) ends, at the quantile its deadline must hold at.
  var finish: Double
}

/// What machines for jobs cost.
extension BatchSearch {
  func priced(
    _ fleet: BatchFleet, _ run: JobRun, _ lot: LotRun? = nil, _ details: (PlacedWorkload) -> [PlacementDetail]
  ) -> Outcome {
    let parameters = context.parameters
    var book = CostBook(problem: context.problem, parameters: parameters)
    book.machines(
      fleet.offer, purchase: fleet.purchase, count: fleet.count, hours: fleet.hours, busyShare: fleet.utilization)
    book.batchLabour(fleet.form, nodes: fleet.form == .reservedCluster ? Double(fleet.count) : 0, parameters)
    book.add(
      "storage", "boot disks", quantity: parameters.bootDiskGB * Double(fleet.count) * fleet.hours / 730,
      meter: context.meter(.blockStorageGBMonth))
    addData(to: &book)
    if let unknown = book.unknown { return .failure(Rejection(constraint: "price-unknown", by: unknown)) }
    var placed = PlacedWorkload(
      model: fleet.form == .vm ? .cloud : .grid, form: fleet.form, topology: .singleZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 1, machine: fleet.offer.machine,
          count: fleet.count, purchase: fleet.purchase)
      ],
      lines: book.lines, utilization: fleet.utilization, headroom: 1 - fleet.utilization, makespan: fleet.finish,
      availability: context.reliability.zone, ownAvailability: context.reliability.zone,
      rto: parameters.bootSeconds, rpo: batch.isRestartable ? 0 : run.plainSeconds)
    let monthly = batch.jobs * batch.lotsPerMonth
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    if let intensity = context.facts.carbonIntensity {
      placed.carbonKilograms = fleet.offer.vcpus * fleet.work * parameters.wattsPerVCPU / 1000 * intensity
    }
    placed.lotRun = lot
    placed.details = details(placed)
    return .success(placed)
  }

  /// What is read and written, kept for one lot.
  func addData(to book: inout CostBook) {
    let outputGB = batch.jobs * batch.outputBytes * batch.lotsPerMonth / 1e9
    let inputGB = batch.jobs * batch.inputBytes / 1e9
    book.add(
      "storage", "input and output of a lot", quantity: inputGB + outputGB / max(batch.lotsPerMonth, 1),
      meter: context.meter(.objectStorageGBMonth))
  }
}

extension CostBook {
  /// Setting up and running what runs jobs; never nothing.
  mutating func batchLabour(_ form: PlacementForm, nodes: Double, _ parameters: ModelParameters) {
    guard form != .vm else {
      labour("running the machines", hours: parameters.vmHours.fixed)
      return
    }
    let noun = form == .spotPool ? "pool" : "cluster"
    let setUp = parameters.gridSetUpHours
    labour(
      "running the \(noun)", hours: parameters.gridHours.fixed + parameters.gridHours.perInstance * nodes)
    labour(
      "setting the \(noun) up, spread over \(Int(setUp.months)) months",
      hours: (setUp.fixed + setUp.perInstance * nodes) / setUp.months)
  }
}
