/// A proven lower bound on the monthly cost of a fleet that carries a load, for every machine at once.
///
/// The instances that utilisation and redundancy alone demand, with what each costs a month, plus what
/// any fleet pays: latency and availability can only ask for more.
package struct FleetBound: Sendable {
  /// Reference cores that are busy at the peak.
  package var busyCores: Double
  /// Highest share of a machine that may be busy.
  package var utilizationLimit: Double
  /// Virtual CPUs and bytes of each machine that the platform takes for itself.
  package var overheadVCPUs: Double
  package var overheadBytes: Double
  /// Bytes that a machine must have besides.
  package var memoryBytes: Double
  /// Fewest instances.
  package var minimumCount: Double
  /// Cost of one instance a month besides its price, and of the whole fleet.
  package var instancePerMonth: Double
  package var fixedPerMonth: Double
  /// What this company pays of the list price, and the hours that a month has.
  package var priceFactor: Double
  package var hoursPerMonth: Double

  /// Creates a bound; see the properties.
  package init(
    busyCores: Double, utilizationLimit: Double, overheadVCPUs: Double = 0, overheadBytes: Double = 0,
    memoryBytes: Double, minimumCount: Double, instancePerMonth: Double, fixedPerMonth: Double, priceFactor: Double,
    hoursPerMonth: Double
  ) {
    self.busyCores = busyCores
    self.utilizationLimit = utilizationLimit
    self.overheadVCPUs = overheadVCPUs
    self.overheadBytes = overheadBytes
    self.memoryBytes = memoryBytes
    self.minimumCount = minimumCount
    self.instancePerMonth = instancePerMonth
    self.fixedPerMonth = fixedPerMonth
    self.priceFactor = priceFactor
    self.hoursPerMonth = hoursPerMonth
  }

  /// Room for rounding: a bound stays below the cost it bounds.
  private static let slack = 1 - 1e-9

  /// The bound of one row, which must fit; `usdPerHour` is the price this company pays.
  package func bound(vcpus: Double, speed: Double, usdPerHour: Double) -> Double {
    let workers = max(0, (vcpus - overheadVCPUs).rounded(.down))
    let needed = (busyCores / speed / (utilizationLimit * workers) * (1 - 1e-12)).rounded(.up)
    let count = max(minimumCount, needed)
    return (count * (usdPerHour * hoursPerMonth + instancePerMonth) + fixedPerMonth) * FleetBound.slack
  }

  /// Whether a row can carry an instance at all.
  package func fits(vcpus: Double, memoryBytes available: Double, speed: Double) -> Bool {
    speed > 0 && available - overheadBytes >= memoryBytes && vcpus - overheadVCPUs >= 1
  }

  /// The least bound over all rows, and how many rows fit and have a price.
  ///
  /// - Complexity: O(rows), eight rows a step.
  package func least(over columns: MachineColumns) -> (perMonth: Double, fitting: Int) {
    typealias Vector = Lanes.Vector
    let infinite = Vector(repeating: .infinity)
    var best = infinite
    var counts = Vector(repeating: 0)
    let busy = Vector(repeating: busyCores)
    let limit = Vector(repeating: utilizationLimit)
    let minimum = Vector(repeating: minimumCount)
    let factor = Vector(repeating: priceFactor * hoursPerMonth)
    let instance = Vector(repeating: instancePerMonth)
    let memory = Vector(repeating: memoryBytes + overheadBytes)
    let overhead = Vector(repeating: overheadVCPUs)
    let zero = Vector(repeating: 0)
    let one = Vector(repeating: 1)
    let most = Vector(repeating: 0x1p50)
    var row = 0
    while row + 8 <= columns.count {
      let price = Lanes.load(columns.usdPerHour, row)
      let speed = Lanes.load(columns.usableSpeed, row)
      let cores = Lanes.load(columns.vcpus, row) - overhead
      // Comparisons with NaN are false: an unknown price never fits.
      let fits =
        (price .> zero) .& (speed .> zero) .& (cores .>= one) .& (Lanes.load(columns.memoryBytes, row) .>= memory)
      let workers = Lanes.floor(cores.replacing(with: one, where: cores .< one))
      let needed = busy / (speed * (limit * workers)) * (1 - 1e-12)
      let whole = Lanes.ceiling(needed.replacing(with: most, where: .!(needed .< most)))
      let count = whole.replacing(with: minimum, where: whole .< minimum)
      let cost = count * (price * factor + instance)
      let priced = infinite.replacing(with: cost, where: fits)
      best = best.replacing(with: priced, where: priced .< best)
      counts += zero.replacing(with: one, where: fits)
      row += 8
    }
    var least = Lanes.least(best)
    var fitting = Int(counts.sum())
    while row < columns.count {
      let (price, speed, cores) = (columns.usdPerHour[row], columns.usableSpeed[row], columns.vcpus[row])
      if price > 0, fits(vcpus: cores, memoryBytes: columns.memoryBytes[row], speed: speed) {
        let workers = (cores - overheadVCPUs).rounded(.down)
        let needed = (busyCores / (speed * (utilizationLimit * workers)) * (1 - 1e-12)).rounded(.up)
        least = min(least, max(minimumCount, needed) * (price * (priceFactor * hoursPerMonth) + instancePerMonth))
        fitting += 1
      }
      row += 1
    }
    return ((least + fixedPerMonth) * FleetBound.slack, fitting)
  }
}
