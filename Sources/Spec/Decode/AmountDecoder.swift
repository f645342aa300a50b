import Foundations
import YAML

/// Quantities, ranges, distributions and growth.
extension ShapeDecoder {
  /// A quantity, `a..b`, `{low, mid, high}` or `{mid, spread}`.
  mutating func amount(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Amount? {
    switch node.kind {
    case .sequence:
      report(
        "type", "expected \(dimension.article), read a list", at: node.span, path: path,
        help: "such as \(dimension.example)")
      return nil
    case .mapping: return range(node, dimension, path: path)
    case .scalar: break
    }
    if let dots = rangeParts(node.text) { return range(dots.low, dots.high, node, dimension, path) }
    guard let quantity = quantity(node.text, dimension, at: node.span, path: path) else { return nil }
    return Amount(
      low: quantity.value, mid: quantity.value, high: quantity.value, decimal: quantity.decimal, dimension: dimension,
      span: node.span, path: path)
  }

  /// A quantity of one of two dimensions, told apart by the unit.
  mutating func either(_ node: YAMLNode, _ first: Dimension, _ second: Dimension, _ path: String) -> Amount? {
    if node.kind == .scalar {
      let last = rangeParts(node.text)?.high ?? node.text
      if (try? QuantityText.parse(last, as: second, currency: currency)) != nil {
        return amount(node, second, path: path)
      }
    }
    return amount(node, first, path: path)
  }

  private func rangeParts(_ text: String) -> (low: String, high: String)? {
    let bytes = Array(text.utf8)
    guard let at = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) else {
      return nil
    }
    return (String(decoding: bytes[..<at], as: UTF8.self), String(decoding: bytes[(at + 2)...], as: UTF8.self))
  }

  private mutating func range(
    _ low: String, _ high: String, _ node: YAMLNode, _ dimension: Dimension, _ path: String
  ) -> Amount? {
    let unit = QuantityText.split(high).unit
    let lowText = QuantityText.split(low).unit.isEmpty ? "\(low) \(unit)" : low
    guard let first = quantity(lowText, dimension, at: node.span, path: path),
      let last = quantity(high, dimension, at: node.span, path: path)
    else { return nil }
    guard first.value <= last.value else {
      report("range", "a range goes from low to high", at: node.span, path: path, help: "swap its ends")
      return nil
    }
    // Log-normal where positive: the median is the geometric mean of the ends.
    let mid = first.value > 0 ? (first.value * last.value).squareRoot() : (first.value + last.value) / 2
    return Amount(
      low: first.value, mid: mid, high: last.value, decimal: Money(mid), dimension: dimension, span: node.span,
      path: path)
  }

