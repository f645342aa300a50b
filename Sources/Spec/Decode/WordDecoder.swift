import Foundations
import YAML

/// Words, names, dates and places.
extension ShapeDecoder {
  private mutating func scalar(_ node: YAMLNode, _ due: String, _ path: String) -> String? {
    guard node.kind == .scalar, !node.isNull else {
      reportKind(node, due, path)
      return nil
    }
    return node.text
  }

  mutating func text(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a text", path) else { return nil }
    guard !text.isEmpty, text.utf8.count <= 1000 else {
      reportKind(node, "a text of 1 to 1000 bytes", path)
      return nil
    }
    return .text(text)
  }

  mutating func currency(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a currency such as EUR", path) else { return nil }
    guard SpecNames.isCurrency(text) else {
      let upper = text.uppercased()
      report(
        "currency", "'\(QuantityText.clipped(text))' is not a currency", at: node.span, path: path,
        help: SpecNames.isCurrency(upper) ? "did you mean '\(upper)'?" : "write a code of ISO 4217 such as EUR")
      return nil
    }
    return .text(text)
  }

  mutating func name(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a name", path) else { return nil }
    guard SpecNames.isLabel(text) else {
      reportName(text, minimum: 2, at: node.span, path: path)
      return nil
    }
    return .text(text)
  }

  mutating func reportName(_ text: String, minimum: Int, at span: SourceSpan, path: String) {
    report(
      "name", "'\(QuantityText.clipped(text))' is not a name", at: span, path: path,
      help: "write '\(SpecNames.proposal(text, minimum: minimum))'",
      notes: [
        "names have \(minimum) to 63 lower-case letters, digits and '-', and start and end with a letter or digit"
      ])
  }

  mutating func bool(_ node: YAMLNode, _ path: String) -> Decoded? {
    if case .bool(let value) = node.value { return .bool(value) }
    let text = node.text.lowercased()
    let isYes = ["yes", "on", "y", "true"].contains(text)
    let isNo = ["no", "off", "n", "false"].contains(text)
    reportKind(node, "true or false", path, help: isYes ? "write true" : isNo ? "write false" : nil)
    return nil
  }

