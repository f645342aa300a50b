import Foundations
import YAML

/// Growth: `8%/month`, `2x/year`, ranges of them, tables of months.
extension ShapeDecoder {
  mutating func growth(_ node: YAMLNode, path: String) -> Growth? {
    switch node.kind {
    case .sequence: return reportGrowth(node, path)
    case .mapping:
      if node.entries.contains(where: { ["low", "mid", "high"].contains($0.key.text) }) {
        return growthRange(node, path)
      }
      return growthTable(node, path)
    case .scalar: break
    }
    let text = node.text
    guard let dots = text.firstRange(of: "..") else {
      guard let factor = monthly(text) else { return reportGrowth(node, path) }
      return Growth(form: .monthly(factor), path: path, span: node.span)
    }
    // 5..10%/month: the second end has the unit of both.
    let high = String(text[dots.upperBound...])
    let low = String(text[..<dots.lowerBound])
    let lowText = QuantityText.split(low).unit.isEmpty ? low + QuantityText.split(high).unit : low
    guard let first = monthly(lowText), let last = monthly(high) else { return reportGrowth(node, path) }
    return range(first, (first * last).squareRoot(), last, node, path)
  }

  private mutating func growthRange(_ node: YAMLNode, _ path: String) -> Growth? {
    let table = KeyTable("a range", [Key("low", .text, "P5"), Key("mid", .text, "median"), Key("high", .text, "P95")])
    guard let found = self.table(node, table, path: path) else { return nil }
    guard let low = found.text("low").flatMap(monthly), let high = found.text("high").flatMap(monthly) else {
      return found.keySpans.count < node.entries.count ? nil : reportGrowth(node, path)
    }
    guard let mid = found.text("mid") else { return range(low, (low * high).squareRoot(), high, node, path) }
    guard let middle = monthly(mid) else { return reportGrowth(node, path) }
    return range(low, middle, high, node, path)
  }

  private mutating func range(
    _ low: Double, _ mid: Double, _ high: Double, _ node: YAMLNode, _ path: String
  ) -> Growth? {
    guard low <= mid, mid <= high else {
      report(
        "range", "a range goes from low to high", at: firstLine(node.span), path: path, help: "order its values")
      return nil
    }
    let amount = Amount(
      low: low, mid: mid, high: high, decimal: Money(mid), dimension: .factor, span: node.span, path: path)
    return Growth(form: .monthly(mid), path: path, span: node.span, range: amount.isRange ? amount : nil)
  }

  /// The factor of one month; `nil` when the text is no growth.
  private func monthly(_ text: String) -> Double? {
    guard let slash = text.lastIndex(of: "/") else { return nil }
    let period = text[text.index(after: slash)...].filter { $0 != " " }
    let months: Double
    switch period {
    case "month", "mo", "m": months = 1
    case "year", "y", "a": months = 12
    case "quarter": months = 3
    case "week", "w": months = 7 * 24 / 730.0
    default: return nil
    }
    let (number, unit) = QuantityText.split(String(text[..<slash]))
    guard let value = Double(number), unit == "%" || unit == "x" else { return nil }
    let factor = unit == "%" ? 1 + value / 100 : value
    guard factor > 0, factor < 1e6 else { return nil }
    let monthly = SpecMath.power(factor, 1 / months)
    return monthly.isFinite && monthly < 1e6 ? monthly : nil
  }

  private mutating func reportGrowth(_ node: YAMLNode, _ path: String) -> Growth? {
    let read =
      node.kind == .scalar ? "'\(QuantityText.clipped(node.text))'" : node.kind == .mapping ? "a mapping" : "a list"
    let (number, unit) = QuantityText.split(node.text)
    let help =
      (unit == "%" || unit == "x") && !number.isEmpty
      ? "did you mean '\(number)\(unit)/\(unit == "%" ? "month" : "year")'?" : "such as 8%/month or 2x/year"
    report(
      "growth", "expected a growth, read \(read)", at: firstLine(node.span), path: path, help: help,
      notes: ["periods are week, month, quarter and year; or a table {month 0: 1x, month 6: 2x}"])
    return nil
  }

  // MARK: Tables

  /// Factors by month, or absolute values that become factors of the first.
  private mutating func growthTable(_ node: YAMLNode, _ path: String) -> Growth? {
    let first = node.entries.first?.value.text ?? ""
    let dimension: Dimension =
      [.rate, .size, .monthlyMoney].first {
        QuantityText.split(first).unit != "" && (try? QuantityText.parse(first, as: $0, currency: currency)) != nil
      } ?? .factor
    guard var points = months(node, dimension, path: path), let start = points.first else { return nil }
    guard dimension != .factor else { return Growth(form: .table(points), path: path, span: node.span) }
    guard start.value > 0 else {
      report(
        "growth", "a growth starts above zero", at: firstLine(node.span), path: path, help: "state the first value")
      return nil
    }
    for index in points.indices { points[index].value /= start.value }
    let base = Amount(
      low: start.value, mid: start.value, high: start.value, decimal: Money(start.value), dimension: dimension,
      span: node.span, path: path)
    return Growth(form: .table(points), path: path, span: node.span, base: base)
  }

  /// A quantity, or a table of what it is in which month.
  mutating func growing(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Decoded? {
    guard node.kind == .mapping, node.entries.contains(where: { $0.key.text.hasPrefix("month") }) else {
      return amount(node, dimension, path: path).map { .growing($0, nil) }
    }
    guard let points = months(node, dimension, path: path), let first = points.first else { return nil }
    let start = Amount(
      low: first.value, mid: first.value, high: first.value, decimal: Money(first.value), dimension: dimension,
      span: node.span, path: path)
    return .growing(start, Growth(form: .table(points), path: path, span: node.span))
  }

  private mutating func months(_ node: YAMLNode, _ dimension: Dimension, path: String) -> [Growth.Point]? {
    var points: [Growth.Point] = []
    var isSound = true
    for entry in node.entries {
      let key = entry.key.text
      let words = key.split(separator: " ")
      guard words.count == 2, words[0] == "month", let month = Double(words[1]), month >= 0, month <= 1200 else {
        report(
          "growth", "'\(QuantityText.clipped(key))' is not a month", at: firstLine(entry.key.span), path: path,
          help: "write 'month 6'")
        isSound = false
        continue
      }
      guard let value = amount(entry.value, dimension, .exact, path: "\(path).\(key)") else {
        isSound = false
        continue
      }
      if let last = points.last, last.month >= month {
        report(
          "growth", "months must rise", at: firstLine(entry.key.span), path: path, help: "put month \(words[1]) earlier"
        )
        isSound = false
        continue
      }
      points.append(Growth.Point(month: month, value: value.mid))
    }
    if node.entries.isEmpty {
      report(
        "growth", "the table names no month", at: node.span, path: path, help: "write {month 0: …, month 6: …}")
    }
    return isSound && !points.isEmpty ? points : nil
  }
}
