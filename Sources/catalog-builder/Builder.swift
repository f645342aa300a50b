import Foundations

/// Distils price and region files into the Swift tables of the catalog.
///
/// Usage: `catalog-builder DATADIR OUTDIR`. The same input gives the same bytes.
@main
struct Builder {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: catalog-builder DATADIR OUTDIR") }
    let data = DataFolder(arguments[1])
    var output = TableWriter(folder: arguments[2])
    let gpus = GPUNames(data.csv("gpu_specs.csv"))

    let (aws, kinds, speeds) = awsRows(data)
    let gcp = gcpRows(data, speeds: speeds)
    let azure = azureRows(data, speeds: speeds)
    let lambda = lambdaRows(data, speeds: speeds)
    for rows in [aws, azure, gcp, lambda] {
      let tables = rows.tables(gpus: gpus)
      output.add(rows.provider + "Machines", tables.machines)
      output.add(rows.provider + "Prices", tables.prices)
    }
    let indices = [
      "aws": aws.index(home: "us-east-1", basket: ["m6i.large", "m7g.large", "m5.large"]),
      "gcp": gcp.index(home: "us-central1", basket: ["n2-standard-4", "e2-standard-4"]),
      "azure": azure.index(home: "eastus", basket: ["Standard_D4s_v5", "Standard_D4s_v3"]),
      "lambda": lambda.index(home: "us-east-1", basket: []),
    ]
    let names = [
      "aws": aws.regions, "gcp": gcp.regions, "azure": azure.regions, "lambda": lambda.regions,
    ]
    output.add("regions", regionTable(data, names: names, kinds: kinds, indices: indices))
    output.add("gpus", gpuTable(data))
    output.add("roundTrips", roundTripTable(data))
    output.add("waypoints", waypointTable(data))
    output.add("traffic", trafficTable(data))
    output.add("services", serviceTable(data))
    output.add("managed", managedTable(data))
    output.write(date: "2026-07-30")
  }
}
