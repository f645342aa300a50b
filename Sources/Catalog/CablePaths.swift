/// Shortest paths over the hubs and cables of the world.
struct CablePaths: Sendable {
  private struct Hub: Sendable {
    var latitude: Double
    var longitude: Double
    var attachable: Bool
  }
  private let hubs: [Hub]
  /// Kilometres between hubs, row by row.
  private let between: [Double]

  /// Reads hubs and cables; Floyd and Warshall's algorithm.
  init() {
    var hubs: [Hub] = []
    var index: [String: Int] = [:]
    var cables: [(Int, Int, Double)] = []
    for row in Tables.lines(Tables.waypoints) {
      if row.count >= 5, row[0] == "h", let latitude = Double(row[2]), let longitude = Double(row[3]) {
        index[row[1]] = hubs.count
        hubs.append(Hub(latitude: latitude, longitude: longitude, attachable: row[4] == "1"))
      } else if row.count >= 4, row[0] == "e", let a = index[row[1]], let b = index[row[2]], let km = Double(row[3]) {
        cables.append((a, b, km))
      }
    }
    let count = hubs.count
    var matrix = [Double](repeating: .infinity, count: count * count)
    for hub in 0..<count { matrix[hub * count + hub] = 0 }
    for (a, b, km) in cables {
      matrix[a * count + b] = min(matrix[a * count + b], km)
      matrix[b * count + a] = min(matrix[b * count + a], km)
    }
    for middle in 0..<count {
      for from in 0..<count {
        let first = matrix[from * count + middle]
        if first == .infinity { continue }
        for to in 0..<count {
          let length = first + matrix[middle * count + to]
          if length < matrix[from * count + to] { matrix[from * count + to] = length }
        }
      }
    }
    self.hubs = hubs
    between = matrix
  }

  /// Length in km of the path between two places whose great-circle distance is known.
  ///
  /// A place joins its nearest hub within 120 km, else its three nearest; below 1,200 km the path is at
  /// most 1.3 times the distance.
  func length(_ a: NetworkSite, _ b: NetworkSite, distance: Double) -> Double {
    var best = Double.infinity
    for (start, leg) in joints(a) {
      for (end, last) in joints(b) { best = min(best, leg + between[start * hubs.count + end] + last) }
    }
    if distance < 1200 { best = min(best, 1.3 * distance) }
    return best == .infinity ? 1.3 * distance : max(best, distance)
  }

  private func joints(_ site: NetworkSite) -> [(hub: Int, km: Double)] {
    var near: [(hub: Int, km: Double)] = []
    for (index, hub) in hubs.enumerated() where hub.attachable {
      near.append((index, Geometry.distance(site.latitude, site.longitude, hub.latitude, hub.longitude)))
    }
    near.sort { $0.km < $1.km || ($0.km == $1.km && $0.hub < $1.hub) }
    if let first = near.first, first.km <= 120 { return [first] }
    return Array(near.prefix(3))
  }
}
