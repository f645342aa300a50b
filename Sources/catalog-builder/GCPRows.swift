/// GCP machines offered in each region; rows that a region does not offer are dropped (decision 13).
func gcpRows(_ data: DataFolder, speeds: SpeedTable) -> ProviderRows {
  var result = ProviderRows(provider: "gcp", places: 10)
  let list = data.csv("prices/gcp_vm.csv")
  let type = list.column("machine_type"), vcpus = list.column("vcpu"), memory = list.column("ram_gib")
  let extras = list.column("extras"), region = list.column("region"), offered = list.column("offered_in_region")
  let hour = list.column("hour"), spot = list.column("hour_spot"), sustained = list.column("month_sud")
  let one = list.column("month_1y"), three = list.column("month_3y")

  func price(_ text: String) -> Int64? {
    guard let value = scaled(text, places: 10), value > 0 else { return nil }
    return value
  }
  for row in list.rows where row.count == list.header.count && row[offered] == "1" {
    let name = row[type]
    let place = row[region]
    let family = name.before("-")
    if family == "custom" { continue }
    result.regions.insert(place)
    if result.machines[name] == nil {
      guard let cores = scaled(row[vcpus], places: 3), let gib = scaled(row[memory], places: 6) else { continue }
      // Shared-core machines: the sustained share of a core, as the seller states it.
      let shares: [String: Int64] = [
        "f1-micro": 200, "g1-small": 500, "e2-micro": 250, "e2-small": 500, "e2-medium": 1000,
      ]
      let gpu = GPUNames.gcp(extras: row[extras])
      result.machines[name] = MachineRow(
        name: name, milliVCPU: Int(shares[name] ?? cores), memoryMiB: Int(quotient(gib * 1024, 1_000_000)),
        speed: gcpSibling(family).flatMap { speeds.like($0) }, gpu: gpu?.name ?? "",
        milliGPU: gpu?.milli ?? 0, arm: ["t2a", "c4a", "n4a"].contains(family), burstable: shares[name] != nil)
    }
    let listPrice = price(row[hour])
    // Where no commitment is sold the source repeats the price with sustained use.
    let ceiling = price(row[sustained]) ?? Int64.max
    func committed(_ text: String) -> Int64? {
      guard let month = price(text), month < ceiling else { return nil }
      return quotient(month, 730)
    }
    var offer = OfferRow(
      onDemand: listPrice, spot: price(row[spot]), reserved1y: committed(row[one]),
      reserved3y: committed(row[three]))
    if let spotPrice = offer.spot, let listed = listPrice, spotPrice >= listed { offer.spot = nil }
    if offer.spot != nil { offer.bucket = 5 }
    result.offers[name, default: [:]][place] = offer
  }
  return result
}

/// The AWS family whose processor a GCP family has or comes nearest to (decision 12).
private func gcpSibling(_ family: String) -> String? {
  switch family {
  case "n1", "f1", "g1", "e2", "a2", "g2", "m1", "m2": "m5"
  case "n2", "m3": "m6i"
  case "n2d", "c2d", "t2d": "m6a"
  case "c2": "c5"
  case "c3", "c3d", "n4", "c4", "a3", "h3", "z3", "m4", "c4n": "m7i"
  case "c4d", "n4d", "g4": "m8i"
  case "c4a", "n4a": "m8g"
  case "t2a": "m6g"
  default: nil
  }
}
