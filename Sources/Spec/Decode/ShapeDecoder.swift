import Foundations
import YAML

/// Checks nodes against shapes and keeps every mistake with its place.
struct ShapeDecoder {
  let source: SourceText
  let words: KnownWords
  let currency: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Every range that was read, in source order.
  private(set) var ranges: [Amount] = []

  init(source: SourceText, words: KnownWords, currency: String) {
    self.source = source
    self.words = words
    self.currency = currency
  }

  mutating func report(
    _ code: String, _ message: String, at span: SourceSpan, path: String, help: String? = nil,
    labels: [DiagnosticLabel] = [], notes: [String] = [], level: DiagnosticLevel = .error
  ) {
    diagnostics.append(
      Diagnostic(
        level, code: "spec/" + code, message, at: span, path: path, help: help, labels: labels, notes: notes))
  }

  /// A node that does not have the kind that is due.
  private mutating func reportKind(_ node: YAMLNode, _ due: String, _ path: String, help: String? = nil) {
    let found =
      switch node.kind {
      case .scalar: node.isNull ? "nothing" : "'\(node.text)'"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    var help = help
    if node.kind == .mapping, source.text(node.span).hasPrefix("{{") { help = "put the template in quotes" }
    report("type", "expected \(due), read \(found)", at: firstLine(node.span), path: path, help: help)
  }

  /// The part of a span on its first line, so that carets stay readable.
  private func firstLine(_ span: SourceSpan) -> SourceSpan {
    var end = span.start
    while end < span.end, end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    return SourceSpan(span.start, max(end, min(span.start + 1, source.bytes.count)))
  }

  // MARK: Shapes

  /// The value of a node; `nil` after a mistake.
  mutating func decode(_ node: YAMLNode, _ shape: Shape, path: String) -> Located? {
    value(node, shape, path: path).map { Located(value: $0, span: node.span, path: path) }
  }

  private mutating func value(_ node: YAMLNode, _ shape: Shape, path: String) -> Decoded? {
    let decoded = unrecorded(node, shape, path: path)
    switch decoded {
    case .amount(let amount)?, .growing(let amount, nil)?: if amount.isRange { ranges.append(amount) }
    default: break
    }
    return decoded
  }

  private mutating func unrecorded(_ node: YAMLNode, _ shape: Shape, path: String) -> Decoded? {
    switch shape {
    case .amount(let dimension): return amount(node, dimension, path: path).map { .amount($0) }
    case .either(let first, let second): return either(node, first, second, path).map { .amount($0) }
    case .growing(let dimension): return growing(node, dimension, path: path)
    case .distribution(let dimension): return distribution(node, dimension, path: path)
    case .variability: return variability(node, path)
    case .growth: return growth(node, path: path).map { .growth($0) }
    case .text: return scalar(node, "a text", path).map { .text($0) }
    case .name: return name(node, path)
    case .bool: return bool(node, path)
    case .integer(let range): return integer(node, range, path)
    case .choice(let allowed): return choice(node, allowed, path)
    case .month(let words): return month(node, words, path)
    case .clock: return clock(node, path)
    case .place: return place(node, path)
    case .vocabulary(let vocabulary): return word(node, vocabulary, path)
    case .many(let inner): return many(node, inner, path)
    case .list(let inner): return list(node, inner, path)
    case .table(let table): return self.table(node, table, path: path).map { .table($0) }
    case .mapping(let what, let inner): return mapping(node, what, inner, path)
    case .opaque: return .mapping([])
    case .forms(let scalarShape, let mappings): return forms(node, scalarShape, mappings, path)
    }
  }

  private mutating func forms(
    _ node: YAMLNode, _ scalarShape: Shape?, _ mappings: [(key: String, shape: Shape)], _ path: String
  ) -> Decoded? {
    if node.kind == .mapping {
      let keys = node.entries.map(\.key.text)
      let fitting = mappings.first { $0.key.isEmpty || keys.contains($0.key) } ?? mappings.last
      if let fitting { return value(node, fitting.shape, path: path) }
    }
    if let scalarShape { return value(node, scalarShape, path: path) }
    reportKind(node, "a mapping", path)
    return nil
  }

  // MARK: Mappings

  /// A mapping with known keys.
  mutating func table(_ node: YAMLNode, _ table: KeyTable, path: String, hint: ((String) -> String?)? = nil)
    -> DecodedTable?
  {
    guard node.kind == .mapping else {
      let allowed = table.names.prefix(6).joined(separator: ", ")
      reportKind(
        node, "a mapping with the keys of \(table.name)", path,
        help: "its keys are \(allowed)\(table.keys.count > 6 ? ", …" : "")")
      return nil
    }
    var result = DecodedTable(span: node.span, path: path)
    var unknown: [String] = []
    for entry in node.entries {
      let key = entry.key.text
      guard let known = table.key(key) else {
        reportUnknown(entry, in: table, path: path, hint: hint?(key))
        unknown.append(key)
        continue
      }
      result.keySpans[key] = entry.key.span
      let inner = path.isEmpty ? key : "\(path).\(key)"
      if entry.value.isNull {
        report(
          "empty", "'\(key)' has no value", at: entry.key.span, path: inner,
          help: "state \(Describe.shape(known.shape)), or remove the key")
        continue
      }
      if let value = decode(entry.value, known.shape, path: inner) { result.fields[key] = value }
    }
    for key in table.keys where key.isRequired && result.keySpans[key.name] == nil {
      // A mistyped key is said already.
      if unknown.contains(where: { $0.hasPrefix(key.name + ":") || Suggestion.nearest($0, in: table.names) == key.name }
      ) {
        continue
      }
      report(
        "missing-key", "\(table.name) needs '\(key.name)'", at: firstLine(node.span), path: path,
        help: "add '\(key.name): \(Describe.example(key.shape))'", notes: ["\(key.name): \(key.summary)"])
    }
    return result
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, in table: KeyTable, path: String, hint: String?) {
    let key = entry.key.text
    var help = hint
    var notes: [String] = []
    if help == nil, let colon = key.firstIndex(of: ":"), table.key(String(key[..<colon])) != nil {
      help = "write a space after ':'"
    }
    if help == nil { help = Suggestion.nearest(key, in: table.names).map { "did you mean '\($0)'?" } }
    if help == nil, table.key("slo") != nil, KeyTables.slo.key(key) != nil { help = "'\(key)' belongs under 'slo'" }
    if help == nil {
      let owners = KeyTables.kinds(with: key).map { KeyTables.article($0) }
      if !owners.isEmpty { help = "'\(key)' belongs to \(owners.joined(separator: " or "))" }
    }
    if help == nil, let owner = Describe.owner(of: key) { help = "'\(key)' belongs under \(owner)" }
    notes.append("keys of \(table.name): \(table.names.joined(separator: ", "))")
    report(
      "unknown-key", "unknown key '\(key)' in \(table.name)", at: entry.key.span,
      path: path.isEmpty ? key : "\(path).\(key)", help: help, notes: notes)
  }

  private mutating func mapping(_ node: YAMLNode, _ what: String, _ inner: Shape, _ path: String) -> Decoded? {
    guard node.kind == .mapping else {
      reportKind(node, "a mapping of names to \(what)", path)
      return nil
    }
    var entries: [Decoded.Entry] = []
    for entry in node.entries {
      let name = entry.key.text
      if let value = decode(entry.value, inner, path: "\(path).\(name)") {
        entries.append(Decoded.Entry(name: name, keySpan: entry.key.span, value: value))
      }
    }
    return .mapping(entries)
  }

  private mutating func list(_ node: YAMLNode, _ inner: Shape, _ path: String) -> Decoded? {
    guard node.kind == .sequence else {
      reportKind(node, "a list", path, help: "write '- ' before each entry, or [ ]")
      return nil
    }
    return .list(node.items.enumerated().compactMap { decode($1, inner, path: "\(path).\($0)") })
  }

  private mutating func many(_ node: YAMLNode, _ inner: Shape, _ path: String) -> Decoded? {
    if node.kind == .sequence { return list(node, inner, path) }
    return decode(node, inner, path: path).map { .list([$0]) }
  }

  // MARK: Words

  private mutating func scalar(_ node: YAMLNode, _ due: String, _ path: String) -> String? {
    guard node.kind == .scalar else {
      reportKind(node, due, path)
      return nil
    }
    return node.text
  }

  private mutating func name(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a name", path) else { return nil }
    guard SpecNames.isLabel(text) else {
      report(
        "name", "'\(text)' is not a name", at: node.span, path: path, help: "write '\(SpecNames.proposal(text))'",
        notes: ["names have 2 to 63 lower-case letters, digits and '-', and start and end with a letter or digit"])
      return nil
    }
    return .text(text)
  }

  private mutating func bool(_ node: YAMLNode, _ path: String) -> Decoded? {
    if case .bool(let value) = node.value { return .bool(value) }
    let isYes = ["yes", "on", "y"].contains(node.text.lowercased())
    let isNo = ["no", "off", "n"].contains(node.text.lowercased())
    reportKind(node, "true or false", path, help: isYes ? "write true" : isNo ? "write false" : nil)
    return nil
  }

  private mutating func integer(_ node: YAMLNode, _ range: ClosedRange<Int>, _ path: String) -> Decoded? {
    guard case .int(let value) = node.value else {
      reportKind(node, "a whole number", path)
      return nil
    }
    guard let whole = Int(exactly: value), range.contains(whole) else {
      if path == "planner" {
        report("version", "version \(value) of the language is not known", at: node.span, path: path, help: "write 1")
      } else {
        report("range", "\(value) is outside \(range.lowerBound) to \(range.upperBound)", at: node.span, path: path)
      }
      return nil
    }
    return .integer(whole)
  }

  private mutating func choice(_ node: YAMLNode, _ allowed: [String], _ path: String) -> Decoded? {
    guard let text = scalar(node, "one of \(allowed.joined(separator: ", "))", path) else { return nil }
    guard allowed.contains(text) else {
      reportWord(text, allowed, node.span, path)
      return nil
    }
    return .text(text)
  }

  private mutating func reportWord(_ text: String, _ allowed: [String], _ span: SourceSpan, _ path: String) {
    let help = Suggestion.nearest(text, in: allowed).map { "did you mean '\($0)'?" }
    let list =
      allowed.count <= 24 ? allowed.joined(separator: ", ") : allowed.prefix(24).joined(separator: ", ") + ", …"
    report("unknown-word", "unknown word '\(text)'", at: span, path: path, help: help, notes: ["allowed: \(list)"])
  }

  private mutating func word(_ node: YAMLNode, _ vocabulary: Shape.Vocabulary, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a word", path) else { return nil }
    switch vocabulary {
    case .provider:
      let allowed = words.providers + ["any"]
      if !allowed.contains(text) {
        reportWord(text, allowed, node.span, path)
        return nil
      }
    case .access:
      if !words.access.contains(text) {
        reportWord(text, words.access, node.span, path)
        return nil
      }
    case .residency:
      if words.isInArea("DE", text) == nil {
        report(
          "unknown-area", "unknown area '\(text)'", at: node.span, path: path,
          help: text.count > 3 ? "write EU, EEA or a country code such as DE" : nil,
          notes: ["areas are EU, EEA and the two letters of ISO 3166-1"])
        return nil
      }
    case .regionPattern:
      let isKnown = words.regions.contains { region in
        words.matches(text, region) || words.matches(text, region.split(separator: ":").last.map(String.init) ?? "")
      }
      if !isKnown {
        let names = words.regions.flatMap { [$0, $0.split(separator: ":").last.map(String.init) ?? $0] }
        report(
          "unknown-region", "no region matches '\(text)'", at: node.span, path: path,
          help: Suggestion.nearest(text, in: names).map { "did you mean '\($0)'?" }
            ?? "see 'planner catalog list regions'")
        return nil
      }
    }
    return .text(text)
  }

  private mutating func month(_ node: YAMLNode, _ words: [String], _ path: String) -> Decoded? {
    guard let text = scalar(node, "a month such as 2026-10", path) else { return nil }
    if words.contains(text) { return .text(text) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.count <= 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month), (1970...2200).contains(year)
    else {
      reportKind(node, (["a month such as 2026-10"] + words.map { "'\($0)'" }).joined(separator: " or "), path)
      return nil
    }
    return .month(year: year, month: month)
  }

  private mutating func clock(_ node: YAMLNode, _ path: String) -> Decoded? {
    guard let text = scalar(node, "a time of day", path) else { return nil }
    let parts = text.split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else {
      reportKind(node, "a time of day such as \"22:00\"", path)
      return nil
    }
    return .text(text)
  }

  private mutating func place(_ node: YAMLNode, _ path: String) -> Decoded? {
    if node.kind == .sequence {
      let numbers = node.items.compactMap { item -> Double? in
        switch item.value {
        case .int(let value): Double(value)
        case .float(let value): value
        default: nil
        }
      }
      guard numbers.count == 2, node.items.count == 2, abs(numbers[0]) <= 90, abs(numbers[1]) <= 180 else {
        report(
          "place", "coordinates are [latitude, longitude] in degrees", at: firstLine(node.span), path: path,
          help: "such as [48.14, 11.58]")
        return nil
      }
      return .place(.coordinates(latitude: numbers[0], longitude: numbers[1]))
    }
    guard let text = scalar(node, "a region, a city or [lat, lon]", path) else { return nil }
    if words.regions.contains(text) { return .place(.region(text)) }
    if let city = words.cities.first(where: { $0.lowercased() == text.lowercased() }) { return .place(.city(city)) }
    if text.contains(":") {
      report(
        "unknown-region", "unknown region '\(text)'", at: node.span, path: path,
        help: Suggestion.nearest(text, in: words.regions).map { "did you mean '\($0)'?" })
      return nil
    }
    // A group of users, resolved when all groups are known.
    return .place(.users(text))
  }
}
