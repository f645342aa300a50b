import Formulas

/// The thinnest radio mesh that keeps its working devices joined.
package struct MeshDesign: Sendable, Hashable {
  /// Mean neighbours of a device.
  var degree: Double
  /// Share of the working devices in the largest part.
  var share: Double
  /// Working devices in that part.
  var members: Double
  /// Hops to the nearest device with a link: half the distance between random points that have one,
  /// over the range, with the way's stretch of 1.3.
  var hops: Double

  /// The smallest degree, in halves, at which 99 % of the working nodes hang together.
  ///
  /// - Parameters:
  ///   - nodes: devices at one site, 2,000 at most.
  ///   - failed: share of them that is down.
  static func smallest(nodes: Int, failed: Double) -> MeshDesign {
    var design = MeshDesign(degree: 0, share: 1, members: 1, hops: 0)
    if nodes > 1 {
      for step in 2...60 {
        let degree = Double(step) / 2
        guard let mesh = MeshNetwork(nodes: nodes, degree: degree, failed: failed, samples: 40) else { break }
        let alive = Double(nodes) * (1 - failed)
        let range = (degree / (Double.pi * Double(nodes))).squareRoot()
        design = MeshDesign(
          degree: degree, share: mesh.giantShare, members: alive * mesh.giantShare,
          hops: max(1, 1.3 * 0.5 * (1 / max(alive, 1)).squareRoot() / range))
        if mesh.giantShare >= 0.99 { break }
      }
    }
    return design
  }
}
