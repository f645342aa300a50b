import Formulas
import Foundations
import Placement

/// What training needs besides accelerators: its data where it runs, and what it takes to repeat a run.
extension TrainingSearch {
  /// Months for which runs can be repeated, bytes of the settings and measurements of one, and of an environment.
  static let kept = (months: 12.0, recordBytes: 50e6, environmentBytes: 10e9)

  /// Runs a month, those that do not count included.
  private var runs: Double { training.runsPerMonth * training.experiments }

  /// The data set in the class of storage that costs least when each run reads it once, in objects of 64 MB.
  func keepData(in book: inout CostBook) {
    let item = 64e6
    let part = ObjectPart(
      name: "data set", bytes: training.datasetBytes, itemBytes: item,
      reads: training.datasetBytes / item * runs / (CostBook.hoursPerMonth * 3600),
      arrivals: training.datasetBytes * training.datasetChanges / item * training.runsPerMonth
        / (CostBook.hoursPerMonth * 3600), stay: nil)
    guard let offer = ObjectLifecycle(context: context, patience: nil).best(part) else {
      book.add(
        "storage", "objects (data set)", quantity: training.datasetBytes / 1e9,
        meter: context.meter(.objectStorageGBMonth))
      return
    }
    for line in offer.lines { book.add(line.category, line.item, quantity: line.quantity, meter: line.meter) }
  }

  /// What is kept of each run, so that it can be repeated and its origin told.
  func keepRuns(in book: inout CostBook) {
    guard let captures = training.captures, context.provider != "lambda" else { return }
    let kept = TrainingSearch.kept
    func add(_ item: String, _ bytes: Double) {
      book.add("storage", item, quantity: bytes / 1e9, meter: context.meter(.objectStorageGBMonth))
    }
    if captures.contains(.data) {
      // Equal parts are stored once: only what changed is added by a version.
      add(
        "versions of the data, 12 months",
        training.datasetBytes * training.datasetChanges * training.runsPerMonth * kept.months)
    }
    if captures.contains(.settings) {
      add("settings and measurements of runs, 12 months", kept.recordBytes * runs * kept.months)
    }
    if captures.contains(.environment) {
      add("environments of runs, 12 months", kept.environmentBytes * training.runsPerMonth * kept.months)
    }
  }

  /// Gigabytes a month that come from where the data lie: each run fetches what is new.
  private var fetchedGB: Double {
    guard let home = training.datasetRegion, home != "\(context.provider):\(context.region)" else { return 0 }
    return training.datasetBytes * training.datasetChanges * training.runsPerMonth / 1e9
  }

  /// Traffic of the data to the region, month by month; the first copy is a migration.
  func fetchData(in book: inout CostBook) {
    guard let home = training.datasetRegion, fetchedGB > 0 else { return }
    let region = "\(context.provider):\(context.region)"
    let traffic = context.market.traffic(from: home, to: region, gigabytes: fetchedGB)
    book.add(
      "traffic", "new data from \(home)", quantity: fetchedGB, unit: "GB",
      price: traffic.map { Money($0.total.double / fetchedGB) }, source: traffic?.source ?? "")
  }

  /// The figures of a run in operation.
  func operations(_ option: Option, _ timing: Timing, count: Int) -> [PlacementDetail] {
    let seconds = timing.hours * 3600
    var details: [PlacementDetail] = []
    let stall = timing.safe.checkpointSeconds / (timing.safe.checkpointSeconds + timing.safe.interval)
    let most = (option.offer.networkBytesPerSecond ?? TrainingSearch.unknownNetwork) * Double(count)
    let read = seconds > 0 ? training.datasetBytes / seconds : 0
    if training.datasetBytes > 0 {
      details.append(
        PlacementDetail(
          "read_rate", read, "B/s",
          "at which the data set is read once in a run; the network of \(count) \(count == 1 ? "machine" : "machines") "
            + "carries \(Figures.size(most))/s"))
    }
    details += [
      PlacementDetail(
        "storage_stall", stall + max(0, 1 - most / max(read, 1e-9)), "ratio",
        "of the time accelerators wait for storage: checkpoints of \(Figures.size(training.checkpointBytes)) in "
          + "\(Figures.duration(timing.safe.checkpointSeconds)); at most 5 % is held to be good"),
      PlacementDetail(
        "failures_a_run", timing.paid * 3600 / timing.safe.meanTimeBetweenFailures, "",
        "one every \(Figures.duration(timing.safe.meanTimeBetweenFailures)) on \(count * option.offer.count) accelerators"),
    ]
    if let captures = training.captures {
      let all = TrainingProblem.Captured.allCases
      let missing = all.filter { !captures.contains($0) }.map(\.rawValue)
      details.append(
        PlacementDetail(
          "reproducible", Double(all.count - missing.count) / Double(all.count), "ratio",
          missing.isEmpty
            ? "data, settings and environment of a run are kept"
            : "of data, settings and environment are kept; without \(missing.joined(separator: " and ")) no run can be "
              + "repeated"))
    }
    if let home = training.datasetRegion {
      details.append(
        PlacementDetail(
          "data_fetched", fetchedGB * 1e9, "B",
          fetchedGB > 0 ? "a month, new data from \(home)" : "a month: it runs where the data lie"))
    }
    return details
  }
}
