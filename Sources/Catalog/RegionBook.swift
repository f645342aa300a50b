/// The table of regions.
enum RegionBook {
  /// Decodes the regions of all providers, by provider and name.
  static func decode() -> [Region] {
    Tables.lines(Tables.regions).compactMap { row in
      guard row.count >= 12, let kind = RegionKind(rawValue: row[2]) else { return nil }
      let zones = Int(row[7]) ?? 0
      let published = row[9] == "p"
      return Region(
        provider: row[0], name: row[1], kind: kind, city: row[3], country: row[4], latitude: Double(row[5]),
        longitude: Double(row[6]), zones: zones > 0 ? zones : 3, zonesAssumed: zones == 0,
        gridIntensity: Measure(
          value: Double(row[8]), unit: "g/kWh",
          source: row[8].isEmpty
            ? "no figure for this country" : published ? "published for the region" : "middle of the country's regions",
          asOf: row[8].isEmpty ? "" : "2026-04", confidence: published ? .listed : row[8].isEmpty ? .assumed : .derived,
          spread: published || row[8].isEmpty ? 0 : 0.3),
        priceIndex: Double(row[10]), parent: row[11])
    }
  }
}
