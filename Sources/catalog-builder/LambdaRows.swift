/// Lambda's GPU machines: one price for all its regions.
func lambdaRows(_ data: DataFolder, speeds: SpeedTable) -> ProviderRows {
  var result = ProviderRows(provider: "lambda", places: 6)
  let list = data.csv("prices/lambda_cloud.csv")
  let type = list.column("instance_type"), gpu = list.column("gpu"), count = list.column("gpu_count")
  let vcpus = list.column("vcpu"), memory = list.column("memory_gib"), price = list.column("usd_per_hour")
  let places = Places.lambda.map(\.region)
  for row in list.rows where row.count == list.header.count {
    let name = row[type]
    guard let cores = Int(row[vcpus]), let gib = Int(row[memory]), let usd = scaled(row[price], places: 6), usd > 0
    else { continue }
    let arm = row[gpu] == "GH200"
    result.machines[name] = MachineRow(
      name: name, milliVCPU: cores * 1000, memoryMiB: gib * 1024, speed: nil,
      gpu: row[gpu].isEmpty ? "" : GPUNames.lambda(row[gpu], shape: name),
      milliGPU: (Int(row[count]) ?? 0) * 1000, arm: arm)
    for place in places {
      result.regions.insert(place)
      result.offers[name, default: [:]][place] = OfferRow(onDemand: usd)
    }
  }
  return result
}
