/// AWS machines: prices, benchmarks, network rates and interruption bands joined by type.
func awsRows(_ data: DataFolder) -> (rows: ProviderRows, kinds: [String: String], speeds: SpeedTable) {
  var result = ProviderRows(provider: "aws", places: 6)
  var kinds: [String: String] = [:]
  let list = data.csv("prices/aws_ec2_linux.csv")
  let speeds = SpeedTable(benchmarks: data.csv("prices/aws_ec2_coremark_vantage.csv"), machines: list)

  var network: [String: Int] = [:]
  for row in data.csv("prices/aws_ec2_bandwidth_mbps.csv").rows where row.count == 2 {
    if let rate = Int(row[1]), rate > 0 { network[row[0]] = rate }
  }
  var buckets: [String: Int] = [:]
  for row in data.csv("prices/aws_spot_advisor_linux.csv").rows where row.count >= 4 {
    if let bucket = Int(row[3]), (0...4).contains(bucket) { buckets[row[0] + "/" + row[1]] = bucket }
  }

  let type = list.column("instance_type"), processor = list.column("physical_processor")
  let vcpus = list.column("vcpu_count"), memory = list.column("memory_gib")
  let gpus = list.column("gpu_count"), region = list.column("region_code")
  let kind = list.column("zone_kind"), onDemand = list.column("ondemand_usd_per_hour")
  let spot = list.column("spot_avg_usd_per_hour"), saving = list.column("spot_pct_savings_vs_ondemand")
  let one = list.column("reserved_1yr_allupfront_usd_per_hour")
  let three = list.column("reserved_3yr_allupfront_usd_per_hour")

  for row in list.rows where row.count == list.header.count {
    let name = row[type]
    let place = row[region]
    result.regions.insert(place)
    kinds[place] = row[kind]
    if result.machines[name] == nil {
      let family = name.before(".")
      guard let cores = scaled(row[vcpus], places: 3), let gib = scaled(row[memory], places: 6) else { continue }
      result.machines[name] = MachineRow(
        name: name, milliVCPU: Int(cores), memoryMiB: Int(quotient(gib * 1024, 1_000_000)),
        speed: speeds.aws(name), network: network[name], gpu: GPUNames.aws(family: family),
        milliGPU: Int(scaled(row[gpus], places: 3) ?? 0), arm: row[processor].find("Graviton") != nil,
        burstable: ["t1", "t2", "t3", "t3a", "t4g"].contains(family))
    }
    func price(_ text: String) -> Int64? {
      guard let value = scaled(text, places: 6), value > 0 else { return nil }
      return value
    }
    var offer = OfferRow(
      onDemand: price(row[onDemand]), spot: price(row[spot]), reserved1y: price(row[one]),
      reserved3y: price(row[three]))
    // A spot price that equals the on-demand price while a saving is stated is a gap in the source.
    if let spotPrice = offer.spot, let listPrice = offer.onDemand {
      let stated = scaled(row[saving], places: 1) ?? 0
      if spotPrice > listPrice || (spotPrice == listPrice && stated > 0) { offer.spot = nil }
    }
    if offer.onDemand == nil { offer = OfferRow() }
    if offer.spot != nil { offer.bucket = buckets[place + "/" + name] ?? -1 }
    result.offers[name, default: [:]][place] = offer
  }
  return (result, kinds, speeds)
}
