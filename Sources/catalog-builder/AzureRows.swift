/// Azure machines: vCPUs from the SKU's name, memory by series, on-demand prices only (decision 13).
func azureRows(_ data: DataFolder, speeds: SpeedTable) -> ProviderRows {
  var result = ProviderRows(provider: "azure", places: 6)
  let list = data.csv("prices/azure_vm.csv")
  let sku = list.column("sku"), region = list.column("region"), price = list.column("ondemand_usd_per_hour")
  var shapes: [String: MachineRow?] = [:]
  for row in list.rows where row.count == list.header.count && row[region] != "region" {
    let name = row[sku]
    let machine: MachineRow?
    if let cached = shapes[name] {
      machine = cached
    } else {
      machine = azureMachine(name, speeds: speeds)
      shapes[name] = .some(machine)
    }
    guard let machine else { continue }
    result.machines[name] = machine
    result.regions.insert(row[region])
    let usd = scaled(row[price], places: 6)
    result.offers[name, default: [:]][row[region]] = OfferRow(onDemand: usd == 0 ? nil : usd)
  }
  return result
}

/// An Azure SKU's name taken apart: `Standard_E16-4ds_v5` is series E, 16 vCPUs, 4 active, `ds`, 5.
struct AzureName {
  var series = ""
  var size = 0
  var active = 0
  var letters = ""
  var tail: [String] = []
  /// Version; 1 when none is stated.
  var version = 1

  /// `nil` for placeholders, promotions, dedicated hosts and names of another form.
  init?(_ sku: String) {
    guard sku.hasPrefix("Standard_") else { return nil }
    var parts = String(sku.dropFirst("Standard_".count)).parts("_")
    if parts.contains("Promo") || parts.contains("PLACEHOLDER") { return nil }
    let head = parts.removeFirst()
    if let last = parts.last, last.hasPrefix("v"), let number = Int(last.dropFirst()) {
      version = number
      parts.removeLast()
    }
    tail = parts
    var rest = Substring(head)
    series = String(rest.prefix { $0.isUppercase })
    rest = rest.drop { $0.isUppercase }
    let digits = rest.prefix { $0.isNumber }
    guard !series.isEmpty, let number = Int(digits) else { return nil }
    size = number
    active = number
    rest = rest.dropFirst(digits.count)
    if rest.first == "-" {
      rest = rest.dropFirst()
      let count = rest.prefix { $0.isNumber }
      guard let value = Int(count) else { return nil }
      active = value
      rest = rest.dropFirst(count.count)
    }
    guard rest.allSatisfy({ $0.isLowercase }) else { return nil }
    letters = String(rest)
  }
}

/// A machine from its SKU; `nil` when the series is left out.
func azureMachine(_ sku: String, speeds: SpeedTable) -> MachineRow? {
  if let gpu = azureGPUs[sku] {
    return MachineRow(
      name: sku, milliVCPU: gpu.vcpus * 1000, memoryMiB: gpu.memory * 1024, speed: speeds.like(gpu.like),
      gpu: gpu.name, milliGPU: gpu.milli, arm: gpu.like == "m8g")
  }
  guard let name = AzureName(sku), name.tail.allSatisfy({ $0 == "cc" }) else { return nil }
  guard let (vcpus, memory) = azureShape(name), let like = azureSibling(name) else { return nil }
  let arm = name.letters.contains("p")
  return MachineRow(
    name: sku, milliVCPU: vcpus * 1000, memoryMiB: memory, speed: speeds.like(like), arm: arm,
    burstable: name.series == "B")
}

/// Active vCPUs and MiB of memory.
private func azureShape(_ name: AzureName) -> (vcpus: Int, memoryMiB: Int)? {
  let low = name.letters.contains("l")
  let much = name.letters.contains("m")
  func gib(_ perCore: Int) -> (Int, Int) { (name.active, name.size * perCore * 1024) }
  switch name.series {
  case "B":
    if name.version >= 2 {
      if name.letters.contains("t") { return (name.active, name.size * 512) }
      return gib(low ? 2 : 4)
    }
    switch name.letters {
    case "ls": return name.size == 1 ? (1, 512) : nil
    case "s": return name.size <= 2 ? (name.size, name.size == 1 ? 1024 : 4096) : nil
    case "ms": return (name.size, name.size == 1 ? 2048 : name.size * 4096)
    default: return nil
    }
  case "A": return name.version == 2 ? gib(much ? 8 : 2) : nil
  case "D", "DS":
    if name.series == "DS" || name.version <= 2 {
      let old: [Int: (Int, Int)] = [
        1: (1, 3584), 2: (2, 7168), 3: (4, 14336), 4: (8, 28672), 5: (16, 57344), 11: (2, 14336),
        12: (4, 28672), 13: (8, 57344), 14: (16, 114_688), 15: (20, 143_360),
      ]
      guard let (cores, memory) = old[name.size] else { return nil }
      return (name.active == name.size ? cores : name.active, memory)
    }
    return gib(low ? 2 : 4)
  case "DC": return name.version >= 5 ? gib(4) : nil
  case "E", "EC":
    switch (name.version, name.size) {
    case (3, 64): return (name.active, 432 * 1024)
    case (4, 64), (4, 80): return (name.active, 504 * 1024)
    case (4, 96...), (5, 96...): return (name.active, 672 * 1024)
    case (6, 192): return (name.active, 1832 * 1024)
    case (3..., _): return gib(8)
    default: return nil
    }
  case "F": return name.version >= 6 ? gib(low ? 2 : much ? 8 : 4) : gib(2)
  case "FX": return gib(21)
  case "L": return gib(8)
  default: return nil
  }
}

