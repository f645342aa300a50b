import Foundations
import YAML

/// How requests differ: variability, percentiles, histograms.
extension ShapeDecoder {
  /// A number, or `{cv: …}` whose square it is.
  mutating func variability(_ node: YAMLNode, _ path: String) -> Amount? {
    guard let stated = node.entries.first(where: { $0.key.text == "cv" })?.value else {
      return amount(node, .count, path: path)
    }
    let table = KeyTable("a variability", [Key("cv", .opaque, "coefficient of variation", isRequired: true)])
    guard self.table(node, table, path: path) != nil, let cv = amount(stated, .count, path: "\(path).cv") else {
      return nil
    }
    return Amount(
      low: cv.low * cv.low, mid: cv.mid * cv.mid, high: cv.high * cv.high, decimal: Money(cv.mid * cv.mid),
      dimension: .count, span: node.span, path: path)
  }

  /// `{p50: …, p99: …}`, `{histogram: {10 ms: 40%, …}}`, or a single quantity.
  mutating func distribution(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Decoded? {
    let isRange = node.entries.contains { ["low", "mid", "high", "spread"].contains($0.key.text) }
    guard node.kind == .mapping, !isRange else {
      return amount(node, dimension, path: path).map { .amount($0) }
    }
    if let cells = node.entries.first(where: { $0.key.text == "histogram" })?.value, node.entries.count == 1 {
      return histogram(cells, dimension, path: "\(path).histogram").map { .spread($0) }
    }
    let names = ["p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "p999"]
    let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999]
    let table = KeyTable("percentiles", names.map { Key($0, .limit(dimension), "percentile") })
    guard let found = self.table(node, table, path: path) else { return nil }
    let points = zip(names, shares).compactMap { name, share in
      found.amount(name).map { Spread.Point(share: share, value: $0.mid) }
    }
    guard points.count >= 2 else {
      if found.keySpans.count == found.fields.count {
        report(
          "distribution", "a distribution needs two percentiles", at: firstLine(node.span), path: path,
          help: "such as {p50: 6 ms, p99: 60 ms}")
      }
      return nil
    }
    guard zip(points, points.dropFirst()).allSatisfy({ $0.value <= $1.value }) else {
      report(
        "distribution", "percentiles rise with their number", at: firstLine(node.span), path: path,
        help: "order their values")
      return nil
    }
    return .spread(Spread(points: points, span: node.span, path: path))
  }

  private mutating func histogram(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Spread? {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      report(
        "distribution", "a histogram is {upper end: share, …}", at: firstLine(node.span), path: path,
        help: "such as {10 ms: 60%, 40 ms: 40%}")
      return nil
    }
    var points: [Spread.Point] = []
    var sum = 0.0
    for entry in node.entries {
      guard let upper = quantity(entry.key.text, dimension, at: entry.key.span, path: path),
        let share = amount(entry.value, .ratio, [.part, .exact], path: "\(path).\(entry.key.text)")
      else { return nil }
      sum += share.mid
      points.append(Spread.Point(share: sum, value: upper.value))
    }
    guard abs(sum - 1) < 1e-9, zip(points, points.dropFirst()).allSatisfy({ $0.value < $1.value }) else {
      report(
        "distribution", "the shares of a histogram rise to 100 %", at: firstLine(node.span), path: path,
        help: "they add to \(Describe.percent(sum)); its upper ends must rise")
      return nil
    }
    return Spread(points: points, span: node.span, path: path)
  }
}
