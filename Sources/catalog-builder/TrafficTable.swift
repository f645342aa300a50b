/// Prices of traffic.
///
/// Lines: `i|provider|region|confidence|source|upTo:price;…` to the internet, GB a month and USD/GB;
/// `p|from|to|price` between two AWS regions; `o|region|price` from an AWS region to any other;
/// `c|provider|from|to|confidence|price` between continents; `z|provider|price` between zones, each way.
func trafficTable(_ data: DataFolder) -> String {
  var lines: [String] = []
  let golden = GoldenPrices(data)

  // AWS, internet: four tiers where a test of a price tool shows them, else the matrix of 2022.
  var internet: [String: String] = [:]
  let tiers = ["(first 10TB)", "(next 40TB)", "(next 100TB)", "(over 150TB)"]
  let bounds = ["10240", "51200", "153600", ""]
  for region in golden.names(source: "data_transfer", prefix: "aws_data_transfer.") {
    let prices = tiers.map {
      golden.price("data_transfer", "aws_data_transfer." + region, "Outbound data transfer to Internet " + $0)
    }
    guard let first = prices[0] else { continue }
    var cells: [String] = []
    for (bound, price) in zip(bounds, prices) {
      // us-east-1's test stops below 150 TB; the price above is that of its neighbours.
      cells.append(bound + ":" + (price ?? (bound.isEmpty && first == "0.09" ? "0.05" : "")))
    }
    if cells.contains(where: { $0.hasSuffix(":") }) { continue }
    internet[region] = "listed|golden 2024-2025|" + cells.joined(separator: ";")
  }
  let pairs = data.csv("prices/aws_transfer_pairs_2022.csv")
  for row in pairs.rows where row.count == 3 {
    if row[1] == "internet" {
      if internet[row[0]] == nil {
        // Higher tiers in proportion to those of the 0.09 regions.
        let ratios: [(String, Int64)] = [("10240", 9000), ("51200", 8500), ("153600", 7000), ("", 5000)]
        guard let first = scaled(row[2], places: 6) else { continue }
        let cells = ratios.map { $0.0 + ":" + decimal(Double(first * $0.1) / 9000 / 1e6, places: 5) }
        internet[row[0]] = "derived|matrix 2022-11|" + cells.joined(separator: ";")
      }
    } else {
      lines.append("p|\(row[0])|\(row[1])|\(row[2])")
    }
  }
  for region in internet.keys.sorted() { lines.append("i|aws|\(region)|\(internet[region] ?? "")") }
  for region in golden.names(source: "data_transfer", prefix: "aws_data_transfer.") {
    if let price = golden.price(
      "data_transfer", "aws_data_transfer." + region, "Outbound data transfer to other regions")
    {
      lines.append("o|\(region)|\(price)")
    }
  }

  // GCP, internet: premium tier to the world without China and Australia.
  var gcp: [String: [String: String]] = [:]
  for (path, text) in JSONReader(data.bytes("prices/gcp_network_storage.json")).numbers {
    if path.count == 8, path[0...4].joined(separator: "/") == "network/traffic/egress/internet/cost", path[7] == "month"
    {
      gcp[path[6], default: [:]][path[5]] = text
    }
  }
  for region in gcp.keys.sorted() {
    guard let row = gcp[region], let a = row["0-1"], let b = row["1-10"], let c = row["10n"] else { continue }
    lines.append("i|gcp|\(region)|listed|list 2026-07-30|1024:\(a);10240:\(b);:\(c)")
  }

  // Azure, internet: read for two continents; the other zones' list is known but was not re-read.
  for continent in ["NA", "EU"] {
    lines.append("i|azure|\(continent)|listed|published 2026|10240:0.087;51200:0.083;153600:0.07;:0.05")
  }
  for continent in ["AS", "OC", "AF", "ME"] {
    lines.append("i|azure|\(continent)|assumed|zone 2 list|10240:0.12;51200:0.085;153600:0.082;:0.08")
  }
  lines.append("i|azure|SA|assumed|zone 3 list|10240:0.181;51200:0.175;153600:0.17;:0.16")
  lines.append("i|lambda|*|assumed|no charge stated|:0")
  lines.append("i|cloudflare|*|listed|published 2026|:0")

  // Between regions of GCP and Azure: by continent, from constants of 2022; elsewhere assumed.
  lines += [
    "c|azure|NA|NA|derived|0.02", "c|azure|EU|EU|derived|0.02", "c|azure|NA|*|derived|0.05",
    "c|azure|EU|*|derived|0.05", "c|azure|*|*|assumed|0.08", "c|gcp|NA|NA|derived|0.01",
    "c|gcp|EU|EU|derived|0.02", "c|gcp|NA|*|derived|0.08", "c|gcp|EU|*|derived|0.08",
    "c|gcp|*|*|assumed|0.08",
  ]
  lines.append("z|aws|0.01")
  lines.append("z|gcp|0.01")
  lines.append("z|azure|0")
  return lines.joined(separator: "\n") + "\n"
}
