/// Unit prices recovered from the outputs of a price tool's tests.
struct GoldenPrices {
  private var rows: [String: [(price: String, cost: Double)]] = [:]
  private var resources: [String: Set<String>] = [:]

  init(_ data: DataFolder) {
    let list = data.csv("prices/infracost_golden_unit_prices.csv")
    for row in list.rows where row.count == list.header.count {
      rows[row[0] + "\u{1}" + row[1] + "\u{1}" + row[3], default: []].append((row[7], Double(row[6]) ?? 0))
      resources[row[0], default: []].insert(row[1])
    }
  }

  /// The unit price of one component; the row with the greatest cost, which has the least rounding.
  func price(_ source: String, _ resource: String, _ component: String) -> String? {
    let found = rows[source + "\u{1}" + resource + "\u{1}" + component] ?? []
    guard let best = found.max(by: { $0.cost < $1.cost }), let value = Double(best.price), value > 0 else { return nil }
    return best.price
  }

  /// All unit prices of one component that the source states.
  func prices(_ source: String, _ resource: String, _ component: String) -> [Double] {
    (rows[source + "\u{1}" + resource + "\u{1}" + component] ?? []).compactMap { Double($0.price) }
  }

  /// The names of a source's resources behind a prefix, sorted.
  func names(source: String, prefix: String) -> [String] {
    (resources[source] ?? []).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
  }
}
