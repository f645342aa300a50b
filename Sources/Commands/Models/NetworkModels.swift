import Catalog
import Formulas
import Foundations

/// Round trips, prices of traffic, caches.
enum NetworkModels {
  static var all: [Calculator] { [network, egress, cache] }

  /// Read when first asked for, then kept: batches ask many times.
  private static let regions = Catalog(providers: [])
  private static let roundTrips = Network()
  private static let traffic = Traffic(regions)

  private static var network: Calculator {
    Calculator(
      name: "network", summary: "round trip between two places",
      formula: "measured median, else 7.35 ms + 0.01368 ms/km along cables; never below 2d / 204.2 km/ms",
      source: "cloudping.co, median over one year; path model over 55 hubs",
      domain: "regions such as aws:eu-central-1, cities, or lat,lon", error: "measured ±2 ms; path ±19 %",
      example: "from=aws:eu-central-1 to=aws:us-east-1",
      parameters: [
        .text("from", "region, city, or latitude,longitude"), .text("to", "the same"),
        .choice("method", Network.Method.allCases.map(\.rawValue), standard: "auto", "where the time comes from"),
      ],
      outputs: [
        .init("rtt", "s", "round trip"), .init("distance_km", "km", "along the great circle"),
        .init("path_km", "km", "along cables"), .init("low", "s", "low end of the band"),
        .init("high", "s", "high end"), .init("source", "", "where it comes from"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let from = try site(values.text("from") ?? "")
      let to = try site(values.text("to") ?? "")
      let method = Network.Method(rawValue: values.text("method") ?? "") ?? .auto
      guard let trip = roundTrips.rtt(from: from, to: to, method: method) else {
        throw Calculator.Refusal("no round trip was measured between these places; method=auto takes the path model")
      }
      let length = trip.pathKm ?? roundTrips.rtt(from: from, to: to, method: .path)?.pathKm
      return [
        ("rtt", .number(trip.seconds)), ("distance_km", .number(trip.distanceKm)),
        ("path_km", length.map { .number($0) } ?? .null), ("low", .number(trip.low)), ("high", .number(trip.high)),
        ("source", .string(trip.source)),
      ]
    }
  }

  /// A region by its full or bare name, a city, or a pair of degrees.
  private static func site(_ text: String) throws(Calculator.Refusal) -> NetworkSite {
    if let region = region(text) {
      guard let site = NetworkSite(region) else {
        throw Calculator.Refusal("the coordinates of \(region.id) are not known; write latitude,longitude")
      }
      return site
    }
    let pair = text.split(separator: ",").map { Double($0.filter { $0 != " " }) }
    if pair.count == 2, let latitude = pair[0], let longitude = pair[1] {
      guard abs(latitude) <= 90, abs(longitude) <= 180 else {
        throw Calculator.Refusal("\(text): latitude is from −90 to 90, longitude from −180 to 180")
      }
      return NetworkSite(latitude: latitude, longitude: longitude)
    }
    if let city = Cities.find(text) { return NetworkSite(latitude: city.latitude, longitude: city.longitude) }
    let names = regions.allRegions.map(\.id) + regions.allRegions.map(\.name) + Cities.names
    let help = Suggestion.nearest(text, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Calculator.Refusal("'\(text)' is no region, city, or latitude,longitude\(help)")
  }

  /// The region of that id, or the first provider's of that name.
  private static func region(_ text: String) -> Region? {
    regions.region(text) ?? regions.allRegions.first { $0.name == text }
  }

  private static var egress: Calculator {
    Calculator(
      name: "egress", summary: "price of traffic that leaves a region in a month",
      formula: "sum over tiers of price · bytes in the tier",
      source: "the providers' published tiers, in the catalog with their dates",
      domain: "gb ≥ 0; 1 GB is 10⁹ bytes", error: "exact; an account's free 100 GB are not taken off",
      example: "provider=aws region=eu-central-1 to=internet gb=20000",
      parameters: [
        .text("provider", isRequired: false, "provider; may stand in region instead"), .text("region", "region"),
        .text("to", standard: "internet", "internet, region:NAME or zone"),
        Parameter.needs("gb", .size, .atLeastZero, "bytes a month").bare(1e9, "10⁹ B"),
      ],
      outputs: [
        .init("usd", "USD", "price of the month"), .init("marginal", "USD/GB", "price of the next GB"),
        .init("source", "", "where it was read, and its date"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let id = try regionID(values)
      let to = values.text("to") ?? "internet"
      let price: TrafficPrice?
      if to == "internet" {
        price = traffic.internet(id)
      } else if to == "zone" {
        price = traffic.zone(id)
      } else if to.hasPrefix("region:") {
        price = traffic.between(id, try known(String(to.dropFirst(7)), besides: id))
      } else {
        throw Calculator.Refusal("to=\(to): it is internet, zone or region:NAME")
      }
      guard let price else { throw Calculator.Refusal("the price of traffic from \(id) to \(to) is not known") }
      let gigabytes = values.number("gb") / 1e9
      return [
        ("usd", .string(price.cost(gb: gigabytes).description)),
        ("marginal", .string(price.marginal(gb: gigabytes).description)),
        ("source", .string("\(price.source), \(price.asOf)")),
      ]
    }
  }

  private static func regionID(_ values: ModelValues) throws(Calculator.Refusal) -> String {
    let region = values.text("region") ?? ""
    guard let provider = values.text("provider") else { return try known(region, besides: "") }
    if let id = regions.region(region)?.id, id.hasPrefix(provider + ":") { return id }
    let providers = Array(Set(regions.allRegions.map(\.provider))).sorted()
    guard providers.contains(provider) else {
      let help = Suggestion.nearest(provider, in: providers).map { "; did you mean '\($0)'?" } ?? ""
      throw Calculator.Refusal("unknown provider '\(provider)'\(help)")
    }
    return try known("\(provider):\(region)", besides: "")
  }

  /// The id of a region written with or without its provider; without one, that of `other`, else the first.
  private static func known(_ text: String, besides other: String) throws(Calculator.Refusal) -> String {
    let provider = other.prefix { $0 != ":" }
    if !text.contains(":"), let found = regions.region("\(provider):\(text)") { return found.id }
    if let found = region(text) { return found.id }
    let candidates = regions.allRegions.map { text.contains(":") ? $0.id : $0.name }
    let help = Suggestion.nearest(text, in: candidates).map { "; did you mean '\($0)'?" } ?? ""
    throw Calculator.Refusal("unknown region '\(text)'\(help)")
  }

  private static var cache: Calculator {
    Calculator(
      name: "cache", summary: "hit ratio of a cache under Zipf popularity",
      formula: "Σ(1 − e^−pᵢt) = size; hit = Σ pᵢ(1 − e^−pᵢt)", source: "Che, Tung, Wang 2002",
      domain: "objects ≥ 1, zipf ≥ 0, size ≥ 0; independent requests",
      error: "0.005 of the exact LRU at a size of 2, 0.001 from 10 on",
      example: "objects=100000 zipf=0.8 size=1000",
      parameters: [
        .needs("objects", .count, .atLeastOne, "number of objects"),
        .needs("zipf", .count, .atLeastZero, "exponent of the popularity"),
        .needs("size", .count, .atLeastZero, "objects that fit"),
        .choice("policy", ["lru", "fifo"], standard: "lru", "how a place is made; fifo also stands for random"),
      ],
      outputs: [
        .init("hit_ratio", "", "share of requests found"),
        .init("characteristic_time", "requests", "how long an object stays without a request"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let policy = LRUCache.Policy(rawValue: values.text("policy") ?? "") ?? .lru
      let cache = LRUCache(
        objects: values.number("objects"), zipf: values.number("zipf"), size: values.number("size"), policy: policy)
      guard let cache else { throw Calculator.Refusal("objects must be below 1e15") }
      var rows: Calculator.Results = [
        ("hit_ratio", .number(cache.hitRatio)), ("characteristic_time", .number(cache.characteristicTime)),
      ]
      if !cache.characteristicTime.isFinite {
        rows.append(("reason", .string("everything fits: no object ever leaves")))
      }
      return rows
    }
  }
}
