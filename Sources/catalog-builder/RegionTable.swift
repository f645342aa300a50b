/// The regions of all providers: place, country, zones, grid and price index.
///
/// Columns: provider, name, kind, city, country, latitude, longitude, zones (0 unknown), g CO2e/kWh,
/// origin of that (`p` published for the region, `c` middle of its country), price index, parent.
func regionTable(
  _ data: DataFolder, names: [String: Set<String>], kinds: [String: String], indices: [String: [String: Double]]
) -> String {
  struct Known {
    var city = "", latitude = "", longitude = "", zones = 0
  }
  var known: [String: Known] = [:]
  let coordinates = data.csv("region_coords.csv")
  for row in coordinates.rows where row.count == coordinates.header.count {
    known[row[0] + ":" + row[1]] = Known(
      city: row[2].before(","), latitude: row[4], longitude: row[5], zones: Int(row[6]) ?? 0)
  }
  let azurePlaces = data.csv("prices/azure_regions.csv")
  for row in azurePlaces.rows where row.count == azurePlaces.header.count && known["azure:" + row[0]] == nil {
    known["azure:" + row[0]] = Known(city: row[2], latitude: row[4], longitude: row[5])
  }
  let grid = gridIntensities(data)

  var lines: [String] = []
  for provider in names.keys.sorted() {
    for name in (names[provider] ?? []).sorted() {
      var place = known[provider + ":" + name] ?? Known()
      var kind = "region", parent = "", country = ""
      switch provider {
      case "aws":
        country = Places.awsCountries[name] ?? ""
        if name.hasPrefix("us-gov-") { kind = "government" }
        if kinds[name] == "local-zone" || kinds[name] == "wavelength" {
          kind = kinds[name] ?? ""
          let (found, above) = Places.zone(name)
          parent = above
          guard let found else { fail("no place for zone \(name)") }
          place = Known(city: found.city, latitude: found.latitude, longitude: found.longitude, zones: 1)
          country = found.country
        }
      case "gcp": country = Places.gcpCountries[name] ?? ""
      case "azure": country = Places.azureCountries[name] ?? ""
      default:
        if let found = Places.lambda.first(where: { $0.region == name }) {
          place = Known(city: found.city, latitude: found.latitude, longitude: found.longitude, zones: 1)
          country = found.country
        }
      }
      if country.isEmpty { fail("no country for \(provider):\(name)") }
      let own = grid.regions[provider + ":" + name]
      let intensity = own ?? grid.countries[country]
      let cells = [
        provider, name, kind, place.city, country, place.latitude, place.longitude, String(place.zones),
        intensity.map { decimal($0, places: 2) } ?? "", own != nil ? "p" : intensity != nil ? "c" : "",
        indices[provider]?[name].map { decimal($0, places: 5) } ?? "", parent,
      ]
      lines.append(cells.joined(separator: "|"))
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// g CO2e per kWh by region, and the middle of the published figures by country.
private func gridIntensities(_ data: DataFolder) -> (regions: [String: Double], countries: [String: Double]) {
  var regions: [String: Double] = [:]
  // Tonnes per kWh; the files hold rows that lost their decimal point, which no grid can reach.
  func grams(_ text: String) -> Double? {
    guard let value = Double(text), value > 0, value < 0.002 else { return nil }
    return value * 1e6
  }
  for row in data.csv("prices/grid_emissions_aws.csv").rows where row.count >= 4 {
    regions["aws:" + row[0]] = grams(row[3])
  }
  for row in data.csv("prices/grid_emissions_azure.csv").rows where row.count >= 4 {
    let name = row[0].lowercased().filter { $0 != " " }
    regions["azure:" + name] = grams(row[3])
  }
  for row in data.csv("prices/gcp_carbon.csv").rows where row.count >= 4 {
    regions["gcp:" + row[0]] = Double(row[3])
  }
  var lists: [String: [Double]] = [:]
  let tables = [("aws:", Places.awsCountries), ("azure:", Places.azureCountries), ("gcp:", Places.gcpCountries)]
  for (prefix, countries) in tables {
    for name in countries.keys.sorted() {
      if let country = countries[name], let value = regions[prefix + name] { lists[country, default: []].append(value) }
    }
  }
  return (regions, lists.compactMapValues(median))
}

/// Accelerators: the columns of their source without their remarks.
func gpuTable(_ data: DataFolder) -> String {
  let list = data.csv("gpu_specs.csv")
  return list.rows.filter { $0.count == list.header.count }
    .map { $0.dropLast().joined(separator: "|") + "|" + $0[$0.count - 1].before("(").trimmed() }
    .joined(separator: "\n") + "\n"
}

/// Round trips between AWS regions in hundredths of a millisecond: names, then one row a region.
func roundTripTable(_ data: DataFolder) -> String {
  let list = data.csv("../oracles/region_rtt.csv")
  let source = list.column("src"), target = list.column("dst"), time = list.column("rtt_ms")
  var values: [String: Int64] = [:]
  var names: Set<String> = []
  for row in list.rows where row.count == list.header.count && row[0] == "aws" {
    guard let value = scaled(row[time], places: 2) else { continue }
    values[row[source] + ">" + row[target]] = value
    names.insert(row[source])
  }
  let order = names.sorted()
  var text = order.map { "aws:" + $0 }.joined(separator: "|") + "\n"
  for from in order {
    text += order.map { to in values[from + ">" + to].map { String($0) } ?? "" }.joined(separator: ",") + "\n"
  }
  return text
}

/// Hubs (`h`: name, latitude, longitude, whether regions may join) and cables (`e`: two hubs, km).
func waypointTable(_ data: DataFolder) -> String {
  let list = data.csv("rtt_waypoints.csv")
  return list.rows.filter { $0.count == list.header.count }.map { row in
    row[0] == "hub" ? "h|\(row[1])|\(row[3])|\(row[4])|\(row[6])" : "e|\(row[1])|\(row[2])|\(row[5])"
  }.joined(separator: "\n") + "\n"
}

extension String {
  /// Without blanks at its ends.
  func trimmed() -> String {
    var text = Substring(self)
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
