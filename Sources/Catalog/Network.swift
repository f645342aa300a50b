/// A point on the earth, and the region that stands there if one does.
package struct NetworkSite: Sendable, Hashable {
  /// Degrees.
  package var latitude: Double
  package var longitude: Double
  /// `provider:name`, for the table of measured round trips.
  package var region: String?

  /// A point in degrees.
  package init(latitude: Double, longitude: Double, region: String? = nil) {
    self.latitude = latitude
    self.longitude = longitude
    self.region = region
  }

  /// Where a region stands; `nil` when that is unknown.
  package init?(_ region: Region) {
    guard let latitude = region.latitude, let longitude = region.longitude else { return nil }
    self.init(latitude: latitude, longitude: longitude, region: region.id)
  }
}

/// Round-trip times between places: measured where they were, else from the paths of cables.
package struct Network: Sendable {
  /// Which of the two ways to use.
  package enum Method: String, Sendable, CaseIterable {
    /// The table, and the path where it has no row.
    case auto
    case table, path
  }

  /// A round trip with its band.
  package struct RTT: Sendable, Hashable {
    package var seconds: Double
    /// Seconds; never below the time light in fibre needs.
    package var low: Double
    package var high: Double
    package var source: String
    package var confidence: Confidence
    /// Great-circle distance.
    package var distanceKm: Double
    /// Length of the path the model took; `nil` for measured values.
    package var pathKm: Double?
  }

  /// Kilometres that light travels in fibre in a second.
  package static let fibreKmPerSecond = 204_200.0

  private let index: [String: Int]
  /// Hundredths of a millisecond, row by row; negative where unmeasured.
  private let measured: [Int]
  private let count: Int
  private let paths: CablePaths

  /// Reads the table and computes the shortest paths between hubs.
  ///
  /// - Complexity: O(hubs³), about a fifth of a millisecond.
  package init() {
    var lines = Tables.lines(Tables.roundTrips)
    let names = lines.isEmpty ? [] : lines.removeFirst()
    var index: [String: Int] = [:]
    for (position, name) in names.enumerated() { index[name] = position }
    self.index = index
    count = names.count
    var values: [Int] = []
    for line in Tables.lines(Tables.roundTrips, 0x2C).dropFirst() {
      values += line.prefix(names.count).map { Int($0) ?? -1 }
      values += Array(repeating: -1, count: max(0, names.count - line.count))
    }
    measured = values
    paths = CablePaths()
  }

  /// Great-circle distance in km.
  package static func distanceKm(_ a: NetworkSite, _ b: NetworkSite) -> Double {
    Geometry.distance(a.latitude, a.longitude, b.latitude, b.longitude)
  }

  /// The round trip between two places.
  ///
  /// Table: median over a year between AWS regions, ±2 ms of probe overhead (3 ms within a region).
  /// Path: 7.35 ms + 0.01368 ms/km of the shortest cable path, ±19 %, symmetric. Neither is ever below
  /// the fibre floor 2d / 204.2 km/ms.
  ///
  /// - Returns: `nil` only for `.table` without a measurement.
  package func rtt(from a: NetworkSite, to b: NetworkSite, method: Method = .auto) -> RTT? {
    let distance = Network.distanceKm(a, b)
    let floor = 2 * distance / Network.fibreKmPerSecond
    if method != .path, let milliseconds = table(a.region, b.region) {
      let seconds = max(floor, milliseconds / 1000)
      let same = a.region == b.region
      return RTT(
        seconds: seconds, low: max(floor, same ? min(seconds, max(0.0001, seconds - 0.003)) : seconds - 0.002),
        high: same ? seconds : seconds + 0.002, source: "measured, cloudping.co median over one year to 2025-05-29",
        confidence: .measured, distanceKm: distance, pathKm: nil)
    }
    if method == .table { return nil }
    if method == .auto, let region = a.region, region == b.region { return Network.withinRegion }
    let length = paths.length(a, b, distance: distance)
    let seconds = max(floor, 0.00735 + 0.00001368 * length)
    return RTT(
      seconds: seconds, low: max(floor, seconds * 0.81), high: seconds * 1.19,
      source: "path model, 7.35 ms + 0.01368 ms/km over \(Int(length.rounded())) km", confidence: .derived,
      distanceKm: distance, pathKm: length)
  }

  /// Between two zones of a region: middle of published means of another provider, 0.07 to 2.16 ms.
  package static let withinRegion = RTT(
    seconds: 0.00076, low: 0.00007, high: 0.00216,
    source: "between zones, middle of IBM Cloud's published means 2026-08",
    confidence: .derived, distanceKm: 0, pathKm: nil)

  /// Milliseconds; the other direction where only that was measured.
  private func table(_ a: String?, _ b: String?) -> Double? {
    guard let a, let b, let row = index[a], let column = index[b] else { return nil }
    for place in [row * count + column, column * count + row] where place < measured.count {
      if measured[place] >= 0 { return Double(measured[place]) / 100 }
    }
    return nil
  }
}
