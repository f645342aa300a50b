import Planning

/// How placements are named in sentences.
enum PlacementWords {
  /// `vm multi-zone: 2 × c8g.xlarge on-demand in aws:us-east-2`.
  static func text(_ placed: PlacedWorkload) -> String {
    if placed.form == .external { return "somebody else's service" }
    let fleet = fleet(placed)
    return "\(placed.form.rawValue) \(placed.topology.rawValue)" + (fleet.isEmpty ? "" : ": \(fleet)")
      + " in \(places(placed))"
  }

  /// `2 × c8g.xlarge on-demand`; empty where the provider runs the machines.
  static func fleet(_ placed: PlacedWorkload) -> String {
    placed.sites.compactMap { site -> String? in
      // Machines of a pilot light are none until they are needed.
      if placed.isPaired, site.count == 0 { return nil }
      return site.machine.map { "\(site.count) × \($0) \(site.purchase.rawValue)" }
    }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " and ")
  }

  /// `aws:us-east-2 and aws:eu-west-1`, or how many there are.
  static func places(_ placed: PlacedWorkload) -> String {
    let names = regions(placed)
    return names.count > 3 ? "\(names[0]) and \(names.count - 1) more places" : names.joined(separator: " and ")
  }

  /// `provider:region` of every site, each once.
  static func regions(_ placed: PlacedWorkload) -> [String] {
    placed.sites.map { $0.region.isEmpty ? $0.provider : "\($0.provider):\($0.region)" }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// `requests`, `deliveries`.
  static func plural(_ word: String) -> String {
    guard word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) else {
      return word.hasSuffix("s") ? word : word + "s"
    }
    return word.dropLast() + "ies"
  }

  /// `a`, `a and b`, `a, b and c`, `a, b and 4 more`.
  static func list(_ names: [String], limit: Int = 4) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    if names.count > limit {
      return names.prefix(limit - 1).joined(separator: ", ") + " and \(names.count - limit + 1) more"
    }
    return names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
  }
}
