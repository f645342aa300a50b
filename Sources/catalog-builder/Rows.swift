/// One type of machine as the builder knows it.
struct MachineRow {
  var name: String
  /// Thousandths of a vCPU.
  var milliVCPU: Int
  var memoryMiB: Int
  var speed: Speed?
  /// Mbit/s; `nil` when unknown.
  var network: Int?
  /// Accelerator; empty without.
  var gpu: String = ""
  var milliGPU: Int = 0
  var arm = false
  var burstable = false
}

/// Speed of one vCPU relative to the reference core, with its origin.
struct Speed {
  /// Ten-thousandths.
  var value: Int
  var measured: Bool
  /// What it was taken from.
  var from: String
}

/// Prices of one machine in one region, in the provider's own unit; `nil` is unknown.
struct OfferRow {
  var onDemand: Int64?
  var spot: Int64?
  var reserved1y: Int64?
  var reserved3y: Int64?
  /// 0…4 published buckets, 5 assumed, -1 unknown.
  var bucket = -1

  /// The comma-separated cells without trailing empty ones.
  func text(region: Int) -> String {
    func cell(_ value: Int64?) -> String { value.map { String($0) } ?? "" }
    var text =
      "\(region),\(cell(onDemand)),\(cell(spot)),\(cell(reserved1y)),\(cell(reserved3y)),"
      + (bucket < 0 ? "" : String(bucket))
    while text.hasSuffix(",") { text.removeLast() }
    return text
  }
}

/// All machines of one provider with their prices by region.
struct ProviderRows {
  var provider: String
  /// Prices are whole numbers of 10^-places USD per hour.
  var places: Int
  var machines: [String: MachineRow] = [:]
  var offers: [String: [String: OfferRow]] = [:]
  var regions: Set<String> = []

  /// The machine table and the region matrix, as text; names in byte order.
  func tables(gpus: GPUNames) -> (machines: String, prices: String) {
    let regionNames = regions.sorted()
    var index: [String: Int] = [:]
    for (position, name) in regionNames.enumerated() { index[name] = position }
    var machineText = "\(places)|" + regionNames.joined(separator: "|") + "\n"
    var priceText = ""
    for name in machines.keys.sorted() {
      guard let machine = machines[name], let row = offers[name], !row.isEmpty else { continue }
      let flags = (machine.arm ? "a" : "x") + (machine.burstable ? "b" : "")
      var gpu = ""
      if !machine.gpu.isEmpty { gpu = (gpus.hasSpecs(machine.gpu) ? "+" : "-") + machine.gpu }
      let speed = machine.speed.map { "\($0.value),\($0.measured ? "m" : "d"),\($0.from)" } ?? ",,"
      machineText +=
        "\(name),\(machine.milliVCPU),\(machine.memoryMiB),\(speed),"
        + "\(machine.network.map { String($0) } ?? ""),\(gpu),"
        + "\(machine.milliGPU == 0 ? "" : String(machine.milliGPU)),\(flags)\n"
      var cells: [String] = []
      for region in row.keys.sorted() {
        if let offer = row[region], let position = index[region] { cells.append(offer.text(region: position)) }
      }
      priceText += cells.joined(separator: ";") + "\n"
    }
    return (machineText, priceText)
  }

  /// Price of general-purpose machines by region relative to one region.
  ///
  /// The first machine of `basket` offered in both places decides; without one, the median over all
  /// machines offered in both.
  func index(home: String, basket: [String]) -> [String: Double] {
    var result: [String: Double] = [:]
    for region in regions {
      for name in basket {
        guard let row = offers[name], let here = row[region]?.onDemand, let base = row[home]?.onDemand else { continue }
        result[region] = Double(here) / Double(base)
        break
      }
      if result[region] != nil { continue }
      var ratios: [Double] = []
      for row in offers.values {
        if let here = row[region]?.onDemand, let base = row[home]?.onDemand {
          ratios.append(Double(here) / Double(base))
        }
      }
      result[region] = median(ratios)
    }
    return result
  }
}
