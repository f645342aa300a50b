import Foundations
import YAML

/// Quantities, ranges, distributions and growth.
extension ShapeDecoder {
  /// A quantity, `a..b`, `{low, mid, high}` or `{mid, spread}`.
  mutating func amount(_ node: YAMLNode, _ dimension: Dimension, _ rule: AmountRule = [], path: String) -> Amount? {
    let amount: Amount?
    switch node.kind {
    case .sequence:
      report(
        "type", "expected \(dimension.article), read a list", at: firstLine(node.span), path: path,
        help: "such as \(dimension.example)")
      return nil
    case .mapping: amount = range(node, dimension, path: path)
    case .scalar:
      if let dots = rangeParts(node.text) {
        amount = range(dots.low, dots.high, node, dimension, path)
      } else {
        amount = quantity(node.text, dimension, at: firstLine(node.span), path: path).map {
          Amount(
            low: $0.value, mid: $0.value, high: $0.value, decimal: $0.decimal, dimension: dimension, span: node.span,
            path: path)
        }
      }
    }
    return amount.flatMap { checked($0, rule) }
  }

  /// A quantity that obeys the rule of its key.
  private mutating func checked(_ amount: Amount, _ rule: AmountRule) -> Amount? {
    let span = firstLine(amount.span)
    if rule.contains(.exact), amount.isRange {
      report(
        "range", "one number is due here, not a range", at: span, path: amount.path,
        help: "such as \(amount.dimension.example)")
      return nil
    }
    if rule.contains(.part), amount.high > 1 {
      let text = QuantityText.clipped(source.text(amount.span))
      report(
        "range", "'\(text)' is more than 100 %", at: span, path: amount.path, help: "write a ratio from 0% to 100%")
      return nil
    }
    if rule.contains(.positive), amount.low <= 0 {
      report(
        "range", "\(amount.dimension.article) above zero is due here", at: span, path: amount.path,
        help: "such as \(amount.dimension.example)")
      return nil
    }
    return amount
  }

  /// A quantity of one of two dimensions, told apart by the unit.
  mutating func either(_ node: YAMLNode, _ first: Dimension, _ second: Dimension, _ path: String) -> Amount? {
    if node.kind == .scalar {
      let last = rangeParts(node.text)?.high ?? node.text
      if (try? QuantityText.parse(last, as: second, currency: currency)) != nil {
        return amount(node, second, .positive, path: path)
      }
    } else if let inner = node.entries.first(where: { ["mid", "low", "high"].contains($0.key.text) })?.value,
      (try? QuantityText.parse(inner.text, as: second, currency: currency)) != nil
    {
      return amount(node, second, .positive, path: path)
    }
    return amount(node, first, .positive, path: path)
  }

  private func rangeParts(_ text: String) -> (low: String, high: String)? {
    let bytes = Array(text.utf8)
    guard let at = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) else {
      return nil
    }
    return (String(decoding: bytes[..<at], as: UTF8.self), String(decoding: bytes[(at + 2)...], as: UTF8.self))
  }

  /// `a..b`; the first end may leave its unit to the second.
  private mutating func range(
    _ low: String, _ high: String, _ node: YAMLNode, _ dimension: Dimension, _ path: String
  ) -> Amount? {
    let span = firstLine(node.span)
    let (number, unit) = QuantityText.split(low)
    let (highNumber, highUnit) = QuantityText.split(high)
    guard !number.isEmpty, !highNumber.isEmpty else {
      report(
        "range", "'\(QuantityText.clipped(node.text))' is not a range", at: span, path: path,
        help: "write both ends, such as \(dimension.written("1..2", currency: currency))")
      return nil
    }
    if unit.isEmpty, highUnit.isEmpty, dimension != .ratio, !dimension.allowsBare {
      report(
        QuantityError.missingUnit(number: "\(number)..\(highNumber)"), node.text, dimension, span, path)
      return nil
    }
    // 3k..4k USD: the currency stands once.
    let shared =
      unit.isEmpty
      ? highUnit : dimension.isMoney && ["k", "M", "bn"].contains(unit) ? "\(unit) \(money(highUnit))" : unit
    guard let first = quantity("\(number) \(shared)", dimension, at: span, path: path),
      let last = quantity(high, dimension, at: span, path: path)
    else { return nil }
    guard first.value <= last.value else {
      report("range", "a range goes from low to high", at: span, path: path, help: "swap its ends")
      return nil
    }
    return Amount(
      low: first.value, mid: median(first.value, last.value), high: last.value,
      decimal: first == last ? first.decimal : Money(median(first.value, last.value)), dimension: dimension,
      span: node.span, path: path)
  }

  /// A unit of money without its thousands.
  private func money(_ unit: String) -> String {
    guard let at = unit.firstRange(of: currency) else { return unit }
    return String(unit[at.lowerBound...])
  }

  /// Log-normal where positive: the median is the geometric mean of the ends.
  private func median(_ low: Double, _ high: Double) -> Double {
    let product = low * high
    // Roots apart where the product leaves the range of doubles.
    if product > 1e-300, product < 1e300 { return product.squareRoot() }
    return low > 0 ? low.squareRoot() * high.squareRoot() : (low + high) / 2
  }

  private mutating func range(_ node: YAMLNode, _ dimension: Dimension, path: String) -> Amount? {
    let table = KeyTable(
      "a range",
      [
        Key("low", .exact(dimension), "P5"), Key("mid", .exact(dimension), "median"),
        Key("high", .exact(dimension), "P95"), Key("spread", .share, "P5 and P95 around the median"),
      ])
    guard let found = self.table(node, table, path: path) else { return nil }
    let span = firstLine(node.span)
    if let mid = found.amount("mid"), let spread = found.amount("spread"), found["low"] == nil, found["high"] == nil {
      guard spread.mid < 1 else {
        report("range", "a spread is below 100 %", at: spread.span, path: spread.path, help: "such as 30%")
        return nil
      }
      return Amount(
        low: mid.mid * (1 - spread.mid), mid: mid.mid, high: mid.mid * (1 + spread.mid), decimal: mid.decimal,
        dimension: dimension, span: node.span, path: path)
    }
    if let low = found.amount("low"), let high = found.amount("high"), found["spread"] == nil {
      let mid = found.amount("mid")
      let middle = mid?.mid ?? median(low.mid, high.mid)
      guard low.mid <= middle, middle <= high.mid else {
        report("range", "a range rises from low over mid to high", at: span, path: path, help: "order its values")
        return nil
      }
      return Amount(
        low: low.mid, mid: middle, high: high.mid, decimal: mid?.decimal ?? Money(middle), dimension: dimension,
        span: node.span, path: path)
    }
    // What is missing because of another mistake is not said twice.
    if node.entries.count == found.fields.count {
      report(
        "range", "a range is {low, mid, high} or {mid, spread}", at: span, path: path,
        help: "such as {mid: \(dimension.example.replacing("USD", with: currency)), spread: 30%}")
    }
    return nil
  }

  mutating func quantity(_ text: String, _ dimension: Dimension, at span: SourceSpan, path: String) -> Quantity? {
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
    let found = error.explanation(of: text, as: dimension, currency: currency)
    report(found.code, found.message, at: span, path: path, help: found.help, notes: found.notes)
  }
}