/// The AWS family whose processor the SKU has or comes nearest to (decision 12).
private func azureSibling(_ name: AzureName) -> String? {
  let amd = name.letters.contains("a")
  let arm = name.letters.contains("p")
  if arm { return name.version >= 6 ? "m7g" : "m6g" }
  switch (name.series, name.version) {
  case ("B", 1): return "t3"
  case ("B", _): return amd ? "m6a" : "m6i"
  case ("A", _), ("D", ...2), ("DS", _): return "m4"
  case ("F", ...2), ("FX", 1): return "c5"
  case ("L", 1): return "m4"
  case ("L", 2): return "m5a"
  case ("L", 3): return amd ? "m6a" : "m6i"
  case ("L", _): return "m7i"
  case ("FX", _): return "m7i"
  case (_, 3): return amd ? "m5a" : "m5"
  case (_, 4): return amd ? "c5a" : "m5"
  case (_, 5): return amd ? "m6a" : "m6i"
  case (_, 6): return "m7i"
  case (_, 7...): return "m8i"
  default: return nil
  }
}

/// Accelerated SKUs by hand: their names state neither memory nor count.
private let azureGPUs: [String: (name: String, milli: Int, vcpus: Int, memory: Int, like: String)] = [
  "Standard_NC4as_T4_v3": ("T4", 1000, 4, 28, "c5a"), "Standard_NC8as_T4_v3": ("T4", 1000, 8, 56, "c5a"),
  "Standard_NC16as_T4_v3": ("T4", 1000, 16, 110, "c5a"), "Standard_NC64as_T4_v3": ("T4", 4000, 64, 440, "c5a"),
  "Standard_NC6s_v3": ("V100-16", 1000, 6, 112, "m4"), "Standard_NC12s_v3": ("V100-16", 2000, 12, 224, "m4"),
  "Standard_NC24s_v3": ("V100-16", 4000, 24, 448, "m4"), "Standard_NC24rs_v3": ("V100-16", 4000, 24, 448, "m4"),
  "Standard_ND40rs_v2": ("V100-32", 8000, 40, 672, "m5"),
  "Standard_NC24ads_A100_v4": ("A100-PCIe-80", 1000, 24, 220, "m6a"),
  "Standard_NC48ads_A100_v4": ("A100-PCIe-80", 2000, 48, 440, "m6a"),
  "Standard_NC96ads_A100_v4": ("A100-PCIe-80", 4000, 96, 880, "m6a"),
  "Standard_ND96asr_v4": ("A100-SXM-40", 8000, 96, 900, "c5a"),
  "Standard_ND96amsr_A100_v4": ("A100-SXM-80", 8000, 96, 1900, "c5a"),
  "Standard_NC40ads_H100_v5": ("H100-NVL-94", 1000, 40, 320, "m7i"),
  "Standard_NC80adis_H100_v5": ("H100-NVL-94", 2000, 80, 640, "m7i"),
  "Standard_ND96isr_H100_v5": ("H100-SXM-80", 8000, 96, 1900, "m7i"),
  "Standard_ND96isr_H200_v5": ("H200-SXM-141", 8000, 96, 1850, "m7i"),
  "Standard_ND96isr_MI300X_v5": ("MI300X", 8000, 96, 1850, "m7i"),
  "Standard_ND128isr_NDR_GB200_v6": ("GB200-186", 4000, 128, 900, "m8g"),
  "Standard_NV6ads_A10_v5": ("A10", 167, 6, 55, "m6a"), "Standard_NV12ads_A10_v5": ("A10", 333, 12, 110, "m6a"),
  "Standard_NV18ads_A10_v5": ("A10", 500, 18, 220, "m6a"), "Standard_NV36ads_A10_v5": ("A10", 1000, 36, 440, "m6a"),
  "Standard_NV36adms_A10_v5": ("A10", 1000, 36, 880, "m6a"), "Standard_NV72ads_A10_v5": ("A10", 2000, 72, 880, "m6a"),
]
