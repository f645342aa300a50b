extension Catalog {
  /// The publications the tables were distilled from.
  package static let sources = [
    DataSource(
      id: "aws-machines", name: "AWS EC2 Linux price list, as mirrored by the EC2 pricing landscape analysis",
      asOf: "2026-07-05", licence: "none declared"),
    DataSource(
      id: "aws-speed", name: "CoreMark runs of ec2instances.info", asOf: "2026-07", licence: "MIT"),
    DataSource(
      id: "aws-network", name: "baseline bandwidth of Karpenter's AWS provider", asOf: "2026-08",
      licence: "Apache-2.0"),
    DataSource(
      id: "aws-interruption", name: "AWS Spot Advisor, as kept by spotinfo", asOf: "2025-06-28",
      licence: "Apache-2.0"),
    DataSource(
      id: "gcp-machines", name: "Google Cloud pricing cost calculator's price file", asOf: "2026-07-30",
      licence: "Apache-2.0"),
    DataSource(
      id: "azure-machines", name: "prices of Karpenter's Azure provider", asOf: "2026-06-18", licence: "Apache-2.0"),
    DataSource(
      id: "lambda-machines", name: "Lambda's price list in the SkyPilot catalog", asOf: "2026",
      licence: "none found"),
    DataSource(
      id: "services", name: "unit prices in Infracost's test outputs", asOf: "2025-07", licence: "Apache-2.0"),
    DataSource(
      id: "traffic-pairs", name: "AWS transfer prices of the Skyplane project", asOf: "2022-11",
      licence: "Apache-2.0"),
    DataSource(
      id: "round-trips", name: "cloudping.co, median over one year", asOf: "2025-05-29", licence: "Apache-2.0"),
    DataSource(
      id: "grid", name: "Google's regional carbon data; Cloud Carbon Footprint coefficients", asOf: "2026-04",
      licence: "Apache-2.0"),
    DataSource(
      id: "coordinates", name: "region lists of cloud-regions, aws-ping and Karpenter", asOf: "2026-08",
      licence: "MIT, Apache-2.0"),
    DataSource(id: "gpus", name: "GPU data sheets, named in each row", asOf: "2026", licence: "facts"),
  ]
}