  mutating func integer(_ node: YAMLNode, _ range: ClosedRange<Int>, _ path: String) -> Decoded? {
    guard case .int(let value) = node.value else {
      let bare = Int(node.text)
      reportKind(
        node, "a whole number", path,
        help: bare.map { "write \($0) without quotes" } ?? (path == "planner" ? "write 1" : nil))
      return nil
    }
    guard let whole = Int(exactly: value), range.contains(whole) else {
      if path == "planner" {
        report("version", "version \(value) of the language is not known", at: node.span, path: path, help: "write 1")
      } else {
        report(
          "range", "\(value) is outside \(range.lowerBound) to \(range.upperBound)", at: node.span, path: path,
          help: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return nil
    }
    return .integer(whole)
  }

  mutating func choice(_ node: YAMLNode, _ allowed: [String], _ path: String) -> Decoded? {
    guard let text = scalar(node, "one of \(allowed.joined(separator: ", "))", path) else { return nil }
    guard allowed.contains(text) else {
      reportWord(text, allowed, node.span, path)
      return nil
    }
    return .text(text)
  }

  private mutating func reportWord(_ text: String, _ allowed: [String], _ span: SourceSpan, _ path: String) {
    let near = SpecNames.nearest(text, in: allowed)
    report(
      "unknown-word", "unknown word '\(QuantityText.clipped(text))'", at: firstLine(span), path: path,
      help: near.map { "did you mean '\($0)'?" } ?? "write \(Describe.choice(Array(allowed.prefix(8))))",
      notes: ["allowed: \(Describe.list(allowed))"])
  }

  mutating func word(_ node: YAMLNode, _ vocabulary: Shape.Vocabulary, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a word", path) else { return nil }
    let span = firstLine(node.span)
    switch vocabulary {
    case .provider where !words.providers.contains(text): reportWord(text, words.providers, span, path)
    case .providers where text != "any" && !words.providers.contains(text):
      reportWord(text, words.providers + ["any"], span, path)
    case .access where !words.access.contains(text): reportWord(text, words.access, span, path)
    case .residency where words.isInArea("DE", text) == nil:
      report(
        "unknown-area", "unknown area '\(QuantityText.clipped(text))'", at: span, path: path,
        help: "write EU, EEA or a country code such as DE",
        notes: ["areas are EU, EEA and the two letters of ISO 3166-1"])
    case .region where !isRegion(text):
      let isProviderNamed = text.contains(":")
      reportUnknown(
        "region", text, isProviderNamed ? words.regions : regionNames.keys.sorted(), at: span, path: path)
    case .regionPattern where !hasRegion(text):
      let names = words.regions + regionNames.keys.sorted()
      report(
        "unknown-region", "no region matches '\(QuantityText.clipped(text))'", at: span, path: path,
        help: SpecNames.nearest(text, in: names).map { "did you mean '\($0)'?" } ?? "see 'planner catalog list regions'"
      )
    default: return .text(text)
    }
    return nil
  }

  /// Whether a text names a region, with or without its provider.
  private func isRegion(_ text: String) -> Bool { words.regions.contains(text) || regionNames[text] != nil }

  private func hasRegion(_ pattern: String) -> Bool {
    guard pattern.utf8.count <= 100 else { return false }
    return words.regions.contains { words.matches(pattern, $0) || words.matches(pattern, SpecNames.regionName($0)) }
  }

  /// A name that is none of the known ones.
  mutating func reportUnknown(_ what: String, _ name: String, _ known: [String], at span: SourceSpan, path: String) {
    report(
      "unknown-\(what)", "no \(what) is named '\(QuantityText.clipped(name))'", at: span, path: path,
      help: SpecNames.nearest(name, in: known).map { "did you mean '\($0)'?" }
        ?? (known.isEmpty ? "the spec names none" : "name one that is known"),
      notes: known.isEmpty ? [] : ["known: \(Describe.list(known))"])
  }

  mutating func month(_ node: YAMLNode, _ words: [String], _ path: String) -> Decoded? {
    let due = (["a month such as 2026-10"] + words.map { "'\($0)'" }).joined(separator: " or ")
    guard let text = scalar(node, due, path) else { return nil }
    if words.contains(text) { return .text(text) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard numbers.count == parts.count, parts.count == 2 || parts.count == 3, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }), (1...12).contains(numbers[1]),
      (1970...2200).contains(numbers[0]), numbers.count == 2 || (1...31).contains(numbers[2])
    else {
      reportKind(node, due, path, help: "year and month, such as 2026-10")
      return nil
    }
    return .date(
      Spec.CalendarDay(year: numbers[0], month: numbers[1], day: numbers.count == 3 ? numbers[2] : nil))
  }

  mutating func clock(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a time of day such as \"22:00\"", path) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else {
      reportKind(node, "a time of day such as \"22:00\"", path, help: "hours and minutes in quotes: \"22:00\"")
      return nil
    }
    return .clock(hour * 60 + minute)
  }

  mutating func place(_ node: YAMLNode, _ path: String) -> Decoded? {
    if node.kind == .sequence { return coordinates(node, path) }
    guard let text = scalar(node, "a region, a city or [lat, lon]", path) else { return nil }
    if let place = placeName(text) { return .place(place) }
    if text.contains(":") {
      reportUnknown("region", text, words.regions, at: firstLine(node.span), path: path)
      return nil
    }
    // A group of users, resolved when all groups are known.
    return .place(.users(text))
  }

  /// The group, region or city of that name; groups come first.
  func placeName(_ text: String) -> PlaceName? {
    if groups.contains(text) { return .users(text) }
    if words.regions.contains(text) { return .region(text) }
    return cities[text.lowercased()].map { .city($0) }
  }

  private mutating func coordinates(_ node: YAMLNode, _ path: String) -> Decoded? {
    let items = node.items
    let numbers = items.compactMap { item -> Double? in
      switch item.value {
      case .int(let value): Double(value)
      case .float(let value): value
      default: nil
      }
    }
    guard items.count == 2, numbers.count == 2, abs(numbers[0]) <= 90, abs(numbers[1]) <= 180 else {
      let isSwapped = numbers.count == 2 && items.count == 2 && abs(numbers[1]) <= 90 && abs(numbers[0]) <= 180
      report(
        "place", "coordinates are [latitude, longitude] in degrees", at: firstLine(node.span), path: path,
        help: isSwapped ? "did you mean [\(items[1].text), \(items[0].text)]?" : "such as [48.14, 11.58]")
      return nil
    }
    return .place(.coordinates(latitude: numbers[0], longitude: numbers[1]))
  }
}
