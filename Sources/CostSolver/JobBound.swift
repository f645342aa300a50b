/// A proven lower bound on the monthly cost of running a lot of jobs, for every machine at once: the hours of
/// the work itself, or the machines that a reserved cluster needs to end it within its deadline.
package struct JobBound: Sendable {
  /// Seconds of all jobs of a lot on the reference core.
  package var workSeconds: Double
  /// Cores and bytes of one job.
  package var coresPerJob: Double
  package var bytesPerJob: Double
  /// Seconds that a lot may take when machines are kept all month; `nil` when they are hired by the hour.
  package var reservedSeconds: Double?
  /// Lots a month.
  package var lotsPerMonth: Double
  /// Cost of one machine a month besides its price, and of the whole.
  package var instancePerMonth: Double
  package var fixedPerMonth: Double
  /// What this company pays of the list price, and the hours that a month has.
  package var priceFactor: Double
  package var hoursPerMonth: Double

  /// Creates a bound; see the properties.
  package init(
    workSeconds: Double, coresPerJob: Double, bytesPerJob: Double, reservedSeconds: Double?, lotsPerMonth: Double,
    instancePerMonth: Double, fixedPerMonth: Double, priceFactor: Double, hoursPerMonth: Double
  ) {
    self.workSeconds = workSeconds
    self.coresPerJob = coresPerJob
    self.bytesPerJob = bytesPerJob
    self.reservedSeconds = reservedSeconds
    self.lotsPerMonth = lotsPerMonth
    self.instancePerMonth = instancePerMonth
    self.fixedPerMonth = fixedPerMonth
    self.priceFactor = priceFactor
    self.hoursPerMonth = hoursPerMonth
  }

  /// Jobs that one machine runs at a time.
  package func slots(vcpus: Double, memoryBytes: Double) -> Double {
    let byCores = (vcpus / coresPerJob).rounded(.down)
    return bytesPerJob > 0 ? min(byCores, (memoryBytes / bytesPerJob).rounded(.down)) : byCores
  }

  /// The bound of one row, which must hold a job; `usdPerHour` is the price this company pays.
  package func bound(slots: Double, speed: Double, usdPerHour: Double) -> Double {
    let seconds = workSeconds / (speed * slots)
    guard let reservedSeconds else {
      return (seconds / 3600 * lotsPerMonth * usdPerHour + fixedPerMonth) * (1 - 1e-9)
    }
    let count = max(1, (seconds / reservedSeconds * (1 - 1e-9)).rounded(.up))
    return (count * (usdPerHour * hoursPerMonth + instancePerMonth) + fixedPerMonth) * (1 - 1e-9)
  }

  /// The least bound over all rows, and how many rows hold a job and have a price.
  ///
  /// - Complexity: O(rows), eight rows a step.
  package func least(over columns: MachineColumns) -> (perMonth: Double, fitting: Int) {
    typealias Vector = Lanes.Vector
    let infinite = Vector(repeating: .infinity)
    var best = infinite
    var counts = Vector(repeating: 0)
    let zero = Vector(repeating: 0)
    let one = Vector(repeating: 1)
    let most = Vector(repeating: 0x1p50)
    let work = Vector(repeating: workSeconds)
    let cores = Vector(repeating: coresPerJob)
    let bytes = Vector(repeating: bytesPerJob)
    let factor = Vector(repeating: priceFactor)
    func whole(_ x: Vector) -> Vector { x.replacing(with: most, where: .!(x .< most)) }
    var row = 0
    while row + 8 <= columns.count {
      let price = Lanes.load(columns.usdPerHour, row) * factor
      let speed = Lanes.load(columns.usableSpeed, row)
      var slots = Lanes.floor(whole(Lanes.load(columns.vcpus, row) / cores))
      if bytesPerJob > 0 {
        let byMemory = Lanes.floor(whole(Lanes.load(columns.memoryBytes, row) / bytes))
        slots = slots.replacing(with: byMemory, where: byMemory .< slots)
      }
      let fits = (price .> zero) .& (speed .> zero) .& (slots .>= one)
      let seconds = work / (speed * slots)
      let cost: Vector
      if let reservedSeconds {
        let count = Lanes.ceiling(whole(seconds / reservedSeconds * (1 - 1e-9)))
        cost = count.replacing(with: one, where: count .< one) * (price * hoursPerMonth + instancePerMonth)
      } else {
        cost = seconds / 3600 * lotsPerMonth * price
      }
      let priced = infinite.replacing(with: cost, where: fits)
      best = best.replacing(with: priced, where: priced .< best)
      counts += zero.replacing(with: one, where: fits)
      row += 8
    }
    var least = Lanes.least(best)
    var fitting = Int(counts.sum())
    while row < columns.count {
      let price = columns.usdPerHour[row] * priceFactor
      let slots = slots(vcpus: columns.vcpus[row], memoryBytes: columns.memoryBytes[row])
      if price > 0, columns.usableSpeed[row] > 0, slots >= 1 {
        let bound = bound(slots: slots, speed: columns.usableSpeed[row], usdPerHour: price)
        least = min(least, bound - fixedPerMonth * (1 - 1e-9))
        fitting += 1
      }
      row += 1
    }
    return ((least + fixedPerMonth) * (1 - 1e-9), fitting)
  }
}
