import Foundations

/// The machines, regions and offers of one provider, decoded.
struct ProviderTable: Sendable {
  var provider: String
  var machines: [Machine] = []
  /// Positions in `Catalog.regions(provider:)` order, which is by name.
  var regions: [Region] = []
  /// Sorted by machine, then region.
  var offers: [Offer] = []
  /// `offers[starts[m]..<starts[m + 1]]` are those of machine `m`.
  var starts: [Int] = [0]

  /// Decodes the tables of a provider.
  ///
  /// - Complexity: O(bytes); one pass, a string only per machine.
  init(provider: String, machines machineParts: [StaticString], prices: [StaticString], regions all: [Region]) {
    self.provider = provider
    var factor: Int64 = 1
    var regionMap: [Int] = []
    for (number, part) in machineParts.enumerated() {
      var cursor = ByteCursor(part)
      if number == 0 {
        let places = cursor.integer() ?? 0
        for _ in places..<10 { factor *= 10 }
        cursor.skip()
        var byName: [String: Int] = [:]
        regions = all.filter { $0.provider == provider }
        for (index, region) in regions.enumerated() { byName[region.name] = index }
        regionMap = cursor.line().map { byName[$0] ?? -1 }
      }
      while !cursor.isAtEnd { machines.append(ProviderTable.machine(&cursor, provider)) }
    }
    starts.reserveCapacity(machines.count + 1)
    var machine = 0
    for part in prices {
      var cursor = ByteCursor(part)
      while !cursor.isAtEnd {
        offer(&cursor, machine: machine, factor: factor, map: regionMap)
        if cursor.current == 0x3B {
          cursor.skip()
        } else {
          cursor.skip()
          machine += 1
          starts.append(offers.count)
        }
      }
    }
    while starts.count < machines.count + 1 { starts.append(offers.count) }
  }

  /// A provider that only the user knows.
  init(provider: String) { self.provider = provider }

  private mutating func offer(_ cursor: inout ByteCursor, machine: Int, factor: Int64, map: [Int]) {
    var cells: (Int64, Int64, Int64, Int64, Int64) = (-1, -1, -1, -1, -1)
    let position = cursor.integer() ?? -1
    var column = 0
    while cursor.current == 0x2C {
      cursor.skip()
      let value = cursor.integer() ?? -1
      switch column {
      case 0: cells.0 = value
      case 1: cells.1 = value
      case 2: cells.2 = value
      case 3: cells.3 = value
      default: cells.4 = value
      }
      column += 1
    }
    guard position >= 0, position < map.count, map[Int(position)] >= 0 else { return }
    func units(_ value: Int64) -> Int64 { value < 0 ? -1 : value &* factor }
    offers.append(
      Offer(
        machine: machine, region: map[Int(position)], onDemandUnits: units(cells.0), spotUnits: units(cells.1),
        reserved1yUnits: units(cells.2), reserved3yUnits: units(cells.3), interruptionBucket: Int8(cells.4)))
  }

  private static func machine(_ cursor: inout ByteCursor, _ provider: String) -> Machine {
    let comma: UInt8 = 0x2C
    let name = cursor.field(comma)
    func number() -> Int64? {
      let value = cursor.integer()
      if cursor.current == comma { cursor.skip() }
      return value
    }
    let milliVCPU = number() ?? 0
    let mebibytes = number() ?? 0
    let speed = number()
    let measured = cursor.field(comma) == "m"
    let from = cursor.field(comma)
    let network = number()
    let gpu = cursor.field(comma)
    let milliGPU = number() ?? 0
    let flags = cursor.field(comma)
    cursor.skip()
    return Machine(
      provider: provider, name: name, vcpus: Double(milliVCPU) / 1000, memoryBytes: Double(mebibytes) * 1_048_576,
      speed: speed.map { Double($0) / 10_000 },
      speedConfidence: speed == nil ? .assumed : measured ? .measured : .derived,
      speedSpread: speed == nil || measured ? 0 : 0.15, speedSource: from,
      networkBitsPerSecond: network.map { Double($0) * 1e6 },
      gpuName: gpu.isEmpty ? nil : String(gpu.dropFirst()), gpuHasSpecs: gpu.hasPrefix("+"),
      gpuCount: Double(milliGPU) / 1000, architecture: flags.hasPrefix("a") ? .arm : .x86,
      burstable: flags.hasSuffix("b"))
  }

  /// The position of a machine by name; exact first, then without regard to case and `Standard_`.
  func machineIndex(_ name: String) -> Int? {
    var low = 0
    var high = machines.count
    while low < high {
      let middle = (low + high) / 2
      if machines[middle].name < name { low = middle + 1 } else { high = middle }
    }
    if low < machines.count, machines[low].name == name { return low }
    if let exact = machines.firstIndex(where: { $0.name == name }) { return exact }
    func plain(_ text: String) -> String {
      let lower = text.lowercased()
      return lower.hasPrefix("standard_") ? String(lower.dropFirst("standard_".count)) : lower
    }
    let wanted = plain(name)
    return machines.firstIndex { plain($0.name) == wanted }
  }

  /// The place in `offers` of a machine in a region.
  func offerIndex(machine: Int, region: Int) -> Int? {
    guard machine >= 0, machine + 1 < starts.count else { return nil }
    var low = starts[machine]
    var high = starts[machine + 1]
    while low < high {
      let middle = (low + high) / 2
      if offers[middle].region < region { low = middle + 1 } else { high = middle }
    }
    return low < starts[machine + 1] && offers[low].region == region ? low : nil
  }

  /// Puts an offer in its place, over the one that stands there.
  mutating func put(_ offer: Offer) {
    if let index = offerIndex(machine: offer.machine, region: offer.region) {
      offers[index] = offer
      return
    }
    var index = starts[offer.machine]
    while index < starts[offer.machine + 1], offers[index].region < offer.region { index += 1 }
    offers.insert(offer, at: index)
    for machine in (offer.machine + 1)..<starts.count { starts[machine] += 1 }
  }

  /// Adds a machine behind the others.
  mutating func add(_ machine: Machine) -> Int {
    machines.append(machine)
    starts.append(offers.count)
    return machines.count - 1
  }
}