  private mutating func range(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Amount? {
    let table = KeyTable(
      "a range",
      [
        Key("low", .amount(dimension), "P5"), Key("mid", .amount(dimension), "median"),
        Key("high", .amount(dimension), "P95"), Key("spread", .amount(.ratio), "P5 and P95 around the median"),
      ])
    guard let found = self.table(node, table, path: path) else { return nil }
    if let mid = found.amount("mid"), let spread = found.amount("spread"), found["low"] == nil, found["high"] == nil {
      return Amount(
        low: mid.mid * (1 - spread.mid), mid: mid.mid, high: mid.mid * (1 + spread.mid), decimal: mid.decimal,
        dimension: dimension, span: node.span, path: path)
    }
    if let low = found.amount("low"), let high = found.amount("high"), found["spread"] == nil {
      let mid = found.amount("mid")
      let middle = mid?.mid ?? (low.mid > 0 ? (low.mid * high.mid).squareRoot() : (low.mid + high.mid) / 2)
      guard low.mid <= middle, middle <= high.mid else {
        report("range", "a range rises from low over mid to high", at: node.span, path: path, help: "order its values")
        return nil
      }
      return Amount(
        low: low.mid, mid: middle, high: high.mid, decimal: mid?.decimal ?? Money(middle), dimension: dimension,
        span: node.span, path: path)
    }
    if node.entries.count == found.fields.count {
      report(
        "range", "a range is {low, mid, high} or {mid, spread}", at: node.span, path: path,
        help: "such as {mid: \(dimension.example), spread: 30%}")
    }
    return nil
  }

  private mutating func quantity(_ text: String, _ dimension: Dimension, at span: SourceSpan, path: String) -> Quantity?
  {
    do throws(QuantityError) {
      let quantity = try QuantityText.parse(text, as: dimension, currency: currency)
      guard quantity.value >= 0 else { throw .outOfRange }
      return quantity
    } catch {
      report(error, text, dimension, span, path)
      return nil
    }
  }

  private mutating func report(
    _ error: QuantityError, _ text: String, _ dimension: Dimension, _ span: SourceSpan, _ path: String
  ) {
    let symbols = dimension.units.compactMap { $0.symbols.first { !$0.isEmpty } }
      .map { dimension.isMoney ? currency + $0 : $0 }
    let allowed = symbols.isEmpty ? (dimension == .money ? [currency] : []) : symbols
    let notes = allowed.isEmpty ? [] : ["units of \(dimension.article): \(allowed.joined(separator: ", "))"]
    let example = dimension.example.replacing("USD", with: currency)
    switch error {
    case .notANumber:
      report(
        "quantity", "expected \(dimension.article), read '\(text)'", at: span, path: path, help: "such as \(example)",
        notes: notes)
    case .missingUnit(let number):
      if dimension == .ratio {
        report(
          "unit", "'\(number)' is not a ratio", at: span, path: path, help: "did you mean '\(number)%'?", notes: notes)
      } else {
        let unit = dimension.isMoney ? " " + (allowed.first ?? currency) : Describe.unit(of: dimension)
        report(
          "unit", "'\(number)' lacks a unit", at: span, path: path, help: "such as '\(number)\(unit)'", notes: notes)
      }
    case .unknownUnit(let found, let nearest):
      report(
        "unit", "'\(found)' is not a unit of \(dimension.article)", at: span, path: path,
        help: nearest.map { "did you mean '\($0)'?" } ?? "such as \(example)", notes: notes)
    case .wrongCurrency(let found):
      report(
        "currency", "the currency here is \(currency), not \(found)", at: span, path: path,
        help: "write \(currency), or state 'currency: \(found)'")
    case .outOfRange:
      report(
        "range", "\(dimension.article) cannot be '\(text)'", at: span, path: path, help: "write a number from 0 on")
    }
  }

  // MARK: Variability and distributions

  /// A number, or `{cv: …}` whose square it is.
  mutating func variability(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard node.kind == .mapping, node.entries.contains(where: { $0.key.text == "cv" }) else {
      return amount(node, .count, path: path).map { .amount($0) }
    }
    let table = KeyTable("a variability", [Key("cv", .amount(.count), "coefficient of variation", isRequired: true)])
    guard let cv = self.table(node, table, path: path)?.amount("cv") else { return nil }
    return .amount(
      Amount(
        low: cv.low * cv.low, mid: cv.mid * cv.mid, high: cv.high * cv.high, decimal: Money(cv.mid * cv.mid),
        dimension: .count, span: node.span, path: path))
  }

  /// `{p50: …, p99: …}`, `{histogram: {10 ms: 40%, …}}`, or a single quantity.
  mutating func distribution(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Decoded? {
    guard node.kind == .mapping, !node.entries.contains(where: { ["low", "mid"].contains($0.key.text) }) else {
      return amount(node, dimension, path: path).map { .amount($0) }
    }
    if let cells = node.entries.first(where: { $0.key.text == "histogram" })?.value, node.entries.count == 1 {
      return histogram(cells, dimension, path: "\(path).histogram").map { .spread($0) }
    }
    let names = ["p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "p999"]
    let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999]
    let table = KeyTable("percentiles", names.map { Key($0, .amount(dimension), "percentile") })
    guard let found = self.table(node, table, path: path) else { return nil }
    let points = zip(names, shares).compactMap { name, share in
      found.amount(name).map { Spread.Point(share: share, value: $0.mid) }
    }
    guard points.count >= 2 else {
      if found.keySpans.count == found.fields.count {
        report(
          "distribution", "a distribution needs two percentiles", at: node.span, path: path,
          help: "such as {p50: 6 ms, p99: 60 ms}")
      }
      return nil
    }
    guard zip(points, points.dropFirst()).allSatisfy({ $0.value <= $1.value }) else {
      report("distribution", "percentiles rise with their number", at: node.span, path: path)
      return nil
    }
    return .spread(Spread(points: points, span: node.span, path: path))
  }

  private mutating func histogram(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Spread? {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      report("distribution", "a histogram is {upper end: share, …}", at: node.span, path: path)
      return nil
    }
    var points: [Spread.Point] = []
    var sum = 0.0
    for entry in node.entries {
      guard let upper = quantity(entry.key.text, dimension, at: entry.key.span, path: path),
        let share = amount(entry.value, .ratio, path: "\(path).\(entry.key.text)")
      else { return nil }
      sum += share.mid
      points.append(Spread.Point(share: sum, value: upper.value))
    }
    guard abs(sum - 1) < 1e-9, zip(points, points.dropFirst()).allSatisfy({ $0.value < $1.value }) else {
      report(
        "distribution", "the shares of a histogram rise to 100 %", at: node.span, path: path,
        help: "they add to \(Describe.percent(sum)); its upper ends must rise")
      return nil
    }
    return Spread(points: points, span: node.span, path: path)
  }

  // MARK: Growth

  /// `8%/month`, `2x/year`, or factors by month.
  mutating func growth(_ node: YAMLNode, path: String) -> Growth? {
    if node.kind == .mapping { return months(node, .factor, path: path) }
    guard node.kind == .scalar, let slash = node.text.lastIndex(of: "/") else {
      return reportGrowth(node, path)
    }
    let period = node.text[node.text.index(after: slash)...].filter { $0 != " " }
    let (number, unit) = QuantityText.split(String(node.text[..<slash]))
    let months = ["month": 1.0, "year": 12, "week": 7 * 24 / 730.0][period]
    guard let months, let value = Double(number), unit == "%" || unit == "x" else { return reportGrowth(node, path) }
    let factor = unit == "%" ? 1 + value / 100 : value
    guard factor > 0, factor < 1e6 else { return reportGrowth(node, path) }
    return Growth(form: .monthly(SpecMath.power(factor, 1 / months)), path: path)
  }

  private mutating func reportGrowth(_ node: YAMLNode, _ path: String) -> Growth? {
    report(
      "growth", "expected a growth, read '\(node.kind == .scalar ? node.text : "a list")'", at: node.span, path: path,
      help: "such as 8%/month or 2x/year", notes: ["or a table {month 0: …, month 6: …}"])
    return nil
  }

  /// A quantity, or a table of what it is in which month.
  mutating func growing(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Decoded? {
    guard node.kind == .mapping, node.entries.contains(where: { $0.key.text.hasPrefix("month") }) else {
      return amount(node, dimension, path: path).map { .growing($0, nil) }
    }
    guard let growth = months(node, dimension, path: path), case .table(let points) = growth.form,
      let first = points.first
    else { return nil }
    let start = Amount(
      low: first.value, mid: first.value, high: first.value, decimal: Money(first.value), dimension: dimension,
      span: node.span, path: path)
    return .growing(start, growth)
  }

  private mutating func months(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Growth? {
    var points: [Growth.Point] = []
    for entry in node.entries {
      let words = entry.key.text.split(separator: " ")
      guard words.count == 2, words[0] == "month", let month = Double(words[1]), month >= 0, month <= 1200 else {
        report("growth", "'\(entry.key.text)' is not a month", at: entry.key.span, path: path, help: "write 'month 6'")
        return nil
      }
      guard let value = amount(entry.value, dimension, path: "\(path).\(entry.key.text)") else { return nil }
      if let last = points.last, last.month >= month {
        report("growth", "months must rise", at: entry.key.span, path: path)
        return nil
      }
      points.append(Growth.Point(month: month, value: value.mid))
    }
    return points.isEmpty ? nil : Growth(form: .table(points), path: path)
  }
}
